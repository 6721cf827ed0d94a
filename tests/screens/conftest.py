"""A journal that screens are opened on, with a clock the test sets."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from builders import at

from journal.journal import Journal
from journal.moment import Moment
from screens import burst
from storage.store import SqliteStore


@dataclass
class Watch:
    """A clock that stands still until the test moves it."""

    moment: Moment
    """What it shows."""

    def __call__(self) -> Moment:
        """This moment."""
        return self.moment

    def set(self, text: str) -> None:
        """Move it, as a wall clock in Berlin shows it in winter."""
        self.moment = at(text)


@pytest.fixture
def watch() -> Watch:
    """A quarter to two on a Tuesday: 24 November 2026."""
    return Watch(at("2026-11-24T13:45"))


@pytest.fixture
def journal(store: SqliteStore, watch: Watch) -> Journal:
    """An empty journal in a temporary file."""
    return Journal(store, watch)


@pytest.fixture(autouse=True)
def pauses_are_short(monkeypatch: pytest.MonkeyPatch) -> None:
    """A pilot pauses 40 ms after each key, which guesses and proves nothing; conditions are waited for."""
    monkeypatch.setattr("textual._wait.SLEEP_GRANULARITY", 0.004)
    monkeypatch.setattr("textual._wait.SLEEP_IDLE", 0.001)


@pytest.fixture
def quickly(monkeypatch: pytest.MonkeyPatch) -> None:
    """All keys of the test are of one burst, however busy the machine is."""
    monkeypatch.setattr(burst, "TYPED_ON", 60.0)


@pytest.fixture
def slowly(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each key of the test stands for itself."""
    monkeypatch.setattr(burst, "TYPED_ON", -1.0)
