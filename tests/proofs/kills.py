"""Programs killed with -9 in the middle of what they do, and what must be there afterwards."""

from __future__ import annotations

import random
import sqlite3
import subprocess
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

from builders import NOW, activity, note
from children import killed, start
from proofs.shipped import as_shipped, columns_of, digests

from storage.as_made import AsMade, as_made
from storage.backup import back_up, verify
from storage.database import SCHEMA, connect
from storage.restore import restore
from storage.store import SqliteStore, open_store

LOGS_WITHOUT_END = """
import sys
from pathlib import Path
from builders import NOW, activity
from storage.store import open_store
store = open_store(Path(sys.argv[1]), create=True)
n = 0
while True:
    n += 1
    with store.action("log", NOW, "test"):
        saved = store.entries.add(activity(count=n % 9 + 1, account=f"A{n % 7}", text="x" * (n % 50 * 100)))
    print(saved.id, n % 9 + 1, flush=True)
    if n % 10 == 0:
        print("taken back", flush=True)
        store.undo(NOW, "test")
        store.redo(NOW, "test")
        print("there again", flush=True)
"""

IMPORTS = """
import sys
from datetime import timedelta
from pathlib import Path
from builders import NOW, THURSDAY, activity
from journal.transfer.found import Found
from storage.store import open_store

def rows():
    for n in range(4000):
        if n % 500 == 0:
            print(n, flush=True)
        yield Found(system="t", external_id=str(n), value=activity(account=f"A{n}"), file="f", line=n)

store = open_store(Path(sys.argv[1]), create=True)
while True:
    with store.action("import", NOW, "test"):
        store.imports.apply(rows(), format="table", files=["f"], at=NOW)
    print("undoing", flush=True)
    store.undo(NOW, "test")
"""

OPENS = """
import sys
from pathlib import Path
from storage import backup, migrations
from storage.store import open_store
print("opening", flush=True)
open_store(Path(sys.argv[1]), create=True)
"""

BACKS_UP_WITHOUT_END = """
import sys
from pathlib import Path
from storage.backup import back_up
number = 0
while True:
    number += 1
    print(back_up(Path(sys.argv[1]), Path(sys.argv[2]) / f"{sys.argv[3]}-{number}.db"), flush=True)
"""

RESTORES_WITHOUT_END = """
import sys
from pathlib import Path
from storage.restore import restore
path, *backups = map(Path, sys.argv[1:])
while True:
    for backup in backups:
        print(restore(path, backup), flush=True)
"""

SAVES_HALF = """
import os, signal, sys
from pathlib import Path
from builders import NOW, note
from storage.store import open_store
os.umask(0)
store = open_store(Path(sys.argv[1]), create=True)
store.database.connection.execute("PRAGMA cache_size = 1")
with store.action("log", NOW, "test"):
    for _ in range(300):
        store.entries.add(note("x" * 1000))
    print("half saved", flush=True)
    signal.pause()
"""

KEPT = "SELECT id, count FROM entry WHERE id = ?"
RAW = "SELECT coalesce(sum(count), 0) FROM entry"
ROLLUP = "SELECT coalesce(sum(total), 0) FROM activity_day"


def while_writing(path: Path, rounds: int, seed: int) -> int:
    """Let a child log, kill it after some entries; returns how many acknowledged ones were looked for."""
    chance = random.Random(seed)
    looked_for = 0
    waiting = start(LOGS_WITHOUT_END, path)
    for _ in range(rounds):
        child, printed = waiting, []
        assert child.stdout is not None
        for _ in range(chance.randint(1, 25)):
            printed.append(child.stdout.readline())
        printed += killed(child)
        said = [tuple(map(int, line.split())) for line in printed if line[0].isdigit()]
        if printed[-1] == "taken back\n":
            said.pop()
        whole = connect(path)
        assert whole.execute("PRAGMA quick_check").fetchall() == [("ok",)]
        kept = {whole.execute(KEPT, (entry,)).fetchone() for entry, _ in said}
        assert kept == set(said)
        whole.close()
        looked_for += len(said)
        waiting = start(LOGS_WITHOUT_END, path)
    killed(waiting)
    whole = connect(path)
    assert whole.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert whole.execute("PRAGMA foreign_key_check").fetchall() == []
    assert whole.execute(RAW).fetchall() == whole.execute(ROLLUP).fetchall()
    whole.close()
    return looked_for


def half_way(path: Path) -> subprocess.Popen[str]:
    """A child that has saved half of something, and waits to be killed."""
    child = start(SAVES_HALF, path)
    assert child.stdout is not None
    assert child.stdout.readline() == "half saved\n"
    assert path.with_name(f"{path.name}-journal").stat().st_size > 0
    return child


def while_importing(path: Path, round_: int) -> None:
    """Kill an import, or its undo, after some rows: it is there whole or not at all."""
    child = start(IMPORTS, path)
    assert child.stdout is not None
    for _ in range(round_ % 20 + 1):
        child.stdout.readline()
    wait(child, random.Random(round_).uniform(0, 0.03) if round_ >= 20 else 0)
    killed(child)
    store = open_store(path, create=True)
    rows = {
        store.database.rows(f"SELECT count(*) FROM {table}")[0] for table in ("entry", "provenance")
    }
    assert rows in ({(0,)}, {(4000,)})
    assert store.database.rows(RAW) == store.database.rows(ROLLUP)
    store.close()


def while_migrating(path: Path, shipped: Path, seconds: float) -> bool:
    """Kill an upgrade so long after it began, or at its first write; returns whether it was cut short."""
    before = as_shipped(shipped, path)
    with closing(sqlite3.connect(before)) as old:
        columns = columns_of(old)
        said = digests(old, columns)
    child = start(OPENS, path)
    assert child.stdout is not None
    child.stdout.readline()
    wait(child, seconds, lambda: path.with_name(f"{path.name}-journal").exists())
    killed(child)
    with closing(connect(path)) as file:
        version = file.execute("PRAGMA user_version").fetchone()[0]
        assert version in (int(shipped.stem.rpartition("-")[2]), SCHEMA)
        assert digests(file, columns) == said
    store = open_store(path, create=True)
    assert digests(store.database.connection, columns) == said
    with store.action("note", NOW, "test"):
        assert store.entries.get(store.entries.add(note()).id).text == "They are hiring."
    assert store.database.rows("PRAGMA user_version") == [(SCHEMA,)]
    store.close()
    verify(path)
    return bool(version != SCHEMA)


def while_backing_up(path: Path, folder: Path, round_: int, seconds: float) -> None:
    """Kill backups that are made without end: what has the name of one is one."""
    whole = verify(path)
    child = start(BACKS_UP_WITHOUT_END, path, folder, str(round_))
    assert child.stdout is not None
    for _ in range(round_ % 3 + 1):
        child.stdout.readline()
    wait(child, seconds)
    killed(child)
    copies = list(folder.glob(f"{round_}-*.db"))
    assert len(copies) >= round_ % 3 + 1
    assert all(verify(copy) == whole for copy in copies)
    assert all(as_made(copy) in (AsMade.PROVED, AsMade.UNSAID) for copy in copies)


def two_backups(store: SqliteStore, path: Path, folder: Path) -> tuple[Path, Path]:
    """Two backups of a journal that differ, each with some hundred entries."""
    copies = []
    for name in ("first", "second"):
        with store.action("log", NOW, "test"):
            for n in range(300):
                store.entries.add(
                    activity(count=n % 9 + 1, account=f"Customer {n}", text=name * 99)
                )
        copies.append(back_up(path, folder / f"{name}.db"))
    return copies[0], copies[1]


def while_restoring(path: Path, backups: tuple[Path, Path], round_: int, seconds: float) -> int:
    """Kill restores that go on without end: a whole journal always lies in its place.

    Returns how many moved aside were proved.
    """
    said = [verify(backup) for backup in backups]
    child = start(RESTORES_WITHOUT_END, path, *backups)
    assert child.stdout is not None
    for _ in range(round_ % 3 + 1):
        child.stdout.readline()
    wait(child, seconds)
    killed(child)
    assert verify(path) in said
    assert [verify(backup) for backup in backups] == said
    aside = list(path.parent.glob(f"{path.name}.before-restore-*"))
    assert all(verify(each) in said for each in aside)
    restore(path, backups[0])
    assert verify(path) == said[0]
    assert not list(path.parent.glob("*.partial"))
    for each in path.parent.glob(f"{path.name}.before-restore-*"):
        each.unlink()
    return len(aside)


def wait(
    child: subprocess.Popen[str], seconds: float, is_so: Callable[[], bool] = lambda: False
) -> None:
    """Let a child go on for so long, or until something is so."""
    with suppress(subprocess.TimeoutExpired):
        for _ in range(int(seconds / 0.001)):
            if is_so():
                return
            child.wait(timeout=0.001)
