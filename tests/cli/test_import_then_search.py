"""After a large import a process of its own reads what came in, so that the first search need not."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path
from time import monotonic

import pytest
from asking import Rep

from journal.search import read_query
from storage.look_through import main
from storage.store import SqliteStore, open_store

NOW = "2024-02-01T09:30"


@pytest.fixture
def store(rep: Rep) -> SqliteStore:
    """A journal with one call in it."""
    rep.asks("log", "call", "with Dana")
    return open_store(rep.path, create=False)


def calls(folder: Path, number: int) -> Path:
    file = folder / "calls.csv"
    rows = "".join(f"Platypus {n},2024-01-{n % 28 + 1:02}\n" for n in range(number))
    file.write_text("Subject,Date\n" + rows, encoding="utf-8")
    return file


def test_a_large_import_leaves_nothing_for_the_search_to_read(rep: Rep, store: SqliteStore) -> None:
    file = calls(rep.path.parent, 2_100)
    words = ["--db", str(rep.path), "--now", NOW, "import", str(file)]
    subprocess.run([sys.executable, "-m", "journal", *words], check=True, capture_output=True)
    end = monotonic() + 30
    while store.search.unread():
        assert monotonic() < end, "nobody read what came in"
    assert store.search.find(read_query("platypus"), 1).hits[0].name is None
    store.close()


def test_what_one_that_was_killed_left_unread_is_read_by_the_next(
    rep: Rep, store: SqliteStore
) -> None:
    rep.asks("import", str(calls(rep.path.parent, 3_000)), now=NOW)
    words = ["-m", "storage.look_through", str(rep.path)]
    child = subprocess.Popen([sys.executable, *words])
    begun = store.search.unread()
    end = monotonic() + 30
    while store.search.unread() == begun:
        assert monotonic() < end, "it never began"
    os.kill(child.pid, signal.SIGKILL)
    child.wait()
    assert store.database.rows("PRAGMA integrity_check") == [("ok",)]
    assert main(str(rep.path)) == 0
    assert store.search.unread() == 0
    assert store.database.rows("SELECT count(*) FROM search") == [(3_002,)]
    store.close()


def test_a_journal_that_is_gone_meanwhile_is_let_be(tmp_path: Path) -> None:
    assert main(str(tmp_path / "journal.db")) == 0
    assert list(tmp_path.iterdir()) == []
