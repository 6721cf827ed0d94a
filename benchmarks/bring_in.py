"""Rows per second and memory of an import: ``python -m benchmarks.bring_in [rows]``.

Two files of so many rows each, a HubSpot list of deals and a Salesforce list of tasks, are written,
read and saved in a process of their own; seconds are of its processor, since machines are shared.
"""

from __future__ import annotations

import csv
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path

from benchmarks.journals import moment
from journal.incoming import Incoming
from journal.journal import Journal
from storage.store import open_store

FIRST = date(2017, 1, 2)
STAGES = ("Closed Won", "Closed Lost", "Presentation Scheduled", "Contract Sent")


def deals(rows: int) -> Iterator[Sequence[object]]:
    """A header and so many deals as HubSpot lists them."""
    yield (
        *("Record ID", "Deal Name", "Pipeline", "Deal Stage", "Amount", "Close Date"),
        *("Create Date", "Deal owner", "Closed Lost Reason", "Next step", "Associated Company"),
    )
    for n in range(rows):
        opened = FIRST + timedelta(days=n * 3_300 // rows)
        closed = opened + timedelta(days=30 + n % 120)
        yield (
            *(n + 1, f"Deal {n}", "Sales Pipeline", STAGES[n % 4], f"{5_000 + n % 9_000}.50"),
            *(f"{closed} 00:00", f"{opened} 10:12", "Ada Byron", "Price" if n % 4 == 1 else ""),
            *("Call the CFO" if n % 4 > 1 else "", f"Account {n % 5_000}"),
        )


def activities(rows: int) -> Iterator[Sequence[object]]:
    """A header and so many tasks as Salesforce exports them, nine in ten of them done."""
    yield (
        *("Id", "Subject", "ActivityDate", "Status", "Priority", "OwnerId", "TaskSubtype"),
        *("CallDurationInSeconds", "CallDisposition", "Description", "Account Name"),
    )
    for n in range(rows):
        day, is_call = FIRST + timedelta(days=n * 3_300 // rows), n % 3 > 0
        yield (
            *(f"00T{n:012}AAA", f"Call {n}", day, "Not Started" if n % 10 == 9 else "Completed"),
            *("Normal", "005000000000001AAA", "Call" if is_call else "Email"),
            *(n % 900 if is_call else "", "Connected" if is_call else "", f"They said {n}."),
            f"Account {n % 5_000}",
        )


def bring_in(path: Path, file: Path) -> None:
    """Take a file in, and print what it took."""
    journal = Journal(open_store(path, create=True), moment)
    incoming: Incoming = journal.incoming
    before, clock = time.process_time(), time.perf_counter()
    reading = incoming.look(journal.store.imports.sources([str(file)]))
    brought = incoming.take_in(reading)
    seconds, passed = time.process_time() - before, time.perf_counter() - clock
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(
        f"{file.name:<16}{brought.read:>9,} rows{brought.read / seconds:>10,.0f} a second"
        f"{brought.read / passed:>10,.0f} by the wall clock{peak:>6} MB at most",
        flush=True,
    )


def main(rows: int) -> None:
    """Write the files, and take in a tenth of them, all of them, and all of them again."""
    with tempfile.TemporaryDirectory() as folder:
        for name, lines in (("deals.csv", deals), ("tasks.csv", activities)):
            for some in (rows // 10, rows, rows):
                file = Path(folder) / name
                with file.open("w", encoding="utf-8", newline="") as text:
                    csv.writer(text).writerows(lines(some))
                path = Path(folder) / f"{name}-{some}.db"
                subprocess.run(
                    [sys.executable, "-m", "benchmarks.bring_in", str(path), str(file)], check=True
                )


if __name__ == "__main__":
    if len(sys.argv) > 2:
        bring_in(Path(sys.argv[1]), Path(sys.argv[2]))
    else:
        main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
