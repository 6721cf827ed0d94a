"""What a part of the whole journal's JSON is: rows of one kind, and the keys they share."""

from __future__ import annotations

from dataclasses import dataclass

from journal.transfer.whole_fields import Field, of, text, whole


@dataclass(frozen=True, slots=True)
class Part:
    """Rows of one kind."""

    name: str
    """The key of its list."""
    one: str
    """What one of them is called."""
    fields: tuple[Field, ...]
    """The keys of each row, in the order they are written."""


ID = whole("id", 1)
"""What other rows name a row by."""
REV = whole("rev", 1)
"""Grows with each edit."""
KNOWN = (ID, text("uid"), REV)
"""What finds a row again in any journal."""
DEAL = of("deal", "deals")
"""The deal that a row belongs to."""
