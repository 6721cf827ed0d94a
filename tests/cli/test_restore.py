"""``journal restore`` and ``journal check``: what a rep does when the file is damaged."""

from __future__ import annotations

from pathlib import Path

import pytest
from asking import Rep


@pytest.fixture
def copy(rep: Rep, tmp_path: Path) -> Path:
    """A backup that holds one call; the journal holds two."""
    rep.asks("log", "call", "Acme")
    path = tmp_path / "copy.db"
    assert rep.asks("backup", str(path)).code == 0
    rep.asks("log", "call", "Globex")
    return path


def accounts(rep: Rep) -> list[str]:
    return [entry["account"] for entry in rep.gets("list")]


def test_a_backup_takes_the_journals_place_and_the_old_one_is_named(rep: Rep, copy: Path) -> None:
    aside = rep.path.with_name("journal.db.before-restore-1")
    assert rep.asks("restore", str(copy)).out == (
        f"Restored and verified: {rep.path}\nThe journal as it was lies at {aside}\n"
    )
    assert accounts(rep) == ["Acme"]
    rep.asks("restore", str(aside))
    assert accounts(rep) == ["Acme", "Globex"]


def test_what_is_left_of_a_journal_that_vanished_is_moved_aside_and_named(
    rep: Rep, copy: Path
) -> None:
    rep.path.rename(rep.path.with_name("journal.db-wal"))
    aside = rep.path.with_name("journal.db.before-restore-1-wal")
    assert rep.asks("restore", str(copy)).out == (
        f"Restored and verified: {rep.path}\nWhat was left of the journal lies at {aside}\n"
    )
    assert accounts(rep) == ["Acme"]


def test_a_damaged_journal_is_brought_back_as_the_sentence_says(rep: Rep, copy: Path) -> None:
    rep.path.write_bytes(rep.path.read_bytes()[:4096])
    code, sentence = rep.asks("list").refused
    assert code == 1
    assert sentence.endswith("bring back a backup with “journal restore”.")
    assert rep.asks("check").refused == (1, sentence)
    assert rep.asks("restore", str(copy)).code == 0
    assert accounts(rep) == ["Acme"]


def test_a_damaged_backup_moves_nothing(rep: Rep, copy: Path) -> None:
    copy.write_bytes(copy.read_bytes()[:4096])
    assert rep.asks("restore", str(copy)).refused == (
        1,
        f"The backup {copy} is damaged, so nothing was moved: name an earlier one.",
    )
    assert accounts(rep) == ["Acme", "Globex"]


def test_what_is_no_backup_is_one_sentence(rep: Rep, copy: Path) -> None:
    nowhere = copy.with_name("nowhere.db")
    assert rep.asks("restore", str(nowhere)).refused == (
        1,
        f"There is no backup at {nowhere}: name another file.",
    )
    assert rep.asks("restore", str(rep.path)).refused == (
        1,
        f"{rep.path} is the journal itself: name one of its backups.",
    )
    assert accounts(rep) == ["Acme", "Globex"]


def test_the_backups_there_are_stand_newest_first(rep: Rep) -> None:
    assert rep.asks("restore").out == (
        "No backup of this journal was made yet. Make one: journal backup\n"
    )
    rep.asks("log", "call")
    rep.asks("backup", now="2024-01-31T10:00")
    rep.asks("backup", now="2024-02-01T10:00")
    folder = rep.path.parent / "backups"
    assert rep.asks("restore").out.splitlines() == [
        f"{folder / 'journal-2024-02-01T100000.db'}",
        f"{folder / 'journal-2024-01-31T100000.db'}",
        "The newest stands first; journal restore PATH brings one back.",
    ]


def test_a_whole_journal_is_proved(rep: Rep, copy: Path) -> None:
    assert rep.asks("check").out == f"The journal is whole: {rep.path}\n"
    assert rep.gets("check") == {"path": str(rep.path), "whole": True, "as_made": None}


def test_a_backup_is_proved_against_what_was_copied(rep: Rep, copy: Path) -> None:
    assert rep.asks("--db", str(copy), "check").out == (
        f"The journal is whole: {copy}\nIt is byte for byte as it was copied.\n"
    )
    assert rep.gets("--db", str(copy), "check")["as_made"] is True
    copy.write_bytes(copy.read_bytes().replace(b"Acme", b"Ocme"))
    assert rep.asks("--db", str(copy), "check").refused == (
        1,
        f"{copy} is not as it was copied: bring back another backup with “journal restore”.",
    )
    said = f"The backup {copy} is not as it was copied, so nothing was moved: name another one"
    last = "or delete copy.db.sha256 to take it as it is."
    assert rep.asks("restore", str(copy)).refused == (1, f"{said}, {last}")
    rep.asks("backup", now="2024-02-01T10:00")
    other = rep.path.parent / "backups" / "journal-2024-02-01T100000.db"
    assert rep.asks("restore", str(copy)).refused == (1, f"{said} like {other}, {last}")
    assert accounts(rep) == ["Acme", "Globex"]
    copy.with_name("copy.db.sha256").unlink()
    assert rep.asks("restore", str(copy)).code == 0
    assert accounts(rep) == ["Ocme"]


def test_of_a_backup_that_was_moved_alone_only_its_form_is_proved(rep: Rep, copy: Path) -> None:
    moved = copy.rename(copy.with_name("moved.db"))
    assert rep.asks("--db", str(moved), "check").out == f"The journal is whole: {moved}\n"
    assert rep.asks("restore", str(moved)).out.splitlines()[:2] == [
        f"Restored, and whole: {rep.path}",
        "Nothing beside the backup says how it was copied, so only its form was proved.",
    ]


def test_a_backup_that_was_written_to_is_a_journal_like_any_other(rep: Rep, copy: Path) -> None:
    rep.asks("--db", str(copy), "log", "call", "Initech")
    since = "It was saved to since the backup was made, so only its form was proved."
    assert rep.asks("--db", str(copy), "check").out == f"The journal is whole: {copy}\n{since}\n"
    assert rep.gets("--db", str(copy), "check")["as_made"] is False
    assert rep.asks("restore", str(copy)).out.splitlines()[:2] == [
        f"Restored, and whole: {rep.path}",
        since,
    ]
    assert accounts(rep) == ["Acme", "Initech"]


def test_there_is_nothing_to_check_without_a_journal(rep: Rep) -> None:
    assert rep.asks("check").refused == (
        1,
        f"There is no journal at {rep.path}, so there is nothing to check.",
    )
    assert not rep.path.parent.exists()
