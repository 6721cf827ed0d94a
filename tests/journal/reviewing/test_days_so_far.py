"""The days of a review: kept days, the longest runs, and the weeks of a month."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from builders import day

from journal.calendar import Calendar, DayOff
from journal.days import Day, DayState
from journal.errors import BadInput
from journal.review import Period
from journal.reviewing.days_so_far import (
    LongRun,
    days_kept,
    first_of_year,
    longest_runs,
    strength_moved,
    year_of,
)
from journal.reviewing.span import span_of
from journal.reviewing.weeks import best_of, weeks_of
from journal.tally import Tally
from journal.track_record import Walked

STATES = {
    "K": DayState.KEPT,
    "M": DayState.MISSED,
    "F": DayState.FROZEN,
    "o": DayState.OFF,
    "?": DayState.OPEN,
}
MONDAY = day("2026-11-02")
TUESDAY = day("2026-11-24")


def lived(states: str, first: date = MONDAY) -> tuple[Day, ...]:
    return tuple(
        Day(first + timedelta(days=n), STATES[state], int(state == "K"))
        for n, state in enumerate(states)
    )


def tally(on: str, kind: str, total: int) -> Tally:
    return Tally(day(on), kind, day(on), total)


def test_the_longest_runs_are_told_the_longest_first_and_the_current_one_is_known() -> None:
    assert longest_runs(lived("KKKMKKKKKooFKKMKKKKK?")) == (
        LongRun(7, day("2026-11-06"), day("2026-11-15"), is_current=False),
        LongRun(5, day("2026-11-17"), day("2026-11-21"), is_current=True),
        LongRun(3, day("2026-11-02"), day("2026-11-04"), is_current=False),
    )


def test_of_two_runs_as_long_the_later_comes_first_and_ten_are_told() -> None:
    runs = longest_runs(lived("KM" * 12))
    assert len(runs) == 10
    assert [run.first for run in runs[:2]] == [day("2026-11-24"), day("2026-11-22")]
    assert not any(run.is_current for run in runs)


def test_nobody_who_never_kept_a_day_has_a_run() -> None:
    assert longest_runs(()) == longest_runs(lived("MM?")) == ()


def test_days_kept_are_working_days_since_the_first_entry_and_today_once_it_is_kept() -> None:
    # From Monday 2 November: two weeks kept but for one day, a Saturday worked, then Monday, today.
    days = lived("KKKKKKoKKMKKooKKKKKooK?")
    span = span_of(Period.MONTH, TUESDAY, TUESDAY)
    assert days_kept(days, span, Calendar()) == (15, 16)
    assert days_kept((*days[:-1], *lived("K", TUESDAY)), span, Calendar()) == (16, 17)
    assert days_kept((), span, Calendar()) == (0, 0)


def test_strength_is_told_from_the_day_before_to_the_last_day() -> None:
    days = lived("KKKKKooKKKKKooKKKKKooK?", MONDAY)
    points = tuple((MONDAY + timedelta(days=n), n / 100) for n in range(22))
    week = span_of(Period.WEEK, day("2026-11-10"), TUESDAY)
    assert strength_moved(Walked(days, points), week) == (0.06, 0.13)
    # Before the first entry, and in its first two days, there is nothing to tell.
    month = span_of(Period.MONTH, TUESDAY, TUESDAY)
    assert strength_moved(Walked(days, points), month) == (None, 0.21)
    assert strength_moved(Walked(days[:2], points[:2]), month) == (None, None)


def test_the_year_is_52_weeks_from_a_monday() -> None:
    assert first_of_year(TUESDAY) == day("2025-12-01")
    days = lived("K" * 400, day("2025-10-20"))
    points = tuple((each.day, 0.5) for each in days)
    year, curve = year_of(Walked(days, points), day("2026-11-22"))
    assert (year[0].day, year[-1].day) == (day("2025-11-24"), day("2026-11-22"))
    assert (len(year), len(curve)) == (364, 364)


def test_the_best_week_of_a_month_is_cut_where_the_month_ends() -> None:
    tallies = [
        tally("2026-11-10", "call", 40),
        tally("2026-11-11", "email", 21),
        tally("2026-11-12", "meeting", 5),
        tally("2026-11-20", "call", 60),
        tally("2026-11-30", "call", 61),
    ]
    weeks = weeks_of(tallies, Calendar(), day("2026-11-01"), day("2026-11-30"))
    assert [week.reach_outs for week in weeks] == [0, 0, 61, 60, 0, 61]
    best = best_of(weeks)
    assert best is not None
    assert (best.days, best.reach_outs, best.meetings) == ("9 to 13 Nov", 61, 5)
    assert weeks[0].workdays == (day("2026-11-01"), day("2026-11-01"))
    assert weeks[-1].days == "30 Nov"


def test_a_week_is_called_by_its_working_days() -> None:
    away = Calendar(off=[DayOff(day("2026-11-09"), day("2026-11-09"))])
    weeks = weeks_of([], away, day("2026-11-01"), day("2026-11-30"))
    assert weeks[2].days == "10 to 13 Nov"
    assert best_of(weeks) is None


@pytest.mark.parametrize(
    ("period", "on", "first", "last", "title"),
    [
        (Period.MONTH, "2026-11-24", "2026-11-01", "2026-11-30", "November so far"),
        (Period.MONTH, "2026-10-31", "2026-10-01", "2026-10-31", "October"),
        (Period.MONTH, "2024-02-10", "2024-02-01", "2024-02-29", "February 2024"),
        (Period.WEEK, "2026-11-24", "2026-11-23", "2026-11-29", "23 to 29 Nov so far"),
        (Period.WEEK, "2026-11-22", "2026-11-16", "2026-11-22", "16 to 22 Nov"),
        (Period.WEEK, "2026-11-01", "2026-10-26", "2026-11-01", "26 Oct to 1 Nov"),
        (Period.WEEK, "2026-01-01", "2025-12-29", "2026-01-04", "29 Dec to 4 Jan"),
        (Period.WEEK, "0001-01-03", "0001-01-01", "0001-01-07", "1 to 7 Jan 1"),
    ],
)
def test_a_span_holds_the_day_and_has_a_name(
    period: Period, on: str, first: str, last: str, title: str
) -> None:
    span = span_of(period, day(on), TUESDAY)
    assert (span.first, span.last, span.title) == (day(first), day(last), title)


def test_one_walks_back_to_the_first_entry_and_forward_to_today() -> None:
    now = span_of(Period.MONTH, TUESDAY, TUESDAY)
    assert now.after is None
    assert now.before(day("2026-10-30")) == day("2026-10-31")
    assert now.before(day("2026-11-01")) is None
    assert now.before(None) is None
    past = span_of(Period.MONTH, day("2026-10-31"), TUESDAY)
    assert (past.after, past.until) == (day("2026-11-01"), day("2026-10-31"))


def test_no_review_looks_ahead() -> None:
    with pytest.raises(BadInput, match="has not come yet"):
        span_of(Period.WEEK, day("2026-11-25"), TUESDAY)


def test_the_calendars_last_week_ends_with_it() -> None:
    last = date.max
    assert span_of(Period.WEEK, last, last).last == last
