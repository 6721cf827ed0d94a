"""A file that ends a deal, or opens it again, does what the rep's own hand would; undo takes it back."""

from __future__ import annotations

from dataclasses import replace

import pytest
from builders import NOW, THURSDAY, day, deal, follow_up

from journal.deal import Deal, Outcome
from journal.deal_ending import Loss, Undecided
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


def test_a_file_that_turns_a_loss_into_a_win_closes_the_touches_of_its_way_back(
    store: SqliteStore, journal: Journal
) -> None:
    bring(store, deal())
    journal.deals.lost(1, Loss(day=day("2024-01-31")))
    lost = replace(LOST, closed=day("2024-01-31"))
    bring(store, lost)
    before = states(store)
    assert [state for state, _ in before] == ["due"] * 6
    assert bring(store, replace(lost, outcome=Outcome.WON)).notes == ()
    assert states(store) == [("closed", "the deal was won")] * 6
    assert journal.deals.get(1).outcome is Outcome.WON
    journal.undo()
    assert (states(store), journal.deals.get(1).outcome) == (before, Outcome.LOST)


def test_the_days_a_deal_without_a_decision_is_asked_about_end_with_a_win_too(
    store: SqliteStore, journal: Journal
) -> None:
    bring(store, deal())
    journal.deals.no_decision(1, Undecided(day=day("2024-01-31")))
    undecided = replace(LOST, outcome=Outcome.NO_DECISION, closed=day("2024-01-31"))
    bring(store, undecided)
    waiting = len(states(store))
    assert states(store) == [("due", "")] * waiting != []
    bring(store, replace(undecided, outcome=Outcome.WON))
    assert states(store) == [("closed", "the deal was won")] * waiting


def at_acme(store: SqliteStore, journal: Journal) -> str:
    """Write down a call to Acme that names no deal; gives the account."""
    journal.follow_ups.add("Call Dana", THURSDAY, account="Acme")
    return store.follow_ups.get(1).state.value


def test_a_file_that_loses_the_only_open_deal_closes_what_waits_at_its_account(
    store: SqliteStore, journal: Journal
) -> None:
    bring(store, deal())
    assert at_acme(store, journal) == "due"
    assert bring(store, LOST).notes == ("1 follow-up of deals lost since was closed.",)
    closed = store.follow_ups.get(1)
    assert (closed.state.value, closed.why) == ("closed", "the deal was lost")
    journal.undo()
    assert (store.follow_ups.get(1).state.value, store.follow_ups.get(1).why) == ("due", "")


@pytest.mark.parametrize("other", [deal(), replace(LOST, outcome=Outcome.WON)])
def test_what_waits_at_an_account_stays_where_another_deal_is_open_or_was_just_won(
    store: SqliteStore, journal: Journal, other: Deal
) -> None:
    bring(store, deal(), replace(deal(), name="Service desk"))
    assert at_acme(store, journal) == "due"
    assert bring(store, LOST, replace(other, name="Service desk")).notes == ()
    assert store.follow_ups.get(1).state is FollowUpState.DUE


def test_a_new_deal_of_the_same_file_keeps_what_waits_at_the_account(
    store: SqliteStore, journal: Journal
) -> None:
    bring(store, deal())
    assert at_acme(store, journal) == "due"
    assert bring(store, LOST, replace(deal(), name="Service desk")).notes == ()
    assert store.follow_ups.get(1).state is FollowUpState.DUE


def test_a_file_that_loses_all_deals_of_an_account_closes_what_waits_there(
    store: SqliteStore, journal: Journal
) -> None:
    desk = replace(deal(), name="Service desk")
    bring(store, deal(), desk)
    assert at_acme(store, journal) == "due"
    assert bring(store, LOST, replace(LOST, name="Service desk")).notes == (
        "1 follow-up of deals lost since was closed.",
    )
    assert store.follow_ups.get(1).state is FollowUpState.CLOSED


def test_a_setbacks_next_step_and_a_task_of_a_file_stay_at_a_lost_deals_account(
    store: SqliteStore, journal: Journal
) -> None:
    task: FollowUp = replace(follow_up(), account="Acme")
    bring(store, deal(), task)
    assert bring(store, LOST, task).notes == ()
    assert store.follow_ups.get(1).state is FollowUpState.DUE
