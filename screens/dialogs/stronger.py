"""What the rep came out of stronger: each setback with what it taught."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from journal.setback import Setback
from journal.setback_work import Check
from screens import setback_words
from screens.dialogs.reading import ReadingDialog
from screens.widgets.ink import cut
from screens.widgets.wrapped import wrapped

_LABEL, _WIDEST = 14, 57


class StrongerDialog(ReadingDialog):
    """A list to read on a bad day."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("g", "leave", "Leave", id="stronger.leave", show=False, tooltip="Close it"),
    ]

    def __init__(self, came_out: Sequence[tuple[Setback, Check]], today: date) -> None:
        """Take the setbacks with what was said of them then, newest first."""
        super().__init__()
        self._came_out = came_out
        self._today = today

    def heading(self) -> str:
        """How many there are."""
        count = len({hit.id for hit, _ in self._came_out})
        return f"Stronger · {count:,}" if count else "Stronger"

    def body(self) -> Static:
        """One after the other."""
        if not self._came_out:
            return Static(Content(setback_words.NO_STRONGER), id="lines")
        return Static(Content("\n").join(list(self._told())), id="lines")

    def _told(self) -> Iterator[Content]:
        before = None
        for hit, check in self._came_out:
            if hit.id != before:
                yield from self._head(hit, is_first=before is None)
            before = hit.id
            for label, said in setback_words.answered(check):
                for line, words in enumerate(wrapped(said, _WIDEST - _LABEL)):
                    head = label if line == 0 else ""
                    yield Content.assemble((head.ljust(_LABEL), "$muted"), words)

    def _head(self, hit: Setback, *, is_first: bool) -> Iterator[Content]:
        if not is_first:
            yield Content("")
        day = setback_words.day(hit.day, self._today)
        yield Content.assemble((cut(f"{day}  {hit.type}", _WIDEST), "bold"))
        yield Content(cut(setback_words.happened(hit), _WIDEST))
