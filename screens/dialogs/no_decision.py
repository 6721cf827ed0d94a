"""A deal that ended without a decision: which of change, pain or need was missing."""

from __future__ import annotations

from collections.abc import Iterable

from textual.app import ComposeResult

from journal.deal import Deal
from journal.deal_ending import Missing, Undecided, check_ending
from journal.journal import Journal
from screens.dialogs.days import echo
from screens.dialogs.deal_about import MISSING, about, read_ended_on, still_waiting, waiting_row
from screens.dialogs.fields import Choice, Line, Words
from screens.dialogs.form import Form, Row
from screens.drafted import Draft


class NoDecisionDialog(Form[Undecided]):
    """Hands back what is said of it; all may stay unknown."""

    DEFAULT_CSS = """
    NoDecisionDialog { & Words.field { height: 2; } }
    """

    title_text = "No decision"
    hint = "It is asked about again in 30, 75 and 150 days."

    def __init__(
        self, journal: Journal, deal: Deal, typed: Undecided | None = None, said: str = ""
    ) -> None:
        """Take the deal; what was typed in an earlier try, and why it was not saved."""
        super().__init__(said, Draft(journal, "no-decision", deal.id))
        self._journal = journal
        self._deal = deal
        self._waiting = still_waiting(journal, deal)
        self._typed = typed or Undecided()

    def above(self) -> ComposeResult:
        """The deal, and the one question."""
        yield about(self._deal, "Which was missing: a change, a pain, or a need?")

    def rows(self) -> Iterable[Row]:
        """What was missing, why, and when it could be known."""
        typed = self._typed
        yield Row("Missing", Choice(MISSING, typed.missing, id="missing"))
        yield from waiting_row(self._waiting, closes=typed.closes_waiting)
        yield Row("My reason", Words(typed.my_reason, id="my_reason"))
        yield Row("They say", Words(typed.buyers_words, id="buyers_words"))
        yield Row("Asked by", Line(typed.asked_by, id="asked_by", example="who asked them"))
        yield Row("Could have known", Line(typed.could_have_known, id="known"))
        day = typed.day.isoformat() if typed.day else ""
        yield Row("On", Line(day, id="day", example="today"), echoes=True)

    def read(self) -> Undecided:
        """What is said. Raises BadInput."""
        missing = self.chosen("missing")
        undecided = Undecided(
            missing=missing if isinstance(missing, Missing) else None,
            my_reason=self.text("my_reason"),
            buyers_words=self.text("buyers_words"),
            asked_by=self.text("asked_by"),
            could_have_known=self.text("known"),
            day=read_ended_on(self._journal, self.text("day")),
            closes_waiting=bool(self._waiting) and bool(self.chosen("waiting")),
        )
        check_ending(undecided)
        return undecided

    def echo(self, name: str) -> str:
        """The day in full."""
        return echo(self._journal, self.query_one(f"#{name}", Line).value or "today", past=True)
