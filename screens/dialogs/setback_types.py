"""The types of setback, all in sight: a first letter jumps, arrows walk, and the words may choose."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.reactive import reactive

from journal.setback import TYPES
from screens.dialogs.fields import Choice
from screens.widgets.ink import left

_ROWS = (len(TYPES) + 1) // 2
_FIRST_COLUMN = 22


class TypeGrid(Choice[str | None]):
    """Two columns of types; none is chosen until the rep chooses, and then the words decide."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "walk(1)", "Down", id="types.down", tooltip="The type below"),
        Binding("up", "walk(-1)", "Up", id="types.up", tooltip="The type above"),
        Binding("right", f"walk({_ROWS})", "Right", id="types.right", tooltip="The right column"),
        Binding("left", f"walk({-_ROWS})", "Left", id="types.left", tooltip="The left column"),
        Binding("delete,backspace", "leave_open", "None", id="types.none", tooltip="Choose none"),
    ]
    STEPS: ClassVar[dict[str, int]] = {"tab": 1, "shift+tab": -1}

    DEFAULT_CSS = """
    TypeGrid { height: 8; }
    """

    told: reactive[str] = reactive("")
    """The type the words tell; "" until there are words."""

    def __init__(self, value: str | None, *, id: str) -> None:
        """Take the type it opens with; None leaves it to the words."""
        super().__init__([(None, ""), *((name, name) for name in TYPES)], value, id=id)

    def render(self) -> Content:
        """All of them, with a mark at the one that is meant."""
        meant = self.value or self.told
        return Content("\n").join(
            Content.assemble(
                self._cell(TYPES[row], meant, _FIRST_COLUMN),
                self._cell(TYPES[row + _ROWS], meant, max(0, self.size.width - _FIRST_COLUMN)),
            )
            for row in range(_ROWS)
        )

    def action_walk(self, step: int) -> None:
        """To another type; from none to the first, or to the one the words tell."""
        last = len(self.options) - 1
        if self.index == 0:
            self.index = TYPES.index(self.told) + 1 if self.told in TYPES else 1
        elif 1 <= self.index + step <= last:
            self.index += step

    def action_leave_open(self) -> None:
        """Leave it to the words."""
        self.index = 0

    def action_turn(self, step: int) -> None:
        """Space goes on as well."""
        self.action_walk(step)

    async def _on_click(self, event: events.Click) -> None:
        """A click chooses the type that stands there."""
        event.prevent_default()
        if 0 <= event.y < _ROWS:
            self.index = 1 + event.y + (_ROWS if event.x >= _FIRST_COLUMN else 0)

    def _cell(self, name: str, meant: str, width: int) -> Content:
        words = left(name, width - 2)
        if name != meant:
            return Content.assemble("  ", words)
        is_chosen = self.value is not None
        colour = "$accent" if self.has_focus or is_chosen else "$muted"
        marked = Content.assemble(("▌ ", colour), words)
        return marked.stylize_before("bold on $block-cursor-background") if is_chosen else marked
