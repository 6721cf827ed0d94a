"""Every word the rep ever wrote is found, in whatever it stands, and the best hit comes first."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest
from builders import NOW, THURSDAY, activity, deal, follow_up, milestone, note
from deeds import DEEDS, live

from journal.errors import CannotSave
from journal.search import HitKind, Hits, read_query
from journal.searches import look_through
from storage.database import APPLICATION_ID, Database
from storage.schema_search import FILL
from storage.search import SqliteSearch
from storage.store import SqliteStore, open_store


@pytest.fixture
def lived_in(store: SqliteStore) -> SqliteStore:
    """A journal with one of everything."""
    live(store)
    return store


def searched(store: SqliteStore, words: str, kind: HitKind | None = None, limit: int = 20) -> Hits:
    """What is found once all that is new was looked through."""
    look_through(store)
    return store.search.find(read_query(words, kind), limit)


def found(store: SqliteStore, words: str, kind: HitKind | None = None) -> list[tuple[str, int]]:
    """The kind and number of each hit, the best first."""
    return [(str(hit.kind), hit.id) for hit in searched(store, words, kind).hits]


def index_of(store: SqliteStore) -> list[tuple[object, ...]]:
    """All that the index says."""
    look_through(store)
    return store.database.rows("SELECT rowid, name, account, text, about, signs, what FROM search")


def anew(store: SqliteStore) -> list[tuple[object, ...]]:
    """The same, of an index that is made from nothing."""
    with store.database.transaction():
        for table in ("search", "search_place"):
            store.database.run(f"DELETE FROM {table}")
        for statement in FILL:
            store.database.run(statement)
    return index_of(store)


@pytest.mark.parametrize("deed", DEEDS)
def test_the_index_follows_whatever_is_done_and_taken_back(
    lived_in: SqliteStore, deed: str
) -> None:
    before = index_of(lived_in)
    with lived_in.action(deed, NOW, "test"):
        DEEDS[deed](lived_in)
    after = index_of(lived_in)
    assert after == anew(lived_in)
    lived_in.undo(NOW, "test")
    assert index_of(lived_in) == before
    lived_in.redo(NOW, "test")
    assert index_of(lived_in) == after
    with lived_in.database.transaction():
        lived_in.database.run("INSERT INTO search (search) VALUES ('integrity-check')")


def test_an_import_an_undo_and_a_merge_are_found_without_being_told(lived_in: SqliteStore) -> None:
    assert found(lived_in, "demo") == [("setback", 2)]
    lived_in.undo(NOW, "test")
    assert found(lived_in, "demo") == []
    lived_in.redo(NOW, "test")
    with lived_in.action("merge", NOW, "test"):
        lived_in.people.merge("ACME Inc.", "Acme")
    (first, *_) = searched(lived_in, "inc").hits
    assert (first.kind, first.name) == (HitKind.ACCOUNT, "Acme")
    assert {hit.account for hit in searched(lived_in, "second").hits} == {"Acme"}


def test_a_word_is_never_found_in_how_the_index_tells_signs(store: SqliteStore) -> None:
    with store.action("notes", NOW, "test"):
        store.entries.add(note("東京 costs €500"))
        store.entries.add(note("Xerox"))
    assert found(store, "x") == [("note", 2)]
    assert found(store, "x6771") == []
    assert found(store, "xerox €") == []
    assert found(store, "costs €") == [("note", 1)]


def test_an_older_journal_is_looked_through_at_its_first_search(tmp_path: Path) -> None:
    shipped = Path(__file__).parents[1] / "data" / "shipped" / "schema-5.sql"
    path = tmp_path / "journal.db"
    with closing(sqlite3.connect(path)) as file:
        file.executescript(shipped.read_text(encoding="utf-8"))
        file.execute(f"PRAGMA application_id={APPLICATION_ID}")
        file.execute("PRAGMA user_version=5")
    store = open_store(path, create=True)
    assert store.search.unread() == 31
    assert found(store, "hiring") == [("note", 5)]
    assert store.search.unread() == 0
    store.close()


@pytest.mark.parametrize(
    ("asked", "written"),
    [
        ("naive", "naïve"),
        ("NAÏVE", "cafe\u0301 nai\u0308ve"),
        ("pric", "Pricing"),
        ("PRICING talk", "talks about pricing"),
        ("a", "Ask"),
        ("東京", "明日は東京支社で会議"),
        ("社", "明日は東京支社で会議"),
        ("การ", "ประชุมการขาย"),
        ("한국", "대한국민"),
        ("c++", "they use C++ and Rust"),
        ("€500", "it costs €500."),
        ("🎉", "signed 🎉!"),
        ("東京abc", "於東京ABC会議"),
        ("[/]", "typed [/] in it"),
        ("50%", "50% off"),
        ("a_b", "the a_b test"),
        ('"', 'they said "no"'),
        ("*", "2 * 3"),
        ("AND", "this and that"),
        ("NEAR(", "near( it"),
        ("שלום", "אמר שלום לכולם"),
        ("\u202eשלום", "אמר שלום לכולם"),
        ("foo-bar", "a foo bar"),
        ("strasse", "Straße 5"),
        ("straße", "STRASSE 5"),
        ("ガス", "新ｶﾞｽ会社"),
        ("ｶﾞｽ", "新ガス会社"),
        ("acme++", "Ａｃｍｅ＋＋ rated"),
        ("office", "the oﬃce"),
        ("istanbul", "İSTANBUL"),
        ("IĞDIR", "ığdır"),
        ("οδυσσευς", "ΟΔΥΣΣΕΥΣ"),
        ("lodz", "from Łódź"),
        ("?!", "really?!"),
        ("...", "and then..."),
        (".", "an end."),
        ("𞤀𞤁", "in Adlam 𞤀𞤁𞤂"),
        ("e\0f", "e f"),
    ],
)
def test_a_word_is_found_however_it_is_written(
    store: SqliteStore, asked: str, written: str
) -> None:
    with store.action("notes", NOW, "test"):
        hit = store.entries.add(note(written))
        store.entries.add(note("one more thing: 会員 C 5 ub"))
        store.entries.add(note("bb 700 €, 京東"))
    assert found(store, asked)[0] == ("note", hit.id)


@pytest.mark.parametrize(
    "asked", ['""', "()", "%%", "__", "\\", "🎉🎉", "京東", "C+++", "name:acme", "NOT"]
)
def test_what_is_nowhere_is_not_found(lived_in: SqliteStore, asked: str) -> None:
    assert found(lived_in, asked) == []


def test_every_word_must_be_in_what_is_found(lived_in: SqliteStore) -> None:
    assert found(lived_in, "cancelled demo") == [("setback", 2)]
    assert found(lived_in, "cancelled budget") == []


def test_accounts_and_deals_of_that_name_come_first_and_what_is_newer_before_what_is_older(
    store: SqliteStore,
) -> None:
    with store.action("notes", NOW, "test"):
        for age in (3, 1, 2):
            store.entries.add(note("Globex is hiring", on=THURSDAY - timedelta(age)))
        store.deals.add(deal("Globex renewal", "Initech"))
        store.entries.add(activity(account="Globex Labs"))
        store.entries.add(activity(account="globex"))
        store.goals.add(milestone("Ten meetings"))
        store.follow_ups.add(follow_up("Ask Globex for ten minutes"))
    hits = searched(store, "globex").hits
    assert [hit.name for hit in hits[:3]] == ["globex", "Globex Labs", "Globex renewal"]
    notes = [hit.day for hit in hits if hit.kind is HitKind.NOTE]
    assert notes == [THURSDAY - timedelta(age) for age in (1, 2, 3)]
    assert [hit.kind for hit in searched(store, "ten").hits] == [
        HitKind.MILESTONE,
        HitKind.FOLLOW_UP,
    ]


def test_only_one_kind_is_found_if_asked_for(lived_in: SqliteStore) -> None:
    assert found(lived_in, "acme", HitKind.CONTACT) == [("contact", 2), ("contact", 1)]
    assert {kind for kind, _ in found(lived_in, "acme", HitKind.FOLLOW_UP)} == {"follow-up"}


def test_so_many_hits_are_given_as_asked_for_and_it_is_said_that_there_are_more(
    store: SqliteStore,
) -> None:
    with store.action("notes", NOW, "test"):
        for number in range(1203):
            store.entries.add(note("same words", on=THURSDAY - timedelta(number % 600)))
        store.goals.add(milestone("same words of another kind"))
    hits = searched(store, "same words", limit=3)
    assert ([hit.day for hit in hits.hits], hits.more) == (
        [date(2024, 1, 29), THURSDAY, THURSDAY],
        True,
    )
    assert not searched(store, "another", limit=1).more
    assert len(searched(store, "same", limit=10_000).hits) == 500


def test_a_hit_tells_what_it_is_and_what_it_is_about(lived_in: SqliteStore) -> None:
    (hit,) = searched(lived_in, "first", HitKind.ACTIVITY).hits
    assert (hit.id, hit.day, hit.name, hit.account) == (1, THURSDAY, None, "Acme")
    assert (hit.what, hit.about, hit.text) == ("call", "#first", "")


def test_what_is_new_is_looked_through_a_step_at_a_time(store: SqliteStore) -> None:
    with store.action("notes", NOW, "test"):
        for number in range(5):
            store.entries.add(note(f"number{number}"))
    assert [store.search.read_on(2), store.search.read_on(2), store.search.read_on(2)] == [3, 1, 0]
    assert searched(store, "number4").unread == 0


def test_an_index_of_an_earlier_folding_is_made_again_and_finds_meanwhile(path: Path) -> None:
    store = open_store(path, create=True)
    with store.action("notes", NOW, "test"):
        street = store.entries.add(note("Hauptweg, dann die Straße"))
        store.entries.add(note("zwei"))
    assert found(store, "strasse") == [("note", street.id)]
    with store.database.transaction():
        store.database.run("DELETE FROM search")
        store.database.run(
            """INSERT INTO search (rowid, text, signs)
            SELECT place, text, '' FROM search_place JOIN entry ON id = row WHERE of = 'entry'"""
        )
        store.database.run("UPDATE search_place SET row = 0 WHERE of = ''")
    assert store.search.unread() == 2
    meanwhile = store.search.find(read_query("hauptweg"))
    assert [hit.id for hit in meanwhile.hits] == [street.id]
    assert store.search.find(read_query("strasse")).hits == ()
    assert found(store, "strasse") == [("note", street.id)]
    assert store.search.unread() == 0
    assert index_of(store) == anew(store)
    store.close()


def test_a_journal_that_cannot_be_written_to_finds_what_was_looked_through(path: Path) -> None:
    store = open_store(path, create=True)
    with store.action("notes", NOW, "test"):
        store.entries.add(note("old words"))
    look_through(store)
    with store.action("notes", NOW, "test"):
        store.entries.add(note("new words"))
    store.database.closed_to_writing = "Not now."
    with pytest.raises(CannotSave):
        look_through(store)
    hits = store.search.find(read_query("words"))
    assert ([hit.text for hit in hits.hits], hits.unread) == (["old words"], 1)
    store.close()


def test_an_empty_journal_finds_nothing(nothing: Database) -> None:
    assert SqliteSearch(nothing).find(read_query("acme")) == Hits((), more=False, unread=0)


def test_between_two_steps_of_looking_through_another_window_saves(path: Path) -> None:
    store, other = open_store(path, create=True), open_store(path, create=False)
    with store.action("notes", NOW, "test"):
        for number in range(600):
            store.entries.add(note(f"word {number}"))
    saved: list[int] = []

    def saves() -> bool:
        if len(saved) < 3:
            with other.database.in_haste(), other.action("note", NOW, "test"):
                saved.append(other.entries.add(note("between")).id)
        return True

    look_through(store, 250, saves)
    assert len(saved) == 3
    assert store.search.unread() == 0
    assert len(store.search.find(read_query("between")).hits) == 3
    store.close()
    other.close()
