"""The goal a plan belongs to: found, made, and kept at the plan's target and day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from journal.dates import MONTHS
from journal.errors import BadInput
from journal.goal import Form, Goal, Term
from journal.measure import AMOUNT
from journal.money import Money
from journal.pace import effective_from
from journal.plan import Plan

if TYPE_CHECKING:
    from journal.journal import Journal


def goal_planned(journal: Journal) -> Goal | None:
    """The first unfinished goal for the amount booked."""
    return next(
        (
            goal
            for goal in journal.store.goals.all()
            if goal.measure == AMOUNT and goal.form is Form.GOAL and not goal.finished
        ),
        None,
    )


def goal_for(journal: Journal, plan: Plan) -> int:
    """The id of the plan's goal, which says the same target and period; made if there is none.

    To be called while something is saved.
    """
    goals, today = journal.store.goals, journal.today()
    goal = goals.get(plan.goal) if plan.goal else None
    if goal is None:
        made = journal.goals.new(
            form=Form.GOAL,
            title=titled(plan.target, plan.currency, plan.by),
            measure=AMOUNT,
            target=plan.target,
            due=plan.by,
            start=plan.start,
        )
        return goals.add(replace(made, currency=plan.currency)).id
    last, in_force = goal.terms[-1], goal.term(today)
    baseline = in_its_period(journal, goal).baseline
    term = last
    if (last.target, last.due) != (plan.target, plan.by):
        asked = (plan.target, plan.by)
        held = effective_from(in_force, *asked, goal.at_most, baseline, today)
        term = Term(target=plan.target, due=plan.by, decided=today, effective=held, why="the plan")
    # What waits moves nothing yet; and what a goal starts from was booked before its own first day.
    keeps_start = term.effective > today or goal.baseline != 0
    start = goal.start if keeps_start else plan.start
    _change(journal, goal, replace(retitled(goal, plan), start=start))
    if term is not last:
        goals.add_term(goal.id, term)
    return goal.id


def retitle(journal: Journal, goal: Goal, plan: Plan) -> None:
    """Give a goal that has the title of its plan the one of another plan; one of the rep's own stays.

    To be called while something is saved.
    """
    kept = journal.store.goals.get(goal.id)
    _change(journal, kept, retitled(kept, plan))


def retitled(goal: Goal, plan: Plan) -> Goal:
    """The goal with the title of another plan, if it has that of its own."""
    last = goal.terms[-1]
    if goal.title != titled(last.target, goal.currency, last.due or plan.by):
        return goal
    return replace(goal, title=titled(plan.target, plan.currency, plan.by))


def baseline_of(goal: Goal, plan: Plan) -> int:
    """Where the goal of a plan starts from, in minor units; 0 in a period or a currency that is another."""
    is_same = (goal.currency, goal.start) == (plan.currency, plan.start)
    return goal.baseline if is_same else 0


def in_its_period(journal: Journal, goal: Goal) -> Goal:
    """The goal from the first day of its plan on, where the target in force is of another period.

    A plan whose target waits moves no first day when it is saved. On the day it takes effect, what
    was booked in the period before, and what that one started from, is not counted again; a plan
    that goes back to an earlier period counts from there.
    """
    term = goal.term(goal.finished or journal.today())
    plan = journal.plans.saved_for(goal.id, term)
    if plan is None:
        return goal
    is_later = any(former.due and former.due < plan.start for former in goal.terms)
    if (is_later and goal.start < plan.start) or goal.start > plan.by:
        return replace(goal, start=plan.start, baseline=0)
    return goal


def as_kept(journal: Journal, goal: Goal) -> Goal:
    """The goal as it is to be saved: a first day it has only of its plan is not its own.

    Raises BadInput for one that the plan would not let count.
    """
    kept = journal.store.goals.get(goal.id)
    if goal.start == kept.start:
        return goal
    read = in_its_period(journal, kept)
    if (goal.start, goal.baseline) == (read.start, read.baseline):
        return replace(goal, start=kept.start, baseline=kept.baseline)
    if (first := in_its_period(journal, goal).start) != goal.start:
        raise BadInput(f"Its plan counts from {first.isoformat()}; write that day or a later one.")
    return goal


def _change(journal: Journal, goal: Goal, changed: Goal) -> None:
    if changed != goal:
        journal.store.goals.change(changed)


def titled(target: int | None, currency: str, by: date) -> str:
    """What a plan's goal is called: 1.2M booked in 2027, or by 30 Jun 2027 within a year."""
    booked = "Booked" if target is None else f"{Money(target, currency).short} booked"
    if (by.month, by.day) == (12, 31):
        return f"{booked} in {by.year}"
    return f"{booked} by {by.day} {MONTHS[by.month - 1]} {by.year}"
