"""Goals: this week's number, the chance, the tree of goals and milestones, the burn-up of one, the funnel."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Iterator
from datetime import date
from functools import partial
from typing import ClassVar, TypeVar

from textual import work
from textual.binding import BindingType
from textual.containers import Container
from textual.screen import Screen
from textual.timer import Timer
from textual.widget import Widget

from journal.goal import Form, Goal
from journal.journal import Journal
from journal.measure import NUMBER
from journal.standing import Standing
from journal.week import read_week
from screens import goal_words, wording
from screens.goal_asks import GoalAsks, Said
from screens.goal_keys import KEYS
from screens.page import Page
from screens.plan_page import PlanPage
from screens.widgets.funnel_panel import FunnelPanel
from screens.widgets.goal_burn_up import GoalBurnUp
from screens.widgets.goal_chance import GoalChance
from screens.widgets.goal_list import GoalList
from screens.widgets.goal_story import GoalStory
from screens.widgets.week_band import WeekBand

Kept = TypeVar("Kept")

_ASKING = "asking"

REST = 0.08
"""Seconds the cursor rests on a row before its burn-up is drawn."""


class Goals(PlanPage, inherit_bindings=False):
    """What success is, and how far the rep is on the way to it."""

    NUMBER: ClassVar[int] = 2
    CSS_PATH = "goals.tcss"
    AUTO_FOCUS = "#list"

    BINDINGS: ClassVar[list[BindingType]] = [
        *KEYS,
        # The keys of every page come after the page's own, so that the row of keys shows these.
        *Page.BINDINGS,
        *Screen.BINDINGS,
    ]

    def __init__(self, journal: Journal) -> None:
        """Take the journal it shows."""
        super().__init__(journal)
        self._resting: Timer | None = None

    def panels(self) -> Iterator[Widget]:
        """The band, the list, and what belongs to the selected row."""
        with Container(id="body"):
            with Container(id="band"):
                yield WeekBand(id="week")
                yield GoalChance(id="chance")
            yield GoalList(id="list")
            with Container(id="below"):
                yield GoalBurnUp(id="burn-up")
                yield GoalStory(id="story")
                yield FunnelPanel(id="funnel")

    def on_mount(self) -> None:
        """Read the journal for the first paint."""
        self.read_again()

    def read_again(self) -> None:
        """Read goals, week and plan again; the cursor stays on its goal."""
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
        self.call_after_refresh(self.read_plan)

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

    def on_goal_burn_up_story_asked(self) -> None:
        """Words instead of the drawing."""
        self.action_story()

    def on_goal_story_chart_asked(self) -> None:
        """The drawing instead of the words."""
        self.action_story()

    def action_add(self) -> None:
        """Ask for a goal or a milestone, and then for the rest."""
        self._ask(partial(self._asks.add, self._goal_to_hang_on()))

    def action_open(self) -> None:
        """Change the one under the cursor; in an empty list, begin."""
        if selected := self._selected():
            self._ask(partial(self._asks.change, selected.goal.id))
        else:
            self.action_begin()

    def action_begin(self) -> None:
        """Ask the three questions a plan begins with."""
        self._ask(self._asks.begin)

    def action_redate(self) -> None:
        """Give the one under the cursor another day or target."""
        if selected := self._selected():
            self._ask(partial(self._asks.redate, selected.goal))

    def action_lay_backward(self) -> None:
        """Lay waypoints from the end of the one under the cursor back to the next two weeks."""
        if selected := self._selected():
            self._ask(partial(self._asks.lay_backward, selected.goal))

    def action_check_in(self) -> None:
        """Write down what a number stands at; what counts by itself says so."""
        selected = self._selected()
        if selected is None:
            return
        if selected.goal.measure == NUMBER:
            self._ask(partial(self._asks.check_in, selected.goal))
        else:
            self.say(goal_words.counts_by_itself(selected))

    def action_complete(self) -> None:
        """Complete the one under the cursor; one that is done is opened again."""
        if selected := self._selected():
            goals = self.journal.goals
            if selected.is_finished:
                self._save(lambda: goals.reopen(selected.goal.id), goal_words.opened_again)
            elif selected.is_short:
                self._ask(partial(self._asks.complete, selected))
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
        """Show the funnel where the burn-up stands, or go to it where both fit; and back."""
        funnel, listed = self.query_one(FunnelPanel), self.query_one(GoalList)
        if self.has_class("-narrow"):
            self.toggle_class("-funnel")
        is_left = funnel.has_focus or not funnel.display
        self.set_focus(listed if is_left else funnel)

    def action_story(self) -> None:
        """Tell the story where the burn-up stands, or go to it where both fit; and back."""
        burn_up, story = self.query_one(GoalBurnUp), self.query_one(GoalStory)
        was_there = self.focused in (burn_up, story)
        self.remove_class("-funnel")
        if self.has_class("-wide"):
            to_story = self.focused is not story
        else:
            to_story = not self.has_class("-story")
            self.set_class(to_story, "-story")
        if was_there or self.has_class("-wide"):
            self.set_focus(story if to_story or not burn_up.display else burn_up)

    def action_rest(self) -> None:
        """Back to the list."""
        self.remove_class("-funnel")
        self.set_focus(self.query_one(GoalList))

    @property
    def _asks(self) -> GoalAsks:
        return GoalAsks(self.app, self.journal)

    def _ask(self, ask: Callable[[], Coroutine[object, object, Said | None]]) -> None:
        """Open a dialog, and not a second one when a key comes twice."""
        if not any(one.group == _ASKING and not one.is_finished for one in self.workers):
            self._until_said(ask)

    @work(group=_ASKING)
    async def _until_said(self, ask: Callable[[], Coroutine[object, object, Said | None]]) -> None:
        since = self.journal.kept
        with self.trouble_said():
            if (said := await ask()) is not None:
                self.show_saved(said.words, since)
                if said.goal_id is not None:
                    self.query_one(GoalList).select(said.goal_id)

    def _save(
        self, save: Callable[[], Kept], say: Callable[[Kept], str], hint: str = wording.TAKE_BACK
    ) -> None:
        with self.trouble_said():
            self.look_around()
            self.show_change(say(save()), hint)

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
        """Tell the story at once, and draw the burn-up once the cursor rests."""
        story = self.query_one(GoalStory)
        story.standings, story.standing = self.query_one(GoalList).standings, standing
        if self._resting is not None:
            self._resting.stop()
        self._resting = self.set_timer(REST, self._draw)

    def _draw(self) -> None:
        burn_up, selected = self.query_one(GoalBurnUp), self._selected()
        drawn = self.journal.goals.burn_up(selected.goal.id) if selected else None
        self.set_class(drawn is None, "-plain")
        burn_up.standing, burn_up.burn_up = selected, drawn
