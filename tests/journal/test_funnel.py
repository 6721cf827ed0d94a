"""From the target back to this week's reach-outs."""

from __future__ import annotations

from dataclasses import replace

import pytest
from builders import day

from journal.calendar import Calendar
from journal.deal import Deal, Outcome
from journal.money import Money
from journal.plan import DEFAULT_RATES, LEVELS, Level, Plan, last_useful_days
from journal.planning.activity_rates import LevelCounts
from journal.planning.deal_history import deal_history
from journal.planning.funnel import (
    daily_needs,
    funnel,
    needs,
    weekly,
    working_days_left,
)
from journal.planning.rates import Source

CALENDAR = Calendar()
MONDAY = day("2026-01-05")
PLAN = Plan(
    goal=1,
    target=120_000_000,
    currency="EUR",
    start=day("2026-01-01"),
    by=day("2026-12-31"),
    deal_size=6_000_000,
)


def won(amount: Money | None, closed: str, opened: str | None = None) -> Deal:
    return Deal(
        account="Acme",
        name="Seats",
        amount=amount,
        outcome=Outcome.WON,
        opened=day(opened) if opened else None,
        closed=day(closed),
    )


def test_a_target_of_twenty_deals_asks_for_sixteen_thousand_reach_outs() -> None:
    needed = needs(1_200_000, 60_000, DEFAULT_RATES, {})
    assert [needed[level] for level in LEVELS] == pytest.approx(
        [20, 80, 160, 200, 333.33, 1_666.67, 16_666.67], abs=5e-3
    )


def test_what_is_in_hand_is_taken_off_on_the_way_down() -> None:
    stocks = {
        Level.QUALIFIED_LEADS: 10,
        Level.FIRST_MEETINGS: 20,
        Level.UNQUALIFIED_LEADS: 100,
        Level.REACH_OUTS: 999,
    }
    needed = needs(1_200_000 - 300_000 - 180_000, 60_000, DEFAULT_RATES, stocks)
    assert [needed[level] for level in LEVELS] == pytest.approx(
        [12, 48, 96, 110, 163.33, 716.67, 7_166.67], abs=5e-3
    )


def test_more_in_hand_than_needed_leaves_nothing_to_do() -> None:
    needed = needs(60_000, 60_000, DEFAULT_RATES, {Level.QUALIFIED_LEADS: 50})
    assert [needed[level] for level in LEVELS] == [1, 4, 8, 0, 0, 0, 0]


def test_a_rate_of_nought_gives_no_number_from_there_down() -> None:
    needed = needs(60_000, 60_000, {**DEFAULT_RATES, Level.FIRST_MEETINGS: 0.0}, {})
    assert [needed[level] for level in LEVELS] == [1, 4, 8, 10, None, None, None]


def test_without_an_average_deal_no_number_is_known() -> None:
    assert set(needs(60_000, None, DEFAULT_RATES, {}).values()) == {None}


def test_each_level_has_a_last_useful_day() -> None:
    days = last_useful_days(PLAN)
    assert [days[level].isoformat()[5:] for level in LEVELS] == [
        "12-31", "11-01", "10-02", "09-25", "09-18", "09-04", "08-21"
    ]  # fmt: skip


def test_a_lag_of_centuries_is_past_and_breaks_nothing() -> None:
    plan = replace(PLAN, lags={Level.QUALIFIED: 10**9})
    assert last_useful_days(plan)[Level.REACH_OUTS] == day("0001-01-01")
    assert funnel(plan, deal_history([], MONDAY), {}, CALENDAR, MONDAY).is_past


def test_the_weeks_left_end_with_the_last_useful_day_not_with_the_year() -> None:
    left = working_days_left(CALENDAR, MONDAY, day("2026-08-21"))
    assert left == 165
    assert weekly(16_666.67, left, 5) == pytest.approx(505.05, abs=5e-3)
    left = working_days_left(CALENDAR, day("2026-05-04"), day("2026-08-21"))
    assert left == 80
    assert weekly(7_166.67, left, 5) == pytest.approx(447.92, abs=5e-3)


def test_a_new_plan_asks_for_505_reach_outs_a_week() -> None:
    found = funnel(PLAN, deal_history([], MONDAY), {}, CALENDAR, MONDAY)
    assert found.weekly_reach_outs == pytest.approx(505.05, abs=5e-3)
    assert (found.gap, found.booked) == (Money(120_000_000, "EUR"), Money(0, "EUR"))
    assert found.by == PLAN.by
    assert [line.level for line in found.levels] == list(LEVELS)
    assert [line.rate for line in found.levels] == [None, 0.25, 0.5, 0.8, 0.6, 0.2, 0.1]
    assert [line.needed for line in found.levels[:4]] == pytest.approx([20, 80, 160, 200])
    assert found.levels[1].last_useful == day("2026-11-01")
    assert {line.source for line in found.levels[1:]} == {Source.DEFAULT}
    assert found.notes == ()


def test_a_plan_on_its_way_asks_for_what_is_still_missing() -> None:
    deals = [won(Money(30_000_000, "EUR"), "2026-03-02")]
    stocks = {
        Level.QUALIFIED_LEADS: LevelCounts(stock=10, done=30),
        Level.FIRST_MEETINGS: LevelCounts(stock=20),
        Level.UNQUALIFIED_LEADS: LevelCounts(stock=100),
    }
    plan = replace(PLAN, target=102_000_000)
    found = funnel(
        plan, deal_history(deals, day("2026-05-04")), stocks, CALENDAR, day("2026-05-04")
    )
    # A = (5·60,000 + 300,000)/6 = 100,000; w = (5 + 1)/21; q = (10 + 1)/21.
    assert found.gap == Money(72_000_000, "EUR")
    deals_needed, qualified, stage1, qleads = [line.needed for line in found.levels[:4]]
    assert deals_needed == pytest.approx(7.2)
    assert qualified == pytest.approx(7.2 / (6 / 21))
    assert stage1 == pytest.approx(7.2 / (6 / 21) / (11 / 21))
    assert qleads == pytest.approx(7.2 / (6 / 21) / (11 / 21) / 0.8 - 10)
    assert found.levels[3].done == 30


def test_without_a_target_the_rates_and_what_is_done_still_show() -> None:
    deals = [
        won(Money(5_000_000, "EUR"), "2026-01-03", opened="2026-01-02"),
        won(None, "2025-12-30"),
        Deal(account="A", name="B", stage="Discovery", opened=day("2026-01-04")),
        Deal(account="A", name="B", stage="Vision match", opened=day("2025-01-04")),
    ]
    found = funnel(replace(PLAN, target=None), deal_history(deals, MONDAY), {}, CALENDAR, MONDAY)
    assert (found.target, found.by, found.gap, found.weekly_reach_outs) == (None, None, None, None)
    assert {line.needed for line in found.levels} == {None}
    assert {line.last_useful for line in found.levels} == {None}
    assert not found.is_past
    assert [line.done for line in found.levels[:3]] == [1, 2, 2]
    assert found.levels[1].raw_rate == 1.0
    assert (found.levels[1].n, found.levels[1].source) == (2, Source.HISTORY)
    assert found.booked == Money(5_000_000, "EUR")


def test_done_counts_from_the_day_the_plan_was_saved() -> None:
    plan = replace(PLAN, saved_day=day("2026-02-01"))
    deals = [
        won(None, "2026-01-31"),
        won(None, "2026-02-01"),
        Deal(account="A", name="B", stage="Demonstration", qualified_on=day("2026-02-02")),
        Deal(account="A", name="B", stage="Vision match", stage1_on=day("2026-01-31")),
    ]
    done = [
        line.done
        for line in funnel(
            plan, deal_history(deals, day("2026-03-02")), {}, CALENDAR, day("2026-03-02")
        ).levels
    ]
    assert done[:3] == [1, 2, 1]


def test_past_the_last_useful_day_no_weekly_number_is_given() -> None:
    friday, monday = day("2026-08-21"), day("2026-08-24")
    last_chance = funnel(PLAN, deal_history([], friday), {}, CALENDAR, friday)
    assert not last_chance.is_past
    assert last_chance.weekly_reach_outs == pytest.approx(16_666.67 * 5, rel=1e-6)
    past = funnel(PLAN, deal_history([], monday), {}, CALENDAR, monday)
    assert past.is_past
    assert past.weekly_reach_outs is None
    assert past.levels[6].needed == pytest.approx(16_666.67, abs=5e-3)


def test_a_target_already_booked_asks_for_nothing() -> None:
    found = funnel(
        PLAN,
        deal_history([won(Money(130_000_000, "EUR"), "2026-01-02")], MONDAY),
        {},
        CALENDAR,
        MONDAY,
    )
    assert found.gap == Money(0, "EUR")
    assert found.weekly_reach_outs == 0


def test_what_was_won_before_the_period_or_in_dollars_is_not_booked() -> None:
    deals = [
        won(Money(100, "EUR"), "2025-12-31"),
        won(Money(200, "USD"), "2026-01-02"),
        won(Money(400, "EUR"), "2026-01-01"),
    ]
    assert funnel(PLAN, deal_history(deals, MONDAY), {}, CALENDAR, MONDAY).booked == Money(
        400, "EUR"
    )


def test_a_new_plan_keeps_what_each_working_day_asks_for() -> None:
    daily = daily_needs(
        funnel(PLAN, deal_history([], MONDAY), {}, CALENDAR, MONDAY), CALENDAR, MONDAY, former={}
    )
    assert daily[Level.REACH_OUTS] == pytest.approx(101.01, abs=5e-3)
    # Monday to Friday from 01-05 to 10-02 are 39 weeks: 195 working days.
    assert daily[Level.STAGE1] == pytest.approx(160 / 195)


@pytest.mark.parametrize(
    ("target", "notes"),
    [
        (
            5_999_900,
            (
                "One deal of 60,000 EUR, your average, is more than the whole target of 59,999: "
                "a single win reaches it.",
            ),
        ),
        (6_000_000, ()),
        (None, ()),
    ],
)
def test_an_average_deal_above_the_whole_target_is_said_in_one_sentence(
    target: int | None, notes: tuple[str, ...]
) -> None:
    plan = replace(PLAN, target=target)
    assert funnel(plan, deal_history([], MONDAY), {}, CALENDAR, MONDAY).notes == notes


def test_what_was_left_out_is_said_in_plain_sentences() -> None:
    deals = [
        won(None, "2026-01-02"),
        won(Money(200, "USD"), "2026-01-02"),
        Deal(account="A", name="B", stage="Needs Analysis", opened=day("2026-01-02")),
    ]
    activity = {Level.REACH_OUTS: LevelCounts(had=4, reached=9)}
    plan = replace(PLAN, deal_size=None, rates={Level.FIRST_MEETINGS: 0.0})
    assert funnel(plan, deal_history(deals, MONDAY), activity, CALENDAR, MONDAY).notes == (
        "Say what an average deal brings, and the numbers follow: journal plan set --deal-size N.",
        "At a rate of 0 % no number of first meetings is enough: plan with more.",
        "1 deal won without an amount: not in the average deal.",
        "1 deal not in EUR: left out of the amounts.",
        "1 deal open in a stage the journal does not know: not in what is expected.",
        "2 won deals have no first or no last day: not in the sales cycle.",
        "More unqualified leads than reach-outs were logged: counted as 4 of 4.",
    )


def test_one_closed_deal_says_what_it_can_tell_and_what_not() -> None:
    history = deal_history([won(Money(20_000_000, "EUR"), "2026-01-02")], MONDAY)
    without_size = replace(PLAN, deal_size=None)
    assert funnel(without_size, history, {}, CALENDAR, MONDAY).notes[0] == (
        "One closed deal is all your history holds: it cannot tell your win rate, which stays near "
        "the planned 25 %, and its amount stands for every deal to come until you plan an average "
        "of your own."
    )
    assert funnel(PLAN, history, {}, CALENDAR, MONDAY).notes[0] == (
        "One closed deal is all your history holds: it cannot tell your win rate, which stays near "
        "the planned 25 %."
    )


def test_the_only_amount_among_several_closed_deals_is_no_average_yet() -> None:
    deals = [won(Money(20_000_000, "EUR"), "2026-01-02"), won(None, "2026-01-02")]
    notes = funnel(
        replace(PLAN, deal_size=None), deal_history(deals, MONDAY), {}, CALENDAR, MONDAY
    ).notes
    assert notes[0] == (
        "A single won deal names an amount: it stands for every deal to come until you plan an "
        "average of your own."
    )


def test_opportunities_without_a_lead_before_them_are_told_without_noughts() -> None:
    activity = {Level.QUALIFIED_LEADS: LevelCounts(had=0, reached=3)}
    assert funnel(PLAN, deal_history([], MONDAY), activity, CALENDAR, MONDAY).notes == (
        "Stage-1 opportunities were logged, but no qualified leads before them: "
        "no rate follows from these.",
    )
