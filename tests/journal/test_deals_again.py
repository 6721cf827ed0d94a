"""A deal that was lost and opened again: what was said of the loss is history, and decides nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from builders import day
from clocked import Rep

from journal.deal import Outcome
from journal.deal_ending import Loss, Tag, Win
from journal.deal_story import DECIDED, Whose
from journal.money import Money
from storage.store import SqliteStore

MARCH = day("2026-03-02")


@pytest.fixture
def rep(store: SqliteStore) -> Rep:
    """A rep who lost a deal on Monday 2 March, and knows why."""
    rep = Rep(store)
    rep.be("2026-03-02T10:00")
    deals = rep.journal.deals
    deals.add("Acme", "Renewal", amount=Money(5_000_000, "EUR"), opened=day("2026-02-02"))
    loss = Loss(
        category="timing",
        my_reason="too late",
        buyers_words="they were here first",
        my_reasons=(Tag(tag="timing"),),
        buyers_reasons=(Tag(tag="price", taught=False), Tag(tag="trust")),
    )
    deals.lost(1, loss)
    return rep


def counted(rep: Rep) -> list[tuple[str, int, int]]:
    found = rep.journal.deals.what_decides()
    return sorted((one.tag, one.wins, one.losses) for one in found.reasons)


def test_the_reasons_of_an_earlier_loss_do_not_count_on_a_later_win(rep: Rep) -> None:
    deals = rep.journal.deals
    assert counted(rep) == [("price", 0, 1), ("timing", 0, 1), ("trust", 0, 1)]
    deals.reopen(1)
    assert counted(rep) == []
    rep.be("2026-06-01T10:00")
    deals.won(1, Win(answer="You stayed in touch", buyers_reasons=(Tag(tag="references"),)))
    assert counted(rep) == [("references", 1, 0)]
    found = deals.what_decides()
    assert (found.wins, found.losses, found.both, found.differ) == (1, 0, 0, 0)


def test_a_win_without_reasons_after_a_loss_with_some_counts_none(rep: Rep) -> None:
    rep.journal.deals.reopen(1)
    rep.journal.deals.won(1)
    assert counted(rep) == []
    assert rep.journal.deals.what_decides().wins == 0


def test_a_second_loss_counts_by_its_own_reasons_alone(rep: Rep) -> None:
    rep.journal.deals.reopen(1)
    rep.journal.deals.lost(1, Loss(buyers_reasons=(Tag(tag="budget"),)))
    assert counted(rep) == [("budget", 0, 1)]


def test_what_was_said_of_the_loss_stays_in_the_story_under_its_day(rep: Rep) -> None:
    rep.journal.deals.reopen(1)
    answers = rep.journal.deals.story(1).answers
    then = f"{DECIDED} (lost 2 Mar 2026)"
    assert [(one.question, one.whose, one.text) for one in answers] == [
        (then, Whose.REP, "too late"),
        (then, Whose.BUYER, "they were here first"),
        (then, Whose.REP, "timing"),
        (then, Whose.BUYER, "price (discovered), trust"),
    ]
    rep.journal.undo()
    assert counted(rep) == [("price", 0, 1), ("timing", 0, 1), ("trust", 0, 1)]
    assert {one.question for one in rep.journal.deals.story(1).answers} == {DECIDED}


def test_a_deal_lost_and_won_on_one_day_still_asks_why_they_came_back(rep: Rep) -> None:
    deals = rep.journal.deals
    deals.reopen(1)
    ended = deals.won(1)
    assert ended.ask_why
    assert ended.celebrate
    assert [deal.id for deal in deals.unanswered()] == [1]
    deals.answer(1, "You stayed in touch")
    assert deals.unanswered() == ()


def test_an_imported_win_of_no_known_day_is_asked_for_as_well(rep: Rep) -> None:
    old = rep.journal.deals.add("Globex", "Old", opened=date(2026, 1, 5))
    with rep.journal.writing("the import"):
        known = rep.journal.deals.get(old.id)
        rep.journal.store.deals.change(replace(known, outcome=Outcome.WON), MARCH)
    assert [deal.id for deal in rep.journal.deals.unanswered()] == [old.id]
    rep.journal.deals.answer(old.id, "You were quick")
    assert rep.journal.deals.unanswered() == ()
