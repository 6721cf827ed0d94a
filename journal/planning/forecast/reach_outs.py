"""How many reach-outs a week the rep's chance asks for, and what the plan's own number is worth.

Reach-outs act on the arrivals of stage 1 from their lag on; until then arrivals come as they did.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from math import prod

from journal.plan import Level
from journal.planning.forecast.situation import Lever, Situation
from journal.planning.forecast.target import forecast, outlook
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
    given: Situation, rates: Mapping[Level, Rate], weekly: float | None, week_length: int
) -> ReachOuts:
    """Weigh a plan's weekly reach-outs; ``week_length`` is its working days a week.

    It takes up to a second for 200 open deals: work for the background.
    """
    usual = usual_weekly(given, rates, week_length)
    if not usual:
        return ReachOuts(None, None, None)
    return ReachOuts(
        None if weekly is None else chance_at(given, weekly / usual),
        *(
            None if (times := times_for(given, aim)) is None else times * usual
            for aim in (HALF, SURE)
        ),
    )


def usual_weekly(given: Situation, rates: Mapping[Level, Rate], week_length: int) -> float:
    """The reach-outs a week that the rate of arrivals stands for."""
    alpha, beta = given.arrivals
    share = prod(rates[level].used for level in _TO_STAGE1)
    return alpha / beta * week_length / share if share else 0.0


def chance_at(given: Situation, times: float) -> float:
    """The chance with so many times today's reach-outs, 0-1."""
    later = given.lever_exposures.get(Lever.REACH_OUTS, 0.0)
    exposure = given.exposure + (times - 1) * later
    return forecast(outlook(replace(given, exposure=exposure))).chance


def times_for(given: Situation, aim: float) -> float | None:
    """How many times today's reach-outs give a chance, found by bisection; None where none do."""
    low, high = 0.0, MOST_TIMES
    if chance_at(given, high) < aim:
        return None
    if chance_at(given, low) >= aim:
        return low
    for _ in range(30):
        middle = (low + high) / 2
        chance = chance_at(given, middle)
        if abs(chance - aim) <= CLOSE:
            return middle
        low, high = (middle, high) if chance < aim else (low, middle)
    return high
