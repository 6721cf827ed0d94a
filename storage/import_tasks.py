"""A task that waited, and comes back from another program as something done, is done here too."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from journal.activity import Activity
from storage.changes import Changes
from storage.import_alike import Alike
from storage.import_met import TASKS, Family, family_of
from storage.provenance import Keyed, known_anywhere, rows_now
from storage.rows import Value

ANY_TASK = "SELECT 1 FROM provenance WHERE object = 'follow_up' LIMIT 1"


class Tasks:
    """The tasks that earlier imports brought, and what an import tells of their ends."""

    def __init__(self, changes: Changes, alike: Alike) -> None:
        """Read and write through these changes; ``alike`` knows which tasks the file still shows."""
        self._changes = changes
        self._alike = alike
        self._are_any = changes.db.row(ANY_TASK) is not None
        self._done: dict[Family, list[Activity]] = {}

    def come_back(self, rows: Sequence[Keyed]) -> None:
        """Settle the tasks that these new activities were; those without an id must wait for the end."""
        if not self._are_any:
            return
        done: dict[tuple[str, str], Activity] = {}
        own: list[Keyed] = []
        others: dict[Family, list[Activity]] = {}
        for row in rows:
            if not isinstance(value := row.found.value, Activity):
                continue
            if row.found.alike is None:
                done[row.key] = value
                own.append(row)
            else:
                others.setdefault((TASKS, *family_of(row)[1:]), []).append(value)
        waiting = known_anywhere(self._changes.db, TASKS, own)
        self._settle({source["row"]: done[key].day.isoformat() for key, source in waiting.items()})
        for family in self._alike.known(list(others)) if others else ():
            self._done.setdefault(family, []).extend(others[family])

    def settle_alike(self, batch: int) -> None:
        """Settle the tasks without an id that the file shows as done, and no more as waiting."""
        days: dict[Value, str] = {}
        for family, left in self._alike.not_met(list(self._done), batch).items():
            rows = rows_now(self._changes.db, TASKS, [source["row"] for source in left])
            due = [task for task in rows.values() if task["state"] == "due"]
            said = {_words(task) for task in due}
            for activity in sorted(self._done[family], key=lambda one: one.text not in said):
                if due:
                    task = next((one for one in due if _words(one) == activity.text), due[0])
                    due.remove(task)
                    days[task["id"]] = activity.day.isoformat()
        self._settle(days)

    def _settle(self, days: dict[Any, str]) -> None:
        """Settle tasks, by their numbers, on these days."""
        tasks = rows_now(self._changes.db, TASKS, list(days)) if days else {}
        for number, task in tasks.items():
            if task["state"] == "due":
                settled: dict[str, Value] = {"state": "done", "settled": days[number]}
                self._changes.update_many(TASKS, [(int(task["id"]), task, settled)])


def _words(task: dict[str, Any]) -> str:
    """What a task says, as it says it when it is done."""
    return f"{task['what']}\n{task['reason']}" if task["reason"] else str(task["what"])
