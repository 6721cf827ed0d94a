"""How fast the rep is back: the share not yet back after each working day, and the figures beside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from textual.content import Content
from textual.reactive import reactive

from journal.kaplan_meier import Step
from journal.resilience import Resilience
from screens import setback_words
from screens.widgets.ink import bar, cut
from screens.widgets.panel import Panel
from screens.widgets.wrapped import wrapped

_LABEL, _SHARE, _HALF = 8, 6, 8
_LONGEST_BAR = 40
_LABELS = 15


class BackCurve(Panel):
    """Draws the Kaplan–Meier curve, a bar for each day, with the day by which half are back."""

    HEADING = "How fast I am back"

    found: reactive[Resilience | None] = reactive(None)
    """What is measured; None before it was read."""

    def rows(self, width: int, height: int) -> Sequence[Content]:
        """The curve, then as many of the other figures as fit."""
        if self.found is None:
            return []
        back = self.found.bounce_back
        figures = list(_figures(self.found, width))
        if back.median_days is None and len(back.curve) == 0:
            said = back.why_not or ""
            curve = [Content.styled(words, "$muted") for words in wrapped(said, width)]
        else:
            days = days_drawn(back.curve, max(1, height - 1))
            curve = [
                *(_day(day, part, width, is_half=day == back.median_days) for day, part in days),
                Content.styled(cut("share not yet back at the usual pace", width), "$muted"),
            ]
        is_roomy = len(curve) + len(figures) < height
        return [*curve, *([Content("")] if is_roomy else []), *figures]


def days_drawn(curve: Sequence[Step], room: int) -> list[tuple[int, float]]:
    """The days from 0 on with their shares; where they are too many, only those that changed it."""
    last = curve[-1].day if curve else 0
    shares = {0: 1.0} | {step.day: float(step.share) for step in curve}
    if last < room:
        every: list[tuple[int, float]] = []
        share = 1.0
        for day in range(last + 1):
            share = shares.get(day, share)
            every.append((day, share))
        return every
    return sorted(shares.items())[:room]


def _day(day: int, share: float, width: int, *, is_half: bool) -> Content:
    cells = max(4, min(_LONGEST_BAR, width - _LABEL - _SHARE - _HALF))
    said = setback_words.share(share).rjust(_SHARE)
    return Content.assemble(
        f"day {day:<4}",
        bar(cells, share),
        (said, "bold" if is_half else ""),
        ("  ← half" if is_half else "", "$muted"),
    )


def _figures(found: Resilience, width: int) -> Iterator[Content]:
    for label, said in setback_words.figures(found):
        for place, words in enumerate(wrapped(said, max(10, width - _LABELS))):
            head = label if place == 0 else ""
            yield Content.assemble((head.ljust(_LABELS), "$muted"), words)
