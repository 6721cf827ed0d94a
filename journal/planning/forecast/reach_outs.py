"""How many reach-outs a week the rep's chance asks for, and what the plan's own number is worth.

Reach-outs act on the arrivals of stage 1 from their lag on; until then arrivals come as they did.
"""

from __future__ import annotations

from collections.abc import Mapping
from math import prod

from journal.plan import Level
from journal.planning.forecast.situation import ARRIVAL_PRIOR, Lever, Situation
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


def usual_weekly(
    given: Situation,
    rates: Mapping[Level, Rate],
    week_length: int,
    planned: Mapping[Level, float] | None = None,
) -> float:
    """The reach-outs a week that the rate of arrivals stands for.

    ``planned`` is what the saved plan asked for each working day: its own reach-outs stand for the
    arrivals it named, as its levels end on different days. What history adds stands for as many
    reach-outs as the rates say.
    """
    share = prod(rates[level].used for level in _TO_STAGE1)
    if not share:
        return 0.0
    alpha, beta = given.arrivals
    named = (planned or {}).get(Level.STAGE1, 0.0)
    asked = (planned or {}).get(Level.REACH_OUTS, 0.0) or named / share
    came = max(0.0, alpha - ARRIVAL_PRIOR * named)
    return (ARRIVAL_PRIOR * asked + came / share) / beta * week_length


def chance_at(found: WorkedOut, times: float) -> float:
    """The chance with so many times today's reach-outs, 0-1."""
    later = found.situation.lever_exposures.get(Lever.REACH_OUTS, 0.0)
    return chance_with(found, found.situation.exposure + (times - 1) * later)


def weekly_for(found: WorkedOut, usual: float, aim: float) -> float | None:
    """Reach-outs a week that give a chance, found by bisection; None where no number does.

    ``usual`` is what the rate of arrivals stands for, as ``usual_weekly`` has it.
    """
    low, high = 0.0, MOST_TIMES
    if chance_at(found, low) >= aim:
        return low
    if not usual or chance_at(found, high) < aim:
        return None
    for _ in range(30):
        middle = (low + high) / 2
        chance = chance_at(found, middle)
        if abs(chance - aim) <= CLOSE:
            return middle * usual
        low, high = (middle, high) if chance < aim else (low, middle)
    return high * usual
