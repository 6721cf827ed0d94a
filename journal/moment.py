"""A moment as the rep lived it: the instant, and what their wall clock said."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta

from journal.frozen import frozen

DAY_START = time(4)
"""A day begins at 04:00 [default]: what is logged at one in the morning belongs to the evening before."""


@frozen
class Moment:
    """One instant with the zone it was lived in."""

    utc: datetime
    """The instant, aware, in UTC."""
    zone: str
    """The zone's name ("Europe/Berlin"); empty when the machine does not tell."""
    offset: int
    """Minutes that the wall clock was ahead of UTC."""

    @classmethod
    def of(cls, aware: datetime, zone: str = "") -> Moment:
        """The moment of an aware datetime. Raises ValueError for a naive one."""
        ahead = aware.utcoffset()
        if ahead is None:
            raise ValueError("a moment needs a datetime that knows its zone")
        return cls(aware.astimezone(UTC), zone, int(ahead.total_seconds() // 60))

    @property
    def local(self) -> datetime:
        """What the wall clock said, without a zone."""
        return (self.utc + timedelta(minutes=self.offset)).replace(tzinfo=None)

    def day(self, day_start: time = DAY_START) -> date:
        """The rep's day this moment belongs to, given when their day begins."""
        local = self.local
        back = timedelta(hours=day_start.hour, minutes=day_start.minute)
        return (local - back).date()


Clock = Callable[[], Moment]
"""Whoever asks for the time: the machine, ``--now``, or a test."""
