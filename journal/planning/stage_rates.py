"""The chance of a deal to be won at all, by the stage it stands in, and what the open ones bring."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from journal.deal import Deal
from journal.planning.cycle import Cycle, began
from journal.planning.rates import shrink
from journal.planning.reached import place_of
from journal.stage import Stages


class OpenDeal(NamedTuple):
    """An open deal as the forecast sees it; a tuple, for thousands are weighed while a key waits."""

    deal: Deal
    """The deal itself."""
    amount: float
    """What it brings, in minor units; the average deal where it names no amount."""
    p: float
    """The chance that it is won at all, 0-1."""
    t: float
    """The chance that a win comes in time, 0-1."""
    too_old: bool
    """Whether it counts 0: older than twice the rep's slow wins."""

    @property
    def expected(self) -> float:
        """amount·p·t, in minor units."""
        return self.amount * self.p * self.t


@dataclass(frozen=True, slots=True)
class OpenDeals:
    """What is in hand at stage 1 or later."""

    counted: tuple[OpenDeal, ...]
    """The deals that count, oldest id first."""
    unranked: int = 0
    """Open deals left out because our stages do not know theirs."""
    other_currency: int = 0
    """Open deals left out because they are in another currency."""
    without_amount: int = 0
    """Open deals left out because neither they nor the plan name an amount."""

    @property
    def expected(self) -> float:
        """E = Σ amount·p·t, in minor units."""
        return sum(each.expected for each in self.counted)


def stage_priors(stages: Stages, w: float, q: float) -> tuple[float, ...]:
    """The chance to be won by stage, stage 1 first, before any history of stages.

    Qualified to last of J stages w^((J−i)/J), the I before them w·q^((I−i)/I), i from 0.
    """
    early = stages.qualified_position - stages.first_position
    late = len(stages.names) - stages.qualified_position
    before = [w * q ** ((early - i) / early) for i in range(early)]
    return (*before, *(w ** ((late - i) / late) for i in range(late)))


def stage_chances(
    won: int, furthest: Mapping[int, int], stages: Stages, w: float, q: float
) -> tuple[float, ...]:
    """p(stage), stage 1 first: (20·m + won)/(20 + closed that reached it), never falling by stage.

    ``furthest`` counts closed deals by the furthest place they count as having reached. ``w`` and
    ``q`` are the plan's own rates: taken so, the chance at Qualification is the used win rate itself.
    With the used rates the same history would count twice.
    """
    chances: list[float] = []
    for ahead, m in enumerate(stage_priors(stages, w, q)):
        place = stages.first_position + ahead
        ended = sum(count for reached, count in furthest.items() if reached >= place)
        chances.append(max(shrink(m, won, ended), chances[-1] if chances else 0.0))
    return tuple(chances)


def open_deals(
    deals: Iterable[Deal],
    chances: Sequence[float],
    stages: Stages,
    cycle: Cycle,
    *,
    currency: str,
    average: float | None,
    today: date,
    due: date,
    start: date = date.min,
) -> OpenDeals:
    """The open deals at stage 1 or later, each with its chance to be won, and to be in time.

    ``chances`` is p by stage from stage 1 on; ``average`` stands in for an amount not named, in
    minor units; the time left is today..due, both included. In a period that begins after today no
    win before its ``start`` is in time: t is what due adds to the day before.
    """
    counted: list[OpenDeal] = []
    unranked = foreign = without = 0
    by_age: dict[int | None, tuple[float, bool]] = {}
    for deal in deals:
        if not deal.is_open:
            continue
        place = place_of(deal, stages)
        if place is None:
            unranked += 1
        elif place < stages.first_position:
            continue
        elif deal.amount is not None and deal.amount.currency != currency:
            foreign += 1
        elif (amount := _amount(deal, average)) is None:
            without += 1
        else:
            age = _age(deal, today)
            if age not in by_age:
                by_age[age] = _in_time(age, cycle, (due - today).days + 1, (start - today).days)
            p = chances[place - stages.first_position]
            counted.append(OpenDeal(deal, amount, p, *by_age[age]))
    return OpenDeals(tuple(counted), unranked, foreign, without)


def _age(deal: Deal, today: date) -> int | None:
    start = began(deal)
    return None if start is None else (today - start).days


def _in_time(age: int | None, cycle: Cycle, days: int, before: int) -> tuple[float, bool]:
    """The chance that a win comes in ``days`` more days, not ``before``, and whether it is too old."""
    in_time = cycle.in_time(age, days) - cycle.in_time(age, before)
    return in_time, age is not None and age > cycle.oldest


def _amount(deal: Deal, average: float | None) -> float | None:
    """What a deal brings in minor units; one that names none, or less than nothing, the average."""
    return deal.amount.minor if deal.amount is not None and deal.amount.minor > 0 else average
