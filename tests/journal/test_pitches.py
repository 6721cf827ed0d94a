"""What wins are named for becomes a talking point, ticked in the pitch it was said in."""

from __future__ import annotations

import pytest
from builders import activity, at, day
from on_reasons import ended

from journal.errors import BadInput
from journal.journal import Journal
from journal.pitches import is_used, read_pitches, read_points
from storage.store import SqliteStore

TUESDAY = day("2026-11-24")


@pytest.fixture
def journal(store: SqliteStore) -> Journal:
    """A rep whose wins name the night shift."""
    journal = Journal(store, lambda: at("2026-11-24T13:45"))
    ended(journal, named="Night shift")
    return journal


def test_a_point_counts_the_pitches_it_was_ticked_in_newest_first(journal: Journal) -> None:
    for kind, account in (("call", "Acme"), ("demo", "Globex"), ("proposal", "Stark")):
        journal.record(activity(kind, 1, TUESDAY, account=account))
    proposal, demo = read_pitches(journal)
    assert (proposal.account, demo.account) == ("Stark", "Globex")
    for pitch in (demo, proposal, proposal):
        journal.deals.tick_point(pitch.id, "Night shift")
    used, *_ = read_points(journal)
    assert (used.point.tag, used.point.wins, used.point.losses) == ("Night shift", 6, 2)
    assert [one.account for one in used.pitches] == ["Stark", "Globex"]
    assert is_used(read_pitches(journal)[0], used.point)
    journal.undo()
    assert [one.account for one in read_points(journal)[0].pitches] == ["Globex"]


def test_a_point_is_ticked_in_something_that_was_done(journal: Journal) -> None:
    heard = journal.hear("note a thought").entry
    assert heard is not None
    note = journal.record(heard).entry
    with pytest.raises(BadInput, match="something you did"):
        journal.deals.tick_point(note.id, "Night shift")
