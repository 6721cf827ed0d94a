"""The time of day in a cell, as a wall clock shows it where the rep is."""

from __future__ import annotations

import re
from datetime import time
from functools import lru_cache

_CLOCK = re.compile(
    r"(?:.*[T,\s])?\s*(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?"
    r"\s*(?:([AaPp])\.?[Mm]\.?)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})?",
    re.ASCII | re.DOTALL,
)
_SERIAL = re.compile(r"\d{5}[.,](\d{1,15})", re.ASCII)
_POINTS = frozenset(".,")
_DAY = 24 * 60 * 60


def may_tell(text: str) -> bool:
    """Whether a look at two places of a cell leaves it open that it tells a clock."""
    return ":" in text or text[5:6] in _POINTS


def wall_clock(text: str) -> time | None:
    """The clock of a cell; None where it tells none, or that of a zone.

    Midnight to the second is what programs write for a day without a time.
    """
    clock, is_of_zone = _told(text)
    return None if is_of_zone else clock


def tells_clock(text: str) -> bool:
    """Whether a cell tells a clock, of whatever zone."""
    return _told(text)[0] is not None


@lru_cache(maxsize=4_096)
def _told(text: str) -> tuple[time | None, bool]:
    """The clock in a cell, and whether it is that of a zone."""
    if found := _SERIAL.fullmatch(text):
        seconds = round(float(f"0.{found[1]}") * _DAY) % _DAY
        return _but_midnight(seconds // 3600, seconds // 60 % 60, seconds % 60), False
    if (found := _CLOCK.fullmatch(text)) is None:
        return None, False
    hour = int(found[1])
    if found[4] and hour <= 12:
        hour = hour % 12 + (12 if found[4] in "Pp" else 0)
    return _but_midnight(hour, int(found[2]), int(found[3] or 0)), bool(found[5])


def _but_midnight(hour: int, minute: int, second: int) -> time | None:
    """A clock; None for midnight, and for what no clock shows."""
    if hour > 23 or minute > 59 or second > 59:
        return None
    return time(hour, minute, second) if hour or minute or second else None
