"""The lognormal, for what is never below zero and has a long tail: a sales cycle, a deal's size."""

from __future__ import annotations

from collections.abc import Sequence
from math import erfc, fsum, log, sqrt

SPREAD = 0.6
"""Standard deviation of the log before any history [default]."""

WEIGHT = 10
"""How many deals of history the starting values count as [default]."""


def normal_cdf(z: float) -> float:
    """The chance that a standard normal is at most ``z``, exact in both tails."""
    return 0.5 * erfc(-z / sqrt(2.0))


def log_spread(values: Sequence[float]) -> float:
    """The standard deviation of the logs of positive values, shrunk to the starting spread.

    σ² = (10·.6² + Σ(ln v − mean)²) / (10 + max(0, n − 1)).
    """
    if not values:
        return SPREAD
    logs = [log(value) for value in values]
    mean = fsum(logs) / len(logs)
    squares = fsum((each - mean) ** 2 for each in logs)
    return sqrt((WEIGHT * SPREAD**2 + squares) / (WEIGHT + len(logs) - 1))


def limited_mean(x: float, spread: float) -> float:
    """E[min(V, x)] of a lognormal V with mean 1 and this standard deviation of its log."""
    if x <= 0:
        return 0.0
    z = (log(x) + spread * spread / 2) / spread
    return normal_cdf(z - spread) + x * normal_cdf(-z)
