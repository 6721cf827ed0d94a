"""The evening page left open over night: what is typed there in the morning is of the evening before."""

from __future__ import annotations

from datetime import time

import pytest
from reading import row_of
from visiting import TUESDAY, WEDNESDAY, Clock, focus_on, on_page, stands
from waiting import wait_until

from journal.journal import Journal
from journal.setback import Setback
from screens.app import JournalApp
from screens.evening import Evening
from screens.today import Today
from storage.store import SqliteStore


@pytest.fixture
def clock() -> Clock:
    """A quarter to seven in the evening of a Tuesday."""
    return Clock("2026-11-24T18:45")


@pytest.fixture
def journal(store: SqliteStore, clock: Clock) -> Journal:
    """An empty journal on a Tuesday evening."""
    return Journal(store, clock)


@pytest.mark.parametrize(
    ("words", "at_"), [("demo cancelled", None), ("demo cancelled at 15:30", time(15, 30))]
)
async def test_a_setback_typed_the_morning_after_has_no_time_but_one_that_is_said(
    journal: Journal, clock: Clock, words: str, at_: time | None
) -> None:
    app = JournalApp(journal)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("e")
        evening = await on_page(pilot, app, Evening)
        await focus_on(pilot, app, "box")
        clock.shows = "2026-11-25T08:10"
        app._tick()
        await wait_until(pilot, lambda: "still the page of Tue 24 Nov" in row_of(app, "#said"))
        evening.query_one("#hit").focus()
        await focus_on(pilot, app, "hit")
        await pilot.press(*words, "enter")
        await wait_until(pilot, lambda: "takes it back" in row_of(app, "#said"))
        app._tick()
        assert "takes it back" in row_of(app, "#said")
        await pilot.press(*"x")
        app._tick()
        await wait_until(pilot, lambda: "still the page of Tue 24 Nov" in row_of(app, "#said"))
    (saved,) = journal.entries(TUESDAY, TUESDAY)
    assert isinstance(saved, Setback)
    assert (saved.day, saved.time) == (TUESDAY, at_)


async def test_an_evening_left_before_midnight_is_opened_again_until_todays_comes(
    store: SqliteStore, journal: Journal, clock: Clock
) -> None:
    journal.drafts.keep("evening", {"good-thing": "Beta called back"}, TUESDAY.toordinal())
    clock.shows = "2026-11-25T13:10"
    app = JournalApp(journal)
    async with app.run_test(size=(120, 40)) as pilot:
        await on_page(pilot, app, Today)
        await wait_until(
            pilot, lambda: "You were writing the evening page" in row_of(app, "#heard")
        )
        await pilot.press("e")
        evening = await on_page(pilot, app, Evening)
        assert evening.day == TUESDAY
        assert stands(app, "good-thing") == "Beta called back"
        await wait_until(pilot, lambda: "Still the page of Tue 24 Nov" in row_of(app, "#said"))
        await pilot.press("ctrl+s")
        await on_page(pilot, app, Today)
        assert journal.day_pages.of(TUESDAY).good_thing == "Beta called back"
        await pilot.press("e")
        assert (await on_page(pilot, app, Evening)).day == WEDNESDAY


async def test_from_todays_evening_on_the_page_is_todays_and_no_other_is_offered(
    journal: Journal, clock: Clock
) -> None:
    journal.drafts.keep("evening", {"good-thing": "Beta called back"}, TUESDAY.toordinal())
    clock.shows = "2026-11-25T16:00"
    assert journal.drafts.asked_for() == ()
    app = JournalApp(journal)
    async with app.run_test(size=(120, 40)) as pilot:
        await on_page(pilot, app, Today)
        await pilot.press("e")
        assert (await on_page(pilot, app, Evening)).day == WEDNESDAY
        assert stands(app, "good-thing") == ""
        await pilot.press("escape")
        await on_page(pilot, app, Today)
    clock.shows = "2026-11-26T13:10"
    assert [one.row for one in journal.drafts.asked_for()] == [TUESDAY.toordinal()]


def test_a_morning_page_of_an_earlier_day_is_not_offered(journal: Journal, clock: Clock) -> None:
    journal.drafts.keep("morning", {"first": "call Dana"}, TUESDAY.toordinal())
    assert [one.form for one in journal.drafts.asked_for()] == ["morning"]
    clock.shows = "2026-11-25T09:00"
    assert journal.drafts.asked_for() == ()
