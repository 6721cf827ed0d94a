"""A plan: how a target becomes this week's reach-outs. Every saved plan is a version."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from datetime import date, timedelta
from enum import StrEnum

from journal.frozen import frozen
from journal.moment import Moment


class Level(StrEnum):
    """The seven levels of the funnel, from the target down to the rep."""

    DEALS = "deals"
    QUALIFIED = "qualified"
    STAGE1 = "stage1"
    QUALIFIED_LEADS = "qualified_leads"
    FIRST_MEETINGS = "first_meetings"
    UNQUALIFIED_LEADS = "unqualified_leads"
    REACH_OUTS = "reach_outs"


LEVELS = tuple(Level)
"""Top to bottom."""

LEVEL_WORDS = {
    Level.DEALS: "deals",
    Level.QUALIFIED: "qualified opportunities",
    Level.STAGE1: "stage-1 opportunities",
    Level.QUALIFIED_LEADS: "qualified leads",
    Level.FIRST_MEETINGS: "first meetings",
    Level.UNQUALIFIED_LEADS: "unqualified leads",
    Level.REACH_OUTS: "reach-outs",
}
"""The levels as a rep calls them."""

DEFAULT_RATES: dict[Level, float] = {
    Level.QUALIFIED: 0.25,
    Level.STAGE1: 0.5,
    Level.QUALIFIED_LEADS: 0.8,
    Level.FIRST_MEETINGS: 0.6,
    Level.UNQUALIFIED_LEADS: 0.2,
    Level.REACH_OUTS: 0.1,
}
"""The share of a level that reaches the one above it, 0-1 [default]: w, q, a, b, c, d."""

DEFAULT_LAGS: dict[Level, int] = {
    Level.QUALIFIED: 60,
    Level.STAGE1: 30,
    Level.QUALIFIED_LEADS: 7,
    Level.FIRST_MEETINGS: 7,
    Level.UNQUALIFIED_LEADS: 14,
    Level.REACH_OUTS: 14,
}
"""Median calendar days from a level to the one above it [default]."""


@frozen(kw_only=True)
class RestsOn:
    """What a version rested on the day it was saved, so that the next one can say what changed."""

    booked: int
    """What was booked, in minor units."""
    open_expected: int
    """What the open deals were expected to bring, in minor units."""
    average: int | None
    """The average deal as used, in minor units; None while it was not known."""
    rates: dict[Level, float]
    """The rates as used, 0-1, by the lower level of each step."""
    lags: dict[Level, int] = field(default_factory=dict)
    """The lags as used, in calendar days; missing in a version older than they were kept."""


@frozen(kw_only=True)
class Plan:
    """What the rep assumes; None means: take it from history, else the default."""

    goal: int
    """The id of the goal it plans, whose measure is the amount booked."""
    target: int | None
    """The amount to book, in minor units."""
    currency: str
    """The currency of every amount in the plan."""
    start: date
    """The first day of the plan's period."""
    by: date
    """The last day of the plan's period."""
    baseline: int = 0
    """Where its goal starts from, in minor units: booked before anything is counted; kept with the goal."""
    deal_size: int | None = None
    """The average deal assumed, in minor units; it has no default."""
    rates: dict[Level, float] = field(default_factory=dict)
    """The rates the rep typed, 0-1, by the lower level of each step."""
    lags: dict[Level, int] = field(default_factory=dict)
    """The lags the rep typed, in calendar days, by the lower level of each step."""
    daily_rates: dict[Level, float] = field(default_factory=dict)
    """The rates per working day the plan asked for when it was saved; never computed again."""
    rests_on: RestsOn | None = None
    """What it rested on when it was saved; None in a version older than that was kept."""
    saved: Moment | None = None
    """When this version was saved."""
    saved_day: date | None = None
    """The rep's day it was saved on."""
    id: int = 0
    """The version's number."""

    def rate(self, level: Level) -> float:
        """The plan's own rate from a level to the one above it, 0-1: typed, or the default."""
        return self.rates.get(level, DEFAULT_RATES[level])

    def lag(self, level: Level) -> int:
        """The plan's own lag from a level to the one above it, in days: typed, or the default."""
        return self.lags.get(level, DEFAULT_LAGS[level])

    def lag_when_saved(self, level: Level) -> int:
        """The lag this version was saved with, in days: typed, else as its history told that day."""
        told = self.rests_on.lags if self.rests_on else {}
        return self.lags.get(level, told.get(level, DEFAULT_LAGS[level]))


def last_useful_days(plan: Plan, lags: Mapping[Level, int] | None = None) -> dict[Level, date]:
    """The due day less the median lags from each level up to the deals, in calendar days.

    ``lags`` are those to count with, in days; without them those the plan was saved with.
    """
    day = plan.by
    days = {Level.DEALS: day}
    for level in LEVELS[1:]:
        # A lag of centuries asks for a day before the calendar begins: its first day says the same.
        lag = plan.lag_when_saved(level) if lags is None else lags[level]
        day -= timedelta(days=min(lag, (day - date.min).days))
        days[level] = day
    return days
