"""A panel of rows with one of them under the cursor."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.reactive import reactive

from screens.widgets.panel import Panel


class ListPanel(Panel):
    """Draws the rows that fit and keeps the one under the cursor among them."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", "Up", id="list.up", show=False, tooltip="One row up"),
        Binding("down", "move(1)", "Down", id="list.down", show=False, tooltip="One row down"),
        Binding(
            "pageup", "move(-10)", "Page up", id="list.page_up", show=False, tooltip="Ten rows up"
        ),
        Binding(
            "pagedown",
            "move(10)",
            "Page down",
            id="list.page_down",
            show=False,
            tooltip="Ten rows down",
        ),
    ]

    DEFAULT_CSS = """
    ListPanel {
        padding: 0;
    }
    """

    cursor: reactive[int] = reactive(0)
    """The row under the cursor, from 0."""

    _first = 0

    def count(self) -> int:
        """How many rows there are."""
        raise NotImplementedError

    def row(self, index: int, width: int) -> Content:
        """One row, ``width`` cells wide at most, without the cursor's cell in front."""
        raise NotImplementedError

    def rows(self, width: int, height: int) -> Sequence[Content]:
        """The rows that fit: around the cursor with the focus, else the newest."""
        count = self.count()
        self._first = self.first_row(count, height)
        return [
            self._marked(index, width)
            for index in range(self._first, min(count, self._first + height))
        ]

    def first_row(self, count: int, height: int) -> int:
        """The first row drawn: the cursor's row is always among them."""
        low, high = self.cursor - height + 1, self.cursor
        return max(0, min(max(self._first, low), high, count - height))

    def validate_cursor(self, cursor: int) -> int:
        """Keep the cursor on a row."""
        return max(0, min(cursor, self.count() - 1))

    def watch_has_focus(self, has_focus: bool) -> None:
        """Draw the cursor, or take it away."""
        super().watch_has_focus(has_focus)
        self.refresh()

    def action_move(self, rows: int) -> None:
        """Move the cursor."""
        self.cursor += rows

    def row_at(self, event: events.Click) -> int | None:
        """The row that was clicked; None beside the rows."""
        offset = event.get_content_offset(self)
        if offset is None:
            return None
        index = self._first + offset.y
        return index if index < self.count() else None

    def _marked(self, index: int, width: int) -> Content:
        row = self.row(index, width - 1)
        if index != self.cursor or not self.has_focus:
            return Content.assemble(" ", row)
        line = Content.assemble(("▌", "$accent"), row).pad_right(
            max(0, width - 1 - row.cell_length)
        )
        return line.stylize_before("bold on $block-cursor-background")
