"""How many reach-outs a week the rep's chance asks for, and what the plan's own number is worth.

Reach-outs act on the arrivals of stage 1 from their lag on; until then arrivals come as they did.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import prod

from journal.plan import Level
from journal.planning.forecast.situation import Lever, Situation
from journal.planning.forecast.target import WorkedOut, chance_with
from journal.planning.rates import Rate

HALF, SURE = 0.5, 0.8
"""The chances that a number of reach-outs is named for [default]."""

MOST_TIMES = 64.0
"""More than so many times today's reach-outs is no plan."""

CLOSE = 0.002
"""A chance so near to the one asked for is it."""

_TO_STAGE1 = (
    Level.QUALIFIED_LEADS,
    Level.FIRST_MEETINGS,
    Level.UNQUALIFIED_LEADS,
    Level.REACH_OUTS,
)


@dataclass(frozen=True, slots=True)
class ReachOuts:
    """What reach-outs alone can do for a target."""

    plan_chance: float | None
    """The chance of doing exactly the plan's weekly reach-outs, 0-1; None where it names none."""
    for_half: float | None
    """Reach-outs a week for a chance of 50 %; None: not by reach-outs alone."""
    for_sure: float | None
    """Reach-outs a week for a chance of 80 %; None: not by reach-outs alone."""


def reach_outs(
    found: WorkedOut, rates: Mapping[Level, Rate], weekly: float | None, week_length: int
) -> ReachOuts:
    """Weigh a plan's weekly reach-outs; ``week_length`` is its working days a week."""
    usual = usual_weekly(found.situation, rates, week_length)
    if not usual:
        return ReachOuts(None, None, None)
    return ReachOuts(
        None if weekly is None else chance_at(found, weekly / usual),
        weekly_for(found, usual, HALF),
        weekly_for(found, usual, SURE),
    )


def usual_weekly(given: Situation, rates: Mapping[Level, Rate], week_length: int) -> float:
    """The reach-outs a week that the rate of arrivals stands for."""
    alpha, beta = given.arrivals
    share = prod(rates[level].used for level in _TO_STAGE1)
    return alpha / beta * week_length / share if share else 0.0


def chance_at(found: WorkedOut, times: float) -> float:
    """The chance with so many times today's reach-outs, 0-1."""
    later = found.situation.lever_exposures.get(Lever.REACH_OUTS, 0.0)
    return chance_with(found, found.situation.exposure + (times - 1) * later)


def weekly_for(found: WorkedOut, usual: float, aim: float) -> float | None:
    """Reach-outs a week that give a chance, found by bisection; None where no number does.

    ``usual`` is what the rate of arrivals stands for, as ``usual_weekly`` has it.
    """
    low, high = 0.0, MOST_TIMES
    if not usual or chance_at(found, high) < aim:
        return None
    if chance_at(found, low) >= aim:
        return low
    for _ in range(30):
        middle = (low + high) / 2
        chance = chance_at(found, middle)
        if abs(chance - aim) <= CLOSE:
            return middle * usual
        low, high = (middle, high) if chance < aim else (low, middle)
    return high * usual
