"""The morning page: read with nothing in focus, then written with Enter alone, and never in the way."""

from __future__ import annotations

from dataclasses import replace

import pytest
from builders import activity
from reading import row_of
from textual.widgets import Input
from visiting import TUESDAY, WEDNESDAY, Clock, due, focus_on, on_page, stands
from waiting import wait_until

from journal.day_page import Intention
from journal.evening import Evening
from journal.journal import Journal
from journal.setback import Setback
from screens.app import JournalApp
from screens.dialogs.changed import ChangedDialog
from screens.goals import Goals
from screens.morning import Morning
from screens.today import Today
from screens.widgets.entry_line import EntryLine
from screens.widgets.half_year import HalfYear
from storage.store import SqliteStore


@pytest.fixture
def clock() -> Clock:
    """Eight o'clock on a Tuesday."""
    return Clock("2026-11-24T08:00")


@pytest.fixture
def journal(store: SqliteStore, clock: Clock) -> Journal:
    """An empty journal in the morning."""
    return Journal(store, clock)


def meant(journal: Journal) -> list[str]:
    """The intentions of the day as saved."""
    return [one.text for one in journal.day_pages.of(TUESDAY).intentions]


async def test_it_opens_before_noon_over_today_and_once_a_day(journal: Journal) -> None:
    app = JournalApp(journal)
    async with app.run_test() as pilot:
        await on_page(pilot, app, Morning)
        await pilot.press("escape")
        await on_page(pilot, app, Today)
    app = JournalApp(journal)
    async with app.run_test() as pilot:
        await on_page(pilot, app, Today)
        await wait_until(pilot, lambda: "◌" in row_of(app, "#half-year"))
        await pilot.press("c")
        await wait_until(pilot, lambda: "Saved" in row_of(app, "#heard"))
        assert isinstance(app.screen, Today)


async def test_from_noon_on_only_its_key_opens_it(journal: Journal, clock: Clock) -> None:
    clock.shows = "2026-11-24T12:00"
    app = JournalApp(journal)
    async with app.run_test() as pilot:
        await wait_until(pilot, lambda: "◌" in row_of(app, "#half-year"))
        assert isinstance(app.screen, Today)
        await pilot.press("m")
        await on_page(pilot, app, Morning)


async def test_reading_has_no_focus_and_its_keys_act(journal: Journal) -> None:
    app = JournalApp(journal)
    async with app.run_test() as pilot:
        await on_page(pilot, app, Morning)
        assert app.focused is None
        await pilot.press("c")
        await wait_until(pilot, lambda: "Saved  1 call" in row_of(app, "#said"))
        assert journal.store.entries.totals(TUESDAY, TUESDAY) == {"call": 1}
        await pilot.press("u")
        await wait_until(pilot, lambda: "Taken back" in row_of(app, "#said"))
        assert journal.store.entries.totals(TUESDAY, TUESDAY) == {}
        await pilot.press("2")
        await on_page(pilot, app, Goals)
        await pilot.press("1")
        await on_page(pilot, app, Today)


async def test_enter_goes_down_and_the_last_line_saves(journal: Journal) -> None:
    app = JournalApp(journal)
    async with app.run_test() as pilot:
        await on_page(pilot, app, Morning)
        await pilot.press("enter")
        await focus_on(pilot, app, "intention-1")
        await pilot.press(*"Call Dana", "enter", *"Stark list", "enter", "enter")
        await focus_on(pilot, app, "obstacle")
        await pilot.press(*"mail", "enter", *"I shut it", "enter")
        await on_page(pilot, app, Today)
        await wait_until(pilot, lambda: "The day is planned: 2 things" in row_of(app, "#heard"))
        assert row_of(app, "#intentions").splitlines() == [" [ ] Call Dana", " [ ] Stark list"]
        page = journal.day_pages.of(TUESDAY)
        assert (page.obstacle, page.if_then) == ("mail", "I shut it")
        await pilot.press("u")
        await wait_until(pilot, lambda: "Taken back" in row_of(app, "#heard"))
        assert meant(journal) == []


async def test_enter_all_the_way_through_an_empty_page_only_leaves_it(journal: Journal) -> None:
    app = JournalApp(journal)
    async with app.run_test() as pilot:
        await on_page(pilot, app, Morning)
        for _ in range(6):
            await pilot.press("enter")
        await on_page(pilot, app, Today)
        await pilot.press("u")
        await wait_until(pilot, lambda: row_of(app, "#heard").startswith("!"))


async def test_escape_at_any_point_keeps_what_was_typed(journal: Journal) -> None:
    app = JournalApp(journal)
    async with app.run_test() as pilot:
        await on_page(pilot, app, Morning)
        await pilot.press("enter", *"Call Dana", "escape")
        await on_page(pilot, app, Today)
        assert meant(journal) == []
    app = JournalApp(journal)
    async with app.run_test() as pilot:
        await on_page(pilot, app, Today)
        await pilot.press("m")
        await on_page(pilot, app, Morning)
        await wait_until(pilot, lambda: stands(app, "intention-1") == "Call Dana")
        await pilot.press("ctrl+s")
        await on_page(pilot, app, Today)
        assert meant(journal) == ["Call Dana"]
        assert journal.drafts.of("morning", TUESDAY.toordinal()) == {}


@pytest.mark.usefixtures("quickly")
async def test_whoever_simply_types_gets_the_line(journal: Journal) -> None:
    app = JournalApp(journal)
    async with app.run_test() as pilot:
        await on_page(pilot, app, Morning)
        await pilot.press(*"call")
        await on_page(pilot, app, Today)
        await wait_until(pilot, lambda: app.screen.query_one(EntryLine).value == "call")
        assert journal.entries(TUESDAY, TUESDAY) == []


async def test_what_is_read_is_the_day_and_yesterday(journal: Journal, clock: Clock) -> None:
    clock.shows = "2026-11-23T17:00"
    journal.set_purpose("To be the first one they call.")
    journal.set("target.reach-outs", "14")
    journal.record(activity("call", 16, TUESDAY.replace(day=23)))
    page = journal.day_pages.of(TUESDAY.replace(day=23))
    written = replace(page, good_thing="Dana called back", first_tomorrow="the Stark list")
    journal.day_pages.close(Evening(page=written))
    due(journal)
    clock.shows = "2026-11-24T08:00"
    app = JournalApp(journal)
    async with app.run_test(size=(120, 40)) as pilot:
        await on_page(pilot, app, Morning)
        assert row_of(app, "#purpose") == "“To be the first one they call.”"
        assert row_of(app, "#must-today").splitlines()[0].endswith("reach-outs today")
        assert "today      Hooli" in row_of(app, "#due")
        assert row_of(app, "#yesterday").splitlines() == [
            "16 of 14 reach-outs  ✓ kept",
            "Good: Dana called back",
            "First: the Stark list",
        ]
        assert stands(app, "intention-1") == "the Stark list"


async def test_what_was_carried_over_stands_there_already(journal: Journal) -> None:
    journal.day_pages.plan_day(["Call Dana"])
    journal.day_pages.tick(TUESDAY, 1)
    journal.day_pages.tick(TUESDAY, 1)
    app = JournalApp(Journal(journal.store, Clock("2026-11-25T08:00")))
    async with app.run_test() as pilot:
        await on_page(pilot, app, Morning)
        assert stands(app, "intention-1") == "Call Dana"
        await pilot.press("ctrl+s")
        await on_page(pilot, app, Today)
        kept = journal.day_pages.of(WEDNESDAY).intentions
        assert kept == (Intention("Call Dana", carried_from=TUESDAY),)


async def test_a_page_changed_in_another_window_shows_both(journal: Journal) -> None:
    app = JournalApp(journal)
    async with app.run_test() as pilot:
        await on_page(pilot, app, Morning)
        journal.day_pages.plan_day(["Stark list"])
        await pilot.press("enter", *"Call Dana", "ctrl+s")
        await wait_until(pilot, lambda: isinstance(app.screen, ChangedDialog))
        assert meant(journal) == ["Stark list"]
        await pilot.press("m")
        await on_page(pilot, app, Today)
        assert meant(journal) == ["Call Dana"]


async def test_midnight_and_four_o_clock_pass_while_it_is_open(
    journal: Journal, clock: Clock
) -> None:
    app = JournalApp(journal)
    async with app.run_test(size=(120, 40)) as pilot:
        await on_page(pilot, app, Morning)
        await pilot.press("enter", *"Call Dana")
        clock.shows = "2026-11-25T04:01"
        app._tick()
        await wait_until(pilot, lambda: "still the page of Tue 24 Nov" in row_of(app, "#said"))
        await pilot.press("ctrl+s")
        await on_page(pilot, app, Today)
        assert meant(journal) == ["Call Dana"]
        assert journal.day_pages.of(WEDNESDAY).intentions == ()


async def test_a_line_that_is_too_long_is_said_and_stays(journal: Journal) -> None:
    app = JournalApp(journal)
    async with app.run_test(size=(120, 40)) as pilot:
        page = await on_page(pilot, app, Morning)
        await pilot.press("enter")
        await focus_on(pilot, app, "intention-1")
        page.query_one("#intention-1", Input).value = "a" * 1_001
        await pilot.press("ctrl+s")
        await wait_until(pilot, lambda: "1,000 characters" in row_of(app, "#said"))
        assert len(stands(app, "intention-1")) == 1_001


async def test_three_for_today_are_ticked_with_space_or_a_click(journal: Journal) -> None:
    journal.day_pages.plan_day(["Call Dana", "Stark list"])
    app = JournalApp(journal)
    async with app.run_test(size=(120, 40)) as pilot:
        await on_page(pilot, app, Today)
        await pilot.press("tab")
        await focus_on(pilot, app, "intentions")
        await pilot.press("space")
        await wait_until(pilot, lambda: "[✓] Call Dana" in row_of(app, "#intentions"))
        assert "Done: Call Dana" in row_of(app, "#heard")
        await pilot.press("space")
        await wait_until(pilot, lambda: "[→] Call Dana" in row_of(app, "#intentions"))
        assert "Carried to tomorrow: Call Dana" in row_of(app, "#heard")
        await pilot.click("#intentions", offset=(6, 3))
        await wait_until(pilot, lambda: "[✓] Stark list" in row_of(app, "#intentions"))
        await pilot.press("u")
        await wait_until(pilot, lambda: "[ ] Stark list" in row_of(app, "#intentions"))
        await pilot.press("enter")
        await on_page(pilot, app, Morning)


async def test_a_setback_of_a_week_ago_asks_among_what_is_due(
    journal: Journal, clock: Clock
) -> None:
    clock.shows = "2026-11-16T15:00"
    journal.record(
        Setback(day=TUESDAY.replace(day=16), text="RFP lost", account="Wayne", type="RFP missed")
    )
    clock.shows = "2026-11-24T08:00"
    due(journal)
    app = JournalApp(journal)
    async with app.run_test(size=(120, 40)) as pilot:
        await on_page(pilot, app, Morning)
        rows = [line[1:] for line in row_of(app, "#due").splitlines()]
        assert rows[0] == "  today      Hooli    New date"
        assert rows[1].startswith("  today      Wayne    What did the missed RFP teach")
        await pilot.press("escape")
        await on_page(pilot, app, Today)
        await wait_until(pilot, lambda: "What did the missed RFP" in row_of(app, "#due"))
        assert "late" not in row_of(app, "#due")


async def test_a_reward_of_ones_own_is_told_every_day(journal: Journal) -> None:
    journal.record(activity("call", 3, TUESDAY))
    journal.set("reward", "An afternoon at the sea")
    app = JournalApp(journal)
    async with app.run_test(size=(120, 40)) as pilot:
        await on_page(pilot, app, Morning)
        said = "Reward: this week leads with 3: An afternoon at the sea"
        assert row_of(app, "#yesterday").splitlines()[-1] == said
        await pilot.press("escape")
        page = await on_page(pilot, app, Today)
        half_year = page.query_one(HalfYear)
        told = "Half a year · reward: this week leads with 3"
        await wait_until(pilot, lambda: str(half_year.border_title) == told)
        await pilot.resize_terminal(80, 24)
        await wait_until(
            pilot, lambda: str(half_year.border_title) == "Reward: this week leads with 3"
        )


async def test_an_undo_while_reading_takes_the_words_out_of_the_lines(journal: Journal) -> None:
    journal.day_pages.plan_day(["Call Dana"])
    app = JournalApp(journal)
    async with app.run_test() as pilot:
        await on_page(pilot, app, Today)
        await pilot.press("m")
        await on_page(pilot, app, Morning)
        await wait_until(pilot, lambda: stands(app, "intention-1") == "Call Dana")
        await pilot.press("u")
        await wait_until(pilot, lambda: stands(app, "intention-1") == "")
        await pilot.press("U")
        await wait_until(pilot, lambda: stands(app, "intention-1") == "Call Dana")
