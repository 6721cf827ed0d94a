"""Monday's chance of a deal: how likely it is ever won, and on which day it closes. Nobody else sees it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from textual.app import ComposeResult

from journal.deal import Deal
from journal.deal_check import MondayForecast
from journal.errors import BadInput
from journal.journal import Journal
from journal.percent import in_percent, read_percent
from screens import monday_words
from screens.dialogs.days import ahead, echo
from screens.dialogs.deal_about import about
from screens.dialogs.fields import Line
from screens.dialogs.form import Form, Row
from screens.drafted import Draft


@dataclass(frozen=True, slots=True)
class Foreseen:
    """What is thought of one deal."""

    chance: float
    """How likely it is ever won, 0–1."""
    close: date | None
    """The day it closes; None when none is said."""


class ChanceDialog(Form[Foreseen]):
    """Hands back what is thought; it opens with what was thought last, so that Enter twice says it again."""

    def __init__(
        self,
        journal: Journal,
        deal: Deal,
        before: MondayForecast | None,
        place: tuple[int, int] = (1, 1),
        typed: Foreseen | None = None,
        said: str = "",
    ) -> None:
        """Take the deal, what was said of it last, and its place among those asked for."""
        super().__init__(said, Draft(journal, "chance", deal.id, may_change=True))
        self._journal = journal
        self._deal = deal
        self._before = before
        self._typed = typed
        self.title_text = monday_words.heading(*place)
        self.hint = monday_words.hint(*place)

    def above(self) -> ComposeResult:
        """The deal, and what was thought last."""
        yield about(
            self._deal, monday_words.thought(self._before, self._deal, self._journal.today())
        )

    def rows(self) -> Iterable[Row]:
        """The chance, and the day."""
        before = self._typed or self._before
        close = before.close if before and before.close else self._deal.expected_close
        chance = in_percent(before.chance) if before else ""
        yield Row("Ever won", Line(chance, id="chance", example="60 %"), echoes=True)
        day = close.isoformat() if close else ""
        yield Row("Closes", Line(day, id="close", example="in 6 weeks"), echoes=True)

    def read(self) -> Foreseen:
        """What is thought. Raises BadInput."""
        words = self.text("chance")
        if not words.strip():
            raise BadInput("Write how likely it is ever won, like 60 %; Esc leaves it open.")
        chance = read_percent(words)
        close = ahead(self._journal, self.text("close"))
        if close is not None and close < self._journal.today():
            raise BadInput("That day is over; say one that lies ahead, or none.")
        return Foreseen(chance, close)

    def echo(self, name: str) -> str:
        """The chance and the day as they are understood."""
        words = self.query_one(f"#{name}", Line).value
        if not words.strip():
            return ""
        if name == "close":
            return echo(self._journal, words, past=False)
        try:
            return in_percent(read_percent(words))
        except BadInput:
            return "?"
