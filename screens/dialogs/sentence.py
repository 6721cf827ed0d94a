"""The sentence of a dialog, which tells when it takes more lines or fewer."""

from __future__ import annotations

from collections.abc import Callable

from textual.widgets import Static


class Sentence(Static):
    """What is said below the rows."""

    def __init__(self, fit: Callable[[], None]) -> None:
        """Take what makes room for it."""
        super().__init__("", id="said", markup=False)
        self._fit = fit

    def on_resize(self) -> None:
        """It has other lines than before: the rows give way, but for the one the cursor stands in."""
        self._fit()
        if (field := self.screen.focused) is not None:
            self.call_after_refresh(field.scroll_visible, animate=False)
