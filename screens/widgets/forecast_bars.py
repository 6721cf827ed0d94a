"""What the checks leave standing: what passes all six, every open deal, and what chance leaves of them."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content
from textual.reactive import reactive

from journal.money import Money
from journal.pipeline import Pipeline
from screens import monday_words
from screens.widgets.ink import WIDEST_BAR, bar, left, right
from screens.widgets.panel import Panel

_NAMES = 19
_AMOUNTS = 7


class ForecastBars(Panel):
    """Three bars of one scale, so that the eye compares them."""

    HEADING = "What the checks leave standing"

    pipeline: reactive[Pipeline | None] = reactive(None)
    """The open deals; None before they were read."""
    chance: reactive[int | None] = reactive(None)
    """What they bring by the chance of their stage, in minor units; None where nobody can tell."""

    _named = HEADING

    def rows(self, width: int, height: int) -> Sequence[Content]:
        """The three bars; on Mondays the chances that wait are offered in the rule."""
        if self.pipeline is None:
            return []
        self._offer(self.pipeline.to_foresee, width)
        currency, forecast = self.pipeline.currency, self.pipeline.forecast
        whole = forecast.everything.get(currency, 0)
        bars = (
            ("with all six checks", forecast.on.get(currency, 0), "$success"),
            ("every open deal", whole, "$primary"),
            ("counted by chance", self.chance, "$primary"),
        )
        cells = max(4, min(WIDEST_BAR, width - _NAMES - _AMOUNTS - 1))
        return [
            Content.assemble(
                left(name, _NAMES),
                " ",
                bar(cells, (minor or 0) / whole if whole else 0.0, None, colour),
                (right("–" if minor is None else Money(minor, currency).short, _AMOUNTS), "bold"),
            )
            for name, minor, colour in bars
        ]

    def _offer(self, waiting: int, width: int) -> None:
        offered = monday_words.offer(waiting)
        words = f"{self.HEADING} · {offered}" if offered else self.HEADING
        if offered and len(words) > width - 2:
            words = offered
        # A rule that is named asks for another paint: only where it says something else.
        if words != self._named:
            self._named = words
            self.border_title = Content(words)
