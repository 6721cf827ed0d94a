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
_AMOUNTS = 6


class ForecastBars(Panel):
    """Three bars of one scale, so that the eye compares them."""

    HEADING = "What the checks leave standing"

    pipeline: reactive[Pipeline | None] = reactive(None)
    """The open deals; None before they were read."""
    chance: reactive[int | None] = reactive(None)
    """What they bring by the chance of their stage, in minor units; None where nobody can tell."""

    def watch_pipeline(self, pipeline: Pipeline | None) -> None:
        """On Mondays the chances that wait are offered in the rule, where they cover nothing."""
        waiting = pipeline.to_foresee if pipeline else 0
        self.border_title = Content(f"{self.HEADING}{monday_words.offer(waiting)}")

    def rows(self, width: int, height: int) -> Sequence[Content]:
        """The three bars."""
        if self.pipeline is None:
            return []
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
