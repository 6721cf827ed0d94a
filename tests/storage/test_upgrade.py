"""A journal of any earlier program opens as one of today, with every word and every step to undo."""

from __future__ import annotations

from pathlib import Path

import pytest
from builders import NOW
from proofs import kills
from proofs.shipped import SHIPPED, as_shipped, columns_of, digests, upgrade

from journal.errors import NothingToUndo
from storage.database import SCHEMA
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
