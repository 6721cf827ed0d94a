"""Deals in the hands of a rep: moved on, won, lost, pushed and ticked, all by keys, and taken back."""

from __future__ import annotations

from datetime import date

from builders import activity
from on_deals import (
    TUESDAY,
    back_on_deals,
    go_to_deals,
    on_account,
    open_deal,
    tick_all,
)
from on_goals import dialog, said_in_dialog
from on_setbacks import put
from reading import row_of
from textual.binding import Binding
from waiting import wait_until

from journal.deal import Outcome
from journal.deal_check import CheckName
from journal.deal_ending import Missing
from journal.deal_story import Whose
from journal.errors import JournalError
from journal.journal import Journal
from journal.request import Ask, RequestState
from screens.account import Account
from screens.app import JournalApp
from screens.deal_keys import DealKeys
from screens.deals import Deals
from screens.dialogs.deal import DealDialog
from screens.dialogs.deal_check import CheckDialog
from screens.dialogs.deal_day import PushDialog, ReopenDialog
from screens.dialogs.deal_story import StoryDialog
from screens.dialogs.lost import LostDialog
from screens.dialogs.no_decision import NoDecisionDialog
from screens.dialogs.requests import RequestsDialog
from screens.dialogs.won import WonDialog
from screens.widgets.by_stage import ByStage
from screens.widgets.deal_list import DealList


async def test_an_empty_list_invites_and_its_keys_do_no_harm(journal: Journal) -> None:
    app = JournalApp(journal)
    async with app.run_test() as pilot:
        await go_to_deals(pilot, app)
        assert "No deals yet." in row_of(app, "#list")
        assert "a adds one; journal import reads a Salesforce" in row_of(app, "#list")
        assert "no deal is open" in row_of(app, "#forecast")
        for key in ("w", "x", "p", "d", "k", "o", "t", "c", "n", "g", "]", "[", "delete", "f", "f"):
            await pilot.press(key)
        await pilot.press("right", "up", "down", "escape")
        await back_on_deals(pilot, app)
        await pilot.press("enter")
        await dialog(pilot, app, DealDialog)


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
        assert stages[6].split() == ["Demonstration", "━" * 21, "140k", "1"]
        assert stages[0].split() == ["Reaching", "out", "–", "0"]


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


async def test_a_win_asks_why_and_stays_incomplete_until_they_said_so(journal: Journal) -> None:
    deal = open_deal(journal)
    app = JournalApp(journal)
    async with app.run_test(size=(120, 40)) as pilot:
        await go_to_deals(pilot, app)
        await pilot.press("w")
        await dialog(pilot, app, WonDialog)
        assert "What made you decide that way?" in str(app.screen.query_one(".about").render())
        put(app, {"why_not": "they are on holiday"})
        await pilot.press("ctrl+s")
        await back_on_deals(pilot, app)
        await wait_until(pilot, lambda: "No open deal" in row_of(app, "#list"))
        await pilot.press("right")
        await wait_until(pilot, lambda: "◌ won, ask why" in row_of(app, "#list"))
        assert "w Ask why" in row_of(app, "#keys")
        assert "they are on holiday" in row_of(app, "#story")
        await pilot.press("w")
        await dialog(pilot, app, WonDialog)
        put(app, {"answer": "You showed us the [/] month that we lose", "asked_by": "Dana"})
        await pilot.press("ctrl+s")
        await back_on_deals(pilot, app)
        await wait_until(pilot, lambda: "✓ won" in row_of(app, "#list"))
    assert journal.deals.get(deal.id).outcome is Outcome.WON
    (answer,) = journal.deals.story(deal.id).answers
    assert (answer.text, answer.asked_by) == ("You showed us the [/] month that we lose", "Dana")
    assert not journal.deals.story(deal.id).line.ask_why


async def test_a_loss_is_told_with_single_keys_and_taken_back_whole(journal: Journal) -> None:
    deal = open_deal(journal, "Tyrell", "Data hub", 92_000)
    app = JournalApp(journal)
    async with app.run_test(size=(80, 24)) as pilot:
        await go_to_deals(pilot, app)
        await pilot.press("x")
        await dialog(pilot, app, LostDialog)
        await pilot.press("a", "enter", *"Weyland", "enter", "i", "enter", *"too late", "enter")
        await pilot.press(*"they were here first", "enter", *"Dana", "enter", *"the demo", "enter")
        await pilot.press("y", "enter", "y", "enter", *"the buyer said so", "enter", "enter")
        await wait_until(pilot, lambda: (app.focused.id or "") == "ask-evaluation")
        await pilot.press("a", "enter", "enter", "enter", "enter", "enter")
        await back_on_deals(pilot, app)
        await wait_until(pilot, lambda: "No open deal" in row_of(app, "#list"))
        page = journal.deals.story(deal.id)
        assert page.deal.outcome is Outcome.LOST
        assert page.deal.category == "integration or security"
        assert page.story.winner == "Weyland"
        assert [(one.text, one.whose) for one in page.answers] == [
            ("too late", Whose.REP),
            ("they were here first", Whose.BUYER),
        ]
        assert page.story.could_have_known == "the demo"
        assert page.story.factors == 2
        assert [(one.ask, one.state) for one in page.requests] == [
            (Ask.EVALUATION, RequestState.ASKED)
        ]
        assert len(page.follow_ups) == 6
        await pilot.press("u")
        await wait_until(pilot, lambda: "Tyrell" in row_of(app, "#list"))
    page = journal.deals.story(deal.id)
    assert page.deal.is_open
    assert (page.follow_ups, page.answers, page.requests) == ((), (), ())
    assert page.story.winner == ""


async def test_enter_alone_loses_a_deal_to_nobody_knows_whom(journal: Journal) -> None:
    deal = open_deal(journal)
    app = JournalApp(journal)
    async with app.run_test(size=(80, 24)) as pilot:
        await go_to_deals(pilot, app)
        await pilot.press("x")
        await dialog(pilot, app, LostDialog)
        await pilot.press("ctrl+s")
        await back_on_deals(pilot, app)
        await pilot.press("left", "left")
        await wait_until(pilot, lambda: "✗ lost" in row_of(app, "#list"))
        assert "unknown" in row_of(app, "#list")
    assert journal.deals.get(deal.id).category == "unknown"


async def test_no_decision_says_what_was_missing(journal: Journal) -> None:
    deal = open_deal(journal)
    app = JournalApp(journal)
    async with app.run_test(size=(80, 24)) as pilot:
        await go_to_deals(pilot, app)
        await pilot.press("d")
        await dialog(pilot, app, NoDecisionDialog)
        await pilot.press("p", "ctrl+s")
        await back_on_deals(pilot, app)
        await pilot.press("left")
        await wait_until(pilot, lambda: "– no decision" in row_of(app, "#list"))
        assert "pain was missing" in row_of(app, "#story")
    assert journal.deals.story(deal.id).story.missing == Missing.PAIN
    assert len(journal.deals.story(deal.id).follow_ups) == 3


async def test_three_pushes_ask_for_a_new_qualification(journal: Journal) -> None:
    deal = open_deal(journal, close=date(2026, 12, 1))
    app = JournalApp(journal)
    async with app.run_test(size=(120, 40)) as pilot:
        await go_to_deals(pilot, app)
        for day in ("2026-12-08", "2026-12-15", "2026-12-22"):
            await pilot.press("p")
            await dialog(pilot, app, PushDialog)
            put(app, {"day": day})
            await pilot.press("ctrl+s")
            await back_on_deals(pilot, app)
        await wait_until(pilot, lambda: "! re-qualify" in row_of(app, "#list"))
        assert "! 1 deal pushed 3 times" in row_of(app, "#forecast")
        await pilot.press("p")
        await dialog(pilot, app, PushDialog)
        await pilot.press("ctrl+s")
        await wait_until(pilot, lambda: "Write the new day" in said_in_dialog(app))
        put(app, {"day": "2026-12-20"})
        await pilot.press("ctrl+s")
        await wait_until(pilot, lambda: "later day than that" in said_in_dialog(app))
    assert journal.deals.get(deal.id).pushes == 3


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


async def test_the_story_is_written_and_the_deal_opened_again(journal: Journal) -> None:
    deal = open_deal(journal)
    journal.deals.lost(deal.id)
    app = JournalApp(journal)
    async with app.run_test(size=(120, 40)) as pilot:
        await go_to_deals(pilot, app)
        await pilot.press("right", "right")
        await wait_until(pilot, lambda: "✗ lost" in row_of(app, "#list"))
        assert "r Requests  o Reopen" in row_of(app, "#keys")
        await pilot.press("r")
        await dialog(pilot, app, RequestsDialog)
        await pilot.press("escape")
        await back_on_deals(pilot, app)
        await pilot.press("o")
        await dialog(pilot, app, ReopenDialog)
        put(app, {"day": "2026-12-18"})
        await pilot.press("ctrl+s")
        await back_on_deals(pilot, app)
        await pilot.press("left", "left")
        await wait_until(pilot, lambda: "Stark" in row_of(app, "#list"))
        await pilot.press("t")
        await dialog(pilot, app, StoryDialog)
        put(app, {"changed": "a new plant in May", "they_do": "send the shift report"})
        await pilot.press("ctrl+s")
        await back_on_deals(pilot, app)
        await wait_until(pilot, lambda: "a new plant in May" in row_of(app, "#story"))
        assert "They do  send the shift report" in row_of(app, "#story")
    assert journal.deals.get(deal.id).expected_close == date(2026, 12, 18)


async def test_enter_opens_the_account_and_esc_comes_back(journal: Journal) -> None:
    first = open_deal(journal)
    open_deal(journal, name="Second line", major=20_000, stage="Qualification")
    journal.deals.add_contact("Stark", "Dana Ruiz", "plant manager", advocate=True)
    journal.record(activity("call", 1, TUESDAY, "Stark", text="asked for a second contact"))
    app = JournalApp(journal)
    async with app.run_test(size=(120, 40)) as pilot:
        await go_to_deals(pilot, app)
        await pilot.press("enter")
        await on_account(pilot, app)
        whole = row_of(app, "#story-text")
        assert "Dana Ruiz, plant manager, speaks for us" in whole
        assert "asked for a second contact" in whole
        assert "Demonstration, day 22" in row_of(app, "#answer")
        await pilot.press("up")
        await wait_until(pilot, lambda: "Qualification, day 22" in row_of(app, "#answer"))
        await pilot.press("down", "]")
        await wait_until(pilot, lambda: "Proposal" in row_of(app, "#answer"))
        await pilot.press("enter")
        await wait_until(pilot, lambda: (app.focused.id if app.focused else "") == "whole")
        await pilot.press("escape")
        await back_on_deals(pilot, app)
        await wait_until(pilot, lambda: "Proposal" in row_of(app, "#list"))
    assert journal.deals.get(first.id).stage == "Proposal"


async def test_three_keys_from_anywhere_tell_where_we_are(journal: Journal) -> None:
    open_deal(journal)
    open_deal(journal, "Hooli", "Search add-on", 48_000)
    app = JournalApp(journal)
    async with app.run_test(size=(80, 24)) as pilot:
        for page in ("1", "2", "4", "6"):
            await pilot.press(page)
            await pilot.press("/", "h", "enter")
            await on_account(pilot, app)
            assert "Hooli" in str(app.screen.query_one("#answer").border_title)
            await pilot.press("/", "s", "enter")
            await wait_until(
                pilot,
                lambda: (
                    isinstance(app.screen, Account)
                    and "Stark" in str(app.screen.query_one("#answer").border_title)
                ),
            )
            await pilot.press("escape")
            await wait_until(pilot, lambda: not isinstance(app.screen, Account))


async def test_in_an_empty_line_the_slash_still_finds_and_in_words_it_is_text(
    journal: Journal,
) -> None:
    open_deal(journal)
    app = JournalApp(journal)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("a", "/", *"star", "enter")
        await on_account(pilot, app)
        await pilot.press("escape", *"call w/o", "/")
        await wait_until(pilot, lambda: app.screen.query_one("#line").value == "call w/o/")


async def test_an_account_without_deals_and_a_deal_without_account_are_answered(
    journal: Journal,
) -> None:
    journal.record(activity("call", 1, TUESDAY, "Wonka"))
    open_deal(journal, None, "Walk-in")
    app = JournalApp(journal)
    async with app.run_test(size=(80, 24)) as pilot:
        await go_to_deals(pilot, app)
        await pilot.press("enter")
        await on_account(pilot, app)
        assert "Walk-in" in str(app.screen.query_one("#answer").border_title)
        await pilot.press("n", "g", "escape")
        await back_on_deals(pilot, app)
        await pilot.press("/", "w", "enter")
        await on_account(pilot, app)
        assert "last touch today" in row_of(app, "#answer")
        assert "No deal here yet" in row_of(app, "#answer")
        await pilot.press("3")
        await back_on_deals(pilot, app)


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
