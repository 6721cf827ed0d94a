"""How long something takes while some of it still lasts: the Kaplan–Meier curve, in exact fractions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

HALF = Fraction(1, 2)


@dataclass(frozen=True, slots=True)
class Watched:
    """One case that was watched for a while."""

    days: int
    """How long, in days, from 0."""
    ended: bool
    """Whether it ended on that day; else it still lasted when it was last seen."""


@dataclass(frozen=True, slots=True)
class Step:
    """What the curve falls to on a day."""

    day: int
    """A day on which at least one case ended."""
    share: Fraction
    """The share that lasts beyond that day, 0-1: S(day)."""


def kaplan_meier(cases: Iterable[Watched]) -> tuple[Step, ...]:
    """The share that lasts beyond each day on which a case ended, earliest first.

    S(t) = Π (1 − dᵢ/nᵢ) over the days up to t, with dᵢ cases ended of the nᵢ watched until then; a
    case last seen on a day still counts among those of that day. E. L. Kaplan and P. Meier,
    J. Amer. Statist. Assoc. 53 (1958).
    """
    seen = list(cases)
    ended = Counter(case.days for case in seen if case.ended)
    left = Counter(case.days for case in seen)
    at_risk, share, curve = len(seen), Fraction(1), []
    for day in sorted(left):
        if ended[day]:
            share *= Fraction(at_risk - ended[day], at_risk)
            curve.append(Step(day, share))
        at_risk -= left[day]
    return tuple(curve)


def median_day(curve: Sequence[Step]) -> int | None:
    """The smallest day by which half of the cases have ended, S ≤ ½; None when it was not seen."""
    return next((step.day for step in curve if step.share <= HALF), None)
