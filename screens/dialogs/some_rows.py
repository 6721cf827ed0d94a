"""A form that asks a row only when the rows above call for it: what need not be asked costs no key."""

from __future__ import annotations

from typing import TypeVar

from textual.widget import Widget
from textual.widgets import Input, TextArea

from screens.dialogs.fields import Choice
from screens.dialogs.form import Form

Value = TypeVar("Value")


class SomeRows(Form[Value]):
    """Rows that are not asked are out of sight; what was typed there is kept."""

    def asks(self, name: str) -> bool:
        """Whether a row is asked, as the others stand."""
        return True

    def asked(self) -> list[Widget]:
        """The fields in sight, top to bottom."""
        return [each for each in super().asked() if self.asks(each.id or "")]

    def on_mount(self) -> None:
        """Show the rows that are asked."""
        self._show_rows()

    def on_choice_changed(self, event: Choice.Changed) -> None:
        """Another answer may call for other rows."""
        self._show_rows()

    def on_input_changed(self, event: Input.Changed) -> None:
        """So may what is typed."""
        self._show_rows()

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """In several lines too."""
        self._show_rows()

    def _show_rows(self) -> None:
        for each in super().asked():
            if isinstance(row := each.parent, Widget) and row.has_class("row"):
                row.display = self.asks(each.id or "")
