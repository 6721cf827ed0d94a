"""What an average deal brings: the plan's word for it, moved by what was won."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import sqrt

from journal.deal import Deal, Outcome
from journal.plan import Plan
from journal.planning.lognormal import WEIGHT, log_spread
from journal.planning.rates import Source

SIZE_PRIOR = 5
"""How many won deals the plan's deal size counts as [default]."""


@dataclass(frozen=True, slots=True)
class DealSize:
    """The amount of a deal not yet born."""

    mean: float | None
    """A, in minor units of the plan's currency; None while neither plan nor history tells."""
    spread: float
    """Standard deviation of the log of one deal's amount: s."""
    n: int
    """How many won deals it was read from."""
    without_amount: int
    """Won deals left out because their amount is not known."""
    other_currency: int
    """Won deals left out because they were paid in another currency."""
    source: Source
    """History as soon as there is one, else the plan; default where neither tells the size."""

    @property
    def doubt(self) -> float:
        """Standard deviation of the log of the mean itself: τ = s/√(10 + n)."""
        return self.spread / sqrt(WEIGHT + self.n)


def deal_size(deals: Iterable[Deal], plan: Plan) -> DealSize:
    """A = (5·A_plan + Σ won)/(5 + n) over the won deals among these; an amount of 0 is no amount."""
    won = [deal for deal in deals if deal.outcome is Outcome.WON]
    told = [deal.amount for deal in won if deal.amount is not None and deal.amount.minor > 0]
    amounts = [money.minor for money in told if money.currency == plan.currency]
    mean: float | None = None
    source = Source.DEFAULT if plan.deal_size is None else Source.PLAN
    if plan.deal_size is not None:
        mean = (SIZE_PRIOR * plan.deal_size + sum(amounts)) / (SIZE_PRIOR + len(amounts))
    elif amounts:
        mean = sum(amounts) / len(amounts)
    return DealSize(
        mean=mean,
        spread=log_spread(amounts),
        n=len(amounts),
        without_amount=len(won) - len(told),
        other_currency=len(told) - len(amounts),
        source=Source.HISTORY if amounts else source,
    )
