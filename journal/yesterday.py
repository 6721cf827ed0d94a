"""Yesterday in one line: the last working day, with what was done, how it stands, and its good thing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil
from typing import TYPE_CHECKING

from journal.activity import REACH_OUTS
from journal.briefing import Count
from journal.days import DayState
from journal.errors import JournalError
from journal.measure import REACH
from journal.reviewing.asked import reach_outs_asked
from journal.tally import totals_of

if TYPE_CHECKING:
    from journal.journal import Journal


@dataclass(frozen=True, slots=True, kw_only=True)
class Yesterday:
    """The last working day before today."""

    day: date
    """Which day it was."""
    was_off: bool
    """Whether the rep was off between it and today on a day they would have worked."""
    reach_outs: Count
    """Calls, emails and social touches together, against the target of that day: set, or the plan's."""
    meetings: int
    """How many meetings there were."""
    others: int
    """How many other activities there were."""
    state: DayState | None
    """How the day stands; None before the first entry."""
    good_thing: str
    """One good thing of it; empty when none was written."""
    first_step: str
    """What it said would come first on the next day; empty when nothing was."""

    @property
    def is_empty(self) -> bool:
        """Whether nothing was done and nothing written."""
        done = self.reach_outs.done or self.meetings or self.others
        return not (done or self.good_thing or self.first_step)


def read_yesterday(journal: Journal) -> Yesterday | None:
    """Read it; None when no working day lies before today."""
    today, calendar = journal.today(), journal.calendar
    try:
        day = calendar.previous_working(today)
    except JournalError:
        return None
    done = totals_of(journal.store.entries.tallies(day, day))
    reached = sum(done.get(kind, 0) for kind in REACH_OUTS)
    page = journal.store.day_pages.get(day)
    between = (day + timedelta(days=n) for n in range(1, (today - day).days))
    states = {one.day: one.state for one in journal.track_record().days}
    return Yesterday(
        day=day,
        was_off=any(one.weekday() in journal.history.on(one).workdays for one in between),
        reach_outs=Count("reach_outs", reached, _asked(journal, day)),
        meetings=done.get("meeting", 0),
        others=sum(done.values()) - reached - done.get("meeting", 0),
        state=states.get(day),
        good_thing=page.good_thing if page else "",
        first_step=page.first_tomorrow if page else "",
    )


def _asked(journal: Journal, day: date) -> int | None:
    """What a day asked for in reach-outs: the rep's own target, else what a plan or a milestone asked."""
    targets = journal.history.on(day).targets
    by_kind = sum(targets.get(kind, 0) for kind in REACH_OUTS)
    if own := targets.get(REACH) or by_kind:
        return own
    store = journal.store
    plans, goals = store.plans.versions(), store.goals.all()
    found = reach_outs_asked(plans, goals, journal.history, journal.calendar, (day, day))
    return next((ceil(number) for _, number, _ in found), None)
