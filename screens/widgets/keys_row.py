"""The row at the bottom: what the keys do right now, at most six of them."""

from __future__ import annotations

from textual import events
from textual.binding import Binding
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

MOST_KEYS = 6
"""More than six are not read any more."""


class KeysRow(Static):
    """Shows the bindings of what has the focus; a click on one presses it."""

    ALLOW_SELECT = False

    DEFAULT_CSS = """
    KeysRow {
        dock: bottom;
        height: 1;
        padding: 0 1;
        text-wrap: nowrap;
        text-overflow: ellipsis;
    }
    """

    def __init__(self) -> None:
        """Make it empty; the screen tells it what is bound."""
        super().__init__(id="keys", markup=False)
        self._bound: tuple[Binding, ...] = ()

    def on_mount(self) -> None:
        """Listen for another focus, which binds other keys."""
        self.screen.bindings_updated_signal.subscribe(self, self._look)

    def render(self) -> Content:
        """Keys and what they do."""
        return Content("  ").join([self._named(binding) for binding in self._bound])

    def on_click(self, event: events.Click) -> None:
        """Press the key that stands there."""
        start = self.styles.padding.left
        for binding in self._bound:
            stop = start + self._named(binding).cell_length
            if start <= event.x < stop:
                self.app.simulate_key(binding.key)
                return
            start = stop + 2

    def _look(self, screen: Screen[object]) -> None:
        bindings: dict[str, Binding] = {}
        for active in screen.active_bindings.values():
            if active.binding.show and active.enabled:
                bindings.setdefault(active.binding.action, active.binding)
        shown = tuple(bindings.values())[:MOST_KEYS]
        if shown != self._bound:
            self._bound = shown
            self.refresh()

    def _named(self, binding: Binding) -> Content:
        key = self.app.get_key_display(binding)
        return Content.assemble((key, "bold $accent"), (f" {binding.description}", "$muted"))
