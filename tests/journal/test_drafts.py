"""Drafts: what is typed is kept, told of, and let go of in the very moment it is saved."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from builders import NOW, at, note
from hostile import HOSTILE, LONG

from journal.drafts import Waiting
from journal.errors import BadInput, CannotSave
from journal.journal import Journal
from journal.moment import Moment
from storage.store import SqliteStore, open_store


@pytest.fixture
def journal(store: SqliteStore, now: Moment) -> Journal:
    return Journal(store, lambda: now)


@pytest.fixture
def other(store: SqliteStore, path: Path, now: Moment) -> Iterator[Journal]:
    """A second window on the same journal."""
    opened = open_store(path, create=False)
    yield Journal(opened, lambda: now)
    opened.close()


@pytest.mark.parametrize("words", [*HOSTILE, LONG], ids=lambda words: repr(words[:16]))
def test_hostile_words_are_kept_as_typed(journal: Journal, words: str) -> None:
    journal.drafts.keep("line", {"line": words})
    assert journal.drafts.of("line") == {"line": words}


def test_half_a_character_is_kept_as_every_text_of_the_journal_is(journal: Journal) -> None:
    journal.drafts.keep("line", {"line": "a\ud800b"})
    assert journal.drafts.of("line") == {"line": "a\ufffdb"}


def test_a_form_for_each_entry_has_a_draft_of_its_own(journal: Journal) -> None:
    journal.drafts.keep("entry", {"words": "of five"}, 5)
    journal.drafts.keep("entry", {"words": "of six"}, 6)
    journal.drafts.forget("entry", 5)
    assert journal.drafts.of("entry", 5) == {}
    assert journal.drafts.of("entry", 6) == {"words": "of six"}


def test_what_waits_says_how_long_the_newest_first(store: SqliteStore) -> None:
    clock = iter([NOW, at("2024-02-01T10:00"), at("2024-02-01T11:00")])
    journal = Journal(store, lambda: next(clock))
    journal.drafts.keep("goal", {"title": "1M"})
    journal.drafts.keep("line", {"line": "call acme"})
    assert journal.drafts.waiting() == (
        Waiting("line", 0, timedelta(minutes=60)),
        Waiting("goal", 0, timedelta(minutes=90)),
    )


def test_a_clock_moved_back_makes_no_draft_of_the_future(store: SqliteStore) -> None:
    clock = iter([at("2024-02-01T10:00"), NOW])
    journal = Journal(store, lambda: next(clock))
    journal.drafts.keep("line", {"line": "call acme"})
    assert journal.drafts.waiting() == (Waiting("line", 0, timedelta(0)),)


def test_what_is_saved_takes_its_draft_along(journal: Journal) -> None:
    journal.drafts.keep("line", {"line": "note hello"})
    with journal.drafts.settled("line"):
        journal.record(note("hello"))
    assert journal.drafts.of("line") == {}


def test_what_could_not_be_saved_keeps_its_draft(journal: Journal, store: SqliteStore) -> None:
    journal.drafts.keep("line", {"line": "note hello"})
    pages = store.database.rows("PRAGMA page_count")[0][0]
    store.database.rows(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(CannotSave), journal.drafts.settled("line"):
        journal.record(note("x" * 50_000))
    with pytest.raises(BadInput), journal.drafts.settled("line"):
        journal.set_purpose(" ")
    assert journal.drafts.of("line") == {"line": "note hello"}
    journal.record(note("another thing, saved later"))
    assert journal.drafts.of("line") == {"line": "note hello"}


def test_a_draft_is_no_step_to_undo(journal: Journal) -> None:
    journal.record(note("hello"))
    journal.drafts.keep("line", {"line": "note more"})
    assert journal.undo().entries == 1
    assert journal.drafts.of("line") == {"line": "note more"}


def test_another_window_reads_nothing_anew_for_a_draft(journal: Journal, other: Journal) -> None:
    other.record(note("first"))
    assert journal.has_changed()
    for words in ("c", "call", "call acme"):
        other.drafts.keep("line", {"line": words})
        assert not journal.has_changed()
    other.record(note("second"))
    assert journal.has_changed()
    other.undo()
    assert journal.has_changed()
    other.redo()
    assert journal.has_changed()
    other.drafts.forget("line")
    assert not journal.has_changed()


def test_a_draft_of_something_deleted_is_not_asked_for_until_it_is_back(journal: Journal) -> None:
    entry = journal.record(note("hello")).entry
    journal.drafts.keep("entry", {"words": "hello there"}, entry.id)
    assert [one.form for one in journal.drafts.asked_for()] == ["entry"]
    journal.remove(entry.id)
    assert journal.drafts.asked_for() == ()
    journal.undo()
    assert [one.form for one in journal.drafts.asked_for()] == ["entry"]


def test_a_draft_is_asked_for_thirty_days_and_kept_for_good(store: SqliteStore) -> None:
    clock = iter([NOW, at("2024-03-02T09:30"), at("2024-03-02T09:31"), at("2024-03-02T09:32")])
    journal = Journal(store, lambda: next(clock))
    journal.drafts.keep("goal", {"title": "1M"})
    assert [one.form for one in journal.drafts.asked_for()] == ["goal"]
    assert journal.drafts.asked_for() == ()
    assert [one.form for one in journal.drafts.waiting()] == ["goal"]


@pytest.mark.parametrize(
    "form", ["deal", "won", "check", "next-step", "meeting", "touch-done", "call-block", "entry"]
)
def test_nothing_is_asked_for_of_what_is_gone(journal: Journal, form: str) -> None:
    journal.drafts.keep(form, {"words": "half a thought"}, 7)
    assert [one.form for one in journal.drafts.waiting()] == [form]
    assert journal.drafts.asked_for() == ()


def test_what_was_typed_of_a_deal_is_asked_for_again_once_its_deletion_is_undone(
    journal: Journal,
) -> None:
    deal = journal.deals.add("Acme", "Plant")
    journal.drafts.keep("deal", {"name": "Plant two"}, deal.id)
    journal.deals.remove(deal.id)
    assert journal.drafts.asked_for() == ()
    journal.undo()
    assert [one.form for one in journal.drafts.asked_for()] == ["deal"]
