"""Disks that fill up in the middle of something: all of it is there afterwards, or nothing."""

from __future__ import annotations

import resource
from collections.abc import Callable, Iterator
from pathlib import Path

from builders import NOW, activity, note
from children import run

from journal.errors import CannotSave
from journal.transfer.found import Found
from storage.backup import back_up, digest, verify
from storage.restore import restore
from storage.store import SqliteStore, open_store

MOST_PAGES = 1_000_000

LIMITED = """
import random, resource, sys
from pathlib import Path
from proofs.full_disk import AT_WORK, filled, outcome

what, first, rounds, folder = sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), Path(sys.argv[4])
path, backup = filled(folder)
refused = 0
for round_ in range(first, first + rounds):
    size = path.stat().st_size
    most = int(size * random.Random(round_).uniform(0.0, 1.6))
    before = outcome(path, backup)
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, resource.RLIM_INFINITY))
    was_refused = AT_WORK[what](path, backup, folder)
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    refused += was_refused
    if was_refused:
        assert outcome(path, backup) == before, (round_, most)
        assert not AT_WORK[what](path, backup, folder), (round_, most)
    assert outcome(path, backup), (round_, most)
print(refused)
"""


def fills_up(store: SqliteStore, room: int) -> None:
    """Give the file room for so many more pages, and bring in far more than that."""
    before = digest(store.database.connection)
    pages = store.database.rows("PRAGMA page_count")[0][0]
    store.database.rows(f"PRAGMA max_page_count = {pages + room}")
    refused = False
    try:
        bring_in(store, f"room-{room}", 400)
    except CannotSave as error:
        refused = "disk is full" in str(error)
    assert refused
    assert digest(store.database.connection) == before
    store.database.rows(f"PRAGMA max_page_count = {MOST_PAGES}")


def bring_in(store: SqliteStore, name: str, rows: int) -> None:
    """One import of so many rows, some of them long."""
    with store.action("import", NOW, "test"):
        store.imports.apply(found(name, rows), format="table", files=[name], at=NOW)


def found(name: str, rows: int) -> Iterator[Found]:
    """Rows of another program."""
    for n in range(rows):
        value = activity(account=f"{name} {n % 50}", text="x" * (n % 9 * 300))
        yield Found(system="t", external_id=f"{name}-{n}", value=value, file=name, line=n)


def while_limited(what: str, folder: Path, first: int, rounds: int) -> int:
    """Let files grow only so far while something is done; returns how many rounds were refused."""
    return int(run(LIMITED, what, str(first), str(rounds), folder))


def filled(folder: Path) -> tuple[Path, Path]:
    """A journal with something to lose, and an older backup of it."""
    path, backup = folder / "journal.db", folder / "backup.db"
    store = open_store(path, create=True)
    bring_in(store, "first", 120)
    back_up(path, backup)
    bring_in(store, "second", 60)
    store.close()
    return path, backup


def outcome(path: Path, backup: Path) -> tuple[object, ...]:
    """What the two files say; fails for one that is not whole, or for anything half made beside them."""
    assert not list(path.parent.rglob("*.partial"))
    return verify(path), verify(backup)


def writes(path: Path, _backup: Path, _folder: Path) -> bool:
    """Log much; returns whether that was refused."""
    return _is_refused(path, lambda store: _log_much(store))


def imports(path: Path, _backup: Path, _folder: Path) -> bool:
    """Bring in many rows, and take them back again where that worked."""
    if refused := _is_refused(path, lambda store: bring_in(store, "more", 300)):
        return refused
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    return _is_refused(path, lambda store: store.undo(NOW, "test"))


def backs_up(path: Path, _backup: Path, folder: Path) -> bool:
    """Make another backup, which goes again when it was made."""
    target = folder / "another.db"
    try:
        back_up(path, target)
    except CannotSave:
        assert not target.exists()
        return True
    assert verify(target) == verify(path)
    target.unlink()
    return False


def restores(path: Path, backup: Path, _folder: Path) -> bool:
    """Put the backup in the journal's place, and the journal back again."""
    try:
        aside = restore(path, backup)
    except CannotSave:
        assert not list(path.parent.glob("*.before-restore-*"))
        return True
    assert aside is not None
    assert verify(path) == verify(backup)
    aside.replace(path)
    return False


AT_WORK = {"writing": writes, "import": imports, "backup": backs_up, "restore": restores}
"""What a disk may fill up under."""


def _log_much(store: SqliteStore) -> None:
    with store.action("log", NOW, "test"):
        for n in range(20):
            store.entries.add(note(f"{n}" * 2_000))


def _is_refused(path: Path, do: Callable[[SqliteStore], object]) -> bool:
    store = open_store(path, create=True)
    try:
        do(store)
    except CannotSave:
        return True
    finally:
        store.close()
    return False
