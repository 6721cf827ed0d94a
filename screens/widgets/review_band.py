"""How the week or month went: one tall number, and the lines that say what it means."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from journal.reviewing.view import ReviewView
from screens import review_words
from screens.widgets.ink import cut, tall
from screens.widgets.review_panel import ReviewPanel
from screens.widgets.wrapped import wrapped

_INVITED = 4
"""Rows from which on the next review has a line of its own; else it stands in the rule."""


class ReviewBand(ReviewPanel, can_focus=False):
    """Answers one question: how much of what was asked for did I do?"""

    def rows(self, width: int, height: int) -> Sequence[Content]:
        """The number with its lines; before the first full week, when the first review is."""
        view = self.view
        if view is None:
            return []
        if view.is_empty:
            return _first(view, width)
        indent = " " if width < 50 else "  "
        digits = tall(review_words.number(view))
        room = width - len(indent) - len(digits[0]) - 3
        words = (
            (review_words.of_what(view, room), "bold"),
            (review_words.days_kept(view), "$muted"),
            (review_words.strength(view), ""),
        )
        rows = [
            Content.assemble(indent, (number, "bold $accent"), "   ", (cut(said, room), style))
            for number, (said, style) in zip(digits, words, strict=True)
        ]
        if height >= _INVITED:
            style = "bold $accent" if view.next.is_due else "$muted"
            before = " " * (len(indent) + len(digits[0]) + 3)
            rows.append(
                Content.assemble(before, (cut(review_words.following(view.next), room), style))
            )
        return rows

    def watch_view(self) -> None:
        """Name the days in the rule, and the next review where it has no line of its own."""
        self._title()

    def on_resize(self) -> None:
        """The rule may have another width."""
        self._title()

    def _title(self) -> None:
        if self.view is None:
            return
        title = self.view.span.title
        if not self.view.is_empty and self.content_size.height < _INVITED:
            title = f"{title} · {review_words.short_following(self.view.next)}"
        self.border_title = Content(title)


def _first(view: ReviewView, width: int) -> list[Content]:
    first, *more = wrapped(review_words.first(view.next), width)
    return [Content.styled(first, "bold"), *(Content.styled(words, "$muted") for words in more)]
