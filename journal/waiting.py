"""Who waits, soonest and most valuable first, with the touches that this week's cap moves to the next."""

from __future__ import annotations

from datetime import date

from journal.deal import Deal
from journal.follow_up import FollowUp, FollowUpState
from journal.frozen import frozen
from journal.revival import REVIVAL

LAST = date.max
"""Where those without a day stand."""


@frozen
class Place:
    """Where a follow-up stands in the list; the list goes on after it."""

    day: date
    """The day it stands at; LAST without one."""
    worth: int
    """What it is worth in minor units of the rep's currency; -1 where that is not known."""
    id: int
    """Its number."""


@frozen
class Week:
    """What a week makes of touches of lost deals."""

    monday: date
    """Its Monday: a touch without a reason from before it is let go."""
    sunday: date
    """Its Sunday."""
    stay: frozenset[int]
    """The touches of lost deals, by id, that the cap lets wait in it."""
    moved_to: date
    """The first working day of the next week, to which all others move."""


@frozen(kw_only=True)
class Waits:
    """One that waits, as the list shows it."""

    follow_up: FollowUp
    """What is to be done; its own day stays what it was."""
    place: Place
    """Where it stands."""
    deal: Deal | None = None
    """The deal it is about."""
    is_moved: bool = False
    """Whether this week's cap moves it to the next."""

    @property
    def on(self) -> date | None:
        """The day it waits for; None without one."""
        return None if self.place.day == LAST else self.place.day

    @property
    def needs_reason(self) -> bool:
        """Whether it is a touch of a lost deal that has no reason yet: without one it is skipped."""
        return needs_reason(self.follow_up)

    def days_late(self, today: date) -> int:
        """Calendar days since it was due; 0 for what is moved, and for a touch without a reason."""
        if self.is_moved or self.needs_reason:
            return 0
        return self.follow_up.days_late(today)


@frozen
class Counts:
    """How many wait."""

    late: int
    """Since an earlier day."""
    today: int
    """For today, those that are late not among them."""
    later: int
    """For later days of this week."""

    @property
    def due(self) -> int:
        """For today, those that are late among them."""
        return self.late + self.today


def needs_reason(touch: FollowUp) -> bool:
    """Whether a touch of a lost deal waits without a reason: it is skipped then, not nagged."""
    is_waiting = touch.state is FollowUpState.DUE
    return is_waiting and touch.kind == REVIVAL and not (touch.reason or "").strip()


def is_let_go(touch: FollowUp, monday: date) -> bool:
    """Whether a touch found no reason until its week was over."""
    return needs_reason(touch) and touch.due is not None and touch.due < monday
