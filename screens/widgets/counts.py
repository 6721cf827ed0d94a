"""Today's counts against the plan: a letter counts one, and its row shows how far the day is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive

from journal.briefing import Count
from screens import wording
from screens.widgets.ink import WIDEST_BAR, Ink, bar, left, right
from screens.widgets.list_panel import ListPanel

LETTERS = {"call": "c", "email": "i", "social": "o", "meeting": "t"}
"""The key that counts one of a kind."""

_STATE_CELLS = 9


class Counts(ListPanel):
    """One row for each kind, with the bar to its target."""

    HEADING = "Counts"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "enter",
            "write",
            "Write a line",
            id="counts.write",
            key_display="Enter",
            tooltip="Write an entry in your own words",
            priority=True,
        ),
        Binding(
            "minus",
            "one_less",
            "One less",
            id="counts.one_less",
            show=False,
            key_display="-",
            tooltip="Take one off the row under the cursor",
        ),
    ]

    counts: reactive[tuple[Count, ...]] = reactive(())
    """Today's kinds."""

    @dataclass
    class Asked(Message):
        """The rep wants to count one of a kind, or take one off."""

        kind: str
        """The kind."""
        step: int
        """1, or -1."""

    class Write(Message):
        """The rep wants to write a line."""

    def count(self) -> int:
        """One row for each kind."""
        return len(self.counts)

    def rows(self, width: int, height: int) -> Sequence[Content]:
        """The kinds that fit; the rule tells of the others."""
        hidden = self.counts[height:] if self.cursor < height else ()
        self.border_title = Content(wording.counts_heading(self.HEADING, hidden))
        return super().rows(width, height)

    def row(self, index: int, width: int) -> Content:
        """Letter, kind, bar, number and state."""
        count = self.counts[index]
        name = wording.kinds(count.kind)
        start: list[Ink] = [(LETTERS.get(count.kind, " "), "bold $accent"), f" {left(name, 9)}"]
        if count.target is None:
            done = f"{count.done:,}" if count.done else "–"
            return Content.assemble(*start, right(done, self._number_end(width) - 11))
        number = f"{count.done:,}/{count.target:,}"
        across = min(WIDEST_BAR, width - 11 - 9 - _STATE_CELLS - 1)
        share = count.done / count.target if count.target else 1.0
        colour = "$success" if count.to_go == 0 else "$primary"
        state = ("✓ done", "$success") if count.to_go == 0 else (f"{count.to_go:,} to go", "")
        return Content.assemble(
            *start,
            bar(across, share, colour=colour),
            (right(number, self._number_end(width) - 11 - across), "bold"),
            (right(state[0], _STATE_CELLS), state[1]),
        )

    def watch_counts(self) -> None:
        """Keep the cursor on a row."""
        self.cursor = self.validate_cursor(self.cursor)

    def action_write(self) -> None:
        """Ask for the line to type in."""
        self.post_message(self.Write())

    def action_one_less(self) -> None:
        """Ask to take one off the row under the cursor."""
        if self.counts:
            self.post_message(self.Asked(self.counts[self.cursor].kind, -1))

    def on_click(self, event: events.Click) -> None:
        """A click on a row counts one."""
        index = self.row_at(event)
        if index is not None:
            self.cursor = index
            self.post_message(self.Asked(self.counts[index].kind, 1))

    @staticmethod
    def _number_end(width: int) -> int:
        return min(width - 1, 11 + WIDEST_BAR + 9 + _STATE_CELLS) - _STATE_CELLS
