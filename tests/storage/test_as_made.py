"""A backup is proved byte for byte against what was copied, and one that nobody harmed is never accused."""

from __future__ import annotations

import sqlite3
import stat
from contextlib import closing
from hashlib import sha256
from pathlib import Path

import pytest
from builders import NOW, THURSDAY, note

from journal.errors import NotOurFile
from storage.as_made import AsMade, as_made
from storage.backup import back_up, daily_backup
from storage.journal_file import SqliteJournalFile, prove
from storage.restore import backups_of, restore
from storage.store import SqliteStore, open_store


@pytest.fixture
def copy(full: SqliteStore, path: Path, tmp_path: Path) -> Path:
    return back_up(path, tmp_path / "copies" / "copy.db")


def flip(file: Path, place: int) -> None:
    whole = bytearray(file.read_bytes())
    whole[place] ^= 1
    file.write_bytes(whole)


def write(file: Path, text: str) -> None:
    with closing(open_store(file, create=False)) as store, store.action("log", NOW, "test"):
        store.entries.add(note(text))


def test_a_bit_that_flips_anywhere_is_found(copy: Path) -> None:
    assert as_made(copy) is AsMade.PROVED
    size = copy.stat().st_size
    words = copy.read_bytes().rindex("\0[/]é".encode())
    for place in (0, 18, 24, 27, 60, 92, 95, words + 1, size // 2, size - 1):
        flip(copy, place)
        assert as_made(copy) is AsMade.CHANGED, place
        flip(copy, place)
    assert as_made(copy) is AsMade.PROVED


def test_a_changed_backup_is_not_restored_though_sqlite_finds_no_fault(
    copy: Path, path: Path
) -> None:
    before = path.read_bytes()
    flip(copy, copy.read_bytes().rindex("\0[/]é".encode()) + 1)
    with pytest.raises(NotOurFile, match="not as it was copied"):
        restore(path, copy)
    with pytest.raises(NotOurFile, match="not as it was copied"):
        prove(copy)
    with pytest.raises(NotOurFile, match="not as it was copied"):
        SqliteJournalFile(copy).check()
    assert path.read_bytes() == before


def test_what_is_said_of_a_backup_is_for_the_rep_alone_and_for_other_tools_too(copy: Path) -> None:
    said = copy.with_name("copy.db.sha256")
    assert stat.S_IMODE(said.stat().st_mode) == 0o600
    note, line = said.read_text().splitlines()
    assert note.startswith("# A copy of a sales journal")
    assert line == f"{sha256(copy.read_bytes()).hexdigest()}  copy.db"


def test_a_backup_that_was_saved_to_is_not_called_changed(copy: Path, path: Path) -> None:
    write(copy, "in the copy")
    assert as_made(copy) is AsMade.WRITTEN
    restore(path, copy)
    with closing(open_store(path, create=False)) as store:
        assert store.entries.get(201).text == "in the copy"


def test_another_backup_that_was_laid_in_its_place_is_not_called_changed(
    copy: Path, path: Path
) -> None:
    write(path, "later")
    later = back_up(path, copy.with_name("later.db"))
    copy.write_bytes(later.read_bytes())
    assert as_made(copy) is AsMade.WRITTEN
    restore(path, copy)
    with closing(open_store(path, create=False)) as store:
        assert store.entries.get(201).text == "later"


def test_a_backup_that_was_saved_over_and_over_is_still_a_journal(copy: Path) -> None:
    before = int.from_bytes(copy.read_bytes()[24:28])
    for number in range(3):
        write(copy, f"{number}")
    assert int.from_bytes(copy.read_bytes()[24:28]) > before
    assert as_made(copy) is AsMade.WRITTEN
    prove(copy)


def test_a_backup_that_another_tool_put_into_wal_mode_is_not_called_changed(copy: Path) -> None:
    with closing(sqlite3.connect(copy)) as tool:
        tool.execute("PRAGMA journal_mode=WAL")
        tool.execute("SELECT count(*) FROM entry").fetchall()
    assert as_made(copy) is AsMade.WRITTEN
    prove(copy)


def test_a_backup_that_was_only_looked_at_stays_proved(copy: Path) -> None:
    with closing(open_store(copy, create=False)) as store:
        assert len(store.entries.newest_first()) == 200
    assert prove(copy) is AsMade.PROVED


def test_a_backup_whose_last_save_was_cut_short_is_as_it_was_once_that_is_taken_back(
    copy: Path,
) -> None:
    whole = copy.read_bytes()
    with closing(open_store(copy, create=False)) as store, store.action("log", NOW, "test"):
        store.database.run("PRAGMA cache_spill=1")
        store.database.run("PRAGMA cache_size=1")
        for n in range(300):
            store.entries.add(note(f"{n} " * 300))
        hot = copy.with_name("copy.db-journal").read_bytes()
        half = copy.read_bytes()
    copy.write_bytes(half)
    copy.with_name("copy.db-journal").write_bytes(hot)
    assert half != whole
    assert prove(copy) is AsMade.PROVED


@pytest.mark.parametrize("said", [None, b"", b"a" * 5000, b"0123  copy.db\n"])
def test_a_backup_of_which_nothing_is_said_is_taken_as_before(
    copy: Path, path: Path, said: bytes | None
) -> None:
    file = copy.with_name("copy.db.sha256")
    file.unlink()
    if said is not None:
        file.write_bytes(said)
    assert prove(copy) is AsMade.UNSAID
    assert restore(path, copy) is not None


def test_a_backup_is_known_through_a_link_too(copy: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.db"
    link.symlink_to(copy)
    assert as_made(link) is AsMade.PROVED


def test_what_was_said_of_a_backup_that_is_gone_is_not_said_of_another_file(
    copy: Path, path: Path
) -> None:
    other = back_up(path, copy.with_name("other.db"))
    copy.unlink()
    write(path, "new")
    back_up(path, copy)
    assert as_made(copy) is AsMade.PROVED
    copy.unlink()
    restore(copy, other)
    assert as_made(copy) is AsMade.UNSAID


def test_a_file_of_the_reps_own_beside_a_backup_stays(full: SqliteStore, path: Path) -> None:
    own = path.with_name("copy.db.sha256")
    own.write_text("my thesis")
    copy = back_up(path, path.with_name("copy.db"))
    assert own.read_text() == "my thesis"
    assert as_made(copy) is AsMade.UNSAID


def test_what_was_said_of_a_backup_moves_aside_with_it(copy: Path, path: Path) -> None:
    aside = restore(copy, path)
    assert aside == copy.with_name("copy.db.before-restore-1")
    assert as_made(aside) is AsMade.PROVED
    assert as_made(copy) is AsMade.UNSAID
    assert backups_of(copy) == [aside]


def test_the_days_backup_and_those_before_an_import_are_proved_too(
    full: SqliteStore, path: Path
) -> None:
    made = daily_backup(path, THURSDAY)
    assert made is not None
    full.back_up_before("import", NOW)(True)
    found = backups_of(path)
    assert len(found) == 2
    assert [as_made(each) for each in found] == [AsMade.PROVED, AsMade.PROVED]


def test_a_backup_cut_short_before_it_is_said_what_it_is_can_be_used(
    full: SqliteStore, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rename = Path.rename

    def stops_there(self: Path, target: Path) -> Path:
        if target.suffix == ".sha256":
            raise KeyboardInterrupt
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", stops_there)
    copy = path.with_name("copy.db")
    with pytest.raises(KeyboardInterrupt):
        back_up(path, copy)
    monkeypatch.undo()
    assert prove(copy) is AsMade.UNSAID
    assert restore(path, copy) is not None
