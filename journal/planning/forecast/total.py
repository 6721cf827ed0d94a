"""How likely the open and the new deals together bring at least an amount."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from journal.planning.forecast.nodes import Node
from journal.planning.forecast.open_part import NOTHING, OpenPart, Rising


@dataclass(frozen=True, slots=True)
class Total:
    """The sum of open and new deals over the three win rates."""

    sums: tuple[tuple[float, float, float, float], ...]
    """Each exact sum with its share at each win rate, the win rate's own weight included."""
    falls: tuple[tuple[float, float, float, float, float, float], ...]
    """For each cell P(others and new ≥ y) at its start and how much that changes up to its end, at
    each win rate; the last cell goes on forever."""
    step: float
    """The width of a cell, in minor units."""

    def at_least(self, amount: float) -> float:
        """P(open + new ≥ amount), 0-1, the amount in minor units."""
        last = len(self.falls) - 1
        chance = 0.0
        for known, low, mid, high in self.sums:
            missing = amount - known
            if missing <= NOTHING:
                chance += low + mid + high
                continue
            at = missing / self.step
            cell = min(int(at), last)
            low_at, low_on, mid_at, mid_on, high_at, high_on = self.falls[cell]
            part = at - cell
            chance += low * (low_at + part * low_on)
            chance += mid * (mid_at + part * mid_on)
            chance += high * (high_at + part * high_on)
        return min(1.0, chance)


def add_up(
    nodes: Sequence[Node], parts: Sequence[OpenPart], curves: Sequence[Rising], step: float
) -> Total:
    """Bring the three win rates together: each has the same sums in the same order, with other
    shares."""
    low, mid, high = (
        [share * node.weight for share in part.sums.values()]
        for node, part in zip(nodes, parts, strict=True)
    )
    rows: list[list[tuple[float, float]]] = []
    for curve in curves:
        ends = [*curve.left[1:], curve.right[-1]]
        rows.append([(at, end - at) for at, end in zip(curve.right, ends, strict=True)])
    return Total(
        tuple(zip(parts[0].sums, low, mid, high, strict=True)),
        tuple((*one, *two, *three) for one, two, three in zip(*rows, strict=True)),
        step,
    )
