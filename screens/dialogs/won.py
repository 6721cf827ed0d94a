"""A deal that was won: why they decided that way, in their words, or why nobody has asked yet."""

from __future__ import annotations

from collections.abc import Iterable

from textual.app import ComposeResult

from journal.deal import Deal
from journal.deal_ending import Win, check_ending
from journal.deal_story import DECIDED
from journal.errors import BadInput
from journal.journal import Journal
from screens.dialogs.days import echo
from screens.dialogs.deal_about import about, read_ended_on, read_tags
from screens.dialogs.fields import Line, Words
from screens.dialogs.form import Form, Row
from screens.drafted import Draft


class WonDialog(Form[Win]):
    """Hands back what is said of a win; without the answer it is asked for again."""

    hint = "Ask them within the week; the answer may come later (w)."

    def __init__(
        self, journal: Journal, deal: Deal, typed: Win | None = None, said: str = ""
    ) -> None:
        """Take the deal; what was typed in an earlier try, and why it was not saved."""
        super().__init__(said, Draft(journal, "won", deal.id))
        self._journal = journal
        self._deal = deal
        self._typed = typed or Win()
        self.title_text = "Won" if deal.is_open else "Won: what they said"

    def above(self) -> ComposeResult:
        """The deal, and the one question."""
        yield about(self._deal, DECIDED)

    def rows(self) -> Iterable[Row]:
        """The answer, who asked, or why not yet; and the day while it is not won yet."""
        typed = self._typed
        yield Row("They say", Words(typed.answer, id="answer"))
        yield Row("Asked by", Line(typed.asked_by, id="asked_by", example="who asked them"))
        tags = ", ".join(tag.tag for tag in typed.buyers_reasons)
        if self._deal.is_open:
            yield Row("In a word each", Line(tags, id="tags", example="references, price"))
        why_not = Line(typed.why_not_asked, id="why_not", example="if nobody has asked: why")
        yield Row("Or why not yet", why_not)
        if self._deal.is_open:
            day = typed.day.isoformat() if typed.day else ""
            yield Row("On", Line(day, id="day", example="today"), echoes=True)

    def read(self) -> Win:
        """What is said. Raises BadInput."""
        win = Win(
            answer=self.text("answer"),
            asked_by=self.text("asked_by"),
            why_not_asked=self.text("why_not"),
        )
        if self._deal.is_open:
            win = Win(
                answer=win.answer,
                asked_by=win.asked_by,
                why_not_asked=win.why_not_asked,
                buyers_reasons=read_tags(self.text("tags")),
                day=read_ended_on(self._journal, self.text("day")),
            )
        elif not win.answer.strip() and not win.why_not_asked.strip():
            self._reading = "answer"
            raise BadInput("Write what they said, or in the last row why nobody has asked yet.")
        self._reading = "answer"
        check_ending(win)
        return win

    def echo(self, name: str) -> str:
        """The day in full."""
        return echo(self._journal, self.query_one(f"#{name}", Line).value or "today", past=True)
