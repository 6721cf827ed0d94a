"""Deals in the hands of a rep: what is counted, moved on, added, ticked and deleted, all by keys."""

from __future__ import annotations

from builders import activity
from on_deals import (
    TUESDAY,
    back_on_deals,
    go_to_deals,
    open_deal,
    tick_all,
)
from on_goals import dialog, said_in_dialog
from on_setbacks import put
from reading import row_of
from textual.binding import Binding
from waiting import wait_until

from journal.deal_check import CheckName
from journal.errors import JournalError
from journal.journal import Journal
from screens.account import Account
from screens.app import JournalApp
from screens.deal_keys import DealKeys
from screens.deals import Deals
from screens.dialogs.deal import DealDialog
from screens.dialogs.deal_check import CheckDialog
from screens.dialogs.settings import SettingsDialog
from screens.widgets.by_stage import ByStage
from screens.widgets.deal_list import DealList


async def test_an_empty_list_invites_and_its_keys_do_no_harm(journal: Journal) -> None:
    app = JournalApp(journal)
    async with app.run_test() as pilot:
        await go_to_deals(pilot, app)
        assert "No deals yet." in row_of(app, "#list")
        assert "a adds one; I imports a Salesforce" in row_of(app, "#list")
        assert "no deal is open" in row_of(app, "#forecast")
        for key in ("w", "x", "p", "d", "k", "o", "t", "c", "n", "g", "]", "[", "delete", "f", "f"):
            await pilot.press(key)
        await pilot.press("right", "up", "down", "escape")
        await back_on_deals(pilot, app)
        await pilot.press("enter")
        await dialog(pilot, app, DealDialog)


async def test_a_key_that_needs_a_deal_says_that_there_is_none_and_which_key_makes_one(
    journal: Journal,
) -> None:
    app = JournalApp(journal)
    async with app.run_test() as pilot:
        await go_to_deals(pilot, app)
        for key in ("w", "]", "n", "delete"):
            await pilot.press(key)
        none = "No deals yet: a adds one; I imports a Salesforce, HubSpot or Pipedrive export."
        await wait_until(pilot, lambda: set(said(app)) == {none})
        journal.deals.won(open_deal(journal).id)
        app.screen.read_again()
        await pilot.press("w")
        ended = "No open deal. a adds one; the arrows ← → show those that have ended."
        await wait_until(pilot, lambda: ended in said(app))


def said(app: JournalApp) -> list[str]:
    """What the rep was told so far."""
    return [str(one.message) for one in app._notifications]


async def test_only_what_passes_all_six_is_on_the_forecast(journal: Journal) -> None:
    passing = open_deal(journal, "Globex", "Vision platform", 86_000, stage="Proposal")
    tick_all(journal, passing)
    journal.record(activity("meeting", 1, TUESDAY, "Globex"))
    open_deal(journal)
    open_deal(journal, "Soylent", "Group licence", None, stage="Initial meeting")
    app = JournalApp(journal)
    async with app.run_test(size=(120, 40)) as pilot:
        await go_to_deals(pilot, app)
        assert "k€ with all six checks" in row_of(app, "#forecast")
        assert "140k more are open" in row_of(app, "#forecast")
        header, first, second, third = row_of(app, "#list").splitlines()
        assert header.split()[:4] == ["account", "deal", "stage", "amount"]
        assert first.split()[1:3] == ["Plant", "rollout"]
        assert "140,000" in first
        assert first.endswith("······   ○ 6 open")
        assert second.endswith("BCVFTA   ● on")
        assert "no amount" in third
        bars = row_of(app, "#gate").splitlines()
        assert bars[0].endswith("86k")
        assert bars[1].endswith("226k")
        stages = row_of(app, "#by-stage").splitlines()
        assert stages[6].split() == ["Demonstration", "━" * 13, "140k", "1", "little"]
        assert stages[0].split() == ["Reaching", "out", "–", "0", "most"]


async def test_when_none_passes_the_nearest_says_what_it_lacks(journal: Journal) -> None:
    near = open_deal(journal, "Globex", "Vision platform", 86_000)
    tick_all(journal, near)
    journal.record(activity("meeting", 1, TUESDAY, "Globex"))
    journal.deals.check(near.id, CheckName.BUDGET, False)
    open_deal(journal)
    app = JournalApp(journal)
    async with app.run_test(size=(120, 40)) as pilot:
        await go_to_deals(pilot, app)
        assert "Globex lacks one: budget" in row_of(app, "#forecast")


async def test_a_deal_moves_a_stage_on_and_back_and_says_what_can_still_be_shaped(
    journal: Journal,
) -> None:
    deal = open_deal(journal)
    app = JournalApp(journal)
    async with app.run_test(size=(120, 40)) as pilot:
        await go_to_deals(pilot, app)
        await pilot.press("]")
        await wait_until(pilot, lambda: "Proposal" in row_of(app, "#list"))
        assert journal.deals.get(deal.id).stage == "Proposal"
        await pilot.press("[", "[")
        await wait_until(pilot, lambda: "Discovery" in row_of(app, "#list"))
        await pilot.press("u", "u", "u")
        await wait_until(pilot, lambda: "Demonstration" in row_of(app, "#list"))


async def test_a_deal_is_added_by_two_rows_and_enter(journal: Journal) -> None:
    app = JournalApp(journal)
    async with app.run_test(size=(80, 24)) as pilot:
        await go_to_deals(pilot, app)
        await pilot.press("a")
        await dialog(pilot, app, DealDialog)
        await pilot.press(*"Acme", "enter", *"Renewal", "enter", *"45k", "ctrl+s")
        await back_on_deals(pilot, app)
        await wait_until(pilot, lambda: "45,000" in row_of(app, "#list"))
        await pilot.press("c")
        await dialog(pilot, app, DealDialog)
        put(app, {"amount": "much"})
        await pilot.press("ctrl+s")
        await wait_until(pilot, lambda: "Write an amount like 45k" in said_in_dialog(app))
        put(app, {"amount": "1,250.50 USD", "opened": "2026-12-01"})
        await pilot.press("ctrl+s")
        await wait_until(pilot, lambda: "not come yet" in said_in_dialog(app))
        put(app, {"opened": "2026-11-01", "close": "2026-10-01"})
        await pilot.press("ctrl+s")
        await wait_until(pilot, lambda: "before it was opened" in said_in_dialog(app))
        put(app, {"close": "2026-12-18", "step": "meet the plant manager"})
        await pilot.press("ctrl+s")
        await back_on_deals(pilot, app)
        await wait_until(pilot, lambda: "meet the plant manager" in row_of(app, "#story"))
    (line,) = journal.deals.lines()
    assert line.deal.amount is not None
    assert (line.deal.amount.minor, line.deal.amount.currency) == (125_050, "USD")
    assert (line.deal.account, line.deal.name) == ("Acme", "Renewal")


async def test_a_check_is_ticked_with_what_it_rests_on(journal: Journal) -> None:
    deal = open_deal(journal)
    app = JournalApp(journal)
    async with app.run_test(size=(80, 24)) as pilot:
        await go_to_deals(pilot, app)
        await pilot.press("k")
        await dialog(pilot, app, CheckDialog)
        await pilot.press("ctrl+s")
        await wait_until(pilot, lambda: "who said so, and when" in said_in_dialog(app))
        await pilot.press(*"in the budget of May", "ctrl+s")
        await back_on_deals(pilot, app)
        await wait_until(pilot, lambda: "B·····" in row_of(app, "#list"))
        await pilot.press("k")
        await dialog(pilot, app, CheckDialog)
        assert app.screen.query_one("#check").value is CheckName.CHAMPION
        await pilot.press("t", "enter", "enter", *"Weyland", "enter")
        await back_on_deals(pilot, app)
        await wait_until(pilot, lambda: "B···T·" in row_of(app, "#list"))
    marks = {
        mark.name: mark for mark in journal.deals.gate([journal.deals.get(deal.id)])[deal.id].marks
    }
    assert marks[CheckName.THREAT].evidence == "Weyland"


async def test_the_stages_take_the_place_of_the_story_where_both_do_not_fit(
    journal: Journal,
) -> None:
    open_deal(journal)
    app = JournalApp(journal)
    async with app.run_test(size=(80, 24)) as pilot:
        await go_to_deals(pilot, app)
        assert not app.screen.query_one("#by-stage").display
        await pilot.press("f")
        await wait_until(pilot, lambda: isinstance(app.focused, ByStage))
        assert not app.screen.query_one("#story").display
        await pilot.press("escape")
        await wait_until(pilot, lambda: isinstance(app.focused, DealList))
        assert app.screen.query_one("#story").display


async def test_the_panels_follow_each_other_with_tab(journal: Journal) -> None:
    open_deal(journal)
    app = JournalApp(journal)
    async with app.run_test(size=(120, 40)) as pilot:
        await go_to_deals(pilot, app)
        for panel in ("gate", "by-stage", "story", "list"):
            await pilot.press("tab")
            await wait_until(
                pilot, lambda panel=panel: (app.focused.id if app.focused else "") == panel, panel
            )


async def test_the_row_of_keys_names_six_and_each_key_has_its_help(journal: Journal) -> None:
    open_deal(journal)
    app = JournalApp(journal)
    async with app.run_test() as pilot:
        await go_to_deals(pilot, app)
        keys = "a Add  Enter Open  ] Next stage  w Won  x Lost  p Push date"
        assert row_of(app, "#keys").strip() == keys
    bindings = [*Deals.BINDINGS[:2], *DealKeys.STAGES, *Account.BINDINGS[:3]]
    assert all(one.id and one.tooltip for one in bindings if isinstance(one, Binding))


async def test_a_deal_is_deleted_and_brought_back(journal: Journal) -> None:
    deal = open_deal(journal)
    tick_all(journal, deal)
    app = JournalApp(journal)
    async with app.run_test() as pilot:
        await go_to_deals(pilot, app)
        await pilot.press("delete")
        await wait_until(pilot, lambda: "No deals yet" in row_of(app, "#list"))
        await pilot.press("u")
        await wait_until(pilot, lambda: "BCV·TA" in row_of(app, "#list"))
    try:
        journal.deals.set_stage(deal.id, "Proposal")
    except JournalError as problem:
        raise AssertionError from problem


async def test_the_stages_are_set_in_the_app_and_say_before_which_deals_lose_theirs(
    journal: Journal,
) -> None:
    deal = open_deal(journal)
    app = JournalApp(journal)
    async with app.run_test(size=(120, 40)) as pilot:
        await go_to_deals(pilot, app)
        app.screen.action_settings()
        await dialog(pilot, app, SettingsDialog)
        put(app, {"stages": "Lead, Call"})
        await pilot.press("ctrl+s")
        await wait_until(
            pilot, lambda: "Say which of them counts as stage 1" in said_in_dialog(app)
        )
        put(app, {"stages": "Lead, Call = stage 1, Fit = qualified"})
        left = "One open deal keeps a stage that is none of yours: 1 in “Demonstration”."
        await wait_until(pilot, lambda: said_in_dialog(app).startswith(left))
        await pilot.press("ctrl+s")
        await back_on_deals(pilot, app)
        told = "none of your stages: it keeps the name and counts by none; c moves it"
        await wait_until(pilot, lambda: told in " ".join(row_of(app, "#story").split()))
        rows = [row.split()[0] for row in row_of(app, "#by-stage").splitlines()]
        assert rows == ["Lead", "Call", "Fit", "Demonstration"]
        await pilot.press("]")
        await wait_until(pilot, lambda: journal.deals.get(deal.id).stage == "Lead")
        await pilot.press("u", "u")
        await wait_until(pilot, lambda: journal.deals.stages.names[-1] == "Negotiation")
    assert journal.deals.get(deal.id).stage == "Demonstration"
