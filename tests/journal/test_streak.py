"""The streak that forgives, on days a rep keeps, misses, takes off or writes down late."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
import reference
from hypothesis import given
from hypothesis import settings as trials
from lives import a_day, a_life, calendar_for, history_of
from reference import Life

from journal.calendar import Calendar, DayOff
from journal.days import Day, DayState
from journal.settings import Setting, SettingsHistory
from journal.streak import Run, Streak, fold
from journal.tally import Tally

MONDAY = date(2026, 3, 2)
TUESDAY = date(2026, 3, 3)
WEDNESDAY = date(2026, 3, 4)
THURSDAY = date(2026, 3, 5)
FRIDAY = date(2026, 3, 6)
SATURDAY = date(2026, 3, 7)
EVERY_DAY = frozenset(range(7))
DEFAULT = SettingsHistory()


def call(day: date, logged: date | None = None, total: int = 1) -> Tally:
    """A few calls of a day, written down that day or later."""
    return Tally(day, "call", logged or day, total)


def lived(pattern: str) -> Run:
    """The run of a rep who works every day: K10 M oo is ten days kept, one missed, two off.

    Today is the day after the last, so that the last has ended.
    """
    letters = re.sub(r"([KM])(\d+)", lambda m: m[1] * int(m[2]), pattern).replace(" ", "")
    days = [MONDAY + timedelta(days=n) for n in range(len(letters) + 1)]
    off = [DayOff(day, day) for day, letter in zip(days, letters, strict=False) if letter == "o"]
    kept = [call(day) for day, letter in zip(days, letters, strict=False) if letter == "K"]
    return fold(kept, Calendar([(MONDAY, EVERY_DAY)], off=off), DEFAULT, days[-1])


def states(run: Run) -> list[str]:
    """The states of all days."""
    return [day.state.value for day in run.days]


@pytest.mark.parametrize(
    ("pattern", "current", "best", "freezes", "not_kept"),
    [
        ("K10 M K3", 13, 13, 0, "F"),
        ("K9 M", 0, 9, 0, "M"),
        ("K25", 25, 25, 2, ""),
        ("K40 MMM", 0, 40, 0, "FFM"),
        ("K5 oo K5 MM", 0, 10, 0, "FM"),
        ("K10 M oo K9 M", 0, 19, 0, "FM"),
        ("K30 M K9 MM", 0, 39, 0, "FFM"),
    ],
)
def test_the_worked_streaks(
    pattern: str, current: int, best: int, freezes: int, not_kept: str
) -> None:
    run = lived(pattern)
    assert run.streak == Streak(current, best, freezes)
    letters = {"frozen": "F", "missed": "M"}
    assert "".join(letters.get(state, "") for state in states(run)) == not_kept


def test_an_empty_journal_has_no_days_and_no_streak() -> None:
    assert fold([], Calendar(), DEFAULT, MONDAY) == Run((), Streak())


def test_a_rest_day_does_not_break_the_streak() -> None:
    run = fold([call(FRIDAY), call(date(2026, 3, 9))], Calendar(), DEFAULT, date(2026, 3, 9))
    assert states(run) == ["kept", "off", "off", "kept"]
    assert run.streak.current == 2


def test_a_call_on_a_rest_day_adds_to_the_streak() -> None:
    run = fold([call(FRIDAY), call(SATURDAY)], Calendar(), DEFAULT, SATURDAY)
    assert states(run) == ["kept", "kept"]
    assert run.streak.current == 2


def test_today_is_open_until_it_is_kept_and_breaks_nothing() -> None:
    run = fold([call(MONDAY)], Calendar(), DEFAULT, TUESDAY)
    assert states(run) == ["kept", "open"]
    assert run.streak == Streak(1, 1, 0)


def test_yesterday_without_activity_is_missed_once_it_has_ended() -> None:
    run = fold([call(MONDAY)], Calendar(), DEFAULT, WEDNESDAY)
    assert states(run) == ["kept", "missed", "open"]
    assert run.streak == Streak(0, 1, 0)


def test_an_entry_of_the_second_working_day_after_still_keeps_the_day() -> None:
    tallies = [call(MONDAY), call(TUESDAY, logged=THURSDAY), call(WEDNESDAY), call(THURSDAY)]
    run = fold(tallies, Calendar(), DEFAULT, THURSDAY)
    assert states(run) == ["kept", "kept", "kept", "kept"]
    assert run.streak == Streak(4, 4, 0)


def test_an_entry_of_the_third_working_day_after_counts_but_leaves_the_day_missed() -> None:
    run = fold([call(MONDAY), call(TUESDAY, logged=FRIDAY, total=4)], Calendar(), DEFAULT, FRIDAY)
    assert run.days[1] == Day(TUESDAY, DayState.MISSED, 4)


def test_a_friday_may_be_written_down_until_tuesday_evening() -> None:
    friday_late = [call(FRIDAY, logged=date(2026, 3, 10))]
    run = fold(friday_late, Calendar(), DEFAULT, date(2026, 3, 10))
    assert states(run) == ["kept", "off", "off", "missed", "open"]


def test_a_late_entry_gives_a_spent_freeze_back() -> None:
    ten = [call(MONDAY + timedelta(days=n)) for n in range(10)]
    every_day = Calendar([(MONDAY, EVERY_DAY)])
    eleventh, twelfth = date(2026, 3, 12), date(2026, 3, 13)
    before = fold(ten, every_day, DEFAULT, twelfth)
    after = fold([*ten, call(eleventh, logged=twelfth)], every_day, DEFAULT, twelfth)
    assert (states(before)[10], before.streak) == ("frozen", Streak(10, 10, 0))
    assert (states(after)[10], after.streak) == ("kept", Streak(11, 11, 1))


def test_a_day_below_the_floor_is_not_kept() -> None:
    three_a_day = SettingsHistory([Setting("floor", TUESDAY, "3")])
    tallies = [call(MONDAY, total=2), call(TUESDAY, total=2), call(WEDNESDAY, total=3)]
    run = fold(tallies, Calendar(), three_a_day, WEDNESDAY)
    assert states(run) == ["kept", "missed", "kept"]


def test_a_rest_day_asks_for_any_activity_whatever_the_floor() -> None:
    three_a_day = SettingsHistory([Setting("floor", MONDAY, "3")])
    run = fold([call(SATURDAY)], Calendar(), three_a_day, SATURDAY)
    assert states(run) == ["kept"]


def test_only_what_was_written_in_time_reaches_the_floor() -> None:
    three_a_day = SettingsHistory([Setting("floor", MONDAY, "3")])
    tallies = [call(MONDAY, total=2), call(MONDAY, logged=FRIDAY, total=2)]
    assert fold(tallies, Calendar(), three_a_day, FRIDAY).days[0] == Day(MONDAY, DayState.MISSED, 4)


def test_a_missed_day_given_off_afterwards_no_longer_breaks_the_streak() -> None:
    flu = Calendar(off=[DayOff(TUESDAY, TUESDAY, "flu", given_on=THURSDAY)])
    run = fold([call(MONDAY), call(WEDNESDAY)], flu, DEFAULT, THURSDAY)
    assert states(run) == ["kept", "off", "kept", "open"]
    assert run.streak.current == 2


def test_a_rep_who_takes_the_rest_of_time_off_may_still_write_down_late() -> None:
    retired = Calendar(off=[DayOff(TUESDAY, date.max)])
    run = fold([call(MONDAY, logged=FRIDAY)], retired, DEFAULT, FRIDAY)
    assert states(run) == ["kept", "off", "off", "off", "off"]


@trials(deadline=None, max_examples=150)
@given(life=a_life, today=a_day)
def test_any_life_folds_as_by_reading_everything_again_each_day(life: Life, today: date) -> None:
    run = fold(life.tallies, calendar_for(life), history_of(life), today)
    expected = reference.states(life, today)
    assert {day.day: day.state.value for day in run.days} == expected
    assert run.streak == Streak(*reference.streak(list(expected.values())))
    assert [day.done for day in run.days] == [
        sum(tally.total for tally in life.tallies if tally.day == day) for day in expected
    ]
