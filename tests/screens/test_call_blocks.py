"""Call blocks by keys: planned with what is feared, started, and looked back at, from any page."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta
from pathlib import Path

import pytest
from builders import at
from on_goals import dialog, said_in_dialog
from on_setbacks import TUESDAY, back_on_setbacks, go_to_setbacks, put
from reading import row_of
from textual.command import CommandList, CommandPalette
from waiting import wait_until

from journal.call_block import CallBlock, next_quarter
from journal.fear import fear_of
from journal.journal import Journal
from screens import block_words
from screens.app import JournalApp
from screens.dialogs.ask import AskDialog
from screens.dialogs.call_block import EndBlockDialog, PlanBlockDialog
from screens.dialogs.changed import ChangedDialog
from screens.dialogs.fields import Line
from screens.today import Today
from storage.store import SqliteStore, open_store


def held(journal: Journal, count: int, feared: float = 0.4, nos: int = 1) -> None:
    """So many blocks of ten calls on the days before today, with one fear and one end."""
    for back in range(1, count + 1):
        block = CallBlock(
            day=TUESDAY - timedelta(days=back), planned=time(10), started=time(10, 5),
            feared=feared, calls=10, harsh_nos=nos + back % 2,
        )  # fmt: skip
        with journal.writing("a block"):
            journal.store.call_blocks.add(block)


async def test_a_block_is_planned_started_and_its_calls_proposed(store: SqliteStore) -> None:
    clock = [at("2026-11-24T13:45")]
    journal = Journal(store, lambda: clock[0])
    journal.count("call")
    app = JournalApp(journal)
    async with app.run_test(size=(80, 24)) as pilot:
        await go_to_setbacks(pilot, app)
        await pilot.press("b")
        await dialog(pilot, app, PlanBlockDialog)
        assert app.screen.query_one("#at", Line).value == "14:00"
        await pilot.press("enter", *"60", "enter", "6", "enter", *"40", "enter")
        await back_on_setbacks(pilot, app)
        (block,) = journal.call_blocks.today()
        assert (block.planned, block.minutes, block.dread, block.feared) == (
            time(14), 60, 6, 0.4,
        )  # fmt: skip

        clock[0] = at("2026-11-24T14:02")
        await pilot.press("b")
        await dialog(pilot, app, AskDialog)
        await pilot.press("enter")
        await back_on_setbacks(pilot, app)
        await wait_until(pilot, lambda: journal.call_blocks.today()[0].started is not None)

        clock[0] = at("2026-11-24T14:50")
        for _ in range(3):
            journal.count("call")
        await pilot.press("b")
        await dialog(pilot, app, AskDialog)
        await pilot.press("enter")
        await dialog(pilot, app, EndBlockDialog)
        assert app.screen.query_one("#calls", Line).value == "3"
        put(app, {"nos": "4"})
        await pilot.press("ctrl+s")
        await wait_until(pilot, lambda: "no more than the calls" in said_in_dialog(app))
        put(app, {"calls": "8", "nos": "1"})
        await pilot.press("ctrl+s")
        await back_on_setbacks(pilot, app)
        said = "8 calls, 1 harsh no: 12 %, feared 40 %"
        await wait_until(pilot, lambda: any(said in n.message for n in app._notifications))
        await pilot.press("u")
        await wait_until(pilot, lambda: journal.call_blocks.today()[0].calls is None)


async def test_an_end_told_in_another_window_is_shown_beside_mine(
    journal: Journal, path: Path
) -> None:
    block = journal.call_blocks.start(journal.call_blocks.plan(time(13, 30)).id)
    app = JournalApp(journal)
    async with app.run_test(size=(80, 24)) as pilot:
        await go_to_setbacks(pilot, app)
        await pilot.press("b")
        await dialog(pilot, app, AskDialog)
        await pilot.press("enter")
        await dialog(pilot, app, EndBlockDialog)
        put(app, {"calls": "8", "nos": "1"})
        other = Journal(open_store(path, create=False), lambda: at("2026-11-24T13:46"))
        other.call_blocks.finish(block.id, 12, 3)
        other.store.close()
        await pilot.press("ctrl+s")
        await dialog(pilot, app, ChangedDialog)
        words = str(app.screen.query_one("#question").render())
        assert "Calls\n   mine    8\n   theirs  12" in words
        assert "Harsh nos\n   mine    1\n   theirs  3" in words
        await pilot.press("t")
        await back_on_setbacks(pilot, app)
    assert journal.call_blocks.get(block.id).calls == 12


async def test_today_plans_one_by_key_and_by_the_palette(journal: Journal) -> None:
    app = JournalApp(journal)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("b")
        await dialog(pilot, app, PlanBlockDialog)
        await pilot.press("ctrl+s")
        await wait_until(pilot, lambda: isinstance(app.screen, Today))
        await wait_until(pilot, lambda: "Planned  calls at 14:00" in row_of(app, "#heard"))
        await pilot.press("ctrl+p")
        await wait_until(pilot, lambda: isinstance(app.screen, CommandPalette))
        await pilot.press(*"stretch of calls")
        await wait_until(pilot, lambda: app.screen.query_one(CommandList).option_count == 1)
        await pilot.press("enter")
        await dialog(pilot, app, AskDialog)
        await pilot.press("p")
        await dialog(pilot, app, PlanBlockDialog)


@pytest.mark.parametrize(
    ("row", "words", "said"),
    [
        ("at", "25:00", "No time is called"),
        ("minutes", "an hour", "whole number"),
        ("minutes", "0", "takes 1 to"),
        ("feared", "101", "no rate from 0 to 100 %"),
        ("feared", "[/]", "no rate from 0 to 100 %"),
    ],
)
async def test_what_cannot_be_a_plan_is_said_and_stays_in_its_row(
    journal: Journal, row: str, words: str, said: str
) -> None:
    app = JournalApp(journal)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("b")
        await dialog(pilot, app, PlanBlockDialog)
        put(app, {row: words})
        await pilot.press("ctrl+s")
        await wait_until(
            pilot,
            lambda: isinstance(app.screen, PlanBlockDialog) and said in said_in_dialog(app),
        )
        assert app.screen.query_one(f"#{row}", Line).value == words
    assert not journal.call_blocks.today()


async def test_one_percent_is_one_percent(journal: Journal) -> None:
    app = JournalApp(journal)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("b")
        await dialog(pilot, app, PlanBlockDialog)
        put(app, {"feared": "1"})
        await pilot.press("ctrl+s")
        await wait_until(pilot, lambda: isinstance(app.screen, Today))
        await wait_until(pilot, lambda: len(journal.call_blocks.today()) == 1)
    assert journal.call_blocks.today()[0].feared == 0.01


async def test_the_fear_line_stands_where_a_block_is_planned(journal: Journal) -> None:
    held(journal, 14)
    app = JournalApp(journal)
    async with app.run_test(size=(200, 60)) as pilot:
        await go_to_setbacks(pilot, app)
        said = "You feared 40 %, it was 15 %, n 14. 14 of 14 began within 10 minutes of the plan."
        await wait_until(pilot, lambda: said in row_of(app, "#blocks"))
        rows = row_of(app, "#blocks").splitlines()
        assert rows[3].startswith(
            "Mon 23 Nov 10:00 ✓  ━━━━──────  40 %  ━━────────  20 %  10 calls"
        )
        await pilot.press("b")
        await dialog(pilot, app, PlanBlockDialog)
        assert "You feared 40 %, it was 15 %" in str(app.screen.query_one(".about").render())


def test_without_ten_blocks_or_a_clear_difference_the_line_says_why(journal: Journal) -> None:
    assert block_words.fear(journal.call_blocks.fear()) == (
        "Measured from ten call blocks on; you have none yet."
    )
    held(journal, 9)
    assert block_words.fear(journal.call_blocks.fear()).endswith("you have 9.")
    even = [
        CallBlock(day=TUESDAY, planned=time(10), feared=0.1, calls=10, harsh_nos=nos)
        for nos in (0, 2) * 6
    ]
    assert block_words.fear(fear_of(even, ())) == (
        "No clear difference between feared and happened in 12 call blocks."
    )


def test_calls_are_counted_from_the_start_on_past_midnight_too(store: SqliteStore) -> None:
    clock = [at("2026-11-24T23:00")]
    journal = Journal(store, lambda: clock[0])
    journal.count("call")
    clock[0] = at("2026-11-24T23:30")
    block = journal.call_blocks.plan(time(23, 30))
    started = journal.call_blocks.start(block.id)
    assert journal.call_blocks.calls_since_start(block) == 0
    clock[0] = at("2026-11-25T00:30")
    journal.count("call")
    journal.count("call")
    assert journal.call_blocks.calls_since_start(started) == 2
    elsewhere = replace(started, day=date(2026, 11, 23))
    assert journal.call_blocks.calls_since_start(elsewhere) == 0


@pytest.mark.parametrize(
    ("clock", "proposed"),
    [("13:45", "14:00"), ("13:46", "14:00"), ("09:00", "09:15"), ("23:50", "00:00")],
)
def test_the_next_quarter_of_an_hour_is_proposed(clock: str, proposed: str) -> None:
    assert next_quarter(time.fromisoformat(clock)) == time.fromisoformat(proposed)
