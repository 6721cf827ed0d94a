"""On Today one key ticks what was said in a pitch."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from builders import activity
from on_reasons import ended
from reading import row_of
from textual.widgets import OptionList
from waiting import wait_until

from journal.journal import Journal
from journal.pitches import read_points
from screens import pitch_asks
from screens.app import JournalApp
from screens.dialogs.ask import AskDialog
from screens.today import Today
from screens.widgets.so_far import SoFar

TUESDAY = date(2026, 11, 24)


async def test_k_asks_which_pitch_and_what_was_said_in_it(journal: Journal) -> None:
    ended(journal, named="Night shift")
    journal.record(activity("demo", 1, TUESDAY, account="Globex"))
    journal.record(activity("proposal", 1, TUESDAY, account="Stark"))
    app = JournalApp(journal)
    async with app.run_test(size=(120, 40)) as pilot:
        await wait_until(pilot, lambda: isinstance(app.screen, Today))
        await pilot.press("k")
        await wait_until(pilot, lambda: isinstance(app.screen, AskDialog))
        await pilot.press("down", "enter")
        await wait_until(pilot, lambda: "with Globex" in row_of(app, "#question"))
        assert "[ ] Night shift  6 wins, not used yet" in str(
            app.screen.query_one(OptionList).get_option_at_index(0).prompt
        )
        await pilot.press("enter")
        await wait_until(pilot, lambda: isinstance(app.screen, Today))
        await wait_until(pilot, lambda: len(read_points(journal)[0].pitches) == 1)
        # On its own row the pitch is known already.
        app.screen.set_focus(app.screen.query_one(SoFar))
        await pilot.press("end", "k")
        await wait_until(pilot, lambda: isinstance(app.screen, AskDialog))
        await wait_until(pilot, lambda: "what did you say in it" in row_of(app, "#question"))
        await pilot.press("escape")
    assert read_points(journal)[0].pitches[0].account == "Globex"


async def test_without_reasons_or_pitches_it_says_what_is_missing(journal: Journal) -> None:
    app = JournalApp(journal)
    async with app.run_test(size=(120, 40)) as pilot:
        await wait_until(pilot, lambda: isinstance(app.screen, Today))
        await pilot.press("k")
        await wait_until(pilot, lambda: pitch_asks.NO_POINTS[:40] in row_of(app, "#heard"))


@pytest.mark.parametrize(("page", "key"), [("3", "K"), ("5", "k")])
async def test_where_a_deal_or_a_follow_up_is_looked_at_its_own_pitch_is_ticked(
    journal: Journal, page: str, key: str
) -> None:
    ended(journal, named="Night shift")
    journal.deals.add("Globex", "Vision platform", opened=TUESDAY)
    journal.follow_ups.add("Call Dana", TUESDAY, account="Globex")
    journal.record(activity("demo", 1, TUESDAY, account="Globex"))
    journal.record(activity("proposal", 1, TUESDAY, account="Stark"))
    app = JournalApp(journal)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press(page)
        await wait_until(pilot, lambda: "Globex" in row_of(app, "#list"))
        await pilot.press(key)
        await wait_until(pilot, lambda: isinstance(app.screen, AskDialog))
        # The only pitch to Globex is known; what was said in it is asked at once.
        await wait_until(pilot, lambda: "with Globex" in row_of(app, "#question"))
        await pilot.press("enter")
        await wait_until(pilot, lambda: len(read_points(journal)[0].pitches) == 1)
    assert read_points(journal)[0].pitches[0].account == "Globex"


async def test_a_follow_up_with_nobody_opens_no_pitch_of_another_account(journal: Journal) -> None:
    ended(journal, named="Night shift")
    journal.follow_ups.add("Read the price list", TUESDAY)
    journal.record(activity("demo", 1, TUESDAY, account="Globex"))
    app = JournalApp(journal)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("5")
        await wait_until(pilot, lambda: "Read the price list" in row_of(app, "#list"))
        await pilot.press("k")
        await wait_until(pilot, lambda: isinstance(app.screen, AskDialog) or bool(told(app)))
        assert told(app) == [pitch_asks.NOBODY]
    assert read_points(journal)[0].pitches == ()


async def test_a_follow_up_of_a_deal_alone_ticks_the_pitch_of_that_deal(journal: Journal) -> None:
    ended(journal, named="Night shift")
    deal = journal.deals.add(None, "Vision platform", opened=TUESDAY)
    journal.follow_ups.add("Send the figures", TUESDAY, deal=deal.id)
    shown = activity("demo", 1, TUESDAY, text="showed the dashboard")
    journal.record(replace(shown, deal=deal.id))
    journal.record(activity("proposal", 1, TUESDAY, account="Stark"))
    app = JournalApp(journal)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("5")
        await wait_until(pilot, lambda: "Send the figures" in row_of(app, "#list"))
        await pilot.press("k")
        await wait_until(pilot, lambda: isinstance(app.screen, AskDialog))
        # Only one of the two is of this deal; what was said in it is asked at once.
        await wait_until(pilot, lambda: "what did you say in it" in row_of(app, "#question"))
        await pilot.press("enter")
        await wait_until(pilot, lambda: len(read_points(journal)[0].pitches) == 1)
    assert read_points(journal)[0].pitches[0].deal == deal.id


def told(app: JournalApp) -> list[str]:
    """What was said to the rep so far."""
    return [one.message for one in app._notifications]
