"""Ways into Follow-ups, and what stands there before a test begins."""

from __future__ import annotations

from datetime import date

from textual.pilot import Pilot
from waiting import wait_until

from journal.deal import Deal
from journal.deal_ending import Loss, Undecided
from journal.follow_up import FollowUp
from journal.journal import Journal
from journal.money import Money
from screens.app import JournalApp
from screens.dialogs.fields import Line, Words
from screens.follow_ups import FollowUps
from screens.widgets.follow_up_list import FollowUpList
from screens.widgets.silence_panel import SilencePanel

TUESDAY = date(2026, 11, 24)


def waits(
    journal: Journal,
    account: str = "Hooli",
    on: date = TUESDAY,
    what: str = "New date for the demo",
    *,
    deal: int | None = None,
    reason: str | None = "they cancelled",
) -> FollowUp:
    """A follow-up that waits; one for an earlier day came from an export."""
    new = FollowUp(due=on, what=what, account=account, deal=deal, reason=reason)
    with journal.writing("a follow-up"):
        return journal.store.follow_ups.add(new)


def deal_at(journal: Journal, account: str, euros: int | None, name: str = "Renewal") -> Deal:
    """An open deal."""
    amount = None if euros is None else Money(euros * 100, "EUR")
    return journal.deals.add(account, name, amount=amount, opened=date(2026, 9, 1))


def lost(journal: Journal, account: str, on: date, loss: Loss | None = None) -> Deal:
    """A deal that was lost on a day."""
    deal = deal_at(journal, account, 92_000, "Data hub")
    told = loss or Loss()
    ended = Loss(day=on, contract_end=told.contract_end, requests=told.requests)
    return journal.deals.lost(deal.id, ended).deal


def undecided(journal: Journal, account: str, on: date) -> Deal:
    """A deal that nobody decided."""
    deal = deal_at(journal, account, 30_000, "Field app")
    return journal.deals.no_decision(deal.id, Undecided(day=on)).deal


async def go_to_follow_ups(pilot: Pilot[None], app: JournalApp) -> None:
    """Press 5 and wait for the list to have the focus and all to be read."""
    await pilot.press("5")
    await wait_until(pilot, lambda: isinstance(app.focused, FollowUpList), "the list")
    silence = app.screen.query_one(SilencePanel)
    await wait_until(pilot, lambda: silence.found is not None, "who is silent")


async def back_on_follow_ups(pilot: Pilot[None], app: JournalApp) -> None:
    """Wait for the dialog to be gone."""
    await wait_until(pilot, lambda: isinstance(app.screen, FollowUps), "the list again")


def put(app: JournalApp, rows: dict[str, str]) -> None:
    """Let these words stand in the rows of the open dialog."""
    for name, words in rows.items():
        field = app.screen.query_one(f"#{name}")
        if isinstance(field, Words):
            field.text = words
        elif isinstance(field, Line):
            field.value = words
