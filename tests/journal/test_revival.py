"""The revival calendar of a lost deal, and the cap on a week's touches."""

from __future__ import annotations

from datetime import date, timedelta
from math import ceil

import pytest
from builders import day
from hypothesis import given
from hypothesis import strategies as st

from journal.calendar import Calendar, DayOff
from journal.revival import (
    Waiting,
    no_decision_calendar,
    over_the_cap,
    revival_calendar,
    weekly_cap,
)

MONDAY = date(2026, 3, 2)
WORKDAYS = Calendar()


def days_of(*texts: str) -> list[date]:
    return [day(text) for text in texts]


def test_both_factors_and_a_contract_end_lay_the_dates_of_the_rules() -> None:
    laid = revival_calendar(MONDAY, 2, date(2026, 9, 18), WORKDAYS, MONDAY)
    assert [touch.day for touch in laid] == days_of(
        *("2026-03-09", "2026-03-23", "2026-05-18", "2026-05-21", "2026-07-20", "2026-07-30"),
        *("2026-10-13", "2027-05-26", "2028-08-31"),
    )
    assert [touch.day for touch in laid if touch.contract] == days_of(
        "2026-03-23", "2026-05-21", "2026-07-20"
    )
    assert [touch.reasons for touch in laid[:3]] == [
        ("Day-7 touch",),
        ("contract ends in 180 days",),
        ("Day-75 touch",),
    ]


@pytest.mark.parametrize(
    ("factors", "dates"),
    [
        (
            1,
            (
                *("2026-03-09", "2026-04-16", "2026-06-01", "2026-07-15"),
                *("2026-11-27", "2027-09-01"),
            ),
        ),
        (
            0,
            (
                *("2026-03-09", "2026-04-01", "2026-05-01", "2026-06-01"),
                *("2026-08-31", "2027-03-02"),
            ),
        ),
    ],
)
def test_fewer_factors_bring_the_touches_nearer(factors: int, dates: tuple[str, ...]) -> None:
    laid = revival_calendar(MONDAY, factors, None, WORKDAYS, MONDAY)
    assert [touch.day for touch in laid] == days_of(*dates)


def test_after_no_decision_it_is_asked_three_times_whether_anything_has_changed() -> None:
    laid = no_decision_calendar(MONDAY, WORKDAYS, MONDAY)
    assert [touch.day for touch in laid] == days_of("2026-04-01", "2026-05-18", "2026-07-30")
    assert {touch.reasons for touch in laid} == {("Has anything changed?",)}


def test_a_half_day_is_rounded_up() -> None:
    # 365 × 1.5 = 547.5 and 365 × 2.5 = 912.5 days.
    ends = [revival_calendar(MONDAY, f, None, WORKDAYS, MONDAY)[-1] for f in (1, 2)]
    assert [end.reasons for end in ends] == [("Day-548 touch",), ("Day-913 touch",)]


def test_two_on_one_date_are_one_touch_with_both_reasons() -> None:
    # Day 30 is 1 April; 28 September less 180 days is 1 April too.
    laid = revival_calendar(MONDAY, 0, date(2026, 9, 28), WORKDAYS, MONDAY)
    assert [touch.day for touch in laid].count(date(2026, 4, 1)) == 1
    both = next(touch for touch in laid if touch.day == date(2026, 4, 1))
    assert both.reasons == ("Day-30 touch", "contract ends in 180 days")
    assert both.contract


def test_a_touch_on_a_weekend_waits_for_monday() -> None:
    assert revival_calendar(date(2026, 3, 1), 0, None, WORKDAYS, MONDAY)[0].day == date(2026, 3, 9)


def test_a_touch_on_a_holiday_or_a_day_off_waits_for_the_next_working_day() -> None:
    # 9 March is a holiday, the 10th to the 12th are days off: day 7 falls on Friday the 13th.
    off = DayOff(date(2026, 3, 10), date(2026, 3, 12))
    calendar = Calendar(holidays=[date(2026, 3, 9)], off=[off])
    assert revival_calendar(MONDAY, 0, None, calendar, MONDAY)[0].day == date(2026, 3, 13)


def test_dates_before_tomorrow_are_not_laid() -> None:
    # Written down a month later, on the very day of the second touch: it begins with the third.
    laid = revival_calendar(MONDAY, 0, None, WORKDAYS, date(2026, 4, 1))
    assert laid[0].day == date(2026, 5, 1)
    assert revival_calendar(MONDAY, 0, None, WORKDAYS, date(2026, 3, 31))[0].day == date(2026, 4, 1)


def test_a_contract_that_ended_already_lays_nothing() -> None:
    without = revival_calendar(MONDAY, 1, None, WORKDAYS, MONDAY)
    assert revival_calendar(MONDAY, 1, date(2026, 1, 31), WORKDAYS, MONDAY) == without


def test_a_contract_that_ends_soon_lays_what_is_still_ahead() -> None:
    # Ends in 100 days, on 10 June: only 60 days before, Saturday 11 April, is ahead.
    laid = revival_calendar(MONDAY, 0, date(2026, 6, 10), WORKDAYS, MONDAY)
    assert [touch.day for touch in laid if touch.contract] == [date(2026, 4, 13)]


free_days = st.lists(st.dates(date(2026, 1, 1), date(2028, 12, 31)), max_size=60)


@given(
    st.dates(date(2025, 6, 1), date(2026, 6, 1)),
    st.integers(0, 2),
    st.none() | st.dates(date(2025, 1, 1), date(2028, 1, 1)),
    free_days,
    st.integers(0, 400),
)
def test_it_is_what_counting_day_by_day_finds(
    lost: date, factors: int, contract_end: date | None, holidays: list[date], late: int
) -> None:
    today = lost + timedelta(late)
    tenths = (10, 15, 25)[factors]
    wanted = {lost + timedelta(7)}
    wanted |= {lost + timedelta((days * tenths + 5) // 10) for days in (30, 60, 90, 180, 365)}
    if contract_end:
        wanted |= {contract_end - timedelta(days) for days in (60, 120, 180)}
    expected = set()
    for each in wanted:
        while each.weekday() > 4 or each in holidays:
            each += timedelta(1)
        if each >= today + timedelta(1):
            expected.add(each)
    laid = revival_calendar(lost, factors, contract_end, Calendar(holidays=holidays), today)
    assert [touch.day for touch in laid] == sorted(expected)


@pytest.mark.parametrize(("planned", "cap"), [(0, 1), (9, 1), (10, 1), (19, 1), (20, 2), (505, 50)])
def test_a_tenth_of_the_weeks_reach_outs_may_go_to_lost_deals(planned: int, cap: int) -> None:
    assert weekly_cap(planned) == cap


def test_what_exceeds_the_cap_moves_to_next_week_least_amount_first() -> None:
    waiting = [
        Waiting(1, MONDAY, 50_000),
        Waiting(2, MONDAY, 90_000),
        Waiting(3, MONDAY, 20_000),
        Waiting(4, MONDAY, None),
    ]
    assert over_the_cap(waiting, done=0, cap=3) == {4}
    assert over_the_cap(waiting, done=0, cap=2) == {3, 4}
    assert over_the_cap(waiting, done=1, cap=2) == {1, 3, 4}
    assert over_the_cap(waiting, done=5, cap=2) == {1, 2, 3, 4}


def test_of_equal_amounts_the_later_one_moves() -> None:
    waiting = [Waiting(1, MONDAY + timedelta(2), 100), Waiting(2, MONDAY, 100)]
    assert over_the_cap(waiting, done=0, cap=1) == {1}


@given(st.lists(st.none() | st.integers(0, 5), max_size=12), st.integers(0, 5), st.integers(0, 120))
def test_the_week_never_holds_more_than_the_cap_and_never_less_than_it_could(
    worths: list[int | None], done: int, planned: int
) -> None:
    waiting = [Waiting(place, MONDAY, worth) for place, worth in enumerate(worths)]
    cap = max(1, planned // 10)
    moved = over_the_cap(waiting, done, weekly_cap(planned))
    stay = [one for one in waiting if one.id not in moved]
    assert len(stay) == min(len(waiting), max(0, cap - done))
    least_kept = min((-1 if one.worth is None else one.worth for one in stay), default=ceil(1e9))
    assert all(
        (one.worth or -1) <= least_kept or one.worth == 0 for one in waiting if one.id in moved
    )
