"""So far: the day's entries in the order they happened, each of which can be opened, changed and deleted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from rich.cells import cell_len
from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive

from journal.entry import Entry
from journal.setback import Setback
from journal.shown import shown
from screens import entry_words, wording
from screens.widgets.ink import cut, left
from screens.widgets.list_panel import ListPanel


class SoFar(ListPanel):
    """The timeline: newest at the bottom."""

    HEADING = "So far"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "enter",
            "open",
            "Open",
            id="so_far.open",
            key_display="Enter",
            tooltip="Read or change the entry under the cursor",
        ),
        Binding(
            "x,delete",
            "delete",
            "Delete",
            id="so_far.delete",
            key_display="x",
            tooltip="Delete the entry under the cursor; u brings it back",
        ),
    ]

    entries: reactive[tuple[Entry, ...]] = reactive(())
    """Today's entries, oldest first, and before them as many earlier ones as there is room for."""
    day: reactive[date | None] = reactive(None)
    """The rep's today."""
    is_new: reactive[bool] = reactive(False)
    """Whether nothing was ever logged, so that an invitation stands here."""

    @dataclass
    class Opened(Message):
        """The rep wants to read or change an entry."""

        entry: Entry
        """The entry as it was read."""

    @dataclass
    class Deleted(Message):
        """The rep wants to delete an entry."""

        entry: Entry
        """The entry as it was read."""

    def count(self) -> int:
        """One row for each entry."""
        return len(self.entries)

    def rows(self, width: int, height: int) -> Sequence[Content]:
        """The newest that fit, or those around the cursor; an invitation while there is none."""
        if not any(entry.day == self.day for entry in self.entries):
            words = wording.INVITATION if self.is_new else wording.NOTHING_TODAY
            return [
                Content.assemble(" ", line)
                for line in Content.styled(words, "$muted").wrap(width - 2)
            ]
        drawn = super().rows(width, height)
        self.border_title = Content(wording.earlier(self.HEADING, self._first))
        return drawn

    def first_row(self, count: int, height: int) -> int:
        """Without the focus the newest rows stand there."""
        return super().first_row(count, height) if self.has_focus else max(0, count - height)

    def row(self, index: int, width: int) -> Content:
        """Time, what it was, with whom, and the rep's words."""
        entry = self.entries[index]
        at = f"{entry.time:%H:%M}" if entry.time else "     "
        at = at if entry.day == self.day else f" {wording.weekday(entry.day)} "
        hit = isinstance(entry, Setback)
        longest = max(cell_len(shown(one.account or "")) for one in self.entries)
        account_cells = max(6, min(longest, 9 if width < 50 else 14)) + 1 if longest else 0
        room = width - 5 - 1 - 10 - 1 - account_cells
        drawn = Content.assemble(
            (at, "$muted"),
            (" " + left(entry_words.what(entry), 10) + " ", "$warning" if hit else ""),
            (left(cut(entry.account or "", account_cells - 1), account_cells), "bold"),
            (cut(entry_words.details(entry), room), "$muted"),
        )
        return drawn if entry.day == self.day else Content.styled(drawn.plain, "$muted")

    def watch_entries(self, before: tuple[Entry, ...], now: tuple[Entry, ...]) -> None:
        """Keep the cursor on its entry; from the newest it goes on to the newest."""
        if self.cursor >= len(before) - 1:
            self.cursor = len(now) - 1
            return
        kept = before[self.cursor].id
        ids = [entry.id for entry in now]
        self.cursor = ids.index(kept) if kept in ids else self.validate_cursor(self.cursor)

    def action_open(self) -> None:
        """Ask for the entry under the cursor."""
        if self.entries:
            self.post_message(self.Opened(self.entries[self.cursor]))

    def action_delete(self) -> None:
        """Ask to delete the entry under the cursor."""
        if self.entries:
            self.post_message(self.Deleted(self.entries[self.cursor]))

    def on_click(self, event: events.Click) -> None:
        """The first click moves the cursor, a second one opens."""
        index = self.row_at(event)
        if index is None:
            return
        if event.chain > 1:
            self.action_open()
        self.cursor = index
