"""The rule and the bars of the funnel: nothing is said twice or cut off, and nothing is drawn as work."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from builders import NOW, activity, deal
from on_funnel import line_of, on_the_funnel
from on_goals import TUESDAY, go_to_goals
from reading import row_of
from rich.cells import cell_len
from waiting import wait_until

from journal.deal import Outcome
from journal.journal import Journal
from journal.money import Money
from screens.app import JournalApp
from screens.widgets.funnel_panel import FunnelPanel
from storage.store import SqliteStore

SIZES = [(80, 24), (120, 40), (200, 60)]


def title(app: JournalApp) -> str:
    return str(app.screen.query_one(FunnelPanel).border_title)


@pytest.mark.parametrize("size", SIZES)
async def test_late_in_the_year_the_rule_repeats_nothing_and_fits(
    journal: Journal, size: tuple[int, int]
) -> None:
    journal.plans.save(target=120_000_000, by=date(2026, 12, 31), deal_size=6_000_000)
    journal.record(activity("call", 9, TUESDAY))
    app = JournalApp(journal)
    async with app.run_test(size=size) as pilot:
        await go_to_goals(pilot, app)
        await on_the_funnel(pilot, app, "Stage-1")
        panel = app.screen.query_one(FunnelPanel)
        await wait_until(pilot, lambda: bool(panel.figures.levers), "the levers")
        await wait_until(
            pilot,
            lambda: (title(app) + row_of(app, "#funnel")).count("ast its last useful day") == 1,
            "said once",
        )
        assert cell_len(title(app)) <= panel.size.width - 4


async def test_what_is_not_needed_any_more_has_a_tick_and_an_empty_bar(
    journal: Journal, store: SqliteStore
) -> None:
    journal.plans.save(target=10_000_000, by=date(2026, 12, 31), deal_size=6_000_000)
    won = replace(
        deal("Big one"),
        amount=Money(20_000_000, "EUR"),
        outcome=Outcome.WON,
        opened=date(2026, 11, 2),
        closed=TUESDAY,
    )
    with store.action("deals", NOW, "test"):
        store.deals.add(won)
    journal.record(activity("call", 9, TUESDAY))
    journal.forget_what_was_read()
    app = JournalApp(journal)
    async with app.run_test(size=(80, 24)) as pilot:
        await go_to_goals(pilot, app)
        await on_the_funnel(pilot, app, "Reach-outs")
        reach = line_of(app, "Reach-outs")
        assert "━" not in reach
        assert reach.split()[2:5] == ["–", "9", "✓"]
        assert "━" in line_of(app, "Booked")
        assert line_of(app, "Booked").split()[4] == "✓"
        assert "✓ the target is booked" in row_of(app, "#funnel")
        assert title(app) == "Funnel to 100k"
        assert "are left" not in row_of(app, "#funnel")
