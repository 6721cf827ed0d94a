"""The reward a rep promised themselves: it always goes to the best week of the month."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from journal.review import Period
from journal.reviewing.span import Span, span_of
from journal.reviewing.weeks import WeekSum, best_of, weeks_of

if TYPE_CHECKING:
    from journal.journal import Journal


@dataclass(frozen=True, slots=True)
class RewardStanding:
    """How the reward of a month stands."""

    what: str
    """What the rep gives themselves, in their words."""
    best: WeekSum | None
    """The best week of the month so far; None while it has no reach-out."""
    this_week: WeekSum | None
    """The week today lies in, as far as it is of this month; None for a month that is over."""
    is_awarded: bool
    """Whether the month is over, so that the reward is the rep's."""

    @property
    def is_this_week(self) -> bool:
        """Whether this week is the best so far."""
        return self.best is not None and self.best == self.this_week


def reward_of(journal: Journal, day: date, today: date) -> RewardStanding | None:
    """How the reward stands in the month that holds a day; None when none was promised."""
    span = span_of(Period.MONTH, day, today)
    what = journal.history.on(span.until).reward
    if what is None:
        return None
    tallies = journal.store.entries.tallies(span.first, span.until)
    weeks = weeks_of(tallies, journal.calendar, span.first, span.last)
    return RewardStanding(what, best_of(weeks), _this_week(weeks, span), not span.is_so_far)


def _this_week(weeks: tuple[WeekSum, ...], span: Span) -> WeekSum | None:
    return next((week for week in weeks if week.first <= span.today <= week.last), None)
