"""Bad input on Goals, through the keys: the screen stays, and says what it can and cannot tell."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from builders import NOW, deal
from on_funnel import line_of, on_the_funnel, typed_over
from on_goals import back_on_goals, dialog, go_to_goals, said_in_dialog, type_in
from reading import row_of
from textual.pilot import Pilot
from textual.widgets import Static
from waiting import wait_until

from journal.deal import Deal, Outcome
from journal.journal import Journal
from journal.money import Money
from screens.app import JournalApp
from screens.dialogs.begin import BeginDialog
from screens.dialogs.tell import TellDialog
from screens.widgets.funnel_field import Over
from screens.widgets.goal_chance import GoalChance
from screens.widgets.goal_list import GoalList
from storage.store import SqliteStore

WHOLE, NARROW = (120, 40), (80, 24)


def planned(journal: Journal, target: int = 120_000_000) -> None:
    """An amount to book by the end of next year, with an average deal of 60k."""
    journal.plans.save(target=target, by=date(2027, 12, 31), deal_size=6_000_000)


def with_deals(journal: Journal, store: SqliteStore, *deals: Deal) -> None:
    with store.action("deals", NOW, "test"):
        for each in deals:
            store.deals.add(each)
    journal.forget_what_was_read()


def won(name: str, amount: Money | None, closed: date | None) -> Deal:
    return replace(
        deal(name), amount=amount, outcome=Outcome.WON, closed=closed, stage="Closed Won"
    )


async def what_the_chance_rests_on(pilot: Pilot[None], app: JournalApp) -> str:
    """The sentences behind the chance, one key away from it."""
    chance = app.screen.query_one(GoalChance)
    await wait_until(pilot, lambda: chance.outlook is not None, "the chance")
    await pilot.press("shift+tab")
    await wait_until(pilot, lambda: isinstance(app.focused, GoalChance))
    await pilot.press("enter")
    await dialog(pilot, app, TellDialog)
    return " ".join(str(app.screen.query_one("#lines", Static).content).split())


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ({"target": "0", "by": "2027-12-31"}, "Write an amount above 0, or leave it empty."),
        ({"target": "-5"}, "Write an amount above 0, or leave it empty."),
        ({"target": "1.2M", "by": "2026-06-30"}, "That day is past"),
        ({"win-rate": "120 %"}, "write 25%, 25 or .25"),
    ],
)
async def test_a_first_answer_that_cannot_be_keeps_the_question_open(
    journal: Journal, rows: dict[str, str], said: str
) -> None:
    app = JournalApp(journal)
    async with app.run_test(size=NARROW) as pilot:
        await go_to_goals(pilot, app)
        await pilot.press("enter")
        await dialog(pilot, app, BeginDialog)
        type_in(app, rows)
        await pilot.press("ctrl+s")
        await wait_until(pilot, lambda: said in said_in_dialog(app))
        assert isinstance(app.screen, BeginDialog)
        await pilot.press("escape")
        await back_on_goals(pilot, app)
        assert isinstance(app.focused, GoalList)
    assert journal.plans.latest() is None


@pytest.mark.parametrize("words", ["0", "-1", "-1.2M"])
@pytest.mark.parametrize("row", ["Booked", "Deals"])
async def test_a_target_or_a_deal_of_nothing_stays_in_the_field(
    journal: Journal, row: str, words: str
) -> None:
    planned(journal)
    app = JournalApp(journal)
    async with app.run_test(size=NARROW) as pilot:
        await go_to_goals(pilot, app)
        await on_the_funnel(pilot, app, row)
        await typed_over(pilot, app, words)
        await wait_until(pilot, lambda: "above 0" in " ".join(row_of(app, "#funnel").split()))
        assert app.screen.query_one(Over).value == words
    assert len(journal.plans.versions()) == 1


async def test_an_average_deal_larger_than_the_target_needs_one_deal(journal: Journal) -> None:
    planned(journal)
    app = JournalApp(journal)
    async with app.run_test(size=WHOLE) as pilot:
        await go_to_goals(pilot, app)
        await on_the_funnel(pilot, app, "Deals")
        await typed_over(pilot, app, "5M")
        await wait_until(pilot, lambda: "5M" in line_of(app, "Deals"))
        assert line_of(app, "Deals").split()[3] == "1"
        # 0.24 deals at 25 % are 0.96 qualified, and at 50 % 1.92 of stage 1.
        assert line_of(app, "Stage-1").split()[3] == "2"
        await wait_until(pilot, lambda: "% chance of 1.2M" in row_of(app, "#chance"))


async def test_a_rate_of_nought_is_said_and_of_one_needs_no_more(journal: Journal) -> None:
    planned(journal)
    app = JournalApp(journal)
    async with app.run_test(size=WHOLE) as pilot:
        await go_to_goals(pilot, app)
        await on_the_funnel(pilot, app, "Qualified opp.")
        await typed_over(pilot, app, "0")
        told = "At a rate of 0 % no number of qualified opportunities is enough"
        await wait_until(pilot, lambda: told in " ".join(row_of(app, "#funnel").split()))
        assert " – " in line_of(app, "Reach-outs")
        await typed_over(pilot, app, "1")
        await wait_until(pilot, lambda: "100 %" in line_of(app, "Qualified opp."))
        assert line_of(app, "Qualified opp.").split()[4] == "20"


async def test_other_currencies_are_kept_apart_and_said(
    journal: Journal, store: SqliteStore
) -> None:
    planned(journal)
    with_deals(
        journal,
        store,
        won("Dollars", Money(50_000_000, "USD"), date(2027, 1, 4)),
        replace(deal("Open"), amount=Money(90_000_000, "USD"), stage="Proposal"),
    )
    app = JournalApp(journal)
    async with app.run_test(size=NARROW) as pilot:
        await go_to_goals(pilot, app)
        assert "0/1.2M" in row_of(app, "#list")
        said = await what_the_chance_rests_on(pilot, app)
        assert "2 deals not in EUR: left out of the amounts." in said
        assert "0 are won already." in said


async def test_an_amount_in_another_currency_is_no_target(journal: Journal) -> None:
    planned(journal)
    app = JournalApp(journal)
    async with app.run_test(size=NARROW) as pilot:
        await go_to_goals(pilot, app)
        await on_the_funnel(pilot, app, "Booked")
        await typed_over(pilot, app, "USD 2M")
        told = "is in USD, and this counts EUR"
        await wait_until(pilot, lambda: told in " ".join(row_of(app, "#funnel").split()))


async def test_deals_without_amounts_or_dates_are_said(
    journal: Journal, store: SqliteStore
) -> None:
    planned(journal)
    with_deals(
        journal,
        store,
        won("No amount", None, date(2026, 11, 3)),
        won("No dates", Money(6_000_000, "EUR"), None),
        deal("Nothing known"),
    )
    app = JournalApp(journal)
    async with app.run_test(size=NARROW) as pilot:
        await go_to_goals(pilot, app)
        said = await what_the_chance_rests_on(pilot, app)
        for words in (
            "1 deal won without an amount: not in the average deal.",
            "1 deal open in a stage the journal does not know: not in what is expected.",
            "1 won deal has no first or no last day: not in the sales cycle.",
        ):
            assert words in said
    assert "1 won deal has no day of closing: neither booked nor in a rate." in (
        journal.plans.funnel().notes
    )


async def test_a_year_of_history_with_one_deal_says_how_little_it_rests_on(
    journal: Journal, store: SqliteStore
) -> None:
    one = won("The one", Money(6_000_000, "EUR"), date(2026, 6, 30))
    with_deals(journal, store, replace(one, opened=date(2026, 3, 3)))
    planned(journal)
    app = JournalApp(journal)
    async with app.run_test(size=WHOLE) as pilot:
        await go_to_goals(pilot, app)
        await on_the_funnel(pilot, app, "Deals")
        assert line_of(app, "Deals").endswith("n 1")
        assert "from 1 won deal so far." in row_of(app, "#funnel")
        # (20·.25 + 1)/21, and the raw rate beside it.
        assert line_of(app, "Qualified opp.").endswith("29 %    100 % n 1")
        await wait_until(pilot, lambda: "% chance of 1.2M" in row_of(app, "#chance"))
