"""A deal that came lost has no way back laid; it is offered one, with the days that still lie ahead."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from builders import day
from clocked import Rep

from journal.deal import Deal, Outcome
from journal.errors import JournalError
from journal.money import Money
from journal.no_way_back import has_none, laid, offered, read_without
from storage.store import SqliteStore

LOST = Deal(account="Acme", name="Renewal", outcome=Outcome.LOST, closed=date(2026, 3, 2))


@pytest.fixture
def rep(store: SqliteStore) -> Rep:
    """A rep on Monday 1 June 2026."""
    rep = Rep(store)
    rep.be("2026-06-01T10:00")
    return rep


def came(rep: Rep, *deals: Deal) -> None:
    """Deals as an import brings them."""
    with rep.journal.writing("an import"):
        for deal in deals:
            rep.journal.store.deals.add(deal)
    rep.journal.forget_what_was_read()


def test_a_deal_that_came_lost_gets_the_days_that_lie_ahead(rep: Rep) -> None:
    came(rep, LOST)
    assert has_none(rep.journal.deals.get(1), rep.journal.deals.story(1).follow_ups)
    touches = rep.journal.deals.lay_again(1)
    assert [one.due for one in touches] == [day(each) for each in ("2026-08-31", "2027-03-02")]
    assert laid(LOST, touches, rep.journal.today()) == "2 days of its way back are laid"
    assert not has_none(rep.journal.deals.get(1), rep.journal.deals.story(1).follow_ups)
    rep.journal.undo()
    assert rep.journal.deals.story(1).follow_ups == ()


def test_one_whose_days_are_over_says_what_helps(rep: Rep) -> None:
    came(rep, replace(LOST, closed=date(2024, 3, 2)))
    touches = rep.journal.deals.lay_again(1)
    assert touches == ()
    assert laid(rep.journal.deals.get(1), touches, rep.journal.today()) == (
        "It ended 821 days ago, and the days of its way back are over: add a follow-up, or say "
        "when their contract ends."
    )


def test_those_worth_most_are_offered_first_and_those_that_have_one_are_not(rep: Rep) -> None:
    came(
        rep,
        LOST,
        replace(LOST, name="Large", amount=Money(9_000_000, "EUR")),
        replace(LOST, name="Undecided", outcome=Outcome.NO_DECISION, amount=Money(100, "EUR")),
        replace(LOST, name="Long ago", closed=date(2020, 1, 2)),
        replace(LOST, name="Won", outcome=Outcome.WON),
        replace(LOST, name="Open", outcome=Outcome.OPEN, closed=None),
    )
    rep.journal.deals.lost(6)
    assert [deal.name for deal in read_without(rep.journal)] == ["Large", "Undecided", "Renewal"]
    said = offered(read_without(rep.journal), "y")
    assert said == "3 lost deals have no way back in yet: y lays the days of one."
    assert offered((), "y") == ""


def test_only_a_lost_deal_has_a_way_back(rep: Rep) -> None:
    came(rep, replace(LOST, outcome=Outcome.WON))
    with pytest.raises(JournalError, match="only a lost deal has a way back in"):
        rep.journal.deals.lay_again(1)
