"""Many programs on one journal at once: first starts side by side, and writers that never stop."""

from __future__ import annotations

from pathlib import Path

from children import start

from storage.backup import verify
from storage.store import open_store

FIRST_START = """
import sys
from pathlib import Path
from builders import NOW, note
from storage.store import open_store
store = open_store(Path(sys.argv[1]), create=True)
with store.action("log", NOW, "test"):
    store.entries.add(note(sys.argv[2]))
"""

WRITER = """
import sys, time
from pathlib import Path
from builders import NOW, note
from journal.errors import CannotSave
from storage.store import open_store
store = None
end = time.monotonic() + float(sys.argv[3])
while time.monotonic() < end:
    try:
        store = store or open_store(Path(sys.argv[1]), create=True)
        with store.action("log", NOW, "test"):
            saved = store.entries.add(note(sys.argv[2]))
        print(saved.id)
    except CannotSave as told:
        print("refused" if str(told).startswith("Another window is saving") else told)
"""

TEXTS = "SELECT id, text FROM entry"


def eight_first_starts(path: Path) -> None:
    """Eight programs make the same journal, and each logs into it."""
    children = [start(FIRST_START, path, str(n)) for n in range(8)]
    complaints = [child.communicate(timeout=60)[1] for child in children]
    assert complaints == [""] * 8
    store = open_store(path, create=False)
    assert {text for _, text in store.database.rows(TEXTS)} == set("01234567")
    store.close()


def two_writers(path: Path, seconds: float) -> tuple[int, int]:
    """Two programs log for so long without a pause: whatever was acknowledged is there, and nothing else.

    Returns how many entries were acknowledged, and how many the other one's haste kept from being saved.
    """
    names = ("ada", "bob")
    children = [start(WRITER, path, name, str(seconds)) for name in names]
    printed = [child.communicate(timeout=seconds + 60) for child in children]
    assert not any(complaint for _, complaint in printed), printed[0][1] + printed[1][1]
    verify(path)
    store = open_store(path, create=False)
    kept = dict(store.database.rows(TEXTS))
    store.close()
    said = [
        (name, line)
        for name, (lines, _) in zip(names, printed, strict=True)
        for line in lines.splitlines()
    ]
    acknowledged = {int(line): name for name, line in said if line != "refused"}
    assert acknowledged == kept
    return len(kept), len(said) - len(kept)
