"""Who is due: follow-ups that wait, soonest first."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive

from journal.follow_up import FollowUp
from screens import wording
from screens.widgets.ink import cut, left
from screens.widgets.panel import Panel

_WHEN_CELLS = 11


class Due(Panel):
    """One row for each follow-up; many late ones are told as one number."""

    HEADING = "Due"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "enter",
            "open",
            "All that is due",
            id="due.open",
            key_display="Enter",
            tooltip="List everyone who waits",
        ),
    ]

    due: reactive[tuple[FollowUp, ...]] = reactive(())
    """Soonest first."""
    overdue: reactive[int] = reactive(0)
    """How many have waited since an earlier day."""
    day: reactive[date | None] = reactive(None)
    """The rep's today."""

    class Opened(Message):
        """The rep wants to see all of them."""

    def rows(self, width: int, height: int) -> Sequence[Content]:
        """As many as fit."""
        if self.day is None:
            return []
        if not self.due and not self.overdue:
            return [Content.styled(wording.NOBODY_WAITS, "$muted")]
        today = self.day
        listed = sum(1 for one in self.due if one.days_late(today))
        late = [] if listed == self.overdue else [self._late(width)]
        return [*late, *due_rows(self.due[:height], today, width)]

    def action_open(self) -> None:
        """Ask for the whole list."""
        self.post_message(self.Opened())

    def on_click(self) -> None:
        """A click asks as well."""
        self.action_open()

    def _late(self, width: int) -> Content:
        return Content.assemble(
            ("! ", "$warning"), (cut(wording.overdue(self.overdue), width - 2), "$warning")
        )


def due_rows(due: Sequence[FollowUp], today: date, width: int) -> list[Content]:
    """One row in ``width`` cells for each follow-up: when, with whom, what and why."""
    longest = max((len(one.account or "") for one in due), default=0)
    account = min(9 if width < 50 else 14, max(8, longest + 1))
    return [_row(one, today, width, account) for one in due]


def _row(one: FollowUp, today: date, width: int, account: int) -> Content:
    late = one.days_late(today)
    when = wording.waits(today if one.is_question else one.due, late, today)
    mark = ("! ", "$warning") if late else "  "
    colour = "$warning" if late else "$muted" if one.due and one.due > today else ""
    what = " · ".join(words for words in (one.what, one.reason) if words)
    room = width - 2 - _WHEN_CELLS - account - 1
    return Content.assemble(
        mark,
        (left(when, _WHEN_CELLS), colour),
        (left(one.account or "", account) + " ", "bold"),
        cut(what, room),
    )
