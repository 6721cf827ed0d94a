"""The chance of each goal for deals: amounts booked and deals won."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from journal.measure import AMOUNT, DEALS_WON
from journal.milestone_chance import is_open

if TYPE_CHECKING:
    from journal.journal import Journal
    from journal.standing import Standing


def with_chances_of_targets(
    journal: Journal, standings: Sequence[Standing]
) -> tuple[Standing, ...]:
    """The standings, each for deals with the chance of its own target and date where it can be told."""
    return tuple(
        replace(one, chance=journal.plans.chance_of(one)) if _asks_for_deals(one) else one
        for one in standings
    )


def _asks_for_deals(standing: Standing) -> bool:
    goal = standing.goal
    return goal.measure in (AMOUNT, DEALS_WON) and is_open(standing) and not goal.at_most
