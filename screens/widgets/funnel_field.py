"""The field in which an assumption of the plan is typed over, in its own place."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import Input


class Over(Input):
    """The field in which an assumption is typed over. Enter saves it, Esc leaves it as it was."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "submit", "Save", id="over.save", key_display="Enter", tooltip="Save it"),
        Binding(
            "escape",
            "close",
            "Leave",
            id="over.leave",
            key_display="Esc",
            tooltip="Leave it as it was",
        ),
    ]
    DEFAULT_CSS = """
    Over {
        position: absolute;
        height: 1;
        background: $surface;
        color: $foreground;
    }
    """

    class Closed(Message):
        """The rep leaves it as it was."""

    def __init__(self, value: str, example: str = "") -> None:
        """Take what stands there, which the first key writes over, and what stands in an empty field."""
        super().__init__(
            value, placeholder=example, compact=True, select_on_focus=True, max_length=40
        )

    def on_blur(self) -> None:
        """Whoever goes to another panel leaves it as it was; another window changes nothing."""
        if self.app.app_focus:
            self.action_close()

    def action_close(self) -> None:
        """Leave it as it was."""
        self.post_message(self.Closed())
