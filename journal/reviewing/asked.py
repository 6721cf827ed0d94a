"""What the plan asked for on a span of days: its share by working days, as its pace lines climb."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from enum import StrEnum

from journal.activity import REACH_OUTS
from journal.calendar import Calendar
from journal.goal import Goal
from journal.measure import AMOUNT, REACH
from journal.one_number import LEVEL_MEASURES
from journal.plan import Level, Plan, last_useful_days
from journal.settings import SettingsHistory


class AskedBy(StrEnum):
    """Who asks for reach-outs on a day."""

    PLAN = "plan"
    MILESTONE = "milestone"
    DAILY_TARGET = "daily_target"


def in_force(plans: Sequence[Plan], first: date, last: date) -> Iterator[tuple[Plan, date, date]]:
    """Each version with the days of first..last on which it was the plan; the newest is given first.

    A version holds from the day it was saved; of two saved on one day the later holds.
    """
    end = last
    for plan in plans:
        if plan.saved_day is None or plan.saved_day > end:
            continue
        yield plan, max(first, plan.saved_day), end
        end = plan.saved_day - timedelta(days=1)
        if end < first:
            return


def asked_of_plan(
    plans: Sequence[Plan], calendar: Calendar, first: date, last: date
) -> dict[str, float]:
    """What the versions asked for on the days first..last, by measure, fractions carried.

    Amounts in minor units. What was not asked for, or was past its last useful day, is missing.
    """
    asked: dict[str, float] = {}
    for plan, start, end in in_force(plans, first, last):
        useful = last_useful_days(plan)
        for level, rate in plan.daily_rates.items():
            days = calendar.working_days(start, min(end, useful[level]))
            if rate and days:
                measure = LEVEL_MEASURES[level]
                asked[measure] = asked.get(measure, 0.0) + rate * days
        if share := _amount(plan, calendar, start, end):
            asked[AMOUNT] = asked.get(AMOUNT, 0.0) + share
    return asked


def reach_outs_asked(
    plans: Sequence[Plan],
    goals: Sequence[Goal],
    history: SettingsHistory,
    calendar: Calendar,
    span: tuple[date, date],
) -> Iterator[tuple[date, float, AskedBy]]:
    """What each working day of a span asked for in reach-outs, by whom; days that asked for none left out.

    The plan up to the last useful day of its reach-outs; then, as the week on Today does, the daily
    target for reach-outs, the steepest line of a milestone for them as it stood that day, and last
    the daily targets for their kinds together.
    """
    counting = [goal for goal in goals if goal.measure == REACH and not goal.at_most]
    held = list(in_force(plans, *span))
    for ordinal in range(span[0].toordinal(), span[1].toordinal() + 1):
        day = date.fromordinal(ordinal)
        if not calendar.is_working(day):
            continue
        by_plan = next((_rate(plan, day) for plan, first, last in held if first <= day <= last), 0)
        by_line = max((_climb(goal, day, calendar) for goal in counting), default=0.0)
        targets = history.on(day).targets
        if by_plan:
            yield day, by_plan, AskedBy.PLAN
        elif by_target := targets.get(REACH, 0):
            yield day, float(by_target), AskedBy.DAILY_TARGET
        elif by_line:
            yield day, by_line, AskedBy.MILESTONE
        elif by_kinds := sum(targets.get(kind, 0) for kind in REACH_OUTS):
            yield day, float(by_kinds), AskedBy.DAILY_TARGET


def _rate(plan: Plan, day: date) -> float:
    """What a version asks for on a working day in reach-outs; 0 past their last useful day."""
    useful = last_useful_days(plan)[Level.REACH_OUTS]
    return plan.daily_rates.get(Level.REACH_OUTS, 0.0) if day <= useful else 0.0


def _climb(goal: Goal, day: date, calendar: Calendar) -> float:
    """How much a goal's line climbs on a working day, by the term in force on it."""
    term = goal.term(day)
    if term.target is None or term.due is None or not goal.start <= day <= term.due:
        return 0.0
    if goal.finished is not None and goal.finished < day:
        return 0.0
    days = calendar.working_days(goal.start, term.due)
    return max(0, term.target - goal.baseline) / days


def _amount(plan: Plan, calendar: Calendar, start: date, end: date) -> float:
    """The part of the way from what was booked when it was saved to the target, in minor units."""
    if plan.target is None or plan.saved_day is None:
        return 0.0
    way = calendar.working_days(plan.saved_day, plan.by)
    days = calendar.working_days(start, min(end, plan.by))
    missing = plan.target - (plan.rests_on.booked if plan.rests_on else 0)
    return missing * days / way if way and days and missing > 0 else 0.0
