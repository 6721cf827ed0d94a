"""A question with a few answers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, TypeVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from journal.shown import shown, shown_lines
from screens.dialogs.dialog import Dialog

Value = TypeVar("Value")


class AskDialog(Dialog[Value | None]):
    """Hands back the answer chosen, or nothing. Arrows and Enter, a first letter, or a click."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "escape", "leave", "Leave", id="ask.leave", key_display="Esc", tooltip="Answer nothing"
        ),
    ]
    AUTO_FOCUS = "OptionList"
    DEFAULT_CSS = """
    AskDialog {
        align: center middle;
        & > #box {
            width: 64; max-width: 100%; height: auto; max-height: 100%;
            background: $background; border: round $accent; padding: 1 2;
            border-title-color: $foreground; border-title-style: bold;
        }
        & #question { height: auto; max-height: 12; color: $foreground; margin-bottom: 1; }
        & OptionList { height: auto; max-height: 12; border: none; padding: 0; background: $background; }
        & OptionList:focus { border: none; background: $background; }
        & #hints { height: 1; margin-top: 1; color: $muted; link-color: $muted; link-style: none; }
    }
    """

    def __init__(self, title: str, question: str, answers: Sequence[tuple[Value, str]]) -> None:
        """Take what stands in the frame, what is asked, and each answer with its words."""
        super().__init__()
        self._heading = title
        self._question = question
        self._answers = tuple(answers)

    def compose(self) -> ComposeResult:
        """The question, the answers, and the keys."""
        with Vertical(id="box") as box:
            box.border_title = Content(shown(self._heading))
            yield Static(Content(shown_lines(self._question)), id="question")
            yield OptionList(*(Option(Content(shown(words))) for _, words in self._answers))
            yield Static(
                "[b $accent]Enter[/] Choose  [@click=screen.leave][b $accent]Esc[/] Leave[/]",
                id="hints",
            )

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Hand the answer back."""
        self.dismiss(self._answers[event.option_index][0])

    def on_key(self, event: events.Key) -> None:
        """The first letter of an answer chooses it."""
        letter = (event.character or "").casefold()
        fitting = [value for value, words in self._answers if words.casefold().startswith(letter)]
        if letter.isalnum() and len(fitting) == 1:
            event.stop()
            self.dismiss(fitting[0])

    def action_leave(self) -> None:
        """Answer nothing."""
        self.dismiss(None)
