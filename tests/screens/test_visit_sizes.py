"""Both pages of a day fit every terminal without scrolling, and no word of a rep's can break them."""

from __future__ import annotations

from dataclasses import replace
from datetime import time

import pytest
from hostile import UNSAFE, WALKED
from reading import all_text, row_of
from textual import events
from visiting import TUESDAY, Clock, due, focus_on, on_page, stands, worked
from waiting import wait_until

from journal.day_page import DayPage
from journal.evening import Evening as Handed
from journal.journal import Journal
from journal.setback import Setback
from screens.app import JournalApp
from screens.evening import Evening
from screens.morning import Morning
from screens.today import Today
from screens.visit import Visit
from screens.widgets.event_box import EventBox
from storage.store import SqliteStore

SIZES = [(80, 24), (120, 40), (200, 60)]
HOSTILE = (*WALKED[:2], WALKED[2] + " " + "a" * 900)


@pytest.fixture
def clock() -> Clock:
    """Eight o'clock on a Tuesday."""
    return Clock("2026-11-24T08:00")


@pytest.fixture
def journal(store: SqliteStore, clock: Clock) -> Journal:
    """An empty journal in the morning."""
    return Journal(store, clock)


def lived(journal: Journal, clock: Clock, words: str = "Call Dana") -> None:
    """A Monday that was closed and a planned Tuesday, the same words wherever a rep can type."""
    clock.shows = "2026-11-23T17:00"
    journal.set_purpose(words[:500])
    monday = DayPage(day=TUESDAY.replace(day=23))
    written = replace(monday, good_thing=words, first_tomorrow=words)
    journal.day_pages.close(Handed(page=written))
    clock.shows = "2026-11-24T17:00"
    journal.day_pages.plan_day([words, f"{words} again"], words, words)
    worked(journal)
    journal.record(Setback(day=TUESDAY, text=words, account=words[:100], time=time(14)))
    due(journal, words[:500])


def cut_off(page: Visit) -> list[str]:
    """Widgets that stand there and do not lie whole within the terminal."""
    whole = page.region
    shown = [one for one in page.query("*") if one.display and one.region.area and not one.children]
    return [str(one) for one in shown if not whole.contains_region(one.region)]


@pytest.mark.parametrize("size", [(80, 34), (120, 34)])
async def test_the_button_of_the_evening_is_in_sight_between_the_sizes_too(
    journal: Journal, clock: Clock, size: tuple[int, int]
) -> None:
    clock.shows = "2026-11-24T17:00"
    worked(journal)
    app = JournalApp(journal)
    async with app.run_test(size=size) as pilot:
        await pilot.press("e")
        page = await on_page(pilot, app, Evening)
        await wait_until(pilot, lambda: page.query_one("#done").region.height > 0)
        lines = page.query_one("#lines").region
        assert page.query_one("#done").region.bottom <= lines.bottom < size[1]


@pytest.mark.parametrize("size", SIZES)
async def test_the_morning_page_is_whole_in_every_size(
    journal: Journal, clock: Clock, size: tuple[int, int]
) -> None:
    lived(journal, clock)
    app = JournalApp(journal)
    async with app.run_test(size=size) as pilot:
        await pilot.press("m")
        page = await on_page(pilot, app, Morning)
        await wait_until(pilot, lambda: "Call Dana" in row_of(app, "#yesterday"))
        assert cut_off(page) == []
        assert page.query_one("#if-then").region.bottom < size[1]
        for name in ("#must-today", "#waypoint", "#due", "#yesterday"):
            assert row_of(app, name) != "", name
        keys = "Enter Next line  Esc To the day  Ctrl+S Done  F1 Keys"
        assert row_of(app, "#keys").startswith(keys)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("is_unfolded", [False, True])
async def test_the_evening_page_is_whole_in_every_size(
    journal: Journal, clock: Clock, size: tuple[int, int], is_unfolded: bool
) -> None:
    lived(journal, clock)
    for number in range(5):
        due(journal, f"Touch {number}")
    app = JournalApp(journal)
    async with app.run_test(size=size) as pilot:
        await pilot.press("e")
        page = await on_page(pilot, app, Evening)
        page.set_class(is_unfolded, "-unfolded")
        await wait_until(pilot, lambda: page.query_one("#done").region.area > 0)
        await wait_until(pilot, lambda: cut_off(page) == [], "everything in sight")
        assert page.query_one("#done").region.bottom < size[1]
        assert row_of(app, "#done").startswith(" Done for today ")


@pytest.mark.parametrize("size", SIZES)
async def test_a_terminal_may_change_its_size_while_a_page_is_open(
    journal: Journal, clock: Clock, size: tuple[int, int]
) -> None:
    lived(journal, clock)
    app = JournalApp(journal)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("e")
        page = await on_page(pilot, app, Evening)
        await focus_on(pilot, app, "meant")
        await pilot.press("enter", *"call 4")
        await pilot.resize_terminal(*size)
        await wait_until(pilot, lambda: page.size.width == size[0])
        await wait_until(pilot, lambda: cut_off(page) == [], "everything in sight")
        assert stands(app, "box") == "call 4"


@pytest.mark.parametrize("words", HOSTILE, ids=lambda words: repr(words[:16]))
@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_no_words_break_a_page_or_command_the_terminal(
    journal: Journal, clock: Clock, size: tuple[int, int], words: str
) -> None:
    lived(journal, clock, words)
    app = JournalApp(journal)
    async with app.run_test(size=size) as pilot:
        await wait_until(pilot, lambda: row_of(app, "#intentions") != "")
        assert not UNSAFE & set(all_text(app).replace("\n", ""))
        for key, kind in (("m", Morning), ("e", Evening)):
            await pilot.press(key)
            page = await on_page(pilot, app, kind)
            await wait_until(pilot, lambda page=page: cut_off(page) == [], "everything in sight")
            assert not UNSAFE & set(all_text(app).replace("\n", ""))
            await pilot.press("escape")
            await on_page(pilot, app, Today)
        await pilot.press("e")
        await on_page(pilot, app, Evening)
        app.screen.query_one("#box").focus()
        await focus_on(pilot, app, "box")
        pasted = "\n".join((words, f"call acme {words}"))
        app.screen.query_one(EventBox).post_message(events.Paste(pasted))
        await wait_until(pilot, lambda: row_of(app, "#understood") != "one event a line")
        assert not UNSAFE & set(all_text(app).replace("\n", ""))
        await pilot.press("ctrl+s")
        await on_page(pilot, app, Today)
        assert journal.day_pages.of(TUESDAY).done_at is not None
