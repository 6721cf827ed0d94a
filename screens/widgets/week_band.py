"""This week's reach-outs: one tall number, and the two lines that say what it means."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content
from textual.reactive import reactive

from journal.week import Week
from screens import wording
from screens.widgets.ink import tall
from screens.widgets.panel import Panel


class WeekBand(Panel, can_focus=False):
    """Answers one question: what does this week ask for?"""

    HEADING = "This week"

    week: reactive[Week | None] = reactive(None)
    """The week as it stands; None before it was read."""

    def rows(self, width: int, height: int) -> Sequence[Content]:
        """The number with three lines beside it."""
        number, lines = _said(self.week, width)
        indent = " " if width < 50 else "  "
        return [
            Content.assemble(indent, (digits, "bold $accent"), "   ", words)
            for digits, words in zip(tall(number), lines, strict=True)
        ]


def _said(week: Week | None, width: int) -> tuple[str, tuple[Content, Content, Content]]:
    if week is None or (week.asked is None and not week.done):
        return "–", (
            Content.styled("reach-outs this week", "bold"),
            Content.styled("a plan or a milestone", "$muted"),
            Content.styled("says how many it needs", "$muted"),
        )
    left = Content.styled(f"{_working(week.days_left)} left", "$muted")
    first = Content.styled("reach-outs this week", "bold")
    if week.asked is None:
        return f"{week.done:,}", (
            first,
            Content.styled("done; nothing asks for more", "$muted"),
            left,
        )
    if not week.to_go:
        done = Content.styled(f"✓ all {week.done:,} done", "$success")
        return f"{week.asked:,}", (first, done, left)
    words = f"{week.done:,} done, {week.to_go:,} to go"
    if week.too_much is not None:
        is_short = width < 50
        words += f" in {week.days_left} d" if is_short else f" in {_working(week.days_left)}"
        left = Content.styled(_too_much(week, is_short=is_short), "$warning")
    return f"{week.asked:,}", (first, Content.styled(words, "$muted"), left)


def _too_much(week: Week, *, is_short: bool) -> str:
    """That what is left of the week asks more of each day than the rep's best day held."""
    asked = f"! {week.too_much or 0:,} a day"
    if is_short:
        return f"{asked}, best so far {week.best_day:,}"
    return f"{asked}, your best day held {week.best_day:,}"


def _working(count: int) -> str:
    return f"{count} working day" if count == 1 else wording.days(count).replace(" ", " working ")
