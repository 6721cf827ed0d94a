"""Something that was found and is only read: a day page, a review, an earlier purpose."""

from __future__ import annotations

from datetime import date

from textual.widget import Widget
from textual.widgets import Static

from journal.search import Hit
from journal.shown import shown_lines
from screens import find_words
from screens.dialogs.reading import ReadingDialog


class FoundDialog(ReadingDialog):
    """All its words, as they were written."""

    def __init__(self, hit: Hit, today: date) -> None:
        """Take what was found, and the rep's today."""
        super().__init__()
        self._hit, self._today = hit, today

    def heading(self) -> str:
        """What it is, and of which day."""
        return find_words.read_title(self._hit, self._today)

    def body(self) -> Widget:
        """Its words."""
        return Static(shown_lines(find_words.rest(self._hit)), id="lines", markup=False)
