"""A journal that was made for something that then did not happen is taken away again."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from storage.database import connect

WRITTEN = "SELECT 1 WHERE EXISTS (SELECT 1 FROM action) OR EXISTS (SELECT 1 FROM draft)"
HAS_TABLES = "SELECT 1 FROM sqlite_schema LIMIT 1"


@contextmanager
def made_to_stay(path: Path) -> Iterator[None]:
    """Leave nothing of a journal made inside, nor of its folders, if what it is made for is ended.

    What another window wrote in it meanwhile stays, and so does the journal.
    """
    new_folders = [folder for folder in (path.parent, *path.parent.parents) if not folder.exists()]
    is_done = False
    try:
        yield
        is_done = True
    finally:
        if not is_done:
            # What ended it says more than that this could not be done either.
            with suppress(OSError, sqlite3.Error):
                _take_away(path)
                for folder in new_folders:
                    folder.rmdir()


def _take_away(path: Path) -> None:
    with closing(connect(path)) as connection:
        # Whoever waits for this lock finds no file at the path afterwards, and writes nothing in it.
        connection.execute("BEGIN IMMEDIATE")
        has_tables = connection.execute(HAS_TABLES).fetchone()
        if has_tables is None or connection.execute(WRITTEN).fetchone() is None:
            path.unlink()
        connection.execute("ROLLBACK")
