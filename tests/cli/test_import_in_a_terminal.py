"""A long import says how far it is, and Ctrl+C leaves the journal as it was."""

from __future__ import annotations

import os
import pty
import re
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

from asking import Rep

ROWS = 20_000


def test_an_import_says_how_fast_it_is_and_ctrl_c_leaves_nothing(rep: Rep) -> None:
    rep.asks("log", "call")
    rows = "".join(f"Call {n},2024-01-{n % 28 + 1:02}\n" for n in range(ROWS))
    file = rep.path.parent / "calls.csv"
    file.write_text("Subject,Date\n" + rows, encoding="utf-8")
    code, told = stopped_at(b"Brought in", rep.path, file)
    assert code == 130
    assert re.search(rb"Brought in [\d,]+ of 20,000 rows, [\d,]+ a second", told)
    assert rep.gets("stats")["activity"] == {"call": 1}
    assert rep.gets("undo")["undone"].startswith("1 call")


def test_ctrl_c_in_a_first_import_leaves_no_journal_and_no_folder_of_one(tmp_path: Path) -> None:
    rows = "".join(f"Call {n},2024-01-{n % 28 + 1:02}\n" for n in range(ROWS))
    file = tmp_path / "calls.csv"
    file.write_text("Subject,Date\n" + rows, encoding="utf-8")
    code, _ = stopped_at(b"Brought in", tmp_path / "new" / "folder" / "journal.db", file)
    assert code == 130
    assert list(tmp_path.iterdir()) == [file]


def stopped_at(text: bytes, journal: Path, file: Path) -> tuple[int, bytes]:
    """Import a file in a terminal, and press Ctrl+C once a text is shown; the exit code and all shown."""
    ours, theirs = pty.openpty()
    words = ["--db", str(journal), "--now", "2024-02-01T09:30", "import", str(file)]
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    child = subprocess.Popen(
        [sys.executable, "-m", "journal", *words],
        stdout=theirs,
        stderr=theirs,
        start_new_session=True,
    )
    signal.signal(signal.SIGINT, before)
    os.close(theirs)
    told = b""
    while text not in told:
        told += os.read(ours, 65_536)
    os.kill(child.pid, signal.SIGINT)
    # A terminal says OSError when the last program in it has ended.
    with suppress(OSError):
        while more := os.read(ours, 65_536):
            told += more
    os.close(ours)
    return child.wait(), told
