"""A whole journal that is cut short on its way out or in leaves what was there before, whole."""

from __future__ import annotations

from pathlib import Path

import pytest
from proofs import whole_journal
from whole_journals import taken_out

from storage.store import SqliteStore, open_store


def test_an_export_that_is_killed_leaves_the_old_file_or_the_new_one(tmp_path: Path) -> None:
    whole_journal.while_taken_out(tmp_path, range(3))


def test_a_whole_journal_killed_on_its_way_in_is_there_or_is_not(tmp_path: Path) -> None:
    whole_journal.while_brought_in(tmp_path, range(3))


def test_a_full_disk_leaves_the_old_file_and_the_old_journal(tmp_path: Path) -> None:
    assert min(whole_journal.while_out_of_room(tmp_path, range(20)).values()) > 5


def test_a_journal_that_may_not_grow_takes_nothing_in(tmp_path: Path, store: SqliteStore) -> None:
    text = whole_journal.journal_of(tmp_path / "1.db", 600)
    whole_journal.full_file(store, text, range(0, 60, 6))
    assert '"entries": []' in taken_out(store)


@pytest.mark.long
def test_two_hundred_kills_and_full_disks_lose_nothing(tmp_path: Path) -> None:
    for name in ("out", "in", "room"):
        (tmp_path / name).mkdir()
    whole_journal.while_taken_out(tmp_path / "out", range(200))
    whole_journal.while_brought_in(tmp_path / "in", range(200))
    for first in range(0, 200, 40):
        folder = tmp_path / "room" / str(first)
        folder.mkdir()
        refused = whole_journal.while_out_of_room(folder, range(first, first + 40))
        assert min(refused.values()) > 5
    store = open_store(tmp_path / "journal.db", create=True)
    text = whole_journal.journal_of(tmp_path / "1.db", 600)
    whole_journal.full_file(store, text, range(60))
    store.close()
