"""A form that was left, over a row that was saved again since, shows both before it saves over it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from dialogs_host import Host, is_open
from on_deals import open_deal
from textual.widgets import Static
from visiting import Clock, on_page, stands
from waiting import wait_until

from journal.activity import Activity
from journal.entry import Entry
from journal.journal import Journal
from screens.app import JournalApp
from screens.dialogs.deal import DealDialog
from screens.dialogs.entry import EntryDialog
from screens.morning import Morning
from screens.today import Today
from storage.store import SqliteStore

TUESDAY = date(2026, 11, 24)


def a_call(journal: Journal) -> Entry:
    return journal.record(Activity(day=TUESDAY, kind="call", account="Acme", text="left vm")).entry


async def left_with(host: Host, **fields: str) -> None:
    """Type into a form, and leave it."""
    async with host.run_test() as pilot:
        await is_open(pilot, host)
        for name, words in fields.items():
            host.put(name, words)
        await pilot.press("escape")
        await wait_until(pilot, lambda: host._exit)


async def test_a_note_saved_by_another_window_stands_below_the_one_that_was_left(
    journal: Journal,
) -> None:
    entry = a_call(journal)
    await left_with(Host(EntryDialog(journal, entry)), words="left vm MINE")
    journal.change(replace(entry, text="by [/] the other window"))
    host = Host(EntryDialog(journal, journal.entry(entry.id)))
    async with host.run_test() as pilot:
        await is_open(pilot, host)
        assert host.stands("words") == "left vm MINE"
        assert host.said == (
            "Saved elsewhere since you left this: Note “by [/] the other window”. "
            "Ctrl+S saves yours over it."
        )
        await pilot.press("ctrl+r")
        await wait_until(pilot, lambda: host.stands("words") == "by [/] the other window")
        await pilot.press("ctrl+r")
        await wait_until(pilot, lambda: host.stands("words") == "left vm MINE")


async def test_it_is_said_each_time_until_it_is_saved(journal: Journal) -> None:
    entry = a_call(journal)
    await left_with(Host(EntryDialog(journal, entry)), words="mine")
    journal.change(replace(entry, text="theirs"))
    await left_with(Host(EntryDialog(journal, journal.entry(entry.id))), words="mine, longer")
    host = Host(EntryDialog(journal, journal.entry(entry.id)))
    async with host.run_test() as pilot:
        await is_open(pilot, host)
        assert host.stands("words") == "mine, longer"
        assert "Note “theirs”." in host.said


async def test_nothing_is_said_where_nobody_else_saved(journal: Journal) -> None:
    entry = a_call(journal)
    await left_with(Host(EntryDialog(journal, entry)), words="mine")
    host = Host(EntryDialog(journal, entry))
    async with host.run_test() as pilot:
        await is_open(pilot, host)
        assert host.stands("words") == "mine"
        assert host.said == "Account and outcome may stay empty."


async def test_two_fields_of_a_deal_are_told_and_an_emptied_one_is_a_dash(
    journal: Journal,
) -> None:
    deal = journal.deals.change(replace(open_deal(journal), next_step="Call Dana"))
    await left_with(Host(DealDialog(journal, deal)), amount="150,000", step="Send terms")
    newer = journal.deals.change(replace(deal, next_step=None))
    host = Host(DealDialog(journal, newer))
    async with host.run_test() as pilot:
        await is_open(pilot, host)
        assert host.said == (
            "Saved elsewhere since you left this: Amount “140,000”, Next step –. "
            "Ctrl+S saves yours over it."
        )


async def test_the_morning_page_tells_what_another_window_wrote_on_its_line(
    store: SqliteStore,
) -> None:
    journal = Journal(store, Clock("2026-11-24T08:00"))
    journal.day_pages.plan_day(["Call Dana"])
    app = JournalApp(journal)
    async with app.run_test() as pilot:
        await pilot.press("m")
        await on_page(pilot, app, Morning)
        await pilot.press("enter", *" twice", "escape")
        await on_page(pilot, app, Today)
        journal.day_pages.plan_day(["Call Globex"])
        await pilot.press("m")
        page = await on_page(pilot, app, Morning)
        said = page.query_one("#said", Static)
        await wait_until(pilot, lambda: "Saved elsewhere since you left this" in str(said.content))
        assert "1 First “Call Globex”." in str(said.content)
        assert stands(app, "intention-1") == "Call Dana twice"
