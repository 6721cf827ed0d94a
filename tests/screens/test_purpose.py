"""The purpose: why a rep does this, written once and read each morning."""

from __future__ import annotations

from builders import at
from reading import row_of
from waiting import wait_until

from journal.journal import Journal
from screens.app import JournalApp
from screens.dialogs.purpose import PurposeDialog


async def test_a_purpose_is_written_by_key_and_stands_on_today(journal: Journal) -> None:
    app = JournalApp(journal)
    async with app.run_test(size=(120, 40)) as pilot:
        await wait_until(pilot, lambda: "P keeps your one sentence" in row_of(app, "#purpose"))
        await pilot.press("P")
        await wait_until(pilot, lambda: isinstance(app.screen, PurposeDialog))
        await pilot.press(*"home for dinner [/]", "enter")
        await wait_until(pilot, lambda: "home for dinner [/]" in row_of(app, "#purpose"))
    assert journal.purpose() == "home for dinner [/]"


async def test_a_purpose_said_anew_is_taken_back_to_the_earlier_one(journal: Journal) -> None:
    journal.set_purpose("Home for dinner")
    app = JournalApp(journal)
    async with app.run_test(size=(80, 24)) as pilot:
        await wait_until(pilot, lambda: "Home for dinner" in row_of(app, "#purpose"))
        await pilot.press("P")
        await wait_until(pilot, lambda: isinstance(app.screen, PurposeDialog))
        await pilot.press(*" at six", "ctrl+s")
        await wait_until(pilot, lambda: "Home for dinner at six" in row_of(app, "#purpose"))
        await pilot.press("u")
        await wait_until(pilot, lambda: "at six" not in row_of(app, "#purpose"))
    assert journal.purpose() == "Home for dinner"


async def test_an_empty_purpose_is_asked_for_in_one_sentence(journal: Journal) -> None:
    app = JournalApp(Journal(journal.store, lambda: at("2026-11-24T17:00")))
    async with app.run_test(size=(80, 24)) as pilot:
        await wait_until(pilot, lambda: app.focused is not None)
        await pilot.press("P")
        await wait_until(pilot, lambda: isinstance(app.screen, PurposeDialog))
        await pilot.press("enter")
        await wait_until(pilot, lambda: "one statement of 1 to 1,000" in row_of(app, "#said"))
    assert journal.purpose() is None


def test_a_purpose_said_again_as_it_stands_is_not_kept_twice(journal: Journal) -> None:
    journal.set_purpose("Home for dinner")
    journal.set_purpose(" Home for dinner ")
    journal.undo()
    assert journal.purpose() is None
