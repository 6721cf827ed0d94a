"""A burn-up chart's data: what is done of a goal day by day, and the line it is held against."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

from journal.goal import Goal
from journal.measure import NUMBER, units
from journal.pace import line_on

if TYPE_CHECKING:
    from journal.calendar import Calendar
    from journal.progress import Progress

MOST_POINTS = 120
"""A curve has no more points than a wide terminal can draw."""


@dataclass(frozen=True, slots=True)
class BurnUp:
    """Done against the line, in the units a rep reads: major units for money."""

    days: tuple[date, ...]
    """The days of ``done``, oldest first, up to today or the day it was finished; empty before the start."""
    done: tuple[float, ...]
    """What stood at the end of each of them."""
    line_days: tuple[date, ...]
    """The days of ``line``, from the start to the due date."""
    line: tuple[float, ...]
    """Where the line stands on each of them."""
    target: float
    """Where the line ends."""
    today: date
    """The rep's today."""
    unit: str
    """The measure it counts."""


def burn_up(goal: Goal, progress: Progress, calendar: Calendar, today: date) -> BurnUp | None:
    """The two curves of a goal; None while it has no target or no due date."""
    until = goal.finished or today
    term = goal.term(until)
    if term.target is None or term.due is None:
        return None
    per = units(goal.measure, goal.currency)
    line_days = days_between(goal.start, max(goal.start, term.due))
    line = [
        line_on(
            day,
            baseline=goal.baseline,
            target=term.target,
            start=goal.start,
            due=term.due,
            calendar=calendar,
        )
        for day in line_days
    ]
    days, done = _done(goal, progress, until)
    return BurnUp(
        days=tuple(days),
        done=tuple(each / per for each in done),
        line_days=tuple(line_days),
        line=tuple(float(each) / per for each in line),
        target=term.target / per,
        today=today,
        unit=goal.measure,
    )


def _done(goal: Goal, progress: Progress, until: date) -> tuple[list[date], list[int]]:
    """What stood at the end of a day, for days from the start on."""
    if goal.measure == NUMBER:
        read = dict(progress.check_ins(goal, until))
        kept = thinned(list(read))
        return kept, [read[day] for day in kept]
    if until < goal.start:
        return [], []
    days = days_between(goal.start, until)
    spans = [(goal.start, days[0]), *((a + timedelta(days=1), b) for a, b in pairwise(days))]
    return days, list(accumulate(progress.counted_in(goal, spans), initial=goal.baseline))[1:]


def days_between(first: date, last: date) -> list[date]:
    """Days from first to last, both included, evenly apart and at most 120."""
    span = (last - first).days
    points = min(span, MOST_POINTS - 1)
    if not points:
        return [first]
    return [first + timedelta(days=span * i // points) for i in range(points + 1)]


def thinned(days: Sequence[date]) -> list[date]:
    """At most 120 of the days, evenly apart, the last always among them."""
    if len(days) <= MOST_POINTS:
        return list(days)
    return [days[(len(days) - 1) * i // (MOST_POINTS - 1)] for i in range(MOST_POINTS)]
