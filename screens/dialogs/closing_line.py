"""Next! The closing line for a silent account, the day it is asked again, and the next lead."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from journal.journal import Journal
from journal.next_lead import Closing
from screens import wording
from screens.dialogs.fields import Line, Words
from screens.dialogs.form import Form, Row
from screens.dialogs.touch import WIDEST, day_ahead, echoed
from screens.drafted import Draft
from screens.widgets.ink import cut


class ClosingLineDialog(Form[date]):
    """Hands back the day on which it is asked again; the line is there to be copied."""

    title_text = "Next!"
    hint = "Ctrl+C copies what is marked of the line. Saving lays the day to ask again."
    DEFAULT_CSS = """
    ClosingLineDialog { & Words.field { height: 6; } }
    """

    def __init__(
        self, journal: Journal, closing: Closing, typed: date | None = None, said: str = ""
    ) -> None:
        """Take what is suggested; the day typed in an earlier try, and why it was not saved."""
        super().__init__(said, Draft(journal, "closing-line"))
        self._journal = journal
        self._suggested = closing
        self._typed = typed or closing.revisit

    def above(self) -> ComposeResult:
        """Who is silent, and whom to turn to now."""
        told = [Content.styled(cut(self._suggested.account, WIDEST), "bold")]
        lead = self._suggested.lead
        if lead is not None:
            name = cut(lead.follow_up.account or "", 20)
            what = wording.one_line(lead.follow_up.what, 80)
            words = cut(what, WIDEST - 13 - Content(name).cell_length)
            told.append(Content.assemble("Next lead  ", (name, "bold"), "  ", words))
        yield Static(Content("\n").join(told), classes="about")

    def rows(self) -> Iterable[Row]:
        """The line, and the day."""
        day = Line(self._typed.isoformat(), id="day", example="in 3 months")
        yield Row("Ask again", day, echoes=True)
        yield Row("Closing line", Words(self._suggested.line, id="line"))

    def read(self) -> date:
        """The day. Raises BadInput."""
        return day_ahead(self._journal, self.text("day"))

    def echo(self, name: str) -> str:
        """The day, and whether it is one off."""
        return echoed(self._journal, self.query_one(f"#{name}", Line).value)
