"""What lies over a page can be left at any moment, by several keys read as one: nothing else ends by it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path

import pytest
from builders import activity
from dialogs_made import MADE, lived
from visiting import TUESDAY
from waiting import wait_until

from journal.journal import Journal
from screens.account import Account
from screens.app import JournalApp
from screens.evening import Evening
from screens.morning import Morning
from screens.page import Page

OPENED: dict[str, Callable[[Journal], Page]] = {
    "morning": Morning,
    "evening": Evening,
    "account": lambda journal: Account(journal, "Acme", None),
}
TURNS = range(0, 24, 2)
"""Turns of the event loop within which each of them stands there."""


@pytest.mark.parametrize("name", OPENED)
async def test_whoever_goes_on_while_a_page_opens_stands_where_they_went(
    journal: Journal, name: str
) -> None:
    journal.record(activity("call", 1, TUESDAY, "Acme"))
    app = JournalApp(journal)
    async with app.run_test(size=(80, 24)) as pilot:
        today = app.screen
        for turns in TURNS:
            page = OPENED[name](journal)
            app.push_screen(page)
            for _ in range(turns):
                await asyncio.sleep(0)
            page.leave()
            await wait_until(pilot, lambda page=page: not page.is_attached)
            assert app.screen is today


@pytest.mark.parametrize("name", ["AskDialog", "FindDialog", "EndBlockDialog", "ReviewWalk"])
@pytest.mark.parametrize("first", ["enter", "ctrl+s"])
async def test_enter_and_esc_read_as_one_end_a_dialog_once(
    journal: Journal, tmp_path: Path, name: str, first: str
) -> None:
    there = lived(journal, "words", tmp_path)
    app = JournalApp(journal)
    async with app.run_test(size=(80, 24)) as pilot:
        today = app.screen
        made = MADE[name](there)
        app.push_screen(made)
        await wait_until(pilot, lambda: app.screen is made and made.is_mounted)
        for key in ("4", first, "escape", "escape", "escape"):
            app.simulate_key(key)
        await wait_until(pilot, lambda: not made.is_attached)
        await pilot.pause()
        assert app.screen is today
