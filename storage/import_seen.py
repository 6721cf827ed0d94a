"""A row of a file that an earlier import brought: what it says now against what was told before."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any

from journal.transfer.found import Found
from journal.transfer.silence import laid_under, tells_status
from storage.database import Database
from storage.provenance import Keyed, as_json, known_anywhere, told
from storage.rows import Value, moment_read

WHEN = "SELECT id, utc, zone, offset FROM batch WHERE id IN ({marks})"


class Seen:
    """A row of the file that an earlier import brought already.

    What its file is silent about is told as it was: the word of another file goes on to hold.
    """

    __slots__ = ("before", "found", "is_as_before", "source", "told", "unknown")

    def __init__(self, found: Found, source: dict[str, Any]) -> None:
        """Take the row, and its provenance."""
        self.found = found
        self.source = source
        self.told: dict[str, Value] = told(found.value)
        self.before: dict[str, Value] = self.told
        """What was told of it before."""
        self.unknown = found.unknown
        """What is kept beside it."""
        self.is_as_before = (
            as_json(self.told) == source["seen"] and as_json(self.unknown) == source["unknown"]
        )
        """Whether the file says what was said before."""
        if not self.is_as_before:
            self._lay()

    def _lay(self) -> None:
        self.before = json.loads(str(self.source["seen"]))
        self.told = laid_under(self.before, self.told, self.found.silent)
        beside = json.loads(str(self.source["unknown"]))
        if (titles := self.found.titles) is not None:
            stay = {
                title: said
                for title, said in beside.items()
                if title in self.unknown or title not in titles
            }
            self.unknown = stay | dict(self.unknown)
        self.is_as_before = self.told == self.before and self.unknown == beside


def words_of(source: dict[str, Any]) -> tuple[str, str]:
    """What was told of a row before, and what was kept beside it, as it is kept."""
    return source["seen"], source["unknown"]


def as_known(db: Database, rows: Sequence[Keyed]) -> list[Keyed]:
    """The rows of one piece, without those that would tell by their day alone what is known better.

    What was told to be waiting goes on waiting, though its day has come; what was done stays done.
    """
    unsaid = [row for row in rows if _is_unsaid(row)]
    if not unsaid:
        return list(rows)
    waiting = known_anywhere(db, "follow_up", unsaid)
    done = known_anywhere(db, "entry", unsaid)
    days = _days_of(db, {source["batch"] for source in waiting.values()})
    tasks = {row.key[1] for row in rows if row.object == "follow_up"}
    answer: list[Keyed] = []
    for row in rows:
        source = waiting.get(row.key)
        if row.found.to_do is None:
            is_known_better = row.key in done and source is None and _is_unsaid(row)
        elif is_known_better := (
            source is not None
            and (row.key not in done or _waits_since(done[row.key], source))
            and _was_told_to_wait(source, days[source["batch"]])
        ):
            task = row.found.to_do(row.found)
            if task is not None and row.key[1] not in tasks:
                answer.append(Keyed(task, "follow_up", row.key))
        if not is_known_better:
            answer.append(row)
    return answer


def _is_unsaid(row: Keyed) -> bool:
    """Whether a row does not say if it is done."""
    return row.found.to_do is not None or (
        row.object == "follow_up" and "state" in row.found.silent
    )


def _waits_since(deed: dict[str, Any], task: dict[str, Any]) -> bool:
    """Whether a file told of a task that it waits again, after one had told that it is done."""
    is_newer: bool = deed["batch"] < task["batch"]
    return is_newer and json.loads(str(task["seen"]))["state"] == "due"


def _was_told_to_wait(source: dict[str, Any], day: str) -> bool:
    """Whether a file said of a task that it waits, or was called off, more than that its day was to come.

    A calendar has no word of it: its meetings wait until their day, and then they were held.
    Of a task that was done since, what was told before goes on to count.
    """
    seen = json.loads(str(source["seen"]))
    return (
        seen["state"] not in ("due", "done")
        or not seen["due"]
        or seen["due"] <= day
        or any(map(tells_status, json.loads(str(source["unknown"]))))
    )


def _days_of(db: Database, batches: Iterable[int]) -> dict[int, str]:
    """The days of imports, by their numbers."""
    found = db.rows_of(WHEN, batches)
    return {number: moment_read(*when).day().isoformat() for number, *when in found}
