"""What the plan rests on: rates, deal size, cycle and open deals, read from the history once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from journal.deal import Deal
from journal.plan import Level, Plan
from journal.planning.activity_rates import ACTIVITY_LEVELS, LevelCounts, activity_rate
from journal.planning.cycle import Cycle, cycle_of
from journal.planning.deal_size import DealSize, deal_size
from journal.planning.rates import Rate, in_history, qualifying_rate, win_rate
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
    open: OpenDeals
    """The open deals at stage 1 or later."""


def plan_basis(
    plan: Plan,
    deals: Sequence[Deal],
    activity: Mapping[Level, LevelCounts],
    today: date,
    stages: Stages,
) -> Basis:
    """Read rates, deal size, cycle and open deals from the last 24 months."""
    recent = in_history(deals, today)
    rates = {
        Level.QUALIFIED: win_rate(recent, plan, stages),
        Level.STAGE1: qualifying_rate(recent, plan, stages),
        **{level: activity_rate(activity, plan, level) for level in ACTIVITY_LEVELS},
    }
    size = deal_size(recent, plan)
    cycle = cycle_of(recent)
    chances = stage_chances(recent, stages, rates[Level.QUALIFIED].plan, rates[Level.STAGE1].plan)
    in_hand = open_deals(
        recent,
        chances,
        stages,
        cycle,
        currency=plan.currency,
        average=size.mean,
        today=today,
        due=plan.by,
    )
    return Basis(rates=rates, size=size, cycle=cycle, open=in_hand)
