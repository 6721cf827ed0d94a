"""Days and times in a rep's words."""

from __future__ import annotations

import subprocess
import sys
from contextlib import suppress
from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.dates import (
    add_months,
    in_words,
    read_day,
    read_past_day,
    read_span,
    read_time,
)
from journal.errors import BadInput

TUESDAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("today", "2026-11-24"),
        ("Yesterday", "2026-11-23"),
        ("tomorrow", "2026-11-25"),
        ("last fri", "2026-11-20"),
        ("next Friday", "2026-11-27"),
        ("last tue", "2026-11-17"),
        ("next tue", "2026-12-01"),
        ("this mon", "2026-11-23"),
        ("-3d", "2026-11-21"),
        ("+2w", "2026-12-08"),
        ("3 days ago", "2026-11-21"),
        ("a week ago", "2026-11-17"),
        ("in two weeks", "2026-12-08"),
        ("in 3 months", "2027-02-24"),
        ("4/12", "2026-12-04"),
        ("4.12.", "2026-12-04"),
        ("4/12/26", "2026-12-04"),
        ("4 dec", "2026-12-04"),
        ("4th of December", "2026-12-04"),
        ("dec 4", "2026-12-04"),
        ("Dec 4, 2027", "2027-12-04"),
        ("Fri 4 Dec", "2026-12-04"),
        ("2026-12-04", "2026-12-04"),
        ("20261204", "2026-12-04"),
        ("end of month", "2026-11-30"),
        ("end of next month", "2026-12-31"),
        ("eoq", "2026-12-31"),
        ("4 December 2026 10:00", "2026-12-04"),
    ],
)
def test_a_rep_names_a_day_in_their_own_words(text: str, day: str) -> None:
    assert read_day(text, TUESDAY).isoformat() == day


@pytest.mark.parametrize(
    ("text", "logged", "due"),
    [
        ("fri", "2026-11-20", "2026-11-27"),
        ("tue", "2026-11-24", "2026-11-24"),
        ("4/12", "2025-12-04", "2026-12-04"),
        ("24/11", "2026-11-24", "2026-11-24"),
        ("29 feb", "2024-02-29", "2028-02-29"),
        ("2w", "2026-11-10", "2026-12-08"),
        ("end of month", "2026-10-31", "2026-11-30"),
    ],
)
def test_what_is_left_open_lies_behind_a_log_and_ahead_of_a_due_date(
    text: str, logged: str, due: str
) -> None:
    assert read_day(text, TUESDAY, past=True).isoformat() == logged
    assert read_day(text, TUESDAY, past=False).isoformat() == due


def test_a_rep_who_writes_the_month_first_is_understood() -> None:
    assert read_day("4/12", TUESDAY, day_first=False) == date(2026, 4, 12)
    assert read_day("12/25", TUESDAY, day_first=False) == date(2026, 12, 25)


@pytest.mark.parametrize(
    "text",
    [
        *("", "   ", "soon", "10", "10:30", "a", "nan", "∞", "²/3", "[/]", "\x1b[31m", "1e5"),
        *("30 feb", "31/4", "2026-02-30", "2026-13-01", "0/0", "12/25", "dec 2026", "-3d ago"),
        *("mon 4 dec", "9999w", "in 9999y", "3026-01-01", "10000-01-01", "4/12/0000"),
        *("4 dec 10:00 FOO", "dec " + "4" * 5_000, "9" * 5_000, "today" * 9),
    ],
)
def test_what_is_no_day_is_answered_with_one_sentence(text: str) -> None:
    with pytest.raises(BadInput) as refused:
        read_day(text, TUESDAY)
    assert 10 < len(str(refused.value)) < 160


def test_a_weekday_that_does_not_fit_its_date_is_asked_back() -> None:
    with pytest.raises(BadInput, match="4 Dec 2026 is a Friday, not a Monday"):
        read_day("mon 4 dec", TUESDAY)


def test_what_happened_cannot_be_in_the_future() -> None:
    assert read_past_day("yesterday", TUESDAY) == date(2026, 11, 23)
    assert read_past_day("today", TUESDAY) == TUESDAY
    for text in ("tomorrow", "in 2 weeks", "2026-12-04", "next fri"):
        with pytest.raises(BadInput, match="That day has not come yet"):
            read_past_day(text, TUESDAY)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2026-11-01..2026-11-30", "2026-11-01", "2026-11-30"),
        ("mon..fri", "2026-11-23", "2026-11-27"),
        ("27/12..3/1", "2025-12-27", "2026-01-03"),
        ("-3d..today", "2026-11-21", "2026-11-24"),
        ("1/11..", "2026-11-01", "2026-11-24"),
        ("yesterday", "2026-11-23", "2026-11-23"),
        ("last week", "2026-11-16", "2026-11-22"),
        ("this month", "2026-11-01", "2026-11-30"),
        ("2w", "2026-11-11", "2026-11-24"),
    ],
)
def test_a_rep_names_a_stretch_of_days(text: str, first: str, last: str) -> None:
    span = (date.fromisoformat(first), date.fromisoformat(last))
    assert read_span(text, TUESDAY, past=True) == span


def test_two_weeks_off_begin_today() -> None:
    assert read_span("2w", TUESDAY, past=False) == (TUESDAY, date(2026, 12, 7))
    assert read_span("27/12..3/1", TUESDAY, past=False) == (date(2026, 12, 27), date(2027, 1, 3))


@pytest.mark.parametrize("text", ["today..yesterday", "..today", "x..y", "..", "9999w..today"])
def test_a_stretch_that_cannot_be_is_refused(text: str) -> None:
    with pytest.raises(BadInput):
        read_span(text, TUESDAY)


@pytest.mark.parametrize(
    ("text", "clock"),
    [
        ("13:45", time(13, 45)),
        ("1:45pm", time(13, 45)),
        ("1:45 PM", time(13, 45)),
        ("9", time(9)),
        ("9 a.m.", time(9)),
        ("12am", time(0)),
        ("12pm", time(12)),
        ("noon", time(12)),
        ("9h30", time(9, 30)),
    ],
)
def test_a_rep_names_a_time(text: str, clock: time) -> None:
    assert read_time(text) == clock


@pytest.mark.parametrize("text", ["", "24:00", "9:60", "13pm", "0am", "x", "-1", "9" * 5_000])
def test_what_is_no_time_is_refused(text: str) -> None:
    with pytest.raises(BadInput, match="Write it like"):
        read_time(text)


@pytest.mark.parametrize(
    ("day", "words"),
    [
        ("2026-11-24", "today"),
        ("2026-11-23", "yesterday"),
        ("2026-11-25", "tomorrow"),
        ("2026-11-26", "Thu 26 Nov"),
        ("2026-12-08", "Tue 8 Dec"),
        ("2026-12-09", "9 Dec"),
        ("2026-11-22", "22 Nov"),
        ("2027-01-03", "3 Jan 2027"),
        ("2025-12-31", "31 Dec 2025"),
    ],
)
def test_a_day_is_said_as_a_person_would(day: str, words: str) -> None:
    assert in_words(date.fromisoformat(day), TUESDAY) == words


def test_months_are_added_from_their_anchor() -> None:
    anchor = date(2026, 1, 31)
    assert [add_months(anchor, n).isoformat() for n in (0, 1, 2, 13, -2)] == [
        *("2026-01-31", "2026-02-28", "2026-03-31", "2027-02-28", "2025-11-30")
    ]


def test_around_new_year_the_weekday_tells_the_year() -> None:
    assert read_day("Mon 1 Jan", date(2000, 12, 18)) == date(2001, 1, 1)
    with pytest.raises(BadInput, match="That day has not come yet"):
        read_past_day("fri 4 dec", TUESDAY)


@given(st.dates(date(1970, 1, 1), date(2190, 12, 31)), st.integers(-14, 14))
def test_a_day_said_in_words_is_read_back(today: date, ahead: int) -> None:
    day = date.fromordinal(today.toordinal() + ahead)
    assert read_day(in_words(day, today), today) == day


@given(st.text(max_size=60) | st.text("0123456789/.-: adecfrimonw", max_size=45))
def test_any_text_is_a_day_or_one_sentence(text: str) -> None:
    for read in (read_day, read_past_day, read_span):
        with suppress(BadInput):
            read(text, TUESDAY)


def test_reading_a_usual_day_does_not_load_dateutil() -> None:
    code = (
        "import sys; from datetime import date; from journal.dates import read_day;"
        "read_day('-3d', date(2026, 11, 24)); sys.exit('dateutil' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
