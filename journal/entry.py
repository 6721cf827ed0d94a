"""An entry: one line of the journal, whatever its form."""

from __future__ import annotations

from datetime import date, time

from journal.frozen import frozen
from journal.moment import Moment

LONGEST_TEXT = 100_000
"""The longest text an entry holds, in characters; more is refused and stays with the rep."""

LONGEST_ACCOUNT = 200
"""The longest name of an account, in characters."""

LONGEST_WORD = 40
"""The longest tag or outcome, in characters."""

TIME_AHEAD = "That time has not come yet; write one up to now, like 9:30."
"""What is said of a time that has not come."""


@frozen(kw_only=True)
class Entry:
    """What every entry has: its day, the rep's words, and the account or deal they are about."""

    day: date
    """The rep's day the entry is for."""
    time: time | None = None
    """The wall clock when it happened; None when only the day is known."""
    account: str | None = None
    """The account's name as shown; matched without regard to case."""
    deal: int | None = None
    """The id of the deal it is about."""
    text: str = ""
    """The rep's own words: a call's note, a setback's facts."""
    tags: tuple[str, ...] = ()
    """Words set with ``#``, without it."""
    id: int = 0
    """Number for the command line, never reused; 0 before it is saved."""
    uid: str = ""
    """Name that is the same in every copy of the journal; given when it is saved."""
    rev: int = 0
    """Grows with each change, so that a stale form cannot save over a newer row."""
    logged: Moment | None = None
    """When it was written down; set by the journal when it is saved."""
    logged_day: date | None = None
    """The rep's day it was written down on; an import counts as logged on its own day."""

    @property
    def is_late(self) -> bool:
        """Whether it was written down on a later day than the one it is for."""
        return self.logged_day is not None and self.logged_day > self.day


@frozen(kw_only=True)
class Note(Entry):
    """Words that are no activity and no setback."""


def is_ahead(clock: time | None, day: date, today: date, now: Moment) -> bool:
    """Whether a wall clock on the rep's day has not come yet.

    Of the hours after midnight that still belong to the day before, nothing is known.
    """
    local = now.local
    return clock is not None and day == today == local.date() and clock > local.time()
