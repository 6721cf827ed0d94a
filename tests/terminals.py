"""The app in a real terminal of its own: typed at, ended in every way, and started again."""

from __future__ import annotations

import fcntl
import os
import pty
import resource
import select
import signal
import sqlite3
import struct
import subprocess
import sys
import termios
from contextlib import closing
from pathlib import Path
from time import monotonic

PATIENCE = 60.0
"""Seconds until what a test waits for is given up."""


SIZE = {"COLUMNS": "120", "LINES": "40"}
"""Said to the app as well: a runner of tests side by side tells its own 80 columns to all it starts."""


class Terminal:
    """A rep's terminal of 120 columns and 40 rows, with the app on a journal in it."""

    def __init__(self, journal: Path, *, now: str = "2026-11-24T13:45") -> None:
        """Start the app."""
        self.journal = journal
        self.seen = b""
        self.drawn = b""
        """Every byte the app wrote."""
        self.line = ""
        """What a test has typed into the line."""
        self._ours, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))
        self.process = subprocess.Popen(
            [sys.executable, "-m", "journal", "--now", now],
            env={**os.environ, **SIZE, "TERM": "xterm-256color", "JOURNAL_DB": str(journal)},
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            start_new_session=True,
            preexec_fn=_take_terminal,
        )
        os.close(theirs)

    def __enter__(self) -> Terminal:
        return self

    def __exit__(self, *_: object) -> None:
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        if self._ours >= 0:
            os.close(self._ours)

    def shows(self, text: str) -> None:
        """Wait until a text was drawn since the last time this was asked."""
        end = monotonic() + PATIENCE
        while text.encode() not in self.seen:
            assert monotonic() < end, f"never showed {text}: {self.seen[-3000:]!r}"
            assert self._read(), f"ended before it showed {text}: {self.seen[-3000:]!r}"
        self.seen = self.seen.partition(text.encode())[2]

    def types(self, keys: str) -> None:
        """Type, as fast as a program can."""
        os.write(self._ours, keys.encode())

    def keeps(self, form: str, **fields: str) -> None:
        """Wait until exactly this is kept of a form."""
        end = monotonic() + PATIENCE
        while (kept := drafts_of(self.journal, form)) != fields:
            assert monotonic() < end, f"{kept} is kept instead"
            self._read(0.02)

    def fills_disk(self, is_full: bool) -> None:
        """Let no file of the app grow any more, or again."""
        most = 0 if is_full else resource.RLIM_INFINITY
        resource.prlimit(self.process.pid, resource.RLIMIT_FSIZE, (most, resource.RLIM_INFINITY))

    def is_sent(self, ending: signal.Signals) -> None:
        """End it from outside."""
        self.process.send_signal(ending)

    def is_closed(self) -> None:
        """Close the terminal's window."""
        os.close(self._ours)
        self._ours = -1

    def ends(self) -> int:
        """Read on until it ends; returns the exit code."""
        end = monotonic() + PATIENCE
        while self._ours >= 0 and self._read():
            assert monotonic() < end, "it never ended"
        return self.process.wait(timeout=PATIENCE)

    def _read(self, seconds: float = 1.0) -> bool:
        """Take in what was drawn; whether there may be more."""
        if not select.select([self._ours], [], [], seconds)[0]:
            return True
        try:
            drawn = os.read(self._ours, 65536)
        except OSError:
            return False
        self.seen += drawn
        self.drawn += drawn
        return bool(drawn)


def drafts_of(journal: Path, form: str) -> dict[str, str]:
    """What the file keeps of a form now."""
    with closing(sqlite3.connect(journal)) as connection:
        return dict(connection.execute("SELECT field, text FROM draft WHERE form = ?", (form,)))


def _take_terminal() -> None:
    """Become the one whom closing the terminal ends."""
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)
