"""The rows of a whole journal laid out beside the rep's own, where each is proved before any is kept."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from itertools import groupby
from typing import TYPE_CHECKING

from journal.transfer.faults import UnreadableFile
from storage.database import Database
from storage.rows import Value, folded
from storage.whole_merge import ASIDE
from storage.whole_proof import prove
from storage.whole_tables import TABLES, columns_of

if TYPE_CHECKING:
    from journal.transfer.whole_part import Part
    from journal.transfer.whole_read import WholeRow

_SQL_OF = "SELECT sql FROM main.sqlite_schema WHERE type = 'table' AND name = ?"
_NUMBERS = f"""CREATE TABLE {ASIDE}.number (part TEXT NOT NULL, old INTEGER NOT NULL,
    new INTEGER, known INTEGER NOT NULL, PRIMARY KEY (part, old)) STRICT, WITHOUT ROWID"""
_ACTION = f"CREATE TABLE {ASIDE}.action (id INTEGER PRIMARY KEY)"

TWICE = "{}, line {:,}: the {} is there twice, or goes by what another one goes by."
IMPOSSIBLE = "{}, line {:,}: the {} says what cannot be, so no journal can hold it."

_FOLDED = ("accounts", "account_names")


@contextmanager
def laid_aside(db: Database, rows: Iterable[WholeRow], name: str) -> Iterator[int]:
    """Lay out the rows of a file of this name beside the journal; gives how many there are.

    They lie in a file without a name, which is gone afterwards whatever happens. Raises
    UnreadableFile for what no journal could hold, CannotSave when there is no room.
    """
    # Beside the journal it would otherwise lie in memory, however long it is.
    db.rows("PRAGMA temp_store=FILE")
    db.rows(f"ATTACH '' AS {ASIDE}")
    db.rows("PRAGMA temp_store=MEMORY")
    try:
        # Two files are saved as one by way of a third; this one needs no saving at all.
        db.rows(f"PRAGMA {ASIDE}.journal_mode=MEMORY")
        db.rows(f"PRAGMA {ASIDE}.synchronous=OFF")
        with _one_transaction(db):
            _make_tables(db)
            laying = _Laying(db, name)
            for part, some in groupby(rows, key=lambda row: row.part):
                laying.lay(part, some)
            prove(db, ASIDE, name)
        yield laying.number
    finally:
        db.rows(f"DETACH {ASIDE}")


@contextmanager
def _one_transaction(db: Database) -> Iterator[None]:
    """Keep the rows aside all at once; the journal itself is not locked by it."""
    try:
        db.rows("BEGIN")
        db.rows("PRAGMA defer_foreign_keys=ON")
        yield
        db.rows("COMMIT")
    finally:
        if db.connection.in_transaction:
            db.rows("ROLLBACK")


def _make_tables(db: Database) -> None:
    """The tables of a journal, without their indexes and triggers."""
    db.rows(_ACTION)
    db.rows(f"INSERT INTO {ASIDE}.action VALUES (1)")
    db.rows(_NUMBERS)
    for table in TABLES.values():
        ((sql,),) = db.rows(_SQL_OF, (table,))
        db.rows(re.sub(r'^CREATE TABLE "?(\w+)"?', rf"CREATE TABLE {ASIDE}.\1", sql))


class _Laying:
    """Rows on their way to their tables, and how far they are."""

    def __init__(self, db: Database, name: str) -> None:
        self._db = db
        self._name = name
        self._line = 0
        self.number = 0

    def lay(self, part: Part, rows: Iterable[WholeRow]) -> None:
        """Put rows into the table of their part. Raises UnreadableFile, naming the row, CannotSave."""
        try:
            self._db.run_many(_insert(part), self._values(_kept(part), rows))
        except sqlite3.IntegrityError as error:
            sentence = TWICE if str(error).startswith("UNIQUE") else IMPOSSIBLE
            raise UnreadableFile(sentence.format(self._name, self._line, part.one)) from error

    def _values(self, kept: _Keep, rows: Iterable[WholeRow]) -> Iterator[list[Value]]:
        for row in rows:
            self._line = row.line
            self.number += 1
            yield kept(row)


_Keep = Callable[["WholeRow"], list[Value]]


def _kept(part: Part) -> _Keep:
    """What turns a row of the file into one of its table."""
    if part.name in _FOLDED:
        place = [field.name for field in part.fields].index("name")
        return lambda row: [*row.values, folded(str(row.values[place]))]
    if part.name == "imports":
        return lambda row: [*row.values, 1]
    if part.name == "sources":
        place = [field.name for field in part.fields].index("row")
        return lambda row: [
            0 if at == place and value is None else value for at, value in enumerate(row.values)
        ]
    return lambda row: list(row.values)


def _insert(part: Part) -> str:
    """The statement that puts a row aside."""
    columns = columns_of(part)
    if part.name in _FOLDED:
        columns.append("folded")
    if part.name == "imports":
        columns.append("action")
    marks = ", ".join("?" * len(columns))
    return f"INSERT INTO {ASIDE}.{TABLES[part.name]} ({', '.join(columns)}) VALUES ({marks})"
