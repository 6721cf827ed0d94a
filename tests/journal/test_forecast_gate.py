"""The six checks of the forecast gate, and what the forecast is with and without those that fail."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.deal import Deal
from journal.deal_check import CheckName, DealCheck
from journal.forecast_gate import Gate, Times, forecast_of, gate_of
from journal.money import Money

TODAY = date(2026, 11, 24)
SAID = tuple(name for name in CheckName if name is not CheckName.FRESH)
DEAL = Deal(id=1, account="Globex", name="Vision platform", expected_close=date(2026, 12, 18))


def saying(*names: CheckName, on: date = TODAY) -> list[DealCheck]:
    return [DealCheck(deal=1, name=name, holds=True, evidence="Dana", day=on) for name in names]


def gate(
    *names: CheckName,
    deal: Deal = DEAL,
    touched: date | None = TODAY,
    times: Times = Times.NORMAL,
    said_on: date = TODAY,
    last_push: date | None = None,
) -> Gate:
    return gate_of(deal, saying(*names, on=said_on), touched, times, TODAY, last_push)


def test_a_deal_is_on_the_forecast_when_all_six_hold() -> None:
    found = gate(*SAID)
    assert (found.on, found.open, found.letters, found.step) == (True, (), "BCVFTA", None)


@pytest.mark.parametrize("missing", SAID)
def test_each_check_that_does_not_hold_keeps_it_off(missing: CheckName) -> None:
    found = gate(*(name for name in SAID if name is not missing))
    assert (found.on, found.open) == (False, (missing,))


def test_the_marks_are_letters_in_their_order() -> None:
    found = gate(CheckName.BUDGET, CheckName.CHAMPION, CheckName.ASSUMPTION)
    assert found.letters == "BC·F·A"
    assert [mark.evidence for mark in found.marks] == ["Dana", "Dana", "", "", "", "Dana"]


def test_a_check_said_not_to_hold_does_not_hold() -> None:
    no = DealCheck(
        deal=1, name=CheckName.ASSUMPTION, holds=False, evidence="they own it", day=TODAY
    )
    rest = saying(*(name for name in SAID if name is not CheckName.ASSUMPTION))
    found = gate_of(DEAL, [*rest, no], TODAY, Times.NORMAL, TODAY)
    assert found.open == (CheckName.ASSUMPTION,)
    assert found.step == "Test what is still assumed: they own it."


@pytest.mark.parametrize(
    ("times", "days"), [(Times.TOUGH, 7), (Times.NORMAL, 30), (Times.GOOD, 90)]
)
def test_how_fresh_contact_must_be_depends_on_the_times(times: Times, days: int) -> None:
    assert gate(*SAID, touched=TODAY - timedelta(days), times=times).on
    stale = gate(*SAID, touched=TODAY - timedelta(days + 1), times=times)
    assert stale.open == (CheckName.FRESH,)
    assert stale.step == f"Get in touch: the last contact was {days + 1} days ago."


def test_without_any_contact_it_is_not_fresh() -> None:
    found = gate(*SAID, touched=None)
    assert found.step == "Get in touch: no contact is written down yet."


def test_the_first_check_that_fails_names_the_next_step() -> None:
    assert gate().step == "Get into the budget by 18 Dec."
    late = replace(DEAL, expected_close=date(2026, 11, 1))
    assert gate(deal=late).step == "Get into the budget, and ask by when it is decided."
    assert gate(CheckName.BUDGET).step == "Find a champion with power."
    assert gate(*SAID[:2]).step == "Meet a second contact."
    assert gate(*SAID[:3]).step == "Ask who else is in the race."


def test_three_pushes_of_the_close_date_ask_to_qualify_it_again() -> None:
    twice, thrice = replace(DEAL, pushes=2), replace(DEAL, pushes=3)
    assert gate(*SAID, deal=twice).on
    found = gate(*SAID, deal=thrice)
    assert (found.on, found.requalify, found.open) == (False, True, ())
    assert found.step is not None
    assert found.step.startswith("Re-qualify: its close date was pushed 3 times.")


def test_who_says_all_checks_again_after_the_third_push_has_qualified_it_again() -> None:
    thrice, push = replace(DEAL, pushes=3), date(2026, 11, 20)
    assert gate(*SAID, deal=thrice, said_on=date(2026, 11, 23), last_push=push).on
    assert not gate(*SAID, deal=thrice, said_on=push, last_push=push).on
    assert not gate(*SAID[1:], deal=thrice, said_on=TODAY, last_push=push).on


def worth(number: int, minor: int | None, currency: str = "EUR", pushes: int = 0) -> Deal:
    money = None if minor is None else Money(minor, currency)
    return replace(DEAL, id=number, amount=money, pushes=pushes)


def test_the_forecast_stands_beside_what_all_open_deals_would_be() -> None:
    deals = [worth(1, 86_000_00), worth(2, 64_000_00), worth(3, 140_000_00), worth(4, None)]
    gates = [gate(*SAID), gate(*SAID), gate(), gate(deal=worth(4, None, pushes=3))]
    found = forecast_of(zip(deals, gates, strict=True))
    assert (found.deals_on, found.deals_open, found.requalify, found.without_amount) == (2, 4, 1, 1)
    assert (found.on, found.everything) == ({"EUR": 150_000_00}, {"EUR": 290_000_00})
    assert found.more("EUR") == 140_000_00
    assert found.more("USD") == 0


def test_other_currencies_are_kept_apart() -> None:
    deals = [worth(1, 100), worth(2, 900, "USD"), worth(3, 7, "JPY")]
    found = forecast_of(zip(deals, [gate(*SAID), gate(*SAID), gate()], strict=True))
    assert found.on == {"EUR": 100, "USD": 900}
    assert found.everything == {"EUR": 100, "USD": 900, "JPY": 7}


def test_no_deals_make_an_empty_forecast() -> None:
    found = forecast_of([])
    assert (found.deals_open, found.on, found.more("EUR")) == (0, {}, 0)


@given(
    st.sets(st.sampled_from(SAID)),
    st.integers(0, 120),
    st.sampled_from(Times),
    st.integers(0, 5),
)
def test_the_gate_says_what_asking_the_six_one_by_one_says(
    holding: set[CheckName], ago: int, times: Times, pushes: int
) -> None:
    found = gate(
        *holding, touched=TODAY - timedelta(ago), times=times, deal=replace(DEAL, pushes=pushes)
    )
    is_fresh = ago <= {"tough": 7, "normal": 30, "good": 90}[times.value]
    letters = ""
    for name, letter in zip(
        ("budget", "champion", "visibility", "fresh", "threat", "assumption"), "BCVFTA", strict=True
    ):
        holds = is_fresh if name == "fresh" else name in {each.value for each in holding}
        letters += letter if holds else "·"
    assert found.letters == letters
    assert found.on == (letters == "BCVFTA" and pushes < 3)
    assert (found.step is None) == found.on
