"""The weeks of a month, or the one of a week, each with what was done in it, and the best of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from journal.activity import REACH_OUTS
from journal.reviewing.span import days_in_words
from journal.tally import Tally, totals_of

if TYPE_CHECKING:
    from journal.calendar import Calendar

MEETING = "meeting"
"""The kind that is told beside the reach-outs of a week."""


@dataclass(frozen=True, slots=True)
class WeekSum:
    """What one week brought, as far as it lies in the month."""

    first: date
    """Its first day that counts: a Monday, or the first of the month."""
    last: date
    """Its last day that counts: a Sunday, or the last of the month."""
    workdays: tuple[date, date]
    """Its first and last working day, as it is called by; its days where it has none."""
    totals: Mapping[str, int]
    """The sum of counts by kind."""

    @property
    def reach_outs(self) -> int:
        """Calls, emails and social touches together."""
        return sum(self.totals.get(kind, 0) for kind in REACH_OUTS)

    @property
    def meetings(self) -> int:
        """Meetings held."""
        return self.totals.get(MEETING, 0)

    @property
    def days(self) -> str:
        """Its working days in words: "9 to 13 Nov"."""
        return days_in_words(*self.workdays)


def weeks_of(
    tallies: Sequence[Tally], calendar: Calendar, first: date, last: date
) -> tuple[WeekSum, ...]:
    """The weeks of the days first..last, cut at both ends, oldest first; ``tallies`` are of these days."""
    by_week: dict[int, list[Tally]] = {}
    for tally in tallies:
        by_week.setdefault(_monday(tally.day.toordinal()), []).append(tally)
    found: list[WeekSum] = []
    for monday in range(_monday(first.toordinal()), last.toordinal() + 1, 7):
        start = date.fromordinal(max(monday, first.toordinal()))
        end = date.fromordinal(min(monday + 6, last.toordinal()))
        totals = totals_of(by_week.get(monday, ()))
        found.append(WeekSum(start, end, _workdays(calendar, start, end), totals))
    return tuple(found)


def best_of(weeks: Sequence[WeekSum]) -> WeekSum | None:
    """The one with the most reach-outs, of two alike the one with more meetings, then the later.

    None where there was no reach-out at all.
    """
    best = max(weeks, key=lambda week: (week.reach_outs, week.meetings, week.first), default=None)
    return best if best is not None and best.reach_outs else None


def _workdays(calendar: Calendar, first: date, last: date) -> tuple[date, date]:
    ordinals = range(first.toordinal(), last.toordinal() + 1)
    working = [day for day in map(date.fromordinal, ordinals) if calendar.is_working(day)]
    return (working[0], working[-1]) if working else (first, last)


def _monday(ordinal: int) -> int:
    return ordinal - (ordinal - 1) % 7
