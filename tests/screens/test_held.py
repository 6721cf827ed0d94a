"""Another program that holds the file for long, and a file that is gone: the open app stays, and says so."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from time import monotonic

import pytest
from builders import activity, at
from dialogs_host import Host, is_open
from on_files import shows
from reading import row_of
from waiting import wait_until

from journal.journal import Journal
from screens import drafted
from screens.app import JournalApp
from screens.dialogs.entry import EntryDialog
from screens.goals import Goals
from screens.today import Today
from screens.widgets.entry_line import EntryLine
from screens.widgets.half_year import HalfYear
from storage.store import SqliteStore, open_store

HELD = "Another window is saving just now; this is read again"


async def test_a_file_that_is_held_is_told_of_and_what_was_saved_in_it_follows(
    journal: Journal, path: Path
) -> None:
    app = JournalApp(journal)
    async with app.run_test(size=(120, 40)) as pilot:
        await shows(pilot, app, "one activity fills")
        page = app.screen
        assert isinstance(page, Today)
        with closing(open_store(path, create=False)) as elsewhere:
            other = Journal(elsewhere, journal.clock)
            other.record(activity("call", 7, journal.today()))
            with closing(sqlite3.connect(path, isolation_level=None)) as large:
                large.execute("BEGIN EXCLUSIVE")
                page.tick()
                page.tick()
                await shows(pilot, app, HELD)
                await pilot.press("2")
                assert app.screen is page
                large.execute("ROLLBACK")
        page.tick()
        await wait_until(pilot, lambda: "7" in row_of(app, "#counts"))
        await pilot.press("2")
        await wait_until(pilot, lambda: isinstance(app.screen, Goals))


async def test_one_save_elsewhere_is_no_news_of_a_held_file(journal: Journal, path: Path) -> None:
    app = JournalApp(journal)
    async with app.run_test(size=(120, 40)) as pilot:
        await shows(pilot, app, "one activity fills")
        page = app.screen
        assert isinstance(page, Today)
        with closing(sqlite3.connect(path, isolation_level=None)) as other:
            other.execute("BEGIN EXCLUSIVE")
            page.tick()
            other.execute("ROLLBACK")
        page.tick()
        await pilot.pause()
        assert HELD not in row_of(app, "#heard")


async def test_a_file_that_is_gone_is_told_of_and_the_app_stays_open(
    journal: Journal, path: Path
) -> None:
    app = JournalApp(journal)
    async with app.run_test(size=(120, 40)) as pilot:
        await shows(pilot, app, "one activity fills")
        page = app.screen
        assert isinstance(page, Today)
        away = path.rename(path.with_name("away.db"))
        page.tick()
        page.tick()
        await shows(pilot, app, "The journal's file is gone from its place")
        away.rename(path)
        await pilot.press("c")
        await shows(pilot, app, "Saved  1 call")
    assert journal.store.entries.tallies(at("2026-11-24T13:45").day(), journal.today())


async def test_no_key_waits_for_a_held_file_and_what_was_typed_is_kept_once_it_is_free(
    journal: Journal, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(drafted, "AGAIN", 0.05)
    entry = journal.record(activity("call", 1, journal.today())).entry
    host = Host(EntryDialog(journal, entry))
    async with host.run_test() as pilot:
        await is_open(pilot, host)
        form = host.screen
        assert isinstance(form, EntryDialog)
        with closing(sqlite3.connect(path, isolation_level=None)) as large:
            large.execute("BEGIN EXCLUSIVE")
            host.put("words", "left a voicemail")
            before = monotonic()
            said = form.keep_draft()
            assert monotonic() - before < 1
            assert said.startswith("Not kept yet, ")
            large.execute("ROLLBACK")
        await wait_until(pilot, lambda: bool(journal.drafts.waiting()))
    assert journal.drafts.of("entry", entry.id)["words"] == "left a voicemail"
    assert len(journal.drafts.waiting()) == 1


async def test_a_file_that_is_held_right_after_the_first_paint_is_told_of_and_read_once_it_is_free(
    journal: Journal, path: Path, store: SqliteStore
) -> None:
    journal.drafts.keep("line", {"line": "note they want a pilot"})
    store.database.connection.execute("PRAGMA busy_timeout=50")
    with closing(sqlite3.connect(path, isolation_level=None)) as large:
        app = JournalApp(journal, after_paint=lambda: large.execute("BEGIN EXCLUSIVE"))
        async with app.run_test(size=(120, 40)) as pilot:
            await shows(pilot, app, HELD)
            page = app.screen
            assert isinstance(page, Today)
            assert page.query_one(HalfYear).view is None
            large.execute("ROLLBACK")
            page.tick()
            await shows(pilot, app, "a goes on with it")
            assert page.query_one(EntryLine).value == "note they want a pilot"
            assert page.query_one(HalfYear).view is not None
