"""What stands in a line, drawn so that nothing typed or pasted commands the terminal."""

from __future__ import annotations

from rich.highlighter import Highlighter
from rich.text import Text

from journal.shown import shown


class AsShown(Highlighter):
    """Draws a line as it may be shown; what stands in it stays as it was typed or pasted."""

    def highlight(self, text: Text) -> None:
        """Replace each unsafe character by one that can be seen."""
        text.plain = shown(text.plain)
