"""A goal or milestone as it stands today: what is done, against its line."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from journal.goal import Goal, Term
from journal.pace import Pace


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """One goal or milestone, today."""

    goal: Goal
    """The goal or milestone itself."""
    term: Term
    """The target and due date in force today."""
    coming: Term | None = None
    """An easing that does not hold yet."""
    done: int | None
    """What stands today, in the measure's units; None when nothing was ever read off or counted."""
    pace: Pace | None
    """How it stands against its line; None while it has no target or no due date."""
    chance: float | None = None
    """The chance to reach it in time, 0-1; None where it cannot be said."""
    lacks: tuple[str, ...] = ()
    """What keeps a milestone from being S.M.A.R.T., in words; empty when it is, or is a goal with parts."""
    days_left: int | None = None
    """Calendar days to the due date; negative after it; None without one."""
    days_early: int | None = None
    """For a finished one: calendar days before its due date; negative when late."""
    depth: int = 0
    """How deep it hangs in the tree of goals; 0 at the top."""
    has_parts: bool = False
    """Whether other goals or milestones hang on it."""

    @property
    def is_finished(self) -> bool:
        """Whether it was completed."""
        return self.goal.finished is not None

    def is_started(self, today: date) -> bool:
        """Whether its first day has come."""
        return self.goal.start <= today
