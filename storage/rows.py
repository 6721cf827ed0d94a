"""How a value of the journal becomes what SQLite keeps, and comes back equal.

Text is kept character for character, NUL and escape sequences too; only half a surrogate pair,
which no file can hold, becomes U+FFFD.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from datetime import date, datetime, time
from typing import Any, Protocol, TypeVar

from journal.errors import NotOurFile, Replaced
from journal.moment import Moment
from storage.failures import DAMAGED

PAGE = 500
"""The same as ``journal.store.PAGE``, whose module is too much to load for one quick log."""

Row = tuple[Any, ...]
"""One row of a query."""

Value = str | int | float | None
"""What a STRICT table holds here."""


Read = TypeVar("Read")


def read_rows(read: Callable[[Row], Read], rows: Iterable[Row]) -> list[Read]:
    """The values that rows tell of. Raises NotOurFile for what no journal would hold."""
    try:
        return [read(row) for row in rows]
    except (ValueError, TypeError) as error:
        raise NotOurFile(DAMAGED) from error


def grouped(pairs: Iterable[tuple[int, Read]]) -> dict[int, tuple[Read, ...]]:
    """Values by the number each comes with, in the order they come."""
    answer: dict[int, list[Read]] = {}
    for number, value in pairs:
        answer.setdefault(number, []).append(value)
    return {number: tuple(values) for number, values in answer.items()}


class Named(Protocol):
    """A row that was read, or that is there."""

    @property
    def id(self) -> int: ...

    @property
    def uid(self) -> str: ...


def refuse_another(there: Named, read: Named, no_such: str) -> None:
    """Raises Replaced where the number of what was read is another row's by now."""
    if read.uid and there.uid != read.uid:
        raise Replaced(no_such.format(read.id))


def new_uid(at: Moment) -> str:
    """A name no other row anywhere has; the moment comes first, so that indexes grow at their end."""
    milliseconds = int(at.utc.timestamp() * 1000)
    return f"{milliseconds:012x}{os.urandom(10).hex()}"


def new_uids(at: Moment, number: int, before: int) -> list[str]:
    """So many names that no other row anywhere has, in order after those ``before`` of one import."""
    first = f"{int(at.utc.timestamp() * 1000):012x}"
    random = os.urandom(6 * number).hex()
    return [f"{first}{before + n:08x}{random[12 * n : 12 * n + 12]}" for n in range(number)]


def text_kept(text: str) -> str:
    """The text as a file can hold it."""
    if text.isascii():
        return text
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text


def maybe_text(text: str | None) -> str | None:
    """The text as a file can hold it; None stays None."""
    return text if text is None or text.isascii() else text_kept(text)


def day_kept(day: date | None) -> str | None:
    """A day as ISO text."""
    return None if day is None else day.isoformat()


def day_read(text: str | None) -> date | None:
    """The day an ISO text names."""
    return None if text is None else date.fromisoformat(text)


def by_day(rows: Iterable[Row]) -> dict[date, int]:
    """The counts of rows that hold a day and how many. Raises NotOurFile."""
    return dict(read_rows(lambda row: (date.fromisoformat(row[0]), int(row[1])), rows))


def time_kept(clock: time | None) -> str:
    """A wall clock as text that sorts; empty when only the day is known."""
    return "" if clock is None else clock.isoformat()


def time_read(text: str) -> time | None:
    """The wall clock a text names."""
    return time.fromisoformat(text) if text else None


def moment_kept(at: Moment) -> dict[str, Value]:
    """The three columns of a moment."""
    utc = at.utc.isoformat(timespec="microseconds")
    return {"utc": utc, "zone": text_kept(at.zone), "offset": at.offset}


def moment_read(utc: str, zone: str, offset: int) -> Moment:
    """The moment three columns tell."""
    return Moment(datetime.fromisoformat(utc), zone, offset)


def folded(name: str) -> str:
    """A customer's name as it is matched: without case and outer or doubled spaces."""
    return " ".join(text_kept(name).casefold().split())
