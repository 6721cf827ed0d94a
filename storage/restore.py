"""Putting a backup in the journal's place, once it is proved to be whole."""

from __future__ import annotations

import glob
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from journal.errors import CannotSave, NotOurFile
from storage.as_made import DIGEST, AsMade, as_made, beside, forget
from storage.aside import ASIDE, free_name, move_beside
from storage.backup import at_work_in, keep_on_disk, partial_of, verify
from storage.backup_names import made_of
from storage.copying import copy_proved
from storage.database import SCHEMA, connect
from storage.failures import reason
from storage.locations import home_of
from storage.opening import State, state_of

NEWER_BACKUP = "That backup was made by a newer program: install the newer one to bring it back."
NOT_IN_PLACE = "The backup could not be put in place: {}. {}."
LOOK = "Make room or allow writing there, and try again"
A_LOOP = "{} is a link that leads nowhere but to links: name the file itself with --db."
DAMAGED_BACKUP = "The backup {} is damaged, so nothing was moved: name an earlier one."
CHANGED_BACKUP = (
    "The backup {} is not as it was copied, so nothing was moved: name another one{},"
    " or delete {} to take it as it is."
)


def restore(path: Path, backup: Path) -> Path | None:
    """Put a backup in the journal's place; returns where the old one, or what was left of it, now lies.

    Raises NotOurFile for a backup that is foreign, damaged or newer, CannotSave when another window
    is saving or the disk refuses. Nothing is moved before the backup is proved.
    """
    # What lies beside a linked file lies beside the file itself, not beside the link.
    given, path = path, Path(os.path.realpath(path))
    if path.is_symlink():
        raise NotOurFile(A_LOOP.format(path))
    if path.exists() and backup.exists() and path.samefile(backup):
        raise NotOurFile(f"{backup} is the journal itself: name one of its backups.")
    try:
        is_ours = state_of(backup) is State.OURS
    except NotOurFile as error:
        # The rep named a backup: --db would name another journal to put it in.
        raise NotOurFile(str(error).replace(" with --db", "")) from None
    if not is_ours:
        raise NotOurFile(f"There is no backup at {backup}: name another file.")
    try:
        verify(backup)
    except NotOurFile as error:
        raise NotOurFile(DAMAGED_BACKUP.format(backup)) from error
    if as_made(backup) is AsMade.CHANGED:
        said = beside(Path(os.path.realpath(backup))).name
        raise NotOurFile(CHANGED_BACKUP.format(backup, _like(given, backup), said))
    with closing(connect(backup, "ro")) as copy:
        if copy.execute("PRAGMA user_version").fetchone()[0] > SCHEMA:
            raise NotOurFile(NEWER_BACKUP)
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with at_work_in(path.parent) as folder, partial_of(path) as fresh:
            copy_proved(backup, fresh)
            verify(fresh)
            keep_on_disk(fresh)
            return _put_in_place(path, fresh, folder)
    except sqlite3.Error as error:
        raise CannotSave(NOT_IN_PLACE.format(*reason(error, LOOK))) from error
    except OSError as error:
        raise CannotSave(NOT_IN_PLACE.format(error.strerror or error, LOOK)) from error


def _put_in_place(path: Path, fresh: Path, folder: int) -> Path | None:
    """Let a proved file take the journal's place, whoever is saving there and whenever it is cut short."""
    if not os.path.lexists(path):
        forget(path)
        left = move_beside(path, free_name(path))
        fresh.rename(path)
        os.fsync(folder)
        return left[0] if left else None
    with _nobody_saving(path):
        aside = _keep_aside(path)
        fresh.replace(path)
        os.fsync(folder)
    return aside


def backups_of(path: Path) -> list[Path]:
    """The backups that lie beside a journal and what earlier restores moved aside, the newest first."""
    found = set(made_of(path))
    for journal in (path, home_of(path)):
        for aside in journal.parent.glob(f"{glob.escape(journal.name)}{ASIDE}*[0-9]"):
            if aside.suffix != DIGEST:
                found.add(aside)
                # A link that was moved aside still leads to where its backups lie.
                found |= set(made_of(aside)) if home_of(aside) != aside else set()
    return sorted(found, key=lambda each: (each.stat().st_mtime_ns, each.name), reverse=True)


def _like(path: Path, backup: Path) -> str:
    """The newest other backup that nothing is known against, as an example; "" when there is none."""
    with suppress(OSError, NotOurFile):
        for other in backups_of(path):
            if not other.samefile(backup) and as_made(other) is not AsMade.CHANGED:
                return f" like {other}"
    return ""


def _keep_aside(path: Path) -> Path:
    """Give the old journal another name, and take away all that SQLite laid beside it.

    The old name stays as well until the new file takes it: who is cut short in between still has a journal.
    """
    aside = free_name(path)
    try:
        os.link(path, aside, follow_symlinks=False)
    except OSError:
        # Not every file system gives a file two names.
        path.rename(aside)
    move_beside(path, aside)
    return aside


@contextmanager
def _nobody_saving(path: Path) -> Iterator[None]:
    """Let a save that is under way end, one that was cut short be rolled back, and no other begin."""
    if path.stat().st_size == 0:
        yield
        return
    with closing(connect(path)) as old:
        try:
            old.execute("BEGIN IMMEDIATE")
        except sqlite3.DatabaseError as error:
            # Nobody can save to a journal that is damaged.
            if error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_BUSY:
                raise
        yield
