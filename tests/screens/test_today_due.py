"""What is due on Today: soonest and most valuable first, at most what fits, each acted on where it stands."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from on_follow_ups import TUESDAY, deal_at, waits
from on_review import Settable
from reading import row_of
from textual.pilot import Pilot
from waiting import wait_until

from journal.deal_ending import Win
from journal.follow_up import FollowUpState
from journal.journal import Journal
from screens.account import Account
from screens.app import JournalApp
from screens.dialogs.chance import ChanceDialog
from screens.dialogs.touch import DoneDialog, MoveDialog, SkipDialog
from screens.dialogs.won import WonDialog
from screens.follow_ups import FollowUps
from screens.today import Today
from screens.widgets.due import Due
from screens.widgets.follow_up_list import FollowUpList

WIDE = (120, 40)
SMALL = (80, 24)


def told(app: JournalApp) -> list[str]:
    """The rows of the panel."""
    return [line.strip() for line in row_of(app, "#due").splitlines()]


async def on_due(pilot: Pilot[None], app: JournalApp) -> Due:
    """Today, with the cursor in what is due."""
    await wait_until(pilot, lambda: isinstance(app.screen, Today))
    panel = app.screen.query_one(Due)
    app.screen.set_focus(panel)
    await wait_until(pilot, lambda: panel.has_focus)
    return panel


async def test_of_one_day_the_most_valuable_stands_first(journal: Journal) -> None:
    waits(journal, "Unknown")
    waits(journal, "Small", deal=deal_at(journal, "Small", 1_000).id)
    waits(journal, "Large", deal=deal_at(journal, "Large", 90_000).id)
    waits(journal, "Later", TUESDAY + timedelta(1), deal=deal_at(journal, "Later", 99_000).id)
    waits(journal, "Late", TUESDAY - timedelta(1))
    app = JournalApp(journal)
    async with app.run_test(size=WIDE) as pilot:
        await wait_until(pilot, lambda: "Large" in row_of(app, "#due"))
        assert [" ".join(line.split()[:-8]) for line in told(app)] == [
            *("! 1 day late Late", "today Large", "today Small", "today Unknown"),
        ]


async def test_the_cap_of_effort_and_the_missing_reason_hold_on_today_too(
    journal: Journal, watch: Settable
) -> None:
    watch.set("2026-11-17T10:00")
    for number in range(2):
        deal = deal_at(journal, f"Lost{number}", 1_000 + number)
        journal.deals.lost(deal.id)
        (touch, *_) = journal.store.follow_ups.of_deals([deal.id])[deal.id]
        journal.follow_ups.give_reason(touch.id, "a new plant")
    watch.set("2026-11-24T13:45")
    app = JournalApp(journal)
    async with app.run_test(size=WIDE) as pilot:
        await wait_until(pilot, lambda: "Lost1" in row_of(app, "#due"))
        # One touch a week where nothing is planned: the one of more worth stays, the other moves on.
        assert "today      Lost1" in told(app)[0]
        assert told(app)[1].startswith("Mon        Lost0")


async def test_more_than_fits_is_told_and_leads_to_all_of_them(journal: Journal) -> None:
    for number in range(9):
        waits(journal, f"A{number}")
    app = JournalApp(journal)
    async with app.run_test(size=SMALL) as pilot:
        panel = await on_due(pilot, app)
        rows = told(app)
        shown = len(rows) - 1
        assert rows[-1] == f"+{9 - shown} more in Follow-ups (5)"
        await pilot.press(*["down"] * 20)
        await wait_until(pilot, lambda: panel.cursor == 8)
        assert "A8" in told(app)[-1]
        await pilot.press("home")
        await pilot.click("#due", offset=(5, len(rows)))
        await wait_until(pilot, lambda: isinstance(app.screen, FollowUps | Account))


@pytest.mark.parametrize(
    ("key", "dialog"), [("space", DoneDialog), ("v", MoveDialog), ("n", SkipDialog)]
)
async def test_a_key_acts_on_the_row_under_the_cursor(
    journal: Journal, key: str, dialog: type
) -> None:
    waits(journal, "Hooli", TUESDAY, "First")
    waits(journal, "Stark", TUESDAY, "Second")
    app = JournalApp(journal)
    async with app.run_test(size=WIDE) as pilot:
        await on_due(pilot, app)
        await pilot.press("down", key)
        await wait_until(pilot, lambda: isinstance(app.screen, dialog))
        await pilot.press(*"fri" if key == "v" else "why", "ctrl+s")
        await wait_until(pilot, lambda: isinstance(app.screen, Today))
        gone = "Fri" if key == "v" else None
        await wait_until(pilot, lambda: ("Second" not in row_of(app, "#due")) == (gone is None))
        assert "First" in told(app)[0]
        assert "undo" not in told(app)
        await pilot.press("u")
        await wait_until(pilot, lambda: "today      Stark" in row_of(app, "#due"))


async def test_enter_and_a_second_click_open_the_deal_of_a_row(journal: Journal) -> None:
    waits(journal, "Hooli", deal=deal_at(journal, "Hooli", 48_000).id)
    waits(journal, "Stark", deal=deal_at(journal, "Stark", 1_000).id)
    app = JournalApp(journal)
    async with app.run_test(size=WIDE) as pilot:
        panel = await on_due(pilot, app)
        await pilot.press("enter")
        await wait_until(pilot, lambda: isinstance(app.screen, Account))
        await pilot.press("escape")
        await wait_until(pilot, lambda: isinstance(app.screen, Today))
        await pilot.click("#due", offset=(8, 3))
        await wait_until(pilot, lambda: panel.cursor == 1)
        await pilot.click("#due", offset=(8, 3))
        await wait_until(pilot, lambda: isinstance(app.screen, Account))


async def test_a_win_without_the_buyers_answer_is_asked_for_until_it_is_told(
    journal: Journal,
) -> None:
    deal = deal_at(journal, "Globex", 86_000)
    journal.deals.won(deal.id, Win(why_not_asked="on holiday"))
    app = JournalApp(journal)
    async with app.run_test(size=WIDE) as pilot:
        await wait_until(pilot, lambda: "Ask what made them decide" in row_of(app, "#due"))
        await on_due(pilot, app)
        await pilot.press("enter")
        await wait_until(pilot, lambda: isinstance(app.screen, WonDialog))
        await pilot.press(*"You listened", "ctrl+s")
        await wait_until(pilot, lambda: isinstance(app.screen, Today))
        await wait_until(pilot, lambda: "Ask what made" not in row_of(app, "#due"))
    assert not journal.deals.unanswered()


async def test_mondays_chances_are_asked_where_they_stand(journal: Journal) -> None:
    deal = deal_at(journal, "Globex", 86_000)
    journal.deals.set_forecast(deal.id, 0.5, date(2026, 12, 1))
    deal_at(journal, "Stark", 1_000)
    app = JournalApp(journal)
    async with app.run_test(size=WIDE) as pilot:
        await wait_until(pilot, lambda: "chance and day of 1 open deal" in row_of(app, "#due"))
        await on_due(pilot, app)
        await pilot.press("enter")
        await wait_until(pilot, lambda: isinstance(app.screen, ChanceDialog))
        await pilot.press(*"30", "ctrl+s")
        await wait_until(pilot, lambda: isinstance(app.screen, Today))
        await wait_until(pilot, lambda: "chance and day" not in row_of(app, "#due"))


async def test_a_click_on_the_morning_page_puts_the_cursor_on_it_in_follow_ups(
    journal: Journal,
) -> None:
    waits(journal, "Hooli", TUESDAY, "First")
    two = waits(journal, "Stark", TUESDAY, "Second")
    app = JournalApp(journal)
    async with app.run_test(size=WIDE) as pilot:
        await wait_until(pilot, lambda: isinstance(app.screen, Today))
        await pilot.press("m")
        await wait_until(pilot, lambda: "Second" in row_of(app, "#due"))
        await pilot.click("#due", offset=(8, 3))
        await pilot.click("#due", offset=(8, 3))
        await wait_until(pilot, lambda: isinstance(app.screen, FollowUps))
        listed = app.screen.query_one(FollowUpList)
        await wait_until(pilot, lambda: listed.selected is not None)
        assert listed.selected is not None
        assert listed.selected.follow_up.id == two.id
    assert journal.follow_ups.get(two.id).state is FollowUpState.DUE
