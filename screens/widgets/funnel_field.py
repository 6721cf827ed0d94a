"""The field in which an assumption of the plan is typed over, in its own place."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import Input

from screens.drafted import Draft, Drafted
from screens.widgets.as_shown import AsShown


class Over(Input, Drafted):
    """The field in which an assumption is typed over. Enter saves it, Esc leaves it as it was.

    What was typed and left stands in it when it opens again; the first key writes over it.
    """

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

    def __init__(self, value: str, example: str = "", draft: Draft | None = None) -> None:
        """Take what stands there, what stands in an empty field, and where typing is kept."""
        super().__init__(
            value,
            placeholder=example,
            highlighter=AsShown(),
            compact=True,
            select_on_focus=True,
            max_length=40,
        )

        self._stood = value
        self.draft = draft
        self.typed: Callable[[], None] | None = None
        """Hears of every change; None where nobody does."""
        self.is_as_left = False
        """Whether it opened with what was left in it."""

    def on_mount(self) -> None:
        """Offer again what was left."""
        self.is_as_left = self.offer_again()

    @property
    def is_untouched(self) -> bool:
        """Whether what the plan says stands in it, letter by letter."""
        return self.value == self._stood and not self.is_as_left

    def stands(self) -> None:
        """What stands in it was saved: it is what the plan says, and no draft of it is kept."""
        self.let_draft_be()
        self._stood, self.is_as_left = self.value, False

    def watch_value(self) -> None:
        """Tell of every change at once, before anything is painted."""
        if self.is_mounted and self.typed is not None:
            self.typed()

    def fields_typed(self) -> dict[str, str]:
        """What stands here."""
        return {"value": self.value}

    def fill(self, fields: Mapping[str, str]) -> None:
        """Put back what was left, ready to be written over."""
        self.value = fields.get("value", self.value)
        self.action_select_all()

    def on_blur(self) -> None:
        """Whoever goes to another panel leaves it as it was; another window changes nothing."""
        if self.app.app_focus:
            self.action_close()

    def action_close(self) -> None:
        """Leave it as it was; what was typed is kept."""
        self.keep_draft()
        self.let_draft_be()
        self.post_message(self.Closed())
