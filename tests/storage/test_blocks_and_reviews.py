"""Call blocks, reviews and tags come back as they were said, in the order a rep reads them."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from datetime import time, timedelta

import pytest
from builders import NOW, THURSDAY, activity, day, milestone, note, setback

from journal.call_block import CallBlock
from journal.errors import ChangedElsewhere, NotFound
from journal.plan import Plan
from journal.review import Period, Review
from storage.store import SqliteStore

BLOCK = CallBlock(
    day=THURSDAY, planned=time(9, 30), minutes=50, dread=7, feared=0.35, started=time(9, 34, 5), calls=20,
    harsh_nos=3,
)  # fmt: skip
REVIEW = Review(
    period=Period.MONTH, first=day("2024-01-01"), last=day("2024-01-31"), lever="reach-outs",
    if_then="[/] If mail\0, then at eleven", sentence="é" * 100_000, next_on=day("2024-03-01"), held=NOW,
)  # fmt: skip


def planned(store: SqliteStore, block: CallBlock) -> CallBlock:
    """The block as the journal gives it back when it is saved."""
    with store.action("block", NOW, "test"):
        return store.call_blocks.add(block)


def held(store: SqliteStore, review: Review) -> Review:
    """The review as the journal gives it back when it is saved."""
    with store.action("review", NOW, "test"):
        return store.reviews.add(review)


def test_a_call_block_comes_back_with_all_that_was_said_of_it(store: SqliteStore) -> None:
    for number, block in enumerate((BLOCK, CallBlock(day=THURSDAY, planned=time(0))), 1):
        kept = planned(store, block)
        assert kept == replace(block, id=number, rev=1, uid=kept.uid)
        assert store.call_blocks.get(number) == kept


def test_blocks_of_a_day_come_as_planned_and_the_newest_first(store: SqliteStore) -> None:
    times = ((0, time(14)), (0, time(9)), (1, time(8)), (0, time(14)))
    for later, clock in times:
        planned(store, CallBlock(day=THURSDAY + timedelta(later), planned=clock))
    assert [block.id for block in store.call_blocks.of(THURSDAY)] == [2, 1, 4]
    assert [block.id for block in store.call_blocks.newest_first()] == [3, 4, 1, 2]
    assert [block.id for block in store.call_blocks.newest_first(limit=1)] == [3]


def test_a_stale_block_never_saves_over_a_newer_one(store: SqliteStore) -> None:
    first = planned(store, BLOCK)
    with store.action("finish", NOW, "test"):
        second = store.call_blocks.change(replace(first, calls=30))
    with pytest.raises(ChangedElsewhere), store.action("finish", NOW, "test"):
        store.call_blocks.change(replace(first, calls=31))
    assert store.call_blocks.get(1) == replace(second, rev=2, calls=30)


def test_a_removed_block_is_gone_and_a_wrong_number_is_named(store: SqliteStore) -> None:
    planned(store, BLOCK)
    with store.action("remove", NOW, "test"):
        store.call_blocks.remove(1)
    for wrong in (
        lambda: store.call_blocks.get(1),
        lambda: store.call_blocks.get(2**63),
        lambda: store.call_blocks.remove(1),
        lambda: store.call_blocks.change(replace(BLOCK, id=1)),
    ):
        with pytest.raises(NotFound, match="no call block"), store.action("x", NOW, "test"):
            wrong()


def test_more_harsh_nos_than_calls_are_refused_by_the_table_itself(store: SqliteStore) -> None:
    with pytest.raises(sqlite3.IntegrityError):
        planned(store, replace(BLOCK, calls=2))


def test_a_review_comes_back_with_all_that_was_said_in_it(store: SqliteStore) -> None:
    assert held(store, REVIEW) == replace(REVIEW, id=1, rev=1)
    week = Review(period=Period.WEEK, first=THURSDAY, last=THURSDAY)
    assert held(store, week) == replace(week, id=2, rev=1, held=NOW)


def test_reviews_come_newest_first_all_or_of_one_period(store: SqliteStore) -> None:
    for period, last in (("month", 0), ("week", 3), ("month", 9), ("week", 3)):
        end = THURSDAY + timedelta(last)
        held(store, Review(period=Period(period), first=THURSDAY, last=end))
    assert [each.id for each in store.reviews.newest_first()] == [3, 4, 2, 1]
    assert [each.id for each in store.reviews.newest_first(Period.WEEK)] == [4, 2]
    assert [each.id for each in store.reviews.newest_first(Period.MONTH, limit=1)] == [3]


def test_a_review_outlives_the_goal_whose_plan_it_was_saved_as(store: SqliteStore) -> None:
    with pytest.raises(NotFound, match="no version 1 of the plan"):
        held(store, replace(REVIEW, plan=1))
    with store.action("plan", NOW, "test"):
        store.goals.add(milestone())
        store.plans.add(Plan(goal=1, target=9, currency="EUR", start=THURSDAY, by=THURSDAY))
    kept = held(store, replace(REVIEW, plan=1))
    with store.action("remove", NOW, "test"):
        store.goals.remove(1)
    assert store.reviews.newest_first() == [replace(kept, plan=None, rev=2)]
    store.undo(NOW, "test")
    assert store.reviews.newest_first() == [replace(kept, rev=3)]


def test_a_tag_is_found_in_any_case_and_counted_once_an_entry(store: SqliteStore) -> None:
    tagged = (("Progress", "x"), ("PROGRESS", "progress"), ("ÄRGER", ""), (), ("progress",))
    days = [THURSDAY + timedelta(n) for n in (0, 0, 0, 0, 1)]
    entries = (activity(), note(), setback(), note(), note())
    with store.action("log", NOW, "test"):
        for entry, on, tags in zip(entries, days, tagged, strict=True):
            store.entries.add(replace(entry, day=on, tags=tags))
    span = (THURSDAY, THURSDAY)
    assert [each.id for each in store.entries.tagged("progresS", *span)] == [1, 2]
    assert [each.id for each in store.entries.tagged("ärger", *span)] == [3]
    assert [each.id for each in store.entries.tagged("progress", THURSDAY, days[4])] == [1, 2, 5]
    assert [each.id for each in store.entries.tagged("progress", *span, limit=1)] == [1]
    assert store.entries.tagged("none", *span) == []
    assert store.entries.tag_totals(*span) == {"": 1, "progress": 2, "x": 1, "ärger": 1}
