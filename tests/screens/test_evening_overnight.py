"""The evening page left open over night: what is typed there in the morning is of the evening before."""

from __future__ import annotations

from datetime import time

import pytest
from reading import row_of
from visiting import TUESDAY, Clock, focus_on, on_page
from waiting import wait_until

from journal.journal import Journal
from journal.setback import Setback
from screens.app import JournalApp
from screens.evening import Evening
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
