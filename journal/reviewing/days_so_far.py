"""The days of a review: how many were kept, how strength moved, the longest runs, and the year of days."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from journal.days import Day, DayState
from journal.strength import Point
from journal.track_record import DAYS_BEFORE_STRENGTH, Walked

if TYPE_CHECKING:
    from journal.calendar import Calendar
    from journal.reviewing.span import Span

WEEKS_OF_YEAR = 52
"""Weeks of days that are shown, the last one included."""

RUNS_TOLD = 10
"""How many of the longest runs are told."""


@dataclass(frozen=True, slots=True)
class LongRun:
    """Working days kept in a row; frozen days and days off between them do not end it."""

    length: int
    """How many days were kept."""
    first: date
    """The first day of it that was kept."""
    last: date
    """The last day of it that was kept."""
    is_current: bool
    """Whether it still goes on."""


def days_kept(days: Sequence[Day], span: Span, calendar: Calendar) -> tuple[int, int]:
    """How many working days of the span were kept, and how many there were since the first entry.

    Today counts once it is kept.
    """
    within = [day for day in _between(days, span.first, span.until) if calendar.is_working(day.day)]
    kept = sum(day.state is DayState.KEPT for day in within)
    return kept, sum(day.state is not DayState.OPEN for day in within)


def strength_moved(walked: Walked, span: Span) -> tuple[float | None, float | None]:
    """The strength before the span and at its end, 0-1; None while there is too little to tell."""
    return (
        _strength_on(walked, span.first - timedelta(days=1)) if span.first > date.min else None,
        _strength_on(walked, span.until),
    )


def longest_runs(days: Sequence[Day], limit: int = RUNS_TOLD) -> tuple[LongRun, ...]:
    """The longest runs, the longest first, of two as long the later first."""
    runs: list[LongRun] = []
    length, first, last = 0, date.min, date.min
    for day in days:
        if day.state is DayState.KEPT:
            first = day.day if not length else first
            length, last = length + 1, day.day
        elif day.state is DayState.MISSED and length:
            runs.append(LongRun(length, first, last, is_current=False))
            length = 0
    if length:
        runs.append(LongRun(length, first, last, is_current=True))
    return tuple(sorted(runs, key=lambda run: (-run.length, -run.last.toordinal()))[:limit])


def first_of_year(until: date) -> date:
    """The Monday 52 weeks of days begin with, given the last of them."""
    back = until.weekday() + 7 * (WEEKS_OF_YEAR - 1)
    return date.fromordinal(max(1, until.toordinal() - back))


def year_of(walked: Walked, until: date) -> tuple[tuple[Day, ...], tuple[Point, ...]]:
    """The days of 52 weeks up to a day, and the strength on their working days."""
    first = first_of_year(until)
    points = tuple(point for point in walked.points if first <= point[0] <= until)
    return tuple(_between(walked.days, first, until)), points


def _between(days: Sequence[Day], first: date, last: date) -> Sequence[Day]:
    """The days first..last of a row in which none is missing."""
    if not days:
        return ()
    start = days[0].day.toordinal()
    begin = max(0, first.toordinal() - start)
    return days[begin : max(0, last.toordinal() - start + 1)]


def _strength_on(walked: Walked, day: date) -> float | None:
    lived = 0
    for each in walked.days:
        if each.day > day:
            break
        lived += bool(each.done)
    at = bisect_right([on for on, _ in walked.points], day)
    return walked.points[at - 1][1] if at and lived >= DAYS_BEFORE_STRENGTH else None
