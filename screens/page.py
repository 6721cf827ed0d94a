"""A page: one of the six screens in the frame, with the journal in reach and the keys of every page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import Screen
from textual.widget import Widget

from journal.errors import JournalError
from journal.journal import Journal
from screens import wording
from screens.widgets.keys_row import KeysRow
from screens.widgets.nav_row import NavRow


class Page(Screen[None]):
    """Composes the frame, and reads the journal again whenever something was saved."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "u", "undo", "Undo", id="page.undo", tooltip="Take back the last thing that was done"
        ),
        Binding(
            "U", "redo", "Redo", id="page.redo", show=False, tooltip="Do again what was taken back"
        ),
    ]

    NUMBER: ClassVar[int]
    """The number key of the page."""

    def __init__(self, journal: Journal) -> None:
        """Take the journal it shows."""
        super().__init__()
        self.journal = journal
        self._is_read = False

    def compose(self) -> ComposeResult:
        """The nav row, the page's own panels, and the row of keys."""
        nav = NavRow(self.NUMBER)
        nav.time = self.journal.now().local
        yield nav
        yield from self.panels()
        yield KeysRow()

    def panels(self) -> Iterator[Widget]:
        """The panels between the two rows, in focus order."""
        raise NotImplementedError

    def read_again(self) -> None:
        """Show the journal as it stands now; called after every change, never while a form is filled in."""
        raise NotImplementedError

    def say(self, words: str, *, is_trouble: bool = False) -> None:
        """Tell the rep one calm sentence."""
        self.notify(words, markup=False, severity="warning" if is_trouble else "information")

    def on_screen_resume(self) -> None:
        """Read again when the rep comes back to the page, from another one or from a dialog."""
        self.look_around()
        self.read_again()

    def tick(self) -> None:
        """Move the clock on, and notice a new day or what another window saved."""
        self.query_one(NavRow).time = self.journal.now().local
        if self.look_around():
            self.read_again()

    def look_around(self) -> bool:
        """Whether another window or program saved something since it was last asked."""
        if self.journal.has_changed():
            self.journal.forget_what_was_read()
            return True
        return False

    def action_undo(self) -> None:
        """Take back the last thing that was done, by whomever."""
        try:
            undone = self.journal.undo()
        except JournalError as trouble:
            self.say(str(trouble), is_trouble=True)
            return
        self.read_again()
        self.say(wording.taken_back(undone.label))

    def action_redo(self) -> None:
        """Do the last undone thing again."""
        try:
            redone = self.journal.redo()
        except JournalError as trouble:
            self.say(str(trouble), is_trouble=True)
            return
        self.read_again()
        self.say(wording.done_again(redone.label))
