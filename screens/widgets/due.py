"""Who is due, soonest and most valuable first: each row can be done, moved, skipped and opened."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive

from journal.due_lines import late_in_one, left_out
from journal.waiting import Counts, Waits
from screens import wording
from screens.widgets.ink import cut, left
from screens.widgets.list_panel import ListPanel

_WHEN_CELLS = 11


class Due(ListPanel):
    """One row for each that waits; many late ones are one number, and what does not fit is told."""

    HEADING = "Due"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "space",
            "act('done')",
            "Done",
            id="due.done",
            key_display="Space",
            tooltip="Say that it is done, with a line about it if you like",
        ),
        Binding("v", "act('move')", "Move", id="due.move", tooltip="Let it wait until another day"),
        Binding("n", "act('skip')", "Skip", id="due.skip", tooltip="Let it go, and say why"),
        Binding(
            "enter",
            "act('open')",
            "Open",
            id="due.open",
            key_display="Enter",
            tooltip="Read the story of its deal, answer what is asked, or see all who wait",
        ),
        Binding(
            "x",
            "act('close')",
            "Close for good",
            id="due.close",
            tooltip="Close it for good, with all other touches of its deal",
        ),
    ]

    due: reactive[tuple[Waits, ...]] = reactive(())
    """Soonest and most valuable first, as many as were read."""
    waiting: reactive[Counts] = reactive(Counts(0, 0, 0))
    """How many wait; questions are not among them."""
    day: reactive[date | None] = reactive(None)
    """The rep's today."""

    @dataclass
    class Acted(Message):
        """Something is to become of a row."""

        line: Waits | None
        """The row; None for the whole list, where several are told as a number, or nobody waits."""
        action: str
        """One of done, move, skip, open and close."""

    _drawn = 0

    def count(self) -> int:
        """How many rows there are: the number of the late before those listed."""
        return self._late + len(self.due)

    @property
    def selected(self) -> Waits | None:
        """The one under the cursor; None on the number of the late, and without any."""
        index = min(self.cursor, self.count() - 1) - self._late
        return self.due[index] if 0 <= index < len(self.due) else None

    @property
    def _late(self) -> int:
        """1 where the late ones are told as one number, else 0."""
        return int(late_in_one(self.waiting) > 0)

    def rows(self, width: int, height: int) -> Sequence[Content]:
        """As many as fit, and how many more wait today."""
        if self.day is None:
            return []
        if not self.count():
            return [Content.styled(cut(f" {wording.NOBODY_WAITS}", width), "$muted")]
        rows = self._window(width, height)
        if not (more := self._more()):
            return rows
        rows = self._window(width, height - 1)
        more = self._more()
        return [*rows, Content.styled(cut(f" {wording.more_due(more)}", width), "$muted")]

    def row(self, index: int, width: int) -> Content:
        """One that waits, or the number of those that are late."""
        assert self.day is not None
        if index < self._late:
            words = cut(wording.overdue(self.waiting.late), width - 2)
            return Content.assemble(("! ", "$warning"), (words, "$warning"))
        return _row(self.due[index - self._late], self.day, width, self._account(width))

    def action_act(self, action: str) -> None:
        """Ask the page for it."""
        self.post_message(self.Acted(self.selected, action))

    def on_click(self, event: events.Click) -> None:
        """A click puts the cursor there; on the cursor's own row, and on a number, it opens."""
        index = self.row_at(event)
        if index is None or index - self._first >= self._drawn:
            self.post_message(self.Acted(None, "open"))
        elif index == self.cursor:
            self.action_act("open")
        else:
            self.cursor = index

    def on_mouse_scroll_down(self) -> None:
        """The wheel moves the cursor."""
        self.action_move(1)

    def on_mouse_scroll_up(self) -> None:
        """The wheel moves the cursor."""
        self.action_move(-1)

    def watch_due(self) -> None:
        """Keep the cursor on a row."""
        self.cursor = self.validate_cursor(self.cursor)

    def _window(self, width: int, height: int) -> list[Content]:
        rows = list(super().rows(width, max(1, height)))
        self._drawn = len(rows)
        return rows

    def _more(self) -> int:
        assert self.day is not None
        told = max(0, self._first + self._drawn - self._late)
        return left_out(self.due, self.waiting, self.day, told)

    def _account(self, width: int) -> int:
        longest = max((len(one.follow_up.account or "") for one in self.due), default=0)
        return min(9 if width < 50 else 14, max(8, longest + 1))


def _row(line: Waits, today: date, width: int, account: int) -> Content:
    one, late = line.follow_up, line.days_late(today)
    when = wording.waits(line.on, late, today)
    mark = ("! ", "$warning") if late else "  "
    colour = "$warning" if late else "$muted" if line.on and line.on > today else ""
    reason = wording.NO_REASON if line.needs_reason else one.reason
    what = " · ".join(words for words in (one.what, reason) if words)
    room = width - 2 - _WHEN_CELLS - account - 1
    return Content.assemble(
        mark,
        (left(when, _WHEN_CELLS), colour),
        (left(one.account or "", account) + " ", "bold"),
        cut(what, room),
    )
