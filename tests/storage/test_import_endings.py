"""A file that ends a deal, or opens it again, does what the rep's own hand would; undo takes it back."""

from __future__ import annotations

from dataclasses import replace

import pytest
from builders import NOW, THURSDAY, day, deal, follow_up

from journal.deal import Deal, Outcome
from journal.deal_ending import Loss
from journal.follow_up import FollowUp, FollowUpState
from journal.journal import Journal
from journal.transfer.found import Applied, Found
from storage.store import SqliteStore

LOST = replace(deal(), outcome=Outcome.LOST, closed=day("2024-01-25"))


def bring(store: SqliteStore, *values: Deal | FollowUp) -> Applied:
    rows = [
        Found(system="hubspot", external_id=str(n), value=value, file="deals.csv", line=n + 2)
        for n, value in enumerate(values)
    ]
    with store.action("import", NOW, "cli"):
        return store.imports.apply(iter(rows), format="hubspot", files=["deals.csv"], at=NOW)


def states(store: SqliteStore) -> list[tuple[str, str]]:
    found = store.follow_ups.of_deals([1]).get(1, ())
    return [(one.state.value, one.why) for one in found]


@pytest.fixture
def journal(store: SqliteStore) -> Journal:
    return Journal(store, lambda: NOW)


def test_a_file_that_reopens_a_lost_deal_closes_the_touches_of_its_way_back(
    store: SqliteStore, journal: Journal
) -> None:
    bring(store, deal())
    journal.deals.lost(1, Loss(day=day("2024-01-31")))
    assert {state for state, _ in states(store)} == {"due"}
    bring(store, replace(LOST, closed=day("2024-01-31")))
    before = states(store)
    assert len(before) == 6
    bring(store, deal())
    assert states(store) == [("closed", "opened again")] * 6
    assert journal.deals.get(1).is_open
    journal.undo()
    assert (states(store), journal.deals.get(1).outcome) == (before, Outcome.LOST)


def test_a_file_that_loses_a_deal_closes_what_the_rep_wrote_down_for_it(
    store: SqliteStore, journal: Journal
) -> None:
    bring(store, deal())
    journal.follow_ups.add("Send the offer", THURSDAY, deal=1)
    journal.follow_ups.add("Call Dana", THURSDAY, deal=1)
    assert bring(store, LOST).notes == ("2 follow-ups of deals lost since were closed.",)
    assert states(store) == [("closed", "the deal was lost")] * 2
    journal.undo()
    assert states(store) == [("due", "")] * 2


def test_of_a_task_that_a_file_brought_the_file_says_when_it_is_done(store: SqliteStore) -> None:
    task: FollowUp = replace(follow_up(), account=None)
    bring(store, deal(), task)
    with store.action("about", NOW, "app"):
        store.follow_ups.change(replace(store.follow_ups.get(1), deal=1))
    assert bring(store, LOST, task).notes == ()
    assert store.follow_ups.get(1).state is FollowUpState.DUE


def test_a_deal_that_a_file_wins_keeps_its_follow_ups(store: SqliteStore, journal: Journal) -> None:
    bring(store, deal())
    journal.follow_ups.add("Send the contract", THURSDAY, deal=1)
    bring(store, replace(LOST, outcome=Outcome.WON))
    assert states(store) == [("due", "")]
