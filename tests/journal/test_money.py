"""Amounts as reps and their CRMs write them."""

from __future__ import annotations

import pytest

from journal.money import Money, read_money
from journal.transfer.amount_column import AmountColumn
from journal.transfer.cells import amount


@pytest.mark.parametrize(
    ("text", "minor", "currency"),
    [
        ("1,200,000", 120_000_000, "EUR"),
        ("USD 485,000.00", 48_500_000, "USD"),
        ("$1,234,567", 123_456_700, "USD"),
        ("£1,250.50", 125_050, "GBP"),
        ("1 234,56", 123_456, "EUR"),
        ("1.234.567,89", 123_456_789, "EUR"),
        ("45.3k", 4_530_000, "EUR"),
        ("1.2M", 120_000_000, "EUR"),
        ("1124741.15", 112_474_115, "EUR"),
        ("500 CHF", 50_000, "CHF"),
        ("¥1,500", 1_500, "JPY"),
        ("-5", -500, "EUR"),
        ("(5.25)", -525, "EUR"),
        ("12,500.500", 1_250_050, "EUR"),
        ("KWD 12,500.500", 1_250_050, "KWD"),
        ("12.500,500", 1_250_050, "EUR"),
        ("1 234.567", 123_457, "EUR"),
        ("1,234,567.505", 123_456_751, "EUR"),
        ("1,250.505k", 125_050_500, "EUR"),
        ("¥1,500.50", 1_501, "JPY"),
        ("-1,250.505", -125_051, "EUR"),
    ],
)
def test_an_amount_is_read_to_the_cent(text: str, minor: int, currency: str) -> None:
    assert read_money(text, "EUR") == Money(minor, currency)


def test_no_amount_is_not_nothing() -> None:
    assert read_money("  ", "EUR") is None


@pytest.mark.parametrize(
    "text",
    [
        *("lots", "1,2,3", "1e9", "12..5", "99999999999999999", "[/]"),
        *("1,234.567,89", "1.234,567.89", "1,234,56", "1.234.5", "1,234 567", "12500.500"),
    ],
)
def test_what_is_no_amount_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        read_money(text, "EUR")


@pytest.mark.parametrize(
    "text", ["12,500.500", "12.500,500", "1 234.567", "1,250.505k", "¥1,500.50", "¥1500.50"]
)
def test_a_typed_amount_is_what_it_would_be_when_read_from_a_file(text: str) -> None:
    assert read_money(text, "EUR") == amount(text, "EUR", AmountColumn())
    if text.startswith("¥"):
        assert amount(text[1:], "JPY", AmountColumn()) == Money(1_501, "JPY")


@pytest.mark.parametrize(
    ("minor", "long", "short"),
    [
        (120_000_000, "1,200,000", "1.2M"),
        (108_000_000, "1,080,000", "1.08M"),
        (91_000_000, "910,000", "910k"),
        (99_950_000, "999,500", "1M"),
        (94_000, "940", "940"),
        (99_999_499_900, "999,994,999", "999.99M"),
        (907_800_000_000, "9,078,000,000", "9.08B"),
    ],
)
def test_an_amount_is_shown_whole_or_short(minor: int, long: str, short: str) -> None:
    assert str(Money(minor, "EUR")) == long
    assert Money(minor, "EUR").short == short


@pytest.mark.parametrize(
    ("minor", "currency", "told"),
    [
        (120_000_000, "EUR", "1,200,000"),
        (123_456, "EUR", "1,234.56"),
        (5, "EUR", "0.05"),
        (-123_450, "EUR", "-1,234.50"),
        (1_234, "JPY", "1,234"),
    ],
)
def test_an_amount_is_told_to_its_last_cent(minor: int, currency: str, told: str) -> None:
    assert Money(minor, currency).exact == told


def test_json_gets_major_units() -> None:
    assert Money(1_054_256_298, "EUR").major == 10_542_562.98
    assert Money(120_000_000, "EUR").major == 1_200_000
    assert Money(1_500, "JPY").major == 1_500
