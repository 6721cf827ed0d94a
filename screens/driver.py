"""Which driver speaks to the terminal: one that ends when the terminal was closed."""

from __future__ import annotations

from textual.driver import Driver


def closable(chosen: type[Driver]) -> type[Driver]:
    """The framework's choice, with an end for a terminal that is gone where there is one to be had."""
    if chosen.__name__ != "LinuxDriver":
        return chosen
    from screens.terminal import Closable

    return Closable
