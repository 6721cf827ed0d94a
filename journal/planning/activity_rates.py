"""How the rep's own activity turns into leads and meetings: the counts behind a, b, c and d."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from journal.plan import LEVELS, Level, Plan
from journal.planning.deal_history import count_between
from journal.planning.rates import Rate, history_start, rate_of

ACTIVITY_LEVELS = LEVELS[LEVELS.index(Level.QUALIFIED_LEADS) :]
"""The levels that activities are counted for, the one nearest to the deals first."""

Counted = Callable[[date, date], Mapping[Level, int]]
"""Counts the records that reached each activity level in the days first..last, both included."""


@dataclass(frozen=True, slots=True)
class LevelCounts:
    """One activity level's history."""

    had: int = 0
    """Records at the level in the window of history moved back by the level's lag."""
    reached: int = 0
    """Records at the level above in the window itself."""
    done: int = 0
    """Records at the level since the plan was saved."""
    stock: int = 0
    """Records of the last ``lag`` days that have not moved on, as far as counts tell: those at the
    level less those at the level above."""

    @property
    def s(self) -> int:
        """How many moved on; never more than there were."""
        return min(self.reached, self.had)

    @property
    def has_surplus(self) -> bool:
        """Whether more were counted above the level than at it, so that the rest is left out."""
        return self.reached > self.had


def activity_history(
    counted: Counted, stage1_recorded: Sequence[date], plan: Plan, today: date
) -> dict[Level, LevelCounts]:
    """The history of each activity level, asking for each period once.

    A deal counts above the qualified leads on the day its stage 1 was recorded; a stage named by
    an export alone is no sign of a lead the rep logged. These days are given oldest first.
    """
    periods: dict[tuple[date, date], Mapping[Level, int]] = {}

    def count(level: Level, first: date, last: date) -> int:
        if level is Level.STAGE1:
            return count_between(stage1_recorded, first, last)
        if (first, last) not in periods:
            periods[first, last] = counted(first, last)
        return periods[first, last].get(level, 0)

    start = history_start(today)
    history: dict[Level, LevelCounts] = {}
    for level in ACTIVITY_LEVELS:
        above = LEVELS[LEVELS.index(level) - 1]
        lag = timedelta(days=plan.lag(level))
        recent = today - lag + timedelta(days=1)
        history[level] = LevelCounts(
            had=count(level, start - lag, today - lag),
            reached=count(above, start, today),
            done=count(level, plan.saved_day or plan.start, today),
            stock=max(0, count(level, recent, today) - count(above, recent, today)),
        )
    return history


def activity_rate(history: Mapping[Level, LevelCounts], plan: Plan, level: Level) -> Rate:
    """The rate from an activity level to the one above it."""
    counts = history.get(level, LevelCounts())
    return rate_of(plan, level, counts.s, counts.had)
