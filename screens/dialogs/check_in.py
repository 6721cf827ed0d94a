"""Checking in: what a number stands at on a day, read off by hand."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from journal.dates import read_past_day
from journal.goal import Goal
from journal.journal import Journal
from journal.measure import in_words, read_units
from screens.dialogs.days import echo
from screens.dialogs.fields import Line
from screens.dialogs.form import Form, Row
from screens.drafted import Draft


@dataclass(frozen=True, slots=True)
class CheckIn:
    """A value read off on a day."""

    value: int
    """What was read, in the measure's units."""
    day: date
    """The rep's day it was read on."""


class CheckInDialog(Form[CheckIn]):
    """Hands back what was read off, and when."""

    hint = "The last value of the latest day is what counts."

    def __init__(
        self, journal: Journal, goal: Goal, typed: CheckIn | None = None, said: str = ""
    ) -> None:
        """Take the goal; what was typed in an earlier try, and why it was not saved."""
        super().__init__(said, Draft(journal, "check-in", goal.id))
        self._journal = journal
        self._goal = goal
        self._typed = typed
        self.title_text = f"Check in: {goal.title}"

    def rows(self) -> Iterable[Row]:
        """The value and its day."""
        typed, goal = self._typed, self._goal
        value = in_words(goal.measure, typed.value, goal.currency) if typed else ""
        yield Row("It stands at", Line(value, id="value", example="45 or 4.5"))
        day = (typed.day if typed else self._journal.today()).isoformat()
        yield Row("Read off on", Line(day, id="day", example="today"), echoes=True)

    def read(self) -> CheckIn:
        """The value and its day. Raises BadInput."""
        journal = self._journal
        value = read_units(self._goal.measure, self.text("value"), self._goal.currency)
        first = journal.settings.day_first
        day = read_past_day(self.text("day") or "today", journal.today(), day_first=first)
        return CheckIn(value, day)

    def echo(self, name: str) -> str:
        """The day in full."""
        return echo(self._journal, self.query_one(f"#{name}", Line).value, past=True)
