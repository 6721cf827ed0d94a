"""The rep's calendar: which days are working days, as was in force on each day."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

MONDAY_TO_FRIDAY = frozenset(range(5))
"""The working days until the rep says otherwise [default]; Monday is 0."""


@dataclass(frozen=True, slots=True)
class DayOff:
    """A range of days the rep gave themselves off."""

    first: date
    """The first day off."""
    last: date
    """The last day off, itself included."""
    why: str | None = None
    """What for."""
    given_on: date | None = None
    """The rep's day it was given; later than the range when it was given afterwards."""
    id: int = 0
    """Number of the row; 0 before it is saved."""


class Calendar:
    """Chosen weekdays, less public holidays, less days off."""

    def __init__(
        self,
        weeks: Sequence[tuple[date, frozenset[int]]] = (),
        holidays: Iterable[date] = (),
        off: Sequence[DayOff] = (),
    ) -> None:
        """Take the working weekdays from each day on, the public holidays, and the days off."""
        raise NotImplementedError
