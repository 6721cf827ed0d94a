"""The journal's file is looked after from the palette: a backup now, and a proof."""

from __future__ import annotations

from asyncio import sleep, timeout
from pathlib import Path

import pytest
from on_files import chooses, shows, stands
from reading import row_of
from textual.screen import Screen
from textual.widgets import Static
from waiting import wait_until

from journal.journal import Journal
from screens.app import JournalApp
from screens.dialogs.bring_in_files import FilesDialog
from screens.dialogs.keys import KeysDialog
from screens.dialogs.take_out import TakeOutDialog
from storage.store import SqliteStore


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("back up", "Backed up and proved: journal-2026-11-24T134500.db"),
        ("check the", "The journal is whole"),
    ],
)
async def test_the_palette_looks_after_the_file(
    journal: Journal, path: Path, typed: str, said: str
) -> None:
    app = JournalApp(journal)
    async with app.run_test(size=(120, 40)) as pilot:
        await chooses(pilot, app, typed)
        await shows(pilot, app, said)
    backups = sorted(each.name for each in path.parent.glob("backups/*.db"))
    assert backups == (["journal-2026-11-24T134500.db"] if typed == "back up" else [])


MANY = """WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 40000)
INSERT INTO entry (uid, form, day, utc, zone, offset, logged_day, source, kind, text)
SELECT printf('many-%08d', i), 'note', '2026-11-24', '2026-11-24T12:45:00', 'UTC', 0, '2026-11-24',
  'cli', '', hex(randomblob(60)) FROM n"""


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("back up", "Stopped: no backup was made, and nothing of it is left"),
        ("check the", "Stopped: the file was not looked at to its end"),
    ],
)
async def test_esc_stops_the_care_of_a_large_file_and_leaves_nothing(
    store: SqliteStore, journal: Journal, path: Path, typed: str, said: str
) -> None:
    with store.database.transaction():
        store.database.run(MANY)
    app = JournalApp(journal)
    async with app.run_test(size=(120, 40)) as pilot:
        await chooses(pilot, app, typed)
        # A pilot waits until nothing works any more, up to a second: the work would be over.
        async with timeout(10):
            while app.stop_care is None:
                await sleep(0.005)
        assert "Esc stops it" in row_of(app, "#heard")
        app.simulate_key("escape")
        await shows(pilot, app, said)
        assert app.stop_care is None
        assert [each for each in path.parent.glob("**/*") if each.is_file()] == [path]


@pytest.mark.parametrize(("typed", "opens"), [("Import", FilesDialog), ("Export", TakeOutDialog)])
async def test_the_way_in_and_the_way_out_are_found_in_the_palette(
    journal: Journal, typed: str, opens: type[Screen[object]]
) -> None:
    app = JournalApp(journal)
    async with app.run_test(size=(80, 24)) as pilot:
        await chooses(pilot, app, typed)
        await stands(pilot, app, opens)


@pytest.mark.parametrize("page", ["1", "2", "3", "4", "5", "6"])
async def test_each_page_tells_of_the_keys_in_and_out(journal: Journal, page: str) -> None:
    app = JournalApp(journal)
    async with app.run_test(size=(120, 60)) as pilot:
        await pilot.press(page)
        await wait_until(pilot, lambda: str(getattr(app.screen, "NUMBER", "")) == page)
        await pilot.press("question_mark")
        await stands(pilot, app, KeysDialog)
        told = str(app.screen.query_one("#lines", Static).content)
        assert "I             Import deals" in told
        assert "O             Export the journal" in told
