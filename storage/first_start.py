"""A journal that was made for something of which then nothing was saved is taken away again."""

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
    """Leave nothing of a journal made inside, nor of its folders, when nothing was written in it.

    What another window wrote in it meanwhile stays, and so does the journal.
    """
    new_folders = [folder for folder in (path.parent, *path.parent.parents) if not folder.exists()]
    try:
        yield
    finally:
        # What happened inside says more than that this could not be done.
        with suppress(OSError, sqlite3.Error):
            if _take_away(path):
                for folder in new_folders:
                    folder.rmdir()


def _take_away(path: Path) -> bool:
    """Delete the journal unless something was written in it; returns whether it is gone."""
    with closing(connect(path)) as connection:
        # Whoever waits for this lock finds no file at the path afterwards, and writes nothing in it.
        connection.execute("BEGIN IMMEDIATE")
        has_tables = connection.execute(HAS_TABLES).fetchone()
        is_empty = has_tables is None or connection.execute(WRITTEN).fetchone() is None
        if is_empty:
            path.unlink()
        connection.execute("ROLLBACK")
        return is_empty
