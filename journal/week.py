"""This week's reach-outs: how many are done, how many it asks for, and the working days left for them."""

from __future__ import annotations

from datetime import date, timedelta
from math import ceil
from typing import TYPE_CHECKING

from journal.activity import REACH_OUTS
from journal.calendar import Calendar
from journal.frozen import frozen
from journal.measure import REACH
from journal.pace import PaceState, line_on
from journal.plan import Level
from journal.standing import Standing
from journal.targets import best_day

if TYPE_CHECKING:
    from collections.abc import Sequence

    from journal.journal import Journal

_SETTLED = (PaceState.DONE, PaceState.NOT_STARTED, PaceState.OVERDUE)


@frozen
class Week:
    """The reach-outs of the week from Monday to Sunday that today belongs to."""

    done: int
    """How many are done."""
    asked: int | None
    """How many the whole week asks for; None when nothing does."""
    days_left: int
    """Working days left, today included."""
    best_day: int | None = None
    """The most reach-outs that one of the last working days held; None before five of them."""

    is_planned: bool = False
    """Whether the plan asks, and neither a daily target nor a milestone."""

    @property
    def to_go(self) -> int:
        """How many are left; 0 when they are done or nothing asks for any."""
        return max(0, (self.asked or 0) - self.done)

    @property
    def too_much(self) -> int | None:
        """What each working day left would have to hold, when that is more than the best day held."""
        if self.best_day is None or not self.days_left:
            return None
        each = ceil(self.to_go / self.days_left)
        return each if each > self.best_day else None

    def a_day(self, done_today: int) -> int:
        """What each working day left asks for, today's own work included; 0 without a day left."""
        left = max(0, (self.asked or 0) - (self.done - done_today))
        return ceil(left / self.days_left) if self.days_left else 0


def read_week(journal: Journal, standings: Sequence[Standing]) -> Week:
    """The week as it stands. A daily target wins over the milestones' lines, and those over the plan's.

    The plan asks for what its line for reach-outs reaches by Sunday, so that what was missed before
    is asked for too.
    """
    today, calendar = journal.today(), journal.calendar
    monday = today - timedelta(today.weekday())
    sunday = monday + timedelta(6)
    totals = journal.store.entries.totals(monday, sunday)
    done = sum(totals.get(kind, 0) for kind in REACH_OUTS)
    working = calendar.working_days(monday, sunday)
    daily = journal.settings.targets.get(REACH, 0)
    asked = daily * working or asked_by_lines(standings, done, sunday, calendar)
    of_the_rep = asked
    if not asked:
        lines = (one for one in journal.level_paces() if one.level is Level.REACH_OUTS)
        lacking = max((one.line_on(sunday, calendar) - one.done for one in lines), default=0)
        asked = done + lacking if lacking > 0 else 0
    best = best_day(journal.recent_days().of(REACH_OUTS)) if asked else None
    return Week(done, asked or None, calendar.working_days(today, sunday), best, asked > of_the_rep)


def asked_by_lines(
    standings: Sequence[Standing], done: int, sunday: date, calendar: Calendar
) -> int:
    """The most that a reach-out milestone's line asks for by Sunday, this week's own included.

    One that is behind asks for what it lacks too; one far ahead, or past its due day, for nothing.
    """
    asked = 0
    for standing in standings:
        goal, term = standing.goal, standing.term
        if goal.measure != REACH or goal.at_most or standing.is_finished:
            continue
        if standing.pace is None or standing.pace.state in _SETTLED or standing.done is None:
            continue
        if term.target is None or term.due is None:
            continue
        line = line_on(
            sunday,
            baseline=goal.baseline,
            target=term.target,
            start=goal.start,
            due=term.due,
            calendar=calendar,
        )
        lacking = ceil(line) - standing.done
        asked = max(asked, done + lacking if lacking > 0 else 0)
    return asked
