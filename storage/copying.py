"""A copy of a journal that others go on saving to, proved row by row while they hardly wait."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from storage.database import connect

WIDTH = 2000
"""How many rowids are compared at one go: a few milliseconds, in which nobody else can save."""

DIFFERS = "the copy does not hold the same rows"

_TABLES = "SELECT name, wr FROM pragma_table_list WHERE schema = 'main' AND type <> 'view'"


@dataclass(frozen=True, slots=True)
class Stretch:
    """Rows of one table that are compared at one go."""

    question: str
    """The SQL that answers 1 when the copy holds the same rows."""
    bounds: tuple[int, ...]
    """The first and the last rowid; nothing for a table without rowids, which is compared whole."""


def copy_proved(path: Path, partial: Path) -> None:
    """Copy a journal into an empty file, and prove that it holds the same rows.

    A copy is one short step, and so is each comparison; what is saved between two of them is no
    fault of the copy. Rows that changed meanwhile are proved with the next copy, in the same step,
    so that no writer can keep a backup from being made. Raises OSError when the copy differs.
    """
    disputed: set[Stretch] = set()
    while changed := _changed_since_copied(path, partial, disputed):
        disputed |= changed


def _changed_since_copied(path: Path, partial: Path, disputed: set[Stretch]) -> set[Stretch]:
    """Copy and compare once; returns the rows that somebody wrote before they were compared."""
    os.truncate(partial, 0)
    with closing(connect(path)) as source:
        # Nothing can be attached in a transaction, so the empty file is, and read once it is full.
        source.execute("ATTACH ? AS copy", (f"{partial.absolute().as_uri()}?mode=ro",))
        source.execute("BEGIN")
        version = _version(source)
        _fill(partial, source)
        if not all(_is_same(source, stretch) for stretch in disputed):
            raise OSError(DIFFERS)
        source.execute("COMMIT")
        changed = set()
        for stretch in _stretches(source):
            if stretch in disputed or _is_same(source, stretch):
                continue
            if _version(source) == version:
                raise OSError(DIFFERS)
            changed.add(stretch)
        return changed


def _fill(partial: Path, source: sqlite3.Connection) -> None:
    """Copy every page; the disk is not waited for, since nobody can save until this is done."""
    with closing(sqlite3.connect(partial, isolation_level=None)) as copy:
        copy.execute("PRAGMA synchronous=OFF")
        copy.execute("PRAGMA journal_mode=OFF")
        source.backup(copy)


def _version(source: sqlite3.Connection) -> int:
    """Changes whenever another connection has saved something to the journal."""
    return int(source.execute("PRAGMA main.data_version").fetchone()[0])


def _is_same(source: sqlite3.Connection, stretch: Stretch) -> bool:
    return bool(source.execute(stretch.question, stretch.bounds).fetchone()[0])


def _stretches(source: sqlite3.Connection) -> Iterator[Stretch]:
    """All rows of all tables, the schema's own among them, in pieces whose bounds never move."""
    for table, without_rowid in source.execute(_TABLES).fetchall():
        columns = source.execute(f'PRAGMA main.table_info("{table}")').fetchall()
        names = [column[1] for column in columns]
        if without_rowid:
            keys = [column[1] for column in columns if column[5]]
            yield Stretch(_question(table, keys, names, "1"), ())
            continue
        question = _question(table, ["rowid"], names, "ours.rowid BETWEEN ?1 AND ?2")
        lowest = " UNION ALL ".join(
            f'SELECT min(rowid) AS found FROM {database}."{table}" WHERE rowid >= ?1'
            for database in ("main", "copy")
        )
        after = -(2**63)
        while (row := _lowest(source, lowest, after)) is not None:
            first = row // WIDTH * WIDTH
            after = first + WIDTH
            yield Stretch(question, (max(first, -(2**63)), min(after, 2**63) - 1))
            if after >= 2**63:
                break


def _lowest(source: sqlite3.Connection, lowest: str, after: int) -> int | None:
    """The first rowid from one on, in the journal or in the copy."""
    found = source.execute(f"SELECT min(found) FROM ({lowest})", (after,)).fetchone()[0]
    return None if found is None else int(found)


def _question(table: str, keys: list[str], names: list[str], where: str) -> str:
    """Whether there are as many rows in both, and each of the journal has its equal in the copy."""
    ours, theirs = f'main."{table}"', f'copy."{table}"'
    on = " AND ".join(f'theirs."{key}" = ours."{key}"' for key in keys)
    differs = " OR ".join(f'theirs."{name}" IS NOT ours."{name}"' for name in names)
    return f"""SELECT (SELECT count(*) FROM {ours} AS ours WHERE {where})
            = (SELECT count(*) FROM {theirs} AS ours WHERE {where})
        AND NOT EXISTS (SELECT 1 FROM {ours} AS ours LEFT JOIN {theirs} AS theirs ON {on}
            WHERE {where} AND (theirs."{keys[0]}" IS NULL OR {differs}))"""
