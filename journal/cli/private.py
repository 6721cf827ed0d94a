"""What the framework would write down or send off for its developers: all of it a rep's own words."""

from __future__ import annotations

from collections.abc import MutableMapping

DOORS = (
    *("TEXTUAL", "TEXTUAL_LOG", "TEXTUAL_DEBUG", "TEXTUAL_PRESS", "TEXTUAL_SHOW_RETURN"),
    *("TEXTUAL_SCREENSHOT", "TEXTUAL_SCREENSHOT_LOCATION", "TEXTUAL_SCREENSHOT_FILENAME"),
)
"""A log of every key, a picture of the screen on disk, a connection to a developer's console."""


def close_doors(environ: MutableMapping[str, str]) -> None:
    """Forget what asks the framework for any of it, before the framework is loaded and reads it."""
    for name in DOORS:
        environ.pop(name, None)
