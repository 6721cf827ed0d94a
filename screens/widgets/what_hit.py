"""Setbacks and reasons: how fast the rep is back, what decides deals, and how well they are foreseen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from textual.content import Content
from textual.reactive import reactive

from journal.resilience import Resilience
from journal.reviewing.view import ReviewView
from journal.taught import Taught
from screens import review_words, taught_words, wording
from screens.widgets.ink import cut
from screens.widgets.review_panel import ReviewPanel
from screens.widgets.wrapped import wrapped

_LABEL = 13
_LONG_LABEL = 17


class WhatHit(ReviewPanel):
    """One row each, those that matter most where there are few."""

    HEADING = "Setbacks and reasons"

    found: reactive[Resilience | None] = reactive(None)
    """What two years of setbacks say; None before it was measured."""
    taught: reactive[Taught | None] = reactive(None)
    """What two years of deals say; None before they were read."""

    def rows(self, width: int, height: int) -> Sequence[Content]:
        """As many rows as fit."""
        if self.view is None:
            return []
        if self.view.is_empty and (self.taught is None or not self.taught.endings):
            told = wrapped(taught_words.NOTHING_YET, width)
            return [Content.styled(words, "$muted") for words in told][:height]
        found = list(_rows(self.view, self.found, self.taught, width - _LONG_LABEL))
        kept = sorted(sorted(found, key=lambda row: row[0])[:height], key=found.index)
        return [
            Content.assemble(
                (label.ljust(_LONG_LABEL), "$muted"), (cut(words, width - _LONG_LABEL), style)
            )
            for _, label, words, style in kept
        ]

    def watch_taught(self) -> None:
        """Say in the rule when the reasons are a hint only."""
        self.border_title = Content(taught_words.heading(self.HEADING, self.taught))


def hit_rows(view: ReviewView, found: Resilience | None, width: int) -> list[Content]:
    """Each figure with its label; what cannot be measured says why."""
    return [
        Content.assemble((("" if number else label).ljust(_LABEL), "$muted"), (line, style))
        for label, words, style in _figures(view, found)
        for number, line in enumerate(wrapped(words, width - _LABEL))
    ]


def _rows(
    view: ReviewView, found: Resilience | None, taught: Taught | None, room: int
) -> Iterator[tuple[int, str, str, str]]:
    """Rows in the order they are read: how much each matters (0 most), its label, words and style."""
    yield 0, "setbacks", taught_words.hit(view.setbacks, found), "bold" if view.setbacks else ""
    if taught is not None:
        for rank, label, words in (
            (1, "we win by", taught_words.decider(taught, taught.win_by, room)),
            (3, "we lose by", taught_words.decider(taught, taught.lose_by, room)),
            (2, "my dates slip by", taught_words.slip_and_brier(taught.calibration, room)),
            (4, "reasons differ", taught_words.differ(taught.decides, room)),
            (5, "deals ended", taught_words.ended(taught, view.span)),
        ):
            yield rank, label, words, "$muted" if words.startswith(taught_words.NOT_YET) else ""
    if found is not None and found.acted.n:
        acted = f"{found.acted.within:,} of {found.acted.n:,} acted within 24 h"
        yield 6, "next step", acted, ""
    if found is not None and found.most_often:
        most = found.most_often[0]
        often = f"{most.type}, {most.count:,} of {found.setbacks:,} in two years"
        yield 7, "most often", often, ""


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
