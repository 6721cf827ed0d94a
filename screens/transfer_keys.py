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
        tooltip="Import deals and activities from elsewhere",
    ),
    Binding(
        "O",
        "transfer('take_out')",
        "Export…",
        id="page.export",
        show=False,
        tooltip="Export the journal, or print it for the wall",
    ),
)
