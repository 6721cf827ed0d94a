"""The reverse funnel: from the target back to the reach-outs of this week, and until when they help."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from journal.calendar import Calendar
from journal.deal import Deal
from journal.money import Money
from journal.plan import LEVELS, Level, Plan, last_useful_days
from journal.planning.activity_rates import LevelCounts
from journal.planning.basis import Basis, plan_basis
from journal.planning.deal_history import DealHistory
from journal.planning.funnel_notes import funnel_notes
from journal.planning.lags import Lag
from journal.planning.rates import Source
from journal.stage import Stages

STILL_HELPS = ("bigger deals", "a better win rate", "the open deals", "next year's pipeline")
"""What still helps after the last useful day of the reach-outs."""


@dataclass(frozen=True, slots=True)
class LevelLine:
    """One level of the funnel."""

    level: Level
    """Which of the seven."""
    needed: float | None
    """How many are still needed, fractions carried; None without a target, or where none is known."""
    done: int
    """How many reached the level since the plan was saved."""
    last_useful: date | None
    """The last calendar day from which half still come in time; None without a target."""
    rate: float | None
    """The share that reaches the level above, 0-1, as used; None for the deals."""
    raw_rate: float | None
    """What history alone says; None without any."""
    n: int
    """How many of the history could have reached the level above."""
    source: Source
    """Where the rate comes from; for the deals, their size."""
    lag: Lag | None = None
    """How long it takes to become the level above; None for the deals."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Funnel:
    """The plan of one target, from the deals down to the reach-outs."""

    levels: tuple[LevelLine, ...]
    """The seven levels, deals first."""
    target: Money | None
    """The amount to book; None without a target."""
    booked: Money
    """The amount won in the plan's period so far."""
    by: date | None
    """The last day of the plan's period; None without a target."""
    open_expected: Money
    """What the open deals are expected to bring by then."""
    gap: Money | None
    """What is left for deals not yet born; None without a target."""
    weekly_reach_outs: float | None
    """Reach-outs a week from today on; None without a target and past their last useful day."""
    is_past: bool
    """Whether no working day is left on which new reach-outs still help in time."""
    basis: Basis
    """The history behind it."""
    notes: tuple[str, ...] = ()
    """What was left out, and what cannot be said, in plain sentences."""

    @property
    def lags(self) -> tuple[tuple[Level, Lag], ...]:
        """How long each level but the deals takes to become the one above it, top to bottom."""
        return tuple((line.level, line.lag) for line in self.levels if line.lag is not None)


def funnel(
    plan: Plan,
    history: DealHistory,
    activity: Mapping[Level, LevelCounts],
    calendar: Calendar,
    today: date,
    stages: Stages | None = None,
) -> Funnel:
    """The whole funnel of a plan on one day.

    ``activity`` holds the activity levels' history, missing levels being empty.
    """
    basis = plan_basis(plan, history, activity, today, stages)
    booked = Money(booked_minor(plan, history.won), plan.currency)
    expected = Money(round(basis.open.expected), plan.currency)
    gap = None if plan.target is None else max(0, plan.target - booked.minor - expected.minor)
    useful = last_useful_days(plan, {level: lag.days for level, lag in basis.lags.items()})
    needed: Mapping[Level, float | None] = dict.fromkeys(LEVELS)
    if gap is not None:
        rates = {level: rate.used for level, rate in basis.rates.items()}
        stocks = {level: counts.stock for level, counts in activity.items()}
        needed = needs(gap, basis.size.mean, rates, stocks)
    done = {**_deals_done(plan, history), **{lv: c.done for lv, c in activity.items()}}
    left = working_days_left(calendar, today, useful[Level.REACH_OUTS])
    return Funnel(
        levels=tuple(
            _line(level, needed[level], done.get(level, 0), plan, useful, basis) for level in LEVELS
        ),
        target=None if plan.target is None else Money(plan.target, plan.currency),
        booked=booked,
        by=None if plan.target is None else plan.by,
        open_expected=expected,
        gap=None if gap is None else Money(gap, plan.currency),
        weekly_reach_outs=weekly(needed[Level.REACH_OUTS], left, calendar.week_length(today)),
        is_past=plan.target is not None and left == 0,
        basis=basis,
        notes=funnel_notes(plan, basis, activity, today, is_open=bool(gap)),
    )


def booked_minor(plan: Plan, won: Iterable[Deal]) -> int:
    """Where the goal starts from and what won deals brought in the plan's period, in minor units."""
    return plan.baseline + sum(
        deal.amount.minor
        for deal in won
        if deal.amount is not None
        and deal.amount.currency == plan.currency
        and deal.closed is not None
        and plan.start <= deal.closed <= plan.by
    )


def needs(
    gap: float,
    average: float | None,
    rates: Mapping[Level, float],
    stocks: Mapping[Level, int],
) -> dict[Level, float | None]:
    """How many of each level the gap still asks for, fractions carried.

    ``gap`` and ``average`` are in the same unit of money. Below stage 1, what is in hand at a level
    is taken off on the way down, but for the reach-outs, which are the rep's to do. Once a rate is
    0, or the average is not known, no number follows for the levels below.
    """
    need = gap / average if average else None
    found: dict[Level, float | None] = {Level.DEALS: need}
    for level in LEVELS[1:]:
        if need is not None:
            rate = rates[level]
            stock = 0 if level is Level.REACH_OUTS else stocks.get(level, 0)
            # Rounded far below what matters, or the ceiling of 160.00000000000003 would be 161.
            need = max(0.0, round(need / rate - stock, 9)) if rate else None
        found[level] = need
    return found


def working_days_left(calendar: Calendar, today: date, last: date) -> int:
    """The working days from today to a last useful day, both included; 0 once it is past."""
    return calendar.working_days(today, last)


def weekly(need: float | None, days_left: int, week_length: int) -> float | None:
    """What a week asks for: the need over the weeks left, at so many working days a week."""
    if need is None or not days_left or not week_length:
        return None
    return need / days_left * week_length


def daily_needs(
    found: Funnel, calendar: Calendar, today: date, former: Mapping[Level, float]
) -> dict[Level, float]:
    """What each working day from today to a level's last useful day asks for: a new plan keeps it.

    A level past its last useful day keeps the ``former`` plan's, as what the rep set out to do goes
    on and feeds the time after it; one without a number is missing.
    """
    daily: dict[Level, float] = {}
    for line in found.levels:
        if line.needed is not None and line.last_useful is not None:
            left = working_days_left(calendar, today, line.last_useful)
            if left:
                daily[line.level] = line.needed / left
            elif line.level in former:
                daily[line.level] = former[line.level]
    return daily


def _line(
    level: Level,
    needed: float | None,
    done: int,
    plan: Plan,
    useful: Mapping[Level, date],
    basis: Basis,
) -> LevelLine:
    last = None if plan.target is None else useful[level]
    if level is Level.DEALS:
        return LevelLine(level, needed, done, last, None, None, basis.size.n, basis.size.source)
    rate, lag = basis.rates[level], basis.lags[level]
    return LevelLine(level, needed, done, last, rate.used, rate.raw, rate.n, rate.source, lag)


def _deals_done(plan: Plan, history: DealHistory) -> dict[Level, int]:
    since = plan.saved_day or plan.start
    return {level: history.count(level, since, date.max) for level in history.days}
