"""Second place is not the end: this week's touches, what was granted, and what came back."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content
from textual.reactive import reactive

from journal.second_place import SecondPlace
from screens import follow_up_words
from screens.widgets.ink import bar, cut, left, right
from screens.widgets.panel import Panel

_LABEL = 20
_COUNT = 11
_LONGEST_BAR = 40


class SecondPlacePanel(Panel, can_focus=False):
    """Three rows, each with what it counts."""

    HEADING = "Second place is not the end"

    place: reactive[SecondPlace | None] = reactive(None)
    """What was read; None before that."""

    def rows(self, width: int, height: int) -> Sequence[Content]:
        """The week, the requests, and what was revived."""
        if self.place is None:
            return []
        count = 9 if width < 46 else _COUNT
        cells = min(_LONGEST_BAR, width - _LABEL - count - 1)
        return [
            _row(told, cells, count, width) for told in follow_up_words.second_place(self.place)
        ]


def _row(told: tuple[str, float | None, str, str], cells: int, count: int, width: int) -> Content:
    label, share, number, words = told
    if share is None:
        start = left(label, _LABEL)
        room = width - _LABEL
        colour = "" if number else "$muted"
        return Content.assemble(start, (cut(words, room), colour), (cut(number, room), "bold"))
    return Content.assemble(
        left(label, _LABEL), bar(max(3, cells), share), " ", (right(number, count), "bold")
    )
