"""How a deal ended: a status before flags, the stage's name, then a loss's reason. Never a day."""

from __future__ import annotations

from datetime import date

import pytest
from exports import read_texts

from journal.deal import Outcome

HEADER = "Account,Status,IsClosed,IsWon,Stage,Lost Reason,Lost time,Won time,Close Date,Amount\n"


@pytest.mark.parametrize(
    ("row", "outcome"),
    [
        ("Won,1,0,Closed Lost,price,,,", Outcome.WON),
        ("lost,,1,Closed Won,,,,", Outcome.LOST),
        ("Open,1,1,Closed Won,,,,", Outcome.OPEN),
        ("No decision,,,,,,,", Outcome.NO_DECISION),
        (",1,1,Discovery,,,,", Outcome.WON),
        (",true,false,Negotiation,,,,", Outcome.LOST),
        (",1,,Closed Lost,,,,", Outcome.LOST),
        (",1,,Closed - No Decision,,,,", Outcome.NO_DECISION),
        (",0,0,Closed Won,,,,", Outcome.OPEN),
        (",,,Closed Won,,,,", Outcome.WON),
        (",,,closed won ,,,,", Outcome.WON),
        (",,,Won,,,,", Outcome.WON),
        (",,,closedwon,,,,", Outcome.WON),
        (",,,9. Closed/Lost (0%),,,,", Outcome.LOST),
        (",,,Discovery,,,,", Outcome.OPEN),
        (",,,Discovery,price,,,", Outcome.OPEN),
        (",,,,,,2024-01-05,2024-01-05", Outcome.OPEN),
    ],
)
def test_the_strongest_word_decides(row: str, outcome: Outcome) -> None:
    assert read_texts(HEADER + f"Acme,{row},5\n").deal.outcome is outcome


@pytest.mark.parametrize("lost", ["price,", ",2024-01-05"])
def test_a_reason_or_a_time_of_loss_means_lost_where_no_flag_says_otherwise(lost: str) -> None:
    read = read_texts(f"Account,Stage,Lost Reason,Lost time\nAcme,Discovery,{lost}\n")
    assert (read.deal.outcome, read.deal.stage) == (Outcome.LOST, "Discovery")


def test_the_reason_for_a_loss_is_kept() -> None:
    read = read_texts("Account,Status,Why did we lose?\nAcme,Lost,No budget\n")
    assert read.deal.category == "No budget"


def test_a_closed_deal_that_does_not_say_how_is_refused() -> None:
    read = read_texts("Account,Status,Amount\nAcme,Closed,5\nGlobex,Won,5\n")
    assert [deal.account for deal in read.deals] == ["Globex"]
    assert read.why == [
        (
            2,
            "It is closed, but nothing says whether it was won or lost:"
            " write Won or Lost as its status.",
        )
    ]


def test_a_day_of_its_own_outweighs_the_close_date() -> None:
    read = read_texts(
        "Account,Status,Won time,Lost time,Close Date\n"
        "Acme,Won,2024-01-05,,2024-02-28\n"
        "Globex,Lost,,2024-01-06,2024-02-28\n"
        "Initech,Open,,,2024-02-28\n"
    )
    assert [(deal.closed, deal.expected_close) for deal in read.deals] == [
        (date(2024, 1, 5), None),
        (date(2024, 1, 6), None),
        (None, date(2024, 2, 28)),
    ]


def test_a_column_called_closed_may_hold_the_day() -> None:
    read = read_texts("Account,Status,Closed\nAcme,Won,31/1/2024\nGlobex,Open,\n")
    assert [deal.closed for deal in read.deals] == [date(2024, 1, 31), None]


def test_a_status_that_is_a_stage_is_the_stage() -> None:
    read = read_texts("Account,Status,Amount\nAcme,negotiation,5\nGlobex,Handshake,5\n")
    assert [(deal.stage, deal.outcome) for deal in read.deals] == [
        ("Negotiation", Outcome.OPEN),
        ("Handshake", Outcome.OPEN),
    ]
    assert read.notes == (
        "Stage “Handshake” is not one of yours: kept, not ranked;"
        " deals in it count as open unless marked won or lost.",
    )


@pytest.mark.parametrize(
    ("word", "outcome"),
    [
        ("gewonnen", Outcome.WON),
        ("Verloren", Outcome.LOST),
        ("Gagné", Outcome.WON),
        ("Gagne\u0301", Outcome.WON),
        ("perdu", Outcome.LOST),
        ("Ganado", Outcome.WON),
        ("perdido", Outcome.LOST),
        ("VINTO", Outcome.WON),
        ("Perso (Vendite)", Outcome.LOST),
    ],
)
@pytest.mark.parametrize("column", ["Status", "Stage"])
def test_a_deal_may_be_won_or_lost_in_another_language(
    column: str, word: str, outcome: Outcome
) -> None:
    read = read_texts(f"Account,{column},Close Date\nAcme,{word},2024-01-31\n")
    assert (read.deal.outcome, read.deal.stage) == (outcome, None)
    assert (read.deal.closed, read.deal.expected_close) == (date(2024, 1, 31), None)


def test_such_a_word_elsewhere_in_a_row_ends_no_deal() -> None:
    read = read_texts("Account,Name,Next Step,Stage\nPerso,Gewonnen,perdu,Negotiation\n")
    assert read.deal.outcome is Outcome.OPEN


def test_a_won_deal_without_an_amount_is_counted() -> None:
    read = read_texts("Account,Status,Amount\nAcme,Won,\nGlobex,Won,0\nInitech,Open,\n")
    assert [deal.amount for deal in read.deals] == [None, None, None]
    assert read.notes == ("2 won deals have no amount: they are no part of the average.",)
