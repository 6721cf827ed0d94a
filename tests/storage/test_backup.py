"""A backup is proved before it counts, the right ones are kept, and one brings everything back."""

from __future__ import annotations

import fcntl
import os
import stat
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest
from builders import NOW, THURSDAY, at, day
from children import killed, start
from proofs import kills

from journal.errors import CannotSave, NotOurFile
from storage.backup import back_up, daily_backup, days_to_keep, verify
from storage.daily import DailyBackup
from storage.store import SqliteStore, open_store

WRITES_WITHOUT_END = """
import sys
from pathlib import Path
from builders import NOW, note
from storage.store import open_store
store = open_store(Path(sys.argv[1]), create=True)
while True:
    with store.action("log", NOW, "test"):
        print(store.entries.add(note("x" * 1000)).id, flush=True)
"""


def test_a_backup_holds_every_row(full: SqliteStore, path: Path, tmp_path: Path) -> None:
    copy = back_up(path, tmp_path / "elsewhere" / "copy.db")
    assert verify(copy) == verify(path)
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    with closing(open_store(copy, create=False)) as copied:
        assert len(copied.entries.between(THURSDAY, THURSDAY)) == 200
    assert sorted(each.name for each in copy.parent.iterdir()) == ["copy.db", "copy.db.sha256"]


def test_nothing_is_ever_overwritten(full: SqliteStore, path: Path, tmp_path: Path) -> None:
    target = tmp_path / "copy.db"
    target.write_text("my thesis")
    with pytest.raises(CannotSave, match="there already"):
        back_up(path, target)
    assert target.read_text() == "my thesis"


def test_what_cannot_be_backed_up_is_said(path: Path, tmp_path: Path) -> None:
    with pytest.raises(NotOurFile, match="no journal"):
        back_up(path, tmp_path / "copy.db")
    open_store(path, create=True).close()
    (tmp_path / "file").touch()
    with pytest.raises(CannotSave, match="No backup could be made"):
        back_up(path, tmp_path / "file" / "copy.db")


def test_one_changed_bit_is_found(full: SqliteStore, path: Path, tmp_path: Path) -> None:
    copy = back_up(path, tmp_path / "copy.db")
    whole = bytearray(copy.read_bytes())
    place = whole.rindex("\0[/]é".encode())
    whole[place + 1] ^= 1
    copy.write_bytes(whole)
    assert verify(copy) != verify(path)


def test_the_days_first_start_makes_one_backup(full: SqliteStore, path: Path) -> None:
    made = daily_backup(path, THURSDAY)
    assert made == path.parent / "backups" / "journal-2024-02-01.db"
    assert daily_backup(path, THURSDAY) is None
    assert verify(made) == verify(path)


def test_a_journal_that_is_not_there_needs_no_backup(path: Path) -> None:
    assert daily_backup(path, THURSDAY) is None
    assert not path.parent.joinpath("backups").exists()


def test_seven_days_four_weeks_and_twelve_months_are_kept() -> None:
    kept = set[date]()
    for n in range(800):
        kept = days_to_keep({*kept, day("2022-01-01") + timedelta(n)})
    assert sorted(kept) == [
        *map(day, ("2023-04-30", "2023-05-31", "2023-06-30", "2023-07-31", "2023-08-31", "2023-09-30")),
        *map(day, ("2023-10-31", "2023-11-30", "2023-12-31", "2024-01-31", "2024-02-18", "2024-02-25")),
        *map(day, ("2024-02-29", "2024-03-03", "2024-03-04", "2024-03-05", "2024-03-06", "2024-03-07")),
        *map(day, ("2024-03-08", "2024-03-09", "2024-03-10")),
    ]  # fmt: skip


def test_no_other_file_is_pruned(full: SqliteStore, path: Path) -> None:
    folder = path.parent / "backups"
    folder.mkdir()
    own = [folder / name for name in ("journal-holiday.db", "thesis.db", "journal-2024-99-99.db")]
    for each in own:
        each.touch()
    for n in range(20):
        daily_backup(path, THURSDAY + timedelta(n))
    assert all(each.exists() for each in own)
    kept = sorted(each.name for each in folder.glob("journal-2024-0*.db"))
    assert len(kept) == 9
    assert sorted(each.stem for each in folder.glob("*.sha256")) == kept


def test_a_backup_made_while_another_program_writes_is_whole(full: SqliteStore, path: Path) -> None:
    writer = start(WRITES_WITHOUT_END, path)
    assert writer.stdout is not None
    writer.stdout.readline()
    for n in range(2):
        copy = back_up(path, path.with_name(f"copy-{n}.db"))
        with closing(open_store(copy, create=False)) as copied:
            assert len(copied.entries.newest_first(limit=1000)) >= 200
    killed(writer)


def test_what_a_killed_backup_left_is_gone_after_the_next(
    full: SqliteStore, path: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "copies"
    child = start(kills.BACKS_UP_WITHOUT_END, path, folder, "killed")
    while not list(folder.glob("*.partial")):
        assert child.poll() is None
    killed(child)
    (folder / "journal-2024-01-31.db.a1b2c3d4.backup.partial").touch()
    (folder / "thesis.partial").touch()
    back_up(path, folder / "next.db")
    assert [each.name for each in folder.glob("*.partial")] == ["thesis.partial"]


def test_a_backup_under_way_in_another_window_is_left_alone(full: SqliteStore, path: Path) -> None:
    folder = path.parent / "backups"
    folder.mkdir()
    under_way = folder / "journal-2024-02-01.db.a1b2c3d4.backup.partial"
    under_way.touch()
    window = os.open(folder, os.O_RDONLY)
    fcntl.flock(window, fcntl.LOCK_SH)
    assert daily_backup(path, THURSDAY) is not None
    assert under_way.exists()
    os.close(window)
    assert daily_backup(path, day("2024-02-02")) is not None
    assert not under_way.exists()


def test_the_days_backup_is_made_beside_the_app(full: SqliteStore, path: Path) -> None:
    backup = DailyBackup(path, THURSDAY)
    backup.begin()
    assert backup.complaint(patience=30) is None
    assert not backup.is_under_way
    assert verify(path.parent / "backups" / "journal-2024-02-01.db") == verify(path)
    again = DailyBackup(path, THURSDAY)
    again.begin()
    assert not again.is_under_way


def test_what_keeps_the_days_backup_from_being_made_is_said_in_a_sentence(
    full: SqliteStore, path: Path
) -> None:
    (path.parent / "backups").touch()
    backup = DailyBackup(path, THURSDAY)
    backup.begin()
    said = backup.complaint(patience=30)
    assert said is not None
    assert said.startswith("No backup could be made at ")
    assert backup.complaint(patience=30) == said


def test_a_backup_cut_short_is_never_taken_for_one(
    full: SqliteStore, path: Path, tmp_path: Path
) -> None:
    for round_ in range(20):
        kills.while_backing_up(path, tmp_path / "copies", round_, 0)


def test_before_an_import_the_journal_is_copied_and_five_such_copies_stay(
    full: SqliteStore, path: Path
) -> None:
    full.back_up_before("import", NOW)(True)
    folder = path.parent / "backups"
    first = folder / "journal-before-import-2024-02-01T093000.db"
    assert verify(first) == verify(path)
    full.back_up_before("import", NOW)(True)
    for n in range(4):
        full.back_up_before("import", at(f"2024-02-02T09:3{n}"))(True)
    assert not first.exists()
    assert first.with_stem(f"{first.stem}-2").exists()
    assert len(list(folder.glob("*.db"))) == len(list(folder.glob("*.db.sha256"))) == 5


def test_an_import_of_which_nothing_came_leaves_the_copies_of_others_and_none_of_its_own(
    full: SqliteStore, path: Path
) -> None:
    for n in range(5):
        full.back_up_before("import", at(f"2024-02-02T09:3{n}"))(True)
    folder = path.parent / "backups"
    before = sorted(folder.iterdir())
    full.back_up_before("import", at("2024-02-03T09:30"))(False)
    assert sorted(folder.iterdir()) == before


def test_what_cannot_be_pruned_after_an_import_stays_and_nothing_fails(
    full: SqliteStore, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = path.parent / "backups"
    folder.mkdir()
    broken = folder / "journal-before-import-2024-01-01T093000.db"
    broken.symlink_to("nowhere")
    (folder / "journal-before-import-2024-01-02T093000.db").mkdir()
    for n in range(6):
        full.back_up_before("import", at(f"2024-02-02T09:3{n}"))(True)
    assert broken.is_symlink()
    copies = sorted(each.name for each in folder.glob("*.db") if each.is_file())
    assert (len(copies), copies[0]) == (5, "journal-before-import-2024-02-02T093100.db")

    def vanished(_folder: Path, _pattern: str) -> list[Path]:
        gone = folder / "journal-before-import-2024-01-03T093000.db"
        return [gone, *(each for each in folder.iterdir() if each.suffix == ".db")]

    then = full.back_up_before("import", at("2024-02-03T09:30"))
    monkeypatch.setattr(Path, "glob", vanished)
    then(True)
    monkeypatch.undo()
    assert len([each for each in folder.glob("*.db") if each.is_file()]) == 5


def test_an_empty_journal_is_not_copied_before_an_import(store: SqliteStore, path: Path) -> None:
    store.back_up_before("import", NOW)(True)
    assert not (path.parent / "backups").exists()


@pytest.mark.parametrize("damage", ["cut", "overwritten"])
def test_a_damaged_journal_is_named_and_not_the_disk(
    full: SqliteStore, path: Path, tmp_path: Path, damage: str
) -> None:
    full.close()
    whole = path.read_bytes()
    first = whole[:4096]
    path.write_bytes(
        whole[: len(whole) // 2] if damage == "cut" else first.ljust(len(whole), b"\xff")
    )
    with pytest.raises(NotOurFile, match="bring back a backup with “journal restore”"):
        back_up(path, tmp_path / "copy.db")
    assert [each.name for each in tmp_path.iterdir()] == ["journal.db"]
