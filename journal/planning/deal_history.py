"""What the rep's deals say whatever the plan: read once, and kept for as long as no deal changes."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from journal.deal import Deal, Outcome
from journal.plan import Level
from journal.planning.cycle import Cycle, cycle_of
from journal.planning.lags import Taken, steps_taken
from journal.planning.rates import in_history, qualifyings, wins
from journal.planning.reached import furthest_place, qualified_day, stage1_day
from journal.stage import Stages


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class DealHistory:
    """Open deals, and those closed in the last 24 months or in the plan's period; each reading is itself."""

    open: tuple[Deal, ...]
    """The deals that can still be won."""
    won: tuple[Deal, ...]
    """All that were won."""
    recent_won: tuple[Deal, ...]
    """Those won in the last 24 months."""
    wins: tuple[int, int]
    """Won, and closed after Qualification, in the last 24 months."""
    qualifyings: tuple[int, int]
    """Qualified, and qualified or closed after stage 1, in the last 24 months."""
    furthest: Mapping[int, int]
    """Closed deals of the last 24 months by the furthest place they count as having reached."""
    cycle: Cycle
    """How long a won deal takes."""
    taken: Mapping[Level, Taken]
    """How long the steps took whose days the deals keep."""
    days: Mapping[Level, tuple[date, ...]]
    """The days on which deals reached stage 1, were qualified or won, oldest first."""
    stage1_recorded: tuple[date, ...]
    """The days on which stage 1 was recorded, oldest first; a mere stage of an export has none."""

    def count(self, level: Level, first: date, last: date) -> int:
        """How many deals reached one of the three upper levels on the days first..last."""
        return count_between(self.days[level], first, last)

    @property
    def first_day(self) -> date | None:
        """The day the first of them came to stage 1."""
        return next(iter(self.days[Level.STAGE1]), None)


def deal_history(deals: Iterable[Deal], today: date, stages: Stages | None = None) -> DealHistory:
    """Read the deals."""
    stages = stages or Stages()
    known = list(deals)
    recent = in_history(known, today)
    won = [deal for deal in known if deal.outcome is Outcome.WON]
    return DealHistory(
        open=tuple(deal for deal in known if deal.is_open),
        won=tuple(won),
        recent_won=tuple(in_history(won, today)),
        wins=wins(recent, stages),
        qualifyings=qualifyings(recent, stages),
        furthest=Counter(furthest_place(deal, stages) for deal in recent if not deal.is_open),
        cycle=cycle_of(recent),
        taken=steps_taken(recent, today),
        days={
            Level.DEALS: _sorted(deal.closed for deal in won),
            Level.QUALIFIED: _sorted(qualified_day(deal, stages) for deal in known),
            Level.STAGE1: _sorted(stage1_day(deal, stages) for deal in known),
        },
        stage1_recorded=_sorted(deal.stage1_on for deal in known),
    )


def count_between(days: Sequence[date], first: date, last: date) -> int:
    """How many of these days, oldest first, lie in first..last."""
    return max(0, bisect_right(days, last) - bisect_left(days, first))


def _sorted(days: Iterable[date | None]) -> tuple[date, ...]:
    return tuple(sorted(day for day in days if day is not None))
