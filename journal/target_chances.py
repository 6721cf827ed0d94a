"""The chance of each goal for deals: amounts booked and deals won."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from journal.measure import AMOUNT, DEALS_WON
from journal.milestone_chance import is_open

if TYPE_CHECKING:
    from journal.journal import Journal
    from journal.plan import Plan
    from journal.standing import Standing


def with_chances_of_targets(
    journal: Journal, standings: Sequence[Standing]
) -> tuple[Standing, ...]:
    """The standings, each for deals with the chance of its own target and date where it can be told."""
    return tuple(
        replace(one, chance=journal.plans.chance_of(one)) if asks_for_deals(one) else one
        for one in standings
    )


def asks_for_deals(standing: Standing) -> bool:
    """Whether its chance follows from the deals: an open goal for the amount booked or the deals won."""
    goal = standing.goal
    return goal.measure in (AMOUNT, DEALS_WON) and is_open(standing) and not goal.at_most


def is_the_plans(standing: Standing, plan: Plan) -> bool:
    """Whether a goal asks for just what the plan does, so that both have one chance."""
    goal, term = standing.goal, standing.term
    own = (goal.id, goal.currency, goal.start, term.due)
    if term.target is None or own != (plan.goal, plan.currency, plan.start, plan.by):
        return False
    return (term.target, goal.baseline) == (plan.target, plan.baseline)
