"""The three questions of the first start: a target and its date, the average deal, the win rate."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from journal.errors import BadInput
from journal.journal import Journal
from journal.measure import AMOUNT, in_words, read_units
from journal.percent import in_percent, read_percent
from screens.dialogs.days import ahead, echo
from screens.dialogs.fields import Line
from screens.dialogs.form import Form, Row
from screens.drafted import Draft


@dataclass(frozen=True, slots=True)
class Begun:
    """What was answered; None for a question that was skipped."""

    target: int | None = None
    """The amount to book, in minor units."""
    by: date | None = None
    """The last day for it."""
    deal_size: int | None = None
    """The average deal, in minor units."""
    win_rate: float | None = None
    """Of the qualified, the share that is won, 0-1."""


class BeginDialog(Form[Begun]):
    """Hands back what was answered; an empty row skips its question."""

    title_text = "What would success be?"
    hint = "Each may be skipped: Enter goes on. The rest is planned with the default."

    def __init__(self, journal: Journal, typed: Begun | None = None, said: str = "") -> None:
        """Take the journal; what was typed in an earlier try, and why it was not saved."""
        super().__init__(said, Draft(journal, "begin"))
        self._journal = journal
        self._typed = typed or Begun()
        self._currency = journal.settings.currency

    def above(self) -> ComposeResult:
        """What comes of it."""
        words = "Two minutes, and your first waypoint is laid; all of it can be changed later."
        yield Static(Content(words), classes="about")

    def rows(self) -> Iterable[Row]:
        """Target and date, average deal, win rate."""
        typed = self._typed
        yield Row(
            "To book", Line(self._amount(typed.target), id="target", example="1.2M"), "1", True
        )
        by = typed.by.isoformat() if typed.by else ""
        yield Row("By", Line(by, id="by", example="31 dec"), echoes=True)
        deal = Line(self._amount(typed.deal_size), id="deal-size", example="60k")
        yield Row("An average deal", deal, "2", True)
        rate = "" if typed.win_rate is None else in_percent(typed.win_rate)
        yield Row("Win rate", Line(rate, id="win-rate", example="25 %"), "3", True)

    def read(self) -> Begun:
        """What was answered. Raises BadInput."""
        begun = Begun(
            target=self._units("target"),
            by=ahead(self._journal, self.text("by")),
            deal_size=self._units("deal-size"),
            win_rate=read_percent(words) if (words := self.text("win-rate")) else None,
        )
        if begun == Begun():
            self._reading = "target"
            raise BadInput("Answer one of them, and the plan begins; Esc leaves.")
        if begun.by is not None and begun.by < self._journal.today():
            self._reading = "by"
            raise BadInput("That day is past; write one that is still ahead.")
        return begun

    def echo(self, name: str) -> str:
        """What is understood so far."""
        words = self.query_one(f"#{name}", Line).value
        if name == "by":
            return echo(self._journal, words, past=False)
        if not words.strip():
            return "default 25 %" if name == "win-rate" else ""
        try:
            if name == "win-rate":
                return in_percent(read_percent(words))
            return f"{self._amount(read_units(AMOUNT, words, self._currency))} {self._currency}"
        except BadInput:
            return "?"

    def _units(self, name: str) -> int | None:
        words = self.text(name)
        stored = read_units(AMOUNT, words, self._currency) if words else None
        if stored is not None and stored <= 0:
            raise BadInput("Write an amount above 0, or leave it empty.")
        return stored

    def _amount(self, stored: int | None) -> str:
        return "" if stored is None else in_words(AMOUNT, stored, self._currency)
