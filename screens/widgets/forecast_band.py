"""On the forecast: one tall amount, and the lines that say what is open beside it."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content
from textual.reactive import reactive

from journal.pipeline import Pipeline
from screens import deal_words
from screens.widgets.ink import cut, tall
from screens.widgets.panel import Panel


class ForecastBand(Panel, can_focus=False):
    """Answers one question: how much passes all six checks?"""

    HEADING = "On the forecast"

    pipeline: reactive[Pipeline | None] = reactive(None)
    """The open deals; None before they were read."""

    def rows(self, width: int, height: int) -> Sequence[Content]:
        """The number with three lines beside it."""
        if self.pipeline is None:
            return []
        currency = self.pipeline.currency
        on = self.pipeline.forecast.on.get(currency, 0)
        number, unit = deal_words.tall_amount(on, currency)
        head, open_, last = deal_words.beside_the_number(self.pipeline)
        indent = " " if width < 50 else "  "
        digits = tall(number)
        room = width - len(indent) - len(digits[0]) - 3
        styles = ("bold", "$muted", "$warning" if last.startswith("!") else "")
        return [
            Content.assemble(indent, (drawn, "bold $accent"), "   ", (cut(words, room), style))
            for drawn, words, style in zip(
                digits, (f"{unit} {head}", open_, last), styles, strict=True
            )
        ]
