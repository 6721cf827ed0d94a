"""What the first plan says: what was laid of it, and where nothing could be laid at hand, what helps next."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from journal.planning.backward import ROUNDABOUT
from journal.planning.funnel import Funnel
from journal.standing import Standing
from screens import wording
from screens.widgets.ink import cut

DEALS_COME = "I brings in the deals you have."
"""What follows in a journal that knows no deal yet: it would count them all."""

NO_TARGET = (
    "✓ Saved; no waypoint can be laid without a target: "
    "type one on Booked in the funnel, then l lays them."
)
NO_DEAL = (
    "✓ The plan has begun, without a waypoint yet: type what an average deal brings on Deals "
    "in the funnel, or bring yours in with I; then l lays them."
)
REACHED = (
    "✓ The plan has begun; what is booked and open reaches it already, so no waypoint is laid."
)
"""What is said where the answers leave nothing to lay."""


def begun(funnel: Funnel, parts: Iterable[Standing], today: date) -> str:
    """One sentence; ``parts`` are the open waypoints of the plan's goal."""
    first = min(
        (part for part in parts if part.term.due and not part.is_finished),
        key=lambda part: part.term.due or date.max,
        default=None,
    )
    if first is not None and (first.term.due or date.max) <= today + timedelta(days=ROUNDABOUT):
        laid = f"✓ The plan has begun; your first waypoint is laid: {_named(first, today)}."
        return laid if funnel.basis.knows_a_deal else f"{laid} {DEALS_COME}"
    if funnel.target is None:
        return NO_TARGET
    if not funnel.basis.size.mean:
        return NO_DEAL
    if funnel.gap is not None and not funnel.gap.minor:
        return REACHED
    with_it = f" with {_named(first, today)}" if first else ""
    if not funnel.is_past:
        return f"✓ The plan has begun{with_it}; l lays the first waypoint before it."
    in_time = "the open deals" if funnel.basis.open.counted else "open deals, which I brings in"
    return (
        f"✓ The plan has begun{with_it}; reach-outs from today come too late for it on average: "
        f"a later date helps, or {in_time}."
    )


def _named(waypoint: Standing, today: date) -> str:
    due = waypoint.term.due
    by = f" by {wording.near_day(due, today)}" if due else ""
    return f"{cut(waypoint.goal.title, 40)}{by}"
