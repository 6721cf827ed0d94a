"""What the journal asks of whoever keeps its goals, its milestones and the versions of its plan.

As in ``journal.store``, every writing call happens inside an action.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Protocol

from journal.goal import Goal, Term
from journal.plan import Plan


class Goals(Protocol):
    """Goals and milestones, with every term they ever had."""

    def add(self, goal: Goal) -> Goal: ...

    def change(self, goal: Goal) -> Goal:
        """Save over the row of the same id and rev; its terms are added to, never taken from."""
        ...

    def add_term(self, goal_id: int, term: Term) -> None: ...

    def remove(self, goal_id: int) -> None: ...

    def get(self, goal_id: int) -> Goal: ...

    def all(self, limit: int = 500) -> Sequence[Goal]:
        """Goals and milestones by id."""
        ...

    def check_in(self, goal_id: int, day: date, value: int) -> None:
        """Keep the value a rep read off on a day, in the measure's units."""
        ...

    def check_ins(self, goal_id: int, until: date) -> Sequence[tuple[date, int]]:
        """Every value read off by a day, with the day, oldest first."""
        ...

    def last_check_ins(self, until: date) -> dict[int, int]:
        """The last value read off by a day, by goal; goals without one are left out."""
        ...

    def last_check_in(self, goal_id: int, until: date) -> int | None:
        """The last value read off by a day; None when there is none."""
        ...


class Plans(Protocol):
    """Every version of the plan."""

    def add(self, plan: Plan) -> Plan: ...

    def latest(self) -> Plan | None: ...

    def versions(self, limit: int = 500) -> Sequence[Plan]:
        """The versions saved last, newest first."""
        ...
