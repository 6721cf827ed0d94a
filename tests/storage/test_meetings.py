"""The notes on a meeting come back as they were written, and go only with the meeting itself."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from datetime import timedelta

import pytest
from builders import NOW, THURSDAY, activity, note

from journal.errors import ChangedElsewhere, NotFound
from journal.meeting import Meeting
from storage.store import SqliteStore

LONG = "[/]\0" + "é" * 99_996
FULL = Meeting(
    activity=1, talk_share=100, questions=0, silent=LONG, learned=LONG, they_learned="\x1b[2J"
)


def held(store: SqliteStore, *offsets: int) -> None:
    """Log a meeting so many days from Thursday for each."""
    with store.action("log", NOW, "test"):
        for offset in offsets:
            store.entries.add(activity("meeting", on=THURSDAY + timedelta(offset)))


def kept(store: SqliteStore, meeting: Meeting) -> Meeting:
    """The notes as the journal gives them back when they are saved."""
    with store.action("meeting", NOW, "test"):
        return store.meetings.keep(meeting)


def test_the_notes_on_a_meeting_come_back_whole(store: SqliteStore) -> None:
    held(store, 0, 0)
    assert kept(store, FULL) == replace(FULL, rev=1)
    assert (store.meetings.get(1), store.meetings.get(2)) == (replace(FULL, rev=1), None)


def test_a_stale_form_never_saves_over_newer_notes(store: SqliteStore) -> None:
    held(store, 0)
    first = kept(store, FULL)
    second = kept(store, replace(first, learned="They have budget"))
    assert (second.rev, kept(store, second)) == (2, second)
    for stale in (FULL, first, replace(FULL, rev=9)):
        with pytest.raises(ChangedElsewhere):
            kept(store, stale)


def test_notes_are_told_by_the_day_of_the_meeting(store: SqliteStore) -> None:
    held(store, 2, 0, 1, 0)
    notes = [kept(store, replace(FULL, activity=number)) for number in (4, 3, 2, 1)]
    four, three, two, one = notes
    later = THURSDAY + timedelta(2)
    assert store.meetings.between(THURSDAY, later) == [
        *((THURSDAY, two), (THURSDAY, four)),
        (THURSDAY + timedelta(1), three),
        (later, one),
    ]
    assert store.meetings.between(later, later) == [(later, one)]


def test_a_removed_meeting_takes_its_notes_along_and_undo_brings_both_back(
    store: SqliteStore,
) -> None:
    held(store, 0)
    first = kept(store, FULL)
    with store.action("delete", NOW, "test"):
        store.entries.remove(1)
    assert store.meetings.between(THURSDAY, THURSDAY) == []
    store.undo(NOW, "test")
    assert store.meetings.get(1) == replace(first, rev=2)


@pytest.mark.parametrize("number", [0, 1, 7, 2**63])
def test_only_an_activity_is_a_meeting(store: SqliteStore, number: int) -> None:
    with store.action("note", NOW, "test"):
        store.entries.add(note())
    with pytest.raises(NotFound, match=f"There is no meeting {number:,}"):
        kept(store, replace(FULL, activity=number))
    assert store.meetings.get(number) is None


def test_more_than_all_of_the_time_is_refused_by_the_table_itself(store: SqliteStore) -> None:
    held(store, 0)
    for wrong in ({"talk_share": 101}, {"talk_share": -1}, {"questions": -1}):
        with pytest.raises(sqlite3.IntegrityError):
            kept(store, replace(FULL, **wrong))
