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
        """It has other lines than before."""
        self._fit()
