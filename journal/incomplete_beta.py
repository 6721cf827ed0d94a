"""The regularised incomplete beta function, which the chance of a milestone is read from."""

from __future__ import annotations

from itertools import count
from math import exp, lgamma, log, log1p

_NEARLY_ZERO = 1e-300
"""Stands in for a denominator of 0, as the method of Lentz asks."""

_NEARLY_ONE = 1e-15
"""The sum ends with the step that changes it by no more than this."""


def incomplete_beta(x: float, a: float, b: float) -> float:
    """I_x(a, b) for a, b > 0: the chance that a Beta(a, b) is at most x, 0-1.

    The continued fraction of DLMF 8.17.22 (https://dlmf.nist.gov/8.17#v), summed by the method of
    Lentz as modified by Thompson and Barnett (J. Comput. Phys. 64, 1986), from the side of the
    mean on which about √max(a, b) steps are enough.
    """
    if x <= 0:
        return 0.0
    if x >= 1:
        return 1.0
    front = exp(lgamma(a + b) - lgamma(a) - lgamma(b) + a * log(x) + b * log1p(-x))
    if x < (a + 1) / (a + b + 2):
        value = front * _fraction(x, a, b) / a
    else:
        value = 1 - front * _fraction(1 - x, b, a) / b
    return min(1.0, max(0.0, value))


def _fraction(x: float, a: float, b: float) -> float:
    """1/(1 + d₁/(1 + d₂/(1 + …))), two terms at a time."""
    c, d = 1.0, 1 / _away_from_zero(1 - (a + b) * x / (a + 1))
    value = d
    for m in count(1):
        even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
        for term in (even, odd):
            d = 1 / _away_from_zero(1 + term * d)
            c = _away_from_zero(1 + term / c)
            value *= c * d
        if abs(c * d - 1) <= _NEARLY_ONE:
            break
    return value


def _away_from_zero(x: float) -> float:
    return x if abs(x) >= _NEARLY_ZERO else _NEARLY_ZERO
