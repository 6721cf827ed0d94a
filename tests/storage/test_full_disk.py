"""When the disk is full or may not be written to, nothing is half saved and the rep is told."""

from __future__ import annotations

from pathlib import Path

import pytest
from builders import NOW, THURSDAY, activity, note
from children import run
from proofs import full_disk

from journal.errors import CannotSave
from storage.backup import digest
from storage.store import SqliteStore

LIMITED = """
import resource, sys
from pathlib import Path
from builders import NOW, note
from journal.errors import CannotSave
from storage.backup import digest
from storage.store import open_store

path = Path(sys.argv[1])
store = open_store(path, create=True)
with store.action("log", NOW, "test"):
    first = store.entries.add(note("before"))
before = digest(store.database.connection)
refused = 0
for round_ in range(20):
    size = path.stat().st_size
    resource.setrlimit(resource.RLIMIT_FSIZE, (size + round_ * 99_000, resource.RLIM_INFINITY))
    try:
        with store.action("log", NOW, "test"):
            for _ in range(80):
                store.entries.add(note("x" * 50_000))
    except CannotSave:
        refused += 1
        assert not path.with_name("journal.db-journal").exists()
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    assert digest(store.database.connection) == before
with store.action("log", NOW, "test"):
    store.entries.add(note("after"))
print(refused)
"""

FIRST_START_ON_A_FULL_DISK = """
import resource, sys
from pathlib import Path
from journal.errors import CannotSave
from storage import migrations
from storage.store import open_store
refused = 0
for size in range(0, 120_000, 6_000):
    path = Path(sys.argv[1]) / f"{size}.db"
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))
    try:
        open_store(path, create=True).close()
    except CannotSave:
        refused += 1
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    assert open_store(path, create=True).why_read_only is None
print(refused)
"""

WITHOUT_RIGHTS = """
import os, sys, tempfile
from pathlib import Path
from builders import NOW, THURSDAY, note
from journal.errors import CannotSave
from storage.store import open_store

with tempfile.TemporaryDirectory() as name:
    folder = Path(name)
    path = folder / "journal.db"
    store = open_store(path, create=True)
    with store.action("log", NOW, "test"):
        store.entries.add(note("before"))
    store.close()
    before = path.read_bytes()
    path.chmod(0o444 if sys.argv[1] == "file" else 0o666)
    folder.chmod(0o777 if sys.argv[1] == "file" else 0o555)
    nobody = os.geteuid() == 0
    if nobody:
        os.seteuid(65534)
    store = open_store(path, create=True)
    assert store.entries.between(THURSDAY, THURSDAY)[0].text == "before"
    try:
        with store.action("log", NOW, "test"):
            store.entries.add(note("after"))
    except CannotSave as told:
        print(told)
    try:
        open_store(Path("/proc/none/journal.db"), create=True)
    except CannotSave as told:
        print(told)
    store.close()
    if nobody:
        os.seteuid(0)
    folder.chmod(0o700)
    assert path.read_bytes() == before
"""


@pytest.mark.parametrize("room", range(20))
def test_a_full_file_takes_the_whole_action_or_nothing(store: SqliteStore, room: int) -> None:
    with store.action("log", NOW, "test"):
        store.entries.add(activity(count=3, account="Acme"))
    before = digest(store.database.connection)
    pages = store.database.rows("PRAGMA page_count")[0][0]
    store.database.rows(f"PRAGMA max_page_count = {pages + room}")
    with pytest.raises(CannotSave, match=r"disk is full.*your text is kept"):
        add_much(store)
    assert digest(store.database.connection) == before
    store.database.rows("PRAGMA max_page_count = 1000000")
    add_much(store)
    assert len(store.entries.between(THURSDAY, THURSDAY)) == 9


def add_much(store: SqliteStore) -> None:
    """One action that needs some fifty pages."""
    with store.action("log much", NOW, "test"):
        for n in range(8):
            store.entries.add(note(f"{n}" * 25_000, account=f"Customer {n}"))


def test_undo_on_a_full_disk_takes_back_all_or_nothing(store: SqliteStore) -> None:
    add_much(store)
    before = digest(store.database.connection)
    pages = store.database.rows("PRAGMA page_count")[0][0]
    store.database.rows(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(CannotSave):
        store.undo(NOW, "test")
    assert digest(store.database.connection) == before
    store.database.rows("PRAGMA max_page_count = 1000000")
    assert store.undo(NOW, "test").entries == 8


def test_a_disk_that_refuses_to_grow_the_file_loses_nothing(path: Path) -> None:
    assert int(run(LIMITED, path)) == 20


def test_a_first_start_on_a_full_disk_can_be_tried_again(tmp_path: Path) -> None:
    assert int(run(FIRST_START_ON_A_FULL_DISK, tmp_path)) >= 10


@pytest.mark.parametrize("what", ["file", "folder"])
def test_a_journal_that_may_only_be_read_says_so_and_stays_as_it_is(what: str) -> None:
    told = run(WITHOUT_RIGHTS, what).splitlines()
    assert "may not be written to" in told[0]
    assert told[1].startswith("No journal could be made at /proc/none/journal.db")


@pytest.mark.parametrize("what", ["import", "backup", "restore"])
def test_a_disk_that_fills_up_meanwhile_leaves_all_as_it_was(tmp_path: Path, what: str) -> None:
    assert full_disk.while_limited(what, tmp_path, first=0, rounds=20) >= 8


def test_a_full_file_takes_a_whole_import_or_nothing(store: SqliteStore) -> None:
    for room in range(20):
        full_disk.fills_up(store, room)
