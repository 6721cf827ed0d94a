"""Which days a rep works."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import settings as trials
from lives import a_day, a_life, calendar_for
from reference import Life, days

from journal.calendar import Calendar, DayOff
from journal.errors import BadInput, JournalError
from journal.holidays_of import holidays_of
from journal.settings import Setting, SettingsHistory, calendar_of

FRIDAY = date(2026, 3, 6)
SATURDAY = date(2026, 3, 7)
MONDAY = date(2026, 3, 9)
MONDAY_TO_THURSDAY = frozenset({0, 1, 2, 3})


def test_a_rep_who_set_nothing_works_monday_to_friday() -> None:
    calendar = Calendar()
    assert [calendar.is_working(day) for day in (FRIDAY, SATURDAY, MONDAY)] == [True, False, True]
    assert calendar.week_length(SATURDAY) == 5


def test_the_plan_has_165_working_days_from_january_to_the_last_useful_day() -> None:
    assert Calendar().working_days(date(2026, 1, 5), date(2026, 8, 21)) == 165


def test_no_working_day_lies_between_a_day_and_one_before_it() -> None:
    assert Calendar().working_days(MONDAY, FRIDAY) == 0


def test_the_next_working_day_of_a_working_day_is_that_day() -> None:
    assert Calendar().next_working(FRIDAY) == FRIDAY
    assert Calendar().next_working(SATURDAY) == MONDAY


def test_the_working_day_before_monday_is_friday() -> None:
    assert Calendar().previous_working(MONDAY) == FRIDAY


def test_the_second_working_day_after_a_friday_is_tuesday() -> None:
    assert Calendar().plus_working(FRIDAY, 2) == date(2026, 3, 10)


def test_changing_to_four_days_leaves_earlier_fridays_working_days() -> None:
    calendar = Calendar([(SATURDAY, MONDAY_TO_THURSDAY)])
    assert calendar.is_working(FRIDAY)
    assert not calendar.is_working(date(2026, 3, 13))
    assert (calendar.week_length(FRIDAY), calendar.week_length(SATURDAY)) == (5, 4)


def test_a_holiday_and_a_day_off_shorten_no_chosen_week() -> None:
    calendar = Calendar(holidays=[FRIDAY], off=[DayOff(MONDAY, MONDAY)])
    assert calendar.plus_working(date(2026, 3, 5), 1) == date(2026, 3, 10)
    assert calendar.week_length(FRIDAY) == 5


def test_a_day_given_off_afterwards_shows_when_that_was_done() -> None:
    late = DayOff(FRIDAY, FRIDAY, "flu", given_on=MONDAY)
    calendar = Calendar(off=[late])
    assert calendar.given_off(FRIDAY) == late
    assert calendar.given_off(MONDAY) is None


def test_a_range_of_days_off_that_ends_before_it_begins_frees_nothing() -> None:
    assert Calendar(off=[DayOff(MONDAY, FRIDAY)]).working_days(FRIDAY, MONDAY) == 2


def test_a_far_date_is_counted_as_quickly_as_a_near_one() -> None:
    assert Calendar().working_days(date.min, date.max) == 2_608_615


@pytest.mark.parametrize(
    "calendar",
    [
        Calendar([(date.min, frozenset())]),
        Calendar(off=[DayOff(date.min, date.max)]),
    ],
)
def test_a_rep_without_any_working_day_is_told_so_instead_of_waiting(calendar: Calendar) -> None:
    assert calendar.working_days(FRIDAY, date.max) == 0
    with pytest.raises(JournalError, match="choose some"):
        calendar.next_working(FRIDAY)
    with pytest.raises(JournalError, match="choose some"):
        calendar.previous_working(FRIDAY)


def test_the_end_of_time_has_no_working_day_after_it() -> None:
    assert Calendar().next_working(date.max) == date.max
    with pytest.raises(JournalError, match="No working day"):
        Calendar().plus_working(date.max, 1)


@trials(deadline=None, max_examples=150)
@given(life=a_life, day=a_day, other=a_day)
def test_every_question_is_answered_as_by_counting_days_on_the_fingers(
    life: Life, day: date, other: date
) -> None:
    calendar = calendar_for(life)
    ahead = life.working(day, day + timedelta(days=90))
    behind = life.working(day - timedelta(days=90), day - timedelta(days=1))
    assert [calendar.is_working(each) for each in days(day, other)] == [
        life.is_working(each) for each in days(day, other)
    ]
    assert calendar.working_days(day, other) == len(life.working(day, other))
    assert calendar.next_working(day) == ahead[0]
    assert calendar.previous_working(day) == behind[-1]
    after = [each for each in ahead if each > day]
    assert [calendar.plus_working(day, n) for n in range(1, 9)] == after[:8]


def test_bavaria_rests_on_epiphany_and_berlin_does_not() -> None:
    epiphany = date(2026, 1, 6)
    assert epiphany in holidays_of("DE-BY", 2026, 2026)
    assert epiphany not in holidays_of("de-be", 2026, 2026)


def test_the_holidays_of_several_years_come_with_their_names() -> None:
    found = holidays_of("US", 2025, 2026)
    assert found[date(2025, 7, 4)] == "Independence Day"
    assert found[date(2026, 11, 26)] == "Thanksgiving Day"


@pytest.mark.parametrize("country", ["", "ZZ", "Deutschland", "[/]"])
def test_an_unknown_country_is_answered_with_how_to_write_one(country: str) -> None:
    with pytest.raises(BadInput, match="two letters"):
        holidays_of(country, 2026, 2026)


def test_an_unknown_region_is_answered_with_the_regions_there_are() -> None:
    with pytest.raises(BadInput, match=r"DE alone.*BB, BE, BW, BY"):
        holidays_of("DE-XX", 2026, 2026)


def test_holidays_count_only_while_their_country_is_the_reps() -> None:
    moved = SettingsHistory([Setting("country", SATURDAY, "DE")])
    calendar = calendar_of(moved, {"DE": {FRIDAY: "before", MONDAY: "after"}}, ())
    assert [calendar.is_working(FRIDAY), calendar.is_working(MONDAY)] == [True, False]


def test_a_rep_who_moves_leaves_the_old_holidays_behind() -> None:
    tuesday = date(2026, 3, 10)
    moved = SettingsHistory(
        [Setting("country", date(2026, 1, 1), "DE"), Setting("country", SATURDAY, "FR")]
    )
    both = {"DE": {FRIDAY: "German", MONDAY: "German"}, "FR": {FRIDAY: "French", tuesday: "French"}}
    calendar = calendar_of(moved, both, ())
    working = [calendar.is_working(day) for day in (FRIDAY, MONDAY, tuesday)]
    assert working == [False, True, False]
