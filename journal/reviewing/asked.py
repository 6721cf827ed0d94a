"""What the plan asked for on a span of days: its share by working days, as its pace lines climb."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from journal.calendar import Calendar
from journal.measure import AMOUNT, REACH
from journal.one_number import LEVEL_MEASURES
from journal.plan import Plan, last_useful_days
from journal.settings import SettingsHistory


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


def asked_of_targets(
    history: SettingsHistory, calendar: Calendar, first: date, last: date
) -> float | None:
    """What the daily targets for reach-outs asked for; None where there was none."""
    days = (first + timedelta(days=n) for n in range((last - first).days + 1))
    targets = (history.on(day).targets.get(REACH, 0) for day in days if calendar.is_working(day))
    return float(sum(targets)) or None


def _amount(plan: Plan, calendar: Calendar, start: date, end: date) -> float:
    """The part of the way from what was booked when it was saved to the target, in minor units."""
    if plan.target is None or plan.saved_day is None:
        return 0.0
    way = calendar.working_days(plan.saved_day, plan.by)
    days = calendar.working_days(start, min(end, plan.by))
    missing = plan.target - (plan.rests_on.booked if plan.rests_on else 0)
    return missing * days / way if way and days and missing > 0 else 0.0
