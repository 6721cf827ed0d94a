"""Silence: who has not answered, whether an answer may still come, and when it is time for the next lead."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive

from journal.next_lead import Quiet, Unanswered
from screens import follow_up_words, wording
from screens.widgets.ink import cut, left, right
from screens.widgets.list_panel import ListPanel
from screens.widgets.wrapped import wrapped

_HEADER = 1


class SilencePanel(ListPanel):
    """One row for each account that was written to, those to close first."""

    HEADING = "Silence"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "enter",
            "close_line",
            "Closing line",
            id="silence.close_line",
            key_display="Enter",
            tooltip="Read the closing line, and lay the day it is asked again",
        ),
    ]

    found: reactive[Unanswered | None] = reactive(None)
    """What is measured; None before it was read."""
    day: reactive[date | None] = reactive(None)
    """The rep's today."""

    class Asked(Message):
        """The closing line of the row under the cursor is asked for."""

    @property
    def selected(self) -> Quiet | None:
        """The account under the cursor."""
        quiet = self.found.quiet if self.found else ()
        return quiet[min(self.cursor, len(quiet) - 1)] if quiet else None

    def count(self) -> int:
        """How many rows there are."""
        return len(self.found.quiet) if self.found else 0

    def rows(self, width: int, height: int) -> Sequence[Content]:
        """The names of the columns, the rows around the cursor, and what the chances rest on."""
        if self.found is None or self.day is None:
            return []
        said = follow_up_words.rests_on(self.found.silence)
        words = list(wrapped(said, max(10, width - 1)))
        notes = [Content.styled(f" {line}", "$muted") for line in words]
        if not self.count():
            sent = self.found.silence.patience.sends
            none = follow_up_words.NO_SILENCE if sent else follow_up_words.NOTHING_SENT
            return [Content.styled(cut(f" {none}", width), "$muted")]
        name = _name_cells(width)
        head = f" {left('sent to', name)}{right('days', 5)}{right('may answer', 13)}"
        notes = notes if height >= _HEADER + len(notes) + 3 else []
        room = height - _HEADER - len(notes)
        drawn = [Content.styled(cut(head, width), "$muted"), *super().rows(width, room)]
        gap = [Content("")] if notes and room > self.count() else []
        return [*drawn, *gap, *notes]

    def row(self, index: int, width: int) -> Content:
        """One account."""
        assert self.found is not None
        assert self.day is not None
        one = self.found.quiet[index]
        name = _name_cells(width + 1)
        start = Content.assemble(
            (left(one.silent.send.account, name), "bold"),
            right(f"{one.silent.days:,}", 5),
            right(follow_up_words.may_answer(one.silent), 13),
        )
        words, colour = _verdict(one, self.day)
        room = width - start.cell_length - 3
        return Content.assemble(start, "   ", (cut(words, max(0, room)), colour))

    def action_close_line(self) -> None:
        """Ask for the closing line."""
        if self.selected is not None:
            self.post_message(self.Asked())

    def on_click(self, event: events.Click) -> None:
        """A click puts the cursor there; on the cursor's own row it asks for the closing line."""
        offset = event.get_content_offset(self)
        if offset is None or offset.y < _HEADER:
            return
        index = self._first + offset.y - _HEADER
        if index >= self.count():
            return
        if index == self.cursor:
            self.action_close_line()
        else:
            self.cursor = index


def _name_cells(width: int) -> int:
    return 11 if width < 48 else 14 if width < 70 else 24


def _verdict(one: Quiet, today: date) -> tuple[str, str]:
    if one.revisit is not None:
        return f"closed, again {wording.near_day(one.revisit, today)}", "$muted"
    if one.silent.next:
        return "Next! closing line ready", "$warning"
    return "wait", "$muted"
