"""What the rep reads at a glance: everything that Today shows, as one frozen value."""

from __future__ import annotations

from datetime import date

from journal.day_page import DayPage
from journal.days import DayState
from journal.entry import Entry
from journal.frozen import frozen
from journal.moment import Moment
from journal.one_number import OneNumber
from journal.standing import Standing
from journal.waiting import Counts, Waits


@frozen
class Count:
    """How far today is with one kind of activity."""

    kind: str
    """The kind, or "reach_outs" for calls, emails and social touches together."""
    done: int
    """Today's sum."""
    target: int | None = None
    """What today asks for; None when nothing does."""

    @property
    def to_go(self) -> int:
        """What is left of the target; 0 when it is met or there is none."""
        return max(0, (self.target or 0) - self.done)


@frozen(kw_only=True)
class Briefing:
    """Everything Today shows."""

    now: Moment
    """When it was read."""
    day: date
    """The rep's today."""
    state: DayState
    """How today stands so far."""
    purpose: str | None
    """Why the rep does this; None until written."""
    counts: tuple[Count, ...]
    """Today's kinds: calls, emails, social and meetings always, others when done or asked for."""
    reach_outs: Count
    """Calls, emails and social touches together."""
    one: OneNumber | None
    """The one number; None in an empty journal."""
    too_much: str | None = None
    """One sentence when today asks for more than the rep's best day held; None otherwise."""
    best_day: int | None = None
    """What that best day held, in reach-outs; None when today asks for no more."""
    waypoint: Standing | None
    """The next milestone due that is not done."""
    milestones: tuple[Standing, ...]
    """All open milestones, soonest due first."""
    due: tuple[Waits, ...]
    """Who waits today, then those of two weeks, soonest and most valuable first: as many as may fit.

    With many late ones it begins at today; what is asked today is not among them yet.
    """
    waiting: Counts
    """How many wait: late, today, later this week."""
    timeline: tuple[Entry, ...]
    """Today's entries, oldest first."""
    is_empty: bool
    """Whether nothing was ever logged, planned or imported."""
    page: DayPage
    """What the rep wrote of today; blank until they do."""
    offers_evening: bool = False
    """Whether the evening's hour has come and the day is not closed yet."""

    @property
    def overdue(self) -> int:
        """How many have waited since an earlier day."""
        return self.waiting.late
