"""How many records reached each level of the funnel in a span of days, from indexed counts alone.

What counts as having reached a level:

- reach-outs: calls, emails and social touches;
- unqualified leads: reach-outs that somebody answered: outcome reached, replied, booked or
  qualified (who said no answered too, but is no lead);
- first meetings: accounts met for the first time;
- qualified leads: activities of any kind with the outcome qualified;
- stage 1, qualified, deals: deals on the day that was recorded, and wins on the day they closed.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from journal.activity import REACH_OUTS
from journal.plan import Level

if TYPE_CHECKING:
    from journal.store import Store

LEAD_OUTCOMES = ("reached", "replied", "booked", "qualified")
"""Outcomes of a reach-out that make it an unqualified lead."""

QUALIFIED_OUTCOME = "qualified"
"""The outcome that makes a qualified lead."""


def deal_counts(store: Store, first: date, last: date) -> dict[Level, int]:
    """The deals that reached each of the three upper levels on the days first..last."""
    return {
        Level.DEALS: store.deals.won(first, last).deals,
        Level.QUALIFIED: store.deals.qualified(first, last),
        Level.STAGE1: store.deals.reached_stage1(first, last),
    }


def activity_counts(store: Store, first: date, last: date) -> dict[Level, int]:
    """The records that reached each of the four lower levels on the days first..last."""
    entries = store.entries
    return level_counts(
        entries.totals(first, last),
        entries.outcome_totals(first, last),
        entries.first_meetings(first, last),
    )


def level_counts(
    totals: Mapping[str, int], outcomes: Mapping[tuple[str, str], int], first_meetings: int
) -> dict[Level, int]:
    """The records that reached each activity level in a period.

    Takes the period's sums of counts per kind, per kind and outcome, and the accounts first met.
    """
    leads = sum(outcomes.get((kind, word), 0) for kind in REACH_OUTS for word in LEAD_OUTCOMES)
    qualified = sum(n for (_, word), n in outcomes.items() if word == QUALIFIED_OUTCOME)
    return {
        Level.QUALIFIED_LEADS: qualified,
        Level.FIRST_MEETINGS: first_meetings,
        Level.UNQUALIFIED_LEADS: leads,
        Level.REACH_OUTS: sum(totals.get(kind, 0) for kind in REACH_OUTS),
    }
