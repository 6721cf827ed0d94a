"""A program in a real terminal: how soon it shows something, and what it holds in memory then."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import termios
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

COLUMNS, ROWS = 120, 40
PATIENCE = 30.0
"""Seconds to wait for a text before giving up."""


class Program:
    """One run of a program in a pseudo-terminal; use it as a context, it is killed at the end."""

    def __init__(self, command: Sequence[str], env: Mapping[str, str]) -> None:
        """Start it and the clock."""
        self.started = time.perf_counter()
        self.seen = b""
        self.pid, self._terminal = pty.fork()
        if self.pid == 0:
            os.execvpe(command[0], list(command), {**os.environ, "TERM": "xterm-256color", **env})
        fcntl.ioctl(self._terminal, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))

    def __enter__(self) -> Program:
        return self

    def __exit__(self, *_: object) -> None:
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self._terminal)

    def seconds_until(self, text: bytes, since: float | None = None) -> float:
        """Seconds from the start, or from a moment, until the program has written a text."""
        before = len(self.seen) if since is not None else 0
        deadline = time.perf_counter() + PATIENCE
        while text not in self.seen[before:]:
            ready, _, _ = select.select([self._terminal], [], [], 0.5)
            if ready:
                self.seen += os.read(self._terminal, 65536)
            if time.perf_counter() > deadline:
                raise TimeoutError(f"{text!r} never appeared")
        return time.perf_counter() - (self.started if since is None else since)

    def drain(self, quiet: float = 0.3) -> None:
        """Read on until the program has been silent for so many seconds."""
        while select.select([self._terminal], [], [], quiet)[0]:
            self.seen += os.read(self._terminal, 65536)

    def press(self, keys: bytes) -> float:
        """Send keys; returns the moment they were sent."""
        os.write(self._terminal, keys)
        return time.perf_counter()

    def resident_kib(self) -> int:
        """What the program holds in memory now, in KiB."""
        status = Path(f"/proc/{self.pid}/status").read_text(encoding="ascii")
        return int(status.split("VmRSS:")[1].split()[0])
