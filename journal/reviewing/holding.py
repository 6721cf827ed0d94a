"""A review is held: one changed lever, dates re-laid and the next day locked in, saved as one thing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from journal.dates import in_words
from journal.entry import LONGEST_TEXT
from journal.errors import BadInput, JournalError, as_sentence
from journal.planning.causes import causes
from journal.planning.goal import goal_for, retitle
from journal.review import Period, Review
from journal.reviewing.levers import raise_lever
from journal.reviewing.next_day import moved, proposed
from journal.reviewing.span import Span, span_of

if TYPE_CHECKING:
    from journal.goal import Goal, Term
    from journal.journal import Journal
    from journal.plan import Plan

KEPT = "The plan is kept as it is."
"""The sentence of a review that changed no lever."""

CAUSES_TOLD = 3
"""How many of the causes that changed the need are told beside the lever, the largest first."""

FARTHEST_NEXT = 366
"""The next review is at most so many days away."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Redate:
    """A new due date for an open goal or milestone."""

    goal: int
    """Its id."""
    due: date
    """The new due date."""
    target: int | None = None
    """A new target in the measure's units; None leaves the old one."""
    why: str | None = None
    """Why, in one sentence; asked for where it makes the goal easier."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What a review ends in, checked and ready to be saved."""

    review: Review
    """The review as it will be kept, but for its plan."""
    plan: Plan | None
    """The new version of the plan; None when no lever is changed and its goal keeps its day."""
    terms: tuple[tuple[Goal, Term], ...]
    """The goals that get a new term."""
    label: str
    """What undo calls it."""


def decide(
    journal: Journal,
    span: Span,
    *,
    lever: str,
    amount: float,
    if_then: str,
    redates: Sequence[Redate],
    next_on: date | None,
) -> Decision:
    """Check all that a review ends in before anything is saved. Raises BadInput, NotFound."""
    if len(if_then) > LONGEST_TEXT:
        raise BadInput(f"An if-then holds {LONGEST_TEXT:,} characters: make it one sentence.")
    plan, sentence = None, KEPT
    if lever:
        before = journal.plans.latest()
        plan, raised = raise_lever(journal, lever, amount)
        why = causes(before, plan)[:CAUSES_TOLD] if before else ()
        # The size of a deal is its average among the causes: the same numbers are told once.
        numbers = raised.removesuffix(".").partition(" went from ")[2]
        is_told = bool(numbers) and any(f" went from {numbers}" in each for each in why)
        sentence = " ".join(why if is_told else (raised, *why))
    review = Review(
        period=span.period,
        first=span.first,
        last=span.last,
        lever=lever,
        if_then=if_then.strip(),
        sentence=sentence,
        next_on=_locked_in(journal, span, next_on),
    )
    terms = tuple(
        journal.goals.term_for(each.goal, each.due, each.target, each.why) for each in redates
    )
    for goal, term in terms:
        plan = journal.plans.along_with(goal.id, term, plan) or plan
    label = f"the review of {span.name}"
    return Decision(review=review, plan=plan, terms=terms, label=label)


def save(journal: Journal, decision: Decision) -> Review:
    """Keep the version of the plan, the new dates and the review as one thing to undo. Raises CannotSave."""
    store = journal.store
    with journal.writing(decision.label) as now:
        version, plan = None, decision.plan
        for goal, term in decision.terms:
            if plan is not None and plan.goal == goal.id:
                retitle(journal, goal, plan)
            store.goals.add_term(goal.id, term)
        if plan is not None:
            version = store.plans.add(replace(plan, goal=goal_for(journal, plan))).id
        return store.reviews.add(replace(decision.review, plan=version, held=now))


def read_span(period: Period, first: date, last: date, today: date) -> Span:
    """The week or month with these first and last days. Raises BadInput when none has them."""
    span = span_of(period, first, today)
    if (span.first, span.last) != (first, last):
        raise BadInput(
            f"A {period.value} with that day lasts from {span.first.isoformat()} "
            f"to {span.last.isoformat()}: review those days."
        )
    return span


def _locked_in(journal: Journal, span: Span, said: date | None) -> date | None:
    """The day of the next review: as said; else proposed after a month, and left as it was after a week."""
    today, calendar = journal.today(), journal.calendar
    if said is None:
        if span.period is Period.WEEK:
            return None
        return proposed(moved(max(span.last, today), 1), calendar)
    if not 0 < (said - today).days <= FARTHEST_NEXT:
        raise BadInput("The next review is on a day ahead, at most a year from now.")
    if not calendar.is_working(said):
        raise BadInput(
            f"{as_sentence(in_words(said, today))} is a day off{_instead(journal, said)}."
        )
    return said


def _instead(journal: Journal, day: date) -> str:
    """The working day a review could be on instead."""
    try:
        found = journal.calendar.next_working(day)
    except JournalError:
        return ": choose some working days first"
    return f": {in_words(found, journal.today())} is a working day"
