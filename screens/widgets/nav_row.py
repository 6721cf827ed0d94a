"""The row on top: the six screens with their numbers, and the day and time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from textual import events
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widgets import Static

from screens import wording


class NavRow(Static):
    """Names the screens; a click on one asks for it."""

    ALLOW_SELECT = False

    DEFAULT_CSS = """
    NavRow {
        dock: top;
        height: 1;
        background: $surface;
        color: $muted;
        text-wrap: nowrap;
        text-overflow: clip;
    }
    """

    time: reactive[datetime | None] = reactive(None)
    """The wall clock shown at the right; None shows nothing."""
    day: reactive[date | None] = reactive(None)
    """The rep's day, which begins later than the calendar's."""

    @dataclass
    class Chosen(Message):
        """A name was clicked."""

        number: int
        """The number of its screen, 1 to 6."""

    def __init__(self, active: int) -> None:
        """Take the number of the screen it stands on."""
        super().__init__(id="nav", markup=False)
        self._active = active

    def render(self) -> Content:
        """The names, then the day and as much of the time as fits."""
        names = Content.assemble(*(self._label(number) for number in range(1, 7)))
        room = self.content_size.width - names.cell_length
        clock = wording.clock(self.day, self.time, room - 2) if self.day and self.time else ""
        gap = max(0, room - len(clock) - 1)
        return Content.assemble(names, " " * gap, (clock, "$muted"))

    def on_click(self, event: events.Click) -> None:
        """Ask for the screen whose name stands there."""
        start = 0
        for number in range(1, 7):
            stop = start + self._label(number).cell_length
            if start <= event.x < stop:
                self.post_message(self.Chosen(number))
            start = stop

    def _label(self, number: int) -> Content:
        name = wording.SCREENS[number - 1]
        if number == self._active:
            return Content.styled(f" {number} {name} ", "bold $background on $primary")
        return Content.assemble(" ", (str(number), "bold $accent"), (f" {name} ", "$muted"))
