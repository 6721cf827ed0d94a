"""The evening's box: one event a line, with what was understood of each beside it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widgets import Static

from journal.evening_lines import HeardLine
from screens import visit_words
from screens.dialogs.fields import Words, take_key
from screens.widgets.ink import cut


class EventBox(Words):
    """Enter begins a new line; on an empty one it hands up what stands there."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "enter",
            "new_line",
            "New line",
            id="box.line",
            key_display="Enter",
            tooltip="Begin a new line; on an empty one, save what was understood and go down",
        ),
        Binding(
            "ctrl+j",
            "new_line",
            "New line",
            id="box.new_line",
            show=False,
            tooltip="Begin a new line in any case",
        ),
    ]

    class Finished(Message):
        """Enter was pressed on an empty line."""

    @property
    def lines_to_cursor(self) -> int:
        """How many lines with words stand up to the cursor's, itself included."""
        above = range(self.cursor_location[0] + 1)
        return sum(bool(self.document.get_line(row).strip()) for row in above)

    async def _on_key(self, event: events.Key) -> None:
        if event.key != "enter" or self.screen.focused is not self:
            take_key(self, event)
            return
        event.stop()
        event.prevent_default()
        if self.document.get_line(self.cursor_location[0]).strip():
            self.type_in("\n")
        else:
            self.post_message(self.Finished())


class Understood(Static):
    """What the lines of the box become, in their order; around the cursor's line where not all fit."""

    ALLOW_SELECT = False

    heard: reactive[tuple[HeardLine, ...]] = reactive(())
    """The lines as heard."""
    day: reactive[date | None] = reactive(None)
    """The day of the page."""
    today: reactive[date | None] = reactive(None)
    """The rep's today, from which days are named."""
    line: reactive[int] = reactive(0)
    """How many of the lines stand up to the one with the cursor, itself included."""

    def render(self) -> Content:
        """One row for each thing."""
        width, height = self.content_size
        if self.day is None or self.today is None or width <= 0:
            return Content("")
        rows = visit_words.understood(self.heard, self.day, self.today)
        if not rows:
            return Content.styled(cut(visit_words.ONE_A_LINE, width), "$muted")
        drawn = [_row(row, width) for row in rows]
        if len(drawn) < height:
            drawn = [Content.styled("understood", "$muted"), *drawn]
        if len(drawn) <= height:
            return Content("\n").join(drawn)
        # Nothing is saved unseen: the row under the window says how much stands outside it.
        room = max(1, height - 1)
        upto = len(visit_words.understood(self.heard[: self.line], self.day, self.today))
        first = max(0, min(upto, len(drawn)) - room)
        outside = visit_words.outside(first, len(drawn) - first - room)
        return Content("\n").join(
            [*drawn[first : first + room], Content.styled(cut(outside, width), "$muted")]
        )


def _row(row: Sequence[str], width: int) -> Content:
    what, rest, hint = row
    if hint:
        return Content.assemble(
            (cut(what, width), "bold"), (f" {cut(hint, max(0, width - len(what) - 1))}", "$warning")
        )
    return Content.assemble((what, "bold"), f" {cut(rest, max(0, width - len(what) - 1))}")
