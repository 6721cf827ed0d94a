"""Bad input to the plan on the command line: one sentence, or a report that says what it cannot tell."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from asking import Rep
from builders import at, deal

from journal.deal import Deal, Outcome
from journal.money import Money
from storage.store import open_store

PLANNED = ("plan", "set", "--target", "1.2M", "--by", "2026-12-31", "--deal-size", "60k")
NOW = "2026-01-05T09:00"


def with_deals(rep: Rep, *deals: Deal) -> None:
    store = open_store(rep.path, create=False)
    with store.action("deals", at(NOW), "test"):
        for each in deals:
            store.deals.add(each)
    store.close()


def won(name: str, amount: Money | None, closed: date | None) -> Deal:
    return replace(deal(name), amount=amount, outcome=Outcome.WON, closed=closed)


def told(rep: Rep) -> str:
    return " ".join(rep.asks("plan", now=NOW).out.split())


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--target", "0"), "A target is more than nothing"),
        (("--target", "-1.2M"), "A target is more than nothing"),
        (("--by", "2025-12-31"), "2025-12-31"),
        (("--win-rate", "120%"), "no rate from 0 to 100 %"),
        (("--rates", "50,80,120,20,10"), "no rate from 0 to 100 %"),
        (("--deal-size", "-1"), "An average deal is more than nothing"),
        (("--target", "USD 2M"), "is in USD, and this counts EUR"),
    ],
)
def test_what_cannot_be_planned_is_one_sentence_and_the_plan_stays(
    rep: Rep, words: tuple[str, ...], said: str
) -> None:
    rep.asks(*PLANNED, now=NOW)
    code, sentence = rep.asks("plan", "set", *words, now=NOW).refused
    assert code == 2
    assert said in sentence
    plan = rep.gets("plan", now=NOW)
    assert (plan["target"], plan["by"]) == (1_200_000, "2026-12-31")


def test_a_rate_of_nought_has_no_number_and_one_needs_no_more(rep: Rep) -> None:
    rep.asks(*PLANNED, "--win-rate", "0", now=NOW)
    plan = rep.gets("plan", now=NOW)
    assert [level["needed"] for level in plan["levels"][:3]] == [20, None, None]
    assert plan["weekly_reach_outs"] is None
    assert "At a rate of 0 % no number of qualified opportunities is enough" in told(rep)
    rep.asks("plan", "set", "--win-rate", "1", now=NOW)
    assert rep.gets("plan", now=NOW)["levels"][1]["needed"] == 20


def test_an_average_deal_larger_than_the_target_needs_a_part_of_one(rep: Rep) -> None:
    plan = rep.gets(*PLANNED[:-1], "4.8M", now=NOW)
    assert plan["levels"][0]["needed"] == 0.25
    assert plan["levels"][1]["needed"] == 1
    assert 0 < plan["chance"] < 1


def test_other_currencies_are_kept_apart_and_said(rep: Rep) -> None:
    rep.asks(*PLANNED, now=NOW)
    with_deals(
        rep,
        won("Dollars", Money(50_000_000, "USD"), date(2026, 1, 2)),
        won("Euros", Money(9_000_000, "EUR"), date(2026, 1, 2)),
    )
    assert rep.gets("plan", now=NOW)["booked"] == 90_000
    assert "1 deal not in EUR: left out of the amounts." in told(rep)


def test_deals_without_amounts_or_dates_are_said(rep: Rep) -> None:
    rep.asks(*PLANNED, now=NOW)
    with_deals(
        rep,
        won("No amount", None, date(2025, 11, 3)),
        won("No dates", Money(6_000_000, "EUR"), None),
        deal("Nothing known"),
    )
    said = told(rep)
    assert "1 deal won without an amount: not in the average deal." in said
    assert "1 won deal has no first or no last day: not in the sales cycle." in said
    assert "1 won deal has no day of closing: neither booked nor in a rate." in said
    assert rep.gets("plan", now=NOW)["booked"] == 0


def test_a_year_of_history_with_one_deal_shows_how_little_it_rests_on(rep: Rep) -> None:
    rep.asks(*PLANNED, now=NOW)
    one = won("The one", Money(6_000_000, "EUR"), date(2025, 6, 30))
    with_deals(rep, replace(one, opened=date(2025, 3, 3)))
    qualified = rep.gets("plan", now=NOW)["levels"][1]
    assert (qualified["raw_rate"], qualified["n"], qualified["source"]) == (1.0, 1, "history")
    assert qualified["rate"] == pytest.approx(6 / 21)
