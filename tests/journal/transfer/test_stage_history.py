"""A report with several rows for each deal is one deal each, with the way it came."""

from __future__ import annotations

from datetime import date

from exports import read_texts

from journal.deal import Deal, Outcome
from journal.money import Money
from journal.transfer.found import Move

HEADER = (
    "Opportunity ID,Opportunity Name,Account Name,From Stage,To Stage,Stage Duration,"
    "Last Modified,Amount,Close Date,Stage,Created Date\n"
)
WON = (
    "006A,Renewal,Acme,,Reaching out,,2023-09-01,500,2024-01-20,Closed Won,2023-09-01\n"
    "006A,Renewal,Acme,Reaching out,Initial meeting,14,2023-09-15,500,2024-01-20,Closed Won,2023-09-01\n"
    "006A,Renewal,Acme,Initial meeting,Proposal,70,2023-11-24,500,2024-01-20,Closed Won,2023-09-01\n"
    "006A,Renewal,Acme,Proposal,Closed Won,57,2024-01-20,500,2024-01-20,Closed Won,2023-09-01\n"
)


def test_several_rows_are_one_deal() -> None:
    read = read_texts(HEADER + WON)
    assert (read.format, read.rows, read.refused) == ("salesforce", 4, ())
    assert read.deal == Deal(
        account="Acme",
        name="Renewal",
        amount=Money(50_000, "EUR"),
        stage="Proposal",
        outcome=Outcome.WON,
        opened=date(2023, 9, 1),
        stage1_on=date(2023, 9, 15),
        qualified_on=date(2023, 11, 24),
        closed=date(2024, 1, 20),
    )
    assert read.found[0].moves == (
        Move(date(2023, 9, 1), "stage", None, "Reaching out"),
        Move(date(2023, 9, 15), "stage", "Reaching out", "Initial meeting"),
        Move(date(2023, 11, 24), "stage", "Initial meeting", "Proposal"),
        Move(date(2024, 1, 20), "outcome", "open", "won"),
    )


def test_the_order_of_the_rows_and_of_the_deals_does_not_matter() -> None:
    lost = (
        "006B,Pilot,Globex,Discovery,Closed Lost,9,2024-01-05,0,2024-01-05,Closed Lost,2023-12-01\n"
    )
    rows = WON.splitlines(keepends=True)
    read = read_texts(HEADER + rows[2] + rows[0] + lost + rows[3] + rows[1])
    assert [(found.external_id, found.line) for found in read.found] == [("006B", 4), ("006A", 5)]
    assert read.found[1].moves == read_texts(HEADER + WON).found[0].moves


def test_steps_of_one_day_follow_from_one_another() -> None:
    (found,) = read_texts(
        HEADER
        + "006A,Pilot,Acme,Discovery,Proposal,0,2024-01-05,5,2024-03-01,Proposal,2024-01-05\n"
        "006A,Pilot,Acme,,Discovery,0,2024-01-05,5,2024-03-01,Proposal,2024-01-05\n"
    ).found
    assert [move.after for move in found.moves] == ["Discovery", "Proposal"]


def test_a_row_that_only_changed_the_amount_is_no_step() -> None:
    (found,) = read_texts(
        HEADER + "006A,Pilot,Acme,,Discovery,,2024-01-05,5,2024-03-01,Discovery,2024-01-05\n"
        "006A,Pilot,Acme,Discovery,Discovery,,2024-01-09,7,2024-03-01,Discovery,2024-01-05\n"
    ).found
    assert len(found.moves) == 1
    assert isinstance(found.value, Deal)
    assert found.value.amount == Money(700, "EUR")


def test_a_deal_that_was_lost_and_opened_again_keeps_both() -> None:
    (found,) = read_texts(
        HEADER
        + "006A,Pilot,Acme,Discovery,Closed Lost,,2023-05-01,5,2024-03-01,Discovery,2023-01-05\n"
        "006A,Pilot,Acme,Closed Lost,Discovery,,2023-11-01,5,2024-03-01,Discovery,2023-01-05\n"
    ).found
    assert found.moves == (
        Move(date(2023, 5, 1), "outcome", "open", "lost"),
        Move(date(2023, 11, 1), "reopen", "lost", "open"),
    )


def test_a_bad_row_is_refused_and_its_deal_is_made_of_the_others() -> None:
    read = read_texts(HEADER + WON.replace("2023-11-24", "soon"))
    assert read.why == [
        (4, "“soon” in the column “Last Modified” is no date: write it like 2026-03-31.")
    ]
    assert (read.deal.name, read.deal.outcome) == ("Renewal", Outcome.WON)


def test_steps_without_their_days_are_no_steps_on_a_guessed_day() -> None:
    (found,) = read_texts(
        "Opportunity ID,Opportunity Name,From Stage,To Stage,Amount,Created Date\n"
        "006A,Renewal,,Discovery,500,2023-09-01\n"
        "006A,Renewal,Discovery,Closed Won,500,2023-09-01\n"
    ).found
    assert isinstance(found.value, Deal)
    assert (found.value.outcome, found.value.opened) == (Outcome.WON, date(2023, 9, 1))
    assert (found.value.qualified_on, found.moves) == (None, ())


def test_without_a_column_for_its_stage_the_last_step_tells_how_a_deal_stands() -> None:
    read = read_texts(
        "Opportunity ID,Opportunity Name,From Stage,To Stage,Last Modified,Amount,Created Date\n"
        "006A,Renewal,,Discovery,2023-09-01,500,2023-09-01\n"
        "006A,Renewal,Discovery,Closed Won,2024-01-20,500,2023-09-01\n"
    )
    assert (read.deal.outcome, read.deal.closed) == (Outcome.WON, date(2024, 1, 20))


def test_a_list_of_the_same_deals_tells_the_rest_of_them() -> None:
    listed = (
        "Opportunity Owner,Account Name,Opportunity Name,Stage,Amount,Close Date,Opportunity ID\n"
        "Ada,Acme Inc.,Renewal for 2024,Closed Won,500,2024-01-20,006A\n"
        "Ada,Hooli,Audit,Discovery,70,2024-05-20,006D\n"
    )
    other = "006B,Pilot,Globex,,Discovery,0,2024-01-05,9,2024-03-01,Discovery,2024-01-05\n"
    read = read_texts(HEADER + WON + other, listed)
    assert (read.rows, read.refused) == (7, ())
    deals = {found.external_id: found for found in read.found}
    assert sorted(deals) == ["006A", "006B", "006D"]
    assert deals["006A"].value.account == "Acme Inc."
    assert deals["006A"].moves == read_texts(HEADER + WON).found[0].moves
    assert deals["006D"].moves == ()
    assert not any("repeat" in note for note in read.notes)
