"""No key waits for what Goals needs: it is loaded and read beside them, and parsed once."""

from __future__ import annotations

import sys
from datetime import date

import pytest
from on_goals import go_to_goals
from waiting import wait_until

from journal.goal import Form
from journal.journal import Journal
from screens import app as app_module
from screens.app import JournalApp
from screens.themes import DUSK, PAPER
from screens.widgets.funnel_panel import FunnelPanel
from screens.widgets.goal_list import GoalList


async def test_what_goals_needs_is_loaded_and_read_a_while_after_today_is_painted(
    journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(app_module, "WARM_UP", 0.01)
    app = JournalApp(journal)
    async with app.run_test() as pilot:
        await wait_until(pilot, lambda: journal.plans.read_ahead() is None, "the plan is read")
        assert "screens.widgets.goal_chart" in sys.modules


async def test_each_goal_for_deals_has_its_chance_once_all_are_added_up(journal: Journal) -> None:
    journal.plans.save(target=120_000_000, by=date(2027, 12, 31), deal_size=6_000_000)
    second = journal.goals.add(
        journal.goals.new(
            form=Form.GOAL,
            title="A first half",
            measure="amount-booked",
            target=40_000_000,
            due=date(2027, 6, 30),
        )
    )
    app = JournalApp(journal)
    async with app.run_test(size=(120, 40)) as pilot:
        await go_to_goals(pilot, app)
        listed = app.screen.query_one(GoalList)

        def chances() -> dict[int, float | None]:
            return {one.goal.id: one.chance for one in listed.standings}

        await wait_until(pilot, lambda: None not in chances().values(), "every chance")
        assert chances()[second.id] == Journal(journal.store, journal.clock).goals.chances()[2]
        # The thread wrote under the same name that the journal reads from.
        assert chances() == journal.goals.chances()


async def test_the_levels_are_read_again_after_an_undo(journal: Journal) -> None:
    journal.plans.save(target=120_000_000, by=date(2027, 12, 31), deal_size=6_000_000)
    journal.plans.save(target=240_000_000)
    app = JournalApp(journal)
    async with app.run_test(size=(120, 40)) as pilot:
        await go_to_goals(pilot, app)
        panel = app.screen.query_one(FunnelPanel)

        def target() -> int | None:
            return panel.funnel.target.minor if panel.funnel and panel.funnel.target else None

        await wait_until(pilot, lambda: target() == 240_000_000, "the second plan")
        await pilot.press("u")
        await wait_until(pilot, lambda: target() == 120_000_000, "the first plan")


async def test_other_colours_reach_what_was_parsed_before(journal: Journal) -> None:
    app = JournalApp(journal)
    async with app.run_test(size=(120, 40)) as pilot:
        await go_to_goals(pilot, app)
        panel = app.screen.query_one(FunnelPanel)
        app.theme = DUSK.name
        await wait_until(pilot, lambda: panel.background_colors[1].hex == "#15181E", "dusk")
        app.theme = PAPER.name
        await wait_until(pilot, lambda: panel.background_colors[1].hex == "#FAF8F2", "paper")
