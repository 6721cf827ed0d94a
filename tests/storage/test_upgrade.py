"""A journal of any earlier program opens as one of today, with every word and every step to undo."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from hashlib import sha256
from pathlib import Path

import pytest
from builders import NOW, note
from children import killed, start

from journal.errors import NothingToUndo
from storage.backup import verify
from storage.database import APPLICATION_ID, SCHEMA, connect
from storage.opening import empty_database
from storage.store import open_store

SHIPPED = sorted((Path(__file__).parents[1] / "data" / "shipped").glob("schema-*.sql"))
"""A small life in each schema that was ever shipped, as the program of its time left it."""

STEPS = {"schema-4": 34, "schema-5": 54}
"""So many things the rep did in each, 21 where none are named, not counting one that was taken back."""

TABLES = {"schema-4": 30, "schema-5": 39}
"""So many tables of ours each has, 23 where none are named."""

OURS = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE '%sqlite%'"
SCHEMA_OF = "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name"

OPENS = """
import sys
from pathlib import Path
from storage import backup, migrations
from storage.store import open_store
open_store(Path(sys.argv[1]), create=True)
"""


def as_shipped(number: Path, path: Path) -> Path:
    """A file as the program of that schema left it."""
    with closing(sqlite3.connect(path)) as file:
        file.executescript(number.read_text(encoding="utf-8"))
        file.execute(f"PRAGMA application_id={APPLICATION_ID}")
        file.execute(f"PRAGMA user_version={int(number.stem.rpartition('-')[2])}")
    return path


def columns_of(file: sqlite3.Connection) -> dict[str, list[str]]:
    """The columns of each of our tables."""
    tables = [name for (name,) in file.execute(OURS).fetchall()]
    return {
        table: [row[1] for row in file.execute(f"PRAGMA table_info({table})").fetchall()]
        for table in tables
    }


def digests(file: sqlite3.Connection, columns: dict[str, list[str]]) -> dict[str, str]:
    """A SHA-256 over these columns of all rows, table by table."""
    answer = {}
    for table, names in columns.items():
        rows = file.execute(f"SELECT {', '.join(names)} FROM {table} ORDER BY 1, 2").fetchall()
        answer[table] = sha256(repr(rows).encode()).hexdigest()
    return answer


def test_every_schema_before_today_was_kept() -> None:
    assert [file.stem for file in SHIPPED] == [f"schema-{n}" for n in range(1, SCHEMA)]


@pytest.mark.parametrize("shipped", SHIPPED, ids=lambda file: file.stem)
def test_an_upgraded_journal_says_what_it_said_before(shipped: Path, path: Path) -> None:
    with closing(sqlite3.connect(as_shipped(shipped, path))) as old:
        columns = columns_of(old)
        before = digests(old, columns)
    assert len(before) == TABLES.get(shipped.stem, 23)
    open_store(path, create=True).close()
    with closing(connect(path)) as new:
        assert digests(new, columns) == before
        fresh = empty_database().connection
        assert new.execute(SCHEMA_OF).fetchall() == fresh.execute(SCHEMA_OF).fetchall()
    verify(path)


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
        path = as_shipped(SHIPPED[0], tmp_path / f"{round_}.db")
        child = start(OPENS, path)
        while child.poll() is None and not path.with_name(f"{path.name}-journal").exists():
            pass
        killed(child)
        store = open_store(path, create=True)
        with store.action("note", NOW, "test"):
            assert store.entries.get(store.entries.add(note()).id).text == "They are hiring."
        assert store.database.rows("PRAGMA user_version") == [(SCHEMA,)]
        store.close()
        verify(path)
