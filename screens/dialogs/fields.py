"""The fields of a dialog: a line, several lines, and a choice, each keeping what the rep typed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, Generic, TypeVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.suggester import Suggester
from textual.widget import Widget
from textual.widgets import Input, TextArea

from journal.entry import LONGEST_TEXT
from journal.shown import shown, shown_lines

Value = TypeVar("Value")

LONGEST_LINE = 2_000
"""The longest line a field takes, in characters; a longer paste is refused whole."""


class TooLong(Message):
    """A paste or a key was refused because the field would hold more than it can."""

    def __init__(self, longest: int, wanted: int) -> None:
        """Take the most it holds, and what it would have held, in characters."""
        super().__init__()
        self.longest = longest
        self.wanted = wanted


class Line(Input):
    """One line of typing. A paste of several lines becomes one; what is not touched stays as it was."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "submit", "Next line", id="line.next", tooltip="Go to the next line"),
    ]

    def __init__(
        self, value: str = "", *, id: str, example: str = "", suggester: Suggester | None = None
    ) -> None:
        """Take the text it opens with, and an example that stands there while it is empty."""
        self._given, self._shown = value, shown(value)
        super().__init__(
            self._shown,
            placeholder=example,
            id=id,
            compact=True,
            select_on_focus=False,
            suggester=suggester,
        )

    @property
    def text(self) -> str:
        """What stands there: as given when nothing was changed, else as typed."""
        return self._given if self.value == self._shown else self.value.strip()

    def _on_paste(self, event: events.Paste) -> None:
        event.prevent_default()
        event.stop()
        line = shown(" ".join(event.text.split()))
        if len(self.value) + len(line) > LONGEST_LINE:
            self.post_message(TooLong(LONGEST_LINE, len(self.value) + len(line)))
        else:
            self.replace(line, *self.selection)


class Words(TextArea):
    """Several lines of the rep's own words; Enter saves, Ctrl+J begins a new line."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "enter", "done", "Save", id="words.done", tooltip="Save what stands here", priority=True
        ),
        Binding("ctrl+j", "new_line", "New line", id="words.line", tooltip="Begin a new line"),
    ]

    class Done(Message):
        """Enter was pressed."""

    def __init__(self, value: str = "", *, id: str) -> None:
        """Take the text it opens with."""
        self._given, self._shown = value, shown_lines(value)
        super().__init__(
            self._shown, id=id, compact=True, tab_behavior="focus", highlight_cursor_line=False
        )

    @property
    def value(self) -> str:
        """What stands there, as typed."""
        return self.text

    @property
    def words(self) -> str:
        """What stands there: as given when nothing was changed, else as typed."""
        return self._given if self.text == self._shown else self.text.strip()

    async def _on_paste(self, event: events.Paste) -> None:
        event.prevent_default()
        event.stop()
        pasted = shown_lines(event.text.replace("\r\n", "\n").replace("\r", "\n"))
        if (wanted := len(self.text) - len(self.selected_text) + len(pasted)) > LONGEST_TEXT:
            self.post_message(TooLong(LONGEST_TEXT, wanted))
        else:
            self._type(pasted)

    def action_new_line(self) -> None:
        """Begin a new line where the cursor stands."""
        self._type("\n")

    def action_done(self) -> None:
        """Say that the rep is done with it."""
        self.post_message(self.Done())

    def _type(self, text: str) -> None:
        start, end = sorted(self.selection)
        self.replace(text, start, end, maintain_selection_offset=False)


class Choice(Widget, Generic[Value], can_focus=True):
    """One of a few values: the arrows, Space, a click or a first letter change it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right,space", "step(1)", "Next", id="choice.next", tooltip="Take the next one"),
        Binding(
            "left", "step(-1)", "One before", id="choice.before", tooltip="Take the one before"
        ),
        Binding("enter", "done", "Next line", id="choice.done", tooltip="Go to the next line"),
    ]

    index: reactive[int] = reactive(0)
    """Which of the options stands there."""

    class Changed(Message):
        """Another option stands there."""

        def __init__(self, choice: Choice[Value]) -> None:
            """Take the choice that changed."""
            super().__init__()
            self.choice = choice

    class Done(Message):
        """Enter was pressed."""

    def __init__(self, options: Sequence[tuple[Value, str]], value: Value, *, id: str) -> None:
        """Take values with the words shown for them, and the value it opens with."""
        super().__init__(id=id)
        self.options = tuple(options)
        known = [option for option, _ in self.options]
        self.set_reactive(Choice.index, known.index(value) if value in known else 0)

    @property
    def value(self) -> Value:
        """The value that stands there."""
        return self.options[self.index][0]

    def render(self) -> Content:
        """The words of the option, with a mark that there are others."""
        return Content.assemble(shown(self.options[self.index][1]), (" ▾", "$muted"))

    def action_step(self, step: int) -> None:
        """Go on to another option, round and round."""
        self.index = (self.index + step) % len(self.options)

    def action_done(self) -> None:
        """Say that the rep is done with it."""
        self.post_message(self.Done())

    def on_click(self) -> None:
        """A click takes the next one."""
        self.action_step(1)

    def on_key(self, event: events.Key) -> None:
        """A letter or digit jumps to the next option that starts with it."""
        letter = (event.character or "").casefold()
        if not letter.isalnum():
            return
        event.stop()
        count = len(self.options)
        for step in range(1, count + 1):
            at = (self.index + step) % count
            if self.options[at][1].casefold().startswith(letter):
                self.index = at
                return

    def watch_index(self) -> None:
        """Tell the dialog."""
        self.post_message(self.Changed(self))
