"""Mean and standard deviation of what the open and the new deals bring, for the reach of the grid."""

from __future__ import annotations

from collections.abc import Sequence
from math import exp, sqrt

from journal.planning.forecast.nodes import Node, shifted, size_nodes
from journal.planning.forecast.situation import Situation


def mean_and_spread(given: Situation, nodes: Sequence[Node]) -> tuple[float, float]:
    """Over the nodes of win rate and deal size together, in minor units."""
    first = second = 0.0
    for node in nodes:
        open_mean, open_variance = _open(given, node.value)
        for size in size_nodes(given.doubt):
            new_mean, new_variance = _new(given, node.value, size.value)
            mean = open_mean + new_mean
            weight = node.weight * size.weight
            first += weight * mean
            second += weight * (open_variance + new_variance + mean * mean)
    return first, sqrt(max(0.0, second - first * first))


def _open(given: Situation, rate: float) -> tuple[float, float]:
    before = given.win[0] / sum(given.win)
    mean = variance = 0.0
    for each in given.prospects:
        chance = shifted(each.p, before, rate) * each.t
        mean += each.amount * chance
        variance += each.amount**2 * chance * (1 - chance)
    return mean, variance


def _new(given: Situation, rate: float, factor: float) -> tuple[float, float]:
    """Mean and variance of a negative binomial number of lognormal amounts."""
    alpha, beta = given.arrivals
    count = alpha * given.exposure * given.q * rate / beta
    if not count or not given.average:
        return 0.0, 0.0
    amount = given.average * factor
    mean = count * amount
    return mean, mean * amount * exp(given.spread**2) + mean * mean / alpha
