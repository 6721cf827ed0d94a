"""Measure everything that has a budget: ``python -m benchmarks [rounds]``."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from benchmarks.figures import Ratio, paired, spread
from benchmarks.goals import first_openings, typed_over, waits
from benchmarks.journals import NOW, make_journal
from benchmarks.search import make_talks, searches
from benchmarks.terminal import Program

PYTHON = sys.executable
JOURNAL = str(Path(PYTHON).with_name("journal"))
AT = ["--now", NOW.isoformat()]
REFERENCE = [PYTHON, "-c", "import sqlite3, click"]
ONE_LABEL = [PYTHON, "-m", "benchmarks.one_label"]
PAINTED = b"Calls"
"""Stands on Today as soon as a rep can count with it."""


def painted(command: list[str], text: bytes) -> float:
    """Seconds from start to the first paint that shows a text."""
    with Program(command, {}) as program:
        return program.seconds_until(text)


def resident(command: list[str], text: bytes) -> float:
    """KiB in memory once the first paint has settled."""
    with Program(command, {}) as program:
        program.seconds_until(text)
        program.drain()
        return float(program.resident_kib())


def run(command: list[str]) -> float:
    """Seconds a whole process takes."""
    before = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    return time.perf_counter() - before


def app(path: Path) -> list[str]:
    """The app on a journal."""
    return [JOURNAL, "--db", str(path), *AT]


def quick_log(path: Path) -> list[str]:
    """The quick log on a journal."""
    return [JOURNAL, "--db", str(path), *AT, "log", "call"]


def answer(path: Path) -> list[str]:
    """Where the rep is with one of five hundred accounts."""
    return [JOURNAL, "--db", str(path), *AT, "account", "Account 7"]


def keys(path: Path, rounds: int) -> list[Ratio]:
    """Milliseconds from a key to the repaint that shows its effect."""
    counting: list[float] = []
    switching: list[float] = []
    with Program(app(path), {}) as program:
        program.seconds_until(PAINTED)
        program.drain()
        for _ in range(rounds):
            sent = program.press(b"c")
            counting.append(1000 * program.seconds_until(b"Saved", since=sent))
            program.drain()
            sent = program.press(b"2")
            switching.append(1000 * program.seconds_until(b"Goals and milestones", since=sent))
            program.drain()
            program.press(b"1")
            program.drain()
    return [
        spread("key to repaint, count +1, median", counting, 50),
        spread("key to repaint, count +1, p95", counting, 100, 95),
        spread("key to repaint, switch to Goals, median", switching, 50),
        spread("key to repaint, switch to Goals, p95", switching, 100, 95),
    ]


def pages(path: Path, rounds: int) -> Iterator[Ratio]:
    """Milliseconds from a number key to the page of deals, or of follow-ups, once each was opened."""
    for key, name, text in ((b"3", "Deals", b"Open deals"), (b"5", "Follow-ups", b"Ways back in")):
        found: list[float] = []
        with Program(app(path), {}) as program:
            program.seconds_until(PAINTED)
            program.drain()
            for number in range(rounds + 1):
                sent = program.press(key)
                taken = 1000 * program.seconds_until(text, since=sent)
                found += [taken] if number else []
                program.drain()
                program.press(b"1")
                program.drain()
        yield spread(f"key to repaint, switch to {name}, median", found, 50)
        yield spread(f"key to repaint, switch to {name}, p95", found, 100, 95)


def main(rounds: int) -> None:
    """Make the journals, measure, and print one line a figure."""
    with tempfile.TemporaryDirectory() as folder:
        sizes = {1_000: "1,000", 100_000: "100,000"}
        paths = {size: Path(folder) / f"{size}.db" for size in sizes}
        for size, path in paths.items():
            make_journal(path, size, deals=size // 10)
        for size, path in paths.items():
            ours, label = app(path), sizes[size]
            print(
                paired(
                    f"first useful paint, {label} entries / one label",
                    lambda ours=ours: painted(ours, PAINTED),
                    lambda: painted(ONE_LABEL, b"one label"),
                    rounds,
                    1.5,
                )
            )
            print(
                paired(
                    f"memory after it, {label} entries / one label",
                    lambda ours=ours: resident(ours, PAINTED),
                    lambda: resident(ONE_LABEL, b"one label"),
                    max(3, rounds // 3),
                    1.6,
                )
            )
            print(
                paired(
                    f"journal log call, {label} entries / python with click",
                    lambda path=path: run(quick_log(path)),
                    lambda: run(REFERENCE),
                    rounds,
                    2.0,
                )
            )
        print(
            paired(
                "journal account, 10,000 deals / python with click",
                lambda: run(answer(paths[100_000])),
                lambda: run(REFERENCE),
                rounds,
                2.5,
            )
        )
        large = Path(folder) / "keys.db"
        shutil.copy(paths[100_000], large)
        for figure in keys(large, rounds):
            print(figure)
        for figure in pages(large, rounds):
            print(figure)
        for figure in first_openings(app(paths[100_000]), PAINTED, max(3, rounds // 3)):
            print(figure)
        for figure in typed_over(app(large), PAINTED, rounds):
            print(figure)
        for figure in waits(large):
            print(figure)
        talks = Path(folder) / "talks.db"
        make_talks(talks, 100_000)
        for figure in searches(talks, rounds):
            print(figure)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 12)
