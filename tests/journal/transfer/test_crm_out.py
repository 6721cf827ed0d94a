"""What the CRM lacks goes back to it in its own columns, and nothing that comes back is added twice."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from builders import activity, day, deal, note
from clocked import Rep

from journal import crm_debt
from journal.activity import Activity
from journal.transfer.cells_out import guarded
from journal.transfer.crm_out import crm_texts
from journal.transfer.found import Applied, Found
from journal.transfer.reading import read_files
from journal.transfer.reference import references_in, with_reference, without_reference
from journal.transfer.source import SourceFile
from storage.store import SqliteStore, open_store

UID = "0193a2b4c5d6e7f8a9b0c1d2e3f4a5b6"
TUESDAY = day("2026-11-24")


@pytest.fixture
def rep(store: SqliteStore) -> Rep:
    return Rep(store)


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Rep]:
    """The same rep with an empty journal."""
    store = open_store(tmp_path / "other.db", create=True)
    yield Rep(store)
    store.close()


def call(count: int = 1) -> Activity:
    """A call with a name that is the same each time."""
    made = activity("call", count, TUESDAY, "Acme", text="spoke to Dana", outcome="reached")
    return replace(made, uid=UID, minutes=7)


def file_of(rep: Rep, system: str) -> str:
    return "".join(crm_texts(rep.journal, system))


def rows_of(rep: Rep, system: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(file_of(rep, system), newline="")))


def brought(rep: Rep, text: str) -> Applied:
    """Read a file as journal import does."""
    reading = read_files(
        [SourceFile("back.csv", partial(io.BytesIO, text.encode()))],
        today=rep.journal.today(),
        currency="EUR",
        stages=rep.journal.settings.stages,
        day_first=True,
    )
    return rep.journal.bring_in(reading.found, format=reading.format, files=["back.csv"])


def a_deal_of(rep: Rep, system: str, external_id: str) -> None:
    """The deal "Renewal" as that program told of it."""
    found = Found(
        system=system, external_id=external_id, value=deal("Renewal"), file="d.csv", line=2
    )
    rep.journal.bring_in([found], format=system, files=["d.csv"])


def test_salesforce_gets_the_columns_of_its_data_loader(rep: Rep) -> None:
    a_deal_of(rep, "salesforce", "006Xy00000Ab1cDIAR")
    rep.did(replace(call(), deal=1), note("mine alone"))
    assert file_of(rep, "salesforce") == (
        "Subject,ActivityDate,Status,Priority,WhoId,WhatId,OwnerId,Description,CallType,"
        "CallDurationInSeconds,CallDisposition\r\n"
        "Call: Acme,2026-11-24,Completed,Normal,,006Xy00000Ab1cDIAR,,"
        f'"spoke to Dana\n[journal {UID}]",Outbound,420,reached\r\n'
    )


def test_hubspot_gets_the_columns_of_its_import(rep: Rep) -> None:
    met = replace(activity("demo", 1, TUESDAY, "Globex", outcome="held"), uid=UID, minutes=90)
    rep.did(met)
    assert rows_of(rep, "hubspot") == [
        {
            "Activity Type": "Meeting",
            "Activity Date": "2026-11-24",
            "Activity Name": "Demo: Globex",
            "Notes/Description": f"[journal {UID}]",
            "Call Outcome": "",
            "Meeting Outcome": "held",
            "Duration": "01:30",
            "Associated Company": "Globex",
            "Deal ID": "",
        }
    ]


def test_pipedrive_gets_the_columns_of_its_import(rep: Rep) -> None:
    a_deal_of(rep, "pipedrive", "17")
    rep.did(replace(call(), deal=1))
    assert rows_of(rep, "pipedrive") == [
        {
            "Activity - Subject": "Call: Acme",
            "Activity - Type": "Call",
            "Activity - Due date": "2026-11-24",
            "Activity - Due time": "",
            "Activity - Duration": "00:07",
            "Activity - Done": "Done",
            "Activity - Note": f"spoke to Dana\nOutcome: reached\n[journal {UID}]",
            "Deal - ID": "17",
            "Deal - Title": "Renewal",
            "Organization - Name": "Acme",
        }
    ]


def test_the_file_holds_what_was_done_since_a_day_the_oldest_first(rep: Rep) -> None:
    days = ("2026-11-23", "2026-11-20", "2026-11-24")
    rep.did(*(activity("call", 1, day(on), on) for on in days))
    told = "".join(crm_texts(rep.journal, "salesforce", day("2026-11-21")))
    subjects = [line.partition(",")[0] for line in told.splitlines() if line.startswith("Call: ")]
    assert subjects == ["Call: 2026-11-23", "Call: 2026-11-24"]


@pytest.mark.parametrize("system", crm_debt.SYSTEMS)
def test_our_own_file_read_back_adds_nothing_and_pays_no_debt(rep: Rep, system: str) -> None:
    rep.did(call(), replace(activity("social", 2, TUESDAY, "=cmd()", text="hi"), uid=""))
    told = brought(rep, file_of(rep, system))
    assert (told.added, told.updated, told.unchanged) == (0, 0, 3)
    assert crm_debt.count(rep.journal, system) == 2


def test_three_calls_are_three_rows_which_share_the_minutes_and_the_first_has_the_words(
    rep: Rep,
) -> None:
    rep.did(replace(call(3), account="A" * 300))
    rows = [
        (row["Activity - Subject"], row["Activity - Duration"], row["Activity - Note"])
        for row in rows_of(rep, "pipedrive")
    ]
    name = "A" * 239
    assert rows == [
        (
            f"Call: {name}… (1 of 3)",
            "00:03",
            f"spoke to Dana\nOutcome: reached\n[journal {UID} 1/3]",
        ),
        (f"Call: {name}… (2 of 3)", "00:02", f"Outcome: reached\n[journal {UID} 2/3]"),
        (f"Call: {name}… (3 of 3)", "00:02", f"Outcome: reached\n[journal {UID} 3/3]"),
    ]


@pytest.mark.parametrize("system", crm_debt.SYSTEMS)
def test_in_another_journal_three_rows_are_three_calls_and_stay_three(
    rep: Rep, other: Rep, system: str
) -> None:
    rep.did(call(3))
    text = file_of(rep, system)
    assert brought(other, text).added == 3
    assert (brought(other, text).added, brought(other, text).unchanged) == (0, 3)
    assert other.journal.store.entries.totals(TUESDAY, TUESDAY) == {"call": 3}


def test_three_rows_that_the_crm_shows_back_are_the_one_entry(rep: Rep) -> None:
    rep.did(call(3))
    shown = "Id,Subject,ActivityDate,Status,TaskSubtype,Description,WhatId\n" + "".join(
        f'00T{n},"Call: Acme ({n} of 3)",2026-11-24,Completed,Call,"[journal {UID} {n}/3]",\n'
        for n in (1, 2, 3)
    )
    assert (brought(rep, shown).added, brought(rep, shown).unchanged) == (0, 3)
    assert crm_debt.count(rep.journal, "salesforce") == 0
    assert rep.journal.store.entries.totals(TUESDAY, TUESDAY) == {"call": 3}


def test_what_the_crm_shows_back_is_paid_and_not_added_again(rep: Rep) -> None:
    rep.did(call(), activity("email", 1, TUESDAY, "Hooli", text="sent the numbers"))
    shown = (
        "Id,Subject,ActivityDate,Status,TaskSubtype,Description,WhatId\n"
        f'00T1,"Call: Acme",2026-11-24,Completed,Call,"spoke to Dana\n[journal {UID}]",\n'
    )
    told = brought(rep, shown)
    assert (told.added, told.unchanged) == (0, 1)
    assert [one.activity.text for one in crm_debt.newest(rep.journal, "salesforce")] == [
        "sent the numbers"
    ]
    again = brought(rep, shown)
    assert (again.added, again.unchanged) == (0, 1)
    assert rep.journal.store.entries.totals(TUESDAY, TUESDAY) == {"call": 1, "email": 1}
    rep.journal.store.undo(rep.now, "cli")
    assert crm_debt.count(rep.journal, "salesforce") == 2


def test_a_table_nobody_knows_that_carries_a_reference_pays_it_too(rep: Rep) -> None:
    rep.did(call())
    shown = f"Subject,Date,Notes\nCall,2026-11-24,spoke [journal {UID}]\n"
    assert brought(rep, shown).added == 0
    assert [crm_debt.count(rep.journal, crm) for crm in crm_debt.SYSTEMS] == [0, 0, 0]


def test_in_another_journal_the_file_is_read_once_without_its_references(rep: Rep) -> None:
    text = (
        "Activity - Subject,Activity - Type,Activity - Due date,Activity - Due time,"
        "Activity - Duration,Activity - Done,Activity - Note,Deal - ID,Deal - Title,"
        "Organization - Name\r\n"
        f"Call: Acme,Call,2026-11-24,,00:07,Done,spoke to Dana [journal {UID}],,,Acme\r\n"
    )
    assert brought(rep, text).added == 1
    assert brought(rep, text).unchanged == 1
    (entry,) = rep.journal.store.entries.between(TUESDAY, TUESDAY)
    assert (entry.text, entry.account) == ("Call: Acme\nspoke to Dana", "Acme")


def test_a_spreadsheet_takes_no_words_for_a_formula(rep: Rep) -> None:
    for start in ("=1+1", "+cmd", "-2+3|x", "@sum", "\tx", "\r=x", "＝x", "＋x", "－x", "＠x"):
        assert guarded(start) == f"'{start}"
    for plain in ("-5", "+3.50", "-1,200.50", "call", "", "a=b", "'x"):
        assert guarded(plain) == plain
    rep.did(replace(activity("call", 1, TUESDAY, "=HYPERLINK(1)", text='@x,"y"\x1b\x00'), uid=UID))
    (row,) = rows_of(rep, "pipedrive")
    assert row["Organization - Name"] == "'=HYPERLINK(1)"
    assert row["Activity - Note"] == f'\'@x,"y"␛␀\n[journal {UID}]'


def test_a_reference_is_found_wherever_the_crm_puts_it() -> None:
    assert with_reference("spoke", UID) == f"spoke\n[journal {UID}]"
    assert references_in(f"<p>spoke</p><p>[journal {UID}]</p>") == (UID, UID)
    assert without_reference(f"spoke\n[journal {UID}] later") == "spoke later"
    assert references_in("[journal of the trip]") == (None, None)
    assert with_reference("spoke", "no uid!") == "spoke"


def test_a_long_note_is_cut_to_what_salesforce_takes(rep: Rep) -> None:
    rep.did(replace(activity("call", 1, TUESDAY, "A" * 200, text="x" * 100_000), uid=UID))
    (row,) = rows_of(rep, "salesforce")
    assert len(row["Description"]) < 32_000
    assert row["Description"].endswith(f"…\n[journal {UID}]")
