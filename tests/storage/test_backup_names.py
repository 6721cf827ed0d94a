"""Each journal of a folder has its own backups: none is listed, brought back or pruned for another."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from builders import NOW, THURSDAY, note

from journal.errors import NotOurFile
from storage.backup import back_up, daily_backup, verify
from storage.journal_file import SqliteJournalFile
from storage.restore import backups_of, restore
from storage.store import open_store


def begin(path: Path, text: str = "") -> Path:
    """A journal in which something is written."""
    store = open_store(path, create=True)
    with store.action("log", NOW, "test"):
        store.entries.add(note(text or path.name))
    store.close()
    return path


def names(path: Path) -> list[str]:
    return sorted(each.name for each in backups_of(path))


@pytest.mark.parametrize(
    "team", ["journal-team.db", "journal-2.db", "journal-2024.db", "journal-schema.db"]
)
def test_the_backups_of_the_teams_journal_are_not_those_of_the_reps(path: Path, team: str) -> None:
    begin(path)
    other = begin(path.with_name(team))
    mine = daily_backup(path, THURSDAY)
    daily_backup(other, THURSDAY)
    SqliteJournalFile(other).back_up(NOW)
    store = open_store(other, create=True)
    store.back_up_before("import", NOW)(True)
    store.close()
    assert backups_of(path) == [mine]
    assert names(other) == [
        f"{other.stem}-2024-02-01.db",
        f"{other.stem}-2024-02-01T093000.db",
        f"{other.stem}-before-import-2024-02-01T093000.db",
    ]


def test_all_that_the_program_makes_of_a_journal_is_listed(path: Path) -> None:
    begin(path)
    made = (
        "2024-02-01",
        "2024-02-01T093000",
        "schema-5",
        "schema-12-2",
        "before-import-2024-02-01T093000",
        "before-import-2024-02-01T093000-2",
    )
    for each in made:
        back_up(path, path.parent / "backups" / f"journal-{each}.db")
    assert names(path) == sorted(f"journal-{each}.db" for each in made)


@pytest.mark.parametrize("other", ["sales.sqlite", "sales"])
def test_journals_called_alike_but_for_the_ending_have_backups_of_their_own(
    tmp_path: Path, other: str
) -> None:
    one, two = begin(tmp_path / "sales.db"), begin(tmp_path / other)
    for n in range(20):
        assert daily_backup(one, THURSDAY + timedelta(n)) is not None
        assert daily_backup(two, THURSDAY + timedelta(n)) is not None
    assert not set(names(one)) & set(names(two))
    assert len(names(one)) == len(names(two)) == 9
    assert "sales-2024-02-20.db" in names(one)


def test_backups_once_made_under_the_bare_name_are_found_while_no_other_journal_has_it(
    tmp_path: Path,
) -> None:
    journal = begin(tmp_path / "sales.sqlite")
    old = back_up(journal, tmp_path / "backups" / "sales-2024-02-01.db")
    (tmp_path / "sales.csv").write_text("Account,Stage\n")
    assert backups_of(journal) == [old]
    begin(tmp_path / "sales.sqlite3")
    assert backups_of(journal) == []
    (tmp_path / "sales.sqlite3").unlink()
    (tmp_path / "sales.db").touch()
    assert backups_of(journal) == []


@pytest.fixture
def link(path: Path, tmp_path: Path) -> Path:
    """A link by another name in another folder, to a journal in which something is written."""
    begin(path)
    (tmp_path / "home").mkdir()
    link = tmp_path / "home" / "work.db"
    link.symlink_to(path)
    return link


def test_a_linked_journal_has_its_backups_beside_the_file_whichever_way_it_is_opened(
    link: Path, path: Path
) -> None:
    made = daily_backup(link, THURSDAY)
    assert made == path.parent / "backups" / "journal-2024-02-01.db"
    assert daily_backup(path, THURSDAY) is None
    aside = restore(link, made)
    assert aside == path.with_name("journal.db.before-restore-1")
    assert set(backups_of(link)) == set(backups_of(path)) == {made, aside}


def test_a_linked_journal_cut_to_nothing_is_damaged_and_not_new(link: Path, path: Path) -> None:
    daily_backup(link, THURSDAY)
    path.write_bytes(b"")
    for one in (link, path):
        with pytest.raises(NotOurFile, match=r"damaged.*journal restore"):
            open_store(one, create=True)
    assert path.stat().st_size == 0


def test_backups_once_made_beside_the_link_are_found(link: Path, path: Path) -> None:
    old = back_up(path, link.parent / "backups" / "work-2024-02-01.db")
    assert backups_of(link) == [old]
    path.write_bytes(b"")
    with pytest.raises(NotOurFile, match=r"damaged.*journal restore"):
        open_store(link, create=True)
    restore(link, old)
    assert link.is_symlink()
    assert verify(path) == verify(old)


def test_a_link_that_was_moved_aside_still_leads_to_its_backups(link: Path, path: Path) -> None:
    made = daily_backup(link, THURSDAY)
    path.write_bytes(b"damaged")
    aside = Path(SqliteJournalFile(link).move_aside())
    begin(link)
    assert path.read_bytes() == b"damaged"
    assert set(backups_of(link)) == {made, aside}
