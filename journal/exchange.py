"""One word between the rep and an account: all that silence is counted from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Exchange:
    """A touch, or an answer; the text is left out, for thousands are read at once."""

    day: date
    """The rep's day of it."""
    account: str
    """The account's name as shown."""
    kind: str
    """The kind of activity."""
    outcome: str | None
    """What it led to; None when nothing was said."""
