"""What a rep reads on the screen: the plain text of widgets, as they were drawn."""

from __future__ import annotations

from textual.app import App
from textual.widget import Widget


def text_of(widget: Widget) -> str:
    """The rows a widget draws, without its frame."""
    height = widget.content_size.height
    return "\n".join(widget.render_line(row).text.rstrip() for row in range(height)).rstrip()


def row_of(app: App[None], selector: str) -> str:
    """All rows of one widget of the page."""
    return text_of(app.screen.query_one(selector))


def all_text(app: App[None]) -> str:
    """Everything that the page draws, one widget after the other."""
    leaves = [widget for widget in app.screen.query("*") if widget.display and not widget.children]
    return "\n".join(text_of(widget) for widget in leaves)
