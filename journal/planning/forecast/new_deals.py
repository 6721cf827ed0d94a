"""The deals not yet born: how likely it is that together they bring more than an amount."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from math import ceil, exp, expm1, log, log1p, sqrt
from operator import mul

from journal.planning.forecast.nodes import Node
from journal.planning.lognormal import limited_mean, normal_cdf

FEWEST_CELLS = 256
"""The compound sum is drawn on at least so many cells."""

MOST_CELLS = 2_048
"""With more cells than this a gamma distribution stands in for the sum."""

_HUGE = 1e200


@dataclass(frozen=True, slots=True)
class Arrivals:
    """How many new deals are won in time: Poisson with a rate that is Gamma(α, β)·e."""

    alpha: float
    """Shape of the rate of stage-1 arrivals per working day: α."""
    beta: float
    """Working days behind that rate: β."""
    e: float
    """Deals won in time for each arrival per working day."""

    @property
    def mean(self) -> float:
        """How many are expected."""
        return self.alpha * self.e / self.beta

    @property
    def any(self) -> float:
        """The chance that there is at least one: 1 − (1 + e/β)^−α."""
        return -expm1(-self.alpha * log1p(self.e / self.beta))


def severity(spread: float, width: float, cells: int) -> list[float]:
    """The amount of one deal on a grid, in units of the mean deal: shares of 0, d, 2d, …

    Each amount is split over its two neighbours so that the mean is kept: f0 = 1 − L(d)/d,
    fj = (2L(jd) − L((j−1)d) − L((j+1)d))/d. The last of at most ``cells`` cells after 0 holds
    what lies beyond e^(4s − s²/2) or the grid.
    """
    last = max(1, min(cells, ceil(exp(4 * spread - spread * spread / 2) / width)))
    limits = [limited_mean(j * width, spread) for j in range(last + 1)]
    steps = [
        1.0,
        *((after - before) / width for before, after in pairwise(limits)),
        0.0,
    ]
    return [max(0.0, before - after) for before, after in pairwise(steps)]


def compound(arrivals: Arrivals, amounts: Sequence[float], cells: int) -> list[float]:
    """The sum of all new deals on the grid of ``amounts``: shares of 0, d, …, cells·d.

    Panjer's recursion for the negative binomial (H. H. Panjer, ASTIN Bulletin 12, 1981), begun
    with 1 and scaled back at the end, as the share of 0 may be too small to write down.
    """
    a = arrivals.e / (arrivals.beta + arrivals.e)
    b = (arrivals.alpha - 1) * a
    scale = 1 / (1 - a * amounts[0])
    plain = amounts[1:]
    by_size = [j * share for j, share in enumerate(plain, start=1)]
    sums = [1.0]
    logs = -arrivals.alpha * log1p(arrivals.e * (1 - amounts[0]) / arrivals.beta)
    for k in range(1, cells + 1):
        recent = sums[: -len(plain) - 1 : -1]
        share = scale * (a * sum(map(mul, plain, recent)) + b / k * sum(map(mul, by_size, recent)))
        sums.append(share)
        if share > _HUGE:
            sums = [each / _HUGE for each in sums]
            logs += log(_HUGE)
    # No share is above 1, so neither is the factor; where it is 0, all lies beyond the grid.
    factor = exp(logs)
    return [each * factor for each in sums]


def tail_by_size(
    arrivals: Arrivals,
    spread: float,
    average: float,
    sizes: Sequence[Node],
    step: float,
    cells: int,
) -> list[float]:
    """P(new deals > i·step) for i = 0..cells, the doubt about the size averaged in.

    ``average`` is the mean deal and ``step`` the width of a cell, in the same unit of money.
    """
    if arrivals.mean <= 0 or average <= 0:
        return [0.0] * (cells + 1)
    reach = cells * step / (average * min(node.value for node in sizes))
    count = max(FEWEST_CELLS, ceil(2 * reach))
    if count > MOST_CELLS:
        return _gamma_by_size(arrivals, spread, average, sizes, step, cells)
    width = reach / count
    shares = compound(arrivals, severity(spread, width, count), count)
    tails = [
        max(0.0, 1 - so_far + share / 2)
        for so_far, share in zip(accumulate(shares), shares, strict=True)
    ]
    tails[0] = arrivals.any
    tails.append(tails[-1])
    falls = [after - before for before, after in pairwise(tails)]
    found = [0.0] * (cells + 1)
    for node in sizes:
        ratio = step / (average * node.value * width)
        # The smallest size asks for the last cell, where rounding may step beyond the grid.
        at = [min(i * ratio, count) for i in range(cells + 1)]
        found = [
            sum_ + node.weight * (tails[int(x)] + (x - int(x)) * falls[int(x)])
            for sum_, x in zip(found, at, strict=True)
        ]
    return found


def _gamma_by_size(
    arrivals: Arrivals,
    spread: float,
    average: float,
    sizes: Sequence[Node],
    step: float,
    cells: int,
) -> list[float]:
    """The same by a gamma of equal mean and variance: P(sum > y) as Wilson and Hilferty have it."""
    mean = arrivals.mean
    variance = mean * exp(spread * spread) + mean * mean / arrivals.alpha
    shape = mean * mean / variance
    found = [arrivals.any]
    for i in range(1, cells + 1):
        tail = 0.0
        for node in sizes:
            y = i * step / (average * node.value)
            z = ((y / mean) ** (1 / 3) - 1 + 1 / (9 * shape)) * 3 * sqrt(shape)
            tail += node.weight * normal_cdf(-z)
        found.append(min(tail, arrivals.any))
    return found
