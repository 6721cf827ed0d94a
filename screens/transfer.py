"""The way in and out, and the care of the journal's file: each begins with one word, from any page."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from screens.page import Page


def begin(page: Page, what: str) -> None:
    """Begin what a key or the palette asks for."""
    if what == "bring_in":
        from screens.transfer_asks import BringingIn

        BringingIn(page).begin()
    elif what in ("back_up", "check"):
        from screens.care import Care

        care = Care(page)
        care.back_up() if what == "back_up" else care.check()
