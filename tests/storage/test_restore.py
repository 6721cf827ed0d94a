"""A backup takes the journal's place whole or not at all, and the old journal is moved aside."""

from __future__ import annotations

import stat
from contextlib import closing
from pathlib import Path

import pytest
from builders import NOW, note
from children import killed
from deeds import live
from proofs import kills

from journal.errors import CannotSave, NotOurFile
from storage import database
from storage.backup import back_up, verify
from storage.restore import backups_of, restore
from storage.store import SqliteStore, open_store


def test_a_restored_journal_says_what_the_backup_said(
    full: SqliteStore, path: Path, tmp_path: Path
) -> None:
    copy = back_up(path, tmp_path / "copy.db")
    whole = verify(copy)
    with full.action("log", NOW, "test"):
        full.entries.add(note("after the backup"))
    aside = restore(path, copy)
    assert verify(path) == whole
    assert aside is not None
    with closing(open_store(aside, create=False)) as old:
        assert old.entries.get(201).text == "after the backup"
    assert full.has_changed()
    assert len(full.entries.newest_first()) == 200
    assert copy.exists()


def test_one_of_everything_is_brought_back(store: SqliteStore, path: Path, tmp_path: Path) -> None:
    live(store)
    copy = back_up(path, tmp_path / "copy.db")
    with store.action("lose it", NOW, "test"):
        store.deals.remove(1)
        store.people.merge("ACME Inc.", "Acme")
        store.entries.remove(3)
    restore(path, copy)
    assert store.has_changed()
    assert verify(path) == verify(copy)
    assert store.deal_stories.story(1).changed == "New boss"
    assert store.accounts.known("Acme Incorporated") == "ACME Inc."
    assert store.meetings.get(3) is not None
    store.undo(NOW, "test")
    assert store.deals.listed() == []


def test_an_old_journal_of_changes_is_not_played_into_the_restored_file(
    path: Path, tmp_path: Path
) -> None:
    store = open_store(path, create=True)
    copy = back_up(path, tmp_path / "copy.db")
    store.close()
    stale = path.with_name("journal.db-wal")
    stale.write_bytes(b"stale")
    restore(path, copy)
    assert not stale.exists()
    with closing(open_store(path, create=False)) as restored:
        assert restored.entries.first_day() is None


@pytest.mark.parametrize("damage", ["flipped", "cut", "foreign", "newer"])
def test_a_backup_that_is_not_whole_moves_nothing(
    full: SqliteStore, path: Path, tmp_path: Path, damage: str
) -> None:
    copy = back_up(path, tmp_path / "copy.db")
    whole = copy.read_bytes()
    damaged = {
        "flipped": whole[:4096] + bytes(4096) + whole[8192:],
        "cut": whole[: len(whole) // 2],
        "foreign": b"my thesis",
        "newer": whole[:60] + (999).to_bytes(4) + whole[64:],
    }[damage]
    copy.write_bytes(damaged)
    before = path.read_bytes()
    with pytest.raises(NotOurFile):
        restore(path, copy)
    assert path.read_bytes() == before
    assert sorted(each.name for each in tmp_path.iterdir()) == [
        "copy.db",
        "copy.db.sha256",
        "journal.db",
    ]


def test_a_backup_can_be_restored_where_no_journal_is(
    full: SqliteStore, path: Path, tmp_path: Path
) -> None:
    copy = back_up(path, tmp_path / "copy.db")
    full.close()
    path.unlink()
    assert restore(path, copy) is None
    assert verify(path) == verify(copy)


def test_the_new_file_takes_the_place_in_one_step_and_leaves_nothing_else(
    full: SqliteStore, path: Path, tmp_path: Path
) -> None:
    copy = back_up(path, tmp_path / "copy.db")
    restore(path, copy)
    names = ["copy.db", "copy.db.sha256", "journal.db", "journal.db.before-restore-1"]
    assert sorted(each.name for each in tmp_path.iterdir()) == names
    assert all(stat.S_IMODE((tmp_path / name).stat().st_mode) == 0o600 for name in names)
    assert [each.name for each in backups_of(path)] == ["journal.db.before-restore-1"]


def test_a_backup_by_any_name_is_still_there_after_it_was_restored(
    full: SqliteStore, path: Path, tmp_path: Path
) -> None:
    copy = back_up(path, tmp_path / "journal.db.restored")
    restore(path, copy)
    assert verify(copy) == verify(path)


def test_a_journal_behind_a_link_is_restored_where_it_lies(
    full: SqliteStore, path: Path, tmp_path: Path
) -> None:
    copy = back_up(path, tmp_path / "copy.db")
    (tmp_path / "home").mkdir()
    link = tmp_path / "home" / "journal.db"
    link.symlink_to(path)
    assert restore(link, copy) == path.with_name("journal.db.before-restore-1")
    assert link.is_symlink()
    assert verify(path) == verify(copy)


def test_nothing_is_moved_while_another_window_saves(
    full: SqliteStore, path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = back_up(path, tmp_path / "copy.db")
    monkeypatch.setattr(database, "OPENING_PATIENCE", 0.05)
    with full.action("log", NOW, "test"):
        full.entries.add(note("still being saved"))
        with pytest.raises(CannotSave, match="another window is saving"):
            restore(path, copy)
    assert full.entries.get(201).text == "still being saved"
    assert sorted(each.name for each in tmp_path.iterdir()) == [
        "copy.db",
        "copy.db.sha256",
        "journal.db",
    ]


def test_a_journal_whose_last_save_was_cut_short_is_proved_copied_and_restored(
    full: SqliteStore, path: Path, tmp_path: Path
) -> None:
    whole = verify(path)
    full.close()
    killed(kills.half_way(path))
    assert verify(path) == whole
    killed(kills.half_way(path))
    assert verify(back_up(path, tmp_path / "copy.db")) == whole
    killed(kills.half_way(path))
    aside = restore(path, tmp_path / "copy.db")
    assert aside is not None
    assert verify(aside) == verify(path) == whole
    killed(kills.half_way(aside))
    restore(path, aside)
    assert verify(path) == whole


def test_what_is_no_backup_is_refused_without_asking_for_another_journal(
    path: Path, tmp_path: Path
) -> None:
    open_store(path, create=True).close()
    letter = tmp_path / "letter.txt"
    letter.write_text("Dear Ana")
    with pytest.raises(NotOurFile, match=r"is not a sales journal.*: name another one\.$"):
        restore(path, letter)
    with pytest.raises(NotOurFile, match=r"is a folder, not a journal: name a file\.$"):
        restore(path, tmp_path)
