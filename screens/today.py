"""Today: the one number, the next waypoint, the counts, and the line to type in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from textual.widget import Widget

from screens.page import Page


class Today(Page):
    """What a rep reads at a glance and writes in with one key."""

    NUMBER: ClassVar[int] = 1

    def panels(self) -> Iterator[Widget]:
        """The panels, in focus order."""
        yield from ()

    def read_again(self) -> None:
        """Read the briefing again and hand it to the panels."""
