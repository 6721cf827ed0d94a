"""Where nothing can be printed, what was saved is saved, and a rep is told when it counts."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from asking import NOW, Rep

CLOSED = 'exec "$@" >&-'
NOBODY = 'exec "$@" <&- >&- 2>&-'
FULL = 'exec "$@" >/dev/full'


def unheard(path: Path, how: str, *words: str) -> tuple[int, str]:
    """The exit code and stderr of a command whose output a shell leads nowhere."""
    done = subprocess.run(
        ["sh", "-c", how, "sh", sys.executable, "-m", "journal", "--now", NOW, *words],
        env={**os.environ, "JOURNAL_DB": str(path)},
        capture_output=True,
        check=False,
        text=True,
        timeout=60,
    )
    assert done.stdout == ""
    return done.returncode, done.stderr


def test_a_call_logged_where_the_output_is_closed_is_saved_without_complaint(rep: Rep) -> None:
    assert unheard(rep.path, NOBODY, "log", "call", "Acme") == (0, "")
    assert [entry["account"] for entry in rep.gets("list")] == ["Acme"]


def test_an_export_to_a_closed_output_is_refused(rep: Rep) -> None:
    rep.asks("log", "call", "Acme")
    assert unheard(rep.path, CLOSED, "export", "json") == (
        1,
        "journal: The standard output is closed, so nothing was taken out: name a file after -o.\n",
    )
    file = rep.path.with_name("journal.json")
    assert unheard(rep.path, CLOSED, "export", "json", "-o", str(file)) == (0, "")
    assert json.loads(file.read_text(encoding="utf-8"))


def test_what_was_saved_but_could_not_be_said_is_told_apart(rep: Rep) -> None:
    full = "all could be printed: No space left on device.\n"
    assert unheard(rep.path, FULL, "log", "call", "Acme") == (
        1,
        f"journal: It was saved and need not be given again, but not {full}",
    )
    assert unheard(rep.path, FULL, "list") == (1, f"journal: Not {full}")
