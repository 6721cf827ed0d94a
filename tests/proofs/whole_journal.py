"""A whole journal on its way out or in, killed or out of room: the old is whole, or the new one is."""

from __future__ import annotations

import random
import resource
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from builders import NOW
from children import killed, run, start
from whole_journals import as_json, book, brought_in, one_of_everything, row_of, taken_out

from journal.errors import CannotSave
from journal.transfer.ways_out import take_out
from journal.transfer.whole_parts import PARTS
from storage.backup import digest, verify
from storage.store import SqliteStore, open_store

EXPORTS = """
import sys
from pathlib import Path
from whole_journals import book
from journal.transfer.ways_out import take_out
from storage.store import open_store
stores = [open_store(Path(path), create=False) for path in sys.argv[2:]]
print("ready", flush=True)
while True:
    for store in stores:
        take_out(book(store), "json", sys.argv[1], force=True)
"""

IMPORTS = """
import sys
from pathlib import Path
from builders import NOW
from whole_journals import brought_in
from storage.store import open_store
store, text = open_store(Path(sys.argv[1]), create=True), Path(sys.argv[2]).read_bytes()
print("ready", flush=True)
while True:
    brought_in(store, text)
    store.undo(NOW, "cli")
"""

FULL = """
import random, resource, sys
from pathlib import Path
from proofs.whole_journal import out_of_room
print(*out_of_room(Path(sys.argv[1]), range(int(sys.argv[2]), int(sys.argv[3]))))
"""


def journal_of(path: Path, entries: int) -> str:
    """Make a journal with so many entries; returns it as JSON."""
    rows = one_of_everything(lambda: "x" * 100)
    entry = row_of(next(part for part in PARTS if part.name == "entries"), lambda: "y" * 100)
    rows["entries"] += [
        entry | {"id": 3 + n, "uid": f"u{n}", "form": "activity"} for n in range(entries)
    ]
    store, text = open_store(path, create=True), as_json(rows)
    brought_in(store, text)
    store.close()
    return text


def while_taken_out(folder: Path, rounds: range) -> dict[str, int]:
    """Kill programs that write two journals over one another: the file is one of them, whole."""
    texts = [journal_of(folder / f"{n}.db", 300 * n) for n in (1, 2)]
    target = folder / "out" / "journal.json"
    target.parent.mkdir(exist_ok=True)
    for round_ in rounds:
        child = start(EXPORTS, target, folder / "1.db", folder / "2.db")
        assert child.stdout is not None
        assert child.stdout.readline() == "ready\n"
        _wait(child, random.Random(round_).uniform(0, 0.15))
        killed(child)
        assert not target.exists() or target.read_text(encoding="utf-8") in texts
        assert len(list(target.parent.iterdir())) <= 2
    return {"whole": len(rounds)}


def while_brought_in(folder: Path, rounds: range) -> dict[str, int]:
    """Kill programs that bring a journal in and take it back: all of it is there, or none."""
    text = journal_of(folder / "1.db", 600)
    (folder / "journal.json").write_text(text, encoding="utf-8")
    path = folder / "journal.db"
    for round_ in rounds:
        child = start(IMPORTS, path, folder / "journal.json")
        assert child.stdout is not None
        assert child.stdout.readline() == "ready\n"
        _wait(child, random.Random(round_).uniform(0, 0.4))
        killed(child)
        store = open_store(path, create=True)
        found = {len(taken_out(store)), store.database.rows("SELECT count(*) FROM entry")[0][0]}
        assert 0 in found or 602 in found
        store.close()
        verify(path)
    return {"whole or not there": len(rounds)}


def _wait(child: subprocess.Popen[str], seconds: float) -> None:
    """Let a child go on for so long; it never ends by itself."""
    with suppress(subprocess.TimeoutExpired):
        assert child.wait(seconds) is None


def while_out_of_room(folder: Path, rounds: range) -> dict[str, int]:
    """Fill the disk in the middle of exports and imports; returns how many of each were refused."""
    out, brought = run(FULL, folder, str(rounds.start), str(rounds.stop)).split()
    return {"exports refused whole": int(out), "imports refused whole": int(brought)}


def out_of_room(folder: Path, rounds: range) -> tuple[int, int]:
    """The same, in a program of its own, whose files may not grow beyond a size."""
    texts = [journal_of(folder / f"{n}.db", 150 * n) for n in (1, 2)]
    stores = [open_store(folder / f"{n}.db", create=False) for n in (1, 2)]
    mine = open_store(folder / "mine.db", create=True)
    target = folder / "out" / "journal.json"
    target.parent.mkdir()
    take_out(book(stores[0]), "json", str(target))
    refused_out = refused_in = 0
    for round_ in rounds:
        new = round_ % 2
        before, kept = target.read_text(encoding="utf-8"), digest(mine.database.connection)
        most = int(len(texts[new]) * random.Random(round_).uniform(0, 2.5))
        with suppress(CannotSave), no_file_beyond(most):
            take_out(book(stores[new]), "json", str(target), force=True)
            before = ""
        assert target.read_text(encoding="utf-8") == (before or texts[new])
        assert [each.name for each in target.parent.iterdir()] == ["journal.json"]
        refused_out += before != ""
        with suppress(CannotSave), no_file_beyond(4 * most):
            brought_in(mine, texts[new])
            kept = {}
        refused_in += kept != {}
        if kept:
            assert digest(mine.database.connection) == kept
        else:
            mine.undo(NOW, "cli")
    return refused_out, refused_in


@contextmanager
def no_file_beyond(size: int) -> Iterator[None]:
    """Files of this program may not grow beyond a size."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))


def full_file(store: SqliteStore, text: str, rooms: range) -> None:
    """Give the journal's file room for so many more pages, fewer than it needs."""
    for room in rooms:
        before = digest(store.database.connection)
        pages = store.database.rows("PRAGMA page_count")[0][0]
        store.database.rows(f"PRAGMA max_page_count = {pages + room}")
        told = ""
        try:
            brought_in(store, text)
        except CannotSave as error:
            told = str(error)
        store.database.rows("PRAGMA max_page_count = 1000000")
        assert "disk is full" in told, (room, told)
        assert digest(store.database.connection) == before
