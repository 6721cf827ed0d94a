"""A goal is what success is; a milestone is a S.M.A.R.T. waypoint of one. Both are kept in one form."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from journal.frozen import frozen

EASING_DELAY = 7
"""Days before a later or smaller milestone takes effect [default]; a harder one acts at once."""


class Form(StrEnum):
    """Which of the two it is."""

    GOAL = "goal"
    MILESTONE = "milestone"


@frozen(kw_only=True)
class Term:
    """A target and a due date, as decided on one day."""

    target: int | None
    """The target in the measure's units; None while it has none."""
    due: date | None
    """The day it is due; None while it has none."""
    decided: date
    """The day it was decided."""
    effective: date
    """The day from which it holds."""
    why: str | None = None
    """Why it was changed, in the rep's words."""


@frozen(kw_only=True)
class Goal:
    """A goal or a milestone; leaves that lack a letter of S.M.A.R.T. are shown so."""

    form: Form
    """Whether it is a goal or a milestone."""
    title: str
    """Specific: what will be true."""
    measure: str
    """Measurable: what it counts."""
    start: date
    """The first day that counts."""
    terms: tuple[Term, ...]
    """Every target and due date it ever had, oldest decision first; at least one."""
    baseline: int = 0
    """Where it starts from, in the measure's units."""
    at_most: bool = False
    """Whether less is better: a budget, or a level going down."""
    currency: str = "EUR"
    """The currency of an amount."""
    parent: int | None = None
    """The id of the goal it is part of."""
    why: str | None = None
    """Why it matters."""
    evidence: str | None = None
    """Achievable: what in the rep's own history says so."""
    serves: str | None = None
    """Realistic: how it serves the goal."""
    finished: date | None = None
    """The day it was completed."""
    id: int = 0
    """Number for the command line, shared by goals and milestones, never reused."""
    uid: str = ""
    """Name that is the same in every copy of the journal."""
    rev: int = 0
    """Grows with each change."""

    def term(self, day: date) -> Term:
        """The target and due date in force on a day; before the first, the first."""
        in_force = [term for term in self.terms if term.effective <= day]
        return in_force[-1] if in_force else self.terms[0]

    def coming_term(self, day: date) -> Term | None:
        """The term that was decided by a day and does not hold yet: an easing in its seven days."""
        ahead = [term for term in self.terms if term.effective > day]
        return ahead[-1] if ahead and ahead[-1] is self.terms[-1] else None
