"""Goals in the hands of a rep: laid, changed, re-dated, completed and taken back, all by keys."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from on_goals import (
    TUESDAY,
    back_on_goals,
    dialog,
    go_to_goals,
    laid,
    type_in,
    year,
)
from reading import row_of
from textual.binding import Binding
from textual.command import CommandList, CommandPalette
from textual.widgets import OptionList
from waiting import wait_until

from journal.journal import Journal
from screens.app import JournalApp
from screens.dialogs.add import AddDialog
from screens.dialogs.check_in import CheckInDialog
from screens.dialogs.goal import GoalDialog
from screens.dialogs.redate import RedateDialog
from screens.dialogs.short import ShortDialog
from screens.goals import Goals
from screens.plan_words import BOOKED, LEVELS
from screens.widgets.goal_list import GoalList
from storage.store import open_store


async def test_an_empty_list_invites_and_shows_no_zeros(journal: Journal) -> None:
    app = JournalApp(journal)
    async with app.run_test() as pilot:
        await go_to_goals(pilot, app)
        assert row_of(app, "#list").splitlines()[0] == " What would success be?"
        assert "0" not in row_of(app, "#list")
        assert "reach-outs this week" in row_of(app, "#week")
        await pilot.press("r", "d", "l", "t", "space", "delete", "left", "right", "up", "down")
        await pilot.pause()
        assert isinstance(app.screen, Goals)


async def test_from_the_first_goal_to_a_completed_one_and_back_by_keys(journal: Journal) -> None:
    app = JournalApp(journal)
    async with app.run_test(size=(120, 40)) as pilot:
        await go_to_goals(pilot, app)
        await pilot.press("a")
        await dialog(pilot, app, AddDialog)
        await pilot.press("m")
        await dialog(pilot, app, GoalDialog)
        type_in(app, {"title": "60 reach-outs [/]", "target": "60", "due": "fri"})
        await pilot.press("ctrl+s")
        await back_on_goals(pilot, app)
        await wait_until(pilot, lambda: "60 reach-outs [/]" in row_of(app, "#list"))
        await pilot.press("t")
        await wait_until(pilot, lambda: "Fri 27 Nov 2026" in row_of(app, "#story"))

        await pilot.press("enter")
        await dialog(pilot, app, GoalDialog)
        type_in(app, {"evidence": "58 last week", "serves": "the year"})
        await pilot.press("ctrl+s")
        await back_on_goals(pilot, app)
        await wait_until(pilot, lambda: "all five hold." in row_of(app, "#story"))

        await pilot.press("r")
        await dialog(pilot, app, RedateDialog)
        type_in(app, {"due": "11 dec", "why": "two days ill"})
        await pilot.press("ctrl+s")
        await back_on_goals(pilot, app)
        await wait_until(pilot, lambda: "easing 1 Dec" in row_of(app, "#list"))
        assert "two days ill" in row_of(app, "#story")

        await pilot.press("d")
        await dialog(pilot, app, ShortDialog)
        await pilot.press("enter")
        await wait_until(pilot, lambda: "✓ done" in row_of(app, "#list"))
        assert journal.goals.get(1).finished == TUESDAY
        for label, is_so in (
            ("open again", lambda: journal.goals.get(1).finished is None),
            ("one term", lambda: len(journal.goals.get(1).terms) == 1),
            ("no evidence", lambda: journal.goals.get(1).evidence is None),
            ("no goal", lambda: not journal.goals.tree()),
        ):
            await pilot.press("u")
            await wait_until(pilot, is_so, label)
        await wait_until(pilot, lambda: "What would success be?" in row_of(app, "#list"))


async def test_what_was_laid_is_there_in_a_journal_opened_anew(
    journal: Journal, path: Path
) -> None:
    app = JournalApp(journal)
    async with app.run_test() as pilot:
        await go_to_goals(pilot, app)
        await pilot.press("a")
        await dialog(pilot, app, AddDialog)
        await pilot.press("g")
        await dialog(pilot, app, GoalDialog)
        type_in(app, {"title": "A big year", "target": "1.2M", "due": "31 dec"})
        await pilot.press("ctrl+s")
        await wait_until(pilot, lambda: "A big year" in row_of(app, "#list"))
        again = open_store(path, create=False)
        goal = again.goals.get(1)
        again.close()
    assert (goal.title, goal.terms[0].target) == ("A big year", 120_000_000)


async def test_a_new_milestone_hangs_on_the_goal_under_the_cursor(journal: Journal) -> None:
    goal = year(journal)
    app = JournalApp(journal)
    async with app.run_test() as pilot:
        await go_to_goals(pilot, app)
        await pilot.press("a")
        await dialog(pilot, app, AddDialog)
        assert "1.2M booked" in str(app.screen.query_one(OptionList).get_option_at_index(0).prompt)
        await pilot.press("m")
        await dialog(pilot, app, GoalDialog)
        type_in(app, {"title": "Ten calls"})
        await pilot.press("ctrl+s")
        await wait_until(pilot, lambda: "Ten calls" in row_of(app, "#list"))
    assert journal.goals.get(2).parent == goal.id


async def test_a_number_is_checked_in_and_what_counts_by_itself_says_so(journal: Journal) -> None:
    laid(journal)
    laid(journal, "Talk share", measure="number", target=10_000, due=date(2026, 12, 31))
    app = JournalApp(journal)
    async with app.run_test(size=(120, 40)) as pilot:
        await go_to_goals(pilot, app)
        await pilot.press("space")
        await wait_until(pilot, lambda: any("by itself" in n.message for n in app._notifications))
        await pilot.press("down", "space")
        await dialog(pilot, app, CheckInDialog)
        type_in(app, {"value": "48.5"})
        await pilot.press("ctrl+s")
        await wait_until(pilot, lambda: "48.5/100" in row_of(app, "#list"))
    assert journal.goals.standing(2).done == 4850


async def test_one_that_has_parts_is_not_deleted_and_the_sentence_says_what_to_do(
    journal: Journal,
) -> None:
    goal = year(journal)
    laid(journal, parent=goal.id)
    app = JournalApp(journal)
    async with app.run_test() as pilot:
        await go_to_goals(pilot, app)
        await pilot.press("delete")
        await wait_until(pilot, lambda: any("has parts" in n.message for n in app._notifications))
        await pilot.press("down", "delete")
        await wait_until(pilot, lambda: len(journal.goals.tree()) == 1)
        await pilot.press("u")
        await wait_until(pilot, lambda: len(journal.goals.tree()) == 2)


async def test_arrows_fold_and_unfold_and_go_up_to_the_goal(journal: Journal) -> None:
    goal = year(journal)
    laid(journal, parent=goal.id)
    app = JournalApp(journal)
    async with app.run_test() as pilot:
        await go_to_goals(pilot, app)
        await pilot.press("down", "left")
        listed = app.screen.query_one(GoalList)
        await wait_until(pilot, lambda: listed.cursor == 0)
        await pilot.press("left")
        await wait_until(pilot, lambda: "60 reach-outs" not in row_of(app, "#list"))
        assert "▸ 1.2M booked" in row_of(app, "#list")
        await pilot.press("right")
        await wait_until(pilot, lambda: "60 reach-outs" in row_of(app, "#list"))


async def test_a_click_chooses_a_second_click_opens_and_the_mark_folds(journal: Journal) -> None:
    goal = year(journal)
    laid(journal, parent=goal.id)
    app = JournalApp(journal)
    async with app.run_test() as pilot:
        await go_to_goals(pilot, app)
        listed = app.screen.query_one(GoalList)
        await pilot.click(GoalList, offset=(10, 3))
        await wait_until(pilot, lambda: listed.cursor == 1)
        await pilot.click(GoalList, offset=(1, 2))
        await wait_until(pilot, lambda: listed.count() == 1)
        await pilot.click(GoalList, offset=(10, 2))
        await dialog(pilot, app, GoalDialog)


async def test_the_funnel_takes_the_place_of_the_burn_up_where_both_do_not_fit(
    journal: Journal,
) -> None:
    laid(journal)
    app = JournalApp(journal)
    async with app.run_test(size=(80, 24)) as pilot:
        await go_to_goals(pilot, app)
        assert not app.screen.query_one("#funnel").display
        await pilot.press("f")
        await wait_until(pilot, lambda: app.focused is app.screen.query_one("#funnel"))
        assert not app.screen.query_one("#burn-up").display
        await wait_until(pilot, lambda: "Reach-outs" in row_of(app, "#funnel"))
        levels = row_of(app, "#funnel").splitlines()[1:9]
        assert [row[1:17].strip() for row in levels] == [*LEVELS.values(), BOOKED]
        await pilot.press("f")
        await wait_until(pilot, lambda: isinstance(app.focused, GoalList))
        assert app.screen.query_one("#burn-up").display


async def test_keys_pressed_twice_open_one_dialog(journal: Journal) -> None:
    laid(journal)
    app = JournalApp(journal)
    async with app.run_test() as pilot:
        await go_to_goals(pilot, app)
        app.simulate_key("enter")
        app.simulate_key("enter")
        await dialog(pilot, app, GoalDialog)
        await pilot.press("escape")
        await back_on_goals(pilot, app)


async def test_the_palette_finds_what_a_key_does_and_does_it(journal: Journal) -> None:
    laid(journal)
    app = JournalApp(journal)
    async with app.run_test() as pilot:
        await go_to_goals(pilot, app)
        await pilot.press("ctrl+p")
        await wait_until(pilot, lambda: isinstance(app.screen, CommandPalette))
        await pilot.press(*"another day")
        await wait_until(pilot, lambda: app.screen.query_one(CommandList).option_count == 1)
        await pilot.press("enter")
        await dialog(pilot, app, RedateDialog)


async def test_the_row_of_keys_names_six_and_each_key_has_its_help(journal: Journal) -> None:
    app = JournalApp(journal)
    async with app.run_test() as pilot:
        await go_to_goals(pilot, app)
        keys = "a Add  Enter Open  Space Check in  r Re-date  l Lay backward  f Funnel"
        assert row_of(app, "#keys").strip() == keys
    assert all(one.id and one.tooltip for one in Goals.BINDINGS[:10] if isinstance(one, Binding))
