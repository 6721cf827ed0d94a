"""Two rows of an account and a name, in two lists that are read together, are one deal or two."""

from __future__ import annotations

from dataclasses import replace

import pytest
from builders import day, deal

from journal.deal import Deal, Outcome
from journal.money import Money
from journal.transfer.repeats import is_one


def sale(close: str | None, worth: int | None = 100, opened: str | None = None) -> Deal:
    """An open deal."""
    return replace(
        deal(), amount=None if worth is None else Money(worth, "EUR"),
        expected_close=None if close is None else day(close),
        opened=None if opened is None else day(opened),
    )  # fmt: skip


def won(close: str | None, worth: int | None = 100, opened: str | None = None) -> Deal:
    """The same, won."""
    one = sale(close, worth, opened)
    return replace(one, outcome=Outcome.WON, closed=one.expected_close, expected_close=None)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (sale("2026-05-01"), sale("2026-05-01", 200)),
        (sale("2026-05-01"), sale("2026-06-01")),
        (sale("2026-05-01"), sale(None, None)),
        (sale("2026-05-01"), won("2026-05-01", 90)),
        (sale("2026-05-01", 1, "2026-01-01"), won("2026-03-01", 2, "2026-01-02")),
    ],
    ids=["worth more", "pushed", "hardly told", "won that day", "entered then"],
)
def test_what_two_lists_tell_of_one_deal_is_read_once(one: Deal, other: Deal) -> None:
    assert is_one(one, other)
    assert is_one(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (sale("2026-05-01"), sale("2026-06-01", 200)),
        (sale(None), sale(None, 200)),
        (won("2025-05-01"), sale("2026-05-01")),
        (won("2025-05-01"), won("2026-05-01")),
        (sale("2026-05-01", 1, "2026-01-01"), sale("2026-05-01", 1, "2026-02-01")),
    ],
    ids=["all else", "worth more, and no day", "renewed", "won again", "entered later"],
)
def test_two_deals_of_a_name_in_two_lists_are_two(one: Deal, other: Deal) -> None:
    assert not is_one(one, other)
    assert not is_one(other, one)
