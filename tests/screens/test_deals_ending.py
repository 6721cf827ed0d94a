"""How deals end and begin again by keys: won with why, lost in one go, not decided, pushed, reopened."""

from __future__ import annotations

from datetime import date

from on_deals import (
    back_on_deals,
    go_to_deals,
    open_deal,
)
from on_goals import dialog, said_in_dialog
from on_setbacks import put
from reading import row_of
from textual.widgets import Static
from waiting import wait_until

from journal.deal import Deal, Outcome
from journal.deal_ending import Missing
from journal.deal_story import Whose
from journal.follow_up import FollowUpState
from journal.journal import Journal
from journal.request import Ask, RequestState
from screens.account import Account
from screens.app import JournalApp
from screens.dialogs.ask import AskDialog
from screens.dialogs.deal_day import PushDialog, ReopenDialog
from screens.dialogs.deal_story import StoryDialog
from screens.dialogs.lost import LostDialog
from screens.dialogs.no_decision import NoDecisionDialog
from screens.dialogs.requests import RequestsDialog
from screens.dialogs.won import WonDialog
from screens.follow_ups import FollowUps


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


async def test_a_sentence_of_many_lines_leaves_itself_and_the_keys_in_sight(
    journal: Journal,
) -> None:
    open_deal(journal, "Stark", "Plant rollout", 140_000)
    app = JournalApp(journal)
    async with app.run_test(size=(80, 24)) as pilot:
        await go_to_deals(pilot, app)
        await pilot.press("x")
        await dialog(pilot, app, LostDialog)
        await pilot.press("tab", "p")
        put(app, {"also": "we were too late"})
        await pilot.press("ctrl+s")
        await wait_until(pilot, lambda: "is no category of a loss" in said_in_dialog(app))
        box, keys = app.screen.query_one("#box"), app.screen.query_one("#hints")
        await wait_until(pilot, lambda: keys.region.bottom <= box.content_region.bottom)
        await wait_until(pilot, lambda: row_of(app, "#said").endswith("product issue,\nunknown."))
        rows = app.screen.query_one("#rows")
        assert rows.region.height < 13
        assert app.screen.query_one("#also") is app.focused
        await wait_until(pilot, lambda: is_in_sight(app))
        put(app, {"also": ""})
        await wait_until(pilot, lambda: rows.region.height == 13)


def is_in_sight(app: JournalApp) -> bool:
    """Whether the row with the cursor stands within those that are shown."""
    rows, field = app.screen.query_one("#rows"), app.focused
    return field is not None and rows.region.contains_region(field.region)


async def test_the_row_that_a_long_sentence_is_about_stays_in_sight(journal: Journal) -> None:
    open_deal(journal, "Stark", "Plant rollout", 140_000)
    app = JournalApp(journal)
    async with app.run_test(size=(80, 24)) as pilot:
        await go_to_deals(pilot, app)
        await pilot.press("x")
        await dialog(pilot, app, LostDialog)
        await pilot.press("up")
        await wait_until(pilot, lambda: app.focused is app.screen.query_one("#day"))
        words = "when the moon is full and all of the deals of the quarter are signed by everybody"
        put(app, {"day": f"{words} who has to"})
        await pilot.press("ctrl+s")
        said = app.screen.query_one("#said")
        await wait_until(pilot, lambda: said.size.height > 2, "a long sentence")
        await wait_until(pilot, lambda: is_in_sight(app), "the row it is about")


async def test_a_loss_is_told_with_single_keys_and_taken_back_whole(journal: Journal) -> None:
    deal = open_deal(journal, "Tyrell", "Data hub", 92_000)
    app = JournalApp(journal)
    async with app.run_test(size=(80, 24)) as pilot:
        await go_to_deals(pilot, app)
        await pilot.press("x")
        await dialog(pilot, app, LostDialog)
        await pilot.press(
            "a",
            "enter",
            *"Weyland",
            "enter",
            "i",
            "enter",
            "enter",
            *"too late",
            "enter",
            *"price",
            "enter",
        )
        await pilot.press(*"they were here first", "enter", *"timing, trust", "enter")
        await wait_until(pilot, lambda: (app.focused.id or "") == "seen")
        await pilot.press("d", "enter", *"Dana", "enter", *"the demo", "enter")
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
        assert [(one.tag, one.whose, one.taught) for one in page.reasons] == [
            ("timing", Whose.BUYER, False),
            ("trust", Whose.BUYER, False),
            ("price", Whose.REP, None),
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
        assert "They do   send the shift report" in row_of(app, "#story")
    assert journal.deals.get(deal.id).expected_close == date(2026, 12, 18)


async def test_a_deal_that_came_lost_is_offered_a_way_back_on_deals_and_follow_ups(
    journal: Journal,
) -> None:
    with journal.writing("an import"):
        for name in ("Renewal", "Add-on"):
            gone = Deal(account="Acme", name=name, outcome=Outcome.LOST, closed=date(2026, 11, 20))
            journal.store.deals.add(gone)
    app = JournalApp(journal)
    async with app.run_test(size=(120, 40)) as pilot:
        await go_to_deals(pilot, app)
        await pilot.press("left", "left")
        await wait_until(pilot, lambda: "✗ lost" in row_of(app, "#list"))
        assert "no way back in is laid yet; y lays its days" in row_of(app, "#story")
        await pilot.press("enter")
        await wait_until(pilot, lambda: isinstance(app.screen, Account))
        assert "no way back in is laid yet; y lays its days" in row_of(app, "#next")
        await pilot.press("y")
        await wait_until(pilot, lambda: "Day-7 touch" in row_of(app, "#next"))
        chosen = app.screen.selected_deal().deal.id
        assert len(journal.deals.story(chosen).follow_ups) == 6
        await pilot.press("escape", "5")
        await wait_until(pilot, lambda: isinstance(app.screen, FollowUps))
        await pilot.press("y")
        await dialog(pilot, app, AskDialog)
        question = str(app.screen.query_one("#question", Static).content)
        assert question == "One lost deal has no way back in yet. Lay its days?"
        await pilot.press("enter")
        await wait_until(pilot, lambda: isinstance(app.screen, FollowUps))
        other = 3 - chosen
        await wait_until(pilot, lambda: len(journal.deals.story(other).follow_ups) == 6)
        await pilot.press("u", "u")
        await wait_until(pilot, lambda: not journal.deals.story(chosen).follow_ups)
    assert journal.deals.story(other).follow_ups == ()


async def test_a_loss_asks_about_the_follow_ups_that_wait_and_closes_them_unless_kept(
    journal: Journal,
) -> None:
    deal = open_deal(journal)
    journal.follow_ups.add("Send the offer", journal.today(), account="Stark", deal=deal.id)
    app = JournalApp(journal)
    async with app.run_test() as pilot:
        await go_to_deals(pilot, app)
        await pilot.press("x")
        await dialog(pilot, app, LostDialog)
        await wait_until(pilot, lambda: "close “Send the offer”" in row_of(app, "#waiting"))
        app.screen.set_focus(app.screen.query_one("#waiting"))
        await pilot.press("space")
        await wait_until(pilot, lambda: "keep “Send the offer”" in row_of(app, "#waiting"))
        await pilot.press("space")
        await wait_until(pilot, lambda: "close “Send the offer”" in row_of(app, "#waiting"))
        await pilot.press("ctrl+s")
        await back_on_deals(pilot, app)
        await wait_until(pilot, lambda: journal.follow_ups.get(1).state is FollowUpState.CLOSED)
        await wait_until(
            pilot,
            lambda: any("1 follow-up closed with it." in n.message for n in app._notifications),
        )
