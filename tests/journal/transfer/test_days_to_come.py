"""A deal that has ended did so by now: a day that is still to come refuses its row."""

from __future__ import annotations

from datetime import date

import pytest
from exports import read_texts

from journal.deal import Outcome

HEADER = "Account,Status,Close Date,Won time\n"


def test_a_deal_that_ended_on_a_day_to_come_is_refused_by_line_and_reason() -> None:
    read = read_texts(
        HEADER + "Acme,Won,2033-03-04,\nGlobex,Lost,2024-02-03,\n"
        "Initech,No decision,2024-06-30,\nUmbrella,Won,2024-01-31,\n"
    )
    assert [deal.account for deal in read.deals] == ["Umbrella"]
    assert read.why == [
        (2, "It is said to be won, but its day, 2033-03-04, is still to come."),
        (3, "It is said to be lost, but its day, 2024-02-03, is still to come."),
        (4, "It is said to be closed, but its day, 2024-06-30, is still to come."),
    ]


@pytest.mark.parametrize("day", ["2024-02-01", "2024-02-02"])
def test_today_and_tomorrow_may_be_the_day_a_deal_ended_somewhere_in_the_world(day: str) -> None:
    assert read_texts(HEADER + f"Acme,Won,{day},\n").deal.closed == date.fromisoformat(day)


def test_an_open_deal_may_be_expected_on_any_day_to_come() -> None:
    deal = read_texts(HEADER + "Acme,Open,2033-03-04,\n").deal
    assert (deal.outcome, deal.expected_close) == (Outcome.OPEN, date(2033, 3, 4))


def test_a_day_that_is_past_counts_before_one_to_come_and_neither_is_lost() -> None:
    read = read_texts(HEADER + "Acme,Won,2024-01-31,2033-03-04\n")
    assert read.deal.closed == date(2024, 1, 31)
    assert read.found[0].unknown == {"Status": "Won", "Won time": "2033-03-04"}
