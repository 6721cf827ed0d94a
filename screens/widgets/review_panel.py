"""A panel of Review: it draws the week or month that is looked at."""

from __future__ import annotations

from textual.reactive import reactive

from journal.reviewing.view import ReviewView
from screens.widgets.panel import Panel


class ReviewPanel(Panel):
    """Knows what is looked at; each kind draws another side of it."""

    view: reactive[ReviewView | None] = reactive(None)
    """The week or month; None before it was read."""
