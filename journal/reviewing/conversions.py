"""Conversions: which share of each level reached the one above it, against what the plan assumes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from journal.deal import Deal, Outcome
from journal.level_counts import activity_counts
from journal.plan import LEVELS, Level, Plan
from journal.planning.activity_rates import ACTIVITY_LEVELS
from journal.planning.rates import qualifyings, wins
from journal.stage import Stages

if TYPE_CHECKING:
    from journal.planning.rates import Rate
    from journal.store import Store

Share = tuple[int, int]
"""How many got there, of how many that could have."""


@dataclass(frozen=True, slots=True)
class Conversion:
    """One step of the funnel."""

    level: Level
    """The lower level of the step: reach-outs for the share that became leads."""
    mine: float | None
    """The share in the span of the review, 0-1; None where none could have got there."""
    n: int
    """How many of the span could have got there."""
    usual: float | None
    """The share in the last 24 months, 0-1; None without any."""
    usual_n: int
    """How many of the last 24 months could have got there."""
    assumed: float
    """What the plan assumes, 0-1."""
    is_default: bool
    """Whether that is the default, as the rep never said."""

    @property
    def points(self) -> float | None:
        """How many points of a hundred mine is above (or, less than 0, below) the assumed."""
        return None if self.mine is None else round(100 * (self.mine - self.assumed), 6)


def conversions(
    plan: Plan, shares: Mapping[Level, Share], usual: Mapping[Level, Rate]
) -> tuple[Conversion, ...]:
    """The six steps, from the reach-outs up to the deals."""
    found: list[Conversion] = []
    for level in reversed(LEVELS[1:]):
        s, n = shares[level]
        raw = usual[level].raw
        found.append(
            Conversion(
                level=level,
                mine=s / n if n else None,
                n=n,
                usual=raw,
                usual_n=usual[level].n,
                assumed=plan.rate(level),
                is_default=level not in plan.rates,
            )
        )
    return tuple(found)


def activity_shares(store: Store, plan: Plan, first: date, last: date) -> dict[Level, Share]:
    """The steps that activities are counted for: those above in first..last, of those a lag earlier."""
    above_now = activity_counts(store, first, last)
    found: dict[Level, Share] = {}
    for level in ACTIVITY_LEVELS:
        above = LEVELS[LEVELS.index(level) - 1]
        counted = above_now.get(above)
        reached = store.deals.reached_stage1(first, last) if counted is None else counted
        lag = timedelta(days=min(plan.lag_when_saved(level), (first - date.min).days))
        had = activity_counts(store, first - lag, last - lag)[level]
        found[level] = (min(reached, had), had)
    return found


def deal_shares(
    deals: Sequence[Deal], first: date, last: date, stages: Stages
) -> dict[Level, Share]:
    """The two upper steps, of the deals that were settled in first..last: qualified, and closed."""
    closed = [deal for deal in deals if deal.closed is not None and first <= deal.closed <= last]
    settled = [deal for deal in deals if _is_settled(deal, first, last)]
    return {Level.QUALIFIED: wins(closed, stages), Level.STAGE1: qualifyings(settled, stages)}


def _is_settled(deal: Deal, first: date, last: date) -> bool:
    """Whether it was qualified on these days, or closed on them without having been before."""
    day = deal.qualified_on
    if day is None and (not deal.is_open or deal.outcome is Outcome.WON):
        day = deal.closed
    return day is not None and first <= day <= last
