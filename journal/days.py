"""The state of a day, and the rep's days in a row of them."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from journal.frozen import frozen


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
