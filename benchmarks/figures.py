"""Figures and how they are printed: the median of pairs, beside what the design allows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median, quantiles


@dataclass(frozen=True, slots=True)
class Ratio:
    """One figure against its budget."""

    what: str
    """What was measured."""
    value: float
    """The median of the ratios of all pairs, or the figure itself."""
    low: float
    """The smallest."""
    high: float
    """The largest."""
    budget: float
    """What the design allows."""
    unit: str = "×"
    """What the figures are in."""

    def __str__(self) -> str:
        """One line of the table."""
        verdict = "ok" if self.value <= self.budget else "OVER"
        figures = f"{self.value:8.2f} {self.unit:<3}({self.low:.2f} – {self.high:.2f})"
        return f"{self.what:<58}{figures:<30} ≤ {self.budget:g} {self.unit:<3} {verdict}"


def paired(
    what: str, ours: Callable[[], float], theirs: Callable[[], float], rounds: int, budget: float
) -> Ratio:
    """Measure two things in turn, after one round that is not counted, and compare them pair by pair."""
    ours(), theirs()
    ratios = [ours() / theirs() for _ in range(rounds)]
    return Ratio(what, median(ratios), min(ratios), max(ratios), budget)


def spread(what: str, milliseconds: Sequence[float], budget: float, percent: int = 50) -> Ratio:
    """The median of some durations, or another percentile of them."""
    value = median(milliseconds) if percent == 50 else quantiles(milliseconds, n=100)[percent - 1]
    return Ratio(what, value, min(milliseconds), max(milliseconds), budget, "ms")
