"""What every test may ask for: a real journal in a temporary file, and a moment that stands still."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest
from builders import at

from journal.moment import Moment
from storage.database import Database
from storage.opening import empty_database
from storage.store import SqliteStore, open_store

gc.set_threshold(100_000, 50, 1_000)
"""A sixth of the suite's time went into looking for cycles among what the tests' many apps have in common."""


@pytest.fixture
def now() -> Moment:
    """Half past nine on a Thursday in Berlin: 1 February 2024."""
    return at("2024-02-01T09:30")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the test's journal lies."""
    return tmp_path / "journal.db"


@pytest.fixture
def store(path: Path) -> Iterator[SqliteStore]:
    """An empty journal in a temporary file."""
    opened = open_store(path, create=True)
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def nothing() -> Iterator[Database]:
    """A journal with nothing in it, to be read only."""
    database = empty_database()
    yield database
    database.close()
