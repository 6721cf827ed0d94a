"""Streaks and strength: the ten longest runs of kept days, and how strength went in the year."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from textual.content import Content

from screens import review_words, wording
from screens.widgets.ink import cut, left, right
from screens.widgets.review_panel import ReviewPanel
from screens.widgets.squares import LABEL_CELLS, curve

_DAYS, _BAR, _WHEN, _GAP = 9, 8, 28, 3
_SHORTEST_CURVE, _LONGEST_CURVE = 16, 80


class RunPanel(ReviewPanel):
    """The runs at the left, the curve at the right where there is room."""

    HEADING = "Streaks and strength"

    def rows(self, width: int, height: int) -> Sequence[Content]:
        """As many runs as fit, beside the curve."""
        if self.view is None:
            return []
        runs = self._runs(height, width)
        across = min(_LONGEST_CURVE, width - _DAYS - _BAR - _WHEN - _GAP - LABEL_CELLS)
        scores = [score for _, score in self.view.curve]
        if across < _SHORTEST_CURVE or len(scores) < 2 or height < 3:
            return runs
        drawn = curve(scores, across, height)
        side = _DAYS + _BAR + _WHEN + _GAP
        return [
            Content.assemble((run or Content("")).pad_right(side - _length(run)), line or "")
            for run, line in zip_longest(runs, drawn)
        ]

    def watch_view(self) -> None:
        """Say in the rule how long the streak is."""
        if self.view is not None:
            streak = self.view.streak
            told = f"{wording.days(streak.current)} now, best {streak.best:,}"
            self.border_title = Content(f"{self.HEADING} · {told}")

    def _runs(self, height: int, width: int) -> list[Content]:
        assert self.view is not None
        runs, today = self.view.runs[:height], self.view.span.today
        if not runs:
            return [Content.styled(cut(review_words.NO_RUNS, width), "$muted")]
        rows: list[Content] = []
        for each in runs:
            cells = max(1, round(each.length / runs[0].length * (_BAR - 1)))
            style = "bold $accent" if each.is_current else "$muted"
            rows.append(
                Content.assemble(
                    (right(wording.days(each.length), _DAYS) + " ", "bold"),
                    (left("━" * cells, _BAR), "$primary"),
                    (cut(review_words.run(each, today), _WHEN), style),
                )
            )
        return rows


def _length(run: Content | None) -> int:
    return 0 if run is None else run.cell_length
