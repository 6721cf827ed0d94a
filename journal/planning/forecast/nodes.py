"""What is not known for sure, the win rate and the deal size, as three values that stand for it."""

from __future__ import annotations

from dataclasses import dataclass
from math import acos, cos, exp, log, pi, sqrt

_SURE = 1e-9
"""Chances nearer to 0 or 1 than this are not moved."""


@dataclass(frozen=True, slots=True)
class Node:
    """One of a few values that stand for a distribution."""

    value: float
    """The value."""
    weight: float
    """Its share, 0-1; all add up to 1."""


def beta_nodes(a: float, b: float) -> tuple[Node, Node, Node]:
    """The 3-point Gauss rule of Beta(a, b): exact for polynomials up to the fifth degree.

    The nodes are the zeros of the orthogonal cubic (DLMF 18.3, Jacobi), by Viète's cosines. A rate
    that is sure (a or b = 0) is the same node three times.
    """
    if a <= 0 or b <= 0:
        sure = Node(0.0 if a <= 0 else 1.0, 1 / 3)
        return sure, sure, sure
    centres, squares = _recurrence(a, b)
    low, mid, high = _zeros(centres, squares)

    def node(x: float) -> Node:
        # Christoffel numbers: one over the sum of the squared orthonormal polynomials.
        first = x - centres[0]
        second = (x - centres[1]) * first - squares[0]
        total = 1 + first**2 / squares[0] + second**2 / (squares[0] * squares[1])
        return Node(x, 1 / total)

    return node(low), node(mid), node(high)


def size_nodes(doubt: float) -> tuple[Node, ...]:
    """Factors on the average deal, whose log has the standard deviation ``doubt`` and whose mean is
    1: the 3-point Gauss–Hermite rule, e^(τz − τ²/2) at z = −√3, 0, √3."""
    return tuple(
        Node(exp(doubt * z - doubt * doubt / 2), weight)
        for z, weight in ((-sqrt(3), 1 / 6), (0.0, 2 / 3), (sqrt(3), 1 / 6))
    )


def shifted(p: float, before: float, after: float) -> float:
    """A chance moved by the log-odds by which a rate moves from ``before`` to ``after``."""
    if not _SURE < p < 1 - _SURE or not _SURE < before < 1 - _SURE:
        return p
    after = min(1 - _SURE, max(_SURE, after))
    odds = log(p / (1 - p)) + log(after / (1 - after)) - log(before / (1 - before))
    return 1 / (1 + exp(-odds))


def _recurrence(a: float, b: float) -> tuple[tuple[float, float, float], tuple[float, float]]:
    """The three-term recurrence of the monic polynomials orthogonal under Beta(a, b) on 0..1."""
    total = a + b
    centres = [a / total]
    squares = [a * b / (total**2 * (total + 1))]
    for n in (1, 2):
        s = total + 2 * n
        centres.append(0.5 + (a - b) * (total - 2) / (2 * (s - 2) * s))
    n = 2
    s = total + 2 * n
    squares.append(
        n * (n + a - 1) * (n + b - 1) * (n + total - 2) / ((s - 3) * (s - 2) ** 2 * (s - 1))
    )
    return (centres[0], centres[1], centres[2]), (squares[0], squares[1])


def _zeros(centres: tuple[float, float, float], squares: tuple[float, float]) -> list[float]:
    """The three real zeros of (x−c2)((x−c1)(x−c0) − s0) − s1(x−c0), smallest first."""
    c0, c1, c2 = centres
    s0, s1 = squares
    mid = (c0 + c1 + c2) / 3
    d0, d1, d2 = c0 - mid, c1 - mid, c2 - mid
    p = d0 * d1 + d0 * d2 + d1 * d2 - s0 - s1
    q = -d0 * d1 * d2 + s0 * d2 + s1 * d0
    radius = 2 * sqrt(-p / 3)
    angle = acos(min(1.0, max(-1.0, 3 * q / (p * radius)))) / 3
    return sorted(mid + radius * cos(angle - 2 * pi * k / 3) for k in range(3))
