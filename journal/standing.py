"""A goal or milestone as it stands today: what is done, against its line."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

from journal.calendar import Calendar
from journal.frozen import frozen
from journal.goal import Form, Goal, Term
from journal.measure import AMOUNT, DEALS_WON
from journal.pace import Pace
from journal.pace import pace as pace_of

_WON = (AMOUNT, DEALS_WON)


@frozen(kw_only=True)
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
    """How it stands against its line; None while it has no target or no due date, or while
    what was won before it was made is not written down."""
    chance: float | None = None
    """The chance to reach it in time, 0-1; None where it cannot be said."""
    if_plan_kept: bool = False
    """Whether the chance mostly says what the plan says, for want of days: "if you keep the plan"."""
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

    @property
    def is_short(self) -> bool:
        """Whether it stands short of its target, or above what it may be at most."""
        target = self.term.target
        if target is None or self.done is None:
            return target is not None
        return self.done > target if self.goal.at_most else self.done < target

    @property
    def awaits_wins(self) -> bool:
        """Whether it has a line and no verdict, as nobody has written down what was won before it."""
        has_line = self.term.target is not None and self.term.due is not None
        return self.pace is None and has_line and self.goal.measure in _WON

    def is_started(self, today: date) -> bool:
        """Whether its first day has come."""
        return self.goal.start <= today


def stand(goal: Goal, done: int | None, calendar: Calendar, today: date) -> Standing:
    """How a goal stands with what is done, in the measure's units; its place in the tree is set later.

    ``done`` is None where nobody knows: nothing was read off, or no deal is known at all.
    """
    day = goal.finished or today
    term = goal.term(day)
    pace = None
    knows = done is not None or goal.measure not in _WON
    is_told = goal.finished is not None or knows or not _awaits_wins(goal, calendar, today)
    if not knows:
        done = goal.baseline
    if term.target is not None and term.due is not None and is_told:
        pace = pace_of(
            baseline=goal.baseline,
            target=term.target,
            start=goal.start,
            due=term.due,
            done=done,
            at_most=goal.at_most,
            calendar=calendar,
            today=day,
        )
    early = (term.due - goal.finished).days if goal.finished and term.due else None
    return Standing(
        goal=goal,
        term=term,
        coming=None if goal.finished else goal.coming_term(today),
        done=done,
        pace=pace,
        days_left=(term.due - today).days if term.due and not goal.finished else None,
        days_early=early,
    )


def _awaits_wins(goal: Goal, calendar: Calendar, today: date) -> bool:
    """Whether most of the line so far lies before the goal was made, asked while no deal is known.

    A plan runs from the first day of its fiscal year: in a journal begun in autumn, most of what was
    won by then is simply not known, and no verdict follows from its missing.
    """
    if goal.at_most or goal.baseline:
        return False
    made = min(goal.terms[0].decided, today)
    if made <= goal.start:
        return False
    before = calendar.working_days(goal.start, made - timedelta(days=1))
    return before > calendar.working_days(made, today)


def lacking(goal: Goal, today: date) -> tuple[str, ...]:
    """What keeps a milestone from being S.M.A.R.T., in the order of the letters."""
    term = goal.term(today)
    missing = {
        "title": not goal.title.strip(),
        "target": term.target is None,
        "evidence": not goal.evidence,
        "what it serves": not goal.serves,
        "due date": term.due is None,
    }
    return tuple(word for word, is_missing in missing.items() if is_missing)


def as_tree(standings: Iterable[Standing], today: date) -> tuple[Standing, ...]:
    """Goals with their parts beneath them, the soonest due first and finished ones last."""
    by_parent: dict[int | None, list[Standing]] = {}
    listed = list(standings)
    known = {standing.goal.id for standing in listed}
    for standing in listed:
        parent = standing.goal.parent
        by_parent.setdefault(parent if parent in known else None, []).append(standing)
    tree: list[Standing] = []

    def hang(parent: int | None, depth: int) -> None:
        for standing in sorted(by_parent.get(parent, ()), key=_order):
            parts = standing.goal.id in by_parent
            is_leaf = standing.goal.form is Form.MILESTONE and not parts
            lacks = lacking(standing.goal, today) if is_leaf and not standing.is_finished else ()
            tree.append(replace(standing, depth=depth, has_parts=parts, lacks=lacks))
            hang(standing.goal.id, depth + 1)

    hang(None, 0)
    return tuple(tree)


def _order(standing: Standing) -> tuple[bool, date, int]:
    return (standing.is_finished, standing.term.due or date.max, standing.goal.id)
