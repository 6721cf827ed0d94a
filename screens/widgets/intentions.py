"""Three for today: what would make the day good, each of them open, done or carried to the next day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive

from journal.day_page import Intention, IntentionState
from screens import visit_words
from screens.widgets.ink import cut, spread
from screens.widgets.list_panel import ListPanel


class Intentions(ListPanel):
    """One row for each; Space or a click lets it go on."""

    HEADING = "Three for today"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "space",
            "tick",
            "Done, tomorrow, open",
            id="intentions.tick",
            key_display="Space",
            tooltip="Let it go on: done, carried to the next working day, open",
        ),
        Binding(
            "enter",
            "open",
            "Change",
            id="intentions.open",
            key_display="Enter",
            tooltip="Open the morning page, where they are written",
        ),
    ]

    intentions: reactive[tuple[Intention, ...]] = reactive(())
    """In the rep's order."""

    @dataclass
    class Ticked(Message):
        """The rep lets an intention go on."""

        slot: int
        """Which one, from 1."""

    class Opened(Message):
        """The rep wants to write them anew."""

    def count(self) -> int:
        """One row for each intention."""
        return len(self.intentions)

    def rows(self, width: int, height: int) -> Sequence[Content]:
        """The intentions; how to plan while there is none."""
        if not self.intentions:
            key, _, words = "m plans the day in two minutes".partition(" ")
            return [
                Content.assemble(
                    " ", (key, "bold $accent"), (cut(f" {words}", width - 2), "$muted")
                )
            ]
        return super().rows(width, height)

    def row(self, index: int, width: int) -> Content:
        """Its sign, its words, and where it went."""
        one = self.intentions[index]
        sign = (visit_words.MARKS[one.state], visit_words.COLOURS[one.state])
        is_open = one.state is IntentionState.OPEN
        start = Content.assemble(
            ("[", "$faint"), sign, ("]", "$faint"), " ",
            (cut(one.text, width - 4), "" if is_open else "$muted"),
        )  # fmt: skip
        if one.state is not IntentionState.CARRIED:
            return start
        return spread(start, Content.styled("next day ", "$muted"), width)

    def watch_intentions(self) -> None:
        """Keep the cursor on a row."""
        self.cursor = self.validate_cursor(self.cursor)

    def action_tick(self) -> None:
        """Let the one under the cursor go on."""
        if self.intentions:
            self.post_message(self.Ticked(self.cursor + 1))
        else:
            self.action_open()

    def action_open(self) -> None:
        """Ask for the page where they are written."""
        self.post_message(self.Opened())

    def on_click(self, event: events.Click) -> None:
        """A click on a row lets it go on."""
        index = self.row_at(event)
        if index is None:
            self.action_open()
        else:
            self.cursor = index
            self.action_tick()
