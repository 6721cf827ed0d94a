"""The journal's own file: copied and proved on request, moved aside whole, brought back from a copy."""

from __future__ import annotations

from pathlib import Path

import pytest
from builders import activity

from journal.errors import NotOurFile
from journal.journal import Journal
from journal.moment import Moment
from journal.transfer.progress import Stopped
from storage.journal_file import SqliteJournalFile
from storage.store import SqliteStore, open_store


@pytest.fixture
def file(path: Path) -> SqliteJournalFile:
    return SqliteJournalFile(path)


def calls_in(path: Path, now: Moment) -> int:
    store = open_store(path, create=False)
    try:
        tallies = store.entries.tallies(now.day(), now.day())
        return sum(tally.total for tally in tallies)
    finally:
        store.close()


def many(store: SqliteStore, now: Moment) -> None:
    """A journal that takes some looks to go through."""
    with store.action("many", now, "test"):
        for _ in range(1_000):
            store.entries.add(activity("call", 1, now.day(), text="spoke to Dana"))


def test_a_backup_now_is_listed_and_brings_the_journal_back(
    store: SqliteStore, path: Path, file: SqliteJournalFile, now: Moment
) -> None:
    journal = Journal(store, lambda: now)
    journal.record(activity("call", 3, now.day()))
    made = file.back_up(now)
    assert made == str(path.parent / "backups" / "journal-2024-02-01T093000.db")
    journal.record(activity("call", 4, now.day()))
    store.close()
    (backup,) = file.backups()
    assert backup.path == made
    assert file.bring_back(backup) == f"{path}.before-restore-1"
    assert calls_in(path, now) == 3
    assert calls_in(Path(f"{path}.before-restore-1"), now) == 7


def test_what_is_no_journal_is_moved_aside_byte_for_byte(
    path: Path, file: SqliteJournalFile
) -> None:
    path.write_bytes(b"My diary")
    path.with_name("journal.db-journal").write_bytes(b"old")
    aside = Path(file.move_aside())
    assert not path.exists()
    assert aside.read_bytes() == b"My diary"
    assert Path(f"{aside}-journal").read_bytes() == b"old"
    path.write_bytes(b"My second diary")
    assert file.move_aside() == f"{path}.before-restore-2"


@pytest.mark.parametrize("answers", [0, 1, 2, 5, 20])
def test_a_backup_that_is_stopped_leaves_nothing_behind(
    store: SqliteStore, path: Path, now: Moment, answers: int
) -> None:
    many(store, now)
    asked = iter(range(answers))
    file = SqliteJournalFile(path)
    with pytest.raises(Stopped):
        file.back_up(now, lambda: next(asked, None) is not None)
    assert sorted(each.name for each in path.parent.glob("**/*") if each.is_file()) == [
        "journal.db"
    ]
    assert Path(file.back_up(now, lambda: True)).exists()


@pytest.mark.parametrize("answers", [0, 3])
def test_a_check_that_is_stopped_says_so_and_not_that_the_file_is_damaged(
    store: SqliteStore, path: Path, now: Moment, answers: int
) -> None:
    many(store, now)
    asked = iter(range(answers))
    with pytest.raises(Stopped):
        SqliteJournalFile(path).check(lambda: next(asked, None) is not None)
    SqliteJournalFile(path).check(lambda: True)


def test_a_damaged_backup_moves_nothing(store: SqliteStore, path: Path, now: Moment) -> None:
    file = SqliteJournalFile(path)
    made = Path(file.back_up(now))
    made.write_bytes(made.read_bytes()[:8192])
    whole = path.read_bytes()
    (backup,) = file.backups()
    with pytest.raises(NotOurFile, match="nothing was moved"):
        file.bring_back(backup)
    assert path.read_bytes() == whole


def test_a_journal_is_checked_and_a_damaged_one_is_said_to_be(
    store: SqliteStore, path: Path, file: SqliteJournalFile
) -> None:
    file.check()
    store.close()
    path.write_bytes(path.read_bytes()[:8192])
    with pytest.raises(NotOurFile, match="damaged"):
        file.check()
