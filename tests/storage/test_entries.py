"""Every entry comes back as it was written, whatever was typed."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest
from builders import NOW, THURSDAY, activity, day, note, setback
from hostile import HOSTILE, LONG
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from journal.activity import Activity
from journal.entry import Entry
from journal.errors import NotFound
from journal.moment import Moment
from storage.store import SqliteStore, open_store


def saved(store: SqliteStore, entry: Entry) -> Entry:
    """The entry as the journal gives it back when it is saved."""
    with store.action("log", NOW, "test"):
        return store.entries.add(entry)


def again(path: Path, entry_id: int) -> Entry:
    """The entry as another start of the program reads it."""
    other = open_store(path, create=False)
    try:
        return other.entries.get(entry_id)
    finally:
        other.close()


def test_an_activity_comes_back_with_all_that_was_said_of_it(
    store: SqliteStore, path: Path
) -> None:
    logged = Moment(datetime(2024, 2, 2, 1, 30, 0, 123456, tzinfo=UTC), "Asia/Kathmandu", 345)
    full = Activity(
        day=day("2024-01-31"), time=time(23, 59, 30), kind="meeting", count=2, account="Globex",
        outcome="held", minutes=45, text="They want it.", tags=("qualified", "münchen"),
        logged=logged, logged_day=day("2024-02-02"),
    )  # fmt: skip
    kept = saved(store, full)
    assert (kept.id, kept.rev, len(kept.uid)) == (1, 1, 32)
    assert again(path, 1) == replace(full, id=1, rev=1, uid=kept.uid)
    assert kept.is_late


def test_a_note_and_a_setback_come_back_in_their_own_form(store: SqliteStore, path: Path) -> None:
    told, hit = saved(store, note(account="Acme")), saved(store, setback(sting=10))
    assert again(path, told.id) == replace(note(account="Acme"), id=1, rev=1, uid=told.uid)
    assert again(path, hit.id) == replace(setback(sting=10), id=2, rev=1, uid=hit.uid)


@pytest.mark.parametrize("text", [*HOSTILE, LONG], ids=lambda text: repr(text[:16]))
def test_whatever_is_typed_is_kept_as_typed(store: SqliteStore, path: Path, text: str) -> None:
    entry = replace(activity(text=text, outcome=text, account="x" + text + "x"), tags=(text, "b"))
    kept = again(path, saved(store, entry).id)
    assert isinstance(kept, Activity)
    assert (kept.text, kept.outcome, kept.tags) == (text, text, (text, "b"))
    assert kept.account == "x" + text + "x"


def test_half_a_surrogate_pair_becomes_the_replacement_character(store: SqliteStore) -> None:
    assert saved(store, note("a\ud83db")).text == "a\ufffdb"


@settings(
    max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(text=st.text(), tag=st.text(), outcome=st.text() | st.none())
def test_generated_words_come_back_equal(
    store: SqliteStore, text: str, tag: str, outcome: str
) -> None:
    entry = replace(activity(text=text, outcome=outcome), tags=(tag,))
    kept = store.entries.get(saved(store, entry).id)
    assert isinstance(kept, Activity)
    assert (kept.text, kept.tags, kept.outcome) == (text, (tag,), outcome)


@pytest.mark.parametrize("when", [date.min, day("2024-02-29"), date.max])
def test_any_day_of_the_calendar_can_be_logged(store: SqliteStore, when: date) -> None:
    assert saved(store, activity(on=when)).day == when


def test_a_customer_is_one_customer_in_any_case(store: SqliteStore) -> None:
    saved(store, activity(account="Acme GmbH"))
    assert saved(store, activity(account="  ACME  gmbh ")).account == "Acme GmbH"
    assert store.accounts.known("acme gmbh") == "Acme GmbH"
    assert store.accounts.known("Acme") is None


def test_names_are_offered_most_recently_used_first(store: SqliteStore) -> None:
    for name in ("Acme", "Acorn", "Globex", "ACME"):
        saved(store, activity(account=name))
    assert store.accounts.starting("aC") == ["Acme", "Acorn"]
    assert store.accounts.starting("ac", limit=1) == ["Acme"]
    assert store.accounts.starting("%") == []


def test_the_timeline_goes_by_day_then_clock_then_number(store: SqliteStore) -> None:
    at_ten = saved(store, replace(note("ten"), time=time(10)))
    at_nine = saved(store, replace(note("nine"), time=time(9)))
    sometime = saved(store, note("sometime"))
    day_before = saved(store, note("before", on=THURSDAY - timedelta(1)))
    line = store.entries.between(THURSDAY - timedelta(1), THURSDAY)
    assert [entry.id for entry in line] == [day_before.id, sometime.id, at_nine.id, at_ten.id]


def test_pages_follow_one_another_without_gap_or_repeat(store: SqliteStore) -> None:
    clocks = [None, time(9), time(9), time(8), None, time(23)]
    ids = [saved(store, replace(note(), time=clock)).id for clock in clocks]
    pages: list[int] = []
    after = None
    while page := store.entries.between(THURSDAY, THURSDAY, after=after, limit=2):
        pages += [entry.id for entry in page]
        after = (page[-1].day, page[-1].id)
    assert pages == [ids[0], ids[4], ids[3], ids[1], ids[2], ids[5]]


def test_one_kind_can_be_read_alone(store: SqliteStore) -> None:
    for entry in (activity("call"), note(), setback(), activity("email")):
        saved(store, entry)
    kinds = {
        kind: len(store.entries.between(THURSDAY, THURSDAY, kind=kind))
        for kind in ("call", "note", "setback")
    }
    assert kinds == {"call": 1, "note": 1, "setback": 1}


def test_an_edit_makes_a_new_revision_and_an_idle_one_none(store: SqliteStore) -> None:
    first = saved(store, replace(activity(count=3), tags=("a",)))
    with store.action("edit", NOW, "test"):
        second = store.entries.change(replace(first, text="left voicemail"))
    with store.action("edit", NOW, "test"):
        assert store.entries.change(second) == second
    with store.action("edit", NOW, "test"):
        third = store.entries.change(replace(second, tags=("a", "b")))
    assert (second.rev, third.rev, third.tags, third.text) == (2, 3, ("a", "b"), "left voicemail")


def test_a_setback_can_sting_less_later(store: SqliteStore) -> None:
    first = setback(sting=9)
    kept = saved(store, first)
    with store.action("edit", NOW, "test"):
        changed = store.entries.change(replace(first, id=1, rev=1, uid=kept.uid, sting=2))
    assert changed == replace(first, id=1, rev=2, uid=kept.uid, sting=2)


def test_a_deleted_entry_is_gone_and_its_number_is_not_given_again(store: SqliteStore) -> None:
    kept = saved(store, replace(setback(), tags=("x",)))
    with store.action("delete", NOW, "test"):
        assert store.entries.remove(kept.id) == kept
    with pytest.raises(NotFound, match="There is no entry 1: "):
        store.entries.get(1)
    assert saved(store, note()).id == 2


@pytest.mark.parametrize("number", [0, -1, 7, 2**63, 10**30])
def test_an_unknown_number_is_named(store: SqliteStore, number: int) -> None:
    with pytest.raises(NotFound, match=f"There is no entry {number:,}"):
        store.entries.get(number)


def test_an_entry_about_a_deal_that_is_not_there_is_refused(store: SqliteStore) -> None:
    with pytest.raises(NotFound, match="There is no deal 5"):
        saved(store, replace(activity(), deal=5))
    assert store.entries.between(THURSDAY, THURSDAY) == []


@pytest.mark.parametrize("unseen", ["\ufeff", " \u200b\u2060 ", "\u3164", "\u00ad\ufe0f"])
def test_a_name_of_which_nothing_can_be_seen_is_no_name(store: SqliteStore, unseen: str) -> None:
    assert saved(store, activity(account=unseen)).account is None
    assert store.accounts.starting("") == []
    assert saved(store, activity(account=f"{unseen}Acme")).account is not None
