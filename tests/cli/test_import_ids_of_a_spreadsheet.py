"""``journal import`` of a file that was saved by a spreadsheet, which takes long ids for numbers."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from asking import Rep
from builders import at

from journal.deal import Deal
from journal.transfer.found import Found
from storage.store import open_store

NOW = "2026-03-03T10:00"
DEALS = "Record ID,Deal Name,Deal Stage,Amount,Close Date,Deal owner,Associated Company\n"
TASKS = "Record ID,Task Title,Due Date,Task Status,Associated Deal IDs,Associated Company\n"
AGAIN = "is an id that a spreadsheet shortened: export again, and open the file with that column as text."
LOST = (
    "A spreadsheet shortened ids in “Associated Deal IDs”:"
    " export again, so that these rows find their deals."
)


def brings(rep: Rep, folder: Path, text: str) -> dict[str, Any]:
    file = folder / "hubspot.csv"
    file.write_text(text, encoding="utf-8")
    return rep.gets("import", str(file), now=NOW)


def counts(told: dict[str, Any]) -> tuple[int, int, int]:
    return told["added"], told["updated"], told["unchanged"]


@pytest.mark.parametrize("number", ["2.05E+11", "2,05E+11", "2E+11", "2.05e+11"])
def test_deals_whose_ids_were_shortened_are_refused_each_by_its_line(
    rep: Rep, tmp_path: Path, number: str
) -> None:
    told = brings(
        rep,
        tmp_path,
        f'{DEALS}"{number}",One,Closed Won,5,2026-02-01,Jo,Acme\n'
        f'"{number}",Two,Proposal,7,2026-05-01,Jo,Globex\n'
        "20512345678,Three,Proposal,7,2026-05-01,Jo,Initech\n",
    )
    assert counts(told) == (1, 0, 0)
    assert [(row["line"], row["why"]) for row in told["refused"]] == [
        (2, f"“{number}” in the column “Record ID” {AGAIN}"),
        (3, f"“{number}” in the column “Record ID” {AGAIN}"),
    ]
    assert [one["name"] for one in rep.gets("deal", "list", now=NOW)["deals"]] == ["Three"]


def test_the_steps_of_deals_whose_ids_were_shortened_make_no_deal(rep: Rep, tmp_path: Path) -> None:
    told = brings(
        rep,
        tmp_path,
        "Opportunity ID,Opportunity Name,From Stage,To Stage,Last Modified,Amount\n"
        "2.05E+11,One,Discovery,Proposal,2026-02-01,5\n"
        "2.05E+11,Two,Proposal,Negotiation,2026-02-02,7\n",
    )
    assert (counts(told), [row["line"] for row in told["refused"]]) == ((0, 0, 0), [2, 3])


def test_a_task_whose_own_id_was_shortened_is_refused_and_one_of_such_a_deal_comes_alone(
    rep: Rep, tmp_path: Path
) -> None:
    brings(rep, tmp_path, f"{DEALS}20512345678,One,Proposal,5,2026-05-01,Jo,Acme\n")
    told = brings(
        rep,
        tmp_path,
        f"{TASKS}7.1E+10,Call,2026-03-02,Not started,20512345678,Acme\n"
        "71234567891,Mail,2026-03-02,Not started,2.05E+10,Acme\n"
        "71234567892,Visit,2026-03-02,Not started,20512345678,Acme\n",
    )
    assert [(row["line"], row["why"]) for row in told["refused"]] == [
        (2, f"“7.1E+10” in the column “Record ID” {AGAIN}")
    ]
    assert told["notes"] == [LOST]
    assert [(one["reason"], one["deal"]) for one in rep.gets("due", now=NOW)["due"]] == [
        ("Mail", None),
        ("Visit", 1),
    ]


def test_accounts_whose_ids_were_shortened_name_nobodys_deal(rep: Rep, tmp_path: Path) -> None:
    accounts, deals = tmp_path / "accounts.csv", tmp_path / "deals.csv"
    accounts.write_text("Account ID,Account Name\n2.05E+11,Acme\n", encoding="utf-8")
    deals.write_text(
        "Opportunity Name,Stage,Amount,Account ID\nOne,Proposal,5,2.05E+11\n", encoding="utf-8"
    )
    told = rep.gets("import", str(accounts), str(deals), now=NOW)
    assert [(row["file"], row["line"], row["why"]) for row in told["refused"]] == [
        ("accounts.csv", 2, f"“2.05E+11” in the column “Account ID” {AGAIN}"),
        ("deals.csv", 2, f"“2.05E+11” in the column “Account ID” {AGAIN}"),
    ]


def test_an_id_that_was_given_decimals_is_the_deal_it_was(rep: Rep, tmp_path: Path) -> None:
    one = "One,Proposal,5,2026-05-01,Jo,Acme\n"
    task = "Call,2026-03-02,Not started,20512345678.0,Acme\n"
    assert counts(brings(rep, tmp_path, f"{DEALS}20512345678,{one}")) == (1, 0, 0)
    assert counts(brings(rep, tmp_path, f"{DEALS}20512345678.0,{one}")) == (0, 0, 1)
    assert counts(brings(rep, tmp_path, f"{DEALS}20512345678.00,{one}")) == (0, 0, 1)
    assert counts(brings(rep, tmp_path, f"{TASKS}71234567890.0,{task}")) == (1, 0, 0)
    assert counts(brings(rep, tmp_path, f"{TASKS}71234567890,{task}"))[0] == 0
    assert [one["deal"] for one in rep.gets("due", now=NOW)["due"]] == [1]


@pytest.mark.parametrize("decimals", [".0", ".00"])
def test_a_journal_that_has_ids_with_decimals_is_not_doubled(
    rep: Rep, tmp_path: Path, decimals: str
) -> None:
    brings(rep, tmp_path, f"{DEALS}1,Other,Proposal,5,2026-05-01,Jo,Globex\n")
    now = at("2026-03-02T10:00")
    store = open_store(tmp_path / "folder" / "journal.db", create=False)
    before = Found(
        system="hubspot", external_id=f"20512345678{decimals}", value=Deal(account="Acme", name="One"),
        file="hubspot.csv", line=2,
    )  # fmt: skip
    with store.action("import", now, "cli"):
        store.imports.apply([before], format="hubspot", files=["hubspot.csv"], at=now)
    store.close()
    won = "One,Closed Won,5,2026-02-01,Jo,Acme\n"
    assert counts(brings(rep, tmp_path, f"{DEALS}20512345678{decimals},{won}")) == (0, 1, 0)
    assert counts(brings(rep, tmp_path, f"{DEALS}20512345678,{won}")) == (0, 0, 1)
    rep.asks("undo", now=NOW)
    assert counts(brings(rep, tmp_path, f"{DEALS}20512345678{decimals},{won}")) == (0, 1, 0)
