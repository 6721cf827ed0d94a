"""Ways into Deals, and what stands there before a test begins."""

from __future__ import annotations

from datetime import date

from textual.pilot import Pilot
from waiting import wait_until

from journal.deal import Deal
from journal.deal_check import CheckName
from journal.journal import Journal
from journal.money import Money
from screens.account import Account
from screens.app import JournalApp
from screens.deals import Deals
from screens.widgets.deal_list import DealList

TUESDAY = date(2026, 11, 24)
SAID = (
    CheckName.BUDGET,
    CheckName.CHAMPION,
    CheckName.VISIBILITY,
    CheckName.THREAT,
    CheckName.ASSUMPTION,
)
"""The checks that are said; fresh contact follows from what is logged."""


def open_deal(
    journal: Journal,
    account: str | None = "Stark",
    name: str = "Plant rollout",
    major: int | None = 140_000,
    *,
    stage: str = "Demonstration",
    currency: str = "EUR",
    opened: date = date(2026, 11, 2),
    close: date | None = None,
) -> Deal:
    """An open deal that stands in the journal."""
    amount = None if major is None else Money(major * 100, currency)
    return journal.deals.add(
        account, name, amount=amount, stage=stage, opened=opened, expected_close=close
    )


def tick_all(journal: Journal, deal: Deal) -> None:
    """Say that all five checks hold that are said."""
    for name in SAID:
        journal.deals.check(deal.id, name, True, "Dana said so on Monday")


async def go_to_deals(pilot: Pilot[None], app: JournalApp) -> None:
    """Press 3 and wait for the list to have the focus."""
    await pilot.press("3")
    await wait_until(pilot, lambda: isinstance(app.focused, DealList), "Deals with its list")


async def back_on_deals(pilot: Pilot[None], app: JournalApp) -> None:
    """Wait for the dialog to be gone."""
    await wait_until(pilot, lambda: isinstance(app.screen, Deals), "the list again")


async def on_account(pilot: Pilot[None], app: JournalApp) -> None:
    """Wait for the page of an account."""
    await wait_until(
        pilot,
        lambda: isinstance(app.screen, Account) and isinstance(app.focused, DealList),
        "the account",
    )
