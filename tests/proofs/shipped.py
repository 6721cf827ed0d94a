"""Journals of every schema that was ever shipped, and what each of them says."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from hashlib import sha256
from pathlib import Path

from storage.backup import verify
from storage.database import APPLICATION_ID, connect
from storage.opening import empty_database
from storage.store import open_store

SHIPPED = sorted((Path(__file__).parents[1] / "data" / "shipped").glob("schema-*.sql"))
"""A small life in each schema that was ever shipped, as the program of its time left it."""

SCHEMA_OF = "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name"
OURS = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE '%sqlite%'"


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


def upgrade(number: Path, path: Path) -> int:
    """Open such a file as today's program does: every word is there; returns how many tables it had."""
    with closing(sqlite3.connect(as_shipped(number, path))) as old:
        columns = columns_of(old)
        before = digests(old, columns)
    open_store(path, create=True).close()
    with closing(connect(path)) as new, closing(empty_database()) as fresh:
        assert digests(new, columns) == before
        assert new.execute(SCHEMA_OF).fetchall() == fresh.rows(SCHEMA_OF)
    verify(path)
    return len(before)
