"""The plans of the sample rep: one made in December, and the one that the year began with."""

from __future__ import annotations

from datetime import date, time

from journal.moment import Moment
from journal.plan import DEFAULT_LAGS, Level, Plan, RestsOn
from journal.sample.days import SampleDays
from journal.sample.deals import CURRENCY
from journal.sample.goals import BOOKED, TARGET

_HOPED_SIZE = 6_000_000
_DEAL_SIZE = 5_000_000
_RATES = {
    Level.QUALIFIED: 0.4,
    Level.STAGE1: 0.6,
    Level.QUALIFIED_LEADS: 0.85,
    Level.FIRST_MEETINGS: 0.7,
    Level.UNQUALIFIED_LEADS: 0.35,
    Level.REACH_OUTS: 0.11,
}
_HOPED_RATES = {**_RATES, Level.QUALIFIED: 0.35, Level.REACH_OUTS: 0.12}


def sample_plans(days: SampleDays) -> tuple[Plan, ...]:
    """Every version, the oldest first; ``goal`` is a place in the list of goals, from 1."""
    new_year = date(days.today.year, 1, 1)
    december = days.calendar.previous_working(date(new_year.year - 1, 12, 17))
    saved_on = days.calendar.next_working(new_year)
    saved = days.moment(saved_on, time(9))
    if saved.utc >= days.now.utc:
        saved_on, saved = days.today, days.now
    return (
        _plan(days, december, days.moment(december, time(16)), _HOPED_SIZE, _HOPED_RATES),
        _plan(days, saved_on, saved, _DEAL_SIZE, _RATES),
    )


def _plan(
    days: SampleDays, saved_on: date, saved: Moment, deal_size: int, rates: dict[Level, float]
) -> Plan:
    """The year's target with these assumptions, spread evenly over its working days."""
    start, by = date(days.today.year, 1, 1), date(days.today.year, 12, 31)
    working_days = max(1, days.calendar.working_days(start, by))
    needed = TARGET / deal_size
    daily = {Level.DEALS: needed / working_days}
    for level, rate in rates.items():
        needed /= rate
        daily[level] = needed / working_days
    return Plan(
        goal=BOOKED,
        target=TARGET,
        currency=CURRENCY,
        start=start,
        by=by,
        deal_size=deal_size,
        rates=dict(rates),
        daily_rates=daily,
        rests_on=RestsOn(
            booked=0,
            open_expected=0,
            average=deal_size,
            rates=dict(rates),
            lags=dict(DEFAULT_LAGS),
        ),
        saved=saved,
        saved_day=saved_on,
    )
