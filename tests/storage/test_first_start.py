"""A journal is made for what comes into it, and for nothing else."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import pytest
from builders import NOW, note

from journal.errors import CannotSave
from storage.first_start import made_to_stay
from storage.store import SqliteStore, open_store


def log(store: SqliteStore) -> None:
    with store.action("log", NOW, "test"):
        store.entries.add(note("a word"))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where no journal is yet, in a folder that is not there yet."""
    return tmp_path / "new" / "journal.db"


def test_a_journal_stays_with_what_came_into_it(path: Path) -> None:
    with made_to_stay(path):
        store = open_store(path, create=True)
        log(store)
        store.close()
    assert path.exists()


@pytest.mark.parametrize("why", [KeyboardInterrupt, CannotSave("The disk is full: make room.")])
def test_nothing_stays_of_a_journal_when_nothing_came_into_it(
    path: Path, why: type[BaseException] | BaseException
) -> None:
    with suppress(KeyboardInterrupt, CannotSave), made_to_stay(path):
        open_store(path, create=True).close()
        raise why
    assert not path.parent.exists()


def test_nothing_stays_of_a_journal_that_had_nothing_to_keep(path: Path) -> None:
    with made_to_stay(path):
        open_store(path, create=True).close()
    assert not path.parent.exists()


def test_what_another_window_wrote_in_it_meanwhile_stays(path: Path) -> None:
    with suppress(KeyboardInterrupt), made_to_stay(path):
        open_store(path, create=True).close()
        other = open_store(path, create=True)
        log(other)
        other.close()
        raise KeyboardInterrupt
    kept = open_store(path, create=False)
    assert kept.entries.get(1).text == "a word"
    kept.close()


def test_a_folder_with_something_else_in_it_stays(path: Path) -> None:
    with suppress(KeyboardInterrupt), made_to_stay(path):
        open_store(path, create=True).close()
        path.with_name("letter").write_text("mine")
        raise KeyboardInterrupt
    assert [each.name for each in path.parent.iterdir()] == ["letter"]
