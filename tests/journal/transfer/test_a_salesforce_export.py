"""A rep brings the three files of a Salesforce export: deals, tasks and accounts."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

import pytest

from journal.activity import Activity
from journal.deal import Deal, Outcome
from journal.follow_up import FollowUp
from journal.money import Money
from journal.stage import Stages
from journal.transfer.found import Found
from journal.transfer.reading import Reading, read_files
from journal.transfer.source import SourceFile

TODAY = date(2024, 2, 1)
OURS = Path(__file__).resolve().parents[2] / "data" / "salesforce"
GENUINE = Path(__file__).resolve().parents[4] / "shared" / "data" / "salesforce"


@dataclass(frozen=True)
class Figures:
    """What one export holds, counted by hand in a spreadsheet."""

    folder: Path
    rows: int
    won: int
    lost: int
    open: int
    won_minor: int
    activities: int
    follow_ups: int
    about_a_deal: int
    without_account: int
    overdue: int
    entered_after_they_closed: int


EXPORTS = [Figures(OURS, 12, 2, 1, 2, 1_999_995, 1, 3, 2, 1, 2, 1)]
if GENUINE.is_dir():
    EXPORTS.append(Figures(GENUINE, 147, 12, 3, 35, 1_054_256_298, 0, 75, 0, 39, 75, 12))


def reading_of(folder: Path, *names: str) -> Reading:
    files = [
        SourceFile(f"{name}.csv", partial((folder / f"{name}.csv").open, "rb")) for name in names
    ]
    return read_files(files, today=TODAY, currency="EUR", stages=Stages(), day_first=None)


def by_id(folder: Path) -> dict[str, Found]:
    reading = reading_of(folder, "Opportunity", "Task", "Account")
    return {found.external_id: found for found in reading.found}


@pytest.mark.parametrize("export", EXPORTS, ids=lambda export: export.folder.parts[-3])
def test_a_salesforce_export_gives_the_figures_it_holds(export: Figures) -> None:
    reading = reading_of(export.folder, "Opportunity", "Task", "Account")
    found = list(reading.found)
    values = [one.value for one in found]
    deals = [value for value in values if isinstance(value, Deal)]
    tasks = [value for value in values if isinstance(value, FollowUp)]
    won = [deal for deal in deals if deal.outcome is Outcome.WON]
    assert (reading.format, reading.read, reading.refused) == ("salesforce", export.rows, ())
    assert Counter(deal.outcome for deal in deals) == {
        Outcome.WON: export.won,
        Outcome.LOST: export.lost,
        Outcome.OPEN: export.open,
    }
    assert sum(deal.amount.minor for deal in won if deal.amount) == export.won_minor
    assert sum(isinstance(value, Activity) for value in values) == export.activities
    assert len(tasks) == export.follow_ups
    assert sum(one.deal_external_id is not None for one in found) == export.about_a_deal
    assert sum(task.account is None for task in tasks) == export.without_account
    assert sum(task.is_due(TODAY) for task in tasks) == export.overdue
    assert all(deal.account for deal in deals)
    reversed_ = [deal for deal in won if deal.closed and deal.opened and deal.closed < deal.opened]
    assert len(reversed_) == export.entered_after_they_closed


def test_a_won_deal_keeps_the_day_it_was_entered_and_the_day_it_closed() -> None:
    found = by_id(OURS)["006Xy00000Op1aBIAR"]
    assert found.value == Deal(
        account="Globex, Inc.",
        name="Globex pilot",
        amount=Money(749_995, "EUR"),
        outcome=Outcome.WON,
        opened=date(2024, 1, 22),
        closed=date(2023, 12, 15),
    )
    assert (found.system, found.file, found.line) == ("salesforce", "Opportunity.csv", 3)


def test_an_open_deal_has_an_expected_close_and_our_own_stage() -> None:
    found = by_id(OURS)["006Xy00000Op1aDIAR"]
    assert found.value == Deal(
        account="Café Zoë",
        name="Zoë tills",
        amount=Money(320_050, "EUR"),
        stage="Proposal",
        opened=date(2024, 1, 5),
        expected_close=date(2024, 3, 15),
        next_step='Send the "final" quote',
    )
    assert found.unknown["StageName"] == "Proposal/Quote"
    assert found.unknown["Probability"] == "60%"
    assert "Product__c" not in found.unknown


def test_a_lost_deal_with_an_amount_of_zero_has_no_amount() -> None:
    lost = by_id(OURS)["006Xy00000Op1aCIAR"].value
    assert isinstance(lost, Deal)
    assert (lost.outcome, lost.amount, lost.closed) == (Outcome.LOST, None, date(2023, 10, 2))


def test_a_task_about_a_deal_names_it_and_takes_its_account() -> None:
    task = by_id(OURS)["00TXy00000Ta1aDIAR"]
    assert task.deal_external_id == "006Xy00000Op1aEIAR"
    assert task.value == FollowUp(due=None, what="Plan the training", account="Acme GmbH")


def test_the_rep_hears_what_was_read_in_a_certain_way() -> None:
    reading = reading_of(OURS, "Account", "Task", "Opportunity")
    assert len(list(reading.found)) == 9
    assert reading.notes == (
        "Stage “Proposal/Quote” is read as your “Proposal”.",
        "Stage “Needs Analysis” is not one of yours: kept, not ranked;"
        " deals in it count as open unless marked won or lost.",
        "1 won deal was entered after it closed: not in the sales cycle.",
        "1 follow-up names no account.",
        "1 follow-up has no day.",
        "1 row says more in “Type__c” than is read: journal export json keeps the words.",
    )


def test_going_through_the_files_twice_says_the_same_twice() -> None:
    reading = reading_of(OURS, "Opportunity", "Task", "Account")
    first, notes = list(reading.found), reading.notes
    assert list(reading.found) == first
    assert reading.notes == notes


def test_without_the_file_of_accounts_the_rep_is_asked_for_it() -> None:
    reading = reading_of(OURS, "Opportunity")
    assert [found.value.account for found in reading.found] == [None] * 5
    assert (
        "5 rows name their account only by number: give the file of accounts along with them."
        in reading.notes
    )
