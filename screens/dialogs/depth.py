"""A number from 0 to 10 as a row of a form: a digit says it, + says ten, and a bar shows it."""

from __future__ import annotations

from textual import events
from textual.content import Content

from journal.setback_work import DEEPEST
from screens.dialogs.fields import Choice
from screens.widgets.ink import bar

_OPTIONS: tuple[tuple[int | None, str], ...] = (
    (None, "–"),
    *((depth, str(depth)) for depth in range(DEEPEST + 1)),
)


class Depth(Choice[int | None]):
    """How deep, or not said; arrows change it, Delete takes it away."""

    def __init__(self, value: int | None, *, id: str, ends: str = "") -> None:
        """Take what it opens with, and what its two ends mean."""
        super().__init__(_OPTIONS, value, id=id)
        self._ends = ends

    def render(self) -> Content:
        """The bar, the number, and what the ends mean."""
        value = self.value
        number = "–" if value is None else str(value)
        drawn = bar(DEEPEST, (value or 0) / DEEPEST, None, "$warning")
        return Content.assemble(drawn, f" {number:>2}", (f"  {self._ends}", "$muted"))

    def action_turn(self, step: int) -> None:
        """One more or one less, and no further than the ends."""
        self.index = max(0, min(len(self.options) - 1, self.index + step))

    def type_in(self, letters: str) -> None:
        """A digit is the number itself."""
        if letters == "+":
            self.index = len(self.options) - 1
        elif letters.isdecimal() and letters.isascii():
            self.index = int(letters) + 1

    def on_key(self, event: events.Key) -> None:
        """``+`` says ten; Delete and Backspace say nothing."""
        if event.character == "+" and self.has_focus:
            event.stop()
            event.prevent_default()
            self.type_in("+")
        elif event.key in ("delete", "backspace") and self.has_focus:
            event.stop()
            event.prevent_default()
            self.index = 0
