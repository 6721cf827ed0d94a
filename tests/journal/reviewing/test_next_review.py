"""When the next review is: the day locked in, or the one that is proposed."""

from __future__ import annotations

from datetime import date

import pytest
from builders import at, day

from journal.calendar import Calendar, DayOff
from journal.review import Period, Review
from journal.reviewing.next_day import last_working_day, next_review

WEEKDAYS = Calendar()
TUESDAY = day("2026-11-24")


def held(on: str, last: str, next_on: str | None = None, period: Period = Period.MONTH) -> Review:
    end = day(last)
    return Review(
        period=period,
        first=end.replace(day=1),
        last=end,
        next_on=day(next_on) if next_on else None,
        held=at(f"{on}T17:00"),
    )


@pytest.mark.parametrize(
    ("first_entry", "today", "proposed"),
    [
        (None, "2026-11-24", "2026-11-30"),
        ("2026-11-24", "2026-11-24", "2026-11-30"),
        ("2026-11-25", "2026-11-25", "2026-12-31"),
        ("2016-01-04", "2026-11-24", "2026-11-30"),
        # The end of October 2026 is a Saturday: the review is on the Friday before.
        ("2026-01-05", "2026-10-24", "2026-10-30"),
        # Proposed and not held, it waits a week; then the next month's is proposed.
        ("2026-01-05", "2026-11-06", "2026-10-30"),
        ("2026-01-05", "2026-11-07", "2026-11-30"),
        # Entries that lie ahead, since the clock was moved back, change nothing.
        ("2027-05-03", "2026-11-24", "2026-11-30"),
        (None, "9999-12-31", "9999-12-31"),
    ],
)
def test_the_first_review_is_proposed_for_the_last_working_day_after_a_full_week(
    first_entry: str | None, today: str, proposed: str
) -> None:
    first = day(first_entry) if first_entry else None
    found = next_review([], WEEKDAYS, first, day(today))
    assert (found.day, found.is_default, found.is_first) == (day(proposed), True, True)


def test_a_day_that_was_locked_in_holds() -> None:
    found = next_review([held("2026-10-30", "2026-10-31", "2026-12-02")], WEEKDAYS, None, TUESDAY)
    assert (found.day, found.is_default, found.is_due) == (day("2026-12-02"), False, False)
    assert found.sentence == "The next review is on Wed 2 Dec."


def test_in_a_month_that_is_all_off_its_last_day_is_not_called_a_working_day() -> None:
    off = Calendar(off=[DayOff(day("2026-11-01"), day("2026-11-30"))])
    found = next_review([], off, day("2016-01-04"), TUESDAY)
    assert (found.day, found.is_all_off) == (day("2026-11-30"), True)
    assert found.sentence == (
        "The first review is on Mon 30 Nov, the last day of a month that is all off (default)."
    )


def test_a_day_that_went_by_stays_due_and_says_so_without_scolding() -> None:
    reviews = [held("2026-07-31", "2026-07-31", "2026-08-31")]
    found = next_review(reviews, WEEKDAYS, None, TUESDAY)
    assert (found.day, found.is_due, found.is_missed) == (day("2026-08-31"), True, True)
    assert found.sentence == (
        "The review of 31 Aug still waits for you: ten minutes, whenever they suit."
    )


def test_on_its_day_it_is_due_and_not_missed() -> None:
    found = next_review([], WEEKDAYS, day("2026-01-05"), day("2026-11-30"))
    assert (found.is_due, found.is_missed) == (True, False)
    assert found.sentence == (
        "The first review is today, the last working day of the month (default)."
    )


def test_the_one_held_last_says_when_even_if_it_looked_at_earlier_days() -> None:
    november = held("2026-11-20", "2026-11-30", "2026-12-31")
    october = held("2026-11-23", "2026-10-31", "2026-12-04")
    assert next_review([november, october], WEEKDAYS, None, TUESDAY).day == day("2026-12-04")


def test_a_week_looked_at_leaves_the_day_that_was_locked_in_unless_it_names_another() -> None:
    month = held("2026-10-30", "2026-10-31", "2026-11-30")
    week = held("2026-11-20", "2026-11-22", period=Period.WEEK)
    assert next_review([week, month], WEEKDAYS, None, TUESDAY).day == day("2026-11-30")
    named = held("2026-11-20", "2026-11-22", "2026-12-01", Period.WEEK)
    assert next_review([named, month], WEEKDAYS, None, TUESDAY).day == day("2026-12-01")


def test_without_a_day_locked_in_the_month_after_the_reviewed_one_is_proposed() -> None:
    found = next_review([held("2026-10-30", "2026-10-31")], WEEKDAYS, None, TUESDAY)
    assert (found.day, found.is_default, found.is_first) == (day("2026-11-30"), True, False)


def test_a_month_without_a_working_day_has_its_review_on_its_last_day() -> None:
    away = Calendar(off=[DayOff(day("2026-11-01"), day("2026-11-30"))])
    assert last_working_day(2026, 11, away) == day("2026-11-30")
    idle = Calendar([(date.min, frozenset())])
    assert last_working_day(2026, 11, idle) == day("2026-11-30")
