"""Reviews: every one that was held, with the change it ended in."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from journal.errors import NotFound
from journal.review import Period, Review
from storage.changes import Changes
from storage.rows import (
    Row,
    Value,
    day_kept,
    day_read,
    moment_kept,
    moment_read,
    read_rows,
    text_kept,
)

_SELECT = """SELECT id, rev, period, first, last, lever, if_then, sentence, plan, next_on,
  utc, zone, offset FROM review"""
ONE = f"{_SELECT} WHERE id = ?"
NEWEST_FIRST = f"{_SELECT} ORDER BY last DESC, id DESC LIMIT ?"
NEWEST_FIRST_OF = f"{_SELECT} WHERE period = ? ORDER BY last DESC, id DESC LIMIT ?"
IS_PLAN = "SELECT 1 FROM plan WHERE id = ?"


class SqliteReviews:
    """Reviews in the file."""

    def __init__(self, changes: Changes) -> None:
        """Read and write through these changes."""
        self._changes = changes
        self._db = changes.db

    def add(self, review: Review) -> Review:
        """Save a review; returns it with id, rev and when it was held. Raises NotFound for its plan."""
        if review.plan is not None and not self._db.row(IS_PLAN, (review.plan,)):
            raise NotFound(f"There is no version {review.plan:,} of the plan to review.")
        values: dict[str, Value] = {
            "period": review.period.value,
            "first": review.first.isoformat(),
            "last": review.last.isoformat(),
            "lever": text_kept(review.lever),
            "if_then": text_kept(review.if_then),
            "sentence": text_kept(review.sentence),
            "plan": review.plan,
            "next_on": day_kept(review.next_on),
            **moment_kept(review.held or self._changes.at),
        }
        row = self._changes.insert("review", values)
        return read_rows(_review, self._db.rows(ONE, (row,)))[0]

    def newest_first(self, period: Period | None = None, limit: int = 60) -> Sequence[Review]:
        """Reviews by the last day they look at, newest first."""
        if period is None:
            found = self._db.rows(NEWEST_FIRST, (limit,))
        else:
            found = self._db.rows(NEWEST_FIRST_OF, (period.value, limit))
        return read_rows(_review, found)


def _review(row: Row) -> Review:
    """The review a row tells of."""
    number, rev, period, first, last, lever, if_then, sentence, plan, next_on, *held = row
    return Review(
        id=number,
        rev=rev,
        period=Period(period),
        first=date.fromisoformat(first),
        last=date.fromisoformat(last),
        lever=lever,
        if_then=if_then,
        sentence=sentence,
        plan=plan,
        next_on=day_read(next_on),
        held=moment_read(*held),
    )
