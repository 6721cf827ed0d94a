"""A setback: data, not a verdict."""

from __future__ import annotations

from journal.entry import Entry
from journal.frozen import frozen

TYPES = (
    "no call-back",
    "RFP missed",
    "not shortlisted",
    "deal lost",
    "target missed",
    "customer lost",
    "meeting cancelled",
    "territory change",
    "unwanted target",
    "sponsor left",
    "deal pushed",
    "last-minute curve ball",
    "colleague left",
    "new approval process",
    "product issue in an evaluation",
    "other",
)
"""What hits a rep, in the order it is offered."""


@frozen(kw_only=True)
class Setback(Entry):
    """Something that hit the rep; ``text`` holds what happened, the facts only."""

    type: str = "other"
    """One of TYPES."""
    sting: int | None = None
    """How much it hurts, 0 to 10; None when not said."""
