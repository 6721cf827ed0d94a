"""What Setbacks shows of all of them together: the number, the types, the curve, and the call blocks."""

from __future__ import annotations

from textual import events

from screens.page import Page
from screens.widgets.back_band import BackBand
from screens.widgets.back_curve import BackCurve
from screens.widgets.block_panel import BlockPanel
from screens.widgets.most_often import OftenPanel

BLOCKS = 40
"""So many call blocks are listed."""

WIDE = 160
"""Columns from which on there is room for them."""


class SetbackFigures(Page, inherit_bindings=False):
    """A page with these panels on it."""

    def measure(self) -> None:
        """Read everything that is measured of setbacks, and show it."""
        found = self.journal.setbacks.resilience()
        self.query_one(BackBand).found = found
        self.query_one(OftenPanel).found = found
        self.query_one(BackCurve).found = found
        self._read_blocks()

    def on_resize(self, event: events.Resize) -> None:
        """A wide terminal has room for the call blocks."""
        if event.size.width >= WIDE:
            self.call_after_refresh(self._read_blocks)

    def on_block_panel_asked(self) -> None:
        """Enter on the call blocks."""
        self.action_call_block()

    def _read_blocks(self) -> None:
        if self.app.size.width < WIDE:
            return
        panel, blocks = self.query_one(BlockPanel), self.journal.call_blocks
        panel.day, panel.blocks = self.journal.today(), tuple(blocks.newest_first(BLOCKS))
        panel.fear = blocks.fear()
