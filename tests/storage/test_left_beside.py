"""What SQLite left beside a journal that is gone is played into no other file, and is not deleted."""

from __future__ import annotations

import shutil
from contextlib import closing
from pathlib import Path

import pytest
from builders import NOW, note
from children import killed
from proofs import kills

from journal.errors import CannotSave
from storage.backup import back_up, verify
from storage.database import connect
from storage.restore import restore
from storage.store import SqliteStore, open_store

LEFT = ["-journal", "-wal"]


def left_of(path: Path, ending: str) -> bytes:
    """Leave of a journal only what a killed program laid beside it; returns what is in that."""
    if ending == "-journal":
        killed(kills.half_way(path))
    else:
        lying = path.with_name(f"{path.name}-wal")
        with closing(connect(path)) as tool:
            tool.execute("PRAGMA journal_mode=WAL")
            tool.execute("UPDATE entry SET day = '2024-01-31'")
            shutil.copy(lying, copied := path.with_name("copied"))
        copied.rename(lying)
    path.unlink()
    return path.with_name(path.name + ending).read_bytes()


@pytest.mark.parametrize("ending", LEFT)
def test_a_backup_put_where_the_journal_vanished_is_as_it_was_made(
    full: SqliteStore, path: Path, tmp_path: Path, ending: str
) -> None:
    copy = back_up(path, tmp_path / "copy.db")
    whole = verify(copy)
    with full.action("log", NOW, "test"):
        full.entries.add(note("after the backup"))
    full.close()
    left = left_of(path, ending)
    aside = path.with_name(f"journal.db.before-restore-1{ending}")
    assert restore(path, copy) == aside
    assert aside.read_bytes() == left
    assert verify(path) == whole


@pytest.mark.parametrize("ending", LEFT)
def test_a_journal_made_where_another_vanished_keeps_what_was_left_of_it(
    full: SqliteStore, path: Path, ending: str
) -> None:
    full.close()
    left = left_of(path, ending)
    with closing(open_store(path, create=True)) as new:
        assert new.entries.newest_first() == []
    assert path.with_name(f"journal.db.before-restore-1{ending}").read_bytes() == left


@pytest.mark.parametrize("ending", LEFT)
def test_no_backup_is_made_where_what_is_left_of_another_would_spoil_it(
    full: SqliteStore, path: Path, tmp_path: Path, ending: str
) -> None:
    other = back_up(path, tmp_path / "copy.db")
    left = left_of(other, ending)
    said = f"{other}{ending} is left of another file and would spoil {other}: "
    with pytest.raises(CannotSave, match=f"^{said}move it away, or name another file.$"):
        back_up(path, other)
    assert not other.exists()
    assert other.with_name(f"copy.db{ending}").read_bytes() == left


def test_a_journal_moved_aside_gets_no_name_beside_which_something_lies(
    full: SqliteStore, path: Path, tmp_path: Path
) -> None:
    copy = back_up(path, tmp_path / "copy.db")
    path.with_name("journal.db.before-restore-1-wal").write_bytes(b"of the first")
    path.with_name("journal.db.before-restore-2.sha256").write_bytes(b"of the second")
    assert restore(path, copy) == path.with_name("journal.db.before-restore-3")
