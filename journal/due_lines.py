"""How the list of who waits is read, and what is known of the one under the cursor."""

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
from journal.second_place import read_touch_week
from journal.waiting import Place, Waits, Week

if TYPE_CHECKING:
    from journal.journal import Journal

LINES = 100
"""So many lines are read at once."""


def read_lines(
    journal: Journal, week: Week | None = None, after: Place | None = None, limit: int = LINES
) -> tuple[Waits, ...]:
    """Who waits, soonest first, the most valuable of a day first; ``after`` is where a page ended.

    What is asked today, of a setback or for the review, stands at the end of today.
    """
    store, today = journal.store, journal.today()
    week = week or read_touch_week(journal).week
    found = store.waiting.listed(week, journal.settings.currency, after=after, limit=limit)
    deals = store.deals.some(deal for _, _, deal in found if deal is not None)
    lines = [
        Waits(
            follow_up=one,
            place=place,
            deal=deals.get(about or 0),
            is_moved=one.due is not None and one.due != place.day,
        )
        for place, one, about in found
    ]
    asked_at = Place(today, -2, 0)
    has_come = after is None or (after.day, -after.worth) < (today, -asked_at.worth)
    goes_on = len(found) < limit or found[-1][0].day > today
    if has_come and goes_on:
        asked = [Waits(follow_up=one, place=asked_at) for one in journal.check_ins()]
        lines = sorted((*lines, *asked), key=lambda line: (line.place.day, -line.place.worth))
    return tuple(lines)


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


def next_after(lines: Sequence[Waits], today: date) -> Waits | None:
    """The touch that comes next when nobody waits today."""
    return next((one for one in lines if one.on is not None and one.on > today), None)
