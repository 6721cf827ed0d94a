"""Review: how the week or month went against the plan, what moved, what hit, and the one change."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.screen import Screen
from textual.widget import Widget

from journal.journal import Journal
from journal.review import Period
from screens import lever_words, review_words, taught_words
from screens.page import Page
from screens.review_figures import ReviewFigures
from screens.widgets.conversion_table import ConversionTable
from screens.widgets.lever_list import LeverList
from screens.widgets.plan_actual import PlanActual
from screens.widgets.review_band import ReviewBand
from screens.widgets.review_panel import ReviewPanel
from screens.widgets.run_panel import RunPanel
from screens.widgets.what_hit import WhatHit
from screens.widgets.what_moved import WhatMoved
from screens.widgets.year_days import YearDays

if TYPE_CHECKING:
    pass

_WALK = "walk"


class Review(ReviewFigures, inherit_bindings=False):
    """Looks back on a week or a month, and ends in one changed lever."""

    NUMBER: ClassVar[int] = 6
    CSS_PATH = "review.tcss"
    AUTO_FOCUS = "#plan"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "left_square_bracket",
            "turn(-1)",
            "Back",
            id="review.back",
            key_display="[",
            tooltip="Look at the week or month before",
        ),
        Binding(
            "right_square_bracket",
            "turn(1)",
            "Next",
            id="review.next",
            key_display="]",
            tooltip="Look at the week or month after",
        ),
        Binding(
            "w", "period", "Week/month", id="review.period", tooltip="Look at a week, or a month"
        ),
        Binding(
            "enter",
            "walk",
            "Walk through",
            id="review.walk",
            key_display="Enter",
            tooltip="Ten minutes that end in one change",
        ),
        Binding(
            "f",
            "conversions",
            "Conversions",
            id="review.conversions",
            tooltip="The conversions, and the plan again",
        ),
        *(
            each
            for each in Page.BINDINGS
            if isinstance(each, Binding) and each.key == "question_mark"
        ),
        Binding(
            "t",
            "runs",
            "Streaks",
            id="review.runs",
            show=False,
            tooltip="Longest streaks and strength, and back",
        ),
        Binding(
            "h",
            "hit",
            "Setbacks",
            id="review.hit",
            show=False,
            tooltip="Setbacks and reasons, and what moved again",
        ),
        Binding(
            "v",
            "held",
            "Held",
            id="review.held",
            show=False,
            tooltip="Reviews held so far, and their change",
        ),
        Binding(
            "r",
            "taught",
            "Reasons",
            id="review.taught",
            show=False,
            tooltip="Reasons, chances, first meetings in full",
        ),
        Binding("escape", "rest", "Back", id="review.rest", show=False, tooltip="Back to the plan"),
        # The keys of every page come after the page's own, so that the row of keys shows these.
        *(
            each
            for each in Page.BINDINGS
            if isinstance(each, Binding) and each.key != "question_mark"
        ),
        *Screen.BINDINGS,
    ]

    def __init__(self, journal: Journal) -> None:
        """Take the journal it shows."""
        super().__init__(journal)
        self._period = Period.MONTH
        self._day: date | None = None
        """A day of the week or month the rep turned to; None for the one that goes on."""
        self._is_turned = False
        """Whether the rep turned anywhere; until then a review that is due is what is looked at."""
        self._awaits_taught = False
        """Whether the reasons were asked for before they were read."""

    def panels(self) -> Iterator[Widget]:
        """In focus order: the levers last, as Tab comes round to them from the end."""
        with Container(id="body"):
            with Container(id="band"):
                yield ReviewBand(id="share")
                yield LeverList(id="levers")
            with Container(id="numbers"):
                yield PlanActual(id="plan")
                yield ConversionTable(id="conversions")
            with Container(id="days"):
                yield YearDays(id="year")
                yield RunPanel(id="runs")
            with Container(id="below"):
                yield WhatMoved(id="moved")
                yield WhatHit(id="hit")

    def on_mount(self) -> None:
        """Read the journal for the first paint."""
        self.read_again()

    def read_again(self) -> None:
        """Look at the same week or month again; what takes longer follows beside the keys."""
        if self.journal.plans.read_ahead() is None:
            self.look()
        self.measure()

    def tick(self) -> None:
        """Move the clock on; at the day's start the new day begins."""
        super().tick()
        view = self.query_one(ReviewBand).view
        if view is not None and view.next.today != self.journal.today():
            self.journal.forget_what_was_read()
            self.read_again()

    def action_turn(self, by: int) -> None:
        """Look at the week or month before or after."""
        view = self.query_one(ReviewBand).view
        if view is None:
            return
        day = view.before if by < 0 else view.after
        if day is None:
            self.say(review_words.NOTHING_BEFORE if by < 0 else review_words.STILL_GOING_ON)
            return
        self._day, self._is_turned = day, True
        self.look()

    def action_period(self) -> None:
        """A week instead of a month, and back: the one that holds the last day looked at."""
        self._period = Period.WEEK if self._period is Period.MONTH else Period.MONTH
        view = self.query_one(ReviewBand).view
        if view is not None and not view.span.is_so_far:
            self._day, self._is_turned = view.span.last, True
        self.look()

    def action_walk(self) -> None:
        """Walk through the review, and not twice when a key comes twice."""
        if not any(one.group == _WALK and not one.is_finished for one in self.workers):
            self._until_held()

    def action_conversions(self) -> None:
        """Show the conversions where the plan stands, or go to them where both fit; and back."""
        self._swap("-conversions", "#plan", "#conversions")

    def action_runs(self) -> None:
        """Show streaks and strength where the year stands, or go to them where both fit; and back."""
        self._swap("-runs", "#year", "#runs")

    def action_hit(self) -> None:
        """Show the setbacks where stands what moved, or go to them where both fit; and back."""
        self._swap("-hit", "#moved", "#hit")

    def action_held(self) -> None:
        """Read the reviews that were held."""
        from screens.dialogs.tell import TellDialog

        reviews = tuple(self.journal.reviews.held())
        told = lever_words.held(reviews, self.journal.today())
        self.app.push_screen(TellDialog("Reviews held", told))

    def action_taught(self) -> None:
        """Read what the deals, meetings and outreach teach."""
        view, taught = self.query_one(WhatHit).view, self.query_one(WhatHit).taught
        self._awaits_taught = view is None or taught is None
        if view is None or taught is None:
            self.say(taught_words.READING)
            return
        from screens.dialogs.taught import TaughtDialog

        self.app.push_screen(TaughtDialog(taught, view.span))

    def taught_read(self) -> None:
        """Open what was asked for before it was read, unless the rep has gone elsewhere since."""
        if self._awaits_taught and self.app.screen is self:
            self.action_taught()
        self._awaits_taught = False

    def action_rest(self) -> None:
        """Back to the plan."""
        self._awaits_taught = False
        self.remove_class("-conversions", "-runs", "-hit")
        self.set_focus(self.query_one(PlanActual))

    def _swap(self, name: str, first: str, second: str) -> None:
        """Give the focus to the other of two panels, which may stand in the place of one."""
        other = self.query_one(second)
        is_there = self.focused is other
        self.set_class(not is_there, name)
        self.set_focus(self.query_one(first) if is_there else other)

    def look(self) -> None:
        """Show the week or month that is looked at."""
        day, reviews = self._day, self.journal.reviews
        if not self._is_turned and (told := reviews.next()).is_due:
            day = told.day
        if day is not None and day > self.journal.today():
            day = self._day = None
        view = reviews.view(self._period, day)
        if view.span.is_so_far:
            self._day = None
        for panel in self.query(ReviewPanel):
            panel.view = view
        levers = self.query_one(LeverList)
        levers.span, levers.currency = view.span, view.table.currency

    @work(group=_WALK)
    async def _until_held(self) -> None:
        from screens.dialogs.review_walk import ReviewWalk

        view, levers = self.query_one(ReviewBand).view, self.query_one(LeverList)
        since = self.journal.kept
        if view is None:
            return
        if view.is_empty:
            self.say(review_words.NOT_YET)
            return
        with self.trouble_said():
            found = self.query_one(WhatHit).found
            self._walk = walk = ReviewWalk(self.journal, view, found, levers.chosen)
            walk.set_reactive(ReviewWalk.levers, levers.levers)
            held = await self.app.push_screen_wait(walk)
            self._walk = None
            if held is not None:
                said = lever_words.walked(held, self.journal.today())
                self.show_saved(said, since)
            elif walk.draft is not None and walk.draft.waits:
                self.say(lever_words.LEFT)
