"""Conversions: the share of each level that became the next, against what the plan assumes."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from journal.reviewing.conversions import Conversion
from screens import review_words
from screens.widgets.ink import left, right
from screens.widgets.review_panel import ReviewPanel
from screens.widgets.wrapped import wrapped

_RATE, _ASSUMED, _POINTS, _N, _USUAL = 7, 9, 6, 7, 18
_SHORTEST_NAME, _LONGEST_NAME = 20, 30


class ConversionTable(ReviewPanel):
    """A row for each step, from the reach-outs up to the deals."""

    HEADING = "Conversions"

    def rows(self, width: int, height: int) -> Sequence[Content]:
        """The names of the columns, then the steps."""
        if self.view is None:
            return []
        if self.view.is_empty:
            return [
                Content.styled(words, "$muted") for words in wrapped(review_words.NO_RATES, width)
            ]
        return conversion_rows(self.view.conversions, width)

    def watch_view(self) -> None:
        """Say in the rule how many rates are defaults."""
        if self.view is not None and not self.view.is_empty:
            steps = self.view.conversions
            self.border_title = Content(review_words.conversions_heading(steps, self.HEADING))


def conversion_rows(steps: Sequence[Conversion], width: int) -> list[Content]:
    """The table in so many cells; the rate of two years where there is room."""
    fixed = _RATE + _ASSUMED + _POINTS + _N
    has_usual = width >= fixed + _SHORTEST_NAME + _USUAL
    room = width - fixed - (_USUAL if has_usual else 0)
    name = max(8, min(_LONGEST_NAME, room))
    names = " " * name + right("mine", _RATE) + right("assumed", _ASSUMED)
    if has_usual:
        names += right("", _POINTS + _N) + right("in two years", _USUAL)
    return [
        Content.styled(names, "$muted"),
        *(_row(each, name, has_usual=has_usual) for each in steps),
    ]


def _row(each: Conversion, name: int, *, has_usual: bool) -> Content:
    apart = review_words.points(each)
    row = Content.assemble(
        left(review_words.step(each), name),
        (right(review_words.mine(each), _RATE), "bold"),
        (right(review_words.assumed(each), _ASSUMED), "$muted"),
        (right(f"{apart.glyph} {apart.words}".strip(), _POINTS), apart.colour),
        (right(review_words.many(each.n), _N), "$muted"),
    )
    if not has_usual:
        return row
    return Content.assemble(row, (right(review_words.usual(each), _USUAL), "$muted"))
