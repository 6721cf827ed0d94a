"""The rep's reviews: a week or a month looked at, and when the next one is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from journal.review import Period, Review
from journal.reviewing.holding import Decision as Decision
from journal.reviewing.holding import Redate as Redate
from journal.reviewing.holding import decide, read_span, save
from journal.reviewing.levers import RAISE, choices
from journal.reviewing.levers import LeverChoice as LeverChoice
from journal.reviewing.next_day import NextReview, read_next
from journal.reviewing.reading import read_view
from journal.reviewing.reward import RewardStanding as RewardStanding
from journal.reviewing.reward import reward_of
from journal.reviewing.skills import SkillCount as SkillCount
from journal.reviewing.skills import skill_counts
from journal.reviewing.span import span_of
from journal.reviewing.view import ReviewView as ReviewView
from journal.taught import Taught as Taught
from journal.taught import read_taught, taught_beside

if TYPE_CHECKING:
    from journal.journal import Journal


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
        return read_next(self._journal)

    def next_on(self) -> date:
        """The day of the next review; a day that has gone by stays until the review is held."""
        return self.next().day

    def is_due(self) -> bool:
        """Whether the next review is today or still waits."""
        return self.next().is_due

    def held(self, limit: int = 60) -> Sequence[Review]:
        """The reviews that were held, that of the latest days first."""
        return self._journal.store.reviews.newest_first(limit=limit)

    def levers(self) -> tuple[LeverChoice, ...]:
        """What each lever stands at, and what 10 % more would make of it and of the chance, the best first.

        None without a target; without a deal size they have no gain, in the order of LEVERS.
        Adds up the chance: where no key may wait, do ``plans.think_ahead()`` in another thread first.
        """
        plans = self._journal.plans
        gains = {each.name: each.gain for each in plans.levers()}
        return choices(plans.current(), plans.funnel(), gains)

    def decision(
        self,
        period: Period,
        first: date,
        last: date,
        *,
        lever: str = "",
        amount: float = RAISE,
        if_then: str = "",
        redates: Sequence[Redate] = (),
        next_on: date | None = None,
    ) -> Decision:
        """What holding the review with these words would save; nothing is saved. Raises as ``hold`` does."""
        return decide(
            self._journal,
            read_span(period, first, last, self._journal.today()),
            lever=lever,
            amount=amount,
            if_then=if_then,
            redates=redates,
            next_on=next_on,
        )

    def hold(
        self,
        period: Period,
        first: date,
        last: date,
        *,
        lever: str = "",
        amount: float = RAISE,
        if_then: str = "",
        redates: Sequence[Redate] = (),
        next_on: date | None = None,
    ) -> Review:
        """Hold the review of a week or month: all that it ends in is one thing to undo.

        ``lever`` is one of LEVERS, raised by ``amount`` as a share of itself, or empty: the plan is then
        kept as it is. Without ``next_on`` the next review is on the last working day of the month
        after; a week's leaves it where it was. Raises BadInput, NotFound, CannotSave.
        """
        decision = self.decision(
            period,
            first,
            last,
            lever=lever,
            amount=amount,
            if_then=if_then,
            redates=redates,
            next_on=next_on,
        )
        return save(self._journal, decision)

    def reward(self) -> RewardStanding | None:
        """How this month's reward stands; None when none was promised."""
        today = self._journal.today()
        return reward_of(self._journal, today, today)

    def skills(self) -> tuple[SkillCount, ...]:
        """The skills being built, as often as they were practised this quarter and the last."""
        return skill_counts(self._journal, self._journal.today())

    def taught(self) -> Taught:
        """What the deals, meetings and outreach of the last months teach; it reads every deal of theirs."""
        return read_taught(self._journal)

    def taught_ahead(self) -> Callable[[], Taught | None] | None:
        """The same, to be called in another thread; None for a journal in memory."""
        return taught_beside(self._journal)
