"""The time of day an export tells comes along, where it is the clock on the rep's own wall."""

from __future__ import annotations

from datetime import date, time

import pytest
from exports import read_texts

TABLE = "Date,Subject,Type,Account\n"
PIPEDRIVE = (
    "Activity - Subject,Activity - Type,Activity - Due date,Activity - Due time,Activity - Done,"
    "Activity - Marked as done time\n"
)


@pytest.mark.parametrize(
    ("cell", "clock"),
    [
        ("2024-01-10 10:05", time(10, 5)),
        ("2024-01-10T16:05:30", time(16, 5, 30)),
        ("2024-01-10 16:05:30.250", time(16, 5, 30)),
        ("25/1/2024 2:15:33 PM", time(14, 15, 33)),
        ("10 Jan 2024, 9:05 a.m.", time(9, 5)),
        ("2024-01-10 12:10 AM", time(0, 10)),
        ("2024-01-10 12:00 pm", time(12)),
        ("45301.4375", time(10, 30)),
        ("2024-01-10", None),
        ("45301", None),
        ("2024-01-10 00:00", None),
        ("2024-01-10 00:00:00", None),
        ("2024-01-10 12:00 AM", None),
        ("2024-01-10T10:05:00.000Z", None),
        ("2024-01-10T10:05:00.000+0000", None),
        ("2024-01-10 10:05 +02:00", None),
    ],
)
def test_a_clock_beside_the_day_is_when_it_was_done(cell: str, clock: time | None) -> None:
    read = read_texts(TABLE + f'"{cell}",Hello,Call,Acme\n')
    assert read.refused == ()
    assert read.activities[0].time == clock


def test_a_clock_of_a_zone_keeps_its_day_and_its_cell() -> None:
    (found,) = read_texts(TABLE + "2024-01-10T23:30:00Z,Hello,Call,Acme\n").found
    assert (found.value.day, found.value.time) == (date(2024, 1, 10), None)
    assert found.unknown == {"Date": "2024-01-10T23:30:00Z"}


def test_the_time_it_was_marked_as_done_comes_before_the_time_it_was_due() -> None:
    read = read_texts(
        PIPEDRIVE + "Hello,Call,2024-01-10,10:00,Done,2024-01-10 10:40:00\n"
        "Late,Call,2024-01-10,10:00,Done,2024-01-12 00:00:00\n"
        "Lunch,Lunch,2024-01-11,12:30,Done,\n"
        "Idle,Call,2024-01-11,00:00,Done,\n"
        "Odd,Call,2024-01-11,soon,Done,\n"
    )
    assert [(one.day.day, one.time) for one in read.activities] == [
        *((10, time(10, 40)), (12, None), (11, time(12, 30))),
        *((11, None), (11, None)),
    ]
    assert [found.unknown["Activity - Due time"] for found in read.found] == [
        *("10:00", "10:00", "12:30", "00:00", "soon"),
    ]


def test_when_a_row_was_written_down_is_not_when_it_was_done() -> None:
    read = read_texts(
        "Subject,Status,Due Date,Last Modified,Created Date\n"
        "Hello,Completed,2024-01-10,2024-01-12 10:05,2024-01-09 08:00\n"
        "There,Completed,,2024-01-12 10:05,2024-01-09 08:00\n"
    )
    assert [(one.day.day, one.time) for one in read.activities] == [(10, None), (12, None)]


def test_a_follow_up_keeps_its_clock_as_the_file_says_it() -> None:
    (found,) = read_texts(
        "Subject,Status,Due Date,Company\nSend,Not started,2024-06-10 15:00,Acme\n"
    ).found
    assert found.unknown["Due Date"] == "2024-06-10 15:00"


def test_a_table_of_the_rep_has_a_column_for_the_time() -> None:
    read = read_texts("Date,Time,Type,Account\n2024-01-10,9:05,Call,Acme\n")
    assert read.activities[0].time == time(9, 5)
