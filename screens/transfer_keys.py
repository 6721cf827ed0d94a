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
)
