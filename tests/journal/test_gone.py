"""What is written over a thing that is gone by now is kept as a new one, whatever else is gone."""

from __future__ import annotations

from dataclasses import replace

import pytest
from builders import THURSDAY, activity, at, milestone

from journal.errors import BadInput
from journal.journal import Journal
from storage.store import SqliteStore


@pytest.fixture
def journal(store: SqliteStore) -> Journal:
    """An empty journal."""
    return Journal(store, lambda: at("2024-02-01T09:30"))


def test_an_entry_keeps_its_words_and_the_moment_it_was_written_down_but_not_a_deal_that_is_gone(
    journal: Journal,
) -> None:
    deal = journal.deals.add("Acme", "Renewal")
    call = journal.record(replace(activity("call", 1, THURSDAY, "Acme"), deal=deal.id)).entry
    journal.remove(call.id)
    anew = journal.record_anew(replace(call, text="they called back"))
    assert anew == replace(call, text="they called back", id=anew.id, uid=anew.uid)
    assert anew.id == call.id + 1
    journal.remove(anew.id)
    journal.deals.remove(deal.id)
    assert journal.record_anew(anew).deal is None
    with pytest.raises(BadInput, match="not come yet"):
        journal.record_anew(replace(anew, day=THURSDAY.replace(day=2)))


def test_a_milestone_hangs_on_its_goal_or_on_nothing_where_that_is_gone(journal: Journal) -> None:
    goal = journal.goals.add(replace(milestone(), title="The year"))
    part = journal.goals.add(replace(milestone(), parent=goal.id))
    journal.goals.remove(part.id)
    anew = journal.goals.add_anew(replace(part, why="it matters"))
    assert (anew.parent, anew.why, anew.terms) == (goal.id, "it matters", part.terms)
    journal.goals.remove(anew.id)
    journal.goals.remove(goal.id)
    assert journal.goals.add_anew(part).parent is None
