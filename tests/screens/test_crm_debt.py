"""CRM debt in the app: what the CRM has not seen, copied line by line or taken out as a file."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from builders import activity, at
from on_files import chooses, shows, stands
from reading import all_text
from waiting import wait_until

from journal.journal import Journal
from journal.transfer.found import Found
from screens.app import JournalApp
from screens.dialogs.crm_debt import DebtDialog
from screens.dialogs.fields import Choice
from screens.dialogs.take_out import TakeOutDialog
from screens.widgets.debt_list import DebtList

TUESDAY = date(2026, 11, 24)
HOSTILE = "[/] \x1b]52;c;x\x07 \u202eleft vm"


def imported(journal: Journal) -> None:
    """One activity that Salesforce has shown."""
    seen = Found(
        system="salesforce",
        external_id="00T1",
        value=activity("call", 1, TUESDAY, text="seen there"),
        file="Task.csv",
        line=2,
    )
    journal.bring_in([seen], format="salesforce", files=["Task.csv"])


async def test_before_the_first_import_it_says_how_it_will_be_known(journal: Journal) -> None:
    journal.record(activity("call", 3, TUESDAY))
    app = JournalApp(journal)
    async with app.run_test(size=(120, 40)) as pilot:
        await chooses(pilot, app, "CRM debt")
        await shows(pilot, app, "What your CRM lacks is known after the first import from it")


async def test_nothing_owed_is_said_in_one_sentence(journal: Journal) -> None:
    imported(journal)
    app = JournalApp(journal)
    async with app.run_test(size=(120, 40)) as pilot:
        await chooses(pilot, app, "CRM debt")
        await shows(pilot, app, "Nothing is owed: all that you did is in Salesforce")


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_what_is_owed_is_listed_copied_and_taken_out(
    journal: Journal, size: tuple[int, int]
) -> None:
    imported(journal)
    journal.record(activity("call", 3, TUESDAY, account="Acme", text=HOSTILE))
    app = JournalApp(journal)
    async with app.run_test(size=size) as pilot:
        await chooses(pilot, app, "CRM debt")
        await stands(pilot, app, DebtDialog)
        await shows(pilot, app, "[/] \u241b]52;c;x\u2407")
        assert "seen there" not in all_text(app)
        await pilot.press("c")
        await shows(pilot, app, "1 line copied, if your terminal allows it")
        assert app.clipboard == (
            "2026-11-24 · 3 calls · Acme · [/] \u241b]52;c;x\u2407 \ufffdleft vm"
        )
        await pilot.press("x")
        await stands(pilot, app, TakeOutDialog)
        assert app.screen.query_one("#format", Choice).value == "salesforce"


async def test_a_long_list_reads_on_near_its_end_to_the_very_last_line(journal: Journal) -> None:
    imported(journal)
    with journal.store.action("many", at("2026-11-24T13:45"), "cli"):
        for back in range(620):
            name = f"Account {back}"
            journal.store.entries.add(activity("call", 1, TUESDAY - timedelta(days=back), name))
    app = JournalApp(journal)
    async with app.run_test(size=(80, 24)) as pilot:
        await chooses(pilot, app, "CRM debt")
        await stands(pilot, app, DebtDialog)
        listed = app.screen.query_one(DebtList)
        assert listed.count() == 100
        for wanted in (200, 300, 400, 500, 600, 620, 620):
            await pilot.press("end")
            await wait_until(pilot, lambda count=wanted: listed.count() == count)
        await pilot.press("end")
        await shows(pilot, app, "Account 619")
        await pilot.press("c")
        await wait_until(pilot, lambda: app.clipboard == "2025-03-15 · 1 call · Account 619")
        await pilot.press("a")
        await shows(pilot, app, "500 of 620 lines copied, if your terminal allows it")
