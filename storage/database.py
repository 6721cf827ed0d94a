"""One connection to one journal file: how it is made, read, and written in whole transactions."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from itertools import chain
from pathlib import Path
from typing import Any

from journal.errors import CannotSave, NotOurFile, NotSaved
from storage.failures import DAMAGED, said
from storage.rows import Row

APPLICATION_ID = 0x534A4E4C
"""Says "SJNL" in the file's header: this is a sales journal."""

SCHEMA = 6
"""The number of migrations this program knows."""

OPENING_PATIENCE = 10.0
"""Seconds that who opens a journal waits: for another first start, for another window that saves."""

SAVING_PATIENCE = 3.0
"""Seconds to wait for another window that saves; longer would freeze the screen."""

HASTE = 0.1
"""Seconds that what is saved while a rep types waits for another window."""

NEWER = (
    "This journal is of a newer program and open for reading only: install the newer one to write."
)
_NEWER = "this journal was saved by a newer program", "install the newer one to write"
_REPLACED = (
    "the journal's file was moved or replaced while it was open",
    "look at it again, then save once more",
)

_IN_ONE = 50
"""How many rows one statement inserts."""

_OF_SCHEMA = (sqlite3.SQLITE_ERROR, sqlite3.SQLITE_CONSTRAINT)
"""Faults of the program, unless the tables are not described as they should be."""

_AT_ONCE = 500
"""How many rows are asked for by number in one query."""

_PLAIN = frozenset(b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/._-:")


def connect(path: Path | None, mode: str = "rw") -> sqlite3.Connection:
    """The one way a journal is opened; None is a journal in memory. Never creates a file."""
    if path is None:
        connection = sqlite3.connect(":memory:", isolation_level=None)
    else:
        name = "".join(chr(b) if b in _PLAIN else f"%{b:02x}" for b in os.fsencode(path.absolute()))
        connection = sqlite3.connect(
            f"file:{name}?mode={mode}", uri=True, isolation_level=None, timeout=OPENING_PATIENCE
        )
    for pragma in (
        "foreign_keys=ON",
        "trusted_schema=OFF",
        "cell_size_check=ON",
        "temp_store=MEMORY",
    ):
        connection.execute(f"PRAGMA {pragma}")
    return connection


def _schema(connection: sqlite3.Connection) -> list[Row]:
    sql = "SELECT type, name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
    return sorted(connection.execute(sql).fetchall())


class Database:
    """A connection whose every failure is a sentence, and whose every write is in a transaction."""

    def __init__(self, connection: sqlite3.Connection, path: Path | None) -> None:
        """Take an open connection to a journal of our schema, or of a newer one."""
        self.path = path
        """The file; None in memory."""
        self.closed_to_writing: str | None = None
        """Why nothing may be written, in a sentence; None when it may."""
        self._take(connection)

    def _take(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        connection.execute("PRAGMA synchronous=EXTRA")
        self._file = self._identity()
        self._version = self._data_version()
        # Only now, for whoever opens a journal has nothing on a screen yet that could freeze.
        connection.execute(f"PRAGMA busy_timeout={int(SAVING_PATIENCE * 1000)}")

    def _identity(self) -> tuple[int, int] | None:
        """Which file lies at the path now; None when there is none, or in memory."""
        if self.path is None:
            return None
        try:
            found = self.path.stat()
        except OSError:
            return None
        return (found.st_dev, found.st_ino)

    def _data_version(self) -> int:
        return int(self.rows("PRAGMA data_version")[0][0])

    @property
    def is_replaced(self) -> bool:
        """Whether another file lies where ours was opened, or none."""
        return self._identity() != self._file

    def has_changed(self) -> bool:
        """Whether another connection saved something since this was last asked."""
        before, self._version = self._version, self._data_version()
        return before != self._version

    def go_on_with(self, other: Database) -> None:
        """Take over what another database has opened: the file that lies at the path now."""
        self.close()
        self.closed_to_writing = other.closed_to_writing
        self._take(other.connection)

    def rows(self, sql: str, values: Sequence[object] = ()) -> list[Row]:
        """All rows of a query, read to the end so that no lock stays."""
        try:
            return self.connection.execute(sql, values).fetchall()
        except (sqlite3.Error, UnicodeDecodeError) as error:
            raise self._failure(error) from error

    def row(self, sql: str, values: Sequence[object] = ()) -> Row | None:
        """The first row of a query."""
        found = self.rows(sql, values)
        return found[0] if found else None

    def rows_of(self, sql: str, wanted: Iterable[int | str]) -> Iterator[Row]:
        """All rows of a query that names what it wants with ``{marks}``, some hundred at a time."""
        left = list(dict.fromkeys(wanted))
        while left:
            some, left = left[:_AT_ONCE], left[_AT_ONCE:]
            yield from self.rows(sql.format(marks=", ".join("?" * len(some))), some)

    def named(self, sql: str, values: Sequence[object] = ()) -> list[dict[str, Any]]:
        """All rows of a query, by column."""
        try:
            cursor = self.connection.execute(sql, values)
            names = [column[0] for column in cursor.description]
            return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
        except (sqlite3.Error, UnicodeDecodeError) as error:
            raise self._failure(error) from error

    def streamed(self, sql: str, at_once: int, values: Sequence[object] = ()) -> Iterator[Row]:
        """The rows of a query some at a time; a lock stays until the last one is read."""
        try:
            cursor = self.connection.execute(sql, values)
            while some := cursor.fetchmany(at_once):
                yield from some
        except (sqlite3.Error, UnicodeDecodeError) as error:
            raise self._failure(error) from error

    def copy_into(self, other: sqlite3.Connection) -> None:
        """Copy every page as it is now."""
        try:
            self.connection.backup(other)
        except sqlite3.Error as error:
            raise self._failure(error) from error

    def run(self, sql: str, values: Sequence[object] = ()) -> int:
        """Write inside the transaction under way; returns the id of an inserted row."""
        if not self.connection.in_transaction:
            raise RuntimeError("a write needs an action: with store.action(…)")
        try:
            return self.connection.execute(sql, values).lastrowid or 0
        except (sqlite3.Error, UnicodeDecodeError) as error:
            raise self._failure(error) from error

    def run_many(self, sql: str, values: Iterable[Sequence[object]]) -> None:
        """Write many rows inside the transaction under way."""
        if not self.connection.in_transaction:
            raise RuntimeError("a write needs an action: with store.action(…)")
        try:
            self.connection.executemany(sql, values)
        except (sqlite3.Error, UnicodeDecodeError) as error:
            raise self._failure(error) from error

    def insert_rows(
        self, table: str, columns: Sequence[str], rows: Sequence[Sequence[object]]
    ) -> None:
        """Add many rows inside the transaction under way.

        Several go in one statement: where triggers follow each of them, that takes half the time.
        """
        one = f"({', '.join('?' * len(columns))})"
        sql = f"INSERT INTO {table} ({', '.join(columns)}) VALUES "
        whole = len(rows) - len(rows) % _IN_ONE
        several = sql + ", ".join([one] * _IN_ONE)
        self.run_many(
            several,
            (
                tuple(chain.from_iterable(rows[at : at + _IN_ONE]))
                for at in range(0, whole, _IN_ONE)
            ),
        )
        self.run_many(sql + one, rows[whole:])

    def _failure(self, error: sqlite3.Error | UnicodeDecodeError) -> Exception:
        """What to raise for an error of SQLite; what a newer schema lacks is no fault of ours."""
        if isinstance(error, UnicodeDecodeError):
            return NotOurFile(DAMAGED)
        code = getattr(error, "sqlite_errorcode", 0)
        if self.closed_to_writing == NEWER and code == sqlite3.SQLITE_ERROR:
            return NotOurFile(NEWER)
        if code & 0xFF in _OF_SCHEMA and not self._has_our_schema():
            return NotOurFile(DAMAGED)
        return said(error) or error

    def _has_our_schema(self) -> bool:
        """Whether the tables are described as a new journal describes them: a bit may have flipped there."""
        from storage.opening import empty_database

        fresh = empty_database()
        try:
            return _schema(self.connection) == _schema(fresh.connection)
        except (sqlite3.Error, UnicodeDecodeError):
            return False
        finally:
            fresh.close()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All that is written inside is saved together, or not at all. Raises CannotSave."""
        if self.connection.in_transaction:
            raise RuntimeError("an action is already under way")
        if self.closed_to_writing == NEWER:
            raise NotSaved(*_NEWER)
        if self.closed_to_writing:
            raise CannotSave(self.closed_to_writing)
        self._refuse_replaced()
        is_saved = False
        try:
            self._leave_wal()
            self.connection.execute("BEGIN IMMEDIATE")
            # Who waited for another window may have waited for a restore.
            self._refuse_replaced()
            self._refuse_newer()
            yield
            self.connection.execute("COMMIT")
            is_saved = True
        except (sqlite3.Error, UnicodeDecodeError) as error:
            raise self._failure(error) from error
        finally:
            if not is_saved:
                self._put_back()

    def _put_back(self) -> None:
        """Take back what was not saved; where the disk refused, SQLite does so only with its next read.

        Until then the file stands half-written, and who copies it without what lies beside it loses.
        """
        if self.connection.in_transaction:
            self.connection.execute("ROLLBACK")
        with suppress(sqlite3.Error):
            self.connection.execute("SELECT 1 FROM sqlite_schema LIMIT 1").fetchone()

    @contextmanager
    def in_haste(self) -> Iterator[None]:
        """What is done inside waits hardly at all for another window: it can be tried again soon."""
        (before,) = self.connection.execute("PRAGMA busy_timeout").fetchone()
        self.connection.execute(f"PRAGMA busy_timeout={int(HASTE * 1000)}")
        try:
            yield
        finally:
            self.connection.execute(f"PRAGMA busy_timeout={int(before)}")

    def _refuse_replaced(self) -> None:
        """What is written into a file that was moved aside is not in the journal."""
        if self.is_replaced:
            raise NotSaved(*_REPLACED)

    def _leave_wal(self) -> None:
        """Go back from a mode another tool left, which loses what is saved while the file is swapped."""
        if self.connection.execute("PRAGMA journal_mode").fetchone() != ("wal",):
            return
        if self.connection.execute("PRAGMA user_version").fetchone()[0] == SCHEMA:
            # As long as that tool has the file open it has to stay so.
            with self.in_haste(), suppress(sqlite3.OperationalError):
                self.connection.execute("PRAGMA journal_mode=DELETE")

    def _refuse_newer(self) -> None:
        """A window left open since morning must not write into what was upgraded meanwhile."""
        if self.connection.execute("PRAGMA user_version").fetchone()[0] != SCHEMA:
            self.closed_to_writing = NEWER
            raise NotSaved(*_NEWER)

    def close(self) -> None:
        """Let go of the file."""
        self.connection.close()
