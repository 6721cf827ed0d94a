"""One step of a deal: when it was moved, pushed, closed or opened again."""

from __future__ import annotations

from datetime import date

from journal.frozen import frozen


@frozen
class DealEvent:
    """One step of a deal."""

    deal: int
    """The id of the deal."""
    day: date
    """The rep's day it happened."""
    what: str
    """stage, push, outcome or reopen."""
    before: str | None
    """What it was."""
    after: str | None
    """What it became."""
