"""What taking an action back, or bringing it back, did."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Undone:
    """What an undo or a redo did."""

    label: str
    """The action in the rep's words: "3 calls with Acme"."""
    entries: int
    """How many rows it touched."""
