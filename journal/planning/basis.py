"""What the plan rests on: rates, deal size, cycle and open deals, read from the history once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from journal.plan import Level, Plan
from journal.planning.activity_rates import ACTIVITY_LEVELS, LevelCounts, activity_rate
from journal.planning.cycle import Cycle
from journal.planning.deal_history import DealHistory
from journal.planning.deal_size import DealSize, deal_size
from journal.planning.lags import Lag, lags_of
from journal.planning.rates import Rate, rate_of
from journal.planning.stage_rates import OpenDeals, open_deals, stage_chances
from journal.stage import Stages


@dataclass(frozen=True, slots=True, kw_only=True)
class Basis:
    """What the plan's history says, read once for the funnel and the forecast."""

    rates: Mapping[Level, Rate]
    """The rate from each level but the first to the one above it."""
    size: DealSize
    """What an average deal brings."""
    cycle: Cycle
    """How long a won deal takes."""
    lags: Mapping[Level, Lag]
    """How long each level but the deals takes to become the one above it."""
    open: OpenDeals
    """The open deals at stage 1 or later."""

    @property
    def knows_a_deal(self) -> bool:
        """Whether any deal was won or closed lately, or stands open at stage 1 or later."""
        won = self.size.n + self.size.without_amount + self.size.other_currency
        return bool(won or self.rates[Level.QUALIFIED].n or self.open.counted)


def plan_basis(
    plan: Plan,
    history: DealHistory,
    activity: Mapping[Level, LevelCounts],
    today: date,
    stages: Stages | None = None,
) -> Basis:
    """Read rates, deal size, cycle and open deals from the last 24 months."""
    stages = stages or Stages()
    rates = {
        Level.QUALIFIED: rate_of(plan, Level.QUALIFIED, *history.wins),
        Level.STAGE1: rate_of(plan, Level.STAGE1, *history.qualifyings),
        **{level: activity_rate(activity, plan, level) for level in ACTIVITY_LEVELS},
    }
    size = deal_size(history.recent_won, plan)
    w, q = rates[Level.QUALIFIED].plan, rates[Level.STAGE1].plan
    # A period that has begun is weighed once, whatever its first day.
    span = (today, max(today, plan.start), plan.by)
    in_hand = _in_hand(history, stages, (w, q), plan.currency, size.mean, span)
    lags = lags_of(plan, history.taken)
    return Basis(rates=rates, size=size, cycle=history.cycle, lags=lags, open=in_hand)


@lru_cache(maxsize=2)
def _in_hand(
    history: DealHistory,
    stages: Stages,
    planned: tuple[float, float],
    currency: str,
    average: float | None,
    span: tuple[date, date, date],
) -> OpenDeals:
    """The open deals of a history, weighed once: whoever types a target over need not wait for thousands.

    ``planned`` is w and q, 0-1; ``average`` in minor units; ``span`` today, and the first and the last
    day to win on.
    """
    chances = stage_chances(len(history.recent_won), history.furthest, stages, *planned)
    return open_deals(
        history.open,
        chances,
        stages,
        history.cycle,
        currency=currency,
        average=average,
        today=span[0],
        start=span[1],
        due=span[2],
    )
