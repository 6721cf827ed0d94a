"""What is taken out as JSON and read back into an empty journal is the same, byte for byte."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import cycle
from pathlib import Path

import pytest
from builders import NOW, activity, at, deal, note
from hostile import HOSTILE
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from proofs.shipped import SHIPPED, as_shipped
from whole_journals import as_json, brought_in, one_of_everything, taken_out

from journal.errors import NothingToUndo, NotOurFile
from journal.sample import sample_year, write
from journal.transfer.whole_parts import PARTS
from storage.database import NEWER, Database
from storage.opening import empty_database
from storage.store import SqliteStore, open_store
from storage.whole_tables import LEFT_OUT, LEFT_OUT_COLUMNS, TABLES, columns_of

EVENING = at("2026-11-24T18:00")


@pytest.fixture
def other(tmp_path: Path) -> Iterator[SqliteStore]:
    """Another journal that is empty."""
    opened = open_store(tmp_path / "other.db", create=True)
    yield opened
    opened.close()


def test_a_year_of_a_rep_comes_back_as_it_was(store: SqliteStore, other: SqliteStore) -> None:
    write(sample_year(EVENING.day(), EVENING), store)
    out = taken_out(store)
    assert out.count("\n{") > 3_000
    brought = brought_in(other, out)
    assert (brought.read, brought.applied.added) == (out.count("\n{"), out.count("\n{"))
    assert taken_out(other) == out
    assert other.entries.get(7) == store.entries.get(7)
    assert other.plans.latest() == store.plans.latest()


@pytest.mark.parametrize("shipped", SHIPPED, ids=lambda file: file.stem)
def test_a_journal_of_any_age_comes_back_as_it_was(
    shipped: Path, path: Path, other: SqliteStore
) -> None:
    store = open_store(as_shipped(shipped, path), create=False)
    out = taken_out(store)
    assert brought_in(other, out).applied.added == out.count("\n{") > 10
    assert taken_out(other) == out
    store.close()


def test_a_journal_without_a_line_has_a_file_too(store: SqliteStore, other: SqliteStore) -> None:
    out = taken_out(store)
    assert out.startswith('{"format": "sales-journal", "version": 1,\n\n"accounts": [],')
    assert brought_in(other, out).applied.added == 0
    with pytest.raises(NothingToUndo):
        other.undo(NOW, "cli")


@pytest.mark.parametrize("start", range(3))
def test_hostile_words_stand_in_every_text_and_come_back(store: SqliteStore, start: int) -> None:
    words = cycle(HOSTILE[start:] + HOSTILE[:start])
    out = as_json(one_of_everything(lambda: next(words)))
    assert brought_in(store, out).applied.added == len(PARTS) + 1
    assert taken_out(store) == out


_words = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(_words, min_size=1, max_size=30), st.integers(-(2**63) + 1, 2**63 - 1))
def test_whatever_is_typed_comes_back(words: list[str], amount: int) -> None:
    typed = cycle(words)
    rows = one_of_everything(lambda: next(typed))
    rows["accounts"][0]["name"] = f"x{rows['accounts'][0]['name']}"
    rows["account_names"][0]["name"] = f"y{rows['account_names'][0]['name']}"
    rows["deals"][0]["amount_minor"] = rows["check_ins"][0]["value"] = amount
    out = as_json(rows)
    store = SqliteStore(empty_database())
    store.database.closed_to_writing = None
    brought_in(store, out)
    assert taken_out(store) == out
    store.close()


def test_each_table_and_column_is_taken_out_or_named_as_left_out(nothing: Database) -> None:
    tables = {
        name
        for (name,) in nothing.rows("SELECT name FROM pragma_table_list WHERE schema = 'main'")
        if not name.startswith(("sqlite_", "_sqlite", "search_"))
    } | {"search_todo", "search_place"}
    assert tables == set(TABLES.values()) | set(LEFT_OUT)
    for part in PARTS:
        table = TABLES[part.name]
        columns = {row[1] for row in nothing.rows(f"PRAGMA table_info({table})")}
        left_out = {column for of, column in LEFT_OUT_COLUMNS if of == table}
        assert columns == set(columns_of(part)) | left_out, part.name


def test_what_a_row_may_lack_its_column_may_lack_too(nothing: Database) -> None:
    for part in PARTS:
        told = nothing.rows(f"PRAGMA table_info({TABLES[part.name]})")
        needed = {name for _, name, _, not_null, _, key in told if not_null or key}
        said = {
            column
            for column, field in zip(columns_of(part), part.fields, strict=True)
            if not field.null
        }
        assert said - {"row"} == needed - {"folded", "action", "row"}, part.name


def test_the_file_is_of_one_moment_whatever_is_saved_meanwhile(
    store: SqliteStore, path: Path
) -> None:
    with store.action("log", NOW, "test"):
        store.entries.add(note("before"))
        store.deals.add(deal("Renewal"))
    window = open_store(path, create=False)
    out = []
    with store.whole.as_it_is() as snapshot:
        for part in PARTS:
            with window.action("log", NOW, "app"):
                window.entries.add(activity(account="Late Comers"))
            out += [list(row) for row in snapshot.rows(part)]
    window.close()
    assert [row for row in out if "Late Comers" in row] == []
    assert len([row for row in out if "before" in row]) == 1


def test_a_journal_of_a_newer_program_is_not_taken_out_in_part(store: SqliteStore) -> None:
    store.database.closed_to_writing = NEWER
    with pytest.raises(NotOurFile, match="install the newer version and export again"):
        taken_out(store)


def test_what_the_rep_deleted_is_told_of_as_gone(store: SqliteStore, other: SqliteStore) -> None:
    brought_in(store, as_json(one_of_everything(lambda: "x")))
    with store.action("delete", NOW, "cli"):
        store.deals.remove(1)
    out = taken_out(store)
    assert '"of": "deal", "external_id": "x", "row": null' in out
    brought_in(other, out)
    assert taken_out(other) == out
    assert other.database.rows("SELECT row FROM provenance") == [(0,)]


def test_taking_it_back_leaves_nothing_and_again_brings_all(store: SqliteStore) -> None:
    nothing = taken_out(store)
    out = as_json(one_of_everything(lambda: "x"))
    brought_in(store, out)
    assert store.undo(NOW, "cli").label == "the import of journal.json"
    assert taken_out(store) == nothing
    store.redo(NOW, "cli")
    assert taken_out(store) == out.replace('"rev": 1', '"rev": 2')
    assert store.database.rows("PRAGMA foreign_key_check") == []
