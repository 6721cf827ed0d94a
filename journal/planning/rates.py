"""The rates of the funnel: what the rep's history says, held to the plan while it is short."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from dateutil.relativedelta import relativedelta

from journal.deal import Deal, Outcome
from journal.errors import BadInput
from journal.plan import Level, Plan
from journal.planning.reached import closed_after
from journal.stage import Stages

PRIOR = 20
"""How many cases the plan's rate counts as [default]."""

PLAN_MONTHS = 24
"""How many months of history the plan uses [default]."""


class Source(StrEnum):
    """Where a number comes from."""

    HISTORY = "history"
    PLAN = "plan"
    DEFAULT = "default"


@dataclass(frozen=True, slots=True)
class Rate:
    """The share of a level that reaches the level above it."""

    plan: float
    """The plan's own rate, 0-1: m."""
    s: int
    """How many of the history got there."""
    n: int
    """How many of the history could have."""
    source: Source
    """History as soon as there is one; else who said the plan's rate."""

    @property
    def used(self) -> float:
        """The rate to plan with, 0-1."""
        return shrink(self.plan, self.s, self.n)

    @property
    def raw(self) -> float | None:
        """What history alone says, 0-1; None without any."""
        return self.s / self.n if self.n else None


def shrink(m: float, s: int, n: int) -> float:
    """The plan's rate m moved by s of n towards history: (20·m + s)/(20 + n).

    Raises BadInput when m is no share, ValueError when s is not among n.
    """
    if not 0 <= m <= 1:
        raise BadInput(f"A rate lies between 0 and 100 %, not at {m * 100:g} %.")
    if not 0 <= s <= n:
        raise ValueError(f"{s} of {n}")
    return (PRIOR * m + s) / (PRIOR + n)


def rate_of(plan: Plan, level: Level, s: int, n: int) -> Rate:
    """The rate from a level to the one above it, given the history of it."""
    said = Source.PLAN if level in plan.rates else Source.DEFAULT
    return Rate(plan.rate(level), s, n, Source.HISTORY if n else said)


def history_start(today: date) -> date:
    """The first day of the history that the plan uses."""
    return today - relativedelta(months=PLAN_MONTHS)


def in_history(deals: Iterable[Deal], today: date) -> list[Deal]:
    """Open deals, and those closed since the history starts or on a day nobody knows."""
    start = history_start(today)
    return [deal for deal in deals if deal.closed is None or deal.closed >= start]


def wins(deals: Iterable[Deal], stages: Stages) -> tuple[int, int]:
    """w: of the closed deals that had reached Qualification, how many were won, and how many there were."""
    ended = [deal for deal in deals if closed_after(deal, stages.qualified_position, stages)]
    return sum(deal.outcome is Outcome.WON for deal in ended), len(ended)


def qualifyings(deals: Iterable[Deal], stages: Stages) -> tuple[int, int]:
    """q: of the deals that reached stage 1 and have since qualified or closed, the qualified, and all.

    Of a deal that was not won, a bare stage name from an export does not say that it ever was an
    opportunity: such a deal counts here only when the day it reached stage 1 was recorded.
    """
    s = n = 0
    for deal in deals:
        place = stages.position(deal.stage)
        is_known = deal.is_open or deal.stage1_on is not None or deal.qualified_on is not None
        qualified = deal.outcome is Outcome.WON or deal.qualified_on is not None
        if is_known and place is not None and place >= stages.qualified_position:
            qualified = True
        if qualified or (is_known and not deal.is_open):
            n += 1
            s += qualified
    return s, n
