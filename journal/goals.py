"""The rep's goals and milestones: adding them, changing their terms, and how they stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from journal.errors import BadInput, NotFound
from journal.goal import Form, Goal, Term
from journal.measure import AMOUNT
from journal.milestone_chance import with_chances
from journal.pace import effective_from
from journal.progress import Progress
from journal.standing import Standing, as_tree, stand

if TYPE_CHECKING:
    from journal.burn_up import BurnUp
    from journal.evidence import Evidence
    from journal.journal import Journal

LONGEST_TITLE = 200
"""The longest title, in characters."""


class Goals:
    """What a rep does with goals and milestones."""

    def __init__(self, journal: Journal) -> None:
        """Take the journal they belong to."""
        self._journal = journal

    def new(
        self,
        *,
        form: Form,
        title: str,
        measure: str,
        target: int | None,
        due: date | None,
        start: date | None = None,
        baseline: int = 0,
        at_most: bool = False,
        parent: int | None = None,
        why: str | None = None,
        evidence: str | None = None,
        serves: str | None = None,
    ) -> Goal:
        """A goal or milestone decided today, not saved yet; target and baseline in the measure's units."""
        today = self._journal.today()
        first = start or today
        term = Term(target=target, due=due, decided=today, effective=min(first, today))
        return Goal(
            form=form,
            title=title.strip(),
            measure=measure,
            start=first,
            terms=(term,),
            baseline=baseline,
            at_most=at_most,
            currency=self._journal.settings.currency,
            parent=parent,
            why=why,
            evidence=evidence,
            serves=serves,
        )

    def add(self, goal: Goal) -> Goal:
        """Save a new goal or milestone. Raises BadInput, CannotSave."""
        check(goal)
        self._check_parent(goal)
        with self._journal.writing(f"the {goal.form} “{goal.title}”"):
            return self._journal.store.goals.add(goal)

    def add_anew(self, goal: Goal) -> Goal:
        """Save what was written over one that is gone by now as a new one, with its terms.

        It hangs on nothing where that is gone as well. Raises BadInput, CannotSave.
        """
        parent = goal.parent
        try:
            parent = None if parent is None else self.get(parent).id
        except NotFound:
            parent = None
        return self.add(replace(goal, id=0, uid="", rev=0, parent=parent))

    def change(self, goal: Goal) -> Goal:
        """Save over one that was read before; its terms stay. Raises BadInput, ChangedElsewhere."""
        from journal.planning.goal import as_kept

        check(goal)
        self._check_parent(goal)
        with self._journal.writing(f"a change to “{goal.title}”"):
            return self.in_its_period(
                self._journal.store.goals.change(as_kept(self._journal, goal))
            )

    def get(self, goal_id: int) -> Goal:
        """One goal or milestone. Raises NotFound."""
        return self.in_its_period(self._journal.store.goals.get(goal_id))

    def complete(self, goal_id: int) -> Standing:
        """Call it done today. Raises BadInput when it is already, NotFound, CannotSave."""
        goal = self._journal.store.goals.get(goal_id)
        if goal.finished:
            raise BadInput(f"“{goal.title}” was completed on {goal.finished.isoformat()} already.")
        with self._journal.writing(f"“{goal.title}” completed"):
            self._journal.store.goals.change(replace(goal, finished=self._journal.today()))
        return self.standing(goal_id)

    def reopen(self, goal_id: int) -> Standing:
        """Take its completion back. Raises NotFound, CannotSave."""
        goal = self._journal.store.goals.get(goal_id)
        with self._journal.writing(f"“{goal.title}” opened again"):
            self._journal.store.goals.change(replace(goal, finished=None))
        return self.standing(goal_id)

    def redate(
        self, goal_id: int, due: date, target: int | None = None, why: str | None = None
    ) -> Goal:
        """Give it a new due date, and a new target if one is said.

        Easier (later or smaller) needs a sentence why and takes effect after seven days; harder acts
        at once. A plan goes along with its goal. Raises BadInput, NotFound, CannotSave.
        """
        goal, term = self.term_for(goal_id, due, target, why)
        journal = self._journal
        plan = journal.plans.along_with(goal_id, term)
        with journal.writing(f"“{goal.title}” re-dated to {due.isoformat()}"):
            if plan is not None:
                journal.plans.take_along(goal, plan)
            journal.store.goals.add_term(goal_id, term)
        return self.get(goal_id)

    def term_for(
        self, goal_id: int, due: date, target: int | None = None, why: str | None = None
    ) -> tuple[Goal, Term]:
        """A goal and the new due date it would be given, not saved. Raises BadInput, NotFound."""
        goal = self.get(goal_id)
        today = self._journal.today()
        old, coming = goal.term(today), goal.coming_term(today)
        new_target = goal.terms[-1].target if target is None else target
        effective = effective_from(old, new_target, due, goal.at_most, goal.baseline, today)
        if effective > today and coming is not None:
            why = why or coming.why
        if effective > today and not (why and why.strip()):
            raise BadInput(
                "Making it easier needs one sentence why; it takes effect after seven days."
            )
        term = Term(target=new_target, due=due, decided=today, effective=effective, why=why)
        check(replace(goal, terms=(*goal.terms, term)))
        return goal, term

    def check_in(self, goal_id: int, value: int, day: date | None = None) -> Standing:
        """Keep a value read off today or earlier, in the measure's units. Raises BadInput, NotFound."""
        goal = self.get(goal_id)
        today = self._journal.today()
        if goal.measure != "number":
            raise BadInput(f"“{goal.title}” counts by itself; only a number is checked in by hand.")
        if (on := day or today) > today:
            raise BadInput("That day has not come yet; a check-in is for today or earlier.")
        with self._journal.writing(f"a check-in for “{goal.title}”"):
            self._journal.store.goals.check_in(goal_id, on, value)
        return self.standing(goal_id)

    def remove(self, goal_id: int) -> Goal:
        """Delete one that has no parts; undo brings it back. Raises BadInput, NotFound, CannotSave."""
        goal = self.get(goal_id)
        if any(part.parent == goal_id for part in self._journal.store.goals.all()):
            raise BadInput(f"“{goal.title}” has parts; delete or move those first.")
        with self._journal.writing(f"the deletion of “{goal.title}”"):
            self._journal.store.goals.remove(goal_id)
        return goal

    def add_all(self, goals: Sequence[Goal]) -> tuple[Goal, ...]:
        """Save several at once, as one thing to undo. Raises BadInput, CannotSave."""
        for goal in goals:
            check(goal)
            self._check_parent(goal)
        what = (
            f"the {goals[0].form} “{goals[0].title}”" if len(goals) == 1 else f"{len(goals)} goals"
        )
        with self._journal.writing(what):
            return tuple(self._journal.store.goals.add(goal) for goal in goals)

    def lay_backward(self, goal_id: int) -> tuple[Goal, ...]:
        """Milestones on the way to a goal, not saved: the latest first, down to one at most two weeks away.

        The plan's own goal is laid by its funnel, every other along its line. Raises BadInput, NotFound.
        """
        from journal.laying import lay_backward

        return tuple(lay_backward(self._journal, self.get(goal_id)))

    def evidence(self, measure: str) -> Evidence | None:
        """What the rep's own weeks say about a measure; None where they say nothing."""
        from journal.evidence import read_evidence

        return read_evidence(self._journal, measure)

    def burn_up(self, goal_id: int) -> BurnUp | None:
        """What is done day by day against the line; None without a target or a due date. Raises NotFound."""
        from journal.burn_up import burn_up

        today = self._journal.today()
        progress = Progress(self._journal.store, today)
        return burn_up(self.get(goal_id), progress, self._journal.calendar, today)

    def tree(self) -> tuple[Standing, ...]:
        """Everything with its parts beneath it, as it stands today."""
        journal, today = self._journal, self._journal.today()
        progress = Progress(journal.store, today)
        goals = (self.in_its_period(goal) for goal in journal.store.goals.all())
        standings = [stand(goal, progress.done(goal), journal.calendar, today) for goal in goals]
        return as_tree(with_chances(journal, standings), today)

    def chances(self) -> dict[int, float]:
        """The chance of each open goal and milestone that has one, 0-1, by id.

        Those for the amount booked and the deals won ask for every deal: drawn after the list.
        """
        weighed = self.weighed(self.tree())
        return {one.goal.id: one.chance for one in weighed if one.chance is not None}

    def weighed(self, standings: Sequence[Standing]) -> tuple[Standing, ...]:
        """The same standings, those for the amount booked and the deals won with their chance too."""
        from journal.target_chances import with_chances_of_targets

        return with_chances_of_targets(self._journal, standings)

    def standing(self, goal_id: int) -> Standing:
        """How one stands today. Raises NotFound."""
        self.get(goal_id)
        return next(standing for standing in self.tree() if standing.goal.id == goal_id)

    def in_its_period(self, goal: Goal) -> Goal:
        """The goal in the period of its plan, which only one that was given another term can leave."""
        if goal.measure != AMOUNT or len(goal.terms) == 1:
            return goal
        from journal.planning.goal import in_its_period

        return in_its_period(self._journal, goal)

    def _check_parent(self, goal: Goal) -> None:
        """Refuse a goal that would hang on itself, however far up."""
        above, seen = goal.parent, {goal.id} if goal.id else set()
        while above is not None:
            if above in seen:
                raise BadInput(f"“{goal.title}” cannot be part of itself.")
            seen.add(above)
            above = self.get(above).parent


def check(goal: Goal) -> None:
    """Refuse what cannot be a goal. Raises BadInput."""
    if not goal.title.strip():
        raise BadInput("Give it a title: what will be true?")
    if len(goal.title) > LONGEST_TITLE:
        raise BadInput(
            f"A title holds {LONGEST_TITLE} characters; put the rest into why it matters."
        )
    term = goal.terms[-1]
    if term.due is not None and term.due < goal.start:
        raise BadInput(
            f"It is due {term.due.isoformat()}, before it starts on {goal.start.isoformat()}."
        )
    if term.target is None:
        return
    if term.target < 0 or (term.target == 0 and not goal.at_most):
        raise BadInput("A target is more than nothing; write a number above 0.")
    if not goal.at_most and term.target <= goal.baseline:
        raise BadInput("The target is where it starts from already; write a larger one.")
