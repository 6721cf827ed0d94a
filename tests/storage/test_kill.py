"""What was said to be saved survives kill -9 at any moment."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from children import killed, start

from storage.database import connect
from storage.store import open_store

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

FIRST_START = """
import sys
from pathlib import Path
from storage import migrations
from storage.store import open_store
open_store(Path(sys.argv[1]), create=True)
"""

KEPT = "SELECT id, count FROM entry WHERE id = ?"
RAW = "SELECT coalesce(sum(count), 0) FROM entry"
ROLLUP = "SELECT coalesce(sum(total), 0) FROM activity_day"


def rounds(path: Path, number: int) -> int:
    """Let a child log, kill it after some entries; returns how many acknowledged ones were looked for."""
    chance = random.Random(number)
    looked_for = 0
    waiting = start(LOGS_WITHOUT_END, path)
    for _ in range(number):
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
    return looked_for


def check(path: Path, number: int) -> None:
    """Kill that often, then look at the whole."""
    assert rounds(path, number) >= number
    whole = connect(path)
    assert whole.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert whole.execute("PRAGMA foreign_key_check").fetchall() == []
    assert whole.execute(RAW).fetchall() == whole.execute(ROLLUP).fetchall()
    whole.close()


def test_a_hundred_kills_lose_no_entry_that_was_said_to_be_saved(path: Path) -> None:
    check(path, 100)


@pytest.mark.parametrize("round_", range(20))
def test_an_import_or_its_undo_cut_short_is_there_whole_or_not_at_all(
    path: Path, round_: int
) -> None:
    child = start(IMPORTS, path)
    assert child.stdout is not None
    for _ in range(round_ + 1):
        child.stdout.readline()
    killed(child)
    store = open_store(path, create=True)
    rows = {
        store.database.rows(f"SELECT count(*) FROM {table}")[0] for table in ("entry", "provenance")
    }
    assert rows in ({(0,)}, {(4000,)})
    assert store.database.rows(RAW) == store.database.rows(ROLLUP)
    store.close()


def test_a_first_start_cut_short_can_be_started_again(tmp_path: Path) -> None:
    for round_ in range(20):
        path = tmp_path / f"{round_}.db"
        child = start(FIRST_START, path)
        while child.poll() is None and not path.with_name(f"{path.name}-journal").exists():
            pass
        killed(child)
        assert open_store(path, create=True).entries.first_day() is None


@pytest.mark.long
def test_a_thousand_kills_lose_no_entry_that_was_said_to_be_saved(path: Path) -> None:
    check(path, 1000)
