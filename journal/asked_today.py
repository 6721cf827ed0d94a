"""What is asked of the rep today: by setbacks, for the review, of wins, and for Monday's chances."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from journal.deal import Outcome
from journal.follow_up import ASK_WHY, CHANCE, FollowUp
from journal.reviewing.next_day import read_next

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journal.journal import Journal

ASKED_FOR = timedelta(30)
"""So long after a win its buyer's answer is asked for among what is due [default]."""

BEGUN = timedelta(35)
"""A rep who said Monday's chances in so many days is asked for them all week, not on its first day only."""

LOOKED_THROUGH = 200
"""So many open deals are looked through for a chance that is still to be said."""


def read_asked(journal: Journal) -> tuple[FollowUp, ...]:
    """All that is asked today, as it stands among what is due."""
    setbacks = tuple(one.as_follow_up() for one in journal.setbacks.checks_due())
    review = read_next(journal)
    held = (review.as_follow_up(),) if review.is_due else ()
    return (*setbacks, *_wins(journal), *_chances(journal), *held)


def _wins(journal: Journal) -> Iterator[FollowUp]:
    """A win is not complete until its buyer has said what made them decide that way."""
    for deal in journal.store.deal_stories.unanswered(journal.today() - ASKED_FOR):
        yield FollowUp(
            due=deal.closed,
            what="Ask what made them decide for you",
            account=deal.account or deal.name,
            deal=deal.id,
            kind=ASK_WHY,
        )


def _chances(journal: Journal) -> Iterator[FollowUp]:
    """Each Monday's chance and day of the open deals, until they are said."""
    store, today = journal.store, journal.today()
    monday = today - timedelta(today.weekday())
    deals = store.deals.listed(Outcome.OPEN, limit=LOOKED_THROUGH)
    said = store.deal_stories.forecasts([deal.id for deal in deals]) if deals else ()
    lacking = len(deals) - sum(one.monday == monday for one in said)
    has_begun = any(one.monday >= today - BEGUN for one in said)
    is_first = not journal.calendar.working_days(monday, today - timedelta(1))
    if lacking and (has_begun or (is_first and journal.calendar.is_working(today))):
        which = "1 open deal" if lacking == 1 else f"{lacking:,} open deals"
        yield FollowUp(due=monday, what=f"Say chance and day of {which}", kind=CHANCE)
