"""The end of the evening: the button that closes the day, and the row that stands for lines folded away."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from screens import visit_words
from screens.dialogs.fields import Rows


class _Stop(Static, can_focus=True):
    """A row that Enter passes on its way down."""

    ALLOW_SELECT = False

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "enter",
            "next",
            "Next line",
            id="stop.next",
            key_display="Enter",
            tooltip="Go down; the last line closes the day",
        ),
    ]

    def action_next(self) -> None:
        """Go to the next line, or save on the last."""
        if isinstance(self.screen, Rows):
            self.screen.next_row()


class DoneButton(_Stop):
    """Closes the day with Enter or a click."""

    DEFAULT_CSS = """
    DoneButton { height: 1; }
    """

    class Pressed(Message):
        """It was clicked."""

    def render(self) -> Content:
        """The words, and the key that does the same from anywhere."""
        style = "bold $background on $accent" if self.has_focus else "$background on $primary"
        return Content.assemble(
            (f" {visit_words.DONE} ", style),
            ("  saves and closes the day. ", "$muted"),
            ("Ctrl+S", "bold $accent"),
            (" any time", "$muted"),
        )

    def watch_has_focus(self, has_focus: bool) -> None:
        """The words stand out while Enter presses it."""
        super().watch_has_focus(has_focus)
        self.refresh()

    def on_click(self) -> None:
        """A click presses it."""
        self.post_message(self.Pressed())


class MoreLines(_Stop):
    """Stands for the lines that may stay empty, where there is no room for them."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "space,right,plus",
            "open",
            "More lines",
            id="more.open",
            key_display="Space",
            tooltip="Thanks, what was overstated, and how much of the day was your own move",
        ),
    ]
    DEFAULT_CSS = """
    MoreLines { height: 1; }
    """

    class Opened(Message):
        """The lines are wanted."""

    def render(self) -> Content:
        """How many there are."""
        style = "bold $accent" if self.has_focus else "$muted"
        return Content.assemble(
            ("+ ", "bold $accent"), ("three more lines", style), ("   Space opens them", "$muted")
        )

    def watch_has_focus(self, has_focus: bool) -> None:
        """The words stand out while Space opens them."""
        super().watch_has_focus(has_focus)
        self.refresh()

    def action_open(self) -> None:
        """Ask for the lines."""
        self.post_message(self.Opened())

    def on_click(self) -> None:
        """A click asks as well."""
        self.action_open()
