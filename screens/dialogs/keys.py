"""The keys of what has the focus, and the keys that work everywhere, each with what it does."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.app import App, ComposeResult
from textual.binding import ActiveBinding, Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from journal.shown import shown

_NAMES = {
    "slash": "/",
    "question_mark": "?",
    "minus": "-",
    "plus": "+",
    "escape": "Esc",
    "left_square_bracket": "[",
    "right_square_bracket": "]",
    "delete": "Delete",
    "left": "←",
    "right": "→",
    "up": "↑",
    "down": "↓",
}


class KeysDialog(ModalScreen[None]):
    """Help for whatever has the focus."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "escape,question_mark,f1,enter",
            "leave",
            "Leave",
            id="keys.leave",
            tooltip="Close the help",
        ),
    ]
    AUTO_FOCUS = "#keys"
    DEFAULT_CSS = """
    KeysDialog {
        align: center middle;
        & > #box {
            width: 64; max-width: 100%; height: auto; max-height: 100%;
            background: $background; border: round $accent; padding: 1 2;
            border-title-color: $foreground; border-title-style: bold;
        }
        & #keys { height: auto; max-height: 1fr; scrollbar-size-vertical: 1; }
        & #list { height: auto; }
        & #hints { height: 1; margin-top: 1; color: $muted; link-color: $muted; link-style: none; }
    }
    """

    def __init__(self, bindings: Iterable[ActiveBinding], where: str) -> None:
        """Take the keys that act where the rep is, and what that place is called."""
        super().__init__()
        self._acting = tuple(bindings)
        self._where = where

    def compose(self) -> ComposeResult:
        """Two lists: here, and everywhere."""
        with Vertical(id="box") as box:
            box.border_title = Content("Keys")
            with VerticalScroll(id="keys", can_focus=True):
                yield Static(self._listed(), id="list")
            yield Static("[@click=screen.leave][b $accent]Esc[/] Leave[/]", id="hints")

    def _listed(self) -> Content:
        here = [bound for bound in self._acting if not isinstance(bound.node, App)]
        everywhere = [bound for bound in self._acting if isinstance(bound.node, App)]
        parts: list[Content] = []
        for title, group in ((self._where, here), ("Everywhere", everywhere)):
            lines = list(_lines(group))
            if lines:
                parts += [Content.styled(shown(title), "bold"), *lines, Content("")]
        return Content("\n").join(parts[:-1])

    def action_leave(self) -> None:
        """Close the help."""
        self.dismiss(None)


def _lines(bindings: Iterable[ActiveBinding]) -> Iterable[Content]:
    """One line for each action that says what it does; its keys joined."""
    keys: dict[tuple[str, str], list[str]] = {}
    for bound in bindings:
        if bound.binding.id and bound.enabled:
            words = bound.tooltip or bound.binding.description
            keys.setdefault((bound.binding.id, words), []).append(_name(bound.binding))
    for (_, words), names in keys.items():
        yield Content.assemble(("  " + " ".join(dict.fromkeys(names))).ljust(16), "", words)


def _name(binding: Binding) -> str:
    if binding.key_display:
        return binding.key_display
    key = _NAMES.get(binding.key, binding.key)
    *held, last = key.split("+") if len(key) > 1 else [key]
    last = last if len(last) == 1 and not held else last.capitalize()
    return "+".join([*(word.capitalize() for word in held), last])
