"""The keys of the way in and out, which work on every page."""

from __future__ import annotations

from textual.binding import Binding

KEYS = (
    Binding(
        "I",
        "transfer('bring_in')",
        "Import…",
        id="page.import",
        show=False,
        tooltip="Import: bring in deals and activities from other programs",
    ),
    Binding(
        "O",
        "transfer('take_out')",
        "Export…",
        id="page.export",
        show=False,
        tooltip="Export: take the journal out, for other programs or the wall",
    ),
)
