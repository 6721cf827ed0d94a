"""Anyone's table of deals is read by the names of its columns, and each row is known next time."""

from __future__ import annotations

from datetime import date

import pytest
from exports import read_texts
from hypothesis import given
from hypothesis import strategies as st

from journal.deal import Deal, Outcome
from journal.errors import BadInput
from journal.money import Money
from journal.transfer.salesforce import long_id


def test_a_table_of_a_rep_s_own_is_read() -> None:
    read = read_texts(
        "Company*,Deal,Value,Status,Created,Close Date,Next Step\n"
        'Acme,Renewal,"$1,234,567",Won,2023-05-01,2023-09-30,\n'
        "Globex,Pilot,45.3k,Open,2024-01-02,2024-06-30,Call the CFO\n"
    )
    assert (read.format, read.rows, read.refused) == ("table", 2, ())
    assert read.deals == [
        Deal(
            account="Acme",
            name="Renewal",
            amount=Money(123_456_700, "USD"),
            outcome=Outcome.WON,
            opened=date(2023, 5, 1),
            closed=date(2023, 9, 30),
        ),
        Deal(
            account="Globex",
            name="Pilot",
            amount=Money(4_530_000, "EUR"),
            opened=date(2024, 1, 2),
            expected_close=date(2024, 6, 30),
            next_step="Call the CFO",
        ),
    ]
    assert [found.external_id for found in read.found] == ["acme | renewal", "globex | pilot"]


@pytest.mark.parametrize(
    ("text", "minor", "currency"),
    [
        ("1124741.15", 112_474_115, "EUR"),
        ("USD 485,000.00", 48_500_000, "USD"),
        ("£1,250.50", 125_050, "GBP"),
        ("1 234,56", 123_456, "EUR"),
        ("1124741.1500", 112_474_115, "EUR"),
        ("1.5E+06", 150_000_000, "EUR"),
        ("0.5", 50, "EUR"),
        ("7", 700, "EUR"),
    ],
)
def test_an_amount_is_read_however_it_is_written(text: str, minor: int, currency: str) -> None:
    assert read_texts(f'Account,Amount\nAcme,"{text}"\n').deal.amount == Money(minor, currency)


@pytest.mark.parametrize("text", ["", "0", "0.00", "TBD", "n/a", "-"])
def test_no_amount_is_none(text: str) -> None:
    assert read_texts(f"Account,Amount,Stage\nAcme,{text},Discovery\n").deal.amount is None


@pytest.mark.parametrize("text", ["-500", "(500)", "five", "1e99", "9" * 18, "12.5.7", "=1+1"])
def test_what_is_no_amount_refuses_its_row(text: str) -> None:
    read = read_texts(f"Account,Amount,Stage\nAcme,{text},Discovery\nGlobex,5,Discovery\n")
    assert [deal.account for deal in read.deals] == ["Globex"]
    assert read.why == [
        (2, f"“{text}” in the column “Amount” is no amount of a deal: write it like 12,500.00.")
    ]


def test_a_column_may_name_the_currency() -> None:
    read = read_texts("Account,Amount,Currency\nAcme,500,JPY\nGlobex,500,\nInitech,5,Beads\n")
    assert [deal.amount for deal in read.deals] == [Money(500, "JPY"), Money(50_000, "EUR")]
    assert read.why == [
        (4, "“Beads” in the column “Currency” is no currency: write its three letters, like EUR.")
    ]


def test_two_rows_with_one_account_and_name_are_two_deals() -> None:
    read = read_texts("Account,Name,Amount\nAcme,Renewal,5\nGlobex,Pilot,5\nACME,renewal ,7\n")
    keys = [(found.external_id, found.alike) for found in read.found]
    assert keys == [
        ("acme | renewal", "acme | renewal"),
        ("globex | pilot", "globex | pilot"),
        ("acme | renewal #2", "acme | renewal"),
    ]
    assert read.why == []


def test_a_name_that_ends_in_a_number_is_no_other_deals() -> None:
    read = read_texts("Account,Name,Amount\nA,x #2,5\nA,x,6\nA,x,7\nA,x #2,8\n")
    keys = [found.external_id for found in read.found]
    assert keys == ["a | x #2", "a | x", "a | x #3", "a | x #2 #2"]


def test_deals_without_a_name_are_known_by_their_order() -> None:
    read = read_texts("Account,Amount\nAcme,5\nGlobex,5\nAcme,7\n")
    assert [found.external_id for found in read.found] == ["acme", "globex", "acme #2"]
    assert [deal.name for deal in read.deals] == ["Acme", "Globex", "Acme"]


def test_a_deal_that_stands_in_two_rows_or_files_is_read_once() -> None:
    header = "Id,Account,Amount\n"
    read = read_texts(header + "7,Acme,5\n7,Acme,5\n", header + "7,Acme,5\n8,Globex,5\n")
    assert [found.external_id for found in read.found] == ["7", "8"]
    assert (read.rows, read.notes) == (
        4,
        ("2 rows repeat one that was read before them: left out.",),
    )


def test_a_row_that_names_nothing_is_refused() -> None:
    read = read_texts("Account,Name,Amount,Stage\n,,5,Discovery\nAcme,,5,Discovery\n")
    assert read.why == [(2, "It names neither an account nor a deal.")]


def test_only_the_rep_s_own_rows_are_read_when_an_owner_is_named() -> None:
    text = "Account,Amount,Owner\nAcme,5,Ada Byron\nGlobex,5,ada  byron\nInitech,5,Bob\n"
    read = read_texts(text, owner="Ada Byron")
    assert [deal.account for deal in read.deals] == ["Acme", "Globex"]
    assert read.notes == ("1 row has another owner: left out.",)
    assert read_texts("Account,Amount\nAcme,5\n", owner="Ada").notes == (
        "first.csv does not name owners: all of its rows are read.",
    )


def test_who_names_an_owner_that_no_row_has_hears_whose_the_rows_are() -> None:
    text = "Account,Amount,Owner\nAcme,5,Ada Byron\nGlobex,6,Bo\nInitech,7,\nHooli,8,Bo\n"
    assert read_texts(text, owner="Ada").notes == (
        "4 rows have another owner: left out.",
        "No row has that owner; the first owners here are “Ada Byron”, “Bo”.",
    )


def test_a_deleted_row_is_left_out() -> None:
    read = read_texts("Id,Account,Amount,IsDeleted\n1,Acme,5,1\n2,Globex,5,\n3,Initech,5,true\n")
    assert [deal.account for deal in read.deals] == ["Globex"]
    assert read.notes == ("2 rows are marked as deleted: left out.",)


def test_the_rep_may_say_which_column_is_which() -> None:
    text = "Kunde,Wert,Stand,Amount\nAcme,5,Won,9\n"
    mapping = {"Kunde": "account", "wert": "amount", "Stand": "status", "Amount": "ignore"}
    read = read_texts(text, mapping=mapping)
    assert (read.deal.account, read.deal.amount) == ("Acme", Money(500, "EUR"))
    assert read.deal.outcome is Outcome.WON
    assert read.found[0].unknown["Amount"] == "9"


def test_a_mapping_to_nothing_we_know_is_refused() -> None:
    with pytest.raises(BadInput) as nothing_like_it:
        read_texts("Account,Wert\nAcme,5\n", mapping={"Wert": "zzzzz"})
    assert str(nothing_like_it.value) == (
        "There is no field “zzzzz”. journal import --help lists all of them."
    )
    with pytest.raises(BadInput) as misspelt:
        read_texts("Account,Wert\nAcme,5\n", mapping={"Wert": "Amout"})
    assert str(misspelt.value) == (
        "There is no field “Amout”. Nearest: amount, account or about-id."
        " journal import --help lists all of them."
    )
    with pytest.raises(BadInput, match="No file has a column “Preis”"):
        read_texts("Account,Amount\nAcme,5\n", mapping={"Preis": "amount"})
    with pytest.raises(BadInput, match=r"“excel” cannot be read\. Formats are: auto, salesforce"):
        read_texts("Account,Amount\nAcme,5\n", format="excel")


def test_files_of_two_programs_are_called_mixed() -> None:
    hubspot = (
        "Record ID,Deal Name,Deal Stage,Amount,Associated Company\n7,Pilot,closedwon,5,Globex\n"
    )
    pipedrive = (
        "Deal - ID,Deal - Title,Deal - Organization,Deal - Value,Deal - Status\n"
        "7,Rollout,Acme,5,Lost\n"
    )
    read = read_texts(hubspot, pipedrive)
    assert read.format == "mixed"
    assert [(found.system, found.value.account) for found in read.found] == [
        ("hubspot", "Globex"),
        ("pipedrive", "Acme"),
    ]
    assert read_texts(pipedrive).format == "pipedrive"
    assert read_texts(pipedrive).deal.outcome is Outcome.LOST


HOSTILE = (
    "=HYPERLINK(1)",
    "+1",
    "@cmd",
    "[/]",
    "[red]x",
    "\x1b[31mred",
    "a\u202eb",
    "'; DROP TABLE deal",
    "<b>",
)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_kept_to_the_letter(text: str) -> None:
    (found,) = read_texts(f'Account,Name,Stage,{text}\n"{text}","{text}","{text}",{text}\n').found
    assert isinstance(found.value, Deal)
    assert (found.value.account, found.value.name, found.value.stage) == (text, text, text)
    assert found.unknown == {text: text}


@given(st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=30))
def test_any_name_a_rep_can_type_comes_back_as_it_is(name: str) -> None:
    quoted = name.replace('"', '""')
    read = read_texts(f'Account,Name,Amount\n"Acme","{quoted}",5\n')
    assert read.deal.name == (name.strip() or "Acme")


def test_an_id_of_15_letters_is_the_same_deal_as_its_18() -> None:
    assert long_id("006Ec00000AieKF") == "006Ec00000AieKFIAZ"
    assert long_id("006Ec00000AieKFIAZ") == "006Ec00000AieKFIAZ"
    assert long_id("4711") == "4711"


def test_a_type_of_activity_that_is_not_known_is_said_once() -> None:
    read = read_texts(
        "Account,Activity Type,Subject,Date\n"
        "Acme,Lunch & Learn,Demo day,2024-01-30\n"
        "Acme,Golf,Nine holes,2024-01-30\n"
        "Globex,Golf,Nine more,2024-01-31\n"
        "Globex,Task,Sent it,2024-01-31\n"
        "Globex,Phone call,Hello,2024-01-31\n"
    )
    assert read.notes == (
        "Type “Golf” is not one of yours: counted as other.",
        "3 rows say more in “Activity Type” than is read: journal export json keeps the words.",
    )
    assert [one.unknown.get("Activity Type") for one in read.found] == [
        *("Lunch & Learn", "Golf", "Golf", None, "Phone call"),
    ]


def test_a_stage_as_long_as_a_letter_is_named_by_its_beginning() -> None:
    read = read_texts(f"Account,Amount,Stage\nAcme,5,{'very ' * 1_000}late\n")
    assert read.notes == (
        f"Stage “{('very ' * 12)[:59]}…” is not one of yours: kept, not ranked;"
        " deals in it count as open unless marked won or lost.",
    )
    assert len(read.deal.stage or "") == 5_004


def test_what_a_task_still_to_do_says_of_length_and_count_is_kept_and_told() -> None:
    read = read_texts(
        "Account,Subject,Type,Duration,Count,Status,Date\n"
        "Acme,Ring Dana,Call,half a day,twice,Open,2024-03-01\n"
        "Acme,Ring Erin,Call,0,1,Open,2024-03-01\n"
    )
    assert [one.unknown for one in read.found] == [
        {"Type": "Call", "Duration": "half a day", "Count": "twice", "Status": "Open"},
        {"Type": "Call", "Status": "Open"},
    ]
    assert read.notes == (
        "1 row says more in “Duration”, “Count” than is read: journal export json keeps the words.",
    )
