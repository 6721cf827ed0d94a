"""How a meeting went: who talked, what was asked, who stayed silent, and one thing each side learned."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from journal.activity import Activity
from journal.errors import BadInput
from journal.journal import Journal
from journal.meeting import Meeting
from journal.meetings import MOST_QUESTIONS, check_meeting
from journal.percent import in_percent, read_percent
from screens import meeting_words
from screens.dialogs.deal_about import WIDEST
from screens.dialogs.fields import Line, Words
from screens.dialogs.form import Form, Row
from screens.drafted import Draft
from screens.widgets.ink import cut


class MeetingDialog(Form[Meeting]):
    """Hands back the notes; every row may stay empty, and Esc leaves it for later."""

    DEFAULT_CSS = """
    MeetingDialog { & Words.field { height: 2; } }
    """

    title_text = "How it went"
    hint = "Every row may stay empty; Esc leaves it, l asks again."

    def __init__(self, journal: Journal, entry: Activity, notes: Meeting, said: str = "") -> None:
        """Take the meeting, and its notes as read or typed before; and why they were not saved."""
        super().__init__(said, Draft(journal, "meeting", entry.id, may_change=True))
        self._journal = journal
        self._entry = entry
        self._notes = notes

    def above(self) -> ComposeResult:
        """Which meeting."""
        words = meeting_words.named(self._entry, self._journal.today())
        yield Static(Content.styled(cut(words, WIDEST), "bold"), classes="about")

    def rows(self) -> Iterable[Row]:
        """The five questions."""
        notes = self._notes
        talked = "" if notes.talk_share is None else in_percent(notes.talk_share / 100)
        asked = "" if notes.questions is None else str(notes.questions)
        yield Row("I talked", Line(talked, id="talked", example="40 % of the time"), echoes=True)
        yield Row("Questions I asked", Line(asked, id="questions", example="12"))
        yield Row("Who stayed silent", Line(notes.silent, id="silent", example="the plant manager"))
        yield Row("I learned", Words(notes.learned, id="learned"))
        yield Row("They learned", Words(notes.they_learned, id="they_learned"))

    def read(self) -> Meeting:
        """The notes. Raises BadInput."""
        talked, questions = self.text("talked"), self.text("questions").replace(",", "")
        self._reading = "talked"
        share = round(100 * read_percent(talked)) if talked.strip() else None
        self._reading = "questions"
        if questions and not (questions.isdecimal() and len(questions) < 6):
            raise BadInput(f"Questions are a whole number from 0 to {MOST_QUESTIONS:,}.")
        notes = replace(
            self._notes,
            talk_share=share,
            questions=int(questions) if questions else None,
            silent=self.text("silent"),
            learned=self.text("learned"),
            they_learned=self.text("they_learned"),
        )
        self._reading = "questions"
        check_meeting(notes)
        return notes

    def echo(self, name: str) -> str:
        """The share as it is understood."""
        words = self.query_one("#talked", Line).value
        try:
            return in_percent(read_percent(words)) if words.strip() else ""
        except BadInput:
            return "?"
