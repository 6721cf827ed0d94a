"""A dialog that only tells: labelled sentences that scroll where they do not fit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from journal.shown import shown
from screens.widgets.wrapped import wrapped

_LABEL, _WIDEST = 13, 58


class TellDialog(ModalScreen[None]):
    """Tells what stands behind something; arrows scroll, Enter or Esc closes."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,enter,v", "leave", "Leave", id="tell.leave", tooltip="Close it"),
    ]
    AUTO_FOCUS = "#told"
    DEFAULT_CSS = """
    TellDialog {
        align: center middle;
        & > #box {
            width: 64; max-width: 100%; height: auto; max-height: 100%;
            background: $background; border: round $accent; padding: 1 2;
            border-title-color: $foreground; border-title-style: bold;
        }
        & #told { height: auto; max-height: 1fr; scrollbar-size-vertical: 1; }
        & #lines { height: auto; }
        & #hints { height: 1; margin-top: 1; color: $muted; link-color: $muted; link-style: none; }
    }
    """

    def __init__(self, title: str, told: Iterable[tuple[str, str]]) -> None:
        """Take what stands in the frame, and each label with its sentence."""
        super().__init__()
        self._heading = title
        self._told = tuple(told)

    def compose(self) -> ComposeResult:
        """The sentences and the key."""
        with Vertical(id="box") as box:
            box.border_title = Content(shown(self._heading))
            with VerticalScroll(id="told", can_focus=True):
                yield Static(Content("\n").join(list(self._lines())), id="lines")
            yield Static("[@click=screen.leave][b $accent]Esc[/] Leave[/]", id="hints")

    def action_leave(self) -> None:
        """Close it."""
        self.dismiss(None)

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
