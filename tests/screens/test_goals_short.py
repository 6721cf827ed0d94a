"""Completing a goal that is short of its target: asked once, never silently."""

from __future__ import annotations

import pytest
from builders import activity
from on_goals import TUESDAY, back_on_goals, dialog, go_to_goals, laid
from reading import row_of
from textual.widgets import Static
from waiting import wait_until

from journal.goal import Form, Goal
from journal.journal import Journal
from screens.app import JournalApp
from screens.dialogs.redate import RedateDialog
from screens.dialogs.short import ShortDialog

SIZES = [(120, 40), (80, 24)]


def at_forty_of_a_hundred(journal: Journal) -> Goal:
    goal = laid(journal, "The [/] Stark list", target=100)
    journal.record(activity("call", 40, TUESDAY))
    return goal


def question(app: JournalApp) -> str:
    return str(app.screen.query_one("#question", Static).content)


@pytest.mark.parametrize("size", SIZES)
async def test_forty_of_a_hundred_is_done_only_when_the_rep_says_so(
    journal: Journal, size: tuple[int, int]
) -> None:
    goal = at_forty_of_a_hundred(journal)
    app = JournalApp(journal)
    async with app.run_test(size=size) as pilot:
        await go_to_goals(pilot, app)
        await pilot.press("d")
        await dialog(pilot, app, ShortDialog)
        assert question(app) == "40 of 100 reach-outs. Done all the same, or lay it again?"
        await pilot.press("escape")
        await back_on_goals(pilot, app)
        assert journal.goals.get(goal.id).finished is None
        await pilot.press("d")
        await dialog(pilot, app, ShortDialog)
        await pilot.press("enter")
        await back_on_goals(pilot, app)
        await wait_until(pilot, lambda: "✓ done" in row_of(app, "#list"))
        await pilot.press("u")
        await wait_until(pilot, lambda: journal.goals.get(goal.id).finished is None)


async def test_the_question_leads_to_another_day(journal: Journal) -> None:
    goal = at_forty_of_a_hundred(journal)
    app = JournalApp(journal)
    async with app.run_test(size=(80, 24)) as pilot:
        await go_to_goals(pilot, app)
        await pilot.press("d")
        await dialog(pilot, app, ShortDialog)
        await pilot.press("r")
        await dialog(pilot, app, RedateDialog)
        await pilot.press("escape")
        await back_on_goals(pilot, app)
    assert journal.goals.get(goal.id).finished is None


async def test_one_at_its_target_is_done_at_once(journal: Journal) -> None:
    goal = laid(journal, target=40)
    journal.record(activity("call", 40, TUESDAY))
    app = JournalApp(journal)
    async with app.run_test(size=(80, 24)) as pilot:
        await go_to_goals(pilot, app)
        await pilot.press("d")
        await wait_until(pilot, lambda: "✓ done" in row_of(app, "#list"))
    assert journal.goals.get(goal.id).finished == TUESDAY


async def test_what_has_no_target_is_never_short(journal: Journal) -> None:
    goal = journal.goals.add(
        journal.goals.new(form=Form.GOAL, title="Calls", measure="call", target=None, due=None)
    )
    app = JournalApp(journal)
    async with app.run_test(size=(80, 24)) as pilot:
        await go_to_goals(pilot, app)
        await pilot.press("d")
        await wait_until(pilot, lambda: journal.goals.get(goal.id).finished == TUESDAY)


def test_a_budget_is_short_once_it_is_exceeded(journal: Journal) -> None:
    budget = journal.goals.add(
        journal.goals.new(
            form=Form.MILESTONE, title="At most 10 mails", measure="email", target=10,
            due=TUESDAY, at_most=True,
        )
    )  # fmt: skip
    journal.record(activity("email", 10, TUESDAY))
    assert not journal.goals.standing(budget.id).is_short
    journal.record(activity("email", 1, TUESDAY))
    assert journal.goals.standing(budget.id).is_short
