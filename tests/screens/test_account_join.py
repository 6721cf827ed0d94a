"""Two accounts that are one are joined on the page of one of them, and taken apart by u."""

from __future__ import annotations

import pytest
from builders import activity
from on_deals import TUESDAY, go_to_deals, on_account, open_deal
from on_goals import dialog, said_in_dialog
from on_setbacks import put
from reading import row_of
from waiting import wait_until

from journal.errors import BadInput
from journal.joining import look_alike, read_joining
from journal.journal import Journal
from screens.account import Account
from screens.app import JournalApp
from screens.dialogs.join import JoinDialog


def acme_twice(journal: Journal) -> None:
    """Acme with a deal, and ACME Inc. with two, a contact, a follow-up and an entry."""
    open_deal(journal, "Acme", "Renewal", 90_000)
    open_deal(journal, "ACME Inc.", "Add-on", 10_000)
    open_deal(journal, "ACME Inc.", "Training", 5_000)
    journal.deals.add_contact("ACME Inc.", "Dana Ruiz")
    journal.follow_ups.add("call", TUESDAY, account="ACME Inc.")
    journal.record(activity("call", 1, TUESDAY, "ACME Inc."))


def test_what_comes_together_is_told_in_two_sentences(journal: Journal) -> None:
    acme_twice(journal)
    assert look_alike(journal, "Acme") == "ACME Inc."
    assert read_joining(journal, "acme inc.", "Acme").words == (
        "2 deals, 1 entry, 1 follow-up and 1 contact of “ACME Inc.” come to “Acme”, which both "
        "names lead to. u takes them apart again."
    )
    assert read_joining(journal, "Acme", "ACME Inc.").words.startswith(
        "1 deal of “Acme” comes to “ACME Inc.”"
    )
    with pytest.raises(BadInput, match="is this account already"):
        read_joining(journal, "acme", "Acme")


async def test_joining_says_before_what_happens_and_is_undone_by_one_key(journal: Journal) -> None:
    acme_twice(journal)
    app = JournalApp(journal)
    async with app.run_test(size=(80, 24)) as pilot:
        await go_to_deals(pilot, app)
        await pilot.press("enter")
        await on_account(pilot, app)
        await pilot.press("j")
        await dialog(pilot, app, JoinDialog)
        put(app, {"other": "Umbrella"})
        await wait_until(pilot, lambda: "No account is called “Umbrella”" in said_in_dialog(app))
        await pilot.press("ctrl+s")
        assert isinstance(app.screen, JoinDialog)
        put(app, {"other": ""})
        await pilot.press("right")
        await wait_until(pilot, lambda: "2 deals, 1 entry" in said_in_dialog(app))
        assert "come to “Acme”" in said_in_dialog(app)
        await pilot.press("ctrl+s")
        await on_account(pilot, app)
        await wait_until(pilot, lambda: "Training" in row_of(app, "#list"))
        assert journal.deals.account("acme inc.").account == "Acme"
        await pilot.press("u")
        await wait_until(pilot, lambda: "Training" not in row_of(app, "#list"))
    assert journal.deals.account("ACME Inc.").account == "ACME Inc."


async def test_the_other_name_may_be_the_one_that_is_shown(journal: Journal) -> None:
    acme_twice(journal)
    app = JournalApp(journal)
    async with app.run_test(size=(120, 40)) as pilot:
        await go_to_deals(pilot, app)
        await pilot.press("enter")
        await on_account(pilot, app)
        await pilot.press("j")
        await dialog(pilot, app, JoinDialog)
        await pilot.press("right", "enter", "t")
        await wait_until(pilot, lambda: "comes to “ACME Inc.”" in said_in_dialog(app))
        await pilot.press("enter")
        await on_account(pilot, app)
        await wait_until(
            pilot,
            lambda: (
                isinstance(app.screen, Account)
                and "ACME Inc." in str(app.screen.query_one("#answer").border_title)
            ),
        )
    assert journal.deals.account("Acme").account == "ACME Inc."
