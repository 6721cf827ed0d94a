"""The chance of each goal for deals: amounts booked and deals won."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from journal.measure import AMOUNT, DEALS_WON
from journal.milestone_chance import is_open

if TYPE_CHECKING:
    from journal.journal import Journal
    from journal.standing import Standing


def chances_of_targets(journal: Journal, standings: Sequence[Standing]) -> dict[int, float]:
    """The chances by goal, each with its own target and date; those that cannot be told are missing."""
    found: dict[int, float] = {}
    for one in standings:
        if one.goal.measure not in (AMOUNT, DEALS_WON) or not is_open(one) or one.goal.at_most:
            continue
        chance = journal.plans.chance_of(one)
        if chance is not None:
            found[one.goal.id] = chance
    return found
