"""Goals beside another window: both versions are shown, nothing typed is lost, new numbers appear."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from builders import activity, at
from on_goals import (
    TUESDAY,
    back_on_goals,
    dialog,
    go_to_goals,
    laid,
    said_in_dialog,
    type_in,
)
from reading import row_of
from waiting import wait_until

from journal.journal import Journal
from screens.app import JournalApp
from screens.dialogs.changed import ChangedDialog, GoneDialog
from screens.dialogs.fields import Line
from screens.dialogs.goal import GoalDialog
from storage.store import open_store


async def test_a_goal_saved_in_another_window_is_shown_beside_mine(
    journal: Journal, path: Path
) -> None:
    laid(journal)
    app = JournalApp(journal)
    async with app.run_test() as pilot:
        await go_to_goals(pilot, app)
        await pilot.press("enter")
        await dialog(pilot, app, GoalDialog)
        type_in(app, {"why": "mine [/]"})
        other = Journal(open_store(path, create=False), lambda: at("2026-11-24T13:46"))
        other.goals.change(replace(other.goals.get(1), why="theirs"))
        await pilot.press("ctrl+s")
        await dialog(pilot, app, ChangedDialog)
        words = str(app.screen.query_one("#question").render())
        assert "mine [/]" in words
        assert "theirs" in words
        await pilot.press("m")
        await wait_until(pilot, lambda: journal.goals.get(1).why == "mine [/]")
        await back_on_goals(pilot, app)
        other.store.close()


async def test_a_goal_deleted_in_another_window_is_kept_as_a_new_one_or_let_go(
    journal: Journal,
) -> None:
    goal = laid(journal)
    app = JournalApp(journal)
    async with app.run_test() as pilot:
        await go_to_goals(pilot, app)
        await pilot.press("enter")
        await dialog(pilot, app, GoalDialog)
        type_in(app, {"why": "it matters"})
        journal.goals.remove(goal.id)
        await pilot.press("ctrl+s")
        await dialog(pilot, app, GoneDialog)
        await pilot.press("escape")
        await dialog(pilot, app, GoalDialog)
        assert app.screen.query_one("#why", Line).value == "it matters"
        assert said_in_dialog(app).endswith(".")
        await pilot.press("ctrl+s")
        await dialog(pilot, app, GoneDialog)
        await pilot.press("m")
        await back_on_goals(pilot, app)
    [anew] = [standing.goal for standing in journal.goals.tree()]
    assert (anew.title, anew.why, anew.terms) == (goal.title, "it matters", goal.terms)
    assert anew.id != goal.id


async def test_the_week_says_done_to_go_and_working_days_left(journal: Journal) -> None:
    laid(journal, target=100, due=date(2026, 12, 4))
    journal.record(activity("call", 60, date(2026, 11, 23)))
    app = JournalApp(journal)
    async with app.run_test() as pilot:
        await go_to_goals(pilot, app)
        assert "60 done, 20 to go" in row_of(app, "#week")
        assert "4 working days left" in row_of(app, "#week")


async def test_what_another_window_logs_moves_the_bar(journal: Journal, path: Path) -> None:
    laid(journal)
    app = JournalApp(journal)
    async with app.run_test() as pilot:
        await go_to_goals(pilot, app)
        other = Journal(open_store(path, create=False), lambda: at("2026-11-24T13:46"))
        other.record(activity("call", 7, TUESDAY))
        await wait_until(pilot, lambda: "7/60" in row_of(app, "#list"))
        other.store.close()
