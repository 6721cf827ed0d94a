"""The fields of a dialog: a line, several lines, and a choice, each keeping what the rep typed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, Generic, Protocol, TypeVar, runtime_checkable

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


ROWS = {"down": 1, "tab": 1, "up": -1, "shift+tab": -1}
"""Keys that go to another row, and by how many."""


class TooLong(Message):
    """A paste was refused because the field would hold more than it can."""

    def __init__(self, longest: int, wanted: int) -> None:
        """Take the most it holds, and what it would have held, in characters."""
        super().__init__()
        self.longest = longest
        self.wanted = wanted

    @property
    def in_words(self) -> str:
        """That nothing was pasted, so that nothing is cut in silence."""
        return (
            f"That would be {self.wanted:,} characters, and {self.longest:,} fit here; "
            "nothing was pasted."
        )


@runtime_checkable
class Rows(Protocol):
    """The form around a field, as a field sees it."""

    def step(self, by: int) -> None:
        """Go to another row."""
        ...

    def next_row(self) -> None:
        """Go to the next row, or save on the last."""
        ...

    def action_save(self) -> None:
        """Hand back what stands in the rows."""
        ...


class Field(Protocol):
    """One row's answer."""

    STEPS: ClassVar[dict[str, int]]
    """Keys that go to another row, and by how many."""

    def type_in(self, letters: str) -> None:
        """Take letters or digits."""
        ...


def take_key(field: Line | Words | Choice[Value], event: events.Key) -> bool:
    """Take keys in the order they were typed; whether this one is taken.

    The rep may be faster than the program: letters may reach a row after the key that left it. They
    then go to the row they were meant for, the one that has the focus now.
    """
    form, focused = field.screen, field.screen.focused
    if not isinstance(form, Rows):
        return False
    meant: Field = focused if isinstance(focused, Line | Words | Choice) else field
    if event.key == "ctrl+s":
        form.action_save()
    elif event.key == "enter":
        form.next_row()
    elif step := meant.STEPS.get(event.key):
        form.step(step)
    elif meant is not field and event.is_printable and event.character:
        meant.type_in(event.character)
    else:
        return False
    event.stop()
    event.prevent_default()
    return True


class Line(Input):
    """One line of typing. A paste of several lines becomes one; what is not touched stays as it was."""

    STEPS: ClassVar[dict[str, int]] = ROWS
    LONGEST: ClassVar[int] = LONGEST_LINE
    """The most it holds, in characters."""

    def __init__(
        self, value: str = "", *, id: str, example: str = "", suggester: Suggester | None = None
    ) -> None:
        """Take the text it opens with, and an example that stands there while it is empty."""
        self._given, self._shown = value, shown(value)
        self._example, self._offered = example, ""
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

    def offer(self, words: str) -> None:
        """Let the right arrow take these words over while the line is empty; "" offers nothing."""
        self._offered = shown(words)
        self.placeholder = self._offered or self._example

    @property
    def offered(self) -> str:
        """What the right arrow would take over now."""
        return "" if self.value else self._offered

    def type_in(self, letters: str) -> None:
        """Take letters at the cursor."""
        self.insert_text_at_cursor(letters)

    def action_cursor_right(self, select: bool = False) -> None:
        """One letter on; in an empty line, what is offered."""
        if self.offered:
            self.value = self.offered
            self.action_end()
        else:
            super().action_cursor_right(select)

    async def _on_key(self, event: events.Key) -> None:
        take_key(self, event)

    def _on_paste(self, event: events.Paste) -> None:
        event.prevent_default()
        event.stop()
        line = shown(" ".join(event.text.split()))
        if len(self.value) + len(line) > self.LONGEST:
            self.post_message(TooLong(self.LONGEST, len(self.value) + len(line)))
        else:
            start, end = sorted(self.selection)
            self.replace(line, start, end)


class Words(TextArea):
    """Several lines of the rep's own words; Enter saves, Ctrl+J begins a new line."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+j", "new_line", "New line", id="words.line", tooltip="Begin a new line"),
    ]
    STEPS: ClassVar[dict[str, int]] = {"tab": 1, "shift+tab": -1}

    def __init__(self, value: str = "", *, id: str) -> None:
        """Take the text it opens with."""
        self._given, self._shown = value, shown_lines(value)
        super().__init__(
            self._shown, id=id, compact=True, tab_behavior="focus", highlight_cursor_line=False
        )
        self.move_cursor(self.document.end)

    @property
    def value(self) -> str:
        """What stands there, as typed."""
        return self.text

    @property
    def words(self) -> str:
        """What stands there: as given when nothing was changed, else as typed."""
        return self._given if self.text == self._shown else self.text.strip()

    def type_in(self, letters: str) -> None:
        """Take letters at the cursor."""
        start, end = sorted(self.selection)
        self.replace(letters, start, end, maintain_selection_offset=False)

    def action_new_line(self) -> None:
        """Begin a new line where the cursor stands."""
        self.type_in("\n")

    async def _on_key(self, event: events.Key) -> None:
        take_key(self, event)

    async def _on_paste(self, event: events.Paste) -> None:
        event.prevent_default()
        event.stop()
        pasted = shown_lines(event.text.replace("\r\n", "\n").replace("\r", "\n"))
        wanted = len(self.text) - len(self.selected_text) + len(pasted)
        if wanted > LONGEST_TEXT:
            self.post_message(TooLong(LONGEST_TEXT, wanted))
        else:
            self.type_in(pasted)


class Choice(Widget, Generic[Value], can_focus=True):
    """One of a few values: the arrows, Space, a click or a first letter change it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right,space", "turn(1)", "Next", id="choice.next", tooltip="Take the next one"),
        Binding("left", "turn(-1)", "Before", id="choice.before", tooltip="Take the one before"),
    ]
    STEPS: ClassVar[dict[str, int]] = ROWS

    index: reactive[int] = reactive(0)
    """Which of the options stands there."""

    class Changed(Message):
        """Another option stands there."""

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

    def action_turn(self, step: int) -> None:
        """Go on to another option, round and round."""
        self.index = (self.index + step) % len(self.options)

    def type_in(self, letters: str) -> None:
        """Go to the next option that starts with a letter or digit."""
        count = len(self.options)
        for step in range(1, count + 1):
            at = (self.index + step) % count
            if self.options[at][1].casefold().startswith(letters.casefold()):
                self.index = at
                return

    def on_click(self) -> None:
        """A click takes the next one."""
        self.action_turn(1)

    def on_key(self, event: events.Key) -> None:
        """A letter or digit jumps; other keys move on."""
        if not take_key(self, event) and (event.character or "").isalnum():
            event.stop()
            self.type_in(event.character or "")

    def watch_index(self) -> None:
        """Tell the dialog."""
        self.post_message(self.Changed())
