"""What becomes of a follow-up: done, moved to another day, let go, or closed for good."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from journal.errors import BadInput
from journal.follow_up import FollowUp
from journal.journal import Journal
from journal.waiting import needs_reason
from screens import wording
from screens.dialogs.days import ahead
from screens.dialogs.fields import Line
from screens.dialogs.form import Form, Row
from screens.drafted import Draft
from screens.widgets.ink import cut

WIDEST = 58
"""The cells of a line in the box."""


@dataclass(frozen=True, slots=True)
class Done:
    """What is said of one that was done."""

    note: str
    """A line about it; may be empty."""
    reason: str
    """Why they should care, where none was written yet."""


def about(follow_up: FollowUp) -> Static:
    """With whom, and what was to be done."""
    account = follow_up.account or ""
    told = [Content.styled(cut(account, WIDEST), "bold")] if account else []
    told.append(Content(cut(follow_up.what, WIDEST)))
    return Static(Content("\n").join(told), classes="about")


class DoneDialog(Form[Done]):
    """Hands back a line about it, and the reason of a touch that has none."""

    title_text = "Done"
    hint = "Enter alone says it was done."

    def __init__(
        self, journal: Journal, follow_up: FollowUp, typed: Done | None = None, said: str = ""
    ) -> None:
        """Take the follow-up; what was typed in an earlier try, and why it was not saved."""
        super().__init__(said, Draft(journal, "touch-done", follow_up.id))
        self._follow_up = follow_up
        self._typed = typed
        self._asks_reason = needs_reason(follow_up)
        if self._asks_reason:
            self.hint = "No reason, no touch: without one it is skipped."

    def above(self) -> ComposeResult:
        """What was to be done."""
        yield about(self._follow_up)

    def rows(self) -> Iterable[Row]:
        """The reason where there is none, and one line."""
        typed = self._typed
        if self._asks_reason:
            example = "why should they care?"
            yield Row("Because", Line(typed.reason if typed else "", id="reason", example=example))
        example = "what they said; may stay empty"
        yield Row("It went", Line(typed.note if typed else "", id="note", example=example))

    def read(self) -> Done:
        """The line and the reason."""
        return Done(self.text("note"), self.text("reason") if self._asks_reason else "")


class MoveDialog(Form[date]):
    """Hands back another day."""

    title_text = "Another day"
    hint = "Like fri, in 2 weeks or 4 dec. Its reason stays."

    def __init__(
        self, journal: Journal, follow_up: FollowUp, typed: date | None = None, said: str = ""
    ) -> None:
        """Take the follow-up; what was typed in an earlier try, and why it was not saved."""
        super().__init__(said, Draft(journal, "touch-move", follow_up.id))
        self._journal = journal
        self._follow_up = follow_up
        self._typed = typed

    def above(self) -> ComposeResult:
        """What waits."""
        yield about(self._follow_up)

    def rows(self) -> Iterable[Row]:
        """The day."""
        day = self._typed.isoformat() if self._typed else ""
        yield Row("Wait until", Line(day, id="day", example="tomorrow"), echoes=True)

    def read(self) -> date:
        """The day; tomorrow when none is said. Raises BadInput."""
        return day_ahead(self._journal, self.text("day"))

    def echo(self, name: str) -> str:
        """The day, and whether it is one off."""
        return echoed(self._journal, self.query_one(f"#{name}", Line).value)


class WhyDialog(Form[str]):
    """Hands back why it is let go of."""

    def __init__(
        self, journal: Journal, follow_up: FollowUp, typed: str | None = None, said: str = ""
    ) -> None:
        """Take the follow-up; what was typed in an earlier try, and why it was not saved."""
        super().__init__(said, Draft(journal, self.draft_name, follow_up.id))
        self._follow_up = follow_up
        self._typed = typed or ""

    draft_name = "touch-skip"
    is_needed = True

    def above(self) -> ComposeResult:
        """What waits."""
        yield about(self._follow_up)

    def rows(self) -> Iterable[Row]:
        """Why."""
        yield Row("Because", Line(self._typed, id="why", example="in a few words"))

    def read(self) -> str:
        """Why. Raises BadInput."""
        why = self.text("why")
        if self.is_needed and not why.strip():
            raise BadInput("Say in a few words why it is skipped.")
        return why


class SkipDialog(WhyDialog):
    """Hands back why this one is skipped."""

    title_text = "Skip"
    hint = "The touches after it stay."


class CloseDialog(WhyDialog):
    """Hands back why the account is left alone for good."""

    title_text = "Close for good"
    hint = "All touches of this deal that wait are closed; u brings them back."
    draft_name = "touch-close"
    is_needed = False


def day_ahead(journal: Journal, text: str) -> date:
    """The day a text means; the next working day when none is said. Raises BadInput."""
    day = ahead(journal, text) or next_day(journal)
    if day < journal.today():
        raise BadInput("That day is over; a follow-up is for today or later.")
    return day


def next_day(journal: Journal) -> date:
    """The next working day."""
    return journal.calendar.plus_working(journal.today(), 1)


def echoed(journal: Journal, text: str) -> str:
    """The day understood so far, and whether it is a day off; a question mark while it is none."""
    try:
        day = ahead(journal, text) or next_day(journal)
    except BadInput:
        return "?"
    if journal.calendar.is_working(day):
        return wording.full_day(day)
    return f"{wording.weekday(day)} {day.day} {wording.month(day)}, off"
