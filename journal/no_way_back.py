"""Lost deals that no way back was laid for: those an import brought, and what is offered for them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from journal.deal import Deal, Outcome
from journal.follow_up import FollowUp, FollowUpState
from journal.money import Money
from journal.revival import REVIVAL, STRETCHED, TOUCHES

if TYPE_CHECKING:
    from journal.journal import Journal

LOST = (Outcome.LOST, Outcome.NO_DECISION)
"""The outcomes that have a way back."""

_DAYS = int(max(TOUCHES) * max(STRETCHED)) + 7


def has_none(deal: Deal, touches: Sequence[FollowUp]) -> bool:
    """Whether it was lost, or not decided, and no day of a way back was ever laid for it."""
    return deal.outcome in LOST and not any(one.kind == REVIVAL for one in touches)


def read_without(journal: Journal) -> tuple[Deal, ...]:
    """The deals lost so lately that their days still lie ahead, with no way back laid: worth most first."""
    since = journal.today() - timedelta(_DAYS)
    return tuple(sorted(journal.store.deals.lost_without_way_back(since), key=_rank))


def offered(deals: Sequence[Deal], how: str) -> str:
    """What is offered for them, in one sentence; "" where there is nothing to offer."""
    if not deals:
        return ""
    if len(deals) == 1:
        return f"One lost deal has no way back in yet: {how} lays its days."
    return f"{len(deals):,} lost deals have no way back in yet: {how} lays the days of one."


def laid(deal: Deal, touches: Sequence[FollowUp], today: date) -> str:
    """What came of laying the days of a way back; why there are none, where all of them are over."""
    waiting = [one for one in touches if one.state is FollowUpState.DUE and one.due is not None]
    if not waiting:
        when = f" {(today - deal.closed).days:,} days ago" if deal.closed else ""
        return (
            f"It ended{when}, and the days of its way back are over: "
            "add a follow-up, or say when their contract ends."
        )
    days = "1 day" if len(waiting) == 1 else f"{len(waiting):,} days"
    return f"{days} of its way back {'is' if len(waiting) == 1 else 'are'} laid"


def _rank(deal: Deal) -> tuple[bool, int, int]:
    amount = deal.amount or Money(0, "EUR")
    return deal.amount is None, -amount.minor, -deal.id
