"""The keys of what has the focus, and the keys that work everywhere, each with what it does."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.app import App
from textual.binding import ActiveBinding, Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from journal.shown import shown
from screens.dialogs.reading import ReadingDialog

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


class KeysDialog(ReadingDialog):
    """Help for whatever has the focus."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "question_mark,f1",
            "leave",
            "Leave",
            id="keys.leave",
            show=False,
            tooltip="Close the help",
        ),
    ]

    def __init__(self, bindings: Iterable[ActiveBinding], where: str) -> None:
        """Take the keys that act where the rep is, and what that place is called."""
        super().__init__()
        self._acting = tuple(bindings)
        self._where = where

    def heading(self) -> str:
        """What it is."""
        return "Keys"

    def body(self) -> Static:
        """Two lists: here, and everywhere."""
        return Static(self._listed(), id="lines")

    def _listed(self) -> Content:
        here = [bound for bound in self._acting if not isinstance(bound.node, App)]
        everywhere = [bound for bound in self._acting if isinstance(bound.node, App)]
        parts: list[Content] = []
        for title, group in ((self._where, here), ("Everywhere", everywhere)):
            lines = list(_lines(group))
            if lines:
                parts += [Content.styled(shown(title), "bold"), *lines, Content("")]
        return Content("\n").join(parts[:-1])


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
