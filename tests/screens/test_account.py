"""The page of an account: opened from a deal, or found in three keys from anywhere."""

from __future__ import annotations

from datetime import date

from builders import activity
from on_deals import (
    TUESDAY,
    back_on_deals,
    go_to_deals,
    on_account,
    open_deal,
)
from reading import row_of
from waiting import wait_until

from journal.deal import Deal
from journal.journal import Journal
from journal.transfer.found import Found
from screens.account import Account
from screens.app import JournalApp


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


async def test_the_risk_is_said_whole_where_room_is_short(journal: Journal) -> None:
    open_deal(journal)
    app = JournalApp(journal)
    async with app.run_test(size=(80, 24)) as pilot:
        await go_to_deals(pilot, app)
        await pilot.press("enter")
        await on_account(pilot, app)
        await wait_until(pilot, lambda: "No contact written down." in row_of(app, "#next"))
        journal.record(activity("call", 1, date(2026, 8, 17), "Stark"))
        await pilot.press("escape")
        await back_on_deals(pilot, app)
        await pilot.press("enter")
        await on_account(pilot, app)
        await wait_until(pilot, lambda: "No contact for 99 days." in row_of(app, "#next"))


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


async def test_what_a_file_said_of_a_deal_stands_last_in_its_whole_story(journal: Journal) -> None:
    deal = Deal(account="Stark", name="Service desk", stage="Demonstration")
    said = {"Competitor": "Hooli", "Stage": "Demo"}
    row = Found(
        system="salesforce", external_id="006A", value=deal, file="a.csv", line=2, unknown=said
    )
    journal.bring_in([row], format="salesforce", files=["a.csv"])
    app = JournalApp(journal)
    async with app.run_test(size=(120, 40)) as pilot:
        await go_to_deals(pilot, app)
        await pilot.press("enter")
        await on_account(pilot, app)
        rows = row_of(app, "#story-text").splitlines()
        assert rows[-1].split(maxsplit=1) == ["Salesforce", "Competitor: Hooli"]
