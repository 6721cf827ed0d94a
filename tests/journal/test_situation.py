"""What a plan's chance is read from."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from builders import day

from journal.calendar import Calendar
from journal.deal import Deal, Outcome
from journal.money import Money
from journal.plan import Level, Plan
from journal.planning.basis import plan_basis
from journal.planning.cycle import Cycle, arrivals_in_time
from journal.planning.deal_history import deal_history
from journal.planning.forecast.situation import Lever, Situation, situation
from journal.planning.forecast.target import forecast, work_out

CALENDAR = Calendar()
TODAY = day("2026-07-06")
PLAN = Plan(
    goal=1,
    target=120_000_000,
    currency="EUR",
    start=day("2026-01-01"),
    by=day("2026-12-31"),
    deal_size=6_000_000,
    daily_rates={Level.STAGE1: 0.5},
)


def here(deals: list[Deal], plan: Plan = PLAN, first_day: str | None = None) -> Situation:
    history = deal_history(deals, TODAY)
    basis = plan_basis(plan, history, {}, TODAY)
    found = situation(plan, basis, history, CALENDAR, TODAY, day(first_day) if first_day else None)
    assert found is not None
    return found


def test_a_plan_without_a_target_has_no_situation() -> None:
    plan = replace(PLAN, target=None)
    history = deal_history([], TODAY)
    basis = plan_basis(plan, history, {}, TODAY)
    assert situation(plan, basis, history, CALENDAR, TODAY, None) is None


def test_a_new_plan_stands_on_its_own_words() -> None:
    found = here([])
    assert (found.gap, found.booked, found.prospects) == (120_000_000, 0, ())
    assert found.win == (5, 15)
    assert found.arrivals == (10, 20)
    assert (found.q, found.average, found.spread) == (0.5, 6_000_000, 0.6)
    assert found.exposure == pytest.approx(arrivals_in_time(Cycle(), CALENDAR, TODAY, PLAN.by))


def test_booked_and_open_deals_are_told_apart() -> None:
    deals = [
        Deal(
            account="A",
            name="won",
            amount=Money(30_000_000, "EUR"),
            outcome=Outcome.WON,
            closed=day("2026-03-02"),
        ),
        Deal(
            account="B",
            name="open",
            amount=Money(8_000_000, "EUR"),
            stage="Qualification",
            opened=day("2026-05-27"),
        ),
    ]
    found = here(deals)
    assert (found.gap, found.booked) == (90_000_000, 30_000_000)
    assert found.win == (6, 15)
    # Age 40 on 6 July: .9241 by the end of the year; p = w = 6/21.
    assert found.prospects[0].t == pytest.approx(0.9241, abs=5e-5)
    assert found.prospects[0].p == pytest.approx(6 / 21)


def arrived(on: str) -> Deal:
    return Deal(account="A", name="B", stage="Initial meeting", stage1_on=day(on))


def test_arrivals_are_counted_from_the_first_day_up_to_yesterday() -> None:
    deals = [arrived(on) for on in ("2026-06-28", "2026-06-29", "2026-07-03", "2026-07-06")]
    # Monday 29 June to Friday 3 July are five working days.
    assert here(deals, first_day="2026-06-29").arrivals == (12, 25)


def test_only_the_last_120_working_days_of_arrivals_count() -> None:
    # 120 working days up to Friday 3 July are 24 weeks: they begin on Monday 19 January.
    deals = [arrived("2026-01-16"), arrived("2026-01-19")]
    assert here(deals, first_day="2024-01-01").arrivals == (11, 140)


def test_a_journal_begun_today_has_no_history_of_arrivals() -> None:
    assert here([arrived("2026-07-06")], first_day="2026-07-06").arrivals == (10, 20)


def test_more_reach_outs_help_only_after_their_lag() -> None:
    found = here([])
    for lever, lag in (
        (Lever.REACH_OUTS, 42), (Lever.D, 28), (Lever.C, 14), (Lever.B, 7), (Lever.A, 0)
    ):  # fmt: skip
        start = TODAY + timedelta(days=lag)
        expected = arrivals_in_time(Cycle(), CALENDAR, start, PLAN.by)
        assert found.lever_exposures[lever] == pytest.approx(expected)


def test_a_lag_beyond_the_due_day_leaves_a_lever_nothing() -> None:
    found = here([], replace(PLAN, lags={Level.REACH_OUTS: 10**7}))
    assert found.lever_exposures[Lever.REACH_OUTS] == 0
    assert found.lever_exposures[Lever.D] > 0


def test_a_plan_after_its_due_day_is_decided() -> None:
    late = replace(PLAN, by=day("2026-07-05"))
    assert forecast(work_out(here([arrived("2026-06-01")], late))).chance == 0
    won = Deal(
        account="A",
        name="B",
        amount=Money(130_000_000, "EUR"),
        outcome=Outcome.WON,
        closed=day("2026-07-05"),
    )
    assert forecast(work_out(here([won], late))).chance == 1
