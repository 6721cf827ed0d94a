"""Milestones proposed on the way to a goal, from its end date back to a first one at hand."""

from __future__ import annotations

from datetime import date
from math import ceil, floor
from typing import TYPE_CHECKING

from journal.errors import BadInput
from journal.goal import Form, Goal
from journal.measure import AMOUNT, NUMBER, in_words, noun
from journal.pace import line_on
from journal.planning.backward import ROUNDABOUT, Waypoint, from_funnel, nearer_days
from journal.progress import Progress

if TYPE_CHECKING:
    from journal.journal import Journal

NO_END = "A way back begins at the end: give “{}” a target and a due date first."
IS_OVER = "“{}” was due {}: give it a day that is still ahead first."


def lay_backward(journal: Journal, goal: Goal) -> list[Goal]:
    """Milestones not saved yet, the latest first; none when the goal itself is at most two weeks away.

    The plan's own goal is laid by its funnel, any other along the line from today. Raises BadInput.
    """
    today, term = journal.today(), goal.term(journal.today())
    if term.target is None or term.due is None:
        raise BadInput(NO_END.format(goal.title))
    if term.due < today or goal.finished:
        raise BadInput(IS_OVER.format(goal.title, term.due.isoformat()))
    if (term.due - today).days <= ROUNDABOUT:
        return []
    laid: list[Waypoint] = []
    if goal.measure == AMOUNT and journal.plans.current().goal == goal.id:
        laid = from_funnel(journal.plans.funnel(), journal.calendar, today)
    there = {(part.measure, part.term(today).due) for part in journal.store.goals.all()
             if part.parent == goal.id}  # fmt: skip
    return [
        as_milestone(journal, each, goal)
        for each in laid or _along_the_line(journal, goal, term.target, term.due)
        if (each.measure, each.due) not in there
    ]


def as_milestone(journal: Journal, waypoint: Waypoint, goal: Goal) -> Goal:
    """A waypoint as a S.M.A.R.T. milestone of a goal, not saved yet."""
    from dataclasses import replace

    from journal.evidence import read_evidence

    found = read_evidence(journal, waypoint.measure)
    amount = in_words(waypoint.measure, waypoint.target, goal.currency)
    made = journal.goals.new(
        form=Form.MILESTONE,
        title=_title(waypoint, amount, goal),
        measure=waypoint.measure,
        target=waypoint.target,
        due=waypoint.due,
        baseline=waypoint.baseline,
        at_most=goal.at_most,
        parent=goal.id,
        evidence=found.sentence if found else None,
        serves=f"A step to: {goal.title}",
    )
    return replace(made, currency=goal.currency)


def _title(waypoint: Waypoint, amount: str, goal: Goal) -> str:
    if waypoint.measure == NUMBER:
        return f"{goal.title}: {amount}"[:200]
    most = "At most " if goal.at_most else ""
    unit = f"{goal.currency} booked" if waypoint.measure == AMOUNT else noun(waypoint.measure)
    return f"{most}{amount} {unit}"


def _along_the_line(journal: Journal, goal: Goal, target: int, due: date) -> list[Waypoint]:
    """Waypoints on the straight way from where the goal stands today."""
    today, calendar = journal.today(), journal.calendar
    done = Progress(journal.store, today).done(goal)
    stands = goal.baseline if done is None else done
    is_read = goal.measure == NUMBER
    laid: list[Waypoint] = []
    for day in nearer_days(due, calendar, max(today, goal.start)):
        at = line_on(day, baseline=stands, target=target, start=today, due=due, calendar=calendar)
        there = floor(at) if goal.at_most else ceil(at)
        aim = there if is_read else there - stands
        if aim != (stands if is_read else 0) and (aim > 0 or is_read):
            laid.append(Waypoint(goal.measure, aim, day, stands if is_read else 0))
    return laid
