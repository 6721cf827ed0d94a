"""Re-dating a goal or milestone: a new day, a new target, and why when that makes it easier."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from journal.errors import BadInput
from journal.goal import Goal, Term
from journal.goals import check
from journal.journal import Journal
from journal.measure import AMOUNT, in_words, read_units
from journal.pace import effective_from
from journal.shown import shown
from screens.dialogs.days import ahead, echo
from screens.dialogs.fields import Line
from screens.dialogs.form import Form, Row
from screens.drafted import Draft
from screens.wording import full_day


class RedateDialog(Form[Term]):
    """Hands back the new term: target, due day, and the day from which they hold."""

    def __init__(
        self, journal: Journal, goal: Goal, typed: Term | None = None, said: str = ""
    ) -> None:
        """Take the goal as read; what was typed in an earlier try, and why it was not saved."""
        super().__init__(said, Draft(journal, "redate", goal.id))
        self._journal = journal
        self._goal = goal
        self._old = goal.term(journal.today())
        self._typed = typed or goal.terms[-1]
        self.title_text = f"Re-date: {goal.title}"

    def above(self) -> ComposeResult:
        """What holds now."""
        target, due = self._old.target, self._old.due
        until = f"by {full_day(due)}" if due else "without a date"
        yield Static(
            Content(f"Now {'no target' if target is None else self._worded(target)} {until}."),
            classes="about",
        )

    def rows(self) -> Iterable[Row]:
        """The day, the target, and why."""
        due, target = self._typed.due, self._typed.target
        yield Row(
            "Due", Line(due.isoformat() if due else "", id="due", example="in 2 weeks"), echoes=True
        )
        words = "" if target is None else in_words(self._goal.measure, target, self._goal.currency)
        yield Row("Target", Line(words, id="target", example="60"), echoes=True)
        yield Row(
            "Why", Line(self._typed.why or "" if self._typed is not self._old else "", id="why")
        )

    def read(self) -> Term:
        """The new term. Raises BadInput."""
        why = self.text("why") or None
        term = self._term()
        if term.effective > self._journal.today() and why is None:
            self._reading = "why"
            raise BadInput("Making it easier needs one sentence why; it holds after seven days.")
        return replace(term, why=why)

    def echo(self, name: str) -> str:
        """The day or the number as it is understood."""
        text = self.query_one(f"#{name}", Line).value
        if name == "due":
            return echo(self._journal, text, past=False)
        try:
            return (
                self._worded(read_units(self._goal.measure, text, self._goal.currency))
                if text
                else ""
            )
        except BadInput:
            return "?"

    def say(self, sentence: str, *, wrong: bool = False) -> None:
        """What is wrong; else from when it would hold."""
        if not wrong:
            self.hint = self._from_when()
        super().say(sentence, wrong=wrong)

    def _from_when(self) -> str:
        try:
            term = self._term()
        except BadInput:
            return ""
        if (term.target, term.due) == (self._old.target, self._old.due):
            return "The old term stays in its history."
        if term.effective > self._journal.today():
            return (
                f"Easier, so it holds from {full_day(term.effective)} and asks for a sentence why."
            )
        return "It holds from today."

    def _term(self) -> Term:
        goal, today = self._goal, self._journal.today()
        words = self.text("target")
        target = read_units(goal.measure, words, goal.currency) if words else self._old.target
        due = ahead(self._journal, self.text("due"))
        if due is None:
            raise BadInput("Write the day it is due, like fri, in 2 weeks or 2026-12-04.")
        effective = effective_from(self._old, target, due, goal.at_most, goal.baseline, today)
        term = Term(target=target, due=due, decided=today, effective=effective)
        check(replace(goal, terms=(*goal.terms, term)))
        return term

    def _worded(self, stored: int) -> str:
        goal = self._goal
        words = in_words(goal.measure, stored, goal.currency)
        return shown(f"{words} {goal.currency}" if goal.measure == AMOUNT else words)
