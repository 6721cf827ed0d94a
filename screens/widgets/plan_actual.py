"""Plan and actual: what was asked for in these days, what was done, and how far they are apart."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from journal.reviewing.plan_rows import PlanRow
from screens import review_words
from screens.widgets.ink import bar, left, right
from screens.widgets.review_panel import ReviewPanel
from screens.widgets.wrapped import wrapped

_NAME, _DONE, _STATE, _LONGEST_BAR = 16, 11, 12, 40


class PlanActual(ReviewPanel):
    """A row for each level, the rep's own work first."""

    HEADING = "Plan and actual"

    def rows(self, width: int, height: int) -> Sequence[Content]:
        """As many rows as fit."""
        if self.view is None:
            return []
        if self.view.is_empty:
            return [
                Content.styled(words, "$muted") for words in wrapped(review_words.NO_ROWS, width)
            ]
        table = self.view.table
        rows = [plan_row(row, table.currency, width) for row in table.rows]
        return [*rows, *_notices(self.view.notices, width, height - len(rows) - 1)]


def plan_row(row: PlanRow, currency: str, width: int) -> Content:
    """One level in so many cells."""
    state = review_words.row_state(row, currency)
    told = f"{state.glyph} {state.words}".strip()
    cells = min(_LONGEST_BAR, width - _NAME - _DONE - _STATE - 2)
    drawn = Content(" " * max(0, cells))
    if row.asked and cells > 0:
        drawn = bar(cells, row.done / row.asked)
    return Content.assemble(
        left(review_words.ROWS[row.measure], _NAME),
        drawn,
        " ",
        (right(review_words.done_of_asked(row, currency), _DONE), "bold"),
        " ",
        (right(told, _STATE), state.colour),
    )


def _notices(sentences: Sequence[str], width: int, room: int) -> list[Content]:
    """As many whole sentences as fit, under a blank row."""
    rows: list[Content] = []
    for sentence in sentences:
        lines = [Content.styled(words, "$muted") for words in wrapped(sentence, width)]
        if len(rows) + len(lines) > room:
            break
        rows += lines
    return [Content(""), *rows] if rows else []
