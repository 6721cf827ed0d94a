"""A rep at a terminal, in the zone that the tests' days are told in."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from asking import Rep


@pytest.fixture(autouse=True)
def _in_berlin(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    with monkeypatch.context() as patched:
        patched.setenv("TZ", "Europe/Berlin")
        patched.delenv("JOURNAL_DB", raising=False)
        time.tzset()
        yield
    time.tzset()


@pytest.fixture
def rep(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Rep:
    """A rep who has no journal yet."""
    return Rep(tmp_path / "folder" / "journal.db", capsys)
