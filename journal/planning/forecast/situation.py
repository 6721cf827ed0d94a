"""Where the rep stands on the way to a target: all that its chance follows from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

from journal.calendar import Calendar
from journal.plan import LEVELS, Level, Plan
from journal.planning.basis import Basis
from journal.planning.cycle import arrivals_within
from journal.planning.deal_history import DealHistory
from journal.planning.forecast.open_part import Prospect
from journal.planning.funnel import booked_minor
from journal.planning.rates import PRIOR

ARRIVAL_PRIOR = 20
"""How many working days the plan's rate of stage-1 arrivals counts as [default]."""

ARRIVAL_DAYS = 120
"""How many working days of arrivals count at most."""


class Lever(StrEnum):
    """What a rep can do 10 % more or better."""

    REACH_OUTS = "reach_outs"
    D = "d"
    C = "c"
    B = "b"
    A = "a"
    Q = "q"
    W = "w"
    SIZE = "deal_size"


LEVER_LEVELS = {
    Lever.D: Level.REACH_OUTS,
    Lever.C: Level.UNQUALIFIED_LEADS,
    Lever.B: Level.FIRST_MEETINGS,
    Lever.A: Level.QUALIFIED_LEADS,
    Lever.Q: Level.STAGE1,
    Lever.W: Level.QUALIFIED,
}
"""The level whose rate to the one above it a lever is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """One target on one day; money in minor units."""

    gap: float
    """What is missing: the target less what is booked."""
    booked: int = 0
    """What is booked."""
    prospects: tuple[Prospect, ...] = ()
    """The open deals at stage 1 or later."""
    win: tuple[float, float]
    """The win rate is Beta(a, b)."""
    arrivals: tuple[float, float]
    """The rate of stage-1 arrivals per working day is Gamma(α, β)."""
    exposure: float
    """X: the deals won in time, in the period, for each arrival per working day, if all are won."""
    q: float
    """The share of arrivals that qualify, 0-1."""
    average: float | None
    """What an average deal brings; None when not known: then no new deal counts."""
    spread: float
    """Standard deviation of the log of one deal's amount: s."""
    doubt: float
    """Standard deviation of the log of the average deal: τ."""
    lever_rates: Mapping[Lever, float] = field(default_factory=dict)
    """The rates that levers move, 0-1, so that none is moved beyond 1."""
    lever_exposures: Mapping[Lever, float] = field(default_factory=dict)
    """X from the day on which a lever begins to act."""


def situation(
    plan: Plan,
    basis: Basis,
    history: DealHistory,
    calendar: Calendar,
    today: date,
    first_day: date | None,
) -> Situation | None:
    """The situation of a plan; None without a target.

    ``first_day`` is the first day that the journal knows of; history before it is not missing
    arrivals. The rate of arrivals the plan asked for is read from the saved plan.
    """
    if plan.target is None:
        return None
    win, q = basis.rates[Level.QUALIFIED], basis.rates[Level.STAGE1]
    booked = booked_minor(plan, history.won)
    return Situation(
        gap=plan.target - booked,
        booked=booked,
        prospects=tuple(Prospect(each.amount, each.p, each.t) for each in basis.open.counted),
        win=(PRIOR * win.plan + win.s, PRIOR * (1 - win.plan) + win.n - win.s),
        arrivals=_arrivals(plan, history, calendar, today, first_day),
        exposure=arrivals_within(basis.cycle, calendar, today, plan.start, plan.by),
        q=q.used,
        average=basis.size.mean,
        spread=basis.size.spread,
        doubt=basis.size.doubt,
        lever_rates={lever: basis.rates[level].used for lever, level in LEVER_LEVELS.items()},
        lever_exposures=_lever_exposures(plan, basis, calendar, today),
    )


def _arrivals(
    plan: Plan, history: DealHistory, calendar: Calendar, today: date, first_day: date | None
) -> tuple[float, float]:
    """α = 20·ν0 + n and β = 20 + D, over at most the last 120 working days up to yesterday."""
    alpha = ARRIVAL_PRIOR * plan.daily_rates.get(Level.STAGE1, 0.0)
    yesterday = today - timedelta(days=1)
    days = calendar.working_days(first_day, yesterday) if first_day else 0
    if first_day is None or not days:
        return alpha, ARRIVAL_PRIOR
    first = first_day
    if days > ARRIVAL_DAYS:
        first = calendar.plus_working(first_day - timedelta(days=1), days - ARRIVAL_DAYS + 1)
    n = history.count(Level.STAGE1, first, yesterday)
    return alpha + n, ARRIVAL_PRIOR + min(days, ARRIVAL_DAYS)


def _lever_exposures(
    plan: Plan, basis: Basis, calendar: Calendar, today: date
) -> dict[Lever, float]:
    """X from the lag of each lever on arrivals: the lags between what it moves and stage 1."""
    found: dict[Lever, float] = {}
    levels = LEVELS[LEVELS.index(Level.QUALIFIED_LEADS) :]
    lags = [plan.lag(level) for level in levels]
    for lever, between in (
        (Lever.A, 0), (Lever.B, 1), (Lever.C, 2), (Lever.D, 3), (Lever.REACH_OUTS, 4)
    ):  # fmt: skip
        lag = min(sum(lags[:between]), max(0, (plan.by - today).days + 1))
        start = today + timedelta(days=lag)
        found[lever] = arrivals_within(basis.cycle, calendar, start, plan.start, plan.by)
    return found
