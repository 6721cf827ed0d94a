"""Deals beside another window, with drafts, and after an undo: nothing typed is lost, what is new appears."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from builders import at, day
from on_deals import back_on_deals, go_to_deals, on_account, open_deal
from on_goals import dialog, said_in_dialog
from on_setbacks import put
from reading import row_of
from waiting import wait_until

from journal.deal import Outcome
from journal.follow_up import FollowUpState
from journal.journal import Journal
from screens.app import JournalApp
from screens.deals import Deals
from screens.dialogs.ask import AskDialog
from screens.dialogs.changed import ChangedDialog
from screens.dialogs.contact import ContactDialog
from screens.dialogs.deal import DealDialog
from screens.dialogs.deal_story import StoryDialog
from screens.dialogs.fields import Line, Words
from screens.dialogs.lost import LostDialog
from screens.dialogs.no_decision import NoDecisionDialog
from storage.store import open_store


async def test_a_story_saved_in_another_window_is_shown_beside_mine(
    journal: Journal, path: Path
) -> None:
    deal = open_deal(journal)
    app = JournalApp(journal)
    async with app.run_test(size=(80, 24)) as pilot:
        await go_to_deals(pilot, app)
        for answer, elsewhere, kept in (("t", "theirs", "theirs"), ("m", "more", "mine [/]")):
            await pilot.press("t")
            await dialog(pilot, app, StoryDialog)
            put(app, {"pain": "mine [/]"})
            other = Journal(open_store(path, create=False), lambda: at("2026-11-24T13:46"))
            before = other.deals.story(deal.id).story
            other.deals.keep_story(replace(before, pain=elsewhere))
            await pilot.press("ctrl+s")
            await dialog(pilot, app, ChangedDialog)
            words = str(app.screen.query_one("#question").render())
            assert "mine [/]" in words
            assert elsewhere in words
            await pilot.press(answer)
            await back_on_deals(pilot, app)
            assert journal.deals.story(deal.id).story.pain == kept
            other.store.close()


async def test_a_deal_changed_in_another_window_is_shown_beside_mine(
    journal: Journal, path: Path
) -> None:
    deal = open_deal(journal)
    app = JournalApp(journal)
    async with app.run_test(size=(80, 24)) as pilot:
        await go_to_deals(pilot, app)
        await pilot.press("c")
        await dialog(pilot, app, DealDialog)
        put(app, {"name": "mine"})
        other = Journal(open_store(path, create=False), lambda: at("2026-11-24T13:46"))
        other.deals.change(replace(other.deals.get(deal.id), name="theirs"))
        await pilot.press("ctrl+s")
        await dialog(pilot, app, ChangedDialog)
        await pilot.press("m")
        await back_on_deals(pilot, app)
        other.store.close()
    assert journal.deals.get(deal.id).name == "mine"


async def test_a_loss_of_a_deal_won_elsewhere_stays_in_the_form_with_the_reason(
    journal: Journal, path: Path
) -> None:
    deal = open_deal(journal)
    app = JournalApp(journal)
    async with app.run_test(size=(80, 24)) as pilot:
        await go_to_deals(pilot, app)
        await pilot.press("x")
        await dialog(pilot, app, LostDialog)
        put(app, {"my_reason": "too late [/]"})
        other = Journal(open_store(path, create=False), lambda: at("2026-11-24T13:46"))
        other.deals.won(deal.id)
        await pilot.press("ctrl+s")
        await wait_until(
            pilot,
            lambda: isinstance(app.screen, LostDialog) and "reopen it first" in said_in_dialog(app),
        )
        assert app.screen.query_one("#my_reason", Words).text == "too late [/]"
        other.store.close()
    assert journal.deals.get(deal.id).outcome is Outcome.WON


@pytest.mark.parametrize(("key", "asked"), [("x", LostDialog), ("d", NoDecisionDialog)])
async def test_a_follow_up_added_elsewhere_meanwhile_is_not_closed_with_a_deal(
    journal: Journal, path: Path, key: str, asked: type[LostDialog | NoDecisionDialog]
) -> None:
    deal = open_deal(journal)
    app = JournalApp(journal)
    async with app.run_test(size=(80, 24)) as pilot:
        await go_to_deals(pilot, app)
        await pilot.press(key)
        await dialog(pilot, app, asked)
        assert not app.screen.query("#waiting")
        other = Journal(open_store(path, create=False), lambda: at("2026-11-24T13:46"))
        other.follow_ups.add("Call Dana", day("2026-12-04"), account="Stark", deal=deal.id)
        other.store.close()
        await pilot.press("ctrl+s")
        await back_on_deals(pilot, app)
        await wait_until(
            pilot,
            lambda: any("1 follow-up of it still waits." in n.message for n in app._notifications),
        )
    assert journal.follow_ups.get(1).state is FollowUpState.DUE
    assert journal.deals.get(deal.id).outcome is not Outcome.OPEN


async def test_a_loss_left_half_told_is_offered_again(journal: Journal) -> None:
    open_deal(journal)
    app = JournalApp(journal)
    async with app.run_test(size=(80, 24)) as pilot:
        await go_to_deals(pilot, app)
        for winner in ("", "Weyland"):
            await pilot.press("x")
            await dialog(pilot, app, LostDialog)
            assert app.screen.query_one("#winner", Line).value == winner
            put(app, {"winner": "Weyland"})
            await pilot.press("escape")
            await back_on_deals(pilot, app)
        await pilot.press("x")
        await dialog(pilot, app, LostDialog)
        await pilot.press("ctrl+s")
        await back_on_deals(pilot, app)
        await wait_until(pilot, lambda: not journal.drafts.waiting())


async def test_what_another_window_writes_down_appears_and_what_it_deletes_is_gone(
    journal: Journal, path: Path
) -> None:
    deal = open_deal(journal)
    app = JournalApp(journal)
    async with app.run_test(size=(120, 40)) as pilot:
        await go_to_deals(pilot, app)
        other = Journal(open_store(path, create=False), lambda: at("2026-11-24T13:46"))
        open_deal(other, "Wayne", "Security suite", 110_000)
        await wait_until(pilot, lambda: "Security suite" in row_of(app, "#list"))
        await pilot.press("enter")
        await on_account(pilot, app)
        other.deals.remove(deal.id)
        await wait_until(pilot, lambda: "Plant rollout" not in row_of(app, "#list"))
        await pilot.press("escape")
        await back_on_deals(pilot, app)
        await wait_until(pilot, lambda: "Plant rollout" not in row_of(app, "#list"))
        other.store.close()


async def test_merged_accounts_are_one_and_their_open_page_follows(
    journal: Journal, path: Path
) -> None:
    open_deal(journal, "Acme", "Renewal")
    open_deal(journal, "ACME Inc.", "Pilot", 22_000)
    app = JournalApp(journal)
    async with app.run_test(size=(120, 40)) as pilot:
        await go_to_deals(pilot, app)
        await pilot.press("down", "enter")
        await on_account(pilot, app)
        other = Journal(open_store(path, create=False), lambda: at("2026-11-24T13:46"))
        other.deals.merge("ACME Inc.", "Acme")
        await wait_until(pilot, lambda: "Renewal" in row_of(app, "#list"))
        assert "Where we are with Acme" in str(app.screen.query_one("#answer").border_title)
        other.store.close()


async def test_somebody_at_an_account_is_added_changed_and_taken_off(journal: Journal) -> None:
    open_deal(journal)
    app = JournalApp(journal)
    async with app.run_test(size=(80, 24)) as pilot:
        await go_to_deals(pilot, app)
        await pilot.press("n")
        await dialog(pilot, app, ContactDialog)
        await pilot.press(*"Dana", "enter", *"plant manager", "enter", "y", "enter")
        await back_on_deals(pilot, app)
        (dana,) = journal.store.people.contacts("Stark")
        assert (dana.name, dana.role, dana.advocate) == ("Dana", "plant manager", True)
        await pilot.press("n")
        await wait_until(pilot, lambda: isinstance(app.screen, AskDialog) and app.focused)
        await pilot.press("d")
        await wait_until(pilot, lambda: "Change name" in _answers(app))
        await pilot.press("c")
        await dialog(pilot, app, ContactDialog)
        put(app, {"role": "director"})
        await pilot.press("ctrl+s")
        await back_on_deals(pilot, app)
        assert journal.store.people.contacts("Stark")[0].role == "director"
        await pilot.press("n")
        await wait_until(pilot, lambda: isinstance(app.screen, AskDialog) and app.focused)
        await pilot.press("d")
        await wait_until(pilot, lambda: "Change name" in _answers(app))
        await pilot.press("t")
        await back_on_deals(pilot, app)
        await wait_until(pilot, lambda: not journal.store.people.contacts("Stark"))
        await pilot.press("u")
        await wait_until(pilot, lambda: len(journal.store.people.contacts("Stark")) == 1)


async def test_a_deal_undone_under_its_open_page_gives_way(journal: Journal) -> None:
    open_deal(journal, None, "Walk-in")
    app = JournalApp(journal)
    async with app.run_test(size=(80, 24)) as pilot:
        await go_to_deals(pilot, app)
        await pilot.press("enter")
        await on_account(pilot, app)
        await pilot.press("u")
        await wait_until(pilot, lambda: isinstance(app.screen, Deals))
        assert "No deals yet." in row_of(app, "#list")


def _answers(app: JournalApp) -> str:
    found = app.screen.query("OptionList")
    return "\n".join(str(one.prompt) for one in found.first().options) if found else ""
