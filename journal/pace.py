"""The pace of a milestone: the line from its baseline to its target, and the days of buffer on it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from enum import StrEnum
from fractions import Fraction
from math import ceil, floor

from journal.calendar import Calendar
from journal.frozen import frozen
from journal.goal import EASING_DELAY, Term


class PaceState(StrEnum):
    """How a milestone stands against its line."""

    NOT_STARTED = "not_started"
    BEHIND = "behind"
    OVERDUE = "overdue"
    DUE_TODAY = "due_today"
    ONE_DAY = "1_day"
    TWO_DAYS = "2_days"
    SAFE = "safe"
    DONE = "done"
    ROOM = "room"
    AT_THE_LINE = "at_the_line"
    OVER_THE_PACE = "over_the_pace"
    OVER = "over"


@frozen
class Pace:
    """A milestone's standing on one day, in the measure's units and working days."""

    line: Fraction
    """Where the line stands today (on an off day: on the next working day)."""
    buffer_days: int
    """Working days whose line is met already, today first; negative: working days behind. For a budget: 0."""
    must_today: int
    """What today asks for to keep the line; 0 on an off day and before the start. For a budget: 0."""
    room_today: int | None
    """For a budget: what may still be used today; None otherwise."""
    state: PaceState
    """The standing in one word."""


def pace(
    *,
    baseline: int,
    target: int,
    start: date,
    due: date,
    done: int | None,
    at_most: bool,
    calendar: Calendar,
    today: date,
) -> Pace:
    """How a milestone stands today; everything in the measure's units.

    ``done`` None, nothing read off yet, counts as the baseline. *At most* with a target from the
    baseline up is a budget; with a target below it, a level going down.
    """
    stands_at = baseline if done is None else done
    if at_most and target >= baseline:
        line = _Line(baseline, target, start, due, calendar)
        return _budget(line, stands_at, today)
    if at_most:
        turned = _climb(_Line(-baseline, -target, start, due, calendar), -stands_at, today)
        return replace(turned, line=-turned.line)
    return _climb(_Line(baseline, target, start, due, calendar), stands_at, today)


def line_on(
    day: date, *, baseline: int, target: int, start: date, due: date, calendar: Calendar
) -> Fraction:
    """Where the line stands on any day, working or off, as it is drawn; in the measure's units."""
    return _Line(baseline, target, start, due, calendar).on(day)


def effective_from(
    old: Term,
    new_target: int | None,
    new_due: date | None,
    at_most: bool,
    baseline: int,
    decided: date,
) -> date:
    """The day from which a new target and due date hold: later or smaller ones wait, harder ones act at once.

    Smaller is nearer to the baseline, or more room in what may be *at most*; having no target or
    no due date is easier than any.
    """

    def asked(target: int) -> int:
        return baseline - target if at_most else target - baseline

    is_later = old.due is not None and (new_due is None or new_due > old.due)
    is_smaller = old.target is not None and (
        new_target is None or asked(new_target) < asked(old.target)
    )
    return decided + timedelta(days=EASING_DELAY if is_later or is_smaller else 0)


@frozen
class _Line:
    """The straight line in working days from the baseline to the target."""

    baseline: int
    """Where it stands before the start."""
    target: int
    """Where it stands from the due date on."""
    start: date
    """The first day that counts."""
    due: date
    """The day it is due."""
    calendar: Calendar
    """The working days it climbs on."""

    def on(self, day: date) -> Fraction:
        """Where it stands on a day."""
        if day < self.start:
            return Fraction(self.baseline)
        if day >= self.due:
            return Fraction(self.target)
        return self.after(self.calendar.working_days(self.start, day))

    def on_working_day(self, today: date) -> Fraction:
        """Where it stands today, or on an off day on the next working day."""
        if not self.calendar.working_days(today, self.due):
            return Fraction(self.target)
        if _working_days_until(self.start, today, self.calendar):
            return Fraction(self.baseline)
        return self.after(_working_days_until(today, self.start, self.calendar) + 1)

    def after(self, days: int) -> Fraction:
        """Where it stands on the working day of that number, the first being 1."""
        if not self.length:
            return Fraction(self.baseline)
        return self.baseline + Fraction((self.target - self.baseline) * days, self.length)

    def first_above(self, done: int) -> int:
        """The number of the first working day whose line is not met by what is done.

        0 is the day before the start: what is done lies below the baseline itself.
        """
        if done < self.baseline or self.target <= self.baseline:
            return 0
        return (done - self.baseline) * self.length // (self.target - self.baseline) + 1

    @property
    def length(self) -> int:
        """Its working days from start to due."""
        return self.calendar.working_days(self.start, self.due)


def _working_days_until(end: date, first: date, calendar: Calendar) -> int:
    """Working days from first up to, not including, end; 0 when first is not before it."""
    return calendar.working_days(first, end) - calendar.is_working(end) if first < end else 0


def _climb(line: _Line, done: int, today: date) -> Pace:
    """The standing of what is to reach at least the target."""
    at = line.on_working_day(today)
    if done >= line.target:
        ahead = line.calendar.working_days(today, line.due)
        return Pace(at, ahead, 0, None, PaceState.DONE)
    buffer = _buffer(line, done, today)
    if today < line.start:
        return Pace(at, buffer, 0, None, PaceState.NOT_STARTED)
    must = max(0, ceil(at - done)) if line.calendar.is_working(today) else 0
    if today > line.due:
        return Pace(at, buffer, must, None, PaceState.OVERDUE)
    if buffer < 0:
        return Pace(at, buffer, must, None, PaceState.BEHIND)
    near = (PaceState.DUE_TODAY, PaceState.ONE_DAY, PaceState.TWO_DAYS)
    return Pace(at, buffer, must, None, near[buffer] if buffer < len(near) else PaceState.SAFE)


def _buffer(line: _Line, done: int, today: date) -> int:
    """Working days from today to the first whose line is not met, negative when it has passed."""
    first = line.first_above(done)
    if today < line.start:
        to_start = _working_days_until(line.start, today, line.calendar)
        return to_start + first - 1 if first else 0
    return first - _working_days_until(today, line.start, line.calendar) - 1


def _budget(line: _Line, used: int, today: date) -> Pace:
    """The standing of what is to stay at or below the target; after the due date it is done."""
    at = line.on_working_day(today)
    room = max(0, floor(at - used))
    if used > line.target:
        state = PaceState.OVER
    elif today < line.start:
        state = PaceState.NOT_STARTED
    elif today > line.due:
        state = PaceState.DONE
    elif used > at:
        state = PaceState.OVER_THE_PACE
    else:
        state = PaceState.ROOM if room else PaceState.AT_THE_LINE
    return Pace(at, 0, 0, room, state)
