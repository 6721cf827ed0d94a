"""A list of records under the names of its columns: what a click and the wheel do in it."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.content import Content
from textual.message import Message

from screens.widgets.list_panel import ListPanel

HEADER = 1
"""The row with the names of the columns."""


class HeadedList(ListPanel):
    """The first click puts the cursor on a row, the second opens it; the cursor's row stays marked."""

    STAYS_MARKED: ClassVar[bool] = True
    """Whether the cursor's row is marked while another panel has the focus."""

    def highlighted(self) -> Message:
        """What tells the page that another row is under the cursor."""
        raise NotImplementedError

    def opened(self) -> Message:
        """What tells the page that the cursor's row was clicked."""
        raise NotImplementedError

    def row_at(self, event: events.Click) -> int | None:
        """The row that was clicked; None on the header and beside the rows."""
        offset = event.get_content_offset(self)
        if offset is None or offset.y < HEADER:
            return None
        index = self._first + offset.y - HEADER
        return index if index < self.count() else None

    def clicked(self, event: events.Click) -> None:
        """Go to the row that was clicked; on the cursor's own row, open it."""
        index = self.row_at(event)
        if index is None:
            return
        if index == self.cursor:
            self.post_message(self.opened())
        else:
            self.cursor = index

    # Handlers of every class on the way up are called: those of a list override ``clicked`` instead.
    def on_click(self, event: events.Click) -> None:
        """A click puts the cursor there; on the cursor's own row it opens."""
        self.clicked(event)

    def on_mouse_scroll_down(self) -> None:
        """The wheel moves the cursor."""
        self.action_move(1)

    def on_mouse_scroll_up(self) -> None:
        """The wheel moves the cursor."""
        self.action_move(-1)

    def watch_cursor(self) -> None:
        """Tell the page."""
        self.post_message(self.highlighted())

    def _marked(self, index: int, width: int) -> Content:
        if index != self.cursor or self.has_focus or not self.STAYS_MARKED:
            return super()._marked(index, width)
        return Content.assemble(("▌", "$muted"), self.row(index, width - 1))
