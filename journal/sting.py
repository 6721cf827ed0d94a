"""How a setback's sting fades, how soon the rep acts, and how often setbacks come; never a score."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from math import inf, isinf, log
from statistics import median
from typing import TYPE_CHECKING

from journal.follow_up import FollowUp, FollowUpState

if TYPE_CHECKING:
    from journal.moment import Moment
    from journal.setback import Setback
    from journal.setback_work import Check

GONE = 0.5
"""What a sting of 0 counts as later, so that it has a half-life [default]."""

A_DAY = timedelta(hours=24)


@dataclass(frozen=True, slots=True)
class Fade:
    """How fast stings halve."""

    median_days: float | None
    """The middle half-life in days; None when it is not measured, or half of them do not fade yet."""
    n: int
    """Setbacks whose sting was asked again."""
    not_yet: int
    """How many of them hurt as much as on their day, or more."""

    @property
    def why_not(self) -> str | None:
        """Why there is no half-life, in one sentence; None when there is one."""
        if self.n == 0:
            return "Not measured: no sting was asked again after 7 days yet."
        return (
            "Not yet: half of the stings are not lower yet." if self.median_days is None else None
        )


@dataclass(frozen=True, slots=True)
class Acted:
    """How many setbacks were followed by a next action within 24 hours."""

    within: int
    """Setbacks after which the rep did something within 24 hours."""
    n: int
    """Setbacks that are at least 24 hours old."""

    @property
    def why_not(self) -> str | None:
        """Why there is nothing to tell, in one sentence."""
        return None if self.n else "Not measured: no setback is 24 hours old yet."


@dataclass(frozen=True, slots=True)
class HowOften:
    """How many setbacks come with the work."""

    setbacks: int
    """Setbacks since the first entry of the period."""
    reach_outs: int
    """Reach-outs of the same days."""

    @property
    def per_hundred(self) -> float | None:
        """Setbacks per 100 reach-outs; None without any reach-out."""
        return 100 * self.setbacks / self.reach_outs if self.reach_outs else None

    @property
    def why_not(self) -> str | None:
        """Why there is nothing to tell, in one sentence."""
        return None if self.reach_outs else "Not measured: no reach-out is written down yet."


def half_life(first: int, later: int, days: int) -> float | None:
    """Days in which a sting halves: days·ln 2/ln(first/later), a later 0 counted as .5.

    None when it is not lower: not yet. Raises ValueError when nothing hurt at first, or no day passed.
    """
    if first <= 0 or days <= 0:
        raise ValueError("only what hurt at first can fade, and only with the days")
    if later >= first:
        return None
    return days * log(2) / log(first / (later or GONE))


def fading(stung: Iterable[tuple[Setback, tuple[Check, ...]]]) -> Fade:
    """How fast the stings of these setbacks halve, by the last time each was asked again."""
    lives: list[float] = []
    for setback, checks in stung:
        asked = [
            (check.sting, (check.day - setback.day).days)
            for check in checks
            if check.sting is not None and check.day > setback.day
        ]
        if setback.sting and asked:
            later, days = asked[-1]
            life = half_life(setback.sting, later, days)
            lives.append(inf if life is None else life)
    middle = median(lives) if lives else inf
    return Fade(None if isinf(middle) else middle, len(lives), sum(map(isinf, lives)))


def acted(
    setbacks: Iterable[Setback],
    first_steps: Mapping[int, Moment],
    follow_ups: Mapping[int, Sequence[FollowUp]],
    now: Moment,
) -> Acted:
    """How many setbacks were followed by an entry, or by a next step done, within 24 hours.

    Counted from when the setback was written down. A next step knows the day it was done, not the
    hour: done on that day or the day after counts.
    """
    old = [one for one in setbacks if one.logged and now.utc - one.logged.utc >= A_DAY]
    within = 0
    for one in old:
        step = first_steps.get(one.id)
        wrote = step is not None and one.logged and step.utc - one.logged.utc <= A_DAY
        within += bool(wrote or any(_done_soon(one, each) for each in follow_ups.get(one.id, ())))
    return Acted(within, len(old))


def _done_soon(setback: Setback, step: FollowUp) -> bool:
    if step.state is not FollowUpState.DONE or step.settled is None or setback.logged_day is None:
        return False
    return timedelta(0) <= step.settled - setback.logged_day <= timedelta(days=1)
