"""Second place is not the end: the ways back into lost deals, and what has come of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from journal.deal import Deal
from journal.deal_line import came_back
from journal.deal_story import Contact
from journal.follow_up import FollowUp, FollowUpState
from journal.request import Request, RequestState
from journal.revival import REVIVAL
from journal.touch_week import TouchWeek, monday_of, read_touch_week
from journal.waiting import is_let_go

if TYPE_CHECKING:
    from journal.journal import Journal


@dataclass(frozen=True, slots=True, kw_only=True)
class WayBack:
    """The way back into one lost deal."""

    deal: Deal
    """The deal."""
    touches: tuple[FollowUp, ...]
    """The touches of its calendar, settled ones too, soonest first."""
    requests: tuple[Request, ...]
    """What became of those that were asked for, in the order they are shown."""
    advocate: Contact | None
    """Who speaks for us there when we are not in the room."""
    contract_end: date | None
    """The day the account's contract with the winner ends."""
    monday: date
    """This week's Monday: a touch that found no reason before it was let go."""

    @property
    def next_touch(self) -> date | None:
        """The day of the touch that waits first."""
        waiting = (one for one in self.touches if one.state is FollowUpState.DUE)
        days = (one.due for one in waiting if one.due and not is_let_go(one, self.monday))
        return min(days, default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class SecondPlace:
    """What came of the deals lost in the last 24 months."""

    granted: int
    """Requests that were granted."""
    asked: int
    """Requests that were made."""
    revived: int
    """Deals that were opened again."""
    won_later: int
    """Of them, deals won since."""
    week: TouchWeek
    """This week's touches of lost deals, and how many it may hold."""


def read_ways_back(journal: Journal, limit: int) -> tuple[WayBack, ...]:
    """The way back into the deals that were lost or not decided, those touched next first."""
    store, monday = journal.store, monday_of(journal)
    wanted = store.waiting.next_of_lost(limit)
    deals, touches = store.deals.some(wanted), store.follow_ups.of_deals(wanted)
    requests = store.deal_stories.requests(wanted)
    ways = [
        _way(journal, deals[number], touches.get(number, ()), requests.get(number, ()), monday)
        for number in wanted
    ]
    # A touch that was let go counted above: it leaves the day to the one after it.
    ways.sort(key=lambda way: way.next_touch or date.max)
    return tuple(ways)


def read_second_place(journal: Journal, since: date) -> SecondPlace:
    """What came of deals after they were lost, of those that are open or closed since a day."""
    waiting = journal.store.waiting
    asked = waiting.request_states(since)
    back = waiting.reopened(since)
    events = journal.store.deal_stories.events(back)
    return SecondPlace(
        granted=asked.get(RequestState.GRANTED.value, 0),
        asked=sum(asked.values()),
        revived=len(back),
        won_later=sum(came_back(events.get(deal, ())) > 0 for deal in back),
        week=read_touch_week(journal),
    )


def _way(
    journal: Journal,
    deal: Deal,
    touches: Sequence[FollowUp],
    requests: Sequence[Request],
    monday: date,
) -> WayBack:
    people, account = journal.store.people, deal.account
    contacts = people.contacts(account) if account else ()
    return WayBack(
        deal=deal,
        touches=tuple(one for one in touches if one.kind == REVIVAL),
        requests=tuple(requests),
        advocate=next((one for one in contacts if one.advocate), None),
        contract_end=people.contract_end(account) if account else None,
        monday=monday,
    )
