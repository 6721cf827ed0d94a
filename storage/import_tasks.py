"""A task that waited, and comes back from another program as something done, is done here too."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from journal.activity import Activity
from journal.transfer.found import Found
from storage.changes import Changes
from storage.import_alike import Alike
from storage.import_met import TASKS, Family
from storage.import_seen import Seen
from storage.provenance import PROGRAMS, TABLE, Keyed, as_json, known_anywhere, rows_now
from storage.rows import Value, text_kept

ANY_TASK = "SELECT 1 FROM provenance WHERE object = 'follow_up' LIMIT 1"
WAITING = f"""SELECT task.system, task.external_id, task.batch, follow_up.id
FROM provenance AS task JOIN follow_up ON follow_up.id = task.row AND follow_up.state = 'due'
WHERE task.object = 'follow_up' AND task.system IN {(*PROGRAMS, TABLE)}
AND task.external_id IN ({{marks}}) AND json_extract(task.seen, '$.state') = 'due'"""
"""The tasks that a file told to wait, and that do."""
TOLD = "SELECT * FROM provenance WHERE object = 'follow_up' AND row IN ({marks})"


_Deed = tuple[Activity, str | None]
"""What was done, and the day for which it waited, where no more than that tells which task it was."""


class Tasks:
    """The tasks that earlier imports brought, and what an import tells of their ends."""

    def __init__(self, changes: Changes, alike: Alike) -> None:
        """Read and write through these changes; ``alike`` knows which tasks the file still shows."""
        self._changes = changes
        self._alike = alike
        self._are_any = changes.db.row(ANY_TASK) is not None
        self._done: dict[Family, list[_Deed]] = {}

    def come_back(self, rows: Sequence[Keyed]) -> None:
        """Settle the tasks that these new activities were; those without an id must wait for the end."""
        if not self._are_any:
            return
        done: dict[tuple[str, str], Activity] = {}
        own: list[Keyed] = []
        others: dict[Family, list[_Deed]] = {}
        for row in rows:
            if not isinstance(value := row.found.value, Activity):
                continue
            if row.found.alike is None:
                done[row.key] = value
                own.append(row)
            else:
                others.setdefault(_as_task(row.found, row.key[0]), []).append(
                    (value, _day_of(row.found))
                )
        waiting = known_anywhere(self._changes.db, TASKS, own)
        self._settle({source["row"]: done[key].day.isoformat() for key, source in waiting.items()})
        for family in self._alike.known(list(others)) if others else ():
            self._done.setdefault(family, []).extend(others[family])

    def done_again(self, seen: Sequence[Seen]) -> bool:
        """Settle tasks that waited again since these activities came in; whether there are any.

        Those without an id must wait for the end.
        """
        if not self._are_any:
            return False
        ids = [str(one.source["external_id"]) for one in seen]
        waiting = {
            (system, external_id): (batch, task)
            for system, external_id, batch, task in self._changes.db.rows_of(WAITING, ids)
        }
        days: dict[Any, str] = {}
        for one in seen if waiting else ():
            value, found = one.found.value, one.found
            batch, task = waiting.get((one.source["system"], one.source["external_id"]), (0, 0))
            is_newer = batch > one.source["batch"] and found.waited is None
            if not is_newer or found.to_do is not None or not isinstance(value, Activity):
                continue
            if found.alike is None:
                days[task] = value.day.isoformat()
            else:
                family = _as_task(found, one.source["system"])
                self._done.setdefault(family, []).append((value, None))
        self._see_waited([one for one in seen if one.found.waited is not None])
        return self._settle(days)

    def _see_waited(self, seen: Sequence[Seen]) -> None:
        """The same for those that other ids told while they were to be done."""
        families = {_as_task(one.found, one.source["system"]) for one in seen}
        known = self._alike.known(list(families)) if seen else {}
        for one in seen:
            family, on = _as_task(one.found, one.source["system"]), _day_of(one.found)
            value = one.found.value
            told = [
                json.loads(source["seen"])
                for source in known.get(family, {}).values()
                if source["batch"] > one.source["batch"]
            ]
            is_newer = any(task["state"] == "due" and task["due"] == on for task in told)
            if is_newer and isinstance(value, Activity):
                self._done.setdefault(family, []).append((value, on))

    def settle_alike(self, batch: int) -> bool:
        """Settle tasks without an id that the file shows as done, and no more as waiting; if any."""
        days: dict[Value, str] = {}
        for family, left in self._alike.not_met(list(self._done), batch).items():
            rows = rows_now(self._changes.db, TASKS, [source["row"] for source in left])
            due = [task for task in rows.values() if task["state"] == "due"]
            told = {source["row"]: json.loads(source["seen"])["due"] for source in left}
            said = {_words(task) for task in due}
            for activity, on in sorted(self._done[family], key=lambda one: one[0].text not in said):
                fits = [task for task in due if on is None or told[task["id"]] == on]
                if fits:
                    task = next((one for one in fits if _words(one) == activity.text), fits[0])
                    due.remove(task)
                    days[task["id"]] = activity.day.isoformat()
        return self._settle(days)

    def _settle(self, days: dict[Any, str]) -> bool:
        """Settle tasks, by their numbers, on these days; whether any of them waited.

        The file has told that they are done: so it may tell later that they wait again.
        """
        now = rows_now(self._changes.db, TASKS, list(days)) if days else {}
        tasks = {number: task for number, task in now.items() if task["state"] == "due"}
        settled: list[tuple[int, dict[str, Value], dict[str, Value]]] = [
            (int(task["id"]), task, {"state": "done", "settled": days[number]})
            for number, task in tasks.items()
        ]
        self._changes.update_many(TASKS, settled)
        marks = ", ".join("?" * len(tasks))
        sources = self._changes.db.named(TOLD.format(marks=marks), list(tasks)) if tasks else []
        told: list[tuple[int, dict[str, Value], dict[str, Value]]] = [
            (
                source["id"],
                source,
                {"seen": as_json(json.loads(source["seen"]) | {"state": "done"})},
            )
            for source in sources
        ]
        self._changes.update_many("provenance", told)
        return bool(tasks)


def _as_task(found: Found, system: str) -> Family:
    """What an activity without an id was one of while it was to be done, under a program's name."""
    key = found.waited[0] if found.waited else found.alike or ""
    return TASKS, system, text_kept(key)


def _day_of(found: Found) -> str | None:
    return found.waited[1] if found.waited else None


def _words(task: dict[str, Any]) -> str:
    """What a task says, as it says it when it is done."""
    return f"{task['what']}\n{task['reason']}" if task["reason"] else str(task["what"])
