"""Amounts are read alike over a whole column: what stands before cents in one cell does in all."""

from __future__ import annotations

import pytest
from exports import read_texts

WHY = (
    " in the column “Amount” may be of thousands or have three decimals, and its column does not"
    " tell: write it like 12500.00."
)


def minor_of(*cells: str) -> list[int]:
    rows = "".join(f'Deal {n},Acme,"{cell}"\n' for n, cell in enumerate(cells))
    read = read_texts(f"Name,Account,Amount\n{rows}")
    assert read.refused == ()
    return [deal.amount.minor if deal.amount else 0 for deal in read.deals]


@pytest.mark.parametrize(
    ("cells", "minor"),
    [
        (("845.375", "845.38", "0.375"), [84_538, 84_538, 38]),
        (("0.500", "845.375", "1083.6789"), [50, 84_538, 108_368]),
        (("845.375", "1290.12"), [84_538, 129_012]),
        (("845.375", "1,234.50", "12,500"), [84_538, 123_450, 1_250_000]),
        (("845.375", "$1,234,567"), [84_538, 123_456_700]),
        (("USD 845.375", "USD 1,234.567"), [84_538, 123_457]),
        (("845,375", "845,38", "1290,12"), [84_538, 84_538, 129_012]),
        (("845,375 €", "1.234,50 €", "12.500 €"), [84_538, 123_450, 1_250_000]),
        (("845,375", "1 234,5", "0,500"), [84_538, 123_450, 50]),
        (("99.5", "0.00", "12,500"), [9_950, 0, 1_250_000]),
        (("1.5k", "1.2345m", "2.345k"), [150_000, 123_450_000, 234_500]),
    ],
)
def test_a_cell_that_shows_its_cents_tells_how_the_rep_wrote_all_of_them(
    cells: tuple[str, ...], minor: list[int]
) -> None:
    assert minor_of(*cells) == minor


@pytest.mark.parametrize("cells", [("12.500", "845.375"), ("12,500", "845,375")])
def test_three_figures_are_thousands_where_no_cell_shows_cents(cells: tuple[str, ...]) -> None:
    assert minor_of(*cells) == [1_250_000, 84_537_500]


@pytest.mark.parametrize(("cell", "minor"), [("0.500", 50), ("0,500", 50), ("0.0049", 0)])
def test_less_than_one_is_never_thousands(cell: str, minor: int) -> None:
    assert minor_of(cell) == [minor]


def test_what_a_column_of_both_spellings_leaves_open_is_asked_of_the_rep() -> None:
    read = read_texts(
        "Name,Account,Amount\nOne,Acme,1290.12\nTwo,Acme,845.375\n"
        'Three,Acme,"1290,12"\nFour,Acme,"12,500"\nFive,Acme,"1,234,567"\n'
    )
    assert [deal.amount and deal.amount.minor for deal in read.deals] == [
        129_012,
        129_012,
        123_456_700,
    ]
    assert read.why == [(3, f"“845.375”{WHY}"), (5, f"“12,500”{WHY}")]


@pytest.mark.parametrize("short", ["99.5", "845.38", "0.00", "1.2M", "12.5%"])
def test_few_figures_with_cents_do_not_tell_that_thousands_are_not_grouped(short: str) -> None:
    read = read_texts(f"Name,Account,Amount\nOne,Acme,12.500\nTwo,Acme,45000\nThree,Acme,{short}\n")
    assert next(deal.name for deal in read.deals) == "Two"
    assert read.why[0] == (2, f"“12.500”{WHY}")


def test_the_amounts_of_one_file_tell_nothing_of_anothers() -> None:
    read = read_texts(
        "Name,Account,Amount\nOne,Acme,845.375\nTwo,Acme,1290.12\n",
        "Name,Account,Amount\nThree,Acme,12.500\n",
    )
    assert [deal.amount and deal.amount.minor for deal in read.deals] == [
        84_538,
        129_012,
        1_250_000,
    ]


@pytest.mark.parametrize("cell", [f"{'9' * 40}.375", f"1.{'3' * 400}", "1,23,456.789", "1.234 567"])
def test_an_amount_beyond_all_measure_refuses_no_more_than_its_row(cell: str) -> None:
    read = read_texts(f'Name,Account,Amount\nOne,Acme,"{cell}"\nTwo,Acme,845.38\n')
    assert [deal.name for deal in read.deals][-1:] == ["Two"]
