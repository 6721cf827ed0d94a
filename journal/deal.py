"""A deal: an account, an amount, and how far the customer has come."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from journal.frozen import frozen
from journal.money import Money


class Outcome(StrEnum):
    """How a deal stands."""

    OPEN = "open"
    WON = "won"
    LOST = "lost"
    NO_DECISION = "no decision"


@frozen(kw_only=True)
class Deal:
    """One chance to win an account's business."""

    account: str | None
    """The account's name as shown; None when an export does not tell."""
    name: str
    """What the rep calls the deal."""
    amount: Money | None = None
    """What it is worth; None when not known."""
    stage: str | None = None
    """The stage it is in, or the last known one; may be a name our stages do not know."""
    outcome: Outcome = Outcome.OPEN
    """Whether it is open, and if not, how it ended."""
    opened: date | None = None
    """The day it was opened; None when not known."""
    stage1_on: date | None = None
    """The day it reached stage 1; None when not known."""
    qualified_on: date | None = None
    """The day it was qualified; None when not known."""
    expected_close: date | None = None
    """The day it is expected to close."""
    closed: date | None = None
    """The day it was won, lost, or ended without a decision."""
    pushes: int = 0
    """How often its expected close was moved to a later day."""
    category: str | None = None
    """Why it was lost, in the words of the export or the rep."""
    next_step: str | None = None
    """What comes next, in the rep's words."""
    id: int = 0
    """Number for the command line, never reused; 0 before it is saved."""
    uid: str = ""
    """Name that is the same in every copy of the journal."""
    rev: int = 0
    """Grows with each change."""

    @property
    def is_open(self) -> bool:
        """Whether it can still be won."""
        return self.outcome is Outcome.OPEN


@frozen
class Won:
    """What was won in a period."""

    deals: int
    """How many deals."""
    booked: dict[str, int]
    """Their amounts in minor units, by currency; deals without an amount left out."""
