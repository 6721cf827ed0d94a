"""Keys that are read together act in their order, each on the screen that the one before has opened."""

from __future__ import annotations

import asyncio
from datetime import date

import pytest
from textual import events
from textual.command import CommandPalette
from textual.widgets import Input
from waiting import wait_until

from journal.journal import Journal
from screens.app import JournalApp
from screens.dialogs.deal import DealDialog
from screens.goals import Goals
from screens.today import Today

TUESDAY = date(2026, 11, 24)


async def opened_by(app: JournalApp, key: str) -> None:
    """Press a key, and come back in the moment when it has opened a screen, of which nothing stands yet."""
    before = app.screen
    app.simulate_key(key)
    async with asyncio.timeout(10):
        while app.screen is before:
            await asyncio.sleep(0)


def at_once(app: JournalApp, *keys: str) -> None:
    """Press all of them in one read, as from a terminal that was slow to answer."""
    for key in keys:
        app.simulate_key(key)


async def test_words_typed_right_after_the_slash_stand_in_the_search_and_count_nothing(
    journal: Journal,
) -> None:
    app = JournalApp(journal)
    async with app.run_test(size=(80, 24)) as pilot:
        await opened_by(app, "slash")
        at_once(app, *"acme")
        await wait_until(pilot, lambda: bool(app.screen.query(Input)))
        await wait_until(pilot, lambda: app.screen.query_one(Input).value == "acme")
    assert journal.store.entries.totals(TUESDAY, TUESDAY) == {}


async def test_what_is_pasted_right_after_the_slash_stands_in_the_search(journal: Journal) -> None:
    app = JournalApp(journal)
    async with app.run_test(size=(80, 24)) as pilot:
        await opened_by(app, "slash")
        app.post_message(events.Paste("acme"))
        at_once(app, "s")
        await wait_until(pilot, lambda: bool(app.screen.query(Input)))
        await wait_until(pilot, lambda: app.screen.query_one(Input).value == "acmes")


async def test_what_is_pressed_while_a_page_and_its_dialog_open_is_for_them(
    journal: Journal,
) -> None:
    app = JournalApp(journal)
    async with app.run_test(size=(80, 24)) as pilot:
        await opened_by(app, "3")
        at_once(app, "a")
        await wait_until(pilot, lambda: isinstance(app.screen, DealDialog))
        at_once(app, *"Acme")
        await wait_until(pilot, lambda: bool(app.screen.query("#account")))
        await wait_until(pilot, lambda: app.screen.query_one("#account", Input).value == "Acme")


@pytest.mark.parametrize("key", ["down", "enter", "tab", "pageup", "ctrl+s", "escape"])
@pytest.mark.parametrize("opens", ["slash", "question_mark", "s", "m", "e", "ctrl+p"])
async def test_no_key_that_follows_at_once_ends_the_app(
    journal: Journal, opens: str, key: str
) -> None:
    app = JournalApp(journal)
    async with app.run_test(size=(80, 24)) as pilot:
        await opened_by(app, opens)
        at_once(app, key, "escape", "escape")
        await wait_until(pilot, lambda: len(app.screen_stack) == 1)
        assert isinstance(app.screen, Today)


async def test_a_line_that_was_asked_for_before_the_rep_went_on_leaves_them_where_they_are(
    journal: Journal,
) -> None:
    app = JournalApp(journal)
    async with app.run_test(size=(80, 24)) as pilot:
        today = app.screen
        assert isinstance(today, Today)
        await pilot.press("2")
        await wait_until(pilot, lambda: isinstance(app.screen, Goals))
        today.on_counts_write()
        assert isinstance(app.screen, Goals)


async def test_paging_through_commands_of_which_none_fits_ends_nothing(journal: Journal) -> None:
    app = JournalApp(journal)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("ctrl+p")
        await wait_until(pilot, lambda: isinstance(app.screen, CommandPalette))
        await pilot.press(*"zzzz", "pageup", "pagedown", "escape")
        await wait_until(pilot, lambda: isinstance(app.screen, Today))


async def test_a_palette_that_is_left_twice_leaves_the_page(journal: Journal) -> None:
    app = JournalApp(journal)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("ctrl+p")
        await wait_until(pilot, lambda: isinstance(app.screen, CommandPalette))
        palette, today = app.screen, app.screen_stack[0]
        palette.dismiss()
        palette.dismiss()
        await wait_until(pilot, lambda: not palette.is_attached)
        assert app.screen is today
