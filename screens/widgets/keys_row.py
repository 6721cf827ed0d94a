"""The row at the bottom: what the keys do right now, at most six of them."""

from __future__ import annotations

from functools import partial

from textual import events
from textual.binding import ActiveBinding, Binding
from textual.content import Content
from textual.dom import DOMNode
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
        acting = sorted(screen.active_bindings.values(), key=partial(_rank, screen))
        for active in acting:
            if active.binding.show and active.enabled:
                bindings.setdefault(active.binding.action, active.binding)
        shown = tuple(bindings.values())[:MOST_KEYS]
        if shown != self._bound:
            self._bound = shown
            self.refresh()

    def _named(self, binding: Binding) -> Content:
        key = self.app.get_key_display(binding)
        return Content.assemble((key, "bold $accent"), (f" {binding.description}", "$muted"))


def _rank(screen: Screen[object], active: ActiveBinding) -> tuple[int, int]:
    """What is nearest to the focus first, and there in the order it was written down."""
    nearest: list[DOMNode] = list((screen.focused or screen).ancestors_with_self)
    written = [bound.id for bound in active.node.BINDINGS if isinstance(bound, Binding)]
    name = active.binding.id
    return (
        nearest.index(active.node) if active.node in nearest else len(nearest),
        written.index(name) if name in written else len(written),
    )
