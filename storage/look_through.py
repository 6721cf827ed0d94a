"""What came in is looked through for the search by a process of its own, so that nobody waits for it."""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from time import monotonic, sleep

from journal.errors import JournalError
from journal.searches import STEP

MUCH = 2_000
"""So many new things and fewer the next search looks through itself, and nobody notices."""


def look_through_later(path: Path) -> None:
    """Begin to look through what is new in the journal at a path, beside whatever the rep does next.

    Nothing is lost if it is ended at any moment, or cannot begin: the next search does the rest.
    """
    # A name in the folder the rep stands in must not be taken for one of ours: hence -P.
    with suppress(OSError):
        subprocess.Popen(
            [sys.executable, "-P", "-m", __name__, str(path)],
            env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[1])},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )


def main(path: str) -> int:
    """Look through all that is new, a step at a time, and let others write after each of them."""
    from storage.opening import open_database
    from storage.search import SqliteSearch

    with suppress(JournalError):
        database = open_database(Path(path), create=False)
        try:
            search = SqliteSearch(database)
            left = search.unread()
            while left:
                began = monotonic()
                left = search.read_on(STEP)
                # Who waits for a lock looks for it every so often, and would find it taken each time.
                sleep(monotonic() - began)
        finally:
            database.close()
    return 0


if __name__ == "__main__":
    raise SystemExit(main(*sys.argv[1:]))
