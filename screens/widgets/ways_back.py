"""Ways back in: each lost deal on a time line of a year, with what was asked for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive

from journal.second_place import WayBack
from screens import follow_up_words
from screens.widgets import time_line
from screens.widgets.headed_list import HEADER, HeadedList
from screens.widgets.ink import cut, left, right

_LETTERS = 13
_GAP = 3
_FEW = 4


class WaysBack(HeadedList):
    """One row for each lost deal, those touched next first."""

    HEADING = "Ways back in"
    STAYS_MARKED: ClassVar[bool] = False

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

    def highlighted(self) -> Message:
        """Another row is under the cursor."""
        return self.Highlighted(self.selected)

    def opened(self) -> Message:
        """The cursor's row was clicked."""
        return self.Opened()

    def count(self) -> int:
        """How many rows there are."""
        return len(self.ways)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Months, rows and the legend; one row without any."""
        return self.count() + HEADER + 1 if self.ways else 1

    def rows(self, width: int, height: int) -> Sequence[Content]:
        """The months, the rows around the cursor, and what the signs mean where that fits."""
        if self.day is None:
            return []
        if not self.ways:
            return [Content.styled(f" {cut(follow_up_words.NO_WAYS, width - 1)}", "$muted")]
        name, line, letters = self._columns(width - 1)
        is_roomy = height > HEADER + min(self.count(), _FEW)
        # The row of signs needs room; the one that no word beside it explains is named in any case.
        is_named = not is_roomy and any(way.advocate for way in self.ways)
        corner = f"{time_line.ADVOCATE} advocate" if is_named else ""
        head = f" {left(corner, name)}{time_line.months(line)}"
        if letters:
            head += right("requests", letters + _GAP)
        room = height - HEADER - is_roomy
        drawn = [Content.styled(head, "$muted"), *super().rows(width, room)]
        if is_roomy:
            legend = time_line.legend()
            indent = max(0, min(name + 1, width - legend.cell_length))
            drawn.append(Content.assemble(" " * indent, legend))
        return [row.truncate(width) for row in drawn]

    def row(self, index: int, width: int) -> Content:
        """One lost deal."""
        assert self.day is not None
        name, line, letters = self._columns(width)
        way = self.ways[index]
        pieces = [
            Content.styled(left(way.deal.account or way.deal.name, name - 1), "bold"),
            (time_line.ADVOCATE, "$success") if way.advocate else " ",
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
            super().watch_cursor()

    def _columns(self, width: int) -> tuple[int, time_line.Axis, int]:
        """The cells of the name, the line, and the cells of the requests."""
        assert self.day is not None
        name = 12 if width < 150 else 24
        letters = 0 if width < 90 else _LETTERS
        cells = max(12, width - name - (letters + _GAP if letters else 0))
        return name, time_line.axis(self.day, cells), letters
