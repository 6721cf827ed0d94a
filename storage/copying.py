"""A copy of a journal that others go on saving to, proved row by row while they hardly wait."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path
from time import monotonic

from journal.frozen import frozen
from storage.database import connect
from storage.stopping import IsWanted, go_on, heed

SHORT = 0.05
"""Seconds of copying and comparing after which others may save."""

PAGES_AT_ONCE = 2000
"""Pages that are copied between two looks at whether the copy is still wanted: some milliseconds."""

WIDTH = 2000
"""How many rowids are compared at one go, which takes a few milliseconds."""

_LAST = 2**63 - 1
"""The last rowid there can be; none of ours is below zero."""

DIFFERS = "the copy does not hold the same rows"

_TABLES = """SELECT name, wr FROM pragma_table_list
WHERE schema = 'main' AND type NOT IN ('view', 'virtual')"""
"""What a virtual table shows lies in the tables behind it, which are compared like all others."""


@frozen
class Stretch:
    """Rows of one table that are compared at one go."""

    question: str
    """The SQL that answers 1 when the copy holds the same rows."""
    bounds: tuple[int, ...]
    """The first and the last rowid; nothing for a table without rowids, which is compared whole."""


def copy_proved(path: Path, partial: Path, is_wanted: IsWanted | None = None) -> None:
    """Copy a journal into an empty file, and prove that it holds the same rows.

    What is saved while rows are compared is no fault of the copy: those rows are proved with the
    next copy, before anybody can save again, so that no writer keeps a backup from being made.
    Raises OSError when the copy differs, Stopped or an interrupted query once it is not wanted.
    """
    disputed: set[Stretch] = set()
    while changed := _changed_since_copied(path, partial, disputed, is_wanted):
        disputed |= changed


def _changed_since_copied(
    path: Path, partial: Path, disputed: set[Stretch], is_wanted: IsWanted | None
) -> set[Stretch]:
    """Copy and compare once; returns the rows that somebody wrote before they were compared."""
    os.truncate(partial, 0)
    changed = set()
    # Nothing can be attached in a transaction, so the empty file is, and read once it is full.
    with beside(path, partial) as both:
        heed(both, is_wanted)
        both.execute("BEGIN")
        let_go_at = monotonic() + SHORT
        version = _version(both)
        _fill(partial, both, is_wanted)
        if not all(_is_same(both, stretch) for stretch in disputed):
            raise OSError(DIFFERS)
        for stretch in _stretches(both):
            if monotonic() > let_go_at:
                both.execute("COMMIT")
                both.execute("BEGIN")
                let_go_at = monotonic() + SHORT
            if not _is_same(both, stretch):
                if _version(both) == version:
                    raise OSError(DIFFERS)
                changed.add(stretch)
    return changed - disputed


@contextmanager
def beside(path: Path, copy: Path) -> Iterator[sqlite3.Connection]:
    """A journal with its copy attached for reading, as ``main`` and ``copy``."""
    with closing(connect(path)) as both:
        both.execute("ATTACH ? AS copy", (f"{copy.absolute().as_uri()}?mode=ro",))
        yield both


def differing(both: sqlite3.Connection) -> Iterator[Stretch]:
    """The rows of all tables in which a copy is not as its journal is now."""
    return (stretch for stretch in _stretches(both) if not _is_same(both, stretch))


def _fill(partial: Path, source: sqlite3.Connection, is_wanted: IsWanted | None) -> None:
    """Copy every page; the disk is not waited for, since nobody can save until this is done."""

    def look_up(status: int, left: int, pages: int) -> None:
        go_on(is_wanted)

    with closing(sqlite3.connect(partial, isolation_level=None)) as copy:
        copy.execute("PRAGMA synchronous=OFF")
        copy.execute("PRAGMA journal_mode=OFF")
        source.backup(copy, pages=PAGES_AT_ONCE, progress=look_up, sleep=0)
        # Where another tool left the journal in WAL mode, files would lie beside the copy.
        copy.execute("PRAGMA journal_mode=DELETE")


def _version(both: sqlite3.Connection) -> object:
    """Changes whenever another connection has saved something to the journal."""
    return _answer(both, "PRAGMA main.data_version")


def _is_same(both: sqlite3.Connection, stretch: Stretch) -> bool:
    bounds = dict(zip(("first", "last"), stretch.bounds, strict=False))
    return _answer(both, stretch.question, bounds) == 1


def _answer(
    both: sqlite3.Connection, question: str, values: Mapping[str, int] | None = None
) -> object:
    """The only value of an answer, read to its end so that no lock stays."""
    return both.execute(question, values or {}).fetchall()[0][0]


def _stretches(both: sqlite3.Connection) -> Iterator[Stretch]:
    """All rows of all tables, the schema's own among them, in pieces whose bounds never move."""
    for table, without_rowid in both.execute(_TABLES).fetchall():
        columns = both.execute(f'PRAGMA main.table_info("{table}")').fetchall()
        names = [column[1] for column in columns]
        if without_rowid:
            keys = [column[1] for column in columns if column[5]]
            yield Stretch(_question(table, keys, names, "1"), ())
            continue
        question = _question(table, ["rowid"], names, "ours.rowid BETWEEN :first AND :last")
        lowest = f"""SELECT min(found) FROM (
            SELECT min(rowid) AS found FROM main."{table}" WHERE rowid > :last
            UNION ALL SELECT min(rowid) FROM copy."{table}" WHERE rowid > :last)"""
        last = -1
        while isinstance(found := _answer(both, lowest, {"last": last}), int):
            first = found // WIDTH * WIDTH
            last = min(first + WIDTH - 1, _LAST)
            yield Stretch(question, (first, last))


def _question(table: str, keys: list[str], names: list[str], where: str) -> str:
    """Whether there are as many rows in both, and each of the journal has its equal in the copy."""
    ours, theirs = f'main."{table}"', f'copy."{table}"'
    on = " AND ".join(f'theirs."{key}" = ours."{key}"' for key in keys)
    differs = " OR ".join(f'theirs."{name}" IS NOT ours."{name}"' for name in names)
    return f"""SELECT (SELECT count(*) FROM {ours} AS ours WHERE {where})
            = (SELECT count(*) FROM {theirs} AS ours WHERE {where})
        AND NOT EXISTS (SELECT 1 FROM {ours} AS ours LEFT JOIN {theirs} AS theirs ON {on}
            WHERE {where} AND (theirs."{keys[0]}" IS NULL OR {differs}))"""
