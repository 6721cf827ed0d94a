"""A plan that asked for more when it was saved than it needs now: the week says so, and n plans anew."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from builders import NOW, deal
from on_goals import TUESDAY, go_to_goals
from reading import row_of
from waiting import wait_until

from journal.deal import Outcome
from journal.journal import Journal
from journal.money import Money
from screens.app import JournalApp
from screens.dialogs.begin import BeginDialog
from screens.dialogs.tell import TellDialog
from screens.plan_words import OF_TODAY
from screens.widgets.funnel_panel import FunnelPanel
from storage.store import SqliteStore

WHOLE = (120, 40)


def most_of_it_is_won(journal: Journal, store: SqliteStore) -> None:
    """1.2M until next October, and 1.1M of it won on the day the plan was saved."""
    journal.plans.save(
        target=120_000_000, start=date(2026, 11, 1), by=date(2027, 10, 31), deal_size=6_000_000
    )
    won = replace(
        deal("Big one"),
        amount=Money(110_000_000, "EUR"),
        outcome=Outcome.WON,
        opened=date(2026, 11, 2),
        closed=TUESDAY,
    )
    with store.action("deals", NOW, "test"):
        store.deals.add(won)
    journal.forget_what_was_read()


async def test_a_week_that_asks_too_much_says_what_would_do_and_n_plans_anew(
    journal: Journal, store: SqliteStore
) -> None:
    most_of_it_is_won(journal, store)
    app = JournalApp(journal)
    async with app.run_test(size=WHOLE) as pilot:
        await go_to_goals(pilot, app)
        await wait_until(pilot, lambda: "a week would do" in row_of(app, "#week"))
        await pilot.press("n")
        await wait_until(pilot, lambda: "would do" not in row_of(app, "#week"))
        assert "saved as version 2" in str(app.screen.query_one("#funnel").border_title)
        assert len(journal.plans.versions()) == 2
        await pilot.press("n")
        await wait_until(pilot, lambda: any(OF_TODAY in n.message for n in app._notifications))
        assert len(journal.plans.versions()) == 2
        await pilot.press("u")
        await wait_until(pilot, lambda: "a week would do" in row_of(app, "#week"))


async def test_where_the_funnel_is_not_in_sight_a_message_says_that_the_plan_was_saved(
    journal: Journal, store: SqliteStore
) -> None:
    most_of_it_is_won(journal, store)
    app = JournalApp(journal)
    async with app.run_test(size=(80, 24)) as pilot:
        await go_to_goals(pilot, app)
        await wait_until(pilot, lambda: "would do" in row_of(app, "#week"))
        await pilot.press("n")
        await wait_until(
            pilot, lambda: any("saved as version 2" in n.message for n in app._notifications)
        )
        await wait_until(pilot, lambda: "would do" not in row_of(app, "#week"))


async def test_a_plan_that_asks_for_what_it_needs_says_nothing_of_it(journal: Journal) -> None:
    journal.plans.save(target=120_000_000, by=date(2027, 12, 31), deal_size=6_000_000)
    app = JournalApp(journal)
    async with app.run_test(size=WHOLE) as pilot:
        await go_to_goals(pilot, app)
        await wait_until(pilot, lambda: "to go" in row_of(app, "#week"))
        assert "would do" not in row_of(app, "#week")


async def test_without_a_plan_n_asks_for_one(journal: Journal) -> None:
    app = JournalApp(journal)
    async with app.run_test(size=WHOLE) as pilot:
        await go_to_goals(pilot, app)
        await pilot.press("n")
        await wait_until(pilot, lambda: isinstance(app.screen, BeginDialog))


async def test_without_a_plan_v_says_that_there_is_no_version_yet(journal: Journal) -> None:
    app = JournalApp(journal)
    async with app.run_test(size=WHOLE) as pilot:
        await go_to_goals(pilot, app)
        await pilot.press("f")
        await wait_until(pilot, lambda: isinstance(app.focused, FunnelPanel))
        await pilot.press("v")
        await wait_until(pilot, lambda: isinstance(app.screen, TellDialog))
        assert "No plan" in row_of(app, "#lines")


async def test_w_says_from_anywhere_on_goals_what_the_chance_rests_on(
    journal: Journal, store: SqliteStore
) -> None:
    most_of_it_is_won(journal, store)
    app = JournalApp(journal)
    async with app.run_test(size=WHOLE) as pilot:
        await go_to_goals(pilot, app)
        await wait_until(pilot, lambda: "chance of" in row_of(app, "#chance"))
        await pilot.press("w")
        await wait_until(pilot, lambda: isinstance(app.screen, TellDialog))
