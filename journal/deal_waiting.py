"""What waits of a deal when it ends or is opened again: its follow-ups, and the touches of its way back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from journal.deal import Deal, Outcome
from journal.follow_up import FollowUp, FollowUpState
from journal.revival import REVIVAL

if TYPE_CHECKING:
    from journal.deals import Ended
    from journal.journal import Journal

MOST = 1_000
"""The most follow-ups of one account that are looked at."""

OPENED_AGAIN = "opened again"
"""Why a touch of a way back is closed once its deal is open."""

ENDED = {
    Outcome.WON: "the deal was won",
    Outcome.LOST: "the deal was lost",
    Outcome.NO_DECISION: "the deal ended without a decision",
}
"""Why a follow-up is closed once its deal has ended."""


def waiting_on(journal: Journal, deal: Deal) -> tuple[FollowUp, ...]:
    """The ordinary follow-ups of an open deal, soonest first.

    Those of its account that name no deal are about it where it is the only open one, as the list of
    who waits shows them. What a setback asks for next is the rep's own, and stays.
    """
    store = journal.store
    found = list(store.follow_ups.of_deals([deal.id]).get(deal.id, ()))
    if deal.account:
        others = store.people.deals_of(deal.account, 2)
        if all(one.id == deal.id for one in others if one.is_open):
            at = store.people.follow_ups_of(deal.account, MOST)
            found += [one for one in at if one.deal is None]
    found.sort(key=lambda one: (one.due or date.max, one.id))
    return tuple(
        one
        for one in found
        if one.state is FollowUpState.DUE and one.kind != REVIVAL and one.setback is None
    )


def close_all(journal: Journal, waiting: Sequence[FollowUp], why: str) -> tuple[FollowUp, ...]:
    """Close follow-ups today, inside an action that is under way."""
    follow_ups, today = journal.store.follow_ups, journal.today()
    return tuple(
        follow_ups.change(replace(one, state=FollowUpState.CLOSED, settled=today, why=why))
        for one in waiting
    )


def close_way_back(journal: Journal, deal: Deal) -> None:
    """Let go of the ways back in that wait: the deal is open."""
    touches = journal.store.follow_ups.of_deals([deal.id]).get(deal.id, ())
    waiting = [one for one in touches if one.state is FollowUpState.DUE and one.kind == REVIVAL]
    close_all(journal, waiting, OPENED_AGAIN)


def what_waits(ended: Ended) -> str:
    """What became of the follow-ups of a deal that ended, behind a sentence; "" where none waited."""
    if ended.closed:
        return f" {counted(len(ended.closed))} closed with it."
    one = len(ended.waiting) == 1
    return (
        f" {counted(len(ended.waiting))} of it still wait{'s' if one else ''}."
        if ended.waiting
        else ""
    )


def counted(many: int) -> str:
    """1 follow-up, 2 follow-ups."""
    return "1 follow-up" if many == 1 else f"{many:,} follow-ups"
