"""Copies of the journal that are proved to hold the same rows, and how many of them are kept."""

from __future__ import annotations

import fcntl
import os
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from datetime import date
from pathlib import Path
from stat import S_ISREG
from typing import TYPE_CHECKING

from journal.errors import CannotSave, JournalError, NotOurFile
from storage.as_made import beside, delete, digest_of, forget, is_ours, mark
from storage.aside import UNFINISHED, lying, taken_for
from storage.backup_names import made_of, named, next_free
from storage.copying import copy_proved
from storage.database import connect
from storage.failures import DAMAGED, reason, said, unread
from storage.opening import State, state_of
from storage.rows import Row
from storage.stopping import IsWanted, heed, stopped

if TYPE_CHECKING:
    from journal.moment import Moment

DAYS_KEPT, WEEKS_KEPT, MONTHS_KEPT = 7, 4, 12
"""How many daily, weekly and monthly backups stay."""

BEFORE_KEPT = 5
"""How many backups made before an import stay."""

PARTIAL = ".backup.partial"
"""How the name of a backup ends that is not proved yet."""

_PAGE = 5000
_TABLES = "SELECT name, sql FROM sqlite_schema WHERE type = 'table' ORDER BY name"

FAILED = "No backup could be made at {}: {}. {}."
LOOK = "Look at the disk, or name another place"
OF_ANOTHER = "{} is a name that belongs to {}, which would be spoilt by it: name another file."
LEFT = "{0}{1} is left of another file and would spoil {0}: move it away, or name another file."


def back_up(path: Path, target: Path, is_wanted: IsWanted | None = None) -> Path:
    """Copy the journal to a new file, prove that it holds the same rows, and say beside it what it is.

    Raises CannotSave when the target is there already or cannot be written, NotOurFile when the
    journal itself is missing, foreign or damaged, Stopped once it is not wanted any more: then
    nothing is left of it.
    """
    if state_of(path) is not State.OURS:
        raise NotOurFile(f"There is no journal at {path}, so there is nothing to back up.")
    if target.exists():
        raise CannotSave(f"{target} is there already and was left as it is: name another file.")
    if owner := taken_for(target):
        raise CannotSave(OF_ANOTHER.format(target, owner))
    if left := lying(target, UNFINISHED):
        raise CannotSave(LEFT.format(target, left[0]))
    try:
        target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with at_work_in(target.parent) as folder, partial_of(target) as partial:
            copy_proved(path, partial, is_wanted)
            mark(partial)
            verify(partial, is_wanted)
            keep_on_disk(partial)
            _name(partial, target, digest_of(partial, target.name, is_wanted))
            os.fsync(folder)
    except OSError as error:
        raise CannotSave(FAILED.format(target, error.strerror or error, LOOK)) from error
    except sqlite3.Error as error:
        raise stopped(error) or _not_copied(path, target, error, is_wanted) from error
    return target


def _not_copied(
    path: Path, target: Path, error: sqlite3.Error, is_wanted: IsWanted | None
) -> JournalError:
    """What kept a copy from being made. Raises NotOurFile, Stopped where that is only found now."""
    told = said(error)
    if isinstance(told, NotOurFile):
        return told
    if told is None:
        # SQLite may blame the file it copies to for a fault of the one it copies.
        with suppress(sqlite3.Error, CannotSave):
            verify(path, is_wanted)
    return CannotSave(FAILED.format(target, *reason(error, LOOK)))


def _name(partial: Path, target: Path, digest: bytes) -> None:
    """Give a copy its name, and what it is a place beside it.

    Cut short in between, a backup is left of which nothing is said: never one of which something false is.
    """
    with partial_of(beside(target)) as said:
        said.write_bytes(digest)
        keep_on_disk(said)
        copied = partial.stat().st_ino
        forget(target)
        partial.rename(target)
        if is_ours(beside(target)):
            with suppress(OSError):
                said.rename(beside(target))
        # Another window may have made a backup of the same name meanwhile.
        with suppress(OSError):
            if target.stat().st_ino != copied:
                forget(target)


def daily_backup(path: Path, today: date) -> Path | None:
    """The day's backup, made unless it is there already; None when there is nothing to do."""
    target = target_of(path, today)
    if state_of(path) is not State.OURS or target.exists():
        return None
    back_up(path, target)
    prune(path)
    return target


def target_of(path: Path, today: date) -> Path:
    """Where a day's backup lies."""
    return named(path, today.isoformat())


def back_up_before_migration(path: Path, version: int) -> Path:
    """Copy the journal as it was before its schema changes, unless a copy says the same already."""
    target, number = named(path, f"schema-{version}"), 1
    while target.exists():
        if _is_kept(path, version, target):
            return target
        number += 1
        target = named(path, f"schema-{version}-{number}")
    return back_up(path, target)


def _is_kept(path: Path, version: int, copy: Path) -> bool:
    """Whether a copy holds the journal as it is, or another window changed its schema meanwhile."""
    rows = verify(path)
    with closing(connect(path, "ro")) as journal:
        if journal.execute("PRAGMA user_version").fetchone()[0] != version:
            return True
    with suppress(NotOurFile):
        return verify(copy) == rows
    return False


def back_up_before(what: str, path: Path, moment: Moment) -> Callable[[bool], None]:
    """Copy the journal as it was before something large is done to it; gives what is to be called then.

    That is told whether anything came of it: then the last few such copies stay, else this one goes.
    """
    target = next_free(named(path, f"before-{what}-{moment.local:%Y-%m-%dT%H%M%S}"))
    back_up(path, target)
    alike = named(path, f"before-{what}-").stem

    def then(is_done: bool) -> None:
        # What was done is saved by now: a copy too many does no harm.
        for old in _oldest(path, alike) if is_done else [target]:
            with suppress(OSError):
                delete(old)

    return then


def _oldest(path: Path, alike: str) -> list[Path]:
    """The copies made before the last few; a link, or one that has vanished meanwhile, is no copy."""
    made = []
    with suppress(OSError):
        for each in made_of(path):
            if not each.stem.startswith(alike):
                continue
            with suppress(OSError):
                found = each.lstat()
                if S_ISREG(found.st_mode):
                    made.append((found.st_mtime_ns, each))
    return [each for _, each in sorted(made)][:-BEFORE_KEPT]


def prune(path: Path) -> None:
    """Delete daily backups that no day, week or month needs any more, and no other file."""
    found: dict[date, Path] = {}
    for each in made_of(path):
        with suppress(ValueError):
            day = date.fromisoformat(each.stem[-len("YYYY-MM-DD") :])
            if each == target_of(path, day):
                found[day] = each
    for day in set(found) - days_to_keep(set(found)):
        delete(found[day])


def days_to_keep(days: set[date]) -> set[date]:
    """The days whose backups stay: the newest of each of the last days, weeks and months."""
    weeks: dict[tuple[int, int], date] = {}
    months: dict[tuple[int, int], date] = {}
    for day in sorted(days):
        weeks[day.isocalendar()[:2]] = day
        months[day.year, day.month] = day
    newest = sorted(days)[-DAYS_KEPT:]
    return {*newest, *sorted(weeks.values())[-WEEKS_KEPT:], *sorted(months.values())[-MONTHS_KEPT:]}


def verify(path: Path, is_wanted: IsWanted | None = None) -> dict[str, str]:
    """The digest of each table of a journal that is whole.

    Raises NotOurFile for a damaged one, CannotSave for one that another program holds, Stopped once
    it is not wanted any more.
    """
    _roll_back(path)
    with closing(connect(path, "ro")) as copy:
        heed(copy, is_wanted)
        try:
            faults = copy.execute("PRAGMA integrity_check").fetchall() != [("ok",)]
            if faults or copy.execute("PRAGMA foreign_key_check").fetchone():
                raise NotOurFile(DAMAGED)
            return digest(copy)
        except UnicodeDecodeError as error:
            raise NotOurFile(DAMAGED) from error
        except sqlite3.Error as error:
            raise stopped(error) or unread(error) or NotOurFile(DAMAGED) from error


def _roll_back(path: Path) -> None:
    """Let a save that was cut short be taken back, which nobody can who opens the file for reading only."""
    if path.with_name(f"{path.name}-journal").exists():
        with closing(connect(path)) as file, suppress(sqlite3.Error):
            file.execute("SELECT 1 FROM sqlite_schema LIMIT 1").fetchall()


def digest(connection: sqlite3.Connection) -> dict[str, str]:
    """A SHA-256 over all rows of each table, read a page at a time, so that nobody waits long."""
    from hashlib import sha256

    answer = {}
    for table, sql in connection.execute(_TABLES).fetchall():
        sha = sha256(str(sql).encode())
        for row in _pages(connection, table, has_rowid="WITHOUT ROWID" not in str(sql)):
            sha.update(repr(row).encode("utf-8", "surrogatepass"))
        answer[str(table)] = sha.hexdigest()
    return answer


def _pages(connection: sqlite3.Connection, table: str, *, has_rowid: bool) -> Iterator[Row]:
    """All rows of a table in their order; no lock is held between two pages."""
    if not has_rowid:
        yield from connection.execute(f'SELECT * FROM "{table}"').fetchall()
        return
    after = -1
    page = f'SELECT rowid, * FROM "{table}" WHERE rowid > ? ORDER BY rowid LIMIT {_PAGE}'
    while rows := connection.execute(page, (after,)).fetchall():
        yield from rows
        after = rows[-1][0]


@contextmanager
def at_work_in(folder: Path) -> Iterator[int]:
    """The open folder, cleared of what killed backups left unless another is being made there."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        # Refused while another backup is at work, and where a folder knows no locks.
        with suppress(OSError):
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            for stale in folder.glob(f"*.????????{PARTIAL}"):
                stale.unlink(missing_ok=True)
        with suppress(OSError):
            fcntl.flock(handle, fcntl.LOCK_SH)
        yield handle
    finally:
        os.close(handle)


@contextmanager
def partial_of(target: Path) -> Iterator[Path]:
    """An empty file beside the target, gone again however the backup ends."""
    handle, name = tempfile.mkstemp(PARTIAL, f"{target.name}.", target.parent)
    os.close(handle)
    partial = Path(name)
    try:
        yield partial
    finally:
        partial.unlink(missing_ok=True)


def keep_on_disk(path: Path) -> None:
    """Ask the disk to keep a file."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
