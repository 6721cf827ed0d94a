"""The chance of each milestone that is counted day by day: activities, and what comes of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from journal.chance import Chance, chance_of, days_to_work
from journal.measure import FIRST_MEETINGS, QUALIFIED, REACH, STAGE1, kinds_counted
from journal.plan import Level

if TYPE_CHECKING:
    from journal.calendar import Calendar
    from journal.goal import Goal
    from journal.journal import Journal
    from journal.standing import Standing


PLANNED_LEVELS = {
    REACH: Level.REACH_OUTS,
    FIRST_MEETINGS: Level.FIRST_MEETINGS,
    STAGE1: Level.STAGE1,
    QUALIFIED: Level.QUALIFIED,
}
"""The measures for which the saved plan keeps a daily rate, and the level it keeps it for."""


def with_chances(journal: Journal, standings: Sequence[Standing]) -> list[Standing]:
    """The standings, those that are counted day by day with their chance."""
    counted = [one for one in standings if is_open(one) and is_counted(one.goal.measure)]
    if not counted:
        return list(standings)
    plan = journal.store.plans.latest()
    rates = plan.daily_rates if plan else {}
    chances: dict[int, Chance] = {}
    is_closed = journal.store.day_pages.is_done(journal.today())
    for one in counted:
        measure = one.goal.measure
        planned = rates.get(PLANNED_LEVELS[measure]) if measure in PLANNED_LEVELS else None
        if planned is None:
            planned = first_rate(one.goal, journal.calendar)
        left = days_left(journal, one, is_closed=is_closed)
        chances[one.goal.id] = chance_from(one, daily(journal, measure), planned, left)
    return [
        replace(one, chance=found.value, if_plan_kept=found.if_plan_kept)
        if (found := chances.get(one.goal.id))
        else one
        for one in standings
    ]


def is_counted(measure: str) -> bool:
    """Whether the journal tells day by day how many there were."""
    return bool(kinds_counted(measure)) or measure in PLANNED_LEVELS


def daily(journal: Journal, measure: str) -> list[int]:
    """How many there were on each of the last working days, oldest first."""
    recent, store = journal.recent_days(), journal.store
    if measure == FIRST_MEETINGS:
        return recent.with_dates(measure, store.entries.first_meetings_by_day)
    if measure == STAGE1:
        return recent.with_dates(measure, store.deals.stage1_by_day)
    if measure == QUALIFIED:
        return recent.with_dates(measure, store.deals.qualified_by_day)
    return recent.of(kinds_counted(measure))


def is_open(standing: Standing) -> bool:
    """Whether a chance can be asked for: it has a target and a due date, and is not finished.

    A level that is to go down cannot be counted, as what is counted only grows.
    """
    goal, term = standing.goal, standing.term
    if standing.is_finished or term.target is None or term.due is None or standing.done is None:
        return False
    return not (goal.at_most and term.target < goal.baseline)


def days_left(journal: Journal, standing: Standing, *, is_closed: bool) -> int:
    """The working days left for an open one; today is among them until the rep called it done."""
    today, start, due = journal.today(), standing.goal.start, standing.term.due
    assert due is not None
    is_over = is_closed and start <= today
    return days_to_work(journal.calendar, max(today, start), due, done_for_today=is_over)


def chance_from(standing: Standing, counts: Sequence[int], plan_rate: float, left: int) -> Chance:
    """The chance of an open one from the daily counts up to yesterday and the plan's daily rate."""
    target = standing.term.target
    assert target is not None
    to_go = target - (standing.done or 0)
    return chance_of(to_go, left, plan_rate, counts, at_most=standing.goal.at_most)


def first_rate(goal: Goal, calendar: Calendar) -> float:
    """What its first target asked for each working day, never computed again from what is left."""
    term = goal.terms[0]
    if term.target is None or term.due is None:
        return 0.0
    days = calendar.working_days(goal.start, term.due)
    return (term.target - goal.baseline) / days if days else 0.0
