"""Putting a backup in the journal's place, once it is proved to be whole."""

from __future__ import annotations

import glob
import os
import sqlite3
from contextlib import closing
from pathlib import Path

from journal.errors import CannotSave, NotOurFile
from storage.backup import back_up, verify
from storage.database import SCHEMA, connect
from storage.locations import folder_of
from storage.opening import State, state_of

BESIDE = ("", "-journal", "-wal", "-shm")
"""The journal's file and what SQLite lays beside it: an old one must never be played into a new file."""

NEWER_BACKUP = "That backup was made by a newer program: install the newer one to bring it back."
DAMAGED_BACKUP = "The backup {} is damaged, so nothing was moved: name an earlier one."


def restore(path: Path, backup: Path) -> Path | None:
    """Put a backup in the journal's place; returns where the old journal now lies, if there was one.

    Raises NotOurFile for a backup that is foreign, damaged or newer, CannotSave when another window
    is saving or the disk refuses. Nothing is moved before the backup is proved.
    """
    if path.exists() and backup.exists() and path.samefile(backup):
        raise NotOurFile(f"{backup} is the journal itself: name one of its backups.")
    if state_of(backup) is not State.OURS:
        raise NotOurFile(f"There is no backup at {backup}: name another file.")
    try:
        verify(backup)
    except NotOurFile as error:
        raise NotOurFile(DAMAGED_BACKUP.format(backup)) from error
    with closing(connect(backup, "ro")) as copy:
        if copy.execute("PRAGMA user_version").fetchone()[0] > SCHEMA:
            raise NotOurFile(NEWER_BACKUP)
    fresh = path.with_name(f"{path.name}.restored")
    fresh.unlink(missing_ok=True)
    back_up(backup, fresh)
    try:
        aside = _move_aside(path)
        fresh.rename(path)
    except (OSError, sqlite3.Error) as error:
        raise CannotSave(
            f"The backup could not be put in place: {error}. Try again in a moment."
        ) from error
    return aside


def backups_of(path: Path) -> list[Path]:
    """The backups that lie beside a journal, the newest first."""
    found = folder_of(path).glob(f"{glob.escape(path.stem)}-*.db")
    return sorted(found, key=lambda each: (each.stat().st_mtime_ns, each.name), reverse=True)


def _move_aside(path: Path) -> Path | None:
    """Move the old journal out of the way, whole, while nobody writes to it."""
    if not os.path.lexists(path):
        return None
    number = 1
    while os.path.lexists(aside := path.with_name(f"{path.name}.before-restore-{number}")):
        number += 1
    _wait_for_writers(path)
    for more in BESIDE:
        old = path.with_name(path.name + more)
        if os.path.lexists(old):
            old.rename(aside.with_name(aside.name + more))
    return aside


def _wait_for_writers(path: Path) -> None:
    """Let a save that is under way end, and one that was cut short be rolled back."""
    if path.stat().st_size == 0:
        return
    with closing(connect(path)) as old:
        try:
            old.execute("BEGIN IMMEDIATE")
            old.execute("ROLLBACK")
        except sqlite3.DatabaseError as error:
            if error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_BUSY:
                raise
