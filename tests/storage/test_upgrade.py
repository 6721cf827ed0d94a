"""A journal of any earlier program opens as one of today, with every word and every step to undo."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from builders import NOW
from proofs import kills
from proofs.shipped import SHIPPED, as_shipped, columns_of, digests, upgrade

from journal.errors import NothingToUndo
from storage.backup import back_up_before_migration
from storage.database import SCHEMA, connect
from storage.restore import backups_of
from storage.store import open_store

STEPS = {"schema-4": 34, "schema-5": 54}
"""So many things the rep did in each, 21 where none are named, not counting one that was taken back."""

TABLES = {"schema-4": 30, "schema-5": 39}
"""So many tables of ours each has, 23 where none are named."""


def test_every_schema_before_today_was_kept() -> None:
    assert [file.stem for file in SHIPPED] == [f"schema-{n}" for n in range(1, SCHEMA)]


@pytest.mark.parametrize("shipped", SHIPPED, ids=lambda file: file.stem)
def test_an_upgraded_journal_says_what_it_said_before(shipped: Path, path: Path) -> None:
    assert upgrade(shipped, path) == TABLES.get(shipped.stem, 23)


@pytest.mark.parametrize("shipped", SHIPPED, ids=lambda file: file.stem)
def test_what_was_done_before_an_upgrade_can_still_be_taken_back(shipped: Path, path: Path) -> None:
    store = open_store(as_shipped(shipped, path), create=True)
    columns = columns_of(store.database.connection)
    left_out = ("action", "change", "undone_row", "page_shown", "draft", "holiday")
    said = {
        table: names
        for table, names in columns.items()
        if table not in left_out and not table.startswith("search")
    }
    said = {table: [name for name in names if name != "rev"] for table, names in said.items()}
    before = digests(store.database.connection, said)
    steps = STEPS.get(shipped.stem, 21)
    for _ in range(steps):
        store.undo(NOW, "test")
    with pytest.raises(NothingToUndo):
        store.undo(NOW, "test")
    assert not any(store.database.rows(f"SELECT 1 FROM {table} LIMIT 1") for table in said)
    for _ in range(steps):
        store.redo(NOW, "test")
    assert digests(store.database.connection, said) == before
    assert store.database.rows("PRAGMA foreign_key_check") == []
    store.close()


def test_an_upgrade_cut_short_can_be_begun_again(tmp_path: Path) -> None:
    for round_ in range(20):
        kills.while_migrating(tmp_path / f"{round_}.db", SHIPPED[0], seconds=30)


def last_in(copy: Path) -> str:
    """The text of the newest entry that a copy of an old schema holds."""
    with closing(connect(copy, "ro")) as file:
        return str(file.execute("SELECT text FROM entry ORDER BY id DESC").fetchone()[0])


def write(path: Path, text: str) -> None:
    """Write a note as the earlier program would."""
    with closing(sqlite3.connect(path)) as file:
        columns = [name for name in columns_of(file)["entry"] if name != "id"]
        its = ", ".join(":text" if name in ("uid", "text") else name for name in columns)
        sql = f"INSERT INTO entry ({', '.join(columns)}) SELECT {its} FROM entry LIMIT 1"
        file.execute(sql, {"text": text})
        file.commit()


def test_who_went_back_to_the_earlier_program_and_worked_on_has_that_work_in_a_copy(
    path: Path,
) -> None:
    first, second = (path.parent / "backups" / f"journal-schema-5{n}.db" for n in ("", "-2"))
    open_store(as_shipped(SHIPPED[4], path), create=True).close()
    for _ in range(2):
        # Nothing was written since: the copy of before holds all of it.
        path.write_bytes(first.read_bytes())
        open_store(path, create=True).close()
    assert backups_of(path) == [first]
    path.write_bytes(first.read_bytes())
    write(path, "a month of work")
    open_store(path, create=True).close()
    assert last_in(second) == "a month of work"
    path.write_bytes(second.read_bytes())
    write(path, "another month")
    second.write_bytes(b"damaged")
    open_store(path, create=True).close()
    third = first.with_stem("journal-schema-5-3")
    assert {first, second, third} == set(backups_of(path))
    assert last_in(third) == "another month"


def test_two_windows_that_upgrade_at_once_make_one_copy(path: Path) -> None:
    copy = path.parent / "backups" / "journal-schema-5.db"
    open_store(as_shipped(SHIPPED[4], path), create=True).close()
    # The other window has just changed the file, after this one saw that it is an old one.
    assert back_up_before_migration(path, 5) == copy
    assert backups_of(path) == [copy]
