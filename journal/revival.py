"""The ways back in after a loss: the days on which a lost deal's account is touched, and how many a week."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from fractions import Fraction
from math import floor

from journal.calendar import Calendar
from journal.frozen import frozen

REVIVAL = "revival"
"""The kind of a follow-up that is a touch of a lost deal."""

FIRST_TOUCH = 7
"""Days after the loss of the first touch [default]; the two factors do not stretch it."""

TOUCHES = (30, 60, 90, 180, 365)
"""Days after the loss of the later touches [default], before they are stretched."""

STRETCHED = (Fraction(1), Fraction(3, 2), Fraction(5, 2))
"""How far the later touches are stretched when none, one or both of the factors hold [default]."""

BEFORE_CONTRACT_END = (180, 120, 60)
"""Days before the end of the account's contract on which it is touched too [default]."""

AFTER_NO_DECISION = (30, 75, 150)
"""Days after a deal ended without a decision on which it is asked about again [default]."""

HAS_CHANGED = "Has anything changed?"
"""What is asked after no decision."""

SHARE_OF_REACH_OUTS = Fraction(1, 10)
"""How much of a week's planned reach-outs may go to deals that were lost [default]."""


@frozen
class Touch:
    """One day of a revival calendar."""

    day: date
    """A working day."""
    reasons: tuple[str, ...]
    """What it is for: "Day-30 touch", "contract ends in 120 days"; two where two fall on one date."""
    contract: bool = False
    """Whether the end of the contract is among what it is for."""


def revival_calendar(
    lost: date, factors: int, contract_end: date | None, calendar: Calendar, today: date
) -> tuple[Touch, ...]:
    """The touches after a deal was lost, soonest first; those before tomorrow are not laid.

    ``factors`` is how many hold of the two that lower near-term odds, 0 to 2: they stretch all but
    the first touch. A half day is rounded up, then the next working day is taken.
    """
    stretch = STRETCHED[factors]
    after = (FIRST_TOUCH, *(floor(days * stretch + Fraction(1, 2)) for days in TOUCHES))
    found = [(lost + timedelta(days), f"Day-{days} touch", False) for days in after]
    if contract_end is not None:
        found += [
            (contract_end - timedelta(days), f"contract ends in {days} days", True)
            for days in BEFORE_CONTRACT_END
        ]
    return _laid(found, calendar, today)


def no_decision_calendar(ended: date, calendar: Calendar, today: date) -> tuple[Touch, ...]:
    """The touches after a deal ended without a decision, each asking whether anything has changed."""
    return _laid(
        [(ended + timedelta(days), HAS_CHANGED, False) for days in AFTER_NO_DECISION],
        calendar,
        today,
    )


def weekly_cap(planned_reach_outs: int) -> int:
    """How many touches of lost deals a week may hold, given the reach-outs planned for it; at least 1."""
    return max(1, floor(planned_reach_outs * SHARE_OF_REACH_OUTS))


@frozen
class Waiting:
    """A touch of a lost deal that waits this week."""

    id: int
    """The id of its follow-up."""
    due: date
    """The day it is for."""
    worth: int | None
    """What the lost deal was worth, in minor units of the rep's currency; None when not known."""


def over_the_cap(waiting: Iterable[Waiting], done: int, cap: int) -> frozenset[int]:
    """The ids of those that move to next week: what exceeds the cap, least amount first.

    ``done`` are this week's touches that were made already. Of equal amounts the later one moves; a
    deal of unknown amount moves before all others.
    """
    # Sorted from the first that stays to the first that moves.
    ranked = sorted(
        waiting, key=lambda one: (one.worth is None, -(one.worth or 0), one.due, one.id)
    )
    return frozenset(one.id for one in ranked[max(0, cap - done) :])


def _laid(
    found: Sequence[tuple[date, str, bool]], calendar: Calendar, today: date
) -> tuple[Touch, ...]:
    """On working days, two on one date as one, those that would be late left out."""
    on: dict[date, Touch] = {}
    for day, reason, contract in sorted(found, key=lambda each: (each[2], each[0])):
        free = calendar.next_working(day)
        if free <= today:
            continue
        both = on.get(free)
        reasons = (*both.reasons, reason) if both else (reason,)
        once = tuple(dict.fromkeys(reasons))
        on[free] = Touch(free, once, contract or (both is not None and both.contract))
    return tuple(on[day] for day in sorted(on))
