"""Working a setback through whose next step waits since a day that is over."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from builders import at
from on_goals import dialog, said_in_dialog
from on_setbacks import back_on_setbacks, go_to_setbacks, hit, put
from waiting import wait_until

from journal.journal import Journal
from screens.app import JournalApp
from screens.dialogs.fields import Line
from screens.dialogs.work_through import WorkThroughDialog
from storage.store import open_store


async def test_an_overdue_next_step_nobody_touched_keeps_no_thoughts_from_being_saved(
    journal: Journal, path: Path
) -> None:
    one = hit(journal, on=date(2026, 11, 16))
    last_week = Journal(open_store(path, create=False), lambda: at("2026-11-16T13:46"))
    last_week.setbacks.next_step(one.id, "call Dana", date(2026, 11, 17))
    last_week.store.close()
    app = JournalApp(journal)
    async with app.run_test(size=(80, 24)) as pilot:
        await go_to_setbacks(pilot, app)
        await pilot.press("w")
        await dialog(pilot, app, WorkThroughDialog)
        put(app, {"belief": "all me", "mine": "x"})
        await pilot.press("ctrl+s")
        await wait_until(pilot, lambda: "whole number from 0 to 100" in said_in_dialog(app))
        assert app.screen.query_one("#step", Line).value == "call Dana"
        put(app, {"mine": "", "due": "18 nov 2026"})
        await pilot.press("ctrl+s")
        await wait_until(pilot, lambda: "That day is over" in said_in_dialog(app))
        put(app, {"due": "2026-11-17"})
        await pilot.press("ctrl+s")
        await back_on_setbacks(pilot, app)
    line = journal.setbacks.story(one.id)
    assert line.thoughts is not None
    assert line.thoughts.belief == "all me"
    assert line.next_step is not None
    assert (line.next_step.what, line.next_step.due) == ("call Dana", date(2026, 11, 17))
