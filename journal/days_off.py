"""Days off: given before or after, and given back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from journal.calendar import DayOff
from journal.errors import BadInput, NotFound

if TYPE_CHECKING:
    from journal.journal import Journal

LONGEST_REST = 400
"""The longest range of days off, in calendar days."""


class DaysOff:
    """What a rep does with days off."""

    def __init__(self, journal: Journal) -> None:
        """Take the journal they belong to."""
        self._journal = journal

    def all(self) -> Sequence[DayOff]:
        """Every range, oldest first."""
        return self._journal.store.days.off()

    def take(self, first: date, last: date, why: str | None = None) -> DayOff:
        """Give oneself days off, ahead or afterwards. Raises BadInput, CannotSave."""
        if last < first:
            raise BadInput(
                f"The days off end {last.isoformat()}, before they begin {first.isoformat()}."
            )
        if (last - first).days >= LONGEST_REST:
            raise BadInput(f"A range of days off has at most {LONGEST_REST} days; give two.")
        journal = self._journal
        off = DayOff(first=first, last=last, why=why, given_on=journal.today())
        with journal.writing(f"days off {_span(first, last)}"):
            saved = journal.store.days.take_off(off)
        journal.forget_what_was_read()
        return saved

    def give_back(self, first: date, last: date) -> int:
        """Give back every day off of first..last; what else their ranges hold stays off.

        Returns how many calendar days came back. Raises NotFound, CannotSave.
        """
        touched = [off for off in self.all() if off.first <= last and off.last >= first]
        if not touched:
            raise NotFound(f"No days off lie in {_span(first, last)}; journal off lists them.")
        journal = self._journal
        with journal.writing(f"days off given back {_span(first, last)}"):
            for off in touched:
                journal.store.days.give_back(off.id)
                for rest in _without(off, first, last):
                    journal.store.days.take_off(rest)
        journal.forget_what_was_read()
        return len({day for off in touched for day in _days_of(off, first, last)})


def _without(off: DayOff, first: date, last: date) -> Iterator[DayOff]:
    """What is left of a range before and after the days first..last."""
    if off.first < first:
        yield replace(off, last=first - timedelta(days=1), id=0)
    if off.last > last:
        yield replace(off, first=last + timedelta(days=1), id=0)


def _days_of(off: DayOff, first: date, last: date) -> Iterator[date]:
    """The days of a range that lie in first..last."""
    begin, end = max(off.first, first), min(off.last, last)
    return (begin + timedelta(days=n) for n in range((end - begin).days + 1))


def _span(first: date, last: date) -> str:
    return first.isoformat() if first == last else f"{first.isoformat()}..{last.isoformat()}"
