"""The state of a day, and the rep's days in a row of them."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from journal.frozen import frozen

if TYPE_CHECKING:
    from journal.calendar import Calendar
    from journal.settings import SettingsHistory


class DayState(StrEnum):
    """How a day stands in the streak."""

    KEPT = "kept"
    OFF = "off"
    OPEN = "open"
    FROZEN = "frozen"
    MISSED = "missed"


@frozen
class Day:
    """One day of the rep, as the streak sees it."""

    day: date
    """The rep's day."""
    state: DayState
    """How it stands."""
    done: int
    """The sum of the counts of its activities, late ones included."""


def today_state(done: int, calendar: Calendar, history: SettingsHistory, today: date) -> DayState:
    """How today stands with so much done: kept, off, or still open."""
    is_working = calendar.is_working(today)
    if done >= (history.on(today).floor if is_working else 1):
        return DayState.KEPT
    return DayState.OPEN if is_working else DayState.OFF
