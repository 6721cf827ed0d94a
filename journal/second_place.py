"""Second place is not the end: the ways back into lost deals, and what has come of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from journal.calendar import Calendar
from journal.deal import Deal, Outcome
from journal.deal_line import came_back, was_reopened
from journal.deal_story import Contact
from journal.follow_up import FollowUp, FollowUpState
from journal.request import Request, RequestState
from journal.revival import REVIVAL, Waiting, over_the_cap, weekly_cap
from journal.week import read_week

if TYPE_CHECKING:
    from journal.journal import Journal

_WEEK = timedelta(6)


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

    @property
    def next_touch(self) -> date | None:
        """The day of the touch that waits first."""
        waiting = (one.due for one in self.touches if one.state is FollowUpState.DUE and one.due)
        return min(waiting, default=None)


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


@dataclass(frozen=True, slots=True, kw_only=True)
class TouchWeek:
    """The touches of lost deals in the week from Monday to Sunday."""

    planned: int
    """The reach-outs planned for the week."""
    cap: int
    """How many touches of lost deals it may hold."""
    done: int
    """How many were made already."""
    waiting: tuple[FollowUp, ...]
    """Those that wait this week, soonest first; those from earlier weeks among them."""
    moved: tuple[FollowUp, ...]
    """Those that exceed the cap, with their day next week."""


def read_ways_back(journal: Journal, deals: Sequence[Deal], limit: int) -> tuple[WayBack, ...]:
    """The way back into each of these deals that was lost or not decided, those touched next first."""
    lost = {deal.id: deal for deal in deals if deal.outcome in (Outcome.LOST, Outcome.NO_DECISION)}
    touches = journal.store.follow_ups.of_deals(lost)
    requests = journal.store.deal_stories.requests(lost)
    ways = [
        _way(deal, touches.get(number, ()), requests.get(number, ()))
        for number, deal in lost.items()
    ]
    ways = [way for way in ways if way.touches or way.requests]
    ways.sort(key=lambda way: (way.next_touch or date.max, way.deal.id))
    return tuple(_with_people(journal, way) for way in ways[:limit])


def read_second_place(journal: Journal, deals: Sequence[Deal]) -> SecondPlace:
    """What came of these deals after they were lost."""
    stories = journal.store.deal_stories
    ids = [deal.id for deal in deals]
    requests = [one for each in stories.requests(ids).values() for one in each]
    events = stories.events(ids)
    return SecondPlace(
        granted=sum(one.state is RequestState.GRANTED for one in requests),
        asked=len(requests),
        revived=sum(was_reopened(each) for each in events.values()),
        won_later=sum(came_back(each) > 0 for each in events.values()),
        week=read_touch_week(journal, {deal.id: deal for deal in deals}),
    )


def read_touch_week(journal: Journal, deals: Mapping[int, Deal]) -> TouchWeek:
    """This week's touches of lost deals, and which of them move to next week."""
    today, calendar = journal.today(), journal.calendar
    monday = today - timedelta(today.weekday())
    sunday = monday + _WEEK
    waiting = [
        one for one in journal.store.follow_ups.due(sunday) if one.kind == REVIVAL and one.due
    ]
    asked = read_week(journal, journal.goals.tree()).asked or 0
    every = journal.store.follow_ups.of_deals(deals)
    done = sum(
        one.kind == REVIVAL
        and one.state is FollowUpState.DONE
        and one.settled is not None
        and monday <= one.settled <= sunday
        for each in every.values()
        for one in each
    )
    cap = weekly_cap(asked)
    worth = journal.settings.currency
    moved = over_the_cap((_worth(one, deals, worth) for one in waiting), done, cap)
    return TouchWeek(
        planned=asked,
        cap=cap,
        done=done,
        waiting=tuple(one for one in waiting if one.id not in moved),
        moved=tuple(
            replace(one, due=_next_week(monday, calendar)) for one in waiting if one.id in moved
        ),
    )


def _worth(one: FollowUp, deals: Mapping[int, Deal], currency: str) -> Waiting:
    """How a touch ranks: by its deal's amount; other currencies cannot be compared, and go first."""
    deal = deals.get(one.deal or 0)
    amount = deal.amount if deal else None
    is_known = amount is not None and amount.currency == currency
    return Waiting(
        one.id, one.due or date.max, amount.minor if amount is not None and is_known else None
    )


def _next_week(monday: date, calendar: Calendar) -> date:
    return calendar.next_working(monday + timedelta(7))


def _way(deal: Deal, touches: Sequence[FollowUp], requests: Sequence[Request]) -> WayBack:
    return WayBack(
        deal=deal,
        touches=tuple(one for one in touches if one.kind == REVIVAL),
        requests=tuple(requests),
        advocate=None,
        contract_end=None,
    )


def _with_people(journal: Journal, way: WayBack) -> WayBack:
    """With who speaks for us at the account, and when its contract ends."""
    if not way.deal.account:
        return way
    people = journal.store.people
    advocate = next((one for one in people.contacts(way.deal.account) if one.advocate), None)
    return replace(way, advocate=advocate, contract_end=people.contract_end(way.deal.account))
