"""The sums over days, and the proof that the rollup equals the rows themselves."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import timedelta

import pytest
from builders import NOW, THURSDAY, activity, day, note, setback

from journal.activity import Activity
from journal.entry import Entry
from journal.errors import NothingToUndo
from journal.tally import Tally
from storage.store import SqliteStore

RAW = """SELECT day, kind, logged_day, sum(count) FROM entry WHERE form = 'activity'
GROUP BY day, kind, logged_day ORDER BY day, kind, logged_day"""
ROLLUP = "SELECT day, kind, logged_day, total FROM activity_day ORDER BY day, kind, logged_day"
WEDNESDAY = day("2024-01-31")


def log(store: SqliteStore, *entries: Entry) -> None:
    """Save entries as one action."""
    with store.action("log", NOW, "test"):
        for entry in entries:
            store.entries.add(entry)


def test_counts_add_up_by_day_kind_and_the_day_they_were_written_down(store: SqliteStore) -> None:
    log(
        store,
        activity("call", 3),
        activity("call", 2),
        activity("email", 1),
        activity("call", 4, WEDNESDAY, logged_day=THURSDAY),
        note(),
        setback(),
    )
    assert store.entries.tallies(WEDNESDAY, THURSDAY) == [
        Tally(WEDNESDAY, "call", THURSDAY, 4),
        Tally(THURSDAY, "call", THURSDAY, 5),
        Tally(THURSDAY, "email", THURSDAY, 1),
    ]
    assert store.entries.totals(WEDNESDAY, THURSDAY) == {"call": 9, "email": 1}
    assert store.entries.totals(THURSDAY, THURSDAY) == {"call": 5, "email": 1}


def test_the_first_day_is_that_of_the_earliest_activity(store: SqliteStore) -> None:
    assert store.entries.first_day() is None
    log(store, note(on=day("2020-01-01")), activity(on=THURSDAY), activity(on=WEDNESDAY))
    assert store.entries.first_day() == WEDNESDAY


def test_outcomes_add_up_per_kind(store: SqliteStore) -> None:
    log(
        store,
        activity("call", 3, outcome="reached"),
        activity("call", 2, outcome="reached"),
        activity("email", outcome="replied"),
        activity("call", 9),
        activity("call", 5, WEDNESDAY, outcome="reached"),
    )
    assert store.entries.outcome_totals(THURSDAY, THURSDAY) == {
        ("call", "reached"): 5,
        ("email", "replied"): 1,
    }


def test_an_account_is_met_for_the_first_time_once(store: SqliteStore) -> None:
    log(
        store,
        activity("meeting", on=WEDNESDAY, account="Acme"),
        activity("meeting", account="acme"),
        activity("meeting", account="Globex"),
        activity("meeting", account="Globex"),
        activity("call", account="Initech"),
        activity("meeting", 2),
    )
    assert store.entries.first_meetings(THURSDAY, THURSDAY) == 3
    assert store.entries.first_meetings(WEDNESDAY, THURSDAY) == 4
    assert store.entries.first_meetings_by_day(THURSDAY, THURSDAY) == {THURSDAY: 3}
    assert store.entries.first_meetings_by_day(WEDNESDAY, THURSDAY) == {WEDNESDAY: 1, THURSDAY: 3}


@pytest.mark.parametrize("seed", range(3))
def test_the_rollup_equals_the_rows_after_anything_a_rep_may_do(
    store: SqliteStore, seed: int
) -> None:
    chance = random.Random(seed)
    for _ in range(150):
        entries = store.entries.between(THURSDAY - timedelta(5), THURSDAY)
        match chance.choice(("log", "log", "log", "edit", "delete", "undo", "redo")):
            case "log":
                log(store, *(anything(chance) for _ in range(chance.randint(1, 3))))
            case "edit" if entries:
                with store.action("edit", NOW, "test"):
                    store.entries.change(edited(chance, chance.choice(entries)))
            case "delete" if entries:
                with store.action("delete", NOW, "test"):
                    store.entries.remove(chance.choice(entries).id)
            case "undo" | "redo" as verb:
                try:
                    getattr(store, verb)(NOW, "test")
                except NothingToUndo:
                    continue
        assert store.database.rows(ROLLUP) == store.database.rows(RAW)
    assert store.database.rows(ROLLUP) != []


def anything(chance: random.Random) -> Entry:
    """Some entry of the last days."""
    on = THURSDAY - timedelta(chance.randint(0, 4))
    kind = chance.choice(("call", "email", "meeting"))
    logged_day = min(THURSDAY, on + timedelta(chance.randint(0, 1)))
    did = activity(kind, chance.randint(1, 9), on, logged_day=logged_day)
    return chance.choice((did, did, did, note(on=on), setback(on=on)))


def edited(chance: random.Random, entry: Entry) -> Entry:
    """The entry on another day, or with another count or kind."""
    moved = replace(entry, day=THURSDAY - timedelta(chance.randint(0, 4)))
    if isinstance(moved, Activity):
        return replace(moved, count=chance.randint(1, 9), kind=chance.choice(("call", "social")))
    return moved
