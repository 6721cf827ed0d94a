"""The smallest app a dialog can be tried in."""

from __future__ import annotations

from textual.app import App
from textual.pilot import Pilot
from textual.screen import ModalScreen
from textual.widgets import Static

from screens.dialogs.fields import Line, Words
from screens.themes import own_shades


class Host(App[object]):
    """Opens one dialog, and ends with what it hands back."""

    def __init__(self, dialog: ModalScreen[object]) -> None:
        """Take the dialog."""
        super().__init__()
        self.dialog = dialog

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """The journal's own shades."""
        return own_shades(self.current_theme)

    def on_mount(self) -> None:
        """Open it."""
        self.push_screen(self.dialog, self.exit)

    @property
    def said(self) -> str:
        """The sentence below the rows."""
        return str(self.dialog.query_one("#said", Static).content)

    def put(self, name: str, words: str) -> None:
        """Let this stand in a row."""
        field = self.dialog.query_one(f"#{name}")
        if isinstance(field, Words):
            field.text = words
        elif isinstance(field, Line):
            field.value = words

    def stands(self, name: str) -> str:
        """What stands in a row."""
        field = self.dialog.query_one(f"#{name}")
        assert isinstance(field, Line | Words)
        return field.value

    def echo(self, name: str) -> str:
        """What is understood of a row."""
        return str(self.dialog.query_one(f"#{name}-echo", Static).content)


async def is_open(pilot: Pilot[object], host: Host) -> None:
    """Let the app go on until the dialog stands there."""
    while not (host.screen is host.dialog and host.dialog.focused is not None):
        await pilot.pause()
