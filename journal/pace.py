"""The pace of a milestone: the line from its baseline to its target, and the days of buffer on it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction


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


@dataclass(frozen=True, slots=True)
class Pace:
    """A milestone's standing on one day, in the measure's units and working days."""

    line: Fraction
    """Where the line stands today (on an off day: on the next working day)."""
    buffer_days: int
    """Working days whose line is met already, today first; negative: working days behind."""
    must_today: int
    """What today asks for to keep the line; 0 on an off day. For a budget: 0."""
    room_today: int | None
    """For a budget: what may still be used today; None otherwise."""
    state: PaceState
    """The standing in one word."""
