"""Who waits and what is asked today, as one list in pages."""

from __future__ import annotations

import pytest
from builders import THURSDAY, at

from journal.journal import Journal
from journal.setback import Setback
from storage.store import SqliteStore


@pytest.fixture
def journal(store: SqliteStore) -> Journal:
    """A rep whom a setback of ten days ago asks something today, with three who wait and one tomorrow."""
    then = Journal(store, lambda: at("2024-01-22T09:30"))
    then.record(Setback(day=then.today(), type="deal lost", text="Acme chose another"))
    now = Journal(store, lambda: at("2024-02-01T09:30"))
    for what in ("one", "two", "three"):
        now.follow_ups.add(what, THURSDAY)
    now.follow_ups.add("later", now.calendar.next_working(at("2024-02-02T09:30").day()))
    return now


def test_what_is_asked_today_ends_what_waits_today(journal: Journal) -> None:
    told = [line.follow_up.what for line in journal.follow_ups.due_lines()]
    assert told == ["one", "two", "three", "What did the lost deal teach you?"]


def test_page_after_page_asks_once(journal: Journal) -> None:
    told: list[str] = []
    page = journal.follow_ups.lines(limit=1)
    while page and len(told) < 20:
        told += [line.follow_up.what for line in page]
        page = journal.follow_ups.lines(page[-1].place, limit=1)
    asked = "What did the lost deal teach you?"
    assert (told.count(asked), told[:3], told[-1]) == (1, ["one", "two", "three"], "later")
