"""By stage: what stands in each step of the buyer's way, in the order they take it."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content
from textual.reactive import reactive

from journal.money import Money
from journal.pipeline import Pipeline, StageSum
from screens.deal_words import influence_in_a_word
from screens.widgets.ink import bar, cut, left, right
from screens.widgets.panel import Panel

_NAMES = 16
_AMOUNTS = 8
_COUNTS = 4
_SHAPED = 8
_LONGEST_BAR = 40


class ByStage(Panel):
    """One row for each stage; the stage of the deal under the cursor is bold."""

    HEADING = "By stage, and what can still be shaped"

    pipeline: reactive[Pipeline | None] = reactive(None)
    """The open deals; None before they were read."""
    stage: reactive[str] = reactive("")
    """The stage of the deal under the cursor."""

    def rows(self, width: int, height: int) -> Sequence[Content]:
        """As many stages as fit; those without a deal leave first."""
        if self.pipeline is None:
            return []
        stages = fitting(self.pipeline.stages, height)
        most = max((each.worth or 0 for each in stages), default=0)
        room = width - _NAMES - _AMOUNTS - _COUNTS - _SHAPED - 1
        cells = max(3, min(_LONGEST_BAR, room))
        return [self._row(each, most, cells) for each in stages]

    def _row(self, each: StageSum, most: int, cells: int) -> Content:
        assert self.pipeline is not None
        currency, worth = self.pipeline.currency, each.worth or 0
        is_here = each.name.casefold() == self.stage.casefold()
        heavy = bar(cells, worth / most, None, "$primary") if worth else Content("")
        heavy = Content(cut(heavy.plain.rstrip("─"), cells)).stylize("$primary")
        said = "–" if each.worth is None else Money(worth, currency).short
        return Content.assemble(
            (left(each.name, _NAMES - 1), "bold" if is_here else ""),
            " ",
            heavy.pad_right(cells - heavy.cell_length),
            (right(said, _AMOUNTS), "bold" if worth else "$muted"),
            (right(f"{each.deals:,}", _COUNTS), "$muted"),
            (right(influence_in_a_word(each.still_open) or "–", _SHAPED), "$muted"),
        )


def fitting(stages: Sequence[StageSum], height: int) -> list[StageSum]:
    """The stages that are drawn in so many rows, in their order."""
    drawn = list(stages)
    for each in stages:
        if len(drawn) > height and not each.deals:
            drawn.remove(each)
    return drawn[: max(0, height)]
