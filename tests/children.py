"""Programs that run beside a test: killed, cut off from the disk, or all started at once."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path


def start(code: str, *arguments: str | Path) -> subprocess.Popen[str]:
    """Start Python on some code, with the imports of this process, its output kept apart."""
    path = os.pathsep.join(entry for entry in sys.path if entry)
    return subprocess.Popen(
        [sys.executable, "-c", code, *map(str, arguments)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": path},
    )


def killed(child: subprocess.Popen[str]) -> list[str]:
    """Kill a child; returns every whole line it had printed and nobody had read yet.

    ``communicate()`` reads past the lines that ``readline()`` already drew into its buffer.
    """
    child.kill()
    assert child.stdout is not None
    assert child.stderr is not None
    with child.stdout as printed, child.stderr:
        lines = printed.readlines()
    child.wait()
    return [line for line in lines if line.endswith("\n")]


def run(code: str, *arguments: str | Path) -> str:
    """Run Python on some code to its end; returns what it printed, and fails when it failed."""
    child = start(code, *arguments)
    printed, complaint = child.communicate(timeout=60)
    assert child.returncode == 0, complaint
    return printed
