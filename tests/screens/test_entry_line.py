"""The line to type in: it says what it understood, saves on Enter, and never loses a word."""

from __future__ import annotations

import sqlite3
from datetime import date
from pathlib import Path

import pytest
from builders import activity
from reading import row_of
from textual.events import Key, Paste
from waiting import wait_until

from journal.activity import Activity
from journal.journal import Journal
from screens import burst, today
from screens.app import JournalApp
from screens.goals import Goals
from screens.widgets.counts import Counts
from screens.widgets.entry_line import LONGEST_LINE, EntryLine
from storage.store import SqliteStore

TUESDAY = date(2026, 11, 24)


def typed(app: JournalApp) -> str:
    """What stands in the line."""
    return app.screen.query_one(EntryLine).value


@pytest.mark.usefixtures("quickly")
async def test_who_simply_types_from_the_first_paint_gets_a_line(journal: Journal) -> None:
    app = JournalApp(journal)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press(*"call 3 acme left vm".replace(" ", "␣").replace("␣", " "))
        await wait_until(pilot, lambda: typed(app) == "call 3 acme left vm")
        assert row_of(app, "#heard").startswith(" Enter saves   3 calls  with Acme (new)")
        await pilot.press("enter")
        await wait_until(pilot, lambda: "Saved" in row_of(app, "#heard"))
    (entry,) = journal.entries(TUESDAY, TUESDAY)
    assert isinstance(entry, Activity)
    assert (entry.kind, entry.count, entry.account) == ("call", 3, "Acme")


async def test_an_a_long_after_a_count_opens_an_empty_line_and_keeps_the_count(
    journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(burst, "TYPED_ON", -1.0)
    app = JournalApp(journal)
    async with app.run_test() as pilot:
        await pilot.press("c", "a")
        await wait_until(pilot, lambda: isinstance(app.focused, EntryLine))
        assert typed(app) == ""
    assert journal.store.entries.totals(TUESDAY, TUESDAY) == {"call": 1}


async def test_the_line_says_today_and_the_time_before_anything_is_saved(journal: Journal) -> None:
    app = JournalApp(journal)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("enter", *"meeting globex vision")
        await wait_until(pilot, lambda: "Enter saves" in row_of(app, "#heard"))
        assert row_of(app, "#heard").endswith("today 13:45")
    assert not journal.entries(TUESDAY, TUESDAY)


async def test_what_is_not_clear_yet_stays_in_the_line(journal: Journal) -> None:
    app = JournalApp(journal)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("enter", *"acme was nice", "enter")
        await wait_until(pilot, lambda: "Not yet clear" in row_of(app, "#heard"))
        assert "starts with call, email, meeting, setback or note" in row_of(app, "#heard")
        assert typed(app) == "acme was nice"
        assert isinstance(app.focused, EntryLine)
    assert not journal.entries(TUESDAY, TUESDAY)


async def test_in_the_line_every_letter_is_text(journal: Journal) -> None:
    app = JournalApp(journal)
    async with app.run_test() as pilot:
        await pilot.press("a", *"note q u s c 2/3 ?-x")
        await wait_until(pilot, lambda: typed(app) == "note q u s c 2/3 ?-x")
    assert not journal.entries(TUESDAY, TUESDAY)


async def test_in_an_empty_line_a_number_still_goes_to_its_page(journal: Journal) -> None:
    app = JournalApp(journal)
    async with app.run_test() as pilot:
        await pilot.press("a")
        await wait_until(pilot, lambda: isinstance(app.focused, EntryLine))
        await pilot.press("2")
        await wait_until(pilot, lambda: isinstance(app.screen, Goals))
        await pilot.press("1")
        await wait_until(pilot, lambda: isinstance(app.screen, today.Today))
        assert typed(app) == ""


@pytest.mark.parametrize("words", ["note 👩‍👩‍👧‍👦", "note 🏳️‍🌈", "note می‌خواهم"])
async def test_what_is_joined_stays_joined_typed_key_by_key(journal: Journal, words: str) -> None:
    app = JournalApp(journal)
    async with app.run_test() as pilot:
        await pilot.press("enter")
        await wait_until(pilot, lambda: isinstance(app.focused, EntryLine))
        for character in words:
            app.post_message(Key(character, character))
        await wait_until(pilot, lambda: typed(app) == words)


async def test_escape_leaves_the_words_in_the_line(journal: Journal) -> None:
    app = JournalApp(journal)
    async with app.run_test() as pilot:
        await pilot.press("enter", *"call acme", "escape")
        await wait_until(pilot, lambda: isinstance(app.focused, Counts))
        assert typed(app) == "call acme"
        await pilot.press("enter")
        await wait_until(pilot, lambda: isinstance(app.focused, EntryLine))
        await pilot.press(*" again")
        await wait_until(pilot, lambda: typed(app) == "call acme again")


async def test_up_brings_the_last_line_back(journal: Journal) -> None:
    app = JournalApp(journal)
    async with app.run_test() as pilot:
        for line in ("call acme", "email globex"):
            await pilot.press("enter", *line, "enter")
            await wait_until(pilot, lambda: "Saved" in row_of(app, "#heard"))
        await pilot.press("enter", "up")
        await wait_until(pilot, lambda: typed(app) == "email globex")
        await pilot.press("up")
        await wait_until(pilot, lambda: typed(app) == "call acme")
        await pilot.press("down", "down")
        await wait_until(pilot, lambda: typed(app) == "")


async def test_tab_completes_the_account_and_again_offers_the_next(journal: Journal) -> None:
    journal.record(activity("call", 1, TUESDAY, "Acme North"))
    journal.record(activity("call", 1, TUESDAY, "Acme South"))
    app = JournalApp(journal)
    async with app.run_test() as pilot:
        await pilot.press("enter", *"call 3 ac", "tab")
        await wait_until(pilot, lambda: typed(app) == "call 3 Acme South")
        await pilot.press("tab")
        await wait_until(pilot, lambda: typed(app) == "call 3 Acme North")


async def test_tab_with_no_such_account_says_so_and_keeps_the_line(journal: Journal) -> None:
    app = JournalApp(journal)
    async with app.run_test() as pilot:
        await pilot.press("enter", *"call zzz", "tab")
        await wait_until(pilot, lambda: "No account you know" in row_of(app, "#heard"))
        assert typed(app) == "call zzz"
        assert isinstance(app.focused, EntryLine)


async def test_a_paste_anywhere_on_today_lands_in_the_line(journal: Journal) -> None:
    app = JournalApp(journal)
    async with app.run_test() as pilot:
        app.post_message(Paste("call acme\nleft a message\nfor Dana"))
        await wait_until(pilot, lambda: typed(app) == "call acme left a message for Dana")
        await wait_until(pilot, lambda: "3 lines joined into one" in row_of(app, "#heard"))
        await pilot.press("!")
        await wait_until(pilot, lambda: "joined" not in row_of(app, "#heard"))


async def test_a_paste_that_no_line_holds_is_refused_whole(journal: Journal) -> None:
    app = JournalApp(journal)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("enter", *"note ")
        app.post_message(Paste("x" * (LONGEST_LINE + 1)))
        await wait_until(pilot, lambda: "nothing of it was taken" in row_of(app, "#heard"))
        assert typed(app) == "note "


async def test_a_line_that_cannot_be_saved_stays_where_it_was_typed(
    journal: Journal, path: Path
) -> None:
    app = JournalApp(journal)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("enter", *"call acme")
        newer = sqlite3.connect(path)
        newer.execute("PRAGMA user_version = 9999")
        newer.close()
        await pilot.press("enter")
        await wait_until(pilot, lambda: row_of(app, "#heard").startswith("!"))
        assert typed(app) == "call acme"
    assert not journal.entries(TUESDAY, TUESDAY)


async def test_the_footer_of_the_line_teaches_its_four_keys(journal: Journal) -> None:
    app = JournalApp(journal)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("enter")
        await wait_until(pilot, lambda: "Save" in row_of(app, "#keys"))
        assert row_of(app, "#keys") == "Enter Save  Tab Complete  ↑ Last line  Esc Leave"


async def test_another_window_does_not_touch_a_half_written_line(
    journal: Journal, path: Path, store: SqliteStore
) -> None:
    app = JournalApp(journal)
    async with app.run_test() as pilot:
        await pilot.press("enter", *"call acme")
        await wait_until(pilot, lambda: typed(app) == "call acme")
        page = app.screen
        assert isinstance(page, today.Today)
        page.read_again()
        await pilot.press("x")
        await wait_until(pilot, lambda: typed(app) == "call acmex")
