"""Strength: how well a habit holds, dented by a bad day and never zeroed."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
import reference
from hypothesis import given
from hypothesis import settings as trials
from lives import a_day, a_life, calendar_for, history_of
from reference import Life

from journal.calendar import Calendar, DayOff
from journal.settings import Setting, SettingsHistory
from journal.streak import fold
from journal.strength import curve
from journal.tally import Tally

MONDAY = date(2026, 3, 2)
EVERY_DAY = Calendar([(MONDAY, frozenset(range(7)))])
MONDAY_TO_FRIDAY = Calendar()
NO_TARGETS = SettingsHistory()


def after(
    days: list[dict[str, int]], calendar: Calendar, history: SettingsHistory = NO_TARGETS
) -> float:
    """The score after these working days in a row, seen on the working day after them."""
    tallies = []
    day = calendar.next_working(MONDAY)
    for done in days:
        tallies += [Tally(day, kind, day, total) for kind, total in done.items()]
        day = calendar.plus_working(day, 1)
    return curve(fold(tallies, calendar, history, day), tallies, calendar, history, day)[-1][1]


FULL = {"call": 1}
NOTHING: dict[str, int] = {}


@pytest.mark.parametrize(
    ("calendar", "days", "score"),
    [
        (EVERY_DAY, [FULL] * 13, 0.5),
        (EVERY_DAY, [FULL] * 30, 0.7980),
        (EVERY_DAY, [FULL] * 30 + [NOTHING], 0.7566),
        (MONDAY_TO_FRIDAY, [FULL] * 13, 0.4433),
        (MONDAY_TO_FRIDAY, [FULL] * 30, 0.7412),
        (MONDAY_TO_FRIDAY, [FULL] * 30 + [NOTHING], 0.7086),
    ],
)
def test_the_worked_scores(calendar: Calendar, days: list[dict[str, int]], score: float) -> None:
    assert after(days, calendar) == pytest.approx(score, abs=5e-5)


def test_half_is_reached_on_the_sixteenth_working_day_of_five_a_week() -> None:
    assert after([FULL] * 15, MONDAY_TO_FRIDAY) < 0.5 < after([FULL] * 16, MONDAY_TO_FRIDAY)


@pytest.mark.parametrize(
    ("calls", "meetings", "value"), [(5, 2, 0.75), (20, 0, 0.5), (10, 2, 1.0), (0, 0, 0.0)]
)
def test_a_surplus_in_one_kind_never_fills_another(calls: int, meetings: int, value: float) -> None:
    targets = SettingsHistory(
        [Setting("target.call", MONDAY, "10"), Setting("target.meeting", MONDAY, "2")]
    )
    day = {"call": calls, "meeting": meetings, "other": 1}
    # After 13 days a week of seven has half of the value each of them had.
    assert after([day] * 13, EVERY_DAY, targets) == pytest.approx(value / 2)


def test_a_target_of_reach_outs_takes_calls_emails_and_social_together_as_one_kind() -> None:
    targets = SettingsHistory(
        [Setting("target.reach-outs", MONDAY, "10"), Setting("target.meeting", MONDAY, "2")]
    )
    day = {"call": 2, "email": 2, "social": 1, "meeting": 2, "demo": 9}
    assert after([day] * 13, EVERY_DAY, targets) == pytest.approx(0.75 / 2)


def test_a_new_target_leaves_the_days_before_it_as_they_were() -> None:
    targets = SettingsHistory([Setting("target.call", MONDAY + timedelta(days=13), "4")])
    # Half from thirteen kept days, then thirteen days at a quarter: .25 + .25 / 2.
    assert after([FULL] * 26, EVERY_DAY, targets) == pytest.approx(0.375)


def test_a_frozen_day_counts_by_its_value() -> None:
    kept_then_frozen = after([FULL] * 10 + [NOTHING], EVERY_DAY)
    assert kept_then_frozen < after([FULL] * 10, EVERY_DAY)


def test_a_rest_day_leaves_the_score_unchanged_even_with_a_call() -> None:
    saturday = MONDAY + timedelta(days=5)
    week = [Tally(MONDAY + timedelta(days=n), "call", MONDAY, 1) for n in range(6)]
    run = fold(week, MONDAY_TO_FRIDAY, NO_TARGETS, saturday)
    points = curve(run, week, MONDAY_TO_FRIDAY, NO_TARGETS, saturday)
    assert [day for day, _ in points] == [MONDAY + timedelta(days=n) for n in range(5)]


def test_today_counts_only_when_it_does_not_lower_the_score() -> None:
    tuesday = MONDAY + timedelta(days=1)
    monday_call, tuesday_call = (Tally(day, "call", day, 1) for day in (MONDAY, tuesday))

    def days_counted(*tallies: Tally) -> list[date]:
        run = fold(tallies, EVERY_DAY, NO_TARGETS, tuesday)
        return [day for day, _ in curve(run, tallies, EVERY_DAY, NO_TARGETS, tuesday)]

    assert days_counted(monday_call) == [MONDAY]
    assert days_counted(monday_call, tuesday_call) == [MONDAY, tuesday]


def test_a_week_off_leaves_the_score_where_it_was() -> None:
    rest = Calendar(
        [(MONDAY, frozenset(range(7)))], off=[DayOff(date(2026, 3, 15), date(2026, 3, 21))]
    )
    days = [*range(13), *range(20, 33)]
    tallies = [Tally(MONDAY + timedelta(days=n), "call", MONDAY, 1) for n in days]
    today = MONDAY + timedelta(days=33)
    points = curve(fold(tallies, rest, NO_TARGETS, today), tallies, rest, NO_TARGETS, today)
    assert points[-1][1] == pytest.approx(0.75)


@trials(deadline=None, max_examples=100)
@given(life=a_life, today=a_day)
def test_any_life_scores_as_by_reading_everything_again_each_day(life: Life, today: date) -> None:
    calendar, history = calendar_for(life), history_of(life)
    run = fold(life.tallies, calendar, history, today)
    points = curve(run, life.tallies, calendar, history, today)
    expected = reference.strength(life, today)
    assert [day for day, _ in points] == [day for day, _ in expected]
    assert [score for _, score in points] == pytest.approx([score for _, score in expected])
    assert all(0 <= score <= 1 for _, score in points)
