"""How long a rep's wins take, and what that leaves for an open deal."""

from __future__ import annotations

from datetime import date
from math import exp, log

import pytest
from builders import day

from journal.calendar import Calendar, DayOff
from journal.deal import Deal, Outcome
from journal.planning.cycle import Cycle, arrivals_in_time, cycle_of, left_out_in_words


def won(
    opened: str | None,
    closed: str | None,
    *,
    stage1: str | None = None,
    outcome: Outcome = Outcome.WON,
) -> Deal:
    return Deal(
        account="Acme",
        name="Seats",
        outcome=outcome,
        opened=day(opened) if opened else None,
        closed=day(closed) if closed else None,
        stage1_on=day(stage1) if stage1 else None,
    )


@pytest.mark.parametrize(
    ("age", "days", "chance"),
    [
        (0, 90, 0.5),
        (60, 30, 0.3337),
        (200, 90, 0.7208),
        (60, 1, 0.0118),
        (40, 87, 0.6896),
        (40, 179, 0.9241),
    ],
)
def test_an_open_deal_has_the_chance_its_age_leaves(age: int, days: int, chance: float) -> None:
    assert Cycle().in_time(age, days) == pytest.approx(chance, abs=5e-5)


@pytest.mark.parametrize(("days", "chance"), [(30, 0.2766), (90, 0.6919)])
def test_a_deal_of_unknown_age_is_met_somewhere_in_its_cycle(days: int, chance: float) -> None:
    assert Cycle().in_time(None, days) == pytest.approx(chance, abs=5e-5)


def test_no_deal_is_won_when_no_day_is_left() -> None:
    assert Cycle().in_time(10, 0) == 0
    assert Cycle().in_time(None, -1) == 0


def test_a_deal_older_than_twice_the_slow_wins_counts_nothing() -> None:
    oldest = Cycle().oldest
    assert oldest == pytest.approx(2 * 90 * exp(1.2816 * 0.6))
    assert Cycle().in_time(int(oldest) + 1, 365) == 0
    assert Cycle().in_time(int(oldest), 365) > 0


def test_a_deal_opened_tomorrow_is_as_young_as_one_opened_today() -> None:
    assert Cycle().in_time(-5, 90) == Cycle().in_time(0, 90)


def test_a_rep_without_wins_is_planned_with_ninety_days() -> None:
    assert cycle_of([]) == Cycle(log(90), 0.6, 0, 0)


def test_ten_wins_weigh_as_much_as_the_starting_values() -> None:
    wins = [won("2026-01-01", "2026-01-31")] * 10
    cycle = cycle_of(wins)
    assert cycle.n == 10
    assert exp(cycle.mu) == pytest.approx((90 * 30) ** 0.5)
    assert cycle.sigma == pytest.approx((10 * 0.36 / 19) ** 0.5)


def test_the_cycle_begins_with_stage_1_where_its_day_is_known() -> None:
    cycle = cycle_of([won("2025-01-01", "2026-01-31", stage1="2026-01-01")])
    assert exp(cycle.mu) == pytest.approx((90**10 * 30) ** (1 / 11))


def test_a_win_on_the_day_it_was_opened_took_one_day() -> None:
    assert cycle_of([won("2026-01-01", "2026-01-01")]).mu == pytest.approx(10 * log(90) / 11)


def test_wins_with_missing_or_reversed_dates_are_left_out_and_counted() -> None:
    cycle = cycle_of(
        [
            won("2026-01-01", None),
            won(None, "2026-01-01"),
            won("2026-01-02", "2026-01-01"),
            won("2026-01-01", "2026-03-01", outcome=Outcome.LOST),
        ]
    )
    assert (cycle.n, cycle.left_out, cycle.mu) == (0, 3, log(90))
    assert list(left_out_in_words(cycle.left_out, cycle.entered_late)) == [
        "1 won deal was entered after it closed: not in the sales cycle.",
        "2 won deals have no first or no last day: not in the sales cycle.",
    ]


def test_new_deals_arrive_in_time_as_the_cycle_allows() -> None:
    ends = (day("2026-03-31"), day("2026-06-30"), day("2026-09-30"), day("2026-12-31"))
    arrived = [arrivals_in_time(Cycle(), Calendar(), day("2026-01-05"), end) for end in ends]
    assert arrived == pytest.approx([10.153, 56.997, 118.169, 182.619], abs=5e-4)


def test_nothing_arrives_on_days_off_or_after_the_end() -> None:
    monday, friday = day("2026-01-05"), day("2026-01-09")
    off = Calendar(off=[DayOff(monday, friday)])
    assert arrivals_in_time(Cycle(), off, monday, friday) == 0
    assert arrivals_in_time(Cycle(), Calendar(), friday, monday) == 0


def test_a_due_day_in_the_far_future_is_answered_at_once() -> None:
    calendar = Calendar()
    arrived = arrivals_in_time(Cycle(), calendar, day("2026-01-05"), date.max)
    slow = arrivals_in_time(Cycle(), calendar, day("9900-01-01"), date.max)
    assert arrived - slow == calendar.working_days(day("2026-01-05"), day("9899-12-31"))
