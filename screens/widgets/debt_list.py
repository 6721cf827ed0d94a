"""What the rep's CRM has not shown yet, newest first, read on as the cursor comes down."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive

from journal.crm_debt import Owed
from screens import transfer_words
from screens.widgets.ink import cut, left
from screens.widgets.list_panel import ListPanel

NEAR = 20
"""So many rows above the last one that was read, more are read."""


class DebtList(ListPanel):
    """Enter copies the line under the cursor, and so does a click."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("home", "move(-1000000)", "First", id="list.first", show=False, tooltip="Newest"),
        Binding(
            "end", "move(1000000)", "Last", id="list.last", show=False, tooltip="Last read so far"
        ),
        Binding("enter", "choose", "Copy", id="list.choose", show=False, tooltip="Copy the line"),
    ]
    DEFAULT_CSS = """
    DebtList { height: auto; border: none; &:focus { border: none; } }
    """

    owed: reactive[tuple[Owed, ...]] = reactive((), layout=True)
    """Newest first, as many as were read."""
    day: reactive[date | None] = reactive(None)
    """The rep's today."""

    class NearEnd(Message):
        """The cursor comes near the last row that was read."""

    @dataclass
    class Chosen(Message):
        """A line is to be copied."""

        owed: Owed
        """What it tells of."""

    def count(self) -> int:
        """How many rows there are."""
        return len(self.owed)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As high as its rows."""
        return max(1, self.count())

    def row(self, index: int, width: int) -> Content:
        """The day, what was done, with whom, and the words of it."""
        assert self.day is not None
        done, deal = self.owed[index].activity, self.owed[index].deal_name
        day, what = transfer_words.debt_row(self.owed[index], self.day)
        rest = "  ".join(part for part in (deal or "", done.text) if part)
        start = Content.assemble(
            (f"{left(day, 12)} ", "$muted"),
            f"{left(what, 12)} ",
            (f"{left(done.account or '–', 18)} ", "bold"),
        )
        return Content.assemble(start, cut(" ".join(rest.split()), width - start.cell_length))

    def watch_cursor(self) -> None:
        """Ask for more before the cursor is at the end."""
        if self.owed and self.cursor >= self.count() - NEAR:
            self.post_message(self.NearEnd())

    def action_choose(self) -> None:
        """The line under the cursor."""
        if self.owed:
            self.post_message(self.Chosen(self.owed[self.cursor]))

    def on_click(self, event: events.Click) -> None:
        """The line that was clicked."""
        if (index := self.row_at(event)) is not None:
            self.cursor = index
            self.action_choose()

    def on_mouse_scroll_down(self) -> None:
        """The wheel moves the cursor."""
        self.action_move(1)

    def on_mouse_scroll_up(self) -> None:
        """The wheel moves the cursor."""
        self.action_move(-1)
