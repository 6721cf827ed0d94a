"""Due: how many touches today asks for, how late they are, and what the week still holds."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content
from textual.reactive import reactive

from journal.follow_ups_view import FollowUpsView
from screens import follow_up_words
from screens.widgets.ink import cut, tall
from screens.widgets.panel import Panel


class DueBand(Panel, can_focus=False):
    """Answers one question: how many wait for me today?"""

    HEADING = "Due"

    view: reactive[FollowUpsView | None] = reactive(None)
    """What was read; None before that."""

    def rows(self, width: int, height: int) -> Sequence[Content]:
        """The number with three lines beside it."""
        if self.view is None:
            return []
        indent = " " if width < 50 else "  "
        digits = tall(f"{self.view.counts.due:,}")
        words = follow_up_words.band(self.view, short=width < 48)
        room = width - len(indent) - len(digits[0]) - 3
        late = "$warning" if self.view.counts.late else "$muted"
        return [
            Content.assemble(indent, (number, "bold $accent"), "   ", (cut(said, room), style))
            for number, said, style in zip(digits, words, ("bold", late, ""), strict=True)
        ]
