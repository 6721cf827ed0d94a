"""Dates are read in any spelling an export has, a whole column in one order."""

from __future__ import annotations

from datetime import date

import pytest
from exports import read_texts

from journal.transfer.date_column import DateColumn
from journal.transfer.faults import OpenDateOrder


def column_of(*texts: str) -> DateColumn:
    column = DateColumn()
    for text in texts:
        column.see(text)
    return column


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2024-01-22", date(2024, 1, 22)),
        ("2024-01-22T16:14:25.000+0000", date(2024, 1, 22)),
        ("2026-01-30 15:55:37", date(2026, 1, 30)),
        ("2026/1/5", date(2026, 1, 5)),
        ("05-Mar-2026", date(2026, 3, 5)),
        ("5 March 2026", date(2026, 3, 5)),
        ("Sept 5, 2026", date(2026, 9, 5)),
        ("31.03.2026", date(2026, 3, 31)),
        ("13-07-17", date(2017, 7, 13)),
        ("20260331", date(2026, 3, 31)),
        ("45631", date(2024, 12, 5)),
        ("45631.75", date(2024, 12, 5)),
        ("29/02/2024", date(2024, 2, 29)),
        (" TBD ", None),
        ("n/a", None),
        ("", None),
    ],
)
def test_a_date_is_read_however_it_is_written(text: str, day: date | None) -> None:
    assert column_of(text).read(text) == day


@pytest.mark.parametrize(
    "text",
    [
        "2024-02-30",
        "31/02/2024",
        "0001-01-01",
        "9999-12-31",
        "soon",
        "99/99/99",
        "123-1-1",
        "5",
        "1e5",
    ],
)
def test_what_is_no_date_is_not_guessed(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        column_of(text).read(text)


def test_one_date_settles_the_order_of_its_whole_column() -> None:
    read = read_texts("Account,Amount,Close Date\nAcme,5,3/4/2026 2:15:33 PM\nGlobex,5,3/25/2026\n")
    assert [deal.expected_close for deal in read.deals] == [date(2026, 3, 4), date(2026, 3, 25)]


def test_a_column_goes_by_the_others_of_its_file() -> None:
    read = read_texts("Account,Close Date,Created\nAcme,3/4/2026,25/12/2025\n")
    assert (read.deal.expected_close, read.deal.opened) == (date(2026, 4, 3), date(2025, 12, 25))


def test_an_open_order_is_asked_for() -> None:
    with pytest.raises(OpenDateOrder) as asked:
        read_texts("Account,Close Date\nAcme,3/3/2026\nGlobex,3/4/2026\n")
    assert str(asked.value) == (
        "first.csv: “3/4/2026” in the column “Close Date” can be day/month or month/day;"
        " say --day-first or --month-first."
    )
    assert (asked.value.column, asked.value.example) == ("Close Date", "3/4/2026")


@pytest.mark.parametrize(
    ("day_first", "day", "said"),
    [(True, date(2026, 4, 3), "day"), (False, date(2026, 3, 4), "month")],
)
def test_the_rep_settles_an_open_order(day_first: bool, day: date, said: str) -> None:
    read = read_texts("Account,Close Date\nAcme,3/4/2026\n", day_first=day_first)
    assert read.deal.expected_close == day
    assert read.notes == (f"Dates in “Close Date” are read with the {said} first.",)


def test_a_date_that_means_the_same_either_way_asks_nothing() -> None:
    assert read_texts("Account,Close Date\nAcme,3/3/2026\n").deal.expected_close == date(2026, 3, 3)


def test_what_the_cells_show_outweighs_what_the_rep_is_used_to() -> None:
    read = read_texts("Account,Close Date\nAcme,3/4/2026\nGlobex,3/25/2026\n", day_first=True)
    assert [deal.expected_close for deal in read.deals] == [date(2026, 3, 4), date(2026, 3, 25)]


def test_a_column_that_mixes_both_orders_refuses_the_rows_that_do_not_fit() -> None:
    text = "Account,Close Date\nAcme,25/3/2026\nGlobex,3/25/2026\n"
    with pytest.raises(OpenDateOrder):
        read_texts(text)
    read = read_texts(text, day_first=True)
    assert [deal.account for deal in read.deals] == ["Acme"]
    assert read.why == [
        (3, "“3/25/2026” in the column “Close Date” is no date: write it like 2026-03-31.")
    ]
