"""What the open deals bring together: the largest exactly, the rest on a grid of money."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from operator import mul

MOST_SUMS = 256
"""So many sums are kept exactly: round amounts and lumps stay what they are."""

NOTHING = 1e-6
"""Amounts nearer than this many minor units are the same."""


@dataclass(frozen=True, slots=True)
class Prospect:
    """One open deal."""

    amount: float
    """What it brings, in minor units."""
    p: float
    """The chance that it is won at all, 0-1, at the mean win rate."""
    t: float
    """The chance that a win comes in time, 0-1."""


@dataclass(frozen=True, slots=True)
class OpenPart:
    """The sum of the open deals at one win rate."""

    sums: dict[float, float]
    """The share of each sum of the largest deals."""
    rest: tuple[float, ...]
    """The share of each cell 0, step, 2·step, … for the sum of the others; the last holds all above."""


def largest_first(prospects: Sequence[Prospect]) -> tuple[list[Prospect], list[Prospect]]:
    """The deals to add exactly, largest first, while their sums are few enough; and the others."""
    ordered = sorted(prospects, key=lambda each: -each.amount)
    sums = {0.0}
    for index, each in enumerate(ordered):
        more = sums | {before + each.amount for before in sums}
        if len(more) > MOST_SUMS:
            return ordered[:index], ordered[index:]
        sums = more
    return ordered, []


def exact_sums(amounts: Sequence[float], chances: Sequence[float]) -> dict[float, float]:
    """The share of each sum that the deals can bring, each won with its own chance."""
    sums = {0.0: 1.0}
    for amount, chance in zip(amounts, chances, strict=True):
        after = {before: share * (1 - chance) for before, share in sums.items()}
        for before, share in sums.items():
            after[before + amount] = after.get(before + amount, 0.0) + share * chance
        sums = after
    return sums


def on_grid(
    amounts: Sequence[float], chances: Sequence[float], step: float, cells: int
) -> tuple[float, ...]:
    """The same on cells 0..cells, each amount split over its two neighbours so that the mean is
    kept; what lies above is pooled in the last cell."""
    shares = [1.0]
    # Smallest first: the grid then stays short for as long as it can.
    for amount, chance in sorted(zip(amounts, chances, strict=True)):
        low = min(cells, int(amount / step))
        upper = chance * min(1.0, amount / step - low)
        lower = chance - upper
        stay = 1 - chance
        room = [0.0] * (low + 1)
        size = len(shares)
        shares = [
            stay * kept + lower * here + upper * before
            for kept, here, before in zip(
                shares + room, room[1:] + shares + [0.0], room + shares, strict=True
            )
        ]
        if size + low >= cells:
            shares[cells:] = [sum(shares[cells:])]
    return tuple(shares)


@dataclass(frozen=True, slots=True)
class Rising:
    """P(rest + new deals ≥ y) between the cells of the grid, where it falls in straight lines."""

    right: tuple[float, ...]
    """Just above i·step."""
    left: tuple[float, ...]
    """Just below i·step."""


def rest_and_new(rest: Sequence[float], tail: Sequence[float]) -> Rising:
    """Add the grid of the open deals to the tail P(new > i·step)."""
    padded = [*rest, *[0.0] * (len(tail) - len(rest))]
    cells = len(tail)
    reversed_tail = list(reversed(tail))
    above = [max(0.0, 1 - so_far) for so_far in accumulate(padded)]
    right = [above[i] + sum(map(mul, padded, reversed_tail[cells - 1 - i :])) for i in range(cells)]
    left = [value + share * (1 - tail[0]) for value, share in zip(right, padded, strict=True)]
    return Rising(tuple(right), tuple(left))
