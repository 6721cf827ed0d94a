"""``journal`` and ``journal demo`` in a real terminal: what they leave behind however they end."""

from __future__ import annotations

import fcntl
import os
import pty
import signal
import struct
import subprocess
import sys
import termios
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest


class Terminal:
    """A process that believes it is alone with a rep in 120 columns and 40 rows."""

    def __init__(self, folder: Path, *words: str) -> None:
        """Start the command with a journal and a temporary folder of its own."""
        self._ours, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))
        self.process = subprocess.Popen(
            [sys.executable, "-m", "journal", "--now", "2026-11-24T13:45", *words],
            env={
                **os.environ,
                "TERM": "xterm-256color",
                "JOURNAL_DB": str(folder / "own" / "journal.db"),
                "TMPDIR": str(folder / "tmp"),
            },
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            start_new_session=True,
        )
        os.close(theirs)

    def shows(self, text: str) -> None:
        """Wait until a text was drawn."""
        seen = b""
        with suppress(OSError):
            while text.encode() not in seen:
                seen += os.read(self._ours, 65536)
        if text.encode() not in seen:
            self.ends()
            pytest.fail(f"ended before it showed {text}: {seen[-2000:].decode(errors='replace')}")

    def presses(self, key: str) -> None:
        """Type a key."""
        os.write(self._ours, key.encode())

    def ends(self) -> int:
        """Read on until it ends; returns the exit code."""
        with suppress(OSError):
            while os.read(self._ours, 65536):
                pass
        os.close(self._ours)
        return self.process.wait(timeout=30)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "tmp").mkdir()
    return tmp_path


def quits(terminal: Terminal) -> None:
    terminal.presses("q")


def is_terminated(terminal: Terminal) -> None:
    terminal.process.send_signal(signal.SIGTERM)


def is_hung_up(terminal: Terminal) -> None:
    terminal.process.send_signal(signal.SIGHUP)


@pytest.mark.parametrize("end", [quits, is_terminated, is_hung_up])
def test_the_demo_leaves_nothing_behind_and_touches_no_journal(
    folder: Path, end: Callable[[Terminal], None]
) -> None:
    terminal = Terminal(folder, "demo")
    terminal.shows("Initech")
    assert len(list((folder / "tmp").glob("journal-demo-*/journal.db"))) == 1
    end(terminal)
    assert terminal.ends() in (0, 128 + signal.SIGTERM, 128 + signal.SIGHUP)
    assert list((folder / "tmp").iterdir()) == []
    assert not (folder / "own").exists()


def test_the_app_makes_the_journal_and_the_days_backup(folder: Path) -> None:
    terminal = Terminal(folder)
    terminal.shows("Today")
    terminal.presses("q")
    assert terminal.ends() == 0
    assert sorted(path.name for path in (folder / "own").rglob("*.db")) == [
        "journal-2026-11-24.db",
        "journal.db",
    ]
