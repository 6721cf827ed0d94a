"""What ``journal import`` says: how far it is, what came in, and what was refused."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from journal.cli.output import say

if TYPE_CHECKING:
    from journal.incoming import Brought
    from journal.transfer.progress import Progress, Watch

REFUSED_SHOWN = 20
"""The most refused rows named one by one; --json names all."""


@contextmanager
def progress_line(verb: str) -> Iterator[Watch | None]:
    """Whoever says on a terminal how far it is; the line goes at the end. None without a terminal."""
    if not sys.stderr.isatty():
        yield None
        return
    began = time.monotonic()

    def watch(now: Progress) -> None:
        seconds = max(time.monotonic() - began, 0.001)
        of = "" if now.total is None else f" of {now.total:,}"
        line = f"{verb} {now.rows:,}{of} rows, {now.rows / seconds:,.0f} a second"
        print(f"\r\x1b[K{line}", end="", file=sys.stderr, flush=True)

    try:
        yield watch
    finally:
        print("\r\x1b[K", end="", file=sys.stderr, flush=True)


def brought_as_json(brought: Brought, *, dry_run: bool) -> dict[str, object]:
    """What an import did, for other programs."""
    applied = brought.applied
    return {
        "format": brought.format,
        "read": brought.read,
        "added": applied.added,
        "updated": applied.updated,
        "unchanged": applied.unchanged,
        "refused": [{"file": no.file, "line": no.line, "why": no.why} for no in brought.refused],
        "notes": list(brought.notes),
        "batch": None if dry_run else applied.batch,
    }


def say_brought(brought: Brought, *, dry_run: bool) -> None:
    """What an import did, for the rep."""
    applied = brought.applied
    would = "would be " if dry_run else ""
    rows = "1 row" if brought.read == 1 else f"{brought.read:,} rows"
    what = "json, names and origins counted too" if brought.format == "json" else brought.format
    say(
        f"{rows} read ({what}): {applied.added:,} {would}added, "
        f"{applied.updated:,} updated, "
        f"{applied.unchanged:,} unchanged, {len(brought.refused):,} refused."
    )
    for no in brought.refused[:REFUSED_SHOWN]:
        say(f"  {no.file}, line {no.line:,}: {no.why}")
    if len(brought.refused) > REFUSED_SHOWN:
        say(f"  and {len(brought.refused) - REFUSED_SHOWN:,} more; --json names all.")
    for note in brought.notes:
        say(note)
    if not dry_run and (applied.added or applied.updated):
        say("journal undo takes all of it back.")


def look_through(brought: Brought) -> None:
    """Where much came in, begin to look through it for the search, beside whatever comes next."""
    from journal.cli.asked import asked
    from journal.cli.opening import place
    from storage.look_through import MUCH, look_through_later

    if asked().by_process and brought.applied.added + brought.applied.updated > MUCH:
        sys.stdout.flush()
        look_through_later(place())
