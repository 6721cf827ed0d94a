"""What a search must look through again though its own row did not change: a file says more of it now."""

from __future__ import annotations

from collections.abc import Iterable

from storage.database import Database
from storage.rows import Value

AGAIN = "INSERT INTO search_todo (of, row) VALUES (?, ?) ON CONFLICT DO NOTHING"


def look_again(db: Database, things: Iterable[tuple[Value, Value]]) -> None:
    """Have the next search read these things anew, each its table and its row."""
    db.run_many(AGAIN, list(things))
