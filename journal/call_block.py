"""A call block: a stretch of calls planned ahead, what was feared of it, and what happened."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time


@dataclass(frozen=True, slots=True, kw_only=True)
class CallBlock:
    """One stretch of calls."""

    day: date
    """The rep's day it is for."""
    planned: time
    """The wall clock at which it is to start."""
    minutes: int | None = None
    """How long it is to take; None when not said."""
    dread: int | None = None
    """How much the rep dreads it beforehand, 0 to 10."""
    feared: float | None = None
    """The share of calls the rep fears will end in a harsh no, 0–1, said beforehand."""
    started: time | None = None
    """The wall clock at which it was started; None while it is not."""
    calls: int | None = None
    """How many calls were made; None until the rep says what happened."""
    harsh_nos: int | None = None
    """How many of them ended in a harsh no; never more than the calls."""
    id: int = 0
    """Number for the command line, never reused; 0 before it is saved."""
    uid: str = ""
    """Name that is the same in every copy of the journal."""
    rev: int = 0
    """Grows with each change."""

    @property
    def happened(self) -> float | None:
        """The share of calls that ended in a harsh no, 0–1; None until it is known."""
        if not self.calls or self.harsh_nos is None:
            return None
        return self.harsh_nos / self.calls


def next_quarter(clock: time) -> time:
    """The next quarter of an hour, to propose for a block; past midnight it is the next day's first."""
    minutes = (clock.hour * 60 + clock.minute) // 15 * 15 + 15
    return time(minutes // 60 % 24, minutes % 60)
