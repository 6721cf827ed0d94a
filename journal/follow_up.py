"""A follow-up: a dated touch with a reason."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from journal.frozen import frozen

CHECK_IN = "check-in"
"""The kind of a question that a setback asks after days; it is derived, and never late."""

REVIEW = "review"
"""The kind of a review that is due; it is derived as well, and never late."""

ASK_WHY = "ask-why"
"""The kind of a win whose buyer has not said yet what made them decide; derived, and never late."""

CHANCE = "chance"
"""The kind of Monday's chances that are still to be said; derived, and never late."""

QUESTIONS = (CHECK_IN, REVIEW, ASK_WHY, CHANCE)
"""The kinds that are derived: they ask something of the rep, and have no number."""


class FollowUpState(StrEnum):
    """What became of a follow-up."""

    DUE = "due"
    DONE = "done"
    MOVED = "moved"
    SKIPPED = "skipped"
    CLOSED = "closed"


@frozen(kw_only=True)
class FollowUp:
    """One thing to do for an account, a deal or a setback on a day."""

    due: date | None
    """The day it is for; None when an export did not say."""
    what: str
    """What to do, in a few words."""
    account: str | None = None
    """The account's name as shown."""
    deal: int | None = None
    """The id of the deal it is about."""
    setback: int | None = None
    """The id of the setback whose next small action it is."""
    kind: str = "task"
    """What kind of touch it is: task, revival, next step of a setback."""
    reason: str | None = None
    """Why the account should care; a touch without one is skipped, not nagged."""
    state: FollowUpState = FollowUpState.DUE
    """What became of it."""
    settled: date | None = None
    """The day it was done, moved, skipped or closed."""
    why: str = ""
    """Why it was skipped or closed, in the rep's words."""
    id: int = 0
    """Number for the command line, never reused; 0 before it is saved."""
    uid: str = ""
    """Name that is the same in every copy of the journal."""
    rev: int = 0
    """Grows with each change."""

    def is_due(self, today: date) -> bool:
        """Whether it waits today, or has waited since an earlier day."""
        return self.state is FollowUpState.DUE and self.due is not None and self.due <= today

    def days_late(self, today: date) -> int:
        """Calendar days since it was due; 0 while it is not late, and for a question, which never is."""
        if self.due is None or self.state is not FollowUpState.DUE or self.is_question:
            return 0
        return max(0, (today - self.due).days)

    @property
    def is_question(self) -> bool:
        """Whether it asks something of the rep, as a setback or a review does: it has no number."""
        return self.id == 0 and self.kind in QUESTIONS
