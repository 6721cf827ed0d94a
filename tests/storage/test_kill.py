"""What was said to be saved survives kill -9 at any moment."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest
from children import killed, start
from proofs import kills

from storage.store import SqliteStore, open_store

FIRST_START = """
import sys
from pathlib import Path
from storage import migrations
from storage.store import open_store
open_store(Path(sys.argv[1]), create=True)
"""


def test_a_hundred_kills_lose_no_entry_that_was_said_to_be_saved(path: Path) -> None:
    assert kills.while_writing(path, 100, seed=100) >= 100


@pytest.mark.parametrize("round_", range(20))
def test_an_import_or_its_undo_cut_short_is_there_whole_or_not_at_all(
    path: Path, round_: int
) -> None:
    kills.while_importing(path, round_)


def test_a_first_start_cut_short_can_be_started_again(tmp_path: Path) -> None:
    for round_ in range(20):
        path = tmp_path / f"{round_}.db"
        child = start(FIRST_START, path)
        while child.poll() is None and not path.with_name(f"{path.name}-journal").exists():
            pass
        killed(child)
        with closing(open_store(path, create=True)) as again:
            assert again.entries.first_day() is None


def test_a_restore_cut_short_leaves_a_whole_journal_in_its_place(
    store: SqliteStore, path: Path, tmp_path: Path
) -> None:
    backups = kills.two_backups(store, path, tmp_path)
    store.close()
    for round_ in range(20):
        kills.while_restoring(path, backups, round_, round_ * 0.002)


@pytest.mark.long
def test_a_thousand_kills_lose_no_entry_that_was_said_to_be_saved(path: Path) -> None:
    assert kills.while_writing(path, 1000, seed=1000) >= 1000
