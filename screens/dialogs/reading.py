"""The frame of a dialog that is only read: a title, what scrolls where it does not fit, and the key."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from journal.shown import shown
from screens.dialogs.dialog import Dialog


class ReadingDialog(Dialog[None]):
    """Tells and asks nothing; arrows scroll, Enter or Esc closes."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,enter", "leave", "Leave", id="reading.leave", tooltip="Close it"),
    ]
    AUTO_FOCUS = "#scroll"
    DEFAULT_CSS = """
    ReadingDialog {
        align: center middle;
        & > #box {
            width: 64; max-width: 100%; height: auto; max-height: 100%;
            background: $background; border: round $accent; padding: 1 2;
            border-title-color: $foreground; border-title-style: bold;
        }
        & #scroll { height: auto; max-height: 100%; scrollbar-size-vertical: 1; }
        & #lines { height: auto; }
        & #hints {
            dock: bottom; height: 2; padding-top: 1;
            color: $muted; link-color: $muted; link-style: none;
        }
    }
    """

    def heading(self) -> str:
        """What stands in the frame."""
        raise NotImplementedError

    def body(self) -> Widget:
        """What is read."""
        raise NotImplementedError

    def compose(self) -> ComposeResult:
        """What is read, and the key."""
        with Vertical(id="box") as box:
            box.border_title = Content(shown(self.heading()))
            with VerticalScroll(id="scroll", can_focus=True):
                yield self.body()
            yield Static("[@click=screen.leave][b $accent]Esc[/] Leave[/]", id="hints")

    def action_leave(self) -> None:
        """Close it."""
        self.dismiss(None)
