"""The app on a file it cannot open, in a real terminal: calm, untouched, then on with the day."""

from __future__ import annotations

from pathlib import Path

import pytest
from terminals import Terminal

from storage.store import open_store


@pytest.fixture
def cut(path: Path) -> bytes:
    """What is left of a journal that was cut short."""
    open_store(path, create=True).close()
    path.write_bytes(left := path.read_bytes()[:20_000])
    return left


def test_a_damaged_journal_opens_on_the_choices_and_a_new_one_begins_beside_it(
    path: Path, cut: bytes
) -> None:
    with Terminal(path) as terminal:
        terminal.shows("cannot be opened")
        assert path.read_bytes() == cut
        terminal.types("\x1b[F\x1b[A\r")
        terminal.shows("takes its place")
        terminal.types("s")
        terminal.shows("Must today")
        terminal.types("q")
        assert terminal.ends() == 0
    assert path.with_name("journal.db.before-restore-1").read_bytes() == cut


def test_who_quits_is_told_why_once_more_and_nothing_was_touched(path: Path, cut: bytes) -> None:
    with Terminal(path) as terminal:
        terminal.shows("cannot be opened")
        terminal.types("q")
        terminal.shows("journal: The journal's file is damaged and was left as it is")
        assert terminal.ends() == 1
    assert path.read_bytes() == cut
    assert [each.name for each in path.parent.iterdir()] == ["journal.db"]
