"""Everything a review shows of a week or a month, as one frozen value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from journal.days import Day
from journal.entry import Entry
from journal.reviewing.conversions import Conversion
from journal.reviewing.days_so_far import LongRun
from journal.reviewing.next_day import NextReview
from journal.reviewing.plan_rows import PlanTable
from journal.reviewing.reward import RewardStanding
from journal.reviewing.skills import SkillCount
from journal.reviewing.span import Span
from journal.reviewing.weeks import WeekSum
from journal.streak import Streak
from journal.strength import Point


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewView:
    """A week or a month looked at; the levers and the bounce-back are asked for by themselves."""

    span: Span
    """Which days it looks at, and what they are called."""
    before: date | None
    """A day of the week or month before; None when nothing was written down by then."""
    after: date | None
    """A day of the next one; None while this one is going on."""
    share: float | None
    """The part of the plan's reach-outs that was done, 1 being all; None where none were asked for."""
    days_kept: int
    """How many working days were kept."""
    days_of: int
    """How many working days there were since the first entry; today counts once it is kept."""
    strength_from: float | None
    """The strength before the first day, 0-1; None while there was too little to tell."""
    strength_to: float | None
    """The strength at its end, or today's, 0-1."""
    table: PlanTable
    """Plan against actual."""
    conversions: tuple[Conversion, ...]
    """The six steps from the reach-outs up to the deals; the stages come of history and plan."""
    streak: Streak
    """The streak as it stands today."""
    runs: tuple[LongRun, ...]
    """The ten longest runs of kept days, the longest first."""
    year: tuple[Day, ...]
    """The days of 52 weeks up to the span's last, from a Monday; days before the first entry left out."""
    notes: Mapping[date, str]
    """What the rep said of days of that year: the one good thing, else the day's progress."""
    curve: tuple[Point, ...]
    """The strength at the end of each working day of that year, 0-1."""
    weeks: tuple[WeekSum, ...]
    """The weeks of the span, those to come too, oldest first."""
    best_week: WeekSum | None
    """The week with the most reach-outs; None where there was none."""
    moved: tuple[Entry, ...]
    """Entries marked as progress, newest first, at most ten."""
    moved_count: int
    """How many there are."""
    said_no: int
    """How many clear noes there were: each is an answer, and counts as progress."""
    setbacks: int
    """How many setbacks came in these days."""
    skills: tuple[SkillCount, ...]
    """The skills being built, in the quarter of the span's last day."""
    reward: RewardStanding | None
    """The reward of the month the span ends in; None when none was promised."""
    next: NextReview
    """When the next review is."""
    notices: tuple[str, ...] = ()
    """What is default or was left out, in plain sentences."""

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to look back on yet."""
        return not self.year and self.before is None and not any(r.done for r in self.table.rows)
