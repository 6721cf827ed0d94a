"""What the plan asked for in a week or a month, worked out by hand."""

from __future__ import annotations

from datetime import date

import pytest
from builders import day, milestone

from journal.calendar import Calendar, DayOff
from journal.goal import Goal
from journal.plan import Level, Plan, RestsOn
from journal.reviewing.asked import AskedBy, asked_of_plan, reach_outs_asked
from journal.reviewing.plan_rows import PlanRow, RowState
from journal.settings import Setting, SettingsHistory

MARCH = day("2026-03-01"), day("2026-03-31")
CALENDAR = Calendar()


def saved(
    on: str,
    daily: dict[Level, float],
    *,
    by: str = "2026-12-31",
    target: int | None = None,
    booked: int = 0,
) -> Plan:
    return Plan(
        goal=1,
        target=target,
        currency="EUR",
        start=day("2026-01-01"),
        by=day(by),
        daily_rates=daily,
        rests_on=RestsOn(booked=booked, open_expected=0, average=None, rates={}),
        saved_day=day(on),
    )


def reach(
    plans: list[Plan],
    span: tuple[date, date],
    goals: tuple[Goal, ...] = (),
    targets: tuple[Setting, ...] = (),
) -> dict[AskedBy, float]:
    asked: dict[AskedBy, float] = {}
    for _, share, who in reach_outs_asked(plans, goals, SettingsHistory(targets), CALENDAR, span):
        asked[who] = asked.get(who, 0.0) + share
    return asked


def test_a_month_asks_for_the_daily_rate_on_each_of_its_working_days() -> None:
    # 2 to 31 March 2026 are 22 working days.
    plan = saved("2026-01-05", {Level.REACH_OUTS: 12.5, Level.DEALS: 0.1})
    asked = asked_of_plan([plan], CALENDAR, *MARCH)
    assert asked == pytest.approx({"reach-outs": 275, "deals-won": 2.2})
    assert reach([plan], MARCH) == {AskedBy.PLAN: 275}


def test_a_week_off_asks_for_nothing() -> None:
    away = Calendar(off=[DayOff(day("2026-03-09"), day("2026-03-13"))])
    plan = saved("2026-01-05", {Level.REACH_OUTS: 12.5})
    assert asked_of_plan([plan], away, *MARCH) == {"reach-outs": 17 * 12.5}


def test_a_plan_saved_within_the_month_asks_from_that_day_on() -> None:
    # 2 to 13 March are 10 working days, 16 to 31 March are 12.
    first = saved("2026-03-02", {Level.REACH_OUTS: 12.5})
    second = saved("2026-03-16", {Level.REACH_OUTS: 20})
    assert asked_of_plan([second], CALENDAR, *MARCH) == {"reach-outs": 240}
    assert asked_of_plan([second, first], CALENDAR, *MARCH) == {"reach-outs": 365}


def test_of_two_plans_saved_on_one_day_the_later_asks() -> None:
    early, late = (saved("2026-03-02", {Level.REACH_OUTS: rate}) for rate in (10.0, 20.0))
    assert asked_of_plan([late, early], CALENDAR, *MARCH) == {"reach-outs": 440}


def test_a_plan_saved_after_the_clock_went_back_replaces_the_one_ahead_of_it() -> None:
    ahead = saved("2026-03-16", {Level.REACH_OUTS: 10})
    back = saved("2026-03-02", {Level.REACH_OUTS: 20})
    assert asked_of_plan([back, ahead], CALENDAR, *MARCH) == {"reach-outs": 440}


def test_past_their_last_useful_day_no_reach_outs_are_asked_for() -> None:
    # 31 December less 132 days of lags is 21 August; 3 to 21 August are 15 working days.
    plan = saved("2026-01-05", {Level.REACH_OUTS: 12.5})
    august = day("2026-08-01"), day("2026-08-31")
    assert asked_of_plan([plan], CALENDAR, *august) == {"reach-outs": 187.5}
    assert asked_of_plan([plan], CALENDAR, day("2026-09-01"), day("2026-09-30")) == {}


def test_the_amount_climbs_in_a_straight_line_from_what_was_booked_to_the_target() -> None:
    # 1,000.00 are missing over the 10 working days to 13 March: 500.00 in the first week.
    plan = saved("2026-03-02", {}, by="2026-03-13", target=120_000, booked=20_000)
    first_week = day("2026-03-02"), day("2026-03-08")
    assert asked_of_plan([plan], CALENDAR, *first_week) == {"amount-booked": 50_000}
    reached = saved("2026-03-02", {}, by="2026-03-13", target=120_000, booked=130_000)
    assert asked_of_plan([reached], CALENDAR, *first_week) == {}


def test_where_no_plan_asks_the_steepest_milestone_does_and_then_the_daily_targets() -> None:
    # 30 in the five days of the first week is steeper than 40 in ten; then 5 a day for 12 days.
    week = milestone(
        target=30, measure="reach-outs", start=day("2026-03-02"), due=day("2026-03-06")
    )
    fortnight = milestone(
        target=40, measure="reach-outs", start=day("2026-03-02"), due=day("2026-03-13")
    )
    calls = milestone(target=900, start=day("2026-03-02"), due=day("2026-03-31"))
    five = Setting("target.call", day("2026-01-01"), "5")
    assert reach([], MARCH, (week, fortnight, calls), (five,)) == pytest.approx(
        {AskedBy.MILESTONE: 30 + 20, AskedBy.DAILY_TARGET: 60}
    )
    assert reach([], MARCH) == {}


def test_a_daily_target_for_reach_outs_wins_over_milestones_and_a_plan_over_both() -> None:
    ten = Setting("target.reach-outs", day("2026-03-16"), "10")
    fortnight = milestone(
        target=40, measure="reach-outs", start=day("2026-03-02"), due=day("2026-03-31")
    )
    plan = saved("2026-03-30", {Level.REACH_OUTS: 7})
    # 10 of 22 days by the milestone, 10 from 16 to 27 March by the target, 2 by the plan.
    assert reach([plan], MARCH, (fortnight,), (ten,)) == pytest.approx(
        {AskedBy.MILESTONE: 40 * 10 / 22, AskedBy.DAILY_TARGET: 100, AskedBy.PLAN: 14}
    )


def test_the_daily_targets_for_calls_and_emails_are_one_for_reach_outs() -> None:
    # 8 calls and 4 emails on 22 working days; the ten meetings are no reach-outs.
    targets = (("call", 8), ("email", 4), ("meeting", 10))
    set_then = tuple(
        Setting(f"target.{kind}", day("2026-01-01"), str(count)) for kind, count in targets
    )
    assert reach([], MARCH, (), set_then) == {AskedBy.DAILY_TARGET: 264}


@pytest.mark.parametrize(
    ("done", "share", "before", "state", "short"),
    [
        (212, 240.0, 225.0, RowState.SHORT, 28),
        (14, 12.2, 11.0, RowState.MET, 0),
        (230, 240.0, 225.0, RowState.DUE_TODAY, 10),
        (0, 0.4, 0.2, RowState.NOT_ASKED, 0),
        (0, 0.5, 0.2, RowState.DUE_TODAY, 1),
        (3, None, 0.0, RowState.NOT_ASKED, 0),
    ],
)
def test_a_row_says_whether_it_is_met_short_or_has_something_left_to_do_today(
    done: int, share: float | None, before: float, state: RowState, short: int
) -> None:
    row = PlanRow("reach-outs", done, share, before, MARCH[0])
    assert (row.state, row.short) == (state, short)


def test_a_tenth_of_a_rate_summed_up_is_never_one_too_many_by_rounding() -> None:
    row = PlanRow("deals-won", 0, sum([0.1] * 5), 0.0, MARCH[0])
    assert row.asked == 1
    assert PlanRow("deals-won", 0, sum([0.1] * 24) - 0.9, 0.0, MARCH[0]).asked == 2
