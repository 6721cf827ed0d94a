"""A day in the life: planned, counted by single keys, closed in the evening, read the next morning."""

from __future__ import annotations

from reading import row_of
from visiting import FRIDAY, TUESDAY, WEDNESDAY, Clock, due, focus_on, on_page, stands
from waiting import wait_until

from journal.journal import Journal
from screens.app import JournalApp
from screens.evening import Evening
from screens.morning import Morning
from screens.today import Today
from storage.store import SqliteStore


async def test_a_day_from_the_morning_page_to_the_next_one(store: SqliteStore) -> None:
    clock = Clock("2026-11-24T07:55")
    journal = Journal(store, clock)
    journal.set_purpose("To be the first one our customers call.")
    journal.set("target.reach-outs", "5")
    hooli = due(journal)

    app = JournalApp(journal)
    async with app.run_test(size=(120, 40)) as pilot:
        # Two minutes in the morning.
        await on_page(pilot, app, Morning)
        assert "today      Hooli" in row_of(app, "#due")
        await pilot.press("enter", *"Call Dana before nine", "enter", *"Send Globex the numbers")
        await pilot.press("enter", "enter", *"mail", "enter", *"if mail, then later", "enter")
        await on_page(pilot, app, Today)
        await wait_until(pilot, lambda: "2 things" in row_of(app, "#heard"))

        # By day, one key at a time.
        clock.shows = "2026-11-24T09:10"
        await pilot.press("c", "c", "c", "i")
        await wait_until(pilot, lambda: "1 email, 1 today" in row_of(app, "#heard"))
        await pilot.press("tab", "space")
        await wait_until(pilot, lambda: "[✓] Call Dana before nine" in row_of(app, "#intentions"))
        assert "1 to go" not in row_of(app, "#must-today")
        assert "4 of 5 done" in row_of(app, "#must-today")

        # Three minutes in the evening.
        clock.shows = "2026-11-24T17:50"
        app._tick()
        await wait_until(pilot, lambda: "4 of 5 reach-outs." in row_of(app, "#evening"))
        await pilot.press("e")
        await on_page(pilot, app, Evening)
        await focus_on(pilot, app, "meant")
        await pilot.press("down", "space", "space", "down", "space", "space", "enter")
        await pilot.press(*"globex meeting went well, demo on fri", "enter", *"call 2")
        await pilot.press("enter", "enter")
        await focus_on(pilot, app, "good-thing")
        await wait_until(pilot, lambda: "✓ day kept, streak 1" in row_of(app, "#day-done"))
        await pilot.press(*"Dana called back", "enter", *"I asked", "enter", "enter")
        await focus_on(pilot, app, "first-tomorrow")
        await pilot.press(*"the Stark list, at nine", "ctrl+s")
        await on_page(pilot, app, Today)
        closed = "✓ Day closed 17:50. First tomorrow: the Stark list, at nine"
        await wait_until(pilot, lambda: row_of(app, "#evening") == closed)

    assert journal.store.entries.totals(TUESDAY, TUESDAY) == {"call": 5, "email": 1, "meeting": 1}
    assert [(one.text, one.state.value) for one in journal.day_pages.of(TUESDAY).intentions] == [
        ("Call Dana before nine", "done"),
        ("Send Globex the numbers", "carried"),
    ]
    assert [(one.what, one.due) for one in journal.due(FRIDAY)] == [
        ("New date", WEDNESDAY),
        ("demo", FRIDAY),
    ]
    assert journal.store.follow_ups.get(hooli.id).due == WEDNESDAY

    # The next morning begins where the evening ended.
    clock.shows = "2026-11-25T08:00"
    journal.forget_what_was_read()
    app = JournalApp(journal)
    async with app.run_test(size=(120, 40)) as pilot:
        await on_page(pilot, app, Morning)
        assert row_of(app, "#yesterday").splitlines() == [
            "6 of 5 reach-outs, one meeting  ✓ kept",
            "Good: Dana called back",
            "First: the Stark list, at nine",
        ]
        assert stands(app, "intention-1") == "the Stark list, at nine"
        assert stands(app, "intention-2") == "Send Globex the numbers"
