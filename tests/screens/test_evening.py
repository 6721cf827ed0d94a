"""The evening page: progress first, the box as understood, open loops with a when, and done for today."""

from __future__ import annotations

from datetime import date

import pytest
from builders import day
from reading import row_of
from textual import events
from visiting import FRIDAY, TUESDAY, WEDNESDAY, Clock, due, focus_on, on_page, stands, worked
from waiting import wait_until

from journal.activity import Activity
from journal.day_page import DayPage, Intention
from journal.journal import Journal
from journal.setback import Setback
from screens import burst
from screens.app import JournalApp
from screens.evening import Evening
from screens.morning import Morning
from screens.today import Today
from screens.widgets.entry_line import EntryLine
from screens.widgets.event_box import EventBox
from storage.store import SqliteStore


@pytest.fixture
def clock() -> Clock:
    """Twenty to six on a Tuesday."""
    return Clock("2026-11-24T17:40")


@pytest.fixture
def journal(store: SqliteStore, clock: Clock) -> Journal:
    """An empty journal in the evening."""
    return Journal(store, clock)


def states(journal: Journal) -> list[str]:
    """What became of the day's intentions."""
    return [one.state.value for one in journal.day_pages.of(TUESDAY).intentions]


async def test_today_offers_it_from_its_hour_until_the_day_is_done(
    journal: Journal, clock: Clock
) -> None:
    worked(journal)
    clock.shows = "2026-11-24T15:59"
    app = JournalApp(journal)
    async with app.run_test(size=(120, 40)) as pilot:
        page = await on_page(pilot, app, Today)
        assert not page.query_one("#evening").display
        clock.shows = "2026-11-24T16:00"
        app._tick()
        await wait_until(pilot, lambda: page.query_one("#evening").display)
        await wait_until(
            pilot,
            lambda: (
                row_of(app, "#evening")
                == " Evening   12 reach-outs, one meeting, one setback.  e closes the day in three minutes"
            ),
        )
        await pilot.press("e")
        await on_page(pilot, app, Evening)
        await pilot.press("ctrl+s")
        await on_page(pilot, app, Today)
        await wait_until(pilot, lambda: row_of(app, "#evening") == "✓ Day closed 16:00.")


async def test_progress_comes_first(journal: Journal) -> None:
    worked(journal)
    app = JournalApp(journal)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("e")
        await on_page(pilot, app, Evening)
        rows = row_of(app, "#day-done").splitlines()
        assert rows[0].endswith("reach-outs")
        assert rows[1].endswith("one meeting, one setback")
        assert rows[2].endswith("✓ day kept, streak 1")
        said = "Hooli cancelled the demo · logged 13:15, sting 4"
        assert row_of(app, "#hit") == said


async def test_what_moved_is_said_in_whole_words_where_room_is_short(journal: Journal) -> None:
    worked(journal)
    journal.record(Activity(day=TUESDAY, kind="visit", account="Umbrella"))
    app = JournalApp(journal)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("e")
        await on_page(pilot, app, Evening)
        assert row_of(app, "#day-done").splitlines()[1].endswith("  one meeting, one visit")


async def test_a_quiet_day_is_asked_for_one_good_thing(journal: Journal) -> None:
    app = JournalApp(journal)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("e")
        await on_page(pilot, app, Evening)
        words = " ".join(row_of(app, "#day-done").split())
        assert words == "A quiet day. What was one good thing in it?"
        assert row_of(app, "#meant") == " Nothing was planned, and that is fine."
        await focus_on(pilot, app, "box")


async def test_enter_alone_goes_all_the_way_and_closes_the_day(journal: Journal) -> None:
    journal.day_pages.plan_day(["Call Dana"])
    app = JournalApp(journal)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("e")
        await on_page(pilot, app, Evening)
        await focus_on(pilot, app, "meant")
        for stop in ("box", "good-thing", "my-part", "hit", "first-tomorrow", "more", "done"):
            await pilot.press("enter")
            await focus_on(pilot, app, stop)
        await pilot.press("enter")
        await on_page(pilot, app, Today)
        assert journal.day_pages.of(TUESDAY).done_at is not None


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_a_loss_to_nobody_says_that_the_deal_stays_open(
    journal: Journal, size: tuple[int, int]
) -> None:
    journal.deals.add("Globex", "Renewal", opened=date(2026, 11, 2))
    app = JournalApp(journal)
    async with app.run_test(size=size) as pilot:
        await pilot.press("e")
        await on_page(pilot, app, Evening)
        await focus_on(pilot, app, "box")
        await pilot.press(*"lost globex")
        await wait_until(pilot, lambda: "Deal stays open" in row_of(app, "#understood"))
        rows = [row.strip() for row in row_of(app, "#understood").splitlines()]
        assert rows[-2:] == ["Setback Globex", "Deal stays open"]
        await pilot.press(*" to initech")
        await wait_until(pilot, lambda: "stays open" not in row_of(app, "#understood"))
        rows = [row.strip() for row in row_of(app, "#understood").splitlines()]
        assert rows[-2] == "Setback Globex, deal lost"
        assert rows[-1].startswith("Deal lost Globex")


async def test_the_box_is_shown_as_understood_and_saved_with_enter_on_an_empty_line(
    journal: Journal,
) -> None:
    app = JournalApp(journal)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("e")
        await on_page(pilot, app, Evening)
        await focus_on(pilot, app, "box")
        lines = ("globex meeting went well, demo on fri", "call 4", "hm [/]")
        for line in lines:
            await pilot.press(*line, "enter")
        await wait_until(pilot, lambda: "hm" not in row_of(app, "#understood"))
        assert row_of(app, "#understood").splitlines() == [
            "understood",
            "Meeting Globex, progress",
            "Follow-up demo, Fri 27 Nov",
            "Call ×4",
            "Note not understood, kept as is",
        ]
        assert journal.entries(TUESDAY, TUESDAY) == []
        await pilot.press("enter")
        await focus_on(pilot, app, "good-thing")
        assert stands(app, "box") == ""
        assert "Saved  3 entries and one follow-up" in row_of(app, "#said")
        assert journal.store.entries.totals(TUESDAY, TUESDAY) == {"meeting": 1, "call": 4}
        assert [(one.what, one.due) for one in journal.due(FRIDAY)] == [("demo", FRIDAY)]
        await wait_until(pilot, lambda: "one meeting" in row_of(app, "#day-done"))


async def test_whoever_simply_types_types_into_the_box(journal: Journal) -> None:
    journal.day_pages.plan_day(["Call Dana"])
    app = JournalApp(journal)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("e")
        await on_page(pilot, app, Evening)
        await focus_on(pilot, app, "meant")
        await pilot.press(*"quiet, use bus 6")
        await wait_until(pilot, lambda: stands(app, "box") == "quiet, use bus 6")
        assert isinstance(app.focused, EventBox)


async def test_intentions_are_ticked_and_loops_get_a_when(journal: Journal) -> None:
    journal.day_pages.plan_day(["Call Dana", "Stark list"])
    first, second = due(journal, "New date"), due(journal, "Criteria")
    app = JournalApp(journal)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("e")
        await on_page(pilot, app, Evening)
        await focus_on(pilot, app, "meant")
        await pilot.press("space", "down", "space", "space", "down", "space", "down")
        await pilot.press("space", "space", "space")
        await wait_until(pilot, lambda: "Tue 1 Dec" in row_of(app, "#meant"))
        rows = [row.split() for row in row_of(app, "#meant").splitlines()]
        assert rows[0][:3] == ["✓", "Call", "Dana"]
        assert rows[1] == ["→", "Stark", "list", "tomorrow"]
        assert rows[2] == ["✓", "Hooli", "Criteria"]
        assert rows[3] == ["▌→", "Hooli", "New", "date", "Tue", "1", "Dec"]
        assert states(journal) == ["open", "open"]
        await pilot.press("ctrl+s")
        await on_page(pilot, app, Today)
        assert states(journal) == ["done", "carried"]
        assert journal.day_pages.of(WEDNESDAY).intentions == (
            Intention("Stark list", carried_from=TUESDAY),
        )
        assert journal.store.follow_ups.get(second.id).state.value == "done"
        assert journal.store.follow_ups.get(first.id).due == day("2026-12-01")
        await pilot.press("u")
        await wait_until(pilot, lambda: "Taken back" in row_of(app, "#heard"))
        assert states(journal) == ["open", "open"]
        assert journal.day_pages.of(WEDNESDAY) == DayPage(day=WEDNESDAY)
        assert journal.store.follow_ups.get(first.id).due == TUESDAY


async def test_one_undo_takes_back_a_whole_closed_evening(journal: Journal) -> None:
    app = JournalApp(journal)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("e")
        await on_page(pilot, app, Evening)
        await focus_on(pilot, app, "box")
        await pilot.press(*"call 4", "tab", *"Dana called", "ctrl+s")
        await on_page(pilot, app, Today)
        assert journal.store.entries.totals(TUESDAY, TUESDAY) == {"call": 4}
        assert journal.day_pages.of(TUESDAY).good_thing == "Dana called"
        await pilot.press("u")
        await wait_until(pilot, lambda: "Taken back" in row_of(app, "#heard"))
        assert journal.entries(TUESDAY, TUESDAY) == []
        assert journal.day_pages.of(TUESDAY) == DayPage(day=TUESDAY)
        await wait_until(pilot, lambda: "closes the day" in row_of(app, "#evening"))


async def test_what_hit_is_written_down_with_enter_and_the_line_is_free_again(
    journal: Journal,
) -> None:
    app = JournalApp(journal)
    async with app.run_test(size=(120, 40)) as pilot:
        page = await on_page(pilot, app, Today)
        await pilot.press("e")
        evening = await on_page(pilot, app, Evening)
        assert evening is not page
        evening.query_one("#hit").focus()
        await focus_on(pilot, app, "hit")
        await pilot.press(*"hooli cancelled the demo sting 6", "enter")
        await wait_until(pilot, lambda: "sting 6" in row_of(app, "#hit"))
        (saved,) = journal.entries(TUESDAY, TUESDAY)
        assert isinstance(saved, Setback)
        assert (saved.account, saved.type, saved.sting) == ("Hooli", "meeting cancelled", 6)
        await pilot.press("enter")
        await focus_on(pilot, app, "first-tomorrow")


async def test_later_keeps_words_and_ticks(journal: Journal) -> None:
    journal.day_pages.plan_day(["Call Dana"])
    app = JournalApp(journal)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("e")
        await on_page(pilot, app, Evening)
        await focus_on(pilot, app, "meant")
        await pilot.press("space", "enter", *"call 4", "tab", *"Dana called", "escape")
        await on_page(pilot, app, Today)
        assert (states(journal), journal.entries(TUESDAY, TUESDAY)) == (["open"], [])
    app = JournalApp(journal)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("e")
        await on_page(pilot, app, Evening)
        await wait_until(pilot, lambda: stands(app, "box") == "call 4")
        assert stands(app, "good-thing") == "Dana called"
        await wait_until(pilot, lambda: "✓ Call Dana" in row_of(app, "#meant"))
        await wait_until(pilot, lambda: "Call ×4" in row_of(app, "#understood"))


@pytest.mark.parametrize(
    ("offence", "kept"), [("70 %", 70), ("0", 0), ("", None), ("101", ...), ("lots", ...)]
)
async def test_the_share_of_own_moves_is_a_number_or_nothing(
    journal: Journal, offence: str, kept: object
) -> None:
    app = JournalApp(journal)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("e")
        page = await on_page(pilot, app, Evening)
        page.query_one("#offence").focus()
        await focus_on(pilot, app, "offence")
        await pilot.press(*offence, "ctrl+s")
        if kept is ...:
            await wait_until(pilot, lambda: "0 to 100" in row_of(app, "#said"))
            assert journal.day_pages.of(TUESDAY).done_at is None
        else:
            await on_page(pilot, app, Today)
            assert journal.day_pages.of(TUESDAY).offence == kept


async def test_at_80_columns_the_optional_lines_fold_and_come_out(journal: Journal) -> None:
    app = JournalApp(journal)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("e")
        page = await on_page(pilot, app, Evening)
        assert not page.query_one("#thanks-row").display
        page.query_one("#more").focus()
        await focus_on(pilot, app, "more")
        await pilot.press("space")
        await focus_on(pilot, app, "thanks")
        await pilot.press(*"Ben", "ctrl+s")
        await on_page(pilot, app, Today)
        assert journal.day_pages.of(TUESDAY).thanks == "Ben"


@pytest.mark.parametrize("now", ["2026-11-25T00:30", "2026-11-25T03:59", "2026-11-25T09:00"])
async def test_it_stays_the_page_of_its_day_when_the_clock_moves_on(
    journal: Journal, clock: Clock, now: str
) -> None:
    app = JournalApp(journal)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("e")
        await on_page(pilot, app, Evening)
        await focus_on(pilot, app, "box")
        clock.shows = now
        app._tick()
        if now > "2026-11-25T04":
            await wait_until(pilot, lambda: "still the page of Tue 24 Nov" in row_of(app, "#said"))
        await pilot.press(*"call 2", "ctrl+s")
        await on_page(pilot, app, Today)
        assert journal.store.entries.totals(TUESDAY, TUESDAY) == {"call": 2}
        assert journal.day_pages.of(TUESDAY).done_at is not None
        assert journal.day_pages.of(WEDNESDAY).done_at is None


async def test_the_two_pages_change_places_and_neither_lies_under_the_other(
    journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Who presses one key after the other with a pause writes no word.
    monkeypatch.setattr(burst, "TYPED_ON", -1.0)
    app = JournalApp(journal)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("m")
        await on_page(pilot, app, Morning)
        await pilot.press("e")
        await on_page(pilot, app, Evening)
        await pilot.press("escape")
        await on_page(pilot, app, Today)
        assert len(app.screen_stack) == 1
        await pilot.press("2", "e")
        await on_page(pilot, app, Evening)
        await pilot.press("escape")
        await on_page(pilot, app, Today)


async def test_a_word_typed_from_the_counts_is_no_visit(journal: Journal) -> None:
    app = JournalApp(journal)
    async with app.run_test() as pilot:
        # As from a rep's hand: the next letter does not wait until a page stands.
        for letter in "email 2 beta":
            app.post_message(events.Key("space" if letter == " " else letter, letter))
        today = app.screen_stack[0]
        await wait_until(pilot, lambda: today.query_one(EntryLine).value == "email 2 beta")
        await wait_until(pilot, lambda: isinstance(app.screen, Today))


async def test_two_windows_close_a_day_and_nothing_is_lost(journal: Journal) -> None:
    app = JournalApp(journal)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("e")
        await on_page(pilot, app, Evening)
        await focus_on(pilot, app, "box")
        other = Journal(journal.store, Clock("2026-11-24T17:41"))
        other.day_pages.plan_day(["Stark list"])
        await pilot.press("tab", *"Dana called", "ctrl+s")
        await on_page(pilot, app, Today)
        page = journal.day_pages.of(TUESDAY)
        assert [one.text for one in page.intentions] == ["Stark list"]
        assert page.good_thing == "Dana called"


def test_the_days_of_the_tests_are_what_they_are_called() -> None:
    assert [one.weekday() for one in (TUESDAY, WEDNESDAY, FRIDAY)] == [1, 2, 4]
    assert date(2026, 12, 1).weekday() == 1


async def test_while_the_box_is_written_in_six_rows_beneath_it_say_what_was_understood(
    journal: Journal,
) -> None:
    for name in ("Stark", "Hooli", "Initech", "Globex"):
        journal.follow_ups.add("Call", journal.today(), account=name)
    app = JournalApp(journal)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("e")
        page = await on_page(pilot, app, Evening)
        box = page.query_one(EventBox)
        page.set_focus(box)
        box.text = "\n".join(f"call {number + 1} acme{number}" for number in range(6))
        await wait_until(pilot, lambda: len(row_of(app, "#understood").splitlines()) == 6)
        assert all(f"Acme{number}" in row_of(app, "#understood") for number in range(6))
        page.set_focus(page.query_one("#good-thing"))
        # What was meant this morning has its rows again.
        await wait_until(pilot, lambda: page.query_one("#meant").size.height > 3)


async def test_more_lines_than_rows_show_what_the_cursor_is_in_and_how_many_stand_outside(
    journal: Journal,
) -> None:
    app = JournalApp(journal)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("e")
        page = await on_page(pilot, app, Evening)
        box = page.query_one(EventBox)
        box.text = "\n".join(f"call {number + 1} acme{number}" for number in range(15))
        page.set_focus(box)
        box.move_cursor((14, 0))
        await wait_until(pilot, lambda: "Acme14" in row_of(app, "#understood"))
        rows = row_of(app, "#understood").splitlines()
        assert f"{16 - len(rows)} more above: ↑ ↓ show them" in rows[-1]
        assert "Acme0\n" not in row_of(app, "#understood")
        await pilot.press("up")
        around = f"{15 - len(rows)} above, 1 below: ↑ ↓ show them"
        await wait_until(pilot, lambda: around in row_of(app, "#understood"))
        await pilot.press(*["up"] * 13)
        await wait_until(pilot, lambda: "Acme0\n" in row_of(app, "#understood"))
        assert f"{16 - len(rows)} more below" in row_of(app, "#understood")
