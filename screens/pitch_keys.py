"""The key that ticks a talking point in a pitch."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType

from screens.page import Page
from screens.widgets.so_far import SoFar


class PitchKeys(Page):
    """A page with the day's entries on it, of which a pitch may be under the cursor."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "k",
            "pitch",
            "Tick what you said",
            id="pitch.tick",
            show=False,
            tooltip="Tick a talking point in a meeting, demo or proposal: what your wins named",
        ),
    ]

    def action_pitch(self) -> None:
        """Tick what was said in the pitch under the cursor, else in one of the last."""
        from screens.pitch_asks import PitchAsks

        so_far, asks = self.query_one(SoFar), PitchAsks(self, lambda _: None)
        entry = so_far.entries[so_far.cursor] if so_far.has_focus and so_far.entries else None
        asks.begin(lambda: asks.begun_from(entry))
