"""The chance to hit a target, where the amount may end, and which lever moves the chance most.

Booked + each open deal (won with its stage's rate, in time given its age) + deals not yet born,
summed exactly on a grid of money: no random numbers, so the same journal gives the same chance.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from journal.planning.forecast.moments import mean_and_spread
from journal.planning.forecast.new_deals import Arrivals, tail_by_size
from journal.planning.forecast.nodes import Node, beta_nodes, shifted, size_nodes
from journal.planning.forecast.open_part import (
    NOTHING,
    OpenPart,
    Prospect,
    exact_sums,
    largest_first,
    on_grid,
    rest_and_new,
)
from journal.planning.forecast.situation import Lever, Situation
from journal.planning.forecast.total import Total, add_up

CELLS = 192
"""How finely the money is cut [default]: the worst error against simulation is half a point."""

MARGIN = 1.02
"""How far the grid reaches beyond what matters."""

HIGHEST = 1e18
"""No sum is looked at beyond it, in minor units; what absurd rates bring may be without end."""

NARROW = 4
"""A gap narrower than so many cells gets a grid of its own."""

OUT_OF_REACH = 20
"""A gap so many standard deviations above the mean has no chance: under 1 in 401 (Cantelli)."""

BISECTIONS = 12
"""How often a quantile's range is halved."""

LEVER = 0.1
"""How much more of a lever is tried."""


@dataclass(frozen=True, slots=True)
class Forecast:
    """Where the target stands."""

    chance: float
    """The chance to hit it in time, 0-1."""
    p10: int
    """Nine in ten outcomes are above this amount, in minor units, booked included."""
    p50: int
    """Half of the outcomes are above it."""
    p90: int
    """One in ten outcomes is above it."""


@dataclass(frozen=True, slots=True)
class Gain:
    """What 10 % more of one lever gives."""

    lever: Lever
    """Which one."""
    gain: float
    """The rise of the chance, 0-1."""


@dataclass(frozen=True, slots=True)
class Grid:
    """The open deals and the whole sum on cells of money."""

    step: float
    """The width of a cell, in minor units."""
    cells: int
    """How many cells the grid has; the last holds all above."""
    open: tuple[OpenPart, ...]
    """The sum of the open deals at each win rate."""
    total: Total
    """The sum of open and new deals."""


@dataclass(frozen=True, slots=True)
class WorkedOut:
    """A situation worked out as far as the forecast and its levers share it."""

    situation: Situation
    """The situation itself."""
    nodes: tuple[Node, ...]
    """The win rates that stand for the doubt about it."""
    exact: tuple[Prospect, ...]
    """The open deals that are added exactly."""
    others: tuple[Prospect, ...]
    """The open deals that are added on the grid."""
    whole: Grid
    """As far as the amounts may come: for the quantiles."""
    near: Grid
    """For the chance: the same, or one that ends at the gap when that is only a few of its cells wide
    or far beyond them."""
    has_chance: bool
    """Whether the gap is within reach at all."""


def work_out(situation: Situation) -> WorkedOut:
    """Work a situation out: about 20 ms for 200 open deals."""
    nodes = beta_nodes(*situation.win)
    split = largest_first([each for each in situation.prospects if each.p * each.t > 0])
    mean, spread = mean_and_spread(situation, nodes)
    has_chance = situation.gap <= mean + OUT_OF_REACH * spread

    def drawn(gap: float, high: float) -> Grid:
        step, cells = _grid(gap, high)
        parts = _open_parts(situation, nodes, split, step, cells)
        return Grid(step, cells, parts, _total(situation, nodes, parts, step, cells))

    whole = drawn(situation.gap if has_chance else 0.0, mean + 4 * spread)
    is_apart = not has_chance or 0 < situation.gap < NARROW * whole.step
    near = drawn(situation.gap, 0.0) if is_apart else whole
    exact, others = split
    return WorkedOut(situation, nodes, tuple(exact), tuple(others), whole, near, has_chance)


def forecast(found: WorkedOut) -> Forecast:
    """The chance, and the amounts that 10, 50 and 90 of 100 outcomes stay below."""
    booked = found.situation.booked
    return Forecast(
        _chance(found, found.near.total),
        *(booked + quantile(found, share) for share in (0.1, 0.5, 0.9)),
    )


def quantile(found: WorkedOut, share: float) -> int:
    """The amount of open and new deals that this share of outcomes does not exceed, minor units."""
    low, high = 0.0, found.whole.step * found.whole.cells
    if found.whole.total.at_least(2 * NOTHING) <= 1 - share:
        return 0
    for _ in range(BISECTIONS):
        middle = (low + high) / 2
        if found.whole.total.at_least(middle) > 1 - share:
            low = middle
        else:
            high = middle
    return round((low + high) / 2)


def levers(found: WorkedOut) -> tuple[Gain, ...]:
    """How much the chance rises with 10 % more of each lever, in the order of the funnel.

    A rate is raised to 1 at most. More arrivals help from the lever's lag on; a better win rate
    helps the open deals too, a bigger deal only the new ones.
    """
    before = _chance(found, found.near.total)
    return tuple(
        Gain(lever, max(0.0, _chance(found, _with_lever(found, lever)) - before)) for lever in Lever
    )


def chance_with(found: WorkedOut, exposure: float) -> float:
    """The chance with another number of deals won in time for each arrival per working day, 0-1."""
    gap, near = found.situation.gap, found.near
    if gap <= 0:
        return 1.0
    total = _total(
        found.situation, found.nodes, near.open, near.step, near.cells, exposure=exposure
    )
    return total.at_least(gap)


def _with_lever(found: WorkedOut, lever: Lever) -> Total:
    given = found.situation
    rate = given.lever_rates.get(lever)
    more = min(LEVER, 1 / rate - 1) if rate else LEVER
    parts, step, cells = found.near.open, found.near.step, found.near.cells
    if lever is Lever.SIZE:
        return _total(given, found.nodes, parts, step, cells, size=1 + more)
    if lever is Lever.W:
        split = (found.exact, found.others)
        parts = _open_parts(given, found.nodes, split, step, cells, win=1 + more)
        return _total(given, found.nodes, parts, step, cells, win=1 + more)
    acting = given.exposure if lever is Lever.Q else given.lever_exposures.get(lever, 0.0)
    return _total(given, found.nodes, parts, step, cells, exposure=given.exposure + more * acting)


def _chance(found: WorkedOut, total: Total) -> float:
    gap = found.situation.gap
    if gap <= 0:
        return 1.0
    return total.at_least(gap) if found.has_chance else 0.0


def _grid(gap: float, high: float) -> tuple[float, int]:
    """The width of a cell and how many there are: the gap lies midway between two points."""
    top = MARGIN * max(gap, min(high, HIGHEST), 1.0)
    step = top / CELLS
    if gap > step:
        step = gap / (int(gap / step) + 0.5)
    return step, ceil(top / step)


def _open_parts(
    given: Situation,
    nodes: Sequence[Node],
    split: tuple[Sequence[Prospect], Sequence[Prospect]],
    step: float,
    cells: int,
    win: float = 1.0,
) -> tuple[OpenPart, ...]:
    """The open deals at each win rate, their chances moved by its log-odds; ``win`` is a lever."""
    before = given.win[0] / sum(given.win)
    exact, others = split
    amounts = [each.amount for each in exact]
    on_cells = [_on_its_side(each.amount, given.gap, step) for each in others]
    parts: list[OpenPart] = []
    for node in nodes:
        rate = min(1.0, node.value * win)
        of_exact, of_others = (
            [shifted(each.p, before, rate) * each.t for each in side] for side in split
        )
        parts.append(
            OpenPart(exact_sums(amounts, of_exact), on_grid(on_cells, of_others, step, cells))
        )
    return tuple(parts)


def _on_its_side(amount: float, gap: float, step: float) -> float:
    """An amount within half a cell of the gap stays wholly on its side of it: it would be shared
    between the cell that closes the gap and the one that does not."""
    if gap <= 0 or abs(amount - gap) >= step / 2:
        return amount
    return gap + step / 2 if amount >= gap else max(0.0, gap - step / 2)


def _total(
    given: Situation,
    nodes: Sequence[Node],
    parts: Sequence[OpenPart],
    step: float,
    cells: int,
    *,
    exposure: float | None = None,
    win: float = 1.0,
    size: float = 1.0,
) -> Total:
    """Add the new deals to the open ones at each win rate; the last three are levers."""
    sizes = size_nodes(given.doubt)
    reach = given.exposure if exposure is None else exposure
    curves = []
    for node, part in zip(nodes, parts, strict=True):
        e = reach * given.q * min(1.0, node.value * win)
        arrivals = Arrivals(*given.arrivals, e)
        tail = tail_by_size(
            arrivals, given.spread, (given.average or 0.0) * size, sizes, step, cells
        )
        curves.append(rest_and_new(part.rest, tail))
    return add_up(nodes, parts, curves, step)
