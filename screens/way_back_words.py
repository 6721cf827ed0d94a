"""What is said of lost deals that have no way back in yet, as an import brings none."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from journal.deal import Deal
from journal.follow_up import FollowUp
from journal.no_way_back import laid
from screens import deal_words, wording

NONE_WITHOUT = "Every deal lost lately has its way back laid."
"""Said when there is none to lay."""

LAID_ALREADY = "its way back is laid already"
"""Said when each of its days stands there."""


def said(deal: Deal, touches: Sequence[FollowUp], today: date, *, is_new: bool) -> str:
    """What came of laying its days; or that they are laid already, where none was missing."""
    told = laid(deal, touches, today) if is_new or not touches else LAID_ALREADY
    return f"{deal_words.short_name(deal)}: {told}"


def which(count: int) -> str:
    """What is asked above those that may be chosen."""
    if count == 1:
        return "One lost deal has no way back in yet. Lay its days?"
    return f"{count:,} lost deals have no way back in yet. Which of them gets its days?"


def lost_deal(deal: Deal, today: date) -> str:
    """A lost deal to be chosen: "Acme · Renewal  50,000  lost 2 Mar"."""
    code = deal.amount.currency if deal.amount else ""
    when = f"  ended {wording.near_day(deal.closed, today)}" if deal.closed else ""
    return f"{deal_words.short_name(deal)}  {deal_words.amount(deal, code)}{when}"
