"""The tables in other programs' hands: ``python -m benchmarks.release.spreadsheets`` asks those there are.

csvkit and Miller must read every cell of every table as it was written, of a sample year and of a
journal whose every text is hostile, with nothing skipped. Says what each showed, with its version, and
which were not there; exit code 1 when one found a fault.
"""

from __future__ import annotations

import csv
import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from itertools import cycle
from pathlib import Path

from builders import at
from hostile import HOSTILE
from whole_journals import as_json, book, brought_in, one_of_everything

from journal.sample import sample_year, write
from journal.transfer.ways_out import take_out
from storage.store import SqliteStore, open_store

NOW = at("2026-11-24T13:45")
READERS = {
    "csvjson": ("csvjson", "--no-inference", "--blanks", "--snifflimit", "0"),
    "mlr": ("mlr", "--icsv", "--ojson", "--infer-none", "cat"),
}
"""What reads a table and says it again as JSON."""


def journals(folder: Path) -> Iterator[tuple[str, SqliteStore]]:
    """A year like any other, and one of everything with hostile words."""
    usual = open_store(folder / "usual.db", create=True)
    write(sample_year(NOW.day(), NOW), usual)
    yield "a sample year", usual
    hostile, words = open_store(folder / "hostile.db", create=True), cycle(HOSTILE)
    brought_in(hostile, as_json(one_of_everything(lambda: next(words))))
    yield "hostile words", hostile


def called(*words: str | Path) -> str:
    """What a program prints; it must find nothing to complain of."""
    child = subprocess.run([str(word) for word in words], capture_output=True, timeout=180)
    if child.returncode or child.stderr.strip():
        raise AssertionError(child.stderr.decode(errors="replace") or f"exit {child.returncode}")
    return child.stdout.decode()


def read_by(program: str, table: Path) -> int:
    """Let a program read a table; returns how many rows it found. Raises AssertionError."""
    with table.open(encoding="utf-8-sig", newline="") as file:
        written = list(csv.DictReader(file, strict=True))
    told = called(*READERS[program], table)
    read = [
        {name: "" if value is None else str(value) for name, value in row.items()}
        for row in json.loads(told or "[]")
    ]
    if read != written:
        raise AssertionError(f"{table.name} was read as another table")
    if program == "csvjson" and written:
        called("csvclean", "--length-mismatch", table)
    return len(written)


def main() -> int:
    """Ask every program that is there."""
    faults = 0
    for program in READERS:
        if shutil.which(program) is None:
            print(f"{program}: not checked, not installed")
            continue
        print(called(program, "--version").strip())
        with tempfile.TemporaryDirectory(prefix="tables-") as kept:
            for name, store in journals(Path(kept)):
                folder = Path(kept) / name
                take_out(book(store), "csv", str(folder))
                try:
                    rows = [read_by(program, table) for table in sorted(folder.glob("*.csv"))]
                    said = f"{len(rows)} tables, {sum(rows):,} rows, 0 skipped"
                except (AssertionError, subprocess.SubprocessError) as fault:
                    faults, said = faults + 1, f"FAULT {fault}"
                print(f"  {name}: {said}")
                store.close()
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
