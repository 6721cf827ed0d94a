"""Call blocks by dialog: planning one with what is feared of it, and saying what happened."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import time

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from journal.activity import LARGEST_COUNT
from journal.call_block import CallBlock
from journal.dates import read_time
from journal.errors import BadInput
from journal.journal import Journal
from journal.percent import in_percent, read_percent
from screens.dialogs.depth import Depth
from screens.dialogs.fields import Line
from screens.dialogs.form import Form, Row
from screens.drafted import Draft


@dataclass(frozen=True, slots=True)
class PlannedBlock:
    """A stretch of calls as it is planned."""

    planned: time
    """When it starts."""
    minutes: int | None
    """How long it takes."""
    dread: int | None
    """How much it is dreaded, 0 to 10."""
    feared: float | None
    """The share of calls feared to end in a harsh no, 0-1."""


@dataclass(frozen=True, slots=True)
class EndedBlock:
    """What happened in one."""

    calls: int
    """Calls made."""
    harsh_nos: int
    """How many of them ended in a harsh no."""


class PlanBlockDialog(Form[PlannedBlock]):
    """Hands back the plan of a block for today."""

    title_text = "Plan a call block"
    hint = "What you fear is asked before, so that it can be held against what happens."

    def __init__(
        self,
        journal: Journal,
        fear: str,
        at: time,
        typed: PlannedBlock | None = None,
        said: str = "",
    ) -> None:
        """Take the fear line and the time proposed; what was typed before, and why it was not saved."""
        super().__init__(said, Draft(journal, "call-block"))
        self._fear = fear
        self._at = at
        self._typed = typed

    def above(self) -> ComposeResult:
        """How fears have turned out so far."""
        yield Static(Content(self._fear), classes="about")

    def rows(self) -> Iterable[Row]:
        """When, how long, the dread, and the fear."""
        typed = self._typed
        at = f"{typed.planned if typed else self._at:%H:%M}"
        minutes = str(typed.minutes) if typed and typed.minutes else ""
        feared = in_percent(typed.feared) if typed and typed.feared is not None else ""
        yield Row("Starts at", Line(at, id="at", example="10:00"))
        yield Row("Minutes", Line(minutes, id="minutes", example="60; may stay empty"))
        dread = typed.dread if typed else None
        yield Row("Dread", Depth(dread, id="dread", ends="0 none, + is 10"))
        yield Row("Harsh nos I fear, %", Line(feared, id="feared", example="40: of 100 calls"))

    def read(self) -> PlannedBlock:
        """The plan. Raises BadInput."""
        planned = read_time(self.text("at"))
        minutes = whole(self.text("minutes"), "Minutes are a whole number, like 60.")
        dread = self.chosen("dread")
        feared = self.text("feared").strip()
        return PlannedBlock(
            planned,
            minutes,
            dread if isinstance(dread, int) else None,
            read_percent(feared if feared != "1" else "1%") if feared else None,
        )


class EndBlockDialog(Form[EndedBlock]):
    """Hands back what happened."""

    title_text = "What happened"
    hint = "The calls counted since the start are proposed."

    def __init__(
        self,
        journal: Journal,
        block: CallBlock,
        calls: int,
        typed: EndedBlock | None = None,
        said: str = "",
    ) -> None:
        """Take the block and the calls proposed; what was typed before, and why it was not saved."""
        super().__init__(said, Draft(journal, "call-block", block.id))
        self._block = block
        self._calls = typed.calls if typed else calls
        self._nos = typed.harsh_nos if typed else block.harsh_nos

    def above(self) -> ComposeResult:
        """Which block it was, and what was feared."""
        block = self._block
        feared = "" if block.feared is None else f", {in_percent(block.feared)} harsh nos feared"
        dread = "" if block.dread is None else f", dread {block.dread}"
        yield Static(Content(f"The block of {block.planned:%H:%M}{dread}{feared}"), classes="about")

    def rows(self) -> Iterable[Row]:
        """Calls, and harsh nos among them."""
        nos = "" if self._nos is None else str(self._nos)
        yield Row("Calls", Line(str(self._calls), id="calls", example="12"))
        yield Row("Harsh nos", Line(nos, id="nos", example="0"))

    def read(self) -> EndedBlock:
        """What happened. Raises BadInput."""
        calls = whole(self.text("calls"), "Calls are a whole number, like 12.") or 0
        nos = whole(self.text("nos"), "Harsh nos are a whole number, like 2.") or 0
        if nos > calls:
            raise BadInput("Harsh nos are no more than the calls.")
        return EndedBlock(calls, nos)


def whole(text: str, refused: str) -> int | None:
    """A whole number; None for nothing. Raises BadInput with the sentence."""
    words = text.strip().replace(",", "")
    if not words:
        return None
    if not (words.isascii() and words.isdecimal()) or int(words[:9]) > LARGEST_COUNT:
        raise BadInput(refused)
    return int(words[:9])
