"""Days off: given before or after, and given back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
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
        """Give back every range that lies within first..last; says how many. Raises NotFound, CannotSave."""
        within = [off for off in self.all() if first <= off.first and off.last <= last]
        if not within:
            raise NotFound(f"No days off lie within {_span(first, last)}; journal off lists them.")
        journal = self._journal
        with journal.writing(f"days off given back {_span(first, last)}"):
            for off in within:
                journal.store.days.give_back(off.id)
        journal.forget_what_was_read()
        return len(within)


def _span(first: date, last: date) -> str:
    return first.isoformat() if first == last else f"{first.isoformat()}..{last.isoformat()}"
