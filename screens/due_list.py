"""Everyone who waits: the follow-ups that are due, late or soon to come, in one list to read."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from journal.follow_up import FollowUp
from screens import wording
from screens.widgets.due import due_rows


class DueRows(Static):
    """The rows, laid out for the width they are given."""

    ALLOW_SELECT = False

    def __init__(self, due: Sequence[FollowUp], today: date, more: int) -> None:
        """Take what is due, and how many more wait than are listed."""
        super().__init__(id="rows", markup=False)
        self._due, self._today, self._more = due, today, more
        self.styles.height = max(1, len(due)) + (1 if more else 0)

    def render(self) -> Content:
        """One row for each."""
        rows = due_rows(self._due, self._today, self.content_size.width)
        if self._more:
            rows.append(Content.styled(wording.more_due(self._more), "$muted"))
        return Content("\n").join(rows or [Content.styled(wording.NOBODY_WAITS, "$muted")])


class DueList(ModalScreen[None]):
    """A list to read; arrows and Page up and down scroll it, Esc closes it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,enter,q", "leave", "Leave", id="due_list.leave", tooltip="Close the list"),
    ]
    AUTO_FOCUS = "#scroll"
    DEFAULT_CSS = """
    DueList {
        align: center middle;
        & > #box {
            width: 120; max-width: 100%; height: auto; max-height: 100%;
            background: $background; border: round $accent; padding: 1 2;
            border-title-color: $foreground; border-title-style: bold;
        }
        & #scroll { height: auto; max-height: 1fr; scrollbar-size-vertical: 1; }
        & #rows { text-wrap: nowrap; text-overflow: ellipsis; }
        & #hints { height: 1; margin-top: 1; color: $muted; link-color: $muted; link-style: none; }
    }
    """

    def __init__(self, due: Sequence[FollowUp], today: date, overdue: int) -> None:
        """Take what is due, soonest first, and how many of all are late."""
        super().__init__()
        self._due, self._today, self._overdue = due, today, overdue

    def compose(self) -> ComposeResult:
        """The rows and the key."""
        late = sum(1 for one in self._due if one.days_late(self._today))
        with Vertical(id="box") as box:
            box.border_title = Content(wording.due_heading(self._overdue))
            with VerticalScroll(id="scroll", can_focus=True):
                yield DueRows(self._due, self._today, self._overdue - late)
            yield Static("[@click=screen.leave][b $accent]Esc[/] Leave[/]", id="hints")

    def action_leave(self) -> None:
        """Close the list."""
        self.dismiss(None)
