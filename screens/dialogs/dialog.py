"""What every dialog is made of: it hands back once, however many keys that end it came together."""

from __future__ import annotations

from typing import TypeVar

from textual.await_complete import AwaitComplete
from textual.screen import ModalScreen

Value = TypeVar("Value")


class Dialog(ModalScreen[Value]):
    """A screen over a page, which waits for what it hands back."""

    def dismiss(self, result: Value | None = None) -> AwaitComplete:
        """Hand back. Enter and Esc may be read as one: the second finds that it has gone already."""
        return super().dismiss(result) if self.is_active else AwaitComplete()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Keys that were read along with the one that ended it do nothing more here."""
        return self in self.app.screen_stack
