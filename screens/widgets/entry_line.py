"""The line to type in: a rep's own words, with what was typed before and known accounts at hand."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.highlighter import Highlighter
from rich.text import Text
from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import Input

from journal.entry import LONGEST_TEXT
from journal.shown import shown
from screens import wording

KEYS_OF_AN_EMPTY_LINE = frozenset("123456?")
"""What still acts as a key while nothing is typed."""

LONGEST_LINE = LONGEST_TEXT + 1_000
"""The longest line taken: an entry's text with everything around it."""


class _Shown(Highlighter):
    """Shows what was typed or pasted without letting it command the terminal."""

    def highlight(self, text: Text) -> None:
        """Replace each unsafe character by one that can be seen."""
        text.plain = shown(text.plain)


class EntryLine(Input):
    """One line; Enter hands it up, Tab completes an account, up brings back the last line."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "enter",
            "submit",
            "Save",
            id="line.save",
            key_display="Enter",
            tooltip="Save what was understood",
        ),
        Binding(
            "tab",
            "complete",
            "Complete",
            id="line.complete",
            key_display="Tab",
            tooltip="Complete the account's name",
        ),
        Binding(
            "up",
            "recall(-1)",
            "Last line",
            id="line.last",
            key_display="↑",
            tooltip="Bring back the line before",
        ),
        Binding(
            "down",
            "recall(1)",
            "Next line",
            id="line.next",
            show=False,
            tooltip="Go on to the line after",
        ),
        Binding(
            "escape",
            "leave",
            "Leave",
            id="line.leave",
            key_display="Esc",
            tooltip="Back to the counts; the words stay",
        ),
    ]

    DEFAULT_CSS = """
    EntryLine, EntryLine:focus {
        height: 2;
        padding: 0 0 0 1;
        border: none;
        border-top: solid $faint;
        background: $background;
        background-tint: $background 0%;
    }
    EntryLine:focus {
        border-top: heavy $accent;
        background: $surface;
    }
    EntryLine > .input--placeholder, EntryLine:focus > .input--placeholder {
        color: $muted;
    }
    """

    class Left(Message):
        """The rep leaves the line without saving."""

    @dataclass
    class Passed(Message):
        """A key that is no text in an empty line."""

        character: str
        """A number of a page, or "?"."""

    class Unknown(Message):
        """No known account starts like the end of the line."""

    @dataclass
    class TooLong(Message):
        """More was pasted than a line takes; nothing of it was taken."""

        length: int
        """How many characters it had."""

    def __init__(self, accounts_starting: Callable[[str], Sequence[str]]) -> None:
        """Take whoever knows the accounts."""
        super().__init__(
            id="line",
            placeholder=wording.LINE_AT_REST,
            highlighter=_Shown(),
            select_on_focus=False,
        )
        self._accounts_starting = accounts_starting
        self._past: list[str] = []
        self._back = 0
        self._offered: tuple[str, Sequence[str], int] | None = None

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """All letters, digits and signs are text, "/" included."""
        return key in ("slash", "question_mark", "minus") or super().check_consume_key(
            key, character
        )

    def remember(self, line: str) -> None:
        """Keep a saved line for the up key."""
        self._past = [*[past for past in self._past if past != line], line]
        self._back = 0

    def type_in(self, text: str) -> None:
        """Put text where the cursor stands, as if it had been typed; line breaks become blanks."""
        line = " ".join(text.splitlines())
        if len(self.value) + len(line) > LONGEST_LINE:
            self.post_message(self.TooLong(len(line)))
            return
        selection = self.selection
        self.replace(line, *selection)

    def on_key(self, event: events.Key) -> None:
        """Hand the line up with Enter; let keys pass while it is empty, or when the focus has moved on."""
        if self.screen.focused is not self:
            event.stop()
            event.prevent_default()
            self.app.simulate_key(event.key)
        elif event.key == "enter":
            event.stop()
            event.prevent_default()
            self.post_message(self.Submitted(self, self.value))
        elif not self.value and event.character in KEYS_OF_AN_EMPTY_LINE:
            event.stop()
            event.prevent_default()
            self.post_message(self.Passed(event.character or ""))
        elif event.key != "tab":
            self._offered = None

    def on_paste(self, event: events.Paste) -> None:
        """Take the whole paste, not only its first line."""
        event.prevent_default()
        event.stop()
        self.type_in(event.text)

    def action_complete(self) -> None:
        """Complete the account that the end of the line starts with; again offers the next one."""
        if not self.value:
            self.screen.focus_next()
            return
        if self._offered is None or not self._offered[1]:
            self._offered = (*self._find(), 0)
        start, names, at = self._offered
        if not names:
            self.post_message(self.Unknown())
        else:
            self.value = start + names[at % len(names)]
            self.cursor_position = len(self.value)
            self._offered = (start, names, at + 1)

    def action_recall(self, step: int) -> None:
        """Walk through the lines saved before."""
        if self._past:
            self._back = max(-len(self._past), min(0, self._back + step))
            self.value = self._past[self._back] if self._back else ""
            self.cursor_position = len(self.value)

    def action_leave(self) -> None:
        """Ask to go back to the counts."""
        self.post_message(self.Left())

    def _find(self) -> tuple[str, Sequence[str]]:
        words = self.value.split(" ")
        for first in range(1, len(words)):
            prefix = " ".join(words[first:])
            if (
                prefix.strip()
                and not prefix.isdigit()
                and (names := self._accounts_starting(prefix))
            ):
                return " ".join(words[:first]) + " ", names
        return self.value, ()
