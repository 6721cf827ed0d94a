"""A review that is due stands quietly among what is due, until it is held."""

from __future__ import annotations

import pytest
from builders import activity, day
from clocked import Rep

from journal.follow_up import FollowUp
from journal.review import Period
from storage.store import SqliteStore

OCTOBER = day("2026-10-01"), day("2026-10-31")


@pytest.fixture
def rep(store: SqliteStore) -> Rep:
    """A rep who made one call on 1 October."""
    rep = Rep(store)
    rep.be("2026-10-01T17:00")
    rep.did(activity("call", 1, day("2026-10-01")))
    return rep


def reviews_due(rep: Rep) -> list[FollowUp]:
    return [one for one in rep.journal.due() if one.kind == "review"]


def test_a_review_stands_among_what_is_due_from_its_day_on_and_is_never_late(rep: Rep) -> None:
    rep.be("2026-10-29T09:00")
    assert not reviews_due(rep)
    rep.be("2026-10-30T09:00")
    (asked,) = reviews_due(rep)
    assert (asked.what, asked.due) == ("Your review: ten minutes, one change", day("2026-10-30"))
    rep.be("2026-11-03T09:00")
    (asked,) = reviews_due(rep)
    assert asked.days_late(day("2026-11-03")) == 0
    listed = rep.journal.due_with(rep.journal.briefing())
    assert asked in [line.follow_up for line in listed]


def test_a_review_that_was_held_is_asked_for_no_more_until_its_next_day(rep: Rep) -> None:
    rep.be("2026-10-30T09:00")
    rep.journal.reviews.hold(Period.MONTH, *OCTOBER, next_on=day("2026-11-27"))
    assert not reviews_due(rep)
    rep.be("2026-11-27T09:00")
    assert [one.due for one in reviews_due(rep)] == [day("2026-11-27")]
    rep.journal.undo()
    assert not reviews_due(rep)
