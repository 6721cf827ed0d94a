"""Laying milestones backward from the end: what must be true before that, and by when?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static

from journal.errors import BadInput
from journal.goal import Goal
from journal.goals import check
from journal.journal import Journal
from journal.measure import AMOUNT, in_words, noun, read_units
from journal.shown import shown
from screens import wording
from screens.dialogs.days import ahead
from screens.dialogs.fields import Line
from screens.dialogs.form import Form, Row
from screens.widgets.ink import cut

NEAR = 14
"""The first waypoint is at most so many days away."""


class BackwardDialog(Form[tuple[Goal, ...]]):
    """Hands back the waypoints to save, latest first; each has a number and a day to change."""

    DEFAULT_CSS = """
    BackwardDialog {
        & .what { width: 27; color: $foreground; padding: 0 1; }
        & .number { width: 9; }
        & .day { width: 12; }
        & .understood { width: 1fr; color: $muted; text-align: right; text-wrap: nowrap; }
        & .before { height: 1; color: $muted; text-wrap: nowrap; text-overflow: ellipsis; }
    }
    """

    def __init__(
        self, journal: Journal, goal: Goal, proposed: Sequence[Goal], said: str = ""
    ) -> None:
        """Take the goal they lead to, and the waypoints proposed or typed in an earlier try."""
        super().__init__(said)
        self._journal = journal
        self._proposed = tuple(proposed)
        self._goal = goal
        self.title_text = f"Backward from: {goal.title}"
        self.hint = "An empty number leaves that waypoint out."

    def above(self) -> ComposeResult:
        """Where it begins: the end."""
        term = self._goal.term(self._journal.today())
        target = "" if term.target is None else f"{self._worded(self._goal, term.target)} "
        by = f"by {wording.full_day(term.due)}" if term.due else "without a date"
        yield Static(Content(shown(f"The end: {target}{by}.")), classes="about")

    def body(self) -> ComposeResult:
        """For each waypoint the question, its number, what it counts, its day, and the weekday."""
        for index, goal in enumerate(self._proposed):
            before = "the end" if index == 0 else "that"
            yield Static(f"What must be true before {before}, by when?", classes="before")
            with Horizontal(classes="row"):
                target, due = goal.terms[-1].target, goal.terms[-1].due
                words = "" if target is None else in_words(goal.measure, target, goal.currency)
                yield Line(words, id=f"number-{index}", example="none").add_class("field", "number")
                yield Static(Content(cut(noun(goal.measure), 25)), classes="what")
                day = Line(due.isoformat() if due else "", id=f"day-{index}", example="fri")
                yield day.add_class("field", "day")
                yield Static("", classes="echo understood", id=f"day-{index}-echo", markup=False)

    def rows(self) -> Iterable[Row]:
        """None of the usual ones: two fields share a row here."""
        return ()

    def read(self) -> tuple[Goal, ...]:
        """The waypoints, latest first. Raises BadInput."""
        laid = [
            each
            for index, goal in enumerate(self._proposed)
            if (each := self._waypoint(index, goal)) is not None
        ]
        if not laid:
            self._reading = "number-0"
            raise BadInput("No waypoint is left; write a number in one of the rows, or Esc leaves.")
        self._check_first(laid)
        return tuple(laid)

    def echo(self, name: str) -> str:
        """The weekday and how far it is."""
        try:
            day = ahead(self._journal, self.query_one(f"#{name}", Line).value)
        except BadInput:
            return "?"
        return wording.near_day(day, self._journal.today()) if day else ""

    def _waypoint(self, index: int, goal: Goal) -> Goal | None:
        words = self.text(f"number-{index}")
        if not words:
            return None
        target = read_units(goal.measure, words, goal.currency)
        due = ahead(self._journal, self.text(f"day-{index}"))
        if due is None:
            raise BadInput("By when? Write a day, like fri, in 2 weeks or 2026-12-04.")
        self._check_day(due)
        term = replace(goal.terms[-1], target=target, due=due)
        changed = replace(goal, terms=(term,), title=self._title(goal, target, due))
        self._reading = f"number-{index}"
        check(changed)
        return changed

    def _check_day(self, due: date) -> None:
        end = self._goal.term(self._journal.today()).due
        if due < self._journal.today():
            raise BadInput("That day is past; a waypoint lies ahead.")
        if end is not None and due > end:
            raise BadInput(f"That is after the end, {wording.full_day(end)}; take an earlier day.")

    def _check_first(self, laid: Sequence[Goal]) -> None:
        """Refuse a way whose first waypoint is not yet in sight."""
        days = [goal.terms[-1].due or date.max for goal in laid]
        last = self._journal.today() + timedelta(days=NEAR)
        if min(days) > last:
            index = next(
                at for at, goal in reversed(list(enumerate(self._proposed))) if self._stands(at)
            )
            self._reading = f"day-{index}"
            raise BadInput(
                "The first waypoint is still far. What must be true before it, "
                f"by {wording.full_day(last)} at the latest?"
            )

    def _stands(self, index: int) -> bool:
        return bool(self.query_one(f"#number-{index}", Line).text)

    def _title(self, goal: Goal, target: int, due: date) -> str:
        """The proposed title with the numbers the rep wrote instead."""
        title, before = goal.title, goal.terms[-1]
        for old, new in (
            (before.target, in_words(goal.measure, target, goal.currency)),
            (before.due, due.isoformat()),
        ):
            if isinstance(old, date):
                title = title.replace(old.isoformat(), new)
            elif old is not None:
                title = title.replace(in_words(goal.measure, old, goal.currency), new, 1)
        return title

    def _worded(self, goal: Goal, stored: int) -> str:
        words = in_words(goal.measure, stored, goal.currency)
        return (
            f"{words} {goal.currency} booked"
            if goal.measure == AMOUNT
            else f"{words} {noun(goal.measure)}"
        )
