"""Journals with something in them, for tests of what happens to a whole file."""

from __future__ import annotations

import pytest
from builders import NOW, activity, milestone

from storage.store import SqliteStore


@pytest.fixture
def full(store: SqliteStore) -> SqliteStore:
    """A journal with something in it."""
    with store.action("log", NOW, "test"):
        for n in range(200):
            store.entries.add(activity(count=n % 9 + 1, account=f"Customer {n}", text="\0[/]é"))
        store.goals.add(milestone())
    return store
