"""Setbacks of these days, and how fast the rep is back at work after one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from textual.content import Content
from textual.reactive import reactive

from journal.resilience import Resilience
from journal.reviewing.view import ReviewView
from screens import review_words, wording
from screens.widgets.review_panel import ReviewPanel
from screens.widgets.wrapped import wrapped

_LABEL = 13


class WhatHit(ReviewPanel):
    """How many came, how fast the rep is back, what comes most often."""

    HEADING = "Setbacks"

    found: reactive[Resilience | None] = reactive(None)
    """What two years of setbacks say; None before it was measured."""

    def rows(self, width: int, height: int) -> Sequence[Content]:
        """As many rows as fit."""
        return [] if self.view is None else hit_rows(self.view, self.found, width)[:height]


def hit_rows(view: ReviewView, found: Resilience | None, width: int) -> list[Content]:
    """Each figure with its label; what cannot be measured says why."""
    return [
        Content.assemble((("" if number else label).ljust(_LABEL), "$muted"), (line, style))
        for label, words, style in _figures(view, found)
        for number, line in enumerate(wrapped(words, width - _LABEL))
    ]


def _figures(view: ReviewView, found: Resilience | None) -> Iterator[tuple[str, str, str]]:
    if view.setbacks:
        yield "These days", f"{view.setbacks:,}", "bold"
    else:
        yield "These days", review_words.NOTHING_HIT, "$muted"
    if found is None:
        return
    back = found.bounce_back
    if back.median_days is None:
        yield "Back after", back.why_not or "–", "$muted"
    else:
        yield "Back after", f"{wording.days(back.median_days)} (median, n {back.n:,})", ""
    if found.acted.n:
        yield "Next step", f"{found.acted.within:,} of {found.acted.n:,} acted within 24 h", ""
    if found.most_often:
        most = found.most_often[0]
        yield "Most often", f"{most.type}, {most.count:,} of {found.setbacks:,} in two years", ""
