"""What Goals asks the rep in dialogs: each ends with what was saved and the sentence about it."""

from __future__ import annotations

from dataclasses import dataclass

from textual.app import App

from journal.errors import BadInput
from journal.goal import Form, Goal, Term
from journal.journal import Journal
from journal.planning.backward import ROUNDABOUT
from journal.standing import Standing
from screens import goal_words


@dataclass(frozen=True, slots=True)
class Said:
    """What was saved."""

    words: str
    """The sentence about it."""
    goal_id: int | None = None
    """The goal it was, for the cursor to go to."""


class GoalAsks:
    """Opens dialogs one after the other until something is saved or the rep leaves."""

    def __init__(self, app: App[object], journal: Journal) -> None:
        """Take the app the dialogs open in, and the journal they save to."""
        self._app = app
        self._journal = journal

    async def add(self, part_of: Goal | None) -> Said | None:
        """A goal, or a milestone on the way to one."""
        from screens.dialogs.add import AddDialog
        from screens.dialogs.goal import GoalDialog
        from screens.dialogs.keep import ask_until_saved

        form = await self._app.push_screen_wait(AddDialog(part_of))
        if form is None:
            return None
        parent = part_of.id if part_of and form is Form.MILESTONE else None
        added = await ask_until_saved(
            self._app,
            lambda typed, said: GoalDialog(self._journal, typed, parent, form, said),
            self._journal.goals.add,
        )
        return None if added is None else Said(goal_words.saved(added), added.id)

    async def change(self, goal_id: int) -> Said | None:
        """Another wording, measure or place of one. Raises JournalError when it is not there."""
        from screens.dialogs.goal import GoalDialog
        from screens.dialogs.keep import change_until_saved

        goals = self._journal.goals
        changed = await change_until_saved(
            self._app,
            goals.get(goal_id),
            lambda goal, said: GoalDialog(self._journal, goal, said=said),
            goals.change,
            goals.get,
            goals.add_anew,
        )
        return None if changed is None else Said(goal_words.saved(changed), changed.id)

    async def redate(self, goal: Goal) -> Said | None:
        """Another day or target."""
        from screens.dialogs.keep import ask_until_saved
        from screens.dialogs.redate import RedateDialog

        goals = self._journal.goals

        def save(term: Term) -> Goal:
            assert term.due is not None
            return goals.redate(goal.id, term.due, term.target, term.why)

        redated = await ask_until_saved(
            self._app, lambda typed, said: RedateDialog(self._journal, goal, typed, said), save
        )
        if redated is None:
            return None
        return Said(goal_words.redated(redated, self._journal.today()), redated.id)

    async def complete(self, standing: Standing) -> Said | None:
        """Completing one that is short of its target: done all the same, or laid again."""
        from screens.dialogs.short import Short, ShortDialog

        answer = await self._app.push_screen_wait(ShortDialog(standing))
        if answer is Short.REDATE:
            return await self.redate(standing.goal)
        if answer is None:
            return None
        done = self._journal.goals.complete(standing.goal.id)
        return Said(goal_words.completed(done), done.goal.id)

    async def check_in(self, goal: Goal) -> Said | None:
        """What a number stands at."""
        from screens.dialogs.check_in import CheckInDialog
        from screens.dialogs.keep import ask_until_saved

        goals = self._journal.goals
        standing = await ask_until_saved(
            self._app,
            lambda typed, said: CheckInDialog(self._journal, goal, typed, said),
            lambda checked: goals.check_in(goal.id, checked.value, checked.day),
        )
        return None if standing is None else Said(goal_words.checked_in(standing), goal.id)

    async def lay_backward(self, goal: Goal) -> Said | None:
        """Waypoints from the end date back to one within two weeks. Raises JournalError."""
        from screens.dialogs.backward import BackwardDialog
        from screens.dialogs.keep import ask_until_saved

        goals = self._journal.goals
        proposed = goals.lay_backward(goal.id)
        due = goal.term(self._journal.today()).due
        if not proposed and due and (due - self._journal.today()).days <= ROUNDABOUT:
            raise BadInput(goal_words.is_at_hand(goal))
        laid = await ask_until_saved(
            self._app,
            # What was typed in an earlier try is filled in from its draft, row by row.
            lambda _, said: BackwardDialog(self._journal, goal, proposed, said),
            goals.add_all,
        )
        return None if not laid else Said(goal_words.laid_backward(laid, goal), laid[-1].id)

    async def begin(self) -> Said | None:
        """The three questions of the first start."""
        from screens.dialogs.begin import BeginDialog
        from screens.dialogs.keep import ask_until_saved

        plans = self._journal.plans
        begun = await ask_until_saved(
            self._app,
            lambda typed, said: BeginDialog(self._journal, typed, said),
            lambda first: plans.begin(first.target, first.by, first.deal_size, first.win_rate),
        )
        return None if begun is None else Said(self._begun(begun.goal), begun.goal or None)

    def _begun(self, goal_id: int) -> str:
        """What the first plan laid, and what helps where nothing could be laid at hand."""
        from screens.begun_words import begun

        parts = [one for one in self._journal.goals.tree() if one.goal.parent == goal_id]
        return begun(self._journal.plans.funnel(), parts, self._journal.today())
