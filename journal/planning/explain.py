"""What changed a need between two plans: how much of it is the target's, the deals', each rate's."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from math import log, prod

from journal.plan import Level

TARGET = "target"
BOOKED = "booked"
OPEN = "open"
AVERAGE = "deal size"

_ALIKE = 1e-6


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """What a need follows from: N = (target − booked − open)/(average · rates)."""

    target: float
    """The amount to book; all amounts in one unit."""
    booked: float = 0.0
    """What is booked."""
    open_expected: float = 0.0
    """What the open deals are expected to bring."""
    average: float
    """The average deal."""
    rates: Mapping[Level, float] = field(default_factory=dict)
    """The rates down to the level that is needed, 0-1, by the lower level of each step."""

    @property
    def gap(self) -> float:
        """What is left for deals not yet born."""
        return max(0.0, self.target - self.booked - self.open_expected)

    @property
    def need(self) -> float | None:
        """N; None where a rate or the average is 0."""
        divisor = self.average * prod(self.rates.values())
        return self.gap / divisor if divisor else None


def log_mean(x: float, y: float) -> float:
    """The logarithmic mean (x − y)/ln(x/y) of two amounts above 0; of two alike, their mean."""
    ratio = log(x / y)
    return (x + y) / 2 if abs(ratio) < _ALIKE else (x - y) / ratio


def explain(before: Terms, after: Terms) -> dict[str, float] | None:
    """The change of the need, split so that the parts add up to it; None when it cannot be split.

    The log-mean Divisia index (B. W. Ang, Energy Policy 32, 2004): c = L·ln(x1/x0) for what the
    need grows with, and less that for what it is divided by; inside the gap, which is a
    difference, target, booked and open get (L of the needs / L of the gaps) of their own change.
    Rates are named by their level. Both terms must hold the same rates.
    """
    first, last = before.need, after.need
    if first is None or last is None:
        return None
    changes = {
        TARGET: after.target - before.target,
        BOOKED: before.booked - after.booked,
        OPEN: before.open_expected - after.open_expected,
    }
    divisors = {
        AVERAGE: (before.average, after.average),
        **{level.value: (rate, after.rates[level]) for level, rate in before.rates.items()},
    }
    if not first or not last:
        whole = sum(changes.values())
        each = (last - first) / whole if last != first else 0.0
        nothing = dict.fromkeys(divisors, 0.0)
        return {**{name: change * each for name, change in changes.items()}, **nothing}
    needs = log_mean(last, first)
    each = needs / log_mean(after.gap, before.gap)
    return {
        **{name: change * each for name, change in changes.items()},
        **{name: -needs * log(new / old) for name, (old, new) in divisors.items()},
    }
