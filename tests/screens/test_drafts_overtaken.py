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
from journal.money import Money
from journal.setback import Setback
from screens.app import JournalApp
from screens.dialogs.deal import DealDialog
from screens.dialogs.entry import EntryDialog
from screens.dialogs.fields import Choice
from screens.evening import Evening
from screens.morning import Morning
from screens.today import Today
from screens.widgets.meant import Meant
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
            "Ctrl+S saves over what was saved since you left this: Note “by [/] the other window”."
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
    newer = journal.deals.change(replace(deal, next_step=None, amount=Money(14_500_000, "EUR")))
    host = Host(DealDialog(journal, newer))
    async with host.run_test() as pilot:
        await is_open(pilot, host)
        assert host.said == (
            "Ctrl+S saves over what was saved since you left this: Amount “145,000”, Next step –."
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
        await wait_until(pilot, lambda: "Ctrl+S saves over what was saved" in str(said.content))
        assert "1 First “Call Globex”." in str(said.content)
        assert stands(app, "intention-1") == "Call Dana twice"


async def test_nothing_is_said_of_a_field_that_nobody_saved_though_the_deal_was(
    journal: Journal,
) -> None:
    deal = open_deal(journal)
    await left_with(Host(DealDialog(journal, deal)), name="Plant rollout, mine")
    moved = journal.deals.change(replace(deal, stage="Negotiation"))
    host = Host(DealDialog(journal, moved))
    async with host.run_test() as pilot:
        await is_open(pilot, host)
        assert host.stands("name") == "Plant rollout, mine"
        assert host.said == "A later closing day counts as a push."


async def test_what_is_chosen_is_told_in_its_own_words(journal: Journal) -> None:
    hit = Setback(day=TUESDAY, type="lost-deal", account="Acme", text="they left", sting=4)
    entry = journal.record(hit).entry
    host = Host(EntryDialog(journal, entry))
    async with host.run_test() as pilot:
        await is_open(pilot, host)
        host.dialog.query_one("#sting", Choice).index = 8
        await pilot.press("escape")
        await wait_until(pilot, lambda: host._exit)
    assert isinstance(entry, Setback)
    newer = journal.change(replace(entry, sting=None))
    host = Host(EntryDialog(journal, newer))
    async with host.run_test() as pilot:
        await is_open(pilot, host)
        assert host.said.endswith("since you left this: Sting, 0 to 10 “–”.")
        await pilot.press("ctrl+r")
        await wait_until(pilot, lambda: host.dialog.query_one("#sting", Choice).index == 0)
        await pilot.press("escape")
        await wait_until(pilot, lambda: host._exit)
    assert journal.drafts.waiting() == ()


async def test_a_page_that_was_left_is_not_read_again_while_it_is_taken_down(
    store: SqliteStore,
) -> None:
    journal = Journal(store, Clock("2026-11-24T17:00"))
    app = JournalApp(journal)
    async with app.run_test() as pilot:
        await pilot.press("e")
        page = await on_page(pilot, app, Evening)
        page.let_draft_be()
        await page.query_one(Meant).remove()
        with page.saving():
            pass
        await pilot.press("escape")
        await on_page(pilot, app, Today)
