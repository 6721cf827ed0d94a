"""Files whose rows have no id of their own, as they are read, and how they are brought in."""

from __future__ import annotations

from collections.abc import Sequence

from builders import NOW

from journal.activity import Activity
from journal.deal import Deal
from journal.follow_up import FollowUp
from journal.transfer.found import Applied, Found
from storage.store import SqliteStore

KEY = "globex | call | 2024-02-01"


def rows(*values: Activity | Deal | FollowUp, key: str = KEY) -> list[Found]:
    """Rows of a file that has no ids, as they are read."""
    return [
        Found(
            system="salesforce", external_id=key if n == 1 else f"{key} #{n}", value=value,
            file="Task.csv", line=n + 1, alike=key,
        )
        for n, value in enumerate(values, 1)
    ]  # fmt: skip


def bring(store: SqliteStore, found: Sequence[Found]) -> tuple[int, int, int]:
    """Import them: how many rows were added, updated and left alone."""
    with store.action("import", NOW, "cli"):
        told: Applied = store.imports.apply(
            iter(found), format="salesforce", files=["Task.csv"], at=NOW
        )
    return told.added, told.updated, told.unchanged
