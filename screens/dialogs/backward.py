"""Laying milestones backward from the end: what must be true before that, and by when?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from journal.errors import BadInput
from journal.goal import Form as GoalForm
from journal.goal import Goal
from journal.goals import check
from journal.journal import Journal
from journal.measure import AMOUNT, REACH, in_words, noun, read_units
from journal.planning.backward import ROUNDABOUT
from journal.shown import shown
from screens import wording
from screens.dialogs.days import ahead
from screens.dialogs.fields import Choice, Line
from screens.dialogs.form import Form, Row
from screens.dialogs.measures import measures_offered
from screens.drafted import Draft
from screens.widgets.ink import cut


class BackwardDialog(Form[tuple[Goal, ...]]):
    """Hands back the waypoints to save, latest first; each has a number and a day to change."""

    DEFAULT_CSS = """
    BackwardDialog {
        & .waypoint { height: 2; }
        & .before { height: 1; color: $muted; text-wrap: nowrap; text-overflow: ellipsis; }
        & .field.number { width: 9; }
        & .what { width: 27; height: 1; margin: 0 1; text-wrap: nowrap; text-overflow: ellipsis; }
        & .field.day { width: 11; }
        & .understood { width: 1fr; color: $muted; text-align: right; text-wrap: nowrap; }
    }
    """

    def __init__(
        self, journal: Journal, goal: Goal, proposed: Sequence[Goal], said: str = ""
    ) -> None:
        """Take the goal they lead to, and the waypoints proposed or typed in an earlier try."""
        super().__init__(said, Draft(journal, "backward", goal.id))
        self._journal = journal
        self._goal = goal
        self._waypoints: list[Goal | None] = list(proposed)
        """What was proposed for each row; None for a row that the rep fills alone."""
        self.title_text = f"Backward from: {goal.title}"
        self.hint = "An empty number leaves that waypoint out."

    def above(self) -> ComposeResult:
        """Where it begins: the end."""
        goal, term = self._goal, self._goal.term(self._journal.today())
        target = "" if term.target is None else f"{_worded(goal.measure, term.target, goal)} "
        by = f"by {wording.full_day(term.due)}" if term.due else "without a date"
        yield Static(Content(shown(f"The end: {target}{by}.")), classes="about")

    def body(self) -> ComposeResult:
        """For each waypoint the question, its number, what it counts, its day, and the weekday."""
        proposed = [goal.terms[-1].due for goal in self._waypoints if goal is not None]
        if not self._is_at_hand(proposed):
            self._waypoints.append(None)
        left = self.draft.left() if self.draft else {}
        while f"number-{len(self._waypoints)}" in left:
            self._waypoints.append(None)
        for index in range(len(self._waypoints)):
            yield self._waypoint_row(index)

    def rows(self) -> Iterable[Row]:
        """None of the usual ones: two fields share a row here."""
        return ()

    def read(self) -> tuple[Goal, ...]:
        """The waypoints, latest first. Raises BadInput."""
        read = (self._read_row(index, goal) for index, goal in enumerate(self._waypoints))
        laid = [each for each in read if each is not None]
        if not laid:
            self._reading = "number-0"
            raise BadInput("No waypoint is left; write a number in one of the rows, or Esc leaves.")
        if not self._is_at_hand([goal.terms[-1].due for goal in laid]):
            self._ask_for_one_more()
            raise BadInput(
                "The first waypoint is still far. What must be true before it, "
                f"by {wording.full_day(self._at_hand)} at the latest?"
            )
        return tuple(sorted(laid, key=lambda goal: goal.terms[-1].due or date.max, reverse=True))

    def echo(self, name: str) -> str:
        """The weekday and how many days it is away."""
        try:
            day = ahead(self._journal, self.query_one(f"#{name}", Line).value)
        except BadInput:
            return "?"
        if day is None:
            return ""
        return f"{wording.weekday(day)} {(day - self._journal.today()).days:,} d"

    @property
    def _at_hand(self) -> date:
        """The last day on which a first waypoint is near enough."""
        return self._journal.today() + timedelta(days=ROUNDABOUT)

    def _is_at_hand(self, days: Iterable[date | None]) -> bool:
        """Whether one of these, or an open part that is there already, is near enough."""
        return any(
            day is not None and day <= self._at_hand for day in (*days, *self._laid_before())
        )

    def _laid_before(self) -> Iterable[date | None]:
        depth: int | None = None
        for standing in self._journal.goals.tree():
            if depth is not None and standing.depth <= depth:
                return
            if depth is not None and not standing.is_finished:
                yield standing.term.due
            if standing.goal.id == self._goal.id:
                depth = standing.depth

    def _waypoint_row(self, index: int) -> Vertical:
        goal = self._waypoints[index]
        before = "the end" if index == 0 else "that"
        asked = Static(f"What must be true before {before}, by when?", classes="before")
        words = day = ""
        what: Static | Choice[str] = Choice(
            measures_offered(self._journal, REACH), REACH, id=f"what-{index}"
        )
        if goal is not None:
            target, due = goal.terms[-1].target, goal.terms[-1].due
            words = "" if target is None else in_words(goal.measure, target, goal.currency)
            day = due.isoformat() if due else ""
            what = Static(Content(cut(noun(goal.measure), 27)))
        else:
            what.add_class("field")
        example = f"{self._at_hand.day} {wording.month(self._at_hand)}".lower()
        row = Horizontal(
            Line(words, id=f"number-{index}", example="none").add_class("field", "number"),
            what.add_class("what"),
            Line(day, id=f"day-{index}", example=example).add_class("field", "day"),
            Static("", classes="echo understood", id=f"day-{index}-echo", markup=False),
            classes="row",
        )
        return Vertical(asked, row, classes="waypoint")

    def _ask_for_one_more(self) -> None:
        """Give the rep a row for the waypoint before, unless an empty one stands there."""
        last = len(self._waypoints) - 1
        if self._waypoints[last] is None and not self.query_one(f"#number-{last}", Line).text:
            self._reading = f"number-{last}"
            return
        self._waypoints.append(None)
        self._reading = None
        row = self._waypoint_row(last + 1)

        async def go_there() -> None:
            await self.query_one("#rows", VerticalScroll).mount(row)
            row.query_one(f"#number-{last + 1}", Line).focus()

        self.run_worker(go_there())

    def _read_row(self, index: int, proposed: Goal | None) -> Goal | None:
        words = self.text(f"number-{index}")
        if not words:
            return None
        measure = proposed.measure if proposed else str(self.chosen(f"what-{index}"))
        self._reading = f"number-{index}"
        target = read_units(measure, words, self._goal.currency)
        due = ahead(self._journal, self.text(f"day-{index}"))
        if due is None:
            raise BadInput("By when? Write a day, like fri, in 2 weeks or 2026-12-04.")
        self._check_day(due)
        self._reading = f"number-{index}"
        changed = self._as_typed(proposed, measure, target, due)
        check(changed)
        return changed

    def _as_typed(self, proposed: Goal | None, measure: str, target: int, due: date) -> Goal:
        if proposed is None:
            found = self._journal.goals.evidence(measure)
            made = self._journal.goals.new(
                form=GoalForm.MILESTONE,
                title=_worded(measure, target, self._goal),
                measure=measure,
                target=target,
                due=due,
                parent=self._goal.id,
                evidence=found.sentence if found else None,
                serves=f"A step to: {self._goal.title}",
            )
            return replace(made, currency=self._goal.currency)
        before = proposed.terms[-1]
        title = proposed.title
        if before.target is not None:
            old, new = (
                in_words(measure, units, proposed.currency) for units in (before.target, target)
            )
            title = title.replace(old, new, 1)
        return replace(proposed, terms=(replace(before, target=target, due=due),), title=title)

    def _check_day(self, due: date) -> None:
        end = self._goal.term(self._journal.today()).due
        if due < self._journal.today():
            raise BadInput("That day is past; a waypoint lies ahead.")
        if end is not None and due > end:
            raise BadInput(f"That is after the end, {wording.full_day(end)}; take an earlier day.")


def _worded(measure: str, stored: int, goal: Goal) -> str:
    unit = f"{goal.currency} booked" if measure == AMOUNT else noun(measure)
    return f"{in_words(measure, stored, goal.currency)} {unit}"
