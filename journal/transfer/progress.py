"""How far a long way in or out is, told to whoever shows it, who may also end it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from journal.errors import JournalError

_T = TypeVar("_T")

BETWEEN = 1_000
"""Rows between two looks at how far it is."""


class Stopped(JournalError):
    """The rep let go of it before its end: nothing was changed."""

    def __init__(self) -> None:
        """Say that nothing came of it."""
        super().__init__("Stopped; nothing was changed.")


@dataclass(frozen=True, slots=True)
class Progress:
    """How far it is."""

    rows: int
    """Rows gone through."""
    total: int | None
    """Rows in all; None while they are still being counted."""


Watch = Callable[[Progress], None]
"""Called every 1,000 rows, and where work goes on between two rows, in the thread that does the work.

To end the work, it raises ``Stopped``.
"""

LookUp = Callable[[], None]
"""Called by long work between two rows; to end the work, it raises ``Stopped``."""


def going_on() -> None:
    """Look up where nobody ends the work."""


def watched(rows: Iterable[_T], total: int | None, watch: Watch | None) -> Iterable[_T]:
    """The rows, telling how far they are after each 1,000 of them and at their end."""
    return rows if watch is None else _watched(rows, total, watch)


def _watched(rows: Iterable[_T], total: int | None, watch: Watch) -> Iterator[_T]:
    number = 0
    for number, row in enumerate(rows, 1):
        yield row
        if number % BETWEEN == 0:
            watch(Progress(number, total))
    watch(Progress(number, total))
