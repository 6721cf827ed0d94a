"""The days of reviews: those that were held, and the next one, each known by the review before it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from journal.review import Period

if TYPE_CHECKING:
    from journal.journal import Journal
    from journal.review import Review

MOST_REVIEWS = 2_000
"""More reviews than a working life holds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewDay:
    """One review on its day."""

    uid: str
    """The same from when the day is locked in until long after it was held."""
    day: date
    """The day it is on, or was held."""
    held: Review | None
    """What it ended in; None while it is still to come."""
    is_default: bool = False
    """Whether the day is only proposed, as none was locked in."""
    saved: datetime | None = None
    """When any review was last saved, taken back or brought back; None before the first.

    Which review goes by a uid hangs on those before it, so all of them count on together.
    """


def review_days(journal: Journal) -> Iterator[ReviewDay]:
    """The reviews of months and those that locked a day in, in the order they were held; then the next."""
    known = journal.store.reviews.newest_first(limit=MOST_REVIEWS)
    told = [each for each in known if each.next_on or each.period is Period.MONTH]
    before: datetime | None = None
    held = [(each.held, each) for each in told if each.held is not None]
    changed = journal.store.calendar_rows.saved("review").values()
    saved = max((*changed, *(moment.utc for moment, _ in held)), default=None)
    for moment, review in sorted(held, key=lambda each: each[0].utc):
        day = moment.day(journal.settings.day_start)
        yield ReviewDay(uid=_uid(before), day=day, held=review, saved=saved)
        before = moment.utc
    following = journal.reviews.next()
    yield ReviewDay(
        uid=_uid(before),
        day=following.day,
        held=None,
        is_default=following.is_default,
        saved=saved,
    )


def _uid(before: datetime | None) -> str:
    """The name of the review that follows one; the moment is the same in every copy of the journal."""
    return (
        "first-review-sales-journal"
        if before is None
        else f"review-after-{before:%Y%m%dT%H%M%S%f}-sales-journal"
    )
