"""Monday's chances: which open deals still wait for one this week."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import TYPE_CHECKING

from journal.deal import Deal

if TYPE_CHECKING:
    from journal.journal import Journal


def waiting(journal: Journal) -> tuple[Deal, ...]:
    """The open deals without a chance for this week's Monday, those worth most first."""
    return tuple(sorted(journal.deals.to_forecast(), key=_rank))


def is_the_day(journal: Journal) -> bool:
    """Whether today is the first working day of the week: then the chances are offered."""
    today, calendar = journal.today(), journal.calendar
    monday = today - timedelta(today.weekday())
    return calendar.is_working(today) and not calendar.working_days(monday, today - timedelta(1))


def how_many(journal: Journal, deals: Sequence[Deal]) -> int:
    """How many of these open deals are offered a chance to be said today; 0 on every other day."""
    if not deals or not is_the_day(journal):
        return 0
    monday = journal.deals.monday
    said = journal.store.deal_stories.forecasts([deal.id for deal in deals])
    return len(deals) - len({one.deal for one in said if one.monday == monday})


def _rank(deal: Deal) -> tuple[bool, int, int]:
    return deal.amount is None, -(deal.amount.minor if deal.amount else 0), deal.id
