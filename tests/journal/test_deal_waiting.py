"""Follow-ups of a deal that ends: a loss closes them, a win keeps them, and undo gives them back."""

from __future__ import annotations

from dataclasses import replace

import pytest
from builders import day, follow_up, setback
from clocked import Rep

from journal.deal_ending import Loss, Undecided, Win
from journal.deal_waiting import what_waits
from journal.deals import Ended
from journal.follow_up import FollowUpState
from storage.store import SqliteStore

FRIDAY = day("2026-03-06")


@pytest.fixture
def rep(store: SqliteStore) -> Rep:
    """On Monday 2 March a rep with one open deal at Acme, and two follow-ups about it."""
    rep = Rep(store)
    rep.be("2026-03-02T10:00")
    rep.journal.deals.add("Acme", "Renewal", opened=day("2026-02-02"))
    rep.journal.follow_ups.add("Send the offer", FRIDAY, account="Acme", deal=1)
    rep.journal.follow_ups.add("Call Dana", day("2026-03-04"), account="Acme")
    return rep


def ordinary(rep: Rep) -> list[tuple[str, str, str]]:
    """What became of the two."""
    found = (rep.journal.follow_ups.get(number) for number in (1, 2))
    return [(one.what, one.state.value, one.why) for one in found]


WAIT = [("Send the offer", "due", ""), ("Call Dana", "due", "")]


def test_a_lost_deal_takes_its_follow_ups_along_and_undo_gives_them_back(rep: Rep) -> None:
    after = rep.journal.deals.lost(1)
    assert [one.what for one in after.closed] == ["Call Dana", "Send the offer"]
    assert ordinary(rep) == [
        ("Send the offer", "closed", "the deal was lost"),
        ("Call Dana", "closed", "the deal was lost"),
    ]
    # The way back in takes their place: its first day is the seventh after the loss.
    waiting = [one.follow_up.due for one in rep.journal.follow_ups.lines()]
    assert waiting[0] == day("2026-03-09")
    assert what_waits(after) == " 2 follow-ups closed with it."
    rep.journal.undo()
    assert ordinary(rep) == WAIT


def test_a_deal_without_a_decision_takes_them_along_too(rep: Rep) -> None:
    rep.journal.deals.no_decision(1, Undecided())
    assert ordinary(rep)[0] == ("Send the offer", "closed", "the deal ended without a decision")


def test_who_keeps_them_after_a_loss_is_believed(rep: Rep) -> None:
    after = rep.journal.deals.lost(1, Loss(closes_waiting=False))
    assert ordinary(rep) == WAIT
    assert what_waits(after) == " 2 follow-ups of it still wait."


def test_what_was_promised_to_a_new_customer_stays_unless_said_otherwise(rep: Rep) -> None:
    after = rep.journal.deals.won(1)
    assert (after.closed, len(after.waiting)) == ((), 2)
    assert ordinary(rep) == WAIT
    rep.journal.undo()
    rep.journal.deals.won(1, Win(closes_waiting=True))
    assert {why for _, _, why in ordinary(rep)} == {"the deal was won"}


def test_another_open_deal_at_the_account_keeps_what_names_no_deal(rep: Rep) -> None:
    rep.journal.deals.add("Acme", "Service desk")
    assert [one.what for one in rep.journal.deals.lost(1).closed] == ["Send the offer"]


def test_what_a_setback_asks_for_next_stays_the_reps_own(rep: Rep) -> None:
    rep.did(replace(setback(on=day("2026-03-02")), account="Acme", deal=1))
    rep.journal.setbacks.next_step(1, "Ask what they saw", FRIDAY)
    rep.journal.deals.lost(1)
    assert rep.journal.follow_ups.get(3).state is FollowUpState.DUE


def test_a_deal_that_nothing_waits_for_says_nothing_of_it(rep: Rep) -> None:
    for number in (1, 2):
        rep.journal.follow_ups.done(number)
    assert what_waits(rep.journal.deals.lost(1)) == ""


def test_one_is_said_in_the_singular(rep: Rep) -> None:
    deal = rep.journal.deals.get(1)
    assert what_waits(Ended(deal, waiting=(follow_up(),))) == " 1 follow-up of it still waits."


def test_the_evening_says_before_it_saves_that_follow_ups_go_with_a_lost_deal(rep: Rep) -> None:
    pages = rep.journal.day_pages
    (heard,) = pages.hear("lost the acme deal, call dana on fri", day("2026-03-02"))
    assert heard.ends is not None
    assert (heard.ends.words, heard.ends.along) == (
        "Deal lost Acme · Renewal",
        "Closed 2 follow-ups of it",
    )
    pages.keep_lines("lost the acme deal, call dana on fri", day("2026-03-02"))
    # What the same line agrees on is of the time after the loss, and waits.
    after = rep.journal.follow_ups.get(rep.journal.follow_ups.lines()[0].follow_up.id)
    assert (after.what, after.due) == ("call dana", FRIDAY)
    assert ordinary(rep)[0][1] == "closed"
