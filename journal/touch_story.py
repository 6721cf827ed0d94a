"""What is known of the deal and the account that a follow-up is about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from journal.deal import Outcome
from journal.deal_line import DealLine, deal_lines
from journal.deal_story import Contact, DealStory
from journal.entry import Entry
from journal.request import Request
from journal.waiting import Waits

if TYPE_CHECKING:
    from journal.journal import Journal


@dataclass(frozen=True, slots=True, kw_only=True)
class TouchStory:
    """What is known of the deal and the account that a follow-up is about."""

    line: DealLine | None
    """The deal, and how it stands; None without one."""
    story: DealStory | None
    """What is written down of it."""
    last: Entry | None
    """What was last done or written down about the deal, or else at the account."""
    requests: tuple[Request, ...]
    """What became of the requests made after a loss."""
    advocate: Contact | None
    """Who speaks for us there when we are not in the room."""
    contract_end: date | None
    """The day the account's contract with somebody else ends."""

    @property
    def is_revived(self) -> bool:
        """Whether it was lost once and is open again."""
        return self.line is not None and self.line.revived and self.line.deal.is_open

    @property
    def was_lost(self) -> bool:
        """Whether it was lost or not decided."""
        lost = (Outcome.LOST, Outcome.NO_DECISION)
        return self.line is not None and self.line.deal.outcome in lost


def read_story(journal: Journal, line: Waits) -> TouchStory:
    """What is known of what a follow-up is about, read at once."""
    store, account = journal.store, line.follow_up.account
    deal = line.deal.id if line.deal else line.follow_up.deal
    lines = deal_lines(journal, list(store.deals.some([deal]).values())) if deal else ()
    about = lines[0] if lines else None
    entries: Sequence[Entry] = ()
    if deal:
        entries = store.entries.of_deal(deal, limit=1)
    if not entries and account:
        entries = store.entries.at_account(account, limit=1)
    contacts = store.people.contacts(account) if account else ()
    return TouchStory(
        line=about,
        story=store.deal_stories.story(about.deal.id) if about else None,
        last=entries[0] if entries else None,
        requests=store.deal_stories.requests([deal]).get(deal, ()) if deal else (),
        advocate=next((one for one in contacts if one.advocate), None),
        contract_end=store.people.contract_end(account) if account else None,
    )
