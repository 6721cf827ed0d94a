"""Today in the hands of a rep: one key counts, and what was counted is safe and can be taken back."""

from __future__ import annotations

import sqlite3
from datetime import date, time
from pathlib import Path

import pytest
from builders import activity, at, follow_up
from reading import all_text, row_of
from textual.widgets import Input
from waiting import wait_until

from journal.activity import Activity
from journal.goal import Form
from journal.journal import Journal
from screens.app import JournalApp
from screens.follow_ups import FollowUps
from screens.today import Today
from screens.widgets.counts import Counts
from screens.widgets.due import Due
from screens.widgets.follow_up_list import FollowUpList
from screens.widgets.so_far import SoFar
from storage.store import SqliteStore, open_store

TUESDAY = date(2026, 11, 24)


def counted(journal: Journal, kind: str = "call") -> int:
    """How many of a kind stand for the day."""
    return journal.store.entries.totals(TUESDAY, TUESDAY).get(kind, 0)


@pytest.mark.parametrize(
    ("key", "kind"), [("c", "call"), ("i", "email"), ("o", "social"), ("t", "meeting")]
)
async def test_one_key_counts_one(journal: Journal, key: str, kind: str) -> None:
    app = JournalApp(journal)
    async with app.run_test() as pilot:
        await pilot.press(key)
        await wait_until(pilot, lambda: "Saved" in row_of(app, "#heard"))
        offered = "   l how it went" if kind == "meeting" else ""
        assert row_of(app, "#heard") == f"✓ Saved  1 {kind}, 1 today   u takes it back{offered}"
    assert counted(journal, kind) == 1


async def test_three_calls_within_ten_minutes_become_one_row(journal: Journal) -> None:
    app = JournalApp(journal)
    async with app.run_test() as pilot:
        await pilot.press("c", "c", "c")
        await wait_until(pilot, lambda: "Call ×3" in row_of(app, "#so-far"))
        assert row_of(app, "#so-far") == " 13:45 Call ×3"
        assert "Calls" in row_of(app, "#counts").splitlines()[0]
        assert row_of(app, "#counts").splitlines()[0].endswith("3")


async def test_what_was_counted_is_there_in_a_journal_opened_anew(
    journal: Journal, path: Path
) -> None:
    app = JournalApp(journal)
    async with app.run_test() as pilot:
        await pilot.press("c", "i")
        await wait_until(pilot, lambda: "1 email" in row_of(app, "#heard"))
        again = open_store(path, create=False)
        assert again.entries.totals(TUESDAY, TUESDAY) == {"call": 1, "email": 1}
        again.close()


async def test_undo_takes_back_the_last_count_and_redo_does_it_again(journal: Journal) -> None:
    app = JournalApp(journal)
    async with app.run_test() as pilot:
        await pilot.press("c", "t", "u")
        await wait_until(pilot, lambda: "Taken back" in row_of(app, "#heard"))
        assert row_of(app, "#heard") == "✓ Taken back: 1 meeting   U does it again"
        assert (counted(journal, "call"), counted(journal, "meeting")) == (1, 0)
        await pilot.press("U")
        await wait_until(pilot, lambda: "Done again" in row_of(app, "#heard"))
        assert counted(journal, "meeting") == 1


async def test_undo_with_nothing_to_undo_is_one_calm_sentence(journal: Journal) -> None:
    app = JournalApp(journal)
    async with app.run_test() as pilot:
        await pilot.press("u")
        await wait_until(pilot, lambda: row_of(app, "#heard").startswith("!"))
        assert row_of(app, "#heard").endswith(".")


async def test_minus_takes_one_off_the_row_under_the_cursor(journal: Journal) -> None:
    journal.record(activity("email", 3, TUESDAY))
    app = JournalApp(journal)
    async with app.run_test() as pilot:
        await pilot.press("down", "minus")
        await wait_until(pilot, lambda: counted(journal, "email") == 2)
        await pilot.press("up", "minus")
        await wait_until(pilot, lambda: row_of(app, "#heard").startswith("!"))
        assert "No call stands for today" in row_of(app, "#heard")
        assert counted(journal, "email") == 2


async def test_a_click_on_a_row_counts_one(journal: Journal) -> None:
    app = JournalApp(journal)
    async with app.run_test() as pilot:
        await pilot.click(Counts, offset=(5, 4))
        await wait_until(pilot, lambda: counted(journal, "meeting") == 1)
    assert counted(journal, "call") == 0


async def test_the_counts_have_the_focus_at_first(journal: Journal) -> None:
    app = JournalApp(journal)
    async with app.run_test() as pilot:
        await wait_until(pilot, lambda: isinstance(app.focused, Counts))


async def test_an_empty_journal_invites_and_shows_no_zero(journal: Journal) -> None:
    app = JournalApp(journal)
    async with app.run_test(size=(120, 40)) as pilot:
        await wait_until(pilot, lambda: "Nothing here yet" in row_of(app, "#so-far"))
        words = " ".join(row_of(app, "#so-far").split())
        assert words == (
            "Nothing here yet, and that is fine. Press c after your next call, or Enter and "
            "write: call acme. Goals (2) takes two minutes."
        )
        assert "your first reach-out" in row_of(app, "#must-today")
        await wait_until(pilot, lambda: "◌" in row_of(app, "#half-year"))
        assert row_of(app, "#half-year") == "◌ today: one activity fills it"
        assert "0" not in all_text(app).replace("2026", "").replace("24 Nov", "")


async def test_a_full_day_reads_as_one_number_and_its_sentence(journal: Journal) -> None:
    journal.set("target.call", "10")
    journal.record(activity("call", 6, TUESDAY))
    app = JournalApp(journal)
    async with app.run_test(size=(120, 40)) as pilot:
        await wait_until(pilot, lambda: "to go" in row_of(app, "#must-today"))
        assert row_of(app, "#must-today") == (
            "  ╻ ╻   reach-outs to go today\n  ┗━┫   6 of 10 done\n    ╹   then your line is kept"
        )
        await pilot.press("c", "c", "c", "c")
        await wait_until(pilot, lambda: "number is done" in row_of(app, "#must-today"))
        assert "✓ the line is kept" in row_of(app, "#must-today")
        assert "10/10   ✓ done" in row_of(app, "#counts")


async def test_a_day_off_asks_for_nothing_and_still_counts(journal: Journal) -> None:
    journal.set("target.call", "10")
    journal.record(activity("call", 1, TUESDAY))
    app = JournalApp(Journal(journal.store, lambda: at("2026-11-28T13:45")))
    async with app.run_test(size=(120, 40)) as pilot:
        await wait_until(pilot, lambda: "You are off today." in row_of(app, "#must-today"))
        assert "What you do still counts." in row_of(app, "#must-today")
        assert "to go" not in row_of(app, "#counts")
        await pilot.press("c")
        await wait_until(pilot, lambda: "1 activity so far" in row_of(app, "#must-today"))
        assert "You are off today." in row_of(app, "#must-today")
        assert row_of(app, "#counts").splitlines()[0].split() == ["▌c", "Calls", "1"]


async def test_one_of_a_kind_is_said_as_one(journal: Journal) -> None:
    journal.set("target.call", "2")
    app = JournalApp(journal)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("c")
        await wait_until(pilot, lambda: "reach-out to go today" in row_of(app, "#must-today"))


async def test_the_next_waypoint_tells_buffer_and_date_in_words(journal: Journal) -> None:
    _lay_a_milestone(journal)
    app = JournalApp(journal)
    async with app.run_test(size=(120, 40)) as pilot:
        await wait_until(pilot, lambda: "60 reach-outs" in row_of(app, "#waypoint"))
        title, bar, state = row_of(app, "#waypoint").splitlines()
        assert title == "60 reach-outs with new accounts"
        assert bar.endswith("  40 of 60")
        assert "┃" in bar
        # 17 of 25 working days: the line stands at 40.8, yesterday's at 38.4.
        assert state.startswith("◆ due today")
        assert state.endswith("due Fri 4 Dec, 10 days")


async def test_seventy_five_late_follow_ups_are_told_as_one_number(
    journal: Journal, store: SqliteStore
) -> None:
    with store.action("due", at("2026-11-20T09:00"), "app"):
        for _ in range(75):
            store.follow_ups.add(follow_up("Call", date(2026, 11, 20)))
        store.follow_ups.add(follow_up("New date for the demo", TUESDAY))
    app = JournalApp(journal)
    async with app.run_test(size=(120, 40)) as pilot:
        await wait_until(pilot, lambda: "75 overdue" in row_of(app, "#due"))
        first, second = row_of(app, "#due").splitlines()[:2]
        assert first == " ! 75 overdue   Enter lists them"
        assert second == "   today      Acme     New date for the demo"


@pytest.mark.parametrize("by_click", [True, False])
async def test_what_is_due_opens_as_a_list_that_can_be_read_to_its_end(
    journal: Journal, store: SqliteStore, *, by_click: bool
) -> None:
    with store.action("due", at("2026-11-20T09:00"), "app"):
        for number in range(75):
            store.follow_ups.add(follow_up(f"Call {number} [/]", date(2026, 11, 20)))
    app = JournalApp(journal)
    async with app.run_test(size=(120, 40)) as pilot:
        await wait_until(pilot, lambda: "75 overdue" in row_of(app, "#due"))
        if by_click:
            await pilot.click("#due", offset=(5, 2))
        else:
            await pilot.press("tab", "tab", "tab", "tab")
            await wait_until(pilot, lambda: isinstance(app.focused, Due))
            await pilot.press("enter")
        await wait_until(pilot, lambda: isinstance(app.screen, FollowUps))
        await wait_until(pilot, lambda: app.screen.query_one(FollowUpList).count() == 75)
        await pilot.press("end")
        await wait_until(pilot, lambda: "Call 74 [/]" in row_of(app, "#list"))
        await pilot.press("1")
        await wait_until(pilot, lambda: isinstance(app.screen, Today))


async def test_the_timeline_shows_the_newest_and_tells_how_many_stand_above(
    journal: Journal,
) -> None:
    for minute in range(20):
        journal.record(_at_work(time(9, minute)))
    app = JournalApp(journal)
    async with app.run_test(size=(80, 24)) as pilot:
        await wait_until(pilot, lambda: "09:19" in row_of(app, "#so-far"))
        timeline = app.screen.query_one(SoFar)
        assert str(timeline.border_title) == "So far · 14 earlier"
        timeline.focus()
        await pilot.press("pageup", "pageup")
        await wait_until(pilot, lambda: "09:00" in row_of(app, "#so-far"))


async def test_an_entry_of_the_timeline_is_opened_and_changed(journal: Journal) -> None:
    saved = journal.record(activity("call", 1, TUESDAY, "Acme", text="left voicemail")).entry
    app = JournalApp(journal)
    async with app.run_test(size=(120, 40)) as pilot:
        app.screen.query_one(SoFar).focus()
        await pilot.press("enter")
        await wait_until(pilot, lambda: not isinstance(app.screen, Today))
        app.screen.query_one("#count", Input).value = "5"
        await pilot.press("ctrl+s")
        await wait_until(pilot, lambda: isinstance(app.screen, Today))
        await wait_until(pilot, lambda: "Changed to" in row_of(app, "#heard"))
        assert row_of(app, "#heard") == "✓ Changed to  5 calls with Acme   u takes it back"
    changed = journal.entry(saved.id)
    assert isinstance(changed, Activity)
    assert (changed.count, changed.text) == (5, "left voicemail")


async def test_delete_takes_an_entry_away_and_undo_brings_it_back(journal: Journal) -> None:
    journal.record(activity("call", 2, TUESDAY, "Acme"))
    app = JournalApp(journal)
    async with app.run_test(size=(120, 40)) as pilot:
        app.screen.query_one(SoFar).focus()
        await pilot.press("x")
        await wait_until(pilot, lambda: counted(journal) == 0)
        assert row_of(app, "#heard") == "✓ Deleted  2 calls with Acme   u brings it back"
        await pilot.press("u")
        await wait_until(pilot, lambda: counted(journal) == 2)
        assert "Acme" in row_of(app, "#so-far")


async def test_what_another_window_saved_appears_at_the_next_look(
    journal: Journal, path: Path
) -> None:
    app = JournalApp(journal)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("c")
        await wait_until(pilot, lambda: counted(journal) == 1)
        other = open_store(path, create=False)
        Journal(other, lambda: at("2026-11-24T13:50"), origin="cli").record(
            activity("call", 4, TUESDAY, "Globex")
        )
        other.close()
        page = app.screen
        assert isinstance(page, Today)
        page.tick()
        await wait_until(pilot, lambda: "Globex" in row_of(app, "#so-far"))


async def test_the_day_turns_at_four_while_the_journal_is_open(journal: Journal) -> None:
    now = {"moment": at("2026-11-25T03:59")}
    open_late = Journal(journal.store, lambda: now["moment"])
    app = JournalApp(open_late)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("c")
        await wait_until(pilot, lambda: "Call" in row_of(app, "#so-far"))
        assert counted(journal) == 1
        assert row_of(app, "#nav").endswith("Tue 24 Nov 2026  03:59")
        now["moment"] = at("2026-11-25T04:00")
        page = app.screen
        assert isinstance(page, Today)
        page.tick()
        await wait_until(pilot, lambda: "Nothing yet today" in row_of(app, "#so-far"))
        assert row_of(app, "#nav").endswith("Wed 25 Nov 2026  04:00")


async def test_a_journal_that_cannot_be_saved_to_says_so_in_one_sentence(
    journal: Journal, path: Path
) -> None:
    app = JournalApp(journal)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("c")
        await wait_until(pilot, lambda: counted(journal) == 1)
        newer = sqlite3.connect(path)
        newer.execute("PRAGMA user_version = 9999")
        newer.close()
        await pilot.press("c")
        await wait_until(pilot, lambda: row_of(app, "#heard").startswith("!"))
        assert counted(journal) == 1


@pytest.mark.parametrize("width", [80, 100])
async def test_a_sentence_about_trouble_is_shown_whole(journal: Journal, width: int) -> None:
    trouble = (
        "Nothing was saved: the journal's file or folder may not be written to. "
        "What you typed is still here; allow writing and try again."
    )
    app = JournalApp(journal)
    async with app.run_test(size=(width, 30)) as pilot:
        page = app.screen
        assert isinstance(page, Today)
        page.say(trouble, is_trouble=True)
        await wait_until(pilot, lambda: "try again." in row_of(app, "#heard"))
        assert row_of(app, "#heard").split() == f"! {trouble}".split()
        assert len(row_of(app, "#heard").splitlines()) == 2
        assert app.screen.query_one("#heard").region.bottom == 29
        await pilot.press("c")
        await wait_until(pilot, lambda: app.screen.query_one("#heard").region.y == 28)
        assert len(row_of(app, "#heard").splitlines()) == 1


def _lay_a_milestone(journal: Journal) -> None:
    journal.record(activity("call", 40, TUESDAY))
    journal.goals.add(
        journal.goals.new(
            form=Form.MILESTONE,
            title="60 reach-outs with new accounts",
            measure="reach-outs",
            target=60,
            start=date(2026, 11, 2),
            due=date(2026, 12, 4),
            why="they open the quarter",
            evidence="70 last month",
            serves="the year's target",
        )
    )


def _at_work(at_time: time) -> Activity:
    return Activity(day=TUESDAY, kind="call", time=at_time, account="Acme", text="spoke to Dana")
