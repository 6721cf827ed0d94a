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


def closes(*texts: str) -> str:
    return "Account,Close Date\n" + "".join(
        f"Account {number},{text}\n" for number, text in enumerate(texts)
    )


@pytest.mark.parametrize(
    ("texts", "days"),
    [
        (("26-09-10", "26-08-15"), ["2026-09-10", "2026-08-15"]),
        (("24/01/03", "25/12/31", "26/02/09"), ["2024-01-03", "2025-12-31", "2026-02-09"]),
        (("09.03.01", "09.04.28"), ["2009-03-01", "2009-04-28"]),
        (("99-12-31",), ["1999-12-31"]),
    ],
)
def test_a_column_whose_years_come_first_is_read_so_and_says_so(
    texts: tuple[str, ...], days: list[str]
) -> None:
    read = read_texts(closes(*texts))
    assert [str(deal.expected_close) for deal in read.deals] == days
    assert read.notes == ("Dates in “Close Date” are read with the year first.",)


@pytest.mark.parametrize(
    ("texts", "days"),
    [
        (("13-07-17", "25-12-16"), ["2017-07-13", "2016-12-25"]),
        (("28-09-26", "30-09-26"), ["2026-09-28", "2026-09-30"]),
        (("26-09-10", "26-08-15", "26-09-2010"), ["2010-09-26", "2015-08-26", "2010-09-26"]),
        (("09/10/26", "09/25/26"), ["2026-09-10", "2026-09-25"]),
        (("26-09-10", "26-08-45"), ["2010-09-26", "2045-08-26"]),
        (("28.09.26",), ["2026-09-28"]),
        (("14/10/26", "16/10/26"), ["2026-10-14", "2026-10-16"]),
    ],
)
def test_a_column_whose_years_come_last_is_read_as_ever(
    texts: tuple[str, ...], days: list[str]
) -> None:
    read = read_texts(closes(*texts))
    assert [str(deal.expected_close) for deal in read.deals] == days
    assert read.notes == ()


@pytest.mark.parametrize(
    ("texts", "flags", "orders"),
    [
        (("24-09-10", "26-08-11"), "--year-first or --day-first", ("year", "day")),
        (("24-09-10",), "--year-first or --day-first", ("year", "day")),
        (
            ("03-04-05",),
            "--year-first, --day-first or --month-first",
            ("year", "day", "month"),
        ),
    ],
)
def test_years_that_may_stand_at_either_end_are_asked_for(
    texts: tuple[str, ...], flags: str, orders: tuple[str, ...]
) -> None:
    with pytest.raises(OpenDateOrder) as asked:
        read_texts(closes(*texts))
    assert str(asked.value) == (
        f"first.csv: “{texts[0]}” in the column “Close Date” can begin or end with its year;"
        f" say {flags}."
    )
    assert asked.value.orders == orders


def test_who_says_that_the_year_comes_first_is_heard() -> None:
    read = read_texts(closes("24-09-10"), year_first=True)
    assert read.deal.expected_close == date(2024, 9, 10)
    assert read.notes == ("Dates in “Close Date” are read with the year first.",)


def test_beside_dashes_whose_year_comes_first_slashes_still_end_with_theirs() -> None:
    text = "Account,Close Date,Created\nAcme,24-09-10,03/04/24\n"
    read = read_texts(text, year_first=True, day_first=True)
    assert (read.deal.expected_close, read.deal.opened) == (date(2024, 9, 10), date(2024, 4, 3))


@pytest.mark.parametrize(
    ("texts", "day"),
    [
        (("24-09-10", "2025-01-31"), date(2024, 9, 10)),
        (("24-09-17", "2015-01-31"), date(2017, 9, 24)),
    ],
)
def test_years_in_full_tell_where_the_short_ones_stand(texts: tuple[str, ...], day: date) -> None:
    assert read_texts(closes(*texts)).deals[0].expected_close == day


def test_years_in_full_of_another_column_tell_it_too() -> None:
    read = read_texts("Account,Close Date,Created\nAcme,24-09-10,25/12/2023\n")
    assert (read.deal.expected_close, read.deal.opened) == (date(2024, 9, 10), date(2023, 12, 25))


def test_years_in_full_that_lie_near_both_ends_leave_it_open() -> None:
    with pytest.raises(OpenDateOrder):
        read_texts(closes("24-09-25", "2024-01-31"))


def test_who_says_that_the_day_comes_first_has_years_that_come_last() -> None:
    read = read_texts(closes("13-07-17"), day_first=True)
    assert read.deal.expected_close == date(2017, 7, 13)


@pytest.mark.parametrize(
    ("created", "day"),
    [("25/12/2008", date(2010, 9, 26)), ("95-02-28", date(2026, 9, 10))],
)
def test_years_stand_where_another_column_of_the_file_has_them(created: str, day: date) -> None:
    read = read_texts(f"Account,Close Date,Created\nAcme,26-09-10,{created}\n")
    assert read.deal.expected_close == day


def test_a_raised_two_is_no_digit_of_a_year() -> None:
    column = DateColumn()
    for cell in ("²²²²-01-01", "٢٠٢٦-01-01", "2026-01-01"):
        column.see(cell)
    assert column.years == {2026}
    with pytest.raises(ValueError, match="²²²²-01-01"):
        column.read("²²²²-01-01")
