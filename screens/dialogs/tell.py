"""A dialog that only tells: labelled sentences that scroll where they do not fit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from journal.shown import shown
from screens.dialogs.reading import ReadingDialog
from screens.widgets.wrapped import wrapped

_LABEL, _WIDEST = 13, 56


class TellDialog(ReadingDialog):
    """Tells what stands behind something."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("v", "leave", "Leave", id="tell.leave", show=False, tooltip="Close it"),
    ]

    def __init__(self, title: str, told: Iterable[tuple[str, str]]) -> None:
        """Take what stands in the frame, and each label with its sentence."""
        super().__init__()
        self._heading = title
        self._told = tuple(told)

    def heading(self) -> str:
        """The title given."""
        return self._heading

    def body(self) -> Static:
        """The sentences with their labels."""
        return Static(Content("\n").join(list(self._lines())), id="lines")

    def _lines(self) -> Iterator[Content]:
        before: str | None = None
        for label, sentence in self._told:
            name = label if label != before else ""
            if not sentence:
                yield Content.styled(shown(label), "bold")
            for index, words in enumerate(wrapped(sentence, _WIDEST - _LABEL)):
                head = name if index == 0 else ""
                yield Content.assemble((shown(head).ljust(_LABEL)[:_LABEL], "$muted"), words)
            before = label
