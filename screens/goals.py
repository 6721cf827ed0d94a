"""Goals: this week's number, the tree of goals and milestones, the story of one, and the funnel."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Iterator
from datetime import date
from functools import partial
from typing import ClassVar, TypeVar

from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.screen import Screen
from textual.widget import Widget

from journal.goal import Form, Goal, Term
from journal.measure import NUMBER
from journal.standing import Standing
from journal.week import read_week
from screens import goal_words, wording
from screens.page import Page
from screens.widgets.funnel_panel import FunnelPanel
from screens.widgets.goal_list import GoalList
from screens.widgets.goal_story import GoalStory
from screens.widgets.smart_check import SmartCheck
from screens.widgets.week_band import WeekBand

Kept = TypeVar("Kept")

_ASKING = "asking"


class Goals(Page, inherit_bindings=False):
    """What success is, and how far the rep is on the way to it."""

    NUMBER: ClassVar[int] = 2
    CSS_PATH = "goals.tcss"
    AUTO_FOCUS = "#list"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a", "add", "Add", id="goals.add", tooltip="Add a goal or a milestone"),
        Binding(
            "enter",
            "open",
            "Open",
            id="goals.open",
            key_display="Enter",
            tooltip="Read or change the one under the cursor",
        ),
        Binding(
            "space",
            "check_in",
            "Check in",
            id="goals.check_in",
            key_display="Space",
            tooltip="Write down what a number stands at",
        ),
        Binding(
            "r", "redate", "Re-date", id="goals.redate", tooltip="Give it another day or target"
        ),
        Binding(
            "d", "complete", "Done", id="goals.complete", tooltip="Complete it, or open it again"
        ),
        Binding(
            "f", "funnel", "Funnel", id="goals.funnel", tooltip="Show the funnel, or the story"
        ),
        Binding(
            "delete,backspace",
            "remove",
            "Delete",
            id="goals.remove",
            show=False,
            key_display="Delete",
            tooltip="Delete the one under the cursor; u brings it back",
        ),
        Binding("escape", "rest", "Back", id="goals.rest", show=False, tooltip="Back to the list"),
        # The keys of every page come after the page's own, so that the row of keys shows these.
        *Page.BINDINGS,
        *Screen.BINDINGS,
    ]

    def panels(self) -> Iterator[Widget]:
        """The band, the list, and what belongs to the selected row."""
        with Container(id="body"):
            with Container(id="band"):
                yield WeekBand(id="week")
                yield SmartCheck(id="smart")
            yield GoalList(id="list")
            with Container(id="below"):
                yield GoalStory(id="story")
                yield FunnelPanel(id="funnel")

    def on_mount(self) -> None:
        """Read the journal for the first paint."""
        self.read_again()

    def read_again(self) -> None:
        """Read goals, week and funnel again; the cursor stays on its goal."""
        journal, today = self.journal, self.journal.today()
        listed = self.query_one(GoalList)
        before = listed.selected
        listed.day, listed.standings = today, journal.goals.tree()
        if before is not None:
            listed.select(before.goal.id)
        listed.cursor = listed.validate_cursor(listed.cursor)
        self.query_one(WeekBand).week = read_week(journal, listed.standings)
        self._tell(listed.selected)
        # Thousands of deals are weighed for it: after the list has answered the key.
        self.call_after_refresh(self._show_funnel)

    def _show_funnel(self) -> None:
        funnel = self.query_one(FunnelPanel)
        funnel.day, funnel.funnel = self.journal.today(), self.journal.plans.funnel()

    def tick(self) -> None:
        """Move the clock on; at the day's start the new day begins."""
        super().tick()
        day: date | None = self.query_one(GoalList).day
        if day is not None and day != self.journal.today():
            self.journal.forget_what_was_read()
            self.read_again()

    def on_goal_list_highlighted(self, message: GoalList.Highlighted) -> None:
        """Tell the story of the row under the cursor."""
        self._tell(self._selected())

    def on_goal_list_opened(self, message: GoalList.Opened) -> None:
        """Open the row that was clicked."""
        self.action_open()

    def action_add(self) -> None:
        """Ask for a goal or a milestone, and then for the rest."""
        self._ask(self._add)

    def action_open(self) -> None:
        """Change the one under the cursor."""
        if selected := self._selected():
            self._ask(partial(self._change, selected.goal.id))

    def action_redate(self) -> None:
        """Give the one under the cursor another day or target."""
        if selected := self._selected():
            self._ask(partial(self._redate, selected.goal))

    def action_check_in(self) -> None:
        """Write down what a number stands at; what counts by itself says so."""
        selected = self._selected()
        if selected is None:
            return
        if selected.goal.measure == NUMBER:
            self._ask(partial(self._check_in, selected.goal))
        else:
            self.say(goal_words.counts_by_itself(selected))

    def action_complete(self) -> None:
        """Complete the one under the cursor; one that is done is opened again."""
        if selected := self._selected():
            goals = self.journal.goals
            if selected.is_finished:
                self._save(lambda: goals.reopen(selected.goal.id), goal_words.opened_again)
            else:
                self._save(lambda: goals.complete(selected.goal.id), goal_words.completed)

    def action_remove(self) -> None:
        """Delete the one under the cursor."""
        if selected := self._selected():
            goals = self.journal.goals
            self._save(
                lambda: goals.remove(selected.goal.id), goal_words.deleted, wording.BRING_BACK
            )

    def action_funnel(self) -> None:
        """Show the funnel where the story stands, or go to it where both fit; and back."""
        funnel, listed = self.query_one(FunnelPanel), self.query_one(GoalList)
        if self.has_class("-narrow"):
            self.toggle_class("-funnel")
        self.set_focus(listed if funnel.has_focus or not funnel.display else funnel)

    def action_rest(self) -> None:
        """Back to the list."""
        self.remove_class("-funnel")
        self.set_focus(self.query_one(GoalList))

    def _ask(self, ask: Callable[[], Coroutine[object, object, None]]) -> None:
        """Open a dialog, and not a second one when a key comes twice."""
        if not any(one.group == _ASKING and not one.is_finished for one in self.workers):
            self.run_worker(ask(), group=_ASKING)

    async def _add(self) -> None:
        from screens.dialogs.add import AddDialog
        from screens.dialogs.goal import GoalDialog
        from screens.dialogs.keep import ask_until_saved

        part_of = self._goal_to_hang_on()
        form = await self.app.push_screen_wait(AddDialog(part_of))
        if form is None:
            return
        parent = part_of.id if part_of and form is Form.MILESTONE else None
        added = await ask_until_saved(
            self.app,
            lambda typed, said: GoalDialog(self.journal, typed, parent, form, said),
            self.journal.goals.add,
        )
        if added is not None:
            self._said(goal_words.saved(added), added.id)

    async def _change(self, goal_id: int) -> None:
        from screens.dialogs.goal import GoalDialog
        from screens.dialogs.keep import change_until_saved

        goals = self.journal.goals
        goal: Goal | None = None
        with self.trouble_said():
            goal = goals.get(goal_id)
        if goal is None:
            return
        changed = await change_until_saved(
            self.app,
            goal,
            lambda goal, said: GoalDialog(self.journal, goal, said=said),
            goals.change,
            goals.get,
        )
        if changed is not None:
            self._said(goal_words.saved(changed), changed.id)

    async def _redate(self, goal: Goal) -> None:
        from screens.dialogs.keep import ask_until_saved
        from screens.dialogs.redate import RedateDialog

        goals = self.journal.goals

        def save(term: Term) -> Goal:
            assert term.due is not None
            return goals.redate(goal.id, term.due, term.target, term.why)

        redated = await ask_until_saved(
            self.app, lambda typed, said: RedateDialog(self.journal, goal, typed, said), save
        )
        if redated is not None:
            self._said(goal_words.redated(redated, self.journal.today()), redated.id)

    async def _check_in(self, goal: Goal) -> None:
        from screens.dialogs.check_in import CheckInDialog
        from screens.dialogs.keep import ask_until_saved

        goals = self.journal.goals
        standing = await ask_until_saved(
            self.app,
            lambda typed, said: CheckInDialog(self.journal, goal, typed, said),
            lambda checked: goals.check_in(goal.id, checked.value, checked.day),
        )
        if standing is not None:
            self._said(goal_words.checked_in(standing), goal.id)

    def _save(
        self, save: Callable[[], Kept], say: Callable[[Kept], str], hint: str = wording.TAKE_BACK
    ) -> None:
        with self.trouble_said():
            self.look_around()
            self._show_change(say(save()), hint)

    def _said(self, words: str, goal_id: int) -> None:
        self._show_change(words, wording.TAKE_BACK)
        self.query_one(GoalList).select(goal_id)

    def _goal_to_hang_on(self) -> Goal | None:
        """What a new milestone is part of: the row under the cursor, or what that is part of."""
        selected = self._selected()
        if selected is None:
            return None
        is_waypoint = selected.goal.form is Form.MILESTONE and not selected.has_parts
        if not is_waypoint:
            return None if selected.is_finished else selected.goal
        everything = self.query_one(GoalList).standings
        return next((one.goal for one in everything if one.goal.id == selected.goal.parent), None)

    def _selected(self) -> Standing | None:
        return self.query_one(GoalList).selected

    def _tell(self, standing: Standing | None) -> None:
        smart = self.query_one(SmartCheck)
        smart.standing, smart.standings = standing, self.query_one(GoalList).standings
        self.query_one(GoalStory).standing = standing
