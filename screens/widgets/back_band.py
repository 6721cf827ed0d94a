"""Back at work after: one tall number, and the lines that say what it rests on."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content
from textual.reactive import reactive

from journal.resilience import Resilience
from screens import setback_words
from screens.widgets.ink import cut, tall
from screens.widgets.panel import Panel


class BackBand(Panel, can_focus=False):
    """Answers one question: after how many working days am I back?"""

    HEADING = "Back at work after"

    found: reactive[Resilience | None] = reactive(None)
    """What is measured; None before it was read."""

    def rows(self, width: int, height: int) -> Sequence[Content]:
        """The number with three lines beside it."""
        if self.found is None:
            return []
        median = self.found.bounce_back.median_days
        indent = " " if width < 50 else "  "
        digits = tall("–" if median is None else f"{median:,}")
        words = setback_words.measured(self.found, width)
        room = width - len(indent) - len(digits[0]) - 3
        styles = ("bold" if median is not None else "", "$muted", "")
        return [
            Content.assemble(indent, (number, "bold $accent"), "   ", (cut(said, room), style))
            for number, said, style in zip(digits, words, styles, strict=True)
        ]
