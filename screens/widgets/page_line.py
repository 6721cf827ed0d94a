"""A line of a day's page: as long as a rep may ever paste into one."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType

from journal.entry import LONGEST_TEXT
from screens.dialogs.fields import Line, Rows


class PageLine(Line):
    """One line of typing that holds a whole text; Enter goes to the next line of the page."""

    LONGEST: ClassVar[int] = LONGEST_TEXT

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "enter",
            "next",
            "Next line",
            id="page_line.next",
            key_display="Enter",
            tooltip="Go down; the last line saves",
        ),
    ]

    def action_next(self) -> None:
        """Go to the next line, or save on the last."""
        if isinstance(self.screen, Rows):
            self.screen.next_row()
