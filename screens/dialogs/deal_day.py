"""A day for a deal: when it closes now that it was pushed, or was opened again, or a contract ends."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from journal.deal import Deal
from journal.errors import BadInput
from journal.journal import Journal
from screens import wording
from screens.dialogs.days import ahead, echo
from screens.dialogs.deal_about import WIDEST, about
from screens.dialogs.fields import Line
from screens.dialogs.form import Form, Row
from screens.drafted import Draft
from screens.widgets.ink import cut


@dataclass(frozen=True, slots=True)
class Chosen:
    """A day, or that there is none."""

    day: date | None
    """The day; None when none is said."""


class DayDialog(Form[Chosen]):
    """Hands back a day that lies ahead."""

    def __init__(
        self,
        journal: Journal,
        draft: Draft,
        typed: Chosen | None = None,
        said: str = "",
    ) -> None:
        """Take where typing is kept; what was typed in an earlier try, and why it was not saved."""
        super().__init__(said, draft)
        self._journal = journal
        self._typed = typed

    label = "To"
    example = "in 2 weeks"

    def rows(self) -> Iterable[Row]:
        """The day."""
        day = self._typed.day.isoformat() if self._typed and self._typed.day else ""
        yield Row(self.label, Line(day, id="day", example=self.example), echoes=True)

    def read(self) -> Chosen:
        """The day. Raises BadInput."""
        return Chosen(ahead(self._journal, self.text("day")))

    def echo(self, name: str) -> str:
        """The day in full."""
        words = self.query_one(f"#{name}", Line).value
        return echo(self._journal, words, past=False) if words.strip() else ""


class PushDialog(DayDialog):
    """Hands back the later day on which the deal closes."""

    title_text = "Push the closing day"
    hint = "Three pushes, and the deal is qualified anew."

    def __init__(
        self, journal: Journal, deal: Deal, typed: Chosen | None = None, said: str = ""
    ) -> None:
        """Take the deal; what was typed in an earlier try, and why it was not saved."""
        super().__init__(journal, Draft(journal, "push", deal.id), typed, said)
        self._deal = deal

    def above(self) -> ComposeResult:
        """The deal, and the day that stood."""
        close, today = self._deal.expected_close, self._journal.today()
        stood = f"closes {wording.near_day(close, today)}" if close else "no closing day yet"
        yield about(self._deal, f"{stood}, pushed {self._deal.pushes:,} times so far")

    def read(self) -> Chosen:
        """The later day. Raises BadInput."""
        chosen = super().read()
        if chosen.day is None:
            raise BadInput("Write the new day, like fri, in 2 weeks or 2026-12-04.")
        return chosen


class ReopenDialog(DayDialog):
    """Hands back when the deal should close, now that it is open again; no day is an answer."""

    title_text = "Open again"
    hint = "Its history stays; the touches that wait are closed."
    label = "Closes"

    def __init__(
        self, journal: Journal, deal: Deal, typed: Chosen | None = None, said: str = ""
    ) -> None:
        """Take the deal; what was typed in an earlier try, and why it was not saved."""
        super().__init__(journal, Draft(journal, "reopen", deal.id), typed, said)
        self._deal = deal

    def above(self) -> ComposeResult:
        """The deal."""
        yield about(self._deal, "Something has changed: it can be won again.")


class ContractEndDialog(DayDialog):
    """Hands back when the account's contract with somebody else ends; an empty row: nobody knows."""

    title_text = "Their contract ends"
    hint = "A lost deal is touched 180, 120 and 60 days before."
    label = "On"
    example = "30 Jun"

    def __init__(
        self,
        journal: Journal,
        account: str,
        draft_row: int,
        typed: Chosen | None = None,
        said: str = "",
    ) -> None:
        """Take the account and the id its draft goes by; what was typed before, and why again."""
        super().__init__(
            journal, Draft(journal, "contract-end", draft_row, may_change=True), typed, said
        )
        self._account = account

    def above(self) -> ComposeResult:
        """The account."""
        yield Static(Content.styled(cut(self._account, WIDEST), "bold"), classes="about")
