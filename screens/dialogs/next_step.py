"""The next small action after a setback, and its day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from journal.errors import BadInput
from journal.follow_up import FollowUpState
from journal.journal import Journal
from journal.setback_line import SetbackLine
from screens import setback_words, wording
from screens.dialogs.days import ahead, echo
from screens.dialogs.fields import Line
from screens.dialogs.form import Form, Row
from screens.drafted import Draft
from screens.widgets.ink import cut

WIDEST = 58
"""The cells of a line in the box."""


@dataclass(frozen=True, slots=True)
class NextStep:
    """A small action and its day."""

    what: str
    """What to do."""
    due: date
    """When."""


class NextStepDialog(Form[NextStep]):
    """Hands back what is done next, and when; it stands in Today on its day."""

    title_text = "Next small action"
    hint = "Small enough to be done in ten minutes. It stands in Today on its day."

    def __init__(
        self, journal: Journal, line: SetbackLine, typed: NextStep | None = None, said: str = ""
    ) -> None:
        """Take the setback; what was typed in an earlier try, and why it was not saved."""
        super().__init__(said, Draft(journal, "next-step", line.setback.id, may_change=True))
        self._journal = journal
        self._line = line
        self._typed = typed or standing_step(line)

    def above(self) -> ComposeResult:
        """What happened, and why the rep goes on."""
        yield about(self._journal, self._line)

    def rows(self) -> Iterable[Row]:
        """The action and its day."""
        typed = self._typed
        yield Row("I will", Line(typed.what if typed else "", id="step", example="one small thing"))
        day = typed.due.isoformat() if typed else ""
        yield Row("On", Line(day, id="due", example="tomorrow"), echoes=True)

    def read(self) -> NextStep:
        """The action and its day. Raises BadInput."""
        what = self.text("step")
        if not what.strip():
            raise BadInput("Say in a few words what is to be done.")
        return NextStep(what, read_due(self._journal, self.text("due")))

    def echo(self, name: str) -> str:
        """The day in full."""
        return echo(self._journal, self.query_one(f"#{name}", Line).value or "tomorrow", past=False)


def about(journal: Journal, line: SetbackLine) -> Static:
    """What happened, and the purpose under it."""
    told = [Content(cut(setback_words.happened(line.setback), WIDEST))]
    purpose = journal.purpose()
    if purpose:
        told.append(Content.styled(cut(wording.purpose(purpose), WIDEST), "$muted"))
    return Static(Content("\n").join(told), classes="about")


def standing_step(line: SetbackLine) -> NextStep | None:
    """The step that waits already."""
    step = line.next_step
    if step is None or step.due is None or step.state is not FollowUpState.DUE:
        return None
    return NextStep(step.what, step.due)


def read_due(journal: Journal, text: str) -> date:
    """The day it is for; tomorrow when none is said. Raises BadInput."""
    day = ahead(journal, text) or journal.today() + timedelta(days=1)
    if day < journal.today():
        raise BadInput("That day is over; a next step is for today or later.")
    return day
