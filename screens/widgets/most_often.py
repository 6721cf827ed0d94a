"""What hits the rep most often, and how long each of it keeps them."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content
from textual.reactive import reactive

from journal.resilience import MostOften, Resilience
from screens import setback_words
from screens.widgets.ink import cut, left
from screens.widgets.panel import Panel

_LONGEST_BAR = 9


class OftenPanel(Panel):
    """One row for each type, the most frequent first."""

    HEADING = "Most often"

    found: reactive[Resilience | None] = reactive(None)
    """What is measured; None before it was read."""

    def rows(self, width: int, height: int) -> Sequence[Content]:
        """As many types as fit."""
        if self.found is None:
            return []
        types = self.found.most_often[:height]
        if not types:
            return [Content.styled(cut(setback_words.NOTHING_OFTEN, width), "$muted")]
        return [
            _row(one, types[0].count, width, is_first=place == 0) for place, one in enumerate(types)
        ]


def _row(one: MostOften, most: int, width: int, *, is_first: bool) -> Content:
    is_short = width < 46
    name = 18 if width < 60 else 31
    cells = max(1, round(one.count / most * _LONGEST_BAR))
    back = setback_words.often(one.count, one.median_days, is_first=is_first, is_short=is_short)
    start = Content.assemble(
        left(one.type, name), ("━" * cells, "$primary"), (f" {one.count:,}", "bold")
    )
    room = width - start.cell_length - 3
    return Content.assemble(start, "   ", (cut(back, room), "$muted")) if room > 5 else start
