"""Who waits: one list, page by page, with what this week's cap and a missing reason make of it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from builders import activity, day
from clocked import Rep

from journal.deal_ending import Loss
from journal.errors import BadInput, JournalError
from journal.follow_up import FollowUp, FollowUpState
from journal.money import Money
from journal.next_lead import close_silence, closing
from journal.request import Ask, Request, RequestState
from journal.waiting import Counts
from storage.store import SqliteStore

MONDAY, WEDNESDAY = day("2026-03-02"), day("2026-03-04")


@pytest.fixture
def rep(store: SqliteStore) -> Rep:
    rep = Rep(store)
    rep.be("2026-03-04T10:00")
    return rep


def waits(rep: Rep, account: str, on: date | None, euros: int | None = None) -> FollowUp:
    """One that waits, for a deal of that worth if one is said."""
    deal = None
    if euros is not None:
        deal = rep.journal.deals.add(account, "Renewal", amount=Money(euros * 100, "EUR")).id
    with rep.journal.writing("a follow-up"):
        new = FollowUp(due=on, what="Call", account=account, deal=deal)
        return rep.journal.store.follow_ups.add(new)


def lost(rep: Rep, account: str, euros: int, on: date, loss: Loss | None = None) -> int:
    """A deal lost on a day, with its way back laid."""
    deal = rep.journal.deals.add(
        account, "Hub", amount=Money(euros * 100, "EUR"), opened=day("2026-01-05")
    )
    rep.journal.deals.lost(deal.id, loss or Loss(day=on))
    return deal.id


def test_the_soonest_stand_first_the_most_valuable_of_a_day_before_the_rest(rep: Rep) -> None:
    waits(rep, "No day", None)
    waits(rep, "Unknown", WEDNESDAY)
    waits(rep, "Small", WEDNESDAY, 1_000)
    waits(rep, "Large", WEDNESDAY, 9_000)
    waits(rep, "Late", MONDAY)
    waits(rep, "Later", WEDNESDAY + timedelta(1), 99_000)
    expected = ["Late", "Large", "Small", "Unknown", "Later", "No day"]
    lines = rep.journal.follow_ups.lines()
    assert [line.follow_up.account for line in lines] == expected
    assert [line.days_late(WEDNESDAY) for line in lines] == [2, 0, 0, 0, 0, 0]
    assert rep.journal.follow_ups.view().counts == Counts(late=1, today=3, later=1)
    assert [line.follow_up.account for line in rep.journal.follow_ups.due_lines()] == expected[:4]


@pytest.mark.parametrize("size", [1, 2, 3, 4])
def test_page_by_page_it_is_the_same_list(rep: Rep, size: int) -> None:
    rep.journal.set("target.reach-outs", "2")
    for number in range(4):
        waits(rep, f"A{number}", WEDNESDAY + timedelta(number % 3), number * 1_000)
        waits(rep, f"N{number}", None)
    for number in range(3):
        lost(rep, f"L{number}", 1_000 + number, day("2026-02-25"))
    rep.be("2026-03-04T10:00")
    whole = rep.journal.follow_ups.lines(limit=500)
    found, page = [], rep.journal.follow_ups.lines(limit=size)
    while page:
        found += page
        page = rep.journal.follow_ups.lines(page[-1].place, size)
    assert found == list(whole)
    assert len({line.follow_up.id for line in found}) == len(found) == 8 + 3 * 5


def test_a_touch_that_found_no_reason_is_let_go_with_its_week(rep: Rep) -> None:
    rep.be("2026-02-20T10:00")
    deal = lost(rep, "Tyrell", 9_000, day("2026-02-20"))
    rep.be("2026-03-01T10:00")
    (first, *_) = rep.journal.follow_ups.lines()
    assert (first.on, first.needs_reason, first.days_late(day("2026-03-01"))) == (
        day("2026-02-27"), True, 0,
    )  # fmt: skip
    rep.be("2026-03-02T10:00")
    assert rep.journal.follow_ups.lines()[0].on == day("2026-03-23")
    (way,) = rep.journal.deals.ways_back()
    assert (way.deal.id, way.next_touch) == (deal, day("2026-03-23"))
    rep.be("2026-02-28T10:00")
    rep.journal.follow_ups.give_reason(first.follow_up.id, "a new plant opens")
    rep.be("2026-03-02T10:00")
    assert rep.journal.follow_ups.lines()[0].days_late(MONDAY) == 3


def test_a_touch_without_a_reason_is_not_done_until_there_is_one(rep: Rep) -> None:
    lost(rep, "Tyrell", 9_000, day("2026-03-03"))
    touch = rep.journal.follow_ups.lines()[0].follow_up
    with pytest.raises(BadInput, match="No reason, no touch"):
        rep.journal.follow_ups.done(touch.id)
    with pytest.raises(BadInput, match="why they should care"):
        rep.journal.follow_ups.give_reason(touch.id, "  ")
    done = rep.journal.follow_ups.done(touch.id, reason=" a new plant ")
    assert (done.state, done.reason) == (FollowUpState.DONE, "a new plant")


def test_closing_one_touch_for_good_closes_the_way_back_in_one_go(rep: Rep) -> None:
    deal = lost(rep, "Tyrell", 9_000, day("2026-03-03"))
    other = waits(rep, "Acme", WEDNESDAY)
    touches = rep.journal.store.follow_ups.of_deals([deal])[deal]
    assert rep.journal.follow_ups.close_way(touches[2].id, "bought") == 5
    assert [one.follow_up.id for one in rep.journal.follow_ups.lines()] == [other.id]
    rep.journal.undo()
    assert len(rep.journal.follow_ups.lines()) == 7
    assert rep.journal.follow_ups.close_way(other.id) == 0


def test_several_requests_are_one_thing_to_undo(rep: Rep) -> None:
    deal = lost(rep, "Tyrell", 9_000, day("2026-03-03"))
    said = [
        Request(deal=deal, ask=ask, state=RequestState.GRANTED, day=WEDNESDAY, note="by mail")
        for ask in (Ask.CRITERIA, Ask.PHONES)
    ]
    rep.journal.follow_ups.set_requests(deal, said)
    assert rep.journal.store.deal_stories.requests([deal])[deal] == tuple(said)
    rep.journal.undo()
    assert rep.journal.store.deal_stories.requests([deal]) == {}
    won = rep.journal.deals.add("Acme", "Portal")
    rep.journal.deals.won(won.id)
    with pytest.raises(JournalError, match="come after a loss"):
        rep.journal.follow_ups.set_requests(won.id, said)


def test_after_silence_it_is_asked_again_in_ninety_days_on_a_working_day(rep: Rep) -> None:
    rep.journal.record(activity("email", on=day("2026-02-16"), account="Soylent"))
    waits(rep, "Hooli", WEDNESDAY)
    (quiet,) = rep.journal.follow_ups.unanswered().quiet
    assert (quiet.silent.days, quiet.silent.next, quiet.revisit) == (12, True, None)
    suggested = closing(rep.journal, "Soylent")
    assert suggested.revisit == day("2026-06-02")
    assert "before June" in suggested.line
    assert suggested.lead is not None
    assert suggested.lead.follow_up.account == "Hooli"
    close_silence(rep.journal, "Soylent", quiet.silent.send.day, suggested.revisit)
    (quiet,) = rep.journal.follow_ups.unanswered().quiet
    assert quiet.revisit == day("2026-06-02")


def test_the_story_of_one_names_the_deal_the_last_touch_and_who_speaks_for_us(rep: Rep) -> None:
    one = waits(rep, "Hooli", WEDNESDAY, 5_000)
    rep.journal.record(activity("call", on=day("2026-03-03"), account="Hooli", text="back Friday"))
    rep.journal.deals.add_contact("Hooli", "Dana", "CFO", advocate=True)
    (line,) = rep.journal.follow_ups.lines()
    told = rep.journal.follow_ups.story(line)
    assert told.line is not None
    assert (told.line.deal.id, told.line.deal.account) == (one.deal, "Hooli")
    assert told.last is not None
    assert told.last.text == "back Friday"
    assert told.advocate is not None
    assert told.advocate.name == "Dana"
    assert not told.is_revived
