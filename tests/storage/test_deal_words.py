"""What the buyer and the rep said of a deal is kept apart, and the last word counts where there is one."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest
from builders import NOW, THURSDAY, deal

from journal.deal import Outcome
from journal.deal_check import CheckName, DealCheck, MondayForecast
from journal.deal_story import DECIDED, Answer, Reason, Whose
from journal.errors import NotFound
from journal.request import Ask, Request, RequestState
from storage.store import SqliteStore

MONDAY = date(2024, 1, 29)
TOMORROW = THURSDAY + timedelta(1)
LONG = "[/]" + "é" * 99_997
BUDGET = DealCheck(deal=1, name=CheckName.BUDGET, holds=False, evidence=LONG, day=THURSDAY)
ANSWER = Answer(deal=1, question=DECIDED, text=LONG, whose=Whose.BUYER, asked_by="\0", day=THURSDAY)
REQUEST = Request(deal=1, ask=Ask.PHONES, state=RequestState.ASKED, day=THURSDAY, note=LONG)
FORECAST = MondayForecast(deal=1, monday=MONDAY, chance=0.1, close=TOMORROW)


@pytest.fixture
def three(store: SqliteStore) -> SqliteStore:
    """A journal with three open deals."""
    with store.action("deals", NOW, "test"):
        for _ in range(3):
            store.deals.add(deal())
    return store


def said(store: SqliteStore, *writes: Callable[[], object]) -> None:
    """Do these, each as one action."""
    for write in writes:
        with store.action("say", NOW, "test"):
            write()


def reason(
    tag: str, deal: int = 1, whose: Whose = Whose.BUYER, taught: bool | None = None
) -> Reason:
    """A reason that is not saved yet."""
    return Reason(deal=deal, tag=tag, whose=whose, taught=taught)


def ended(store: SqliteStore, number: int, outcome: Outcome, on: date = THURSDAY) -> None:
    """End a deal on a day."""
    said(
        store,
        lambda: store.deals.change(
            replace(store.deals.get(number), outcome=outcome, closed=on), on
        ),
    )


def test_the_last_saying_of_each_check_counts_and_all_are_kept(three: SqliteStore) -> None:
    told = three.deal_stories
    again = replace(BUDGET, holds=True, evidence="", day=THURSDAY - timedelta(9))
    threat = replace(BUDGET, name=CheckName.THREAT, holds=True)
    champion = replace(threat, name=CheckName.CHAMPION)
    for check in (threat, BUDGET, BUDGET, again, champion, replace(BUDGET, deal=2)):
        said(three, lambda check=check: told.say_check(check))
    assert told.checks([1, 2, 3]) == {1: (again, champion, threat), 2: (replace(BUDGET, deal=2),)}
    assert told.said_of(1, CheckName.BUDGET) == [BUDGET, again]
    three.undo(NOW, "test")
    three.undo(NOW, "test")
    three.undo(NOW, "test")
    assert told.checks([1]) == {1: (BUDGET, threat)}


def test_fresh_contact_is_never_said(three: SqliteStore) -> None:
    with pytest.raises(ValueError, match="never said"):
        said(three, lambda: three.deal_stories.say_check(replace(BUDGET, name=CheckName.FRESH)))


def test_answers_come_oldest_first_with_whose_they_are(three: SqliteStore) -> None:
    told = three.deal_stories
    with three.action("answers", NOW, "test"):
        later = told.add_answer(replace(ANSWER, day=TOMORROW))
        mine = told.add_answer(replace(ANSWER, whose=Whose.REP, text="Price"))
    assert (later.id, replace(later, id=0)) == (1, replace(ANSWER, day=TOMORROW))
    assert told.answers([2, 1]) == {1: (mine, later)}


def test_a_win_is_asked_for_until_the_buyer_has_answered(three: SqliteStore) -> None:
    told = three.deal_stories
    ended(three, 1, Outcome.WON, THURSDAY)
    ended(three, 2, Outcome.WON, TOMORROW)
    ended(three, 3, Outcome.LOST, TOMORROW)
    assert [each.id for each in told.unanswered(THURSDAY)] == [2, 1]
    assert [each.id for each in told.unanswered(TOMORROW)] == [2]
    assert [each.id for each in told.unanswered(THURSDAY, limit=1)] == [2]
    for half in (replace(ANSWER, whose=Whose.REP), replace(ANSWER, question="Why?")):
        said(three, lambda half=half: told.add_answer(half))
    assert len(told.unanswered(THURSDAY)) == 2
    said(three, lambda: told.add_answer(ANSWER))
    assert [each.id for each in told.unanswered(THURSDAY)] == [2]


def test_a_win_of_no_known_day_is_asked_for_by_itself(three: SqliteStore) -> None:
    told = three.deal_stories
    for number, on in ((1, None), (2, THURSDAY), (3, None)):
        won = replace(three.deals.get(number), outcome=Outcome.WON, closed=on)
        said(three, lambda won=won: three.deals.change(won, THURSDAY))
    assert [each.id for each in told.unanswered(THURSDAY)] == [2]
    assert [each.id for each in told.unanswered_on_no_day()] == [3, 1]
    assert [each.id for each in told.unanswered_on_no_day(limit=1)] == [3]
    said(three, lambda: told.add_answer(replace(ANSWER, deal=3)))
    assert [each.id for each in told.unanswered_on_no_day()] == [1]


def test_what_was_said_of_an_ending_is_set_aside_and_taken_back(three: SqliteStore) -> None:
    told, then = three.deal_stories, "Why was it lost then?"
    said(three, lambda: (told.add_answer(ANSWER), told.add_answer(replace(ANSWER, deal=2))))
    named = [reason("price", taught=False), reason("trust")]
    said(three, lambda: told.set_reasons(1, Whose.BUYER, named))
    said(three, lambda: told.set_aside(1, then, TOMORROW))
    assert [(one.question, one.text) for one in told.answers([1])[1]] == [
        (then, LONG),
        (then, "price (discovered), trust"),
    ]
    assert told.reasons([1]) == {}
    assert [one.question for one in told.answers([2])[2]] == [DECIDED]
    three.undo(NOW, "test")
    assert [one.question for one in told.answers([1])[1]] == [DECIDED]
    assert [one.tag for one in told.reasons([1])[1]] == ["price", "trust"]


def test_each_sides_reasons_take_the_place_of_its_own(three: SqliteStore) -> None:
    told = three.deal_stories
    mine = [reason("price", whose=Whose.REP)]
    said(
        three,
        lambda: told.set_reasons(1, Whose.REP, mine),
        lambda: told.set_reasons(1, Whose.BUYER, [reason("a"), reason(LONG), reason("c")]),
        lambda: told.set_reasons(
            1, Whose.BUYER, [reason("d", taught=False), reason("e", taught=True)]
        ),
    )
    found = told.reasons([1, 2])[1]
    assert [(each.tag, each.whose, each.taught) for each in found] == [
        ("d", Whose.BUYER, False),
        ("e", Whose.BUYER, True),
        ("price", Whose.REP, None),
    ]
    three.undo(NOW, "test")
    assert [each.tag for each in told.reasons([1])[1]] == ["a", LONG, "c", "price"]
    said(three, lambda: told.set_reasons(1, Whose.REP, []))
    assert all(each.whose is Whose.BUYER for each in told.reasons([1])[1])


def test_reasons_are_counted_by_deals_that_ended_in_any_case_of_the_tag(three: SqliteStore) -> None:
    told = three.deal_stories
    for number, tags in ((1, ("Price", "PRICE", "ÄRGER")), (2, ("price ",)), (3, ("price",))):
        for whose in Whose:
            mine = [
                reason(tag, number, whose, taught=True if tag == "ÄRGER" else None) for tag in tags
            ]
            said(three, lambda n=number, w=whose, m=mine: told.set_reasons(n, w, m))
    assert told.reason_counts(THURSDAY) == []
    ended(three, 1, Outcome.WON)
    ended(three, 2, Outcome.WON, TOMORROW)
    assert told.reason_counts(THURSDAY) == [
        ("price", Whose.BUYER, Outcome.WON, None, 2),
        ("price", Whose.REP, Outcome.WON, None, 2),
        ("ärger", Whose.BUYER, Outcome.WON, True, 1),
        ("ärger", Whose.REP, Outcome.WON, True, 1),
    ]
    assert [row[4] for row in told.reason_counts(TOMORROW)] == [1, 1]
    ended(three, 3, Outcome.NO_DECISION)
    assert ("price", Whose.REP, Outcome.NO_DECISION, None, 1) in told.reason_counts(THURSDAY)


def test_a_request_is_what_it_last_came_to(three: SqliteStore) -> None:
    told = three.deal_stories
    granted = replace(REQUEST, state=RequestState.GRANTED, day=TOMORROW, note="")
    papers = replace(REQUEST, ask=Ask.EVALUATION)
    for request in (REQUEST, papers, granted, replace(REQUEST, deal=2)):
        said(three, lambda request=request: told.set_request(request))
    assert told.requests([1, 2, 3]) == {1: (papers, granted), 2: (replace(REQUEST, deal=2),)}


def test_a_monday_holds_one_forecast_and_ended_deals_are_told_apart(three: SqliteStore) -> None:
    told = three.deal_stories
    again = replace(FORECAST, chance=1.0, close=None)
    earlier = replace(FORECAST, monday=MONDAY - timedelta(7))
    other = replace(FORECAST, deal=2, chance=0.0)
    for forecast in (FORECAST, other, earlier, again):
        said(three, lambda forecast=forecast: told.set_forecast(forecast))
    assert told.forecasts([1]) == [earlier, again]
    assert told.forecasts([2, 1]) == [earlier, again, other]
    assert told.forecasts() == []
    ended(three, 2, Outcome.LOST)
    assert told.forecasts() == [other]


def test_a_chance_that_is_none_is_refused_by_the_table_itself(three: SqliteStore) -> None:
    for wrong in (-0.1, 1.1):
        with pytest.raises(sqlite3.IntegrityError):
            said(
                three,
                lambda wrong=wrong: three.deal_stories.set_forecast(
                    replace(FORECAST, chance=wrong)
                ),
            )


@pytest.mark.parametrize("number", [0, -1, 7, 2**63])
def test_nothing_is_said_of_a_deal_that_is_not_there(store: SqliteStore, number: int) -> None:
    told = store.deal_stories
    for write in (
        lambda: told.say_check(replace(BUDGET, deal=number)),
        lambda: told.add_answer(replace(ANSWER, deal=number)),
        lambda: told.set_reasons(number, Whose.REP, []),
        lambda: told.set_request(replace(REQUEST, deal=number)),
        lambda: told.set_forecast(replace(FORECAST, deal=number)),
    ):
        with pytest.raises(NotFound, match=f"There is no deal {number:,}"):
            said(store, write)
