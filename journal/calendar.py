"""The rep's calendar: which days are working days, as was in force on each day."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from datetime import date

from journal.errors import JournalError
from journal.frozen import frozen

MONDAY_TO_FRIDAY = frozenset(range(5))
"""The working days until the rep says otherwise [default]; Monday is 0."""

_NO_DAY = frozenset[int]()
_FIRST = date.min.toordinal()
_LAST = date.max.toordinal()


@frozen
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

    __slots__ = ("_before", "_chosen", "_chosen_from", "_from", "_off", "_working")

    def __init__(
        self,
        weeks: Sequence[tuple[date, frozenset[int]]] = (),
        holidays: Iterable[date] = (),
        off: Sequence[DayOff] = (),
    ) -> None:
        """Take the working weekdays from each day on, the public holidays, and the days off.

        Before the first day named the week is Monday to Friday; for a day named twice the later
        word holds.
        """
        chosen = {_FIRST: MONDAY_TO_FRIDAY} | {day.toordinal(): week for day, week in weeks}
        self._off = tuple(off)
        self._chosen_from = sorted(chosen)
        self._chosen = [chosen[start] for start in self._chosen_from]
        free = _merged(
            [(day.toordinal(), day.toordinal()) for day in holidays]
            + [(each.first.toordinal(), each.last.toordinal()) for each in self._off]
        )
        # Time is cut into stretches of one weekly rhythm, each with the number of working days
        # before it: every question is then a binary search and a division, however far it reaches.
        self._from = sorted({*chosen, *(day for a, b in free for day in (a, b + 1))})
        free_from = [first for first, _ in free]
        self._working: list[frozenset[int]] = []
        self._before = [0]
        for index, start in enumerate(self._from):
            near = bisect_right(free_from, start) - 1
            is_free = near >= 0 and start <= free[near][1]
            self._working.append(_NO_DAY if is_free else self._week(start))
            if index + 1 < len(self._from):
                within = _days_within(self._working[-1], start, self._from[index + 1])
                self._before.append(self._before[-1] + within)

    def is_working(self, day: date) -> bool:
        """Whether it is a chosen weekday, no public holiday and not given off."""
        return day.weekday() in self._working[bisect_right(self._from, day.toordinal()) - 1]

    def next_working(self, day: date) -> date:
        """The first working day on or after a day. Raises JournalError when none is ahead."""
        return self._with_before(self._count_before(day.toordinal()))

    def previous_working(self, day: date) -> date:
        """The last working day strictly before a day. Raises JournalError when there is none."""
        return self._with_before(self._count_before(day.toordinal()) - 1)

    def plus_working(self, day: date, n: int) -> date:
        """The nth working day strictly after a day, n from 1. Raises JournalError when none is ahead."""
        return self._with_before(self._count_before(day.toordinal() + 1) + n - 1)

    def working_days(self, first: date, last: date) -> int:
        """How many working days the days first..last hold, both included; 0 when last is earlier."""
        if last < first:
            return 0
        return self._count_before(last.toordinal() + 1) - self._count_before(first.toordinal())

    def week_length(self, day: date) -> int:
        """How many weekdays are chosen as working days in the week in force on a day, 0 to 7."""
        return len(self._week(day.toordinal()))

    def given_off(self, day: date) -> DayOff | None:
        """The days off a day lies in, the one given first; None when it was not given off."""
        return next((off for off in self._off if off.first <= day <= off.last), None)

    def _week(self, ordinal: int) -> frozenset[int]:
        return self._chosen[bisect_right(self._chosen_from, ordinal) - 1]

    def _count_before(self, ordinal: int) -> int:
        at = bisect_right(self._from, ordinal) - 1
        return self._before[at] + _days_within(self._working[at], self._from[at], ordinal)

    def _with_before(self, count: int) -> date:
        """The working day that has so many working days before it."""
        at = bisect_right(self._before, count) - 1
        if at < 0 or not self._working[at]:
            raise JournalError(_NONE_THERE)
        weeks, rest = divmod(count - self._before[at], len(self._working[at]))
        ordinal = self._from[at] + 7 * weeks
        while rest or _weekday(ordinal) not in self._working[at]:
            rest -= _weekday(ordinal) in self._working[at]
            ordinal += 1
        if ordinal > _LAST:
            raise JournalError(_NONE_THERE)
        return date.fromordinal(ordinal)


_NONE_THERE = "No working day lies there: choose some with journal settings workdays mon-fri."


def _weekday(ordinal: int) -> int:
    return (ordinal - 1) % 7


def _days_within(week: frozenset[int], first: int, end: int) -> int:
    """How many days from first up to, not including, end fall on these weekdays."""
    weeks, rest = divmod(end - first, 7)
    return weeks * len(week) + sum(_weekday(first + i) in week for i in range(rest))


def _merged(ranges: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The same days as ranges that neither touch nor overlap, oldest first."""
    merged: list[tuple[int, int]] = []
    for first, last in sorted(each for each in ranges if each[0] <= each[1]):
        if merged and first <= merged[-1][1] + 1:
            merged[-1] = merged[-1][0], max(merged[-1][1], last)
        else:
            merged.append((first, last))
    return merged
