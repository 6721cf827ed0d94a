"""One of the six checks of the forecast: whether it holds, and what that rests on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from textual.app import ComposeResult

from journal.deal_check import CheckName
from journal.deal_line import DealLine
from journal.errors import BadInput
from journal.forecast_gate import Mark
from journal.journal import Journal
from screens.dialogs.deal_about import about
from screens.dialogs.fields import Choice, Words
from screens.dialogs.form import Form, Row
from screens.drafted import Draft

_SAID: tuple[tuple[CheckName, str], ...] = (
    (CheckName.BUDGET, "budget: it is budgeted, and when"),
    (CheckName.CHAMPION, "champion: with power"),
    (CheckName.VISIBILITY, "visibility: two contacts or more"),
    (CheckName.THREAT, "threat: who else is in the race"),
    (CheckName.ASSUMPTION, "assumption: none is left open"),
)
_HOLDS: tuple[tuple[bool, str], ...] = ((True, "yes, it holds"), (False, "no, it is open"))


@dataclass(frozen=True, slots=True)
class Ticked:
    """What is said of one check."""

    name: CheckName
    """Which of the six."""
    holds: bool
    """Whether it holds."""
    evidence: str
    """What that rests on."""


class CheckDialog(Form[Ticked]):
    """Hands back what is said; the first check that is open stands there when it opens."""

    title_text = "Tick a check"
    hint = "Fresh contact follows from what you log."

    def __init__(
        self, journal: Journal, line: DealLine, typed: Ticked | None = None, said: str = ""
    ) -> None:
        """Take the deal; what was typed in an earlier try, and why it was not saved."""
        super().__init__(said, Draft(journal, "deal-check", line.deal.id, may_change=True))
        self._line = line
        self._typed = typed or self._first_open()

    def above(self) -> ComposeResult:
        """The deal and its six letters."""
        letters = self._line.gate.letters if self._line.gate else ""
        yield about(self._line.deal, letters)

    def rows(self) -> Iterable[Row]:
        """Which, whether, and on what it rests."""
        typed = self._typed
        yield Row("Check", Choice(_SAID, typed.name, id="check"))
        yield Row("Holds", Choice(_HOLDS, typed.holds, id="holds"))
        yield Row("That rests on", Words(typed.evidence, id="evidence"))

    def read(self) -> Ticked:
        """What is said. Raises BadInput."""
        name, holds = self.chosen("check"), self.chosen("holds") is True
        evidence = self.text("evidence")
        if not isinstance(name, CheckName):
            raise BadInput("Choose one of the checks.")
        if holds and not evidence.strip():
            raise BadInput("Say what that rests on: who said so, and when.")
        return Ticked(name, holds, evidence)

    def _first_open(self) -> Ticked:
        marks = self._line.gate.marks if self._line.gate else ()
        said: list[Mark] = [mark for mark in marks if mark.name is not CheckName.FRESH]
        first = next((mark for mark in said if not mark.holds), said[0] if said else None)
        if first is None:
            return Ticked(CheckName.BUDGET, True, "")
        return Ticked(first.name, True, first.evidence)
