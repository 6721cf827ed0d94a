"""The chance to win a number of deals, whatever they bring."""

from __future__ import annotations

from itertools import pairwise

from journal.incomplete_beta import incomplete_beta
from journal.planning.forecast.nodes import Node, beta_nodes, shifted
from journal.planning.forecast.situation import Situation


def deals_chance(given: Situation, to_go: int) -> float:
    """P(at least ``to_go`` of the open and the new deals are won in time), 0-1.

    The amounts of the situation play no part: each deal counts one, and the number of new ones is
    the negative binomial itself.
    """
    if to_go <= 0:
        return 1.0
    return min(1.0, sum(node.weight * _at(given, node, to_go) for node in beta_nodes(*given.win)))


def _at(given: Situation, node: Node, to_go: int) -> float:
    """The same at one win rate: Σ P(i open deals are won)·P(at least to_go − i new ones)."""
    alpha, beta = given.arrivals
    e = given.exposure * given.q * node.value

    def new(least: int) -> float:
        return incomplete_beta(e / (beta + e), least, alpha) if e > 0 and alpha > 0 else 0.0

    shares = _open_won(given, node.value)
    few = shares[:to_go]
    return sum(share * new(to_go - won) for won, share in enumerate(few)) + sum(shares[to_go:])


def _open_won(given: Situation, rate: float) -> list[float]:
    """The share of each number of open deals that are won, from none to all."""
    before = given.win[0] / sum(given.win)
    shares = [1.0]
    for each in given.prospects:
        chance = shifted(each.p, before, rate) * each.t
        shares = [
            kept * (1 - chance) + fewer * chance for fewer, kept in pairwise([0.0, *shares, 0.0])
        ]
    return shares
