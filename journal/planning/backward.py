"""Waypoints laid backward from the end date: what must be true before that, and before that, by when."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from math import ceil

from journal.calendar import Calendar
from journal.measure import DEALS_WON, FIRST_MEETINGS, QUALIFIED, REACH, STAGE1
from journal.plan import Level
from journal.planning.funnel import Funnel

ROUNDABOUT = 14
"""The first waypoint is at most so many days away."""

NEARER = 3
"""Each waypoint before another takes a third of its time [default]."""

LEVEL_MEASURES = {
    Level.DEALS: DEALS_WON,
    Level.QUALIFIED: QUALIFIED,
    Level.STAGE1: STAGE1,
    Level.FIRST_MEETINGS: FIRST_MEETINGS,
    Level.REACH_OUTS: REACH,
}
"""What a milestone counts for a level; leads have no measure of their own."""

OWN_WORK = (REACH, FIRST_MEETINGS)
"""What the rep does day by day, so that a share of the time asks for that share of it."""


@dataclass(frozen=True, slots=True)
class Waypoint:
    """What must be true, by when."""

    measure: str
    """What it counts."""
    target: int
    """Where it ends: for what is counted, how many from today on; in the measure's units."""
    due: date
    """A working day."""
    baseline: int = 0
    """Where it starts from."""


def from_funnel(found: Funnel, calendar: Calendar, today: date) -> list[Waypoint]:
    """A waypoint for each level that can still be met in time, the latest first, down to one at hand."""
    laid: list[Waypoint] = []
    for line in found.levels:
        measure = LEVEL_MEASURES.get(line.level)
        if measure is None or not line.needed or line.last_useful is None:
            continue
        due = working_day_by(line.last_useful, calendar, today)
        if due is not None:
            laid.append(Waypoint(measure, ceil(line.needed), due))
    if laid and laid[-1].measure in OWN_WORK:
        last = laid[-1]
        whole = calendar.working_days(today, last.due)
        for due in nearer_days(last.due, calendar, today):
            share = Fraction(calendar.working_days(today, due), whole)
            laid.append(Waypoint(last.measure, ceil(last.target * share), due))
    return laid


def nearer_days(due: date, calendar: Calendar, today: date) -> Iterator[date]:
    """Working days before a due date, each a third of the way to the one after it, until one is at hand:
    that is at most two weeks away, and half of the way when a third would be too near."""
    days = (due - today).days
    while days > ROUNDABOUT:
        days = max(days // NEARER, min(ROUNDABOUT, days // 2))
        nearer = working_day_by(today + timedelta(days=days), calendar, today)
        if nearer is not None:
            yield nearer


def working_day_by(day: date, calendar: Calendar, today: date) -> date | None:
    """The last working day from today up to a day; None when there is none."""
    if not calendar.working_days(today, day):
        return None
    return day if calendar.is_working(day) else calendar.previous_working(day)
