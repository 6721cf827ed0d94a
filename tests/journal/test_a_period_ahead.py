"""A plan for a period that has not begun counts no win that comes before it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from builders import day

from journal.calendar import Calendar
from journal.deal import Deal
from journal.money import Money
from journal.plan import Level, Plan
from journal.planning.basis import plan_basis
from journal.planning.deal_history import deal_history
from journal.planning.forecast.situation import Lever, Situation, situation
from journal.planning.forecast.target import forecast, work_out
from journal.planning.funnel import Funnel, funnel
from journal.planning.quarters import by_quarter

# All values from two sums over single days, Φ of the standard library; median 90 days, σ .6.
CALENDAR = Calendar()
TODAY = day("2026-11-24")
NEXT_YEAR = Plan(
    goal=1,
    target=120_000_000,
    currency="EUR",
    start=day("2027-01-01"),
    by=day("2027-12-31"),
    deal_size=6_000_000,
    daily_rates={Level.STAGE1: 0.5},
)
BIG = Deal(
    account="Acme",
    name="Big",
    amount=Money(60_000_000, "EUR"),
    stage="Negotiation",
    opened=day("2026-08-31"),
)
HISTORY = deal_history([BIG], TODAY)


def here(plan: Plan = NEXT_YEAR) -> Situation:
    basis = plan_basis(plan, HISTORY, {}, TODAY)
    found = situation(plan, basis, HISTORY, CALENDAR, TODAY, None)
    assert found is not None
    return found


def funnel_of(plan: Plan = NEXT_YEAR) -> Funnel:
    return funnel(plan, HISTORY, {}, CALENDAR, TODAY)


def test_an_open_deal_brings_what_it_is_likely_to_bring_in_the_period_alone() -> None:
    # 85 days old: .99550 by the end of 2027, of which .43988 come this year.
    (deal,) = here().prospects
    assert deal.t == pytest.approx(0.5556199, abs=5e-8)
    # In the last of five stages from Qualification on p is .25^(1/5).
    assert funnel_of().open_expected.minor == round(60_000_000 * 0.25**0.2 * 0.5556199203680291)


def test_new_deals_won_before_the_period_are_none_of_its_own() -> None:
    found = here()
    # 212.0967 arrivals are won by the end of 2027, .5048 of them this year.
    assert found.exposure == pytest.approx(211.5918476, abs=5e-7)
    assert found.lever_exposures[Lever.A] == found.exposure
    assert found.lever_exposures[Lever.D] == pytest.approx(192.2423004, abs=5e-7)
    assert found.lever_exposures[Lever.REACH_OUTS] == pytest.approx(182.3359900, abs=5e-7)


def test_the_first_quarter_holds_nothing_of_the_time_before_it() -> None:
    found = funnel_of()
    quarters = by_quarter(NEXT_YEAR, found, (), CALENDAR, TODAY)
    worth = 60_000_000 * 0.25**0.2
    assert [one.open_expected / worth for one in quarters] == pytest.approx(
        [0.4197160, 0.1009103, 0.0269106, 0.0080830], abs=5e-8
    )
    assert found.gap is not None
    assert [one.gap / found.gap.minor for one in quarters] == pytest.approx(
        [0.1320359, 0.2621620, 0.2987462, 0.3070559], abs=5e-8
    )
    assert sum(one.open_expected for one in quarters) == pytest.approx(
        found.open_expected.minor, abs=1
    )


def test_the_chance_is_that_of_what_is_won_within_the_period() -> None:
    # Of 300,000 years drawn deal by deal and day by day, 37.4 % held 1.2M (standard error .09 points).
    assert forecast(work_out(here())).chance == pytest.approx(0.374, abs=0.003)


def test_a_period_that_begins_today_is_as_one_that_began_before() -> None:
    begun = replace(NEXT_YEAR, start=TODAY)
    assert here(begun) == here(replace(NEXT_YEAR, start=day("2026-01-01")))
