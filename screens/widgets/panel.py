"""A panel: a rule with a title, and under it whatever the width and height allow."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content
from textual.widgets import Static


class Panel(Static, can_focus=True):
    """One widget that draws all its rows itself, for the size it is given."""

    ALLOW_SELECT = False

    DEFAULT_CSS = """
    Panel {
        height: 1fr;
        border-top: solid $faint;
        border-title-color: $muted;
        border-title-style: bold;
        border-title-background: transparent;
        padding: 0 0 0 1;
        text-wrap: nowrap;
        text-overflow: ellipsis;
        &:focus {
            border-top: heavy $accent;
            border-title-color: $accent;
        }
    }
    """

    HEADING = ""
    """The words in the rule."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        """Make it with its heading in the rule."""
        super().__init__(id=id, classes=classes, markup=False)
        self.border_title = Content(self.HEADING) if self.HEADING else None

    def rows(self, width: int, height: int) -> Sequence[Content]:
        """The rows to draw in ``width`` by ``height`` cells, top first."""
        raise NotImplementedError

    def render(self) -> Content:
        """All rows as one piece."""
        width, height = self.content_size
        if width <= 0 or height <= 0:
            return Content("")
        return Content("\n").join(list(self.rows(width, height))[:height])
