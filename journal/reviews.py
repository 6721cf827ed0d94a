"""The rep's reviews: a week or a month looked at, and when the next one is."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from journal.review import Period, Review
from journal.reviewing.next_day import NextReview, next_review
from journal.reviewing.reading import read_view
from journal.reviewing.reward import RewardStanding as RewardStanding
from journal.reviewing.reward import reward_of
from journal.reviewing.skills import SkillCount as SkillCount
from journal.reviewing.skills import skill_counts
from journal.reviewing.span import span_of
from journal.reviewing.view import ReviewView as ReviewView

if TYPE_CHECKING:
    from journal.journal import Journal

LOOKED_THROUGH = 20
"""So many reviews of the latest days are looked through for the one that was held last."""


class Reviews:
    """What a rep does with reviews, and reads from them."""

    def __init__(self, journal: Journal) -> None:
        """Take the journal they belong to."""
        self._journal = journal

    def view(self, period: Period = Period.MONTH, day: date | None = None) -> ReviewView:
        """The week or month that holds a day, today if none is said.

        Without the levers and the bounce-back, which take longer. Raises BadInput for a day ahead.
        """
        today = self._journal.today()
        return read_view(self._journal, span_of(period, day or today, today), self.next())

    def next(self) -> NextReview:
        """When the next review is, and whether it is due."""
        journal = self._journal
        return next_review(
            journal.store.reviews.newest_first(limit=LOOKED_THROUGH),
            journal.calendar,
            journal.store.entries.first_day(),
            journal.today(),
        )

    def next_on(self) -> date:
        """The day of the next review; a day that has gone by stays until the review is held."""
        return self.next().day

    def is_due(self) -> bool:
        """Whether the next review is today or still waits."""
        return self.next().is_due

    def held(self, limit: int = 60) -> Sequence[Review]:
        """The reviews that were held, that of the latest days first."""
        return self._journal.store.reviews.newest_first(limit=limit)

    def reward(self) -> RewardStanding | None:
        """How this month's reward stands; None when none was promised."""
        today = self._journal.today()
        return reward_of(self._journal, today, today)

    def skills(self) -> tuple[SkillCount, ...]:
        """The skills being built, as often as they were practised this quarter and the last."""
        return skill_counts(self._journal, self._journal.today())
