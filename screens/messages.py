"""What goes up from any page to the app."""

from __future__ import annotations

from textual.message import Message


class JournalChanged(Message):
    """Settings may differ: something was saved, taken back, or saved by another window."""
