"""What lies at the journal's path, and how it becomes an open journal."""

from __future__ import annotations

import os
import sqlite3
import stat
from contextlib import suppress
from enum import Enum, auto
from pathlib import Path

from journal.errors import CannotSave, NotOurFile
from storage.database import APPLICATION_ID, NEWER, SCHEMA, Database, connect
from storage.failures import DAMAGED, said

_MAGIC = b"SQLite format 3\0"
_VERSION_AT, _ID_AT = 60, 68

NO_JOURNAL = "There is no journal yet, so there is nothing to write in: log something first."
FOREIGN = "The file {} is not a sales journal and was left as it is: name another one with --db."
A_FOLDER = "{} is a folder, not a journal: name a file with --db."
NO_FILE = "{} is no file that can keep a journal: name another one with --db."
UNREADABLE = "The file {} may not be read: allow it, or name another one with --db."
LEADS_NOWHERE = (
    "{} is a link to {}, which is not there: bring that back, or name another with --db."
)
NOT_MADE = "No journal could be made at {}: {}. Make room or allow writing there, or name another with --db."


class State(Enum):
    """What lies at a path."""

    MISSING = auto()
    EMPTY = auto()
    OURS = auto()


def state_of(path: Path) -> State:
    """What lies at the path, from its first bytes alone. Raises NotOurFile for anything else.

    A file without a byte that has backups beside it was a journal once: it is damaged, not new.
    """
    try:
        _refuse_no_file(path)
        with path.open("rb") as file:
            header = file.read(100)
    except (FileNotFoundError, NotADirectoryError):
        return State.MISSING
    except OSError:
        raise NotOurFile(UNREADABLE.format(path)) from None
    if not header:
        if _was_backed_up(path):
            raise NotOurFile(DAMAGED)
        return State.EMPTY
    if begins_a_journal(header):
        return State.OURS
    raise NotOurFile(FOREIGN.format(path))


def begins_a_journal(header: bytes) -> bool:
    """Whether the first 100 bytes of a file are those of a sales journal."""
    return header[:16] == _MAGIC and int.from_bytes(header[_ID_AT : _ID_AT + 4]) == APPLICATION_ID


def _was_backed_up(path: Path) -> bool:
    """Whether a backup of the journal lies where its backups are kept."""
    from storage.backup_names import made_of

    return any(made_of(path))


def _refuse_no_file(path: Path) -> None:
    """Refuse a folder, a device or a pipe before it is opened: a pipe would never answer."""
    mode = path.stat().st_mode
    if stat.S_ISDIR(mode):
        raise NotOurFile(A_FOLDER.format(path))
    if not stat.S_ISREG(mode):
        raise NotOurFile(NO_FILE.format(path))


def open_database(path: Path, *, create: bool) -> Database:
    """The journal at the path, of today's schema. Raises NotOurFile, CannotSave.

    A missing one is made if ``create``; else an empty one in memory answers, and nothing is made.
    """
    state = state_of(path)
    if state is not State.OURS and create:
        make_file(path)
    elif state is not State.OURS:
        return empty_database()
    connection: sqlite3.Connection | None = None
    try:
        connection = connect(path)
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        if version < SCHEMA:
            _migrate(connection, path, version)
        connection.execute("SELECT 1 FROM sqlite_schema LIMIT 1").fetchone()
        database = Database(connection, path)
        if version > SCHEMA:
            database.closed_to_writing = NEWER
        return database
    except BaseException as error:
        if connection is not None:
            connection.close()
        if isinstance(error, UnicodeDecodeError):
            raise NotOurFile(DAMAGED) from error
        if isinstance(error, sqlite3.Error):
            raise said(error) or NotOurFile(DAMAGED) from error
        raise


def empty_database() -> Database:
    """A journal in memory that nothing can be written to."""
    connection = connect(None)
    _migrate(connection, None, 0)
    database = Database(connection, None)
    database.closed_to_writing = NO_JOURNAL
    return database


def make_file(path: Path) -> None:
    """Make the file and its folder, for the rep's eyes only; an empty one that is there is taken."""
    from storage.aside import clear_for_new

    if path.is_symlink() and not path.exists():
        raise CannotSave(LEADS_NOWHERE.format(path, os.path.realpath(path)))
    try:
        for folder in reversed([path.parent, *path.parent.parents]):
            if not folder.exists():
                folder.mkdir(mode=0o700, exist_ok=True)
        clear_for_new(path)
        with suppress(FileExistsError):
            os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
            return
        path.chmod(0o600)
    except OSError as error:
        raise CannotSave(NOT_MADE.format(path, (error.strerror or "it failed").lower())) from error


def _migrate(connection: sqlite3.Connection, path: Path | None, version: int) -> None:
    """Bring the schema up to today's, all or nothing, with a backup of a journal that has rows."""
    from storage import migrations

    if path is not None and version > 0:
        from storage.backup import back_up_before_migration

        back_up_before_migration(path, version)
    connection.execute("PRAGMA foreign_keys=OFF")
    connection.execute("BEGIN IMMEDIATE")
    try:
        if connection.execute("PRAGMA user_version").fetchone()[0] < SCHEMA:
            migrations.apply(connection)
            if connection.execute("PRAGMA foreign_key_check").fetchone():
                raise NotOurFile(DAMAGED)
            connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
            connection.execute(f"PRAGMA user_version={SCHEMA}")
        connection.execute("COMMIT")
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        connection.execute("PRAGMA foreign_keys=ON")
