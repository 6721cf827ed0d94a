"""A file that cannot be opened: a calm screen says so, and nothing is touched before the rep chose."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from builders import activity
from reading import text_of
from textual.widgets import OptionList, Static
from waiting import wait_until

from journal.errors import NotOurFile
from journal.journal import Journal
from journal.moment import Moment
from screens import care_words
from screens.damaged import Damaged
from screens.dialogs.ask import AskDialog
from storage.journal_file import SqliteJournalFile
from storage.opening import open_database
from storage.store import open_store

TODAY = date(2024, 2, 1)


@pytest.fixture
def file(path: Path, now: Moment) -> SqliteJournalFile:
    """A journal with three calls, one backup of it, and one that is damaged and older."""
    store = open_store(path, create=True)
    Journal(store, lambda: now).record(activity("call", 3, TODAY))
    made = Path(SqliteJournalFile(path).back_up(now))
    bad = made.with_name("journal-2024-01-31.db")
    bad.write_bytes(made.read_bytes()[:8192])
    os.utime(bad, (0, 0))
    store.close()
    return SqliteJournalFile(path)


def why_not(path: Path) -> str:
    """Why the journal at a path cannot be opened."""
    with pytest.raises(NotOurFile) as refused:
        open_database(path, create=True)
    return str(refused.value)


def said(app: Damaged) -> str:
    return text_of(app.screen_stack[0].query_one("#said", Static))


def is_ready(app: Damaged) -> Callable[[], bool]:
    return lambda: isinstance(app.focused, OptionList)


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_a_file_cut_short_is_told_of_calmly_and_a_proved_backup_takes_its_place(
    file: SqliteJournalFile, path: Path, size: tuple[int, int]
) -> None:
    path.write_bytes(cut := path.read_bytes()[:20_000])
    app = Damaged(file, why_not(path), TODAY)
    async with app.run_test(size=size) as pilot:
        await wait_until(pilot, is_ready(app))
        assert text_of(app.screen.query_one("#why")) == (
            "The journal's file is damaged and was left as it is."
        )
        assert path.read_bytes() == cut
        await pilot.press("enter")
        await wait_until(pilot, lambda: app.return_value is not None)
    assert "proved to be whole" in (app.return_value or "")
    assert Path(f"{path}.before-restore-1").read_bytes() == cut
    store = open_store(path, create=False)
    assert sum(tally.total for tally in store.entries.tallies(TODAY, TODAY)) == 3
    store.close()


async def test_a_damaged_backup_is_refused_and_another_can_be_chosen(
    file: SqliteJournalFile, path: Path
) -> None:
    path.write_bytes(b"My diary")
    app = Damaged(file, why_not(path), TODAY)
    async with app.run_test(size=(120, 40)) as pilot:
        await wait_until(pilot, is_ready(app))
        await pilot.press("down", "enter")
        await wait_until(pilot, lambda: "nothing was moved" in said(app))
        assert path.read_bytes() == b"My diary"
        await pilot.press("up", "enter")
        await wait_until(pilot, lambda: app.return_value is not None)


async def test_another_programs_file_is_moved_aside_only_after_a_yes(
    file: SqliteJournalFile, path: Path
) -> None:
    path.write_bytes(b"My diary")
    app = Damaged(file, why_not(path), TODAY)
    async with app.run_test(size=(120, 40)) as pilot:
        await wait_until(pilot, is_ready(app))
        for answer in ("g", "s"):
            assert path.read_bytes() == b"My diary"
            await pilot.press("end", "up", "enter")
            await wait_until(pilot, lambda: isinstance(app.screen, AskDialog))
            await wait_until(pilot, is_ready(app))
            await pilot.press(answer)
            await wait_until(pilot, lambda: not isinstance(app.screen, AskDialog))
        await wait_until(pilot, lambda: app.return_value is not None)
    assert not path.exists()
    assert Path(f"{path}.before-restore-1").read_bytes() == b"My diary"
    assert app.return_value == care_words.moved_aside(f"{path}.before-restore-1")


@pytest.mark.parametrize("key", ["escape", "q"])
async def test_who_quits_finds_everything_as_it_was(
    file: SqliteJournalFile, path: Path, key: str
) -> None:
    path.write_bytes(b"My diary")
    before = sorted(each.name for each in path.parent.rglob("*"))
    app = Damaged(file, why_not(path), TODAY)
    async with app.run_test(size=(80, 24)) as pilot:
        await wait_until(pilot, is_ready(app))
        await pilot.press(key)
    assert app.return_value is None
    assert path.read_bytes() == b"My diary"
    assert sorted(each.name for each in path.parent.rglob("*")) == before


async def test_a_hostile_path_is_shown_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "[b] \x1b[2J\u202edb"
    path.write_bytes(b"My diary")
    app = Damaged(SqliteJournalFile(path), why_not(path), TODAY)
    async with app.run_test(size=(120, 40)) as pilot:
        await wait_until(pilot, is_ready(app))
        told = "".join(text_of(app.screen.query_one("#why")).split())
        assert "[b]\u241b[2J\ufffddbisnotasalesjournal" in told
        assert said(app) == care_words.NO_BACKUPS
