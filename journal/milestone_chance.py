"""The chance of each milestone that counts what the rep does day by day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from journal.chance import Chance, chance_of, days_to_work
from journal.measure import REACH, kinds_counted
from journal.plan import Level

if TYPE_CHECKING:
    from journal.calendar import Calendar
    from journal.goal import Goal
    from journal.journal import Journal
    from journal.standing import Standing


def with_chances(journal: Journal, standings: Sequence[Standing]) -> list[Standing]:
    """The standings, those that count activities with their chance."""
    counted = [one for one in standings if is_open(one) and kinds_counted(one.goal.measure)]
    if not counted:
        return list(standings)
    plan = journal.store.plans.latest()
    reach_rate = plan.daily_rates.get(Level.REACH_OUTS) if plan else None
    chances: dict[int, Chance] = {}
    for one in counted:
        daily = journal.recent_days().of(kinds_counted(one.goal.measure))
        planned = reach_rate if one.goal.measure == REACH else None
        if planned is None:
            planned = first_rate(one.goal, journal.calendar)
        chances[one.goal.id] = chance_from(journal, one, daily, planned)
    return [
        replace(one, chance=found.value, if_plan_kept=found.if_plan_kept)
        if (found := chances.get(one.goal.id))
        else one
        for one in standings
    ]


def is_open(standing: Standing) -> bool:
    """Whether a chance can be asked for: it has a target and a due date, and is not finished.

    A level that is to go down cannot be counted, as what is counted only grows.
    """
    goal, term = standing.goal, standing.term
    if standing.is_finished or term.target is None or term.due is None or standing.done is None:
        return False
    return not (goal.at_most and term.target < goal.baseline)


def chance_from(
    journal: Journal, standing: Standing, daily: Sequence[int], plan_rate: float
) -> Chance:
    """The chance of an open one from the daily counts up to yesterday and the plan's daily rate."""
    goal, term, today = standing.goal, standing.term, journal.today()
    assert term.target is not None
    assert term.due is not None
    left = days_to_work(journal.calendar, max(today, goal.start), term.due, done_for_today=False)
    to_go = term.target - (standing.done or 0)
    return chance_of(to_go, left, plan_rate, daily, at_most=goal.at_most)


def first_rate(goal: Goal, calendar: Calendar) -> float:
    """What its first target asked for each working day, never computed again from what is left."""
    term = goal.terms[0]
    if term.target is None or term.due is None:
        return 0.0
    days = calendar.working_days(goal.start, term.due)
    return (term.target - goal.baseline) / days if days else 0.0
