"""What the framework's own lists and lines cannot bear is kept from them."""

from __future__ import annotations

from textual import events
from textual.command import CommandPalette
from textual.screen import Screen
from textual.widgets import OptionList

from journal.shown import shown


def bears(screen: Screen[object], event: events.Key | events.Paste) -> bool:
    """Whether a screen can have a key or a paste; a paste into the palette is made safe to draw first."""
    if isinstance(event, events.Paste):
        event.text = shown(event.text) if isinstance(screen, CommandPalette) else event.text
        return True
    if event.key not in ("pageup", "pagedown"):
        return True
    return all(_can_page(found) for found in screen.query(OptionList))


def _can_page(found: OptionList) -> bool:
    """Whether a list can go on by a page; while its rows are not laid out that ends the app."""
    found.scroll_to_highlight()
    return found.highlighted is not None and bool(found.scrollable_content_region)
