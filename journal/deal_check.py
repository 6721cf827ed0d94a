"""The six checks of the forecast gate: a deal is on the forecast only when all of them hold."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from journal.frozen import frozen


class CheckName(StrEnum):
    """What must hold, in the order it is shown: B C V F T A."""

    BUDGET = "budget"
    CHAMPION = "champion"
    VISIBILITY = "visibility"
    FRESH = "fresh"
    THREAT = "threat"
    ASSUMPTION = "assumption"


@frozen(kw_only=True)
class DealCheck:
    """What the rep last said of one check of a deal; FRESH is never said, it follows from contact."""

    deal: int
    """The id of the deal."""
    name: CheckName
    """Which of the six."""
    holds: bool
    """Whether it holds."""
    evidence: str = ""
    """What that rests on."""
    day: date
    """The rep's day it was said."""


@frozen(kw_only=True)
class MondayForecast:
    """What the rep thought of a deal on a Monday, in private."""

    deal: int
    """The id of the deal."""
    monday: date
    """The Monday it was said for."""
    chance: float
    """The chance that the deal is ever won, 0–1."""
    close: date | None = None
    """The day the rep expected it to close."""
