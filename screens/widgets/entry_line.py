"""The line to type in: a rep's own words, with what was typed before and known accounts at hand."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar
from unicodedata import category

from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import Input

from journal.entry import LONGEST_TEXT
from screens import wording
from screens.pages import PAGES
from screens.widgets.as_shown import AsShown
from screens.widgets.lines_before import LinesBefore

KEYS_OF_AN_EMPTY_LINE = frozenset((*map(str, PAGES), "?", "/"))
"""What still acts as a key while nothing is typed; the numbers of pages to come are text."""

LONGEST_LINE = LONGEST_TEXT + 1_000
"""The longest line taken: an entry's text with everything around it."""


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
        """A number of a page, "?" or "/"."""

    class Unknown(Message):
        """No known account starts like the end of the line."""

    @dataclass
    class TooLong(Message):
        """More was pasted than a line takes; nothing of it was taken."""

        length: int
        """How many characters it had."""

    def __init__(
        self,
        accounts_starting: Callable[[str], Sequence[str]],
    ) -> None:
        """Take whoever knows the accounts."""
        super().__init__(
            id="line",
            placeholder=wording.LINE_AT_REST,
            highlighter=AsShown(),
            select_on_focus=False,
        )
        self._accounts_starting = accounts_starting
        self._joined = 0
        self._before = LinesBefore()
        self._offered: tuple[str, Sequence[str], int] | None = None

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """All letters, digits and signs are text, "/" included."""
        return key in ("slash", "question_mark", "minus") or super().check_consume_key(
            key, character
        )

    def begin(self, start: str) -> None:
        """Begin anew; words that were not saved yet are put aside for the up key."""
        self.put_aside()
        self.value = start
        self.cursor_position = len(start)

    def put_aside(self) -> None:
        """Keep the words for the up key, unless there are none."""
        if self._own_words:
            self._before.put_aside(self.value)

    def saved(self, line: str) -> None:
        """Keep a line for the up key that is no draft any more."""
        self._before.saved(line)

    def typed(self) -> dict[str, str]:
        """What is not saved yet, by name: what stands here, and what was put aside."""
        return self._before.typed(self._own_words)

    def fill(self, left: Mapping[str, str]) -> None:
        """Put back what was not saved; what is typed already stays, and the rest goes behind the up key."""
        if line := self._before.fill(left, is_taken=bool(self.value)):
            self.value = line
            self.cursor_position = len(line)

    def takes(self, text: str) -> bool:
        """Whether a line holds as much text."""
        return len(text) <= LONGEST_LINE

    def type_in(self, text: str) -> None:
        """Put text where the cursor stands, as if it had been typed; line breaks become blanks."""
        lines = text.splitlines()
        line = " ".join(lines)
        if not self.takes(self.value + line):
            self.post_message(self.TooLong(len(line)))
            return
        self._joined = len(lines) if len(lines) > 1 else 0
        selection = self.selection
        self.replace(line, *selection)

    def joined(self) -> int:
        """How many lines the newest paste was made of, told once; 0 for one line."""
        told, self._joined = self._joined, 0
        return told

    def watch_value(self, value: str) -> None:
        """An emptied line begins anew."""
        if not value:
            self._before.emptied()

    def on_key(self, event: events.Key) -> None:
        """Hand the line up with Enter; let keys pass while it is empty, or when the focus has moved on."""
        if self.screen.focused is not self:
            event.stop()
            event.prevent_default()
            self.app.post_message(events.Key(event.key, event.character))
        elif event.key == "enter":
            event.stop()
            event.prevent_default()
            self.post_message(self.Submitted(self, self.value))
        elif not self.value and event.character in KEYS_OF_AN_EMPTY_LINE:
            event.stop()
            event.prevent_default()
            self.post_message(self.Passed(event.character or ""))
        elif event.character and category(event.character) == "Cf":
            # Joiners print nothing by themselves and hold an emoji or a word together.
            event.stop()
            event.prevent_default()
            self.replace(event.character, *self.selection)
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
        """Walk through the lines saved before, and those put aside; what stands there is kept."""
        line = self._before.step(step, self._own_words)
        if line is not None:
            self.value = line
            self.cursor_position = len(line)

    def action_leave(self) -> None:
        """Ask to go back to the counts; the words stay."""
        self.post_message(self.Left())

    @property
    def _own_words(self) -> str:
        """What stands here; "" for blanks."""
        return self.value if self.value.strip() else ""

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
