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
    for one in counted:
        measure = one.goal.measure
        planned = rates.get(PLANNED_LEVELS[measure]) if measure in PLANNED_LEVELS else None
        if planned is None:
            planned = first_rate(one.goal, journal.calendar)
        chances[one.goal.id] = chance_from(journal, one, daily(journal, measure), planned)
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


def chance_from(
    journal: Journal, standing: Standing, counts: Sequence[int], plan_rate: float
) -> Chance:
    """The chance of an open one from the daily counts up to yesterday and the plan's daily rate."""
    goal, term, today = standing.goal, standing.term, journal.today()
    assert term.target is not None
    assert term.due is not None
    left = days_to_work(journal.calendar, max(today, goal.start), term.due, done_for_today=False)
    to_go = term.target - (standing.done or 0)
    return chance_of(to_go, left, plan_rate, counts, at_most=goal.at_most)


def first_rate(goal: Goal, calendar: Calendar) -> float:
    """What its first target asked for each working day, never computed again from what is left."""
    term = goal.terms[0]
    if term.target is None or term.due is None:
        return 0.0
    days = calendar.working_days(goal.start, term.due)
    return (term.target - goal.baseline) / days if days else 0.0
