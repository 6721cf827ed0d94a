"""What a file says beyond what is read of it is found by its words, and shown with its deal."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from builders import NOW, activity, deal, follow_up, note

from journal.activity import Activity
from journal.deal import Deal
from journal.follow_up import FollowUp
from journal.search import Hit, read_query
from journal.searches import look_through
from journal.transfer.found import Found
from storage.store import SqliteStore, open_store


def bring(store: SqliteStore, value: Deal | Activity | FollowUp, number: str, **said: str) -> None:
    """Import one row of a Salesforce file; a blank in the name of a column is written as _."""
    columns = {title.replace("_", " "): text for title, text in said.items()}
    row = Found(
        system="salesforce", external_id=number, value=value, file="a.csv", line=2, unknown=columns
    )
    with store.action("import", NOW, "test"):
        store.imports.apply(iter([row]), format="salesforce", files=["a.csv"], at=NOW)


def found(store: SqliteStore, words: str) -> list[Hit]:
    look_through(store)
    return list(store.search.find(read_query(words)).hits)


def kinds(store: SqliteStore, words: str) -> list[str]:
    return [str(hit.kind) for hit in found(store, words)]


def test_what_a_file_said_besides_is_found_with_its_deal_activity_or_task(
    store: SqliteStore,
) -> None:
    bring(store, deal(), "006A", Competitor="Hooli", Region="Nord")
    bring(store, activity(text="called"), "00T1", Contact="Ann Li")
    bring(store, follow_up(), "00T2", Priority="Urgent\0ly")
    (lost,) = found(store, "hooli")
    assert (lost.kind, lost.id, lost.text) == ("deal", 1, "Competitor: Hooli")
    (called,) = found(store, "ann")
    assert (called.kind, called.text) == ("activity", "called\nContact: Ann Li")
    assert kinds(store, "urgent") == ["follow-up"]
    assert kinds(store, "called") == ["activity"]


def test_the_name_of_a_column_is_no_word_of_its_row(store: SqliteStore) -> None:
    bring(store, deal(), "006A", Competitor="Hooli")
    assert found(store, "competitor") == []


def test_whose_a_row_is_and_what_it_says_itself_is_not_found_in_every_row(
    store: SqliteStore,
) -> None:
    bring(
        store, deal(), "006A", Opportunity_Owner="Ada Park", Stage="Closed Zebra", Age="30",
        Expected_Revenue="USD 300,000.00", Synced="true",
    )  # fmt: skip
    for words in ("ada", "zebra", "usd", "30", "true"):
        assert found(store, words) == [], words


def test_a_hit_shows_only_those_columns_that_hold_the_words(store: SqliteStore) -> None:
    bring(store, activity(text="called"), "00T1", Contact="Ann Li", City="Hannover")
    assert found(store, "called")[0].text == "called"
    assert found(store, "hannover called")[0].text == "called\nCity: Hannover"


def test_what_a_file_says_now_is_found_and_what_it_said_before_is_not(store: SqliteStore) -> None:
    bring(store, deal(), "006A", Competitor="Hooli")
    assert kinds(store, "hooli") == ["deal"]
    bring(store, deal(), "006A", Competitor="Initech")
    assert (kinds(store, "hooli"), kinds(store, "initech")) == ([], ["deal"])
    store.undo(NOW, "test")
    assert (kinds(store, "hooli"), kinds(store, "initech")) == (["deal"], [])


def test_who_was_met_is_found_with_an_entry_that_a_crm_shows_back(store: SqliteStore) -> None:
    with store.action("a call", NOW, "test"):
        saved = store.entries.add(replace(activity(text="called"), logged=NOW))
    assert kinds(store, "called") == ["activity"]
    row = Found(
        system="hubspot", external_id="9", value=activity(text="called"), file="a.csv", line=2,
        unknown={"Associated Contact": "Ann Li"}, reference=saved.uid,
    )  # fmt: skip
    with store.action("import", NOW, "test"):
        store.imports.apply(iter([row]), format="hubspot", files=["a.csv"], at=NOW)
    (hit,) = found(store, "ann")
    assert (hit.id, hit.text) == (saved.id, "called\nAssociated Contact: Ann Li")


def test_what_no_import_would_have_kept_hides_nothing_else(store: SqliteStore) -> None:
    bring(store, activity(text="called"), "00T1", Contact="Ann Li")
    with store.database.transaction():
        store.database.run("UPDATE provenance SET unknown = '[1]'")
    assert kinds(store, "called") == ["activity"]


def test_what_an_older_program_indexed_is_read_again_with_its_columns(tmp_path: Path) -> None:
    store = open_store(tmp_path / "journal.db", create=True)
    bring(store, deal(), "006A", Competitor="Hooli")
    with store.action("a note", NOW, "test"):
        store.entries.add(replace(note("hello"), logged=NOW))
    look_through(store)
    with store.database.transaction():
        store.database.run("UPDATE search_place SET row = 1 WHERE of = ''")
    assert store.search.unread() > 0
    assert kinds(store, "hooli") == ["deal"]
    store.close()
