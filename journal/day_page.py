"""The page of one day: what the rep meant to do in the morning, and what the evening says of it."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from journal.frozen import frozen
from journal.moment import Moment

MOST_INTENTIONS = 3
"""The most things a rep means to do in one day."""


class IntentionState(StrEnum):
    """What became of an intention."""

    OPEN = "open"
    DONE = "done"
    CARRIED = "carried"


@frozen
class Intention:
    """One thing that would make the day good."""

    text: str
    """The rep's words; never empty."""
    state: IntentionState = IntentionState.OPEN
    """Open, done, or carried over to the next working day."""
    carried_from: date | None = None
    """The day it was first meant for, when it was carried over."""


@frozen(kw_only=True)
class DayPage:
    """What the rep wrote of one day, apart from its entries; every text may be empty."""

    day: date
    """The rep's day."""
    intentions: tuple[Intention, ...] = ()
    """Up to three, in the rep's order."""
    obstacle: str = ""
    """What is likely to stop me."""
    if_then: str = ""
    """If that happens, then I do this."""
    good_thing: str = ""
    """One good thing of the day."""
    my_part: str = ""
    """My part in it."""
    first_tomorrow: str = ""
    """Tomorrow's first step: what, and when."""
    overstated: str = ""
    """What I overstated, and whom I tell."""
    thanks: str = ""
    """Thanks to a colleague."""
    offence: int | None = None
    """How much of the day was my own move, 0 to 100 %; the rest was answering; None when not said."""
    done_at: Moment | None = None
    """When the rep said "done for today"; None while the day is open."""
    rev: int = 0
    """Grows with each change; 0 before it is saved."""
