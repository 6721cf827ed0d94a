"""The streak that forgives: working days kept in a row, with freezes earned every ten."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Streak:
    """Where the streak stands."""

    current: int = 0
    """Working days kept in a row, frozen days between them not breaking it."""
    best: int = 0
    """The longest it ever was."""
    freezes: int = 0
    """Freezes held, 0 to 2."""
