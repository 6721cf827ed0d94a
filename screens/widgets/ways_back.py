"""Ways back in: each lost deal on a time line of a year, with what was asked for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive

from journal.second_place import WayBack
from screens import follow_up_words
from screens.widgets import time_line
from screens.widgets.ink import cut, left, right
from screens.widgets.list_panel import ListPanel

_HEADER = 1
_LETTERS = 13
_GAP = 3
_FEW = 4


class WaysBack(ListPanel):
    """One row for each lost deal, those touched next first."""

    HEADING = "Ways back in"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "o",
            "screen.open_again",
            "Open again",
            id="ways.open_again",
            tooltip="Open the deal again: something has changed, and its history stays",
        ),
    ]

    ways: reactive[tuple[WayBack, ...]] = reactive((), layout=True)
    """Those touched next first, as many as were read."""
    day: reactive[date | None] = reactive(None)
    """The rep's today."""

    @dataclass
    class Highlighted(Message):
        """Another row is under the cursor."""

        way: WayBack | None
        """The way back; None without any."""

    class Opened(Message):
        """The cursor's row was clicked."""

    @property
    def selected(self) -> WayBack | None:
        """The way back under the cursor."""
        return self.ways[min(self.cursor, len(self.ways) - 1)] if self.ways else None

    def select(self, deal: int) -> None:
        """Put the cursor on a deal, if it is there."""
        for index, way in enumerate(self.ways):
            if way.deal.id == deal:
                self.cursor = index

    def count(self) -> int:
        """How many rows there are."""
        return len(self.ways)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Months, rows and the legend; one row without any."""
        return self.count() + _HEADER + 1 if self.ways else 1

    def rows(self, width: int, height: int) -> Sequence[Content]:
        """The months, the rows around the cursor, and what the signs mean where that fits."""
        if self.day is None:
            return []
        if not self.ways:
            return [Content.styled(cut(follow_up_words.NO_WAYS, width), "$muted")]
        name, line, letters = self._columns(width - 1)
        head = f" {' ' * name}{time_line.months(line)}"
        if letters:
            head += right("requests", letters + _GAP)
        is_roomy = height > _HEADER + min(self.count(), _FEW)
        room = height - _HEADER - is_roomy
        drawn = [Content.styled(head, "$muted"), *super().rows(width, room)]
        if is_roomy:
            drawn.append(Content.assemble(" " * (name + 1), time_line.legend()))
        return [row.truncate(width) for row in drawn]

    def row(self, index: int, width: int) -> Content:
        """One lost deal."""
        assert self.day is not None
        name, line, letters = self._columns(width)
        way = self.ways[index]
        pieces = [
            Content.styled(left(way.deal.account or way.deal.name, name - 1) + " ", "bold"),
            time_line.drawn(way, line, self.day),
        ]
        if letters:
            said = right(follow_up_words.letters(way), letters + _GAP)
            pieces.append(Content.styled(said, "" if way.requests else "$muted"))
        return Content.assemble(*pieces)

    def on_focus(self) -> None:
        """The story tells of this one."""
        self.post_message(self.Highlighted(self.selected))

    def watch_cursor(self) -> None:
        """Tell the page."""
        if self.has_focus:
            self.post_message(self.Highlighted(self.selected))

    def row_at(self, event: events.Click) -> int | None:
        """The row that was clicked; None on the months and beside the rows."""
        offset = event.get_content_offset(self)
        if offset is None or offset.y < _HEADER:
            return None
        index = self._first + offset.y - _HEADER
        return index if index < self.count() else None

    def on_click(self, event: events.Click) -> None:
        """A click puts the cursor there; on the cursor's own row it opens."""
        index = self.row_at(event)
        if index is None:
            return
        if index == self.cursor:
            self.post_message(self.Opened())
        else:
            self.cursor = index

    def on_mouse_scroll_down(self) -> None:
        """The wheel moves the cursor."""
        self.action_move(1)

    def on_mouse_scroll_up(self) -> None:
        """The wheel moves the cursor."""
        self.action_move(-1)

    def _columns(self, width: int) -> tuple[int, time_line.Axis, int]:
        """The cells of the name, the line, and the cells of the requests."""
        assert self.day is not None
        name = 12 if width < 150 else 24
        letters = 0 if width < 90 else _LETTERS
        cells = max(12, width - name - (letters + _GAP if letters else 0))
        return name, time_line.axis(self.day, cells), letters
