"""The setbacks, newest first: what happened, how much it stung, and what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive

from journal.setback_line import SetbackLine
from journal.setback_work import DEEPEST
from screens import setback_words
from screens.widgets.headed_list import HEADER, HeadedList
from screens.widgets.ink import bar, left

_BAR = 10
_SHORTEST = 8


@dataclass(frozen=True, slots=True)
class Columns:
    """How wide each column is, in cells; 0 leaves it out."""

    day: int
    type: int
    what: int
    bar: int
    step: int
    came: int
    gap: int


def columns(width: int) -> Columns:
    """The columns that fit: action and the sting's bar leave first, what happened keeps the rest."""
    if width < 95:
        day, type_, drawn, step, came, gap = 11, 17, 0, 0, 15, 1
    elif width < 150:
        day, type_, drawn, step, came, gap = 11, 17, _BAR, 20, 15, 1
    else:
        day, type_, drawn, step, came, gap = 11, 30, _BAR, 44, 18, 2
    sting = drawn + 4 if drawn else 2
    others = [day, type_, sting, step, came]
    rest = width - 1 - sum(others) - gap * sum(cells > 0 for cells in others)
    return Columns(day, type_, max(_SHORTEST, rest), drawn, step, came, gap)


class SetbackList(HeadedList):
    """Draws the list itself, so that a key moves the cursor at once."""

    HEADING = "Setbacks"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("home", "move(-1000000)", "First", id="list.first", show=False, tooltip="Newest"),
        Binding(
            "end", "move(1000000)", "Last", id="list.last", show=False, tooltip="Oldest read so far"
        ),
    ]

    lines: reactive[tuple[SetbackLine, ...]] = reactive((), layout=True)
    """Newest first, as many as were read."""
    day: reactive[date | None] = reactive(None)
    """The rep's today."""

    @dataclass
    class Highlighted(Message):
        """Another row is under the cursor."""

        line: SetbackLine | None
        """The setback; None without any."""

    class Opened(Message):
        """The cursor's row was clicked."""

    @property
    def selected(self) -> SetbackLine | None:
        """The setback under the cursor."""
        return self.lines[min(self.cursor, len(self.lines) - 1)] if self.lines else None

    def select(self, setback: int) -> None:
        """Put the cursor on a setback, if it is there."""
        for index, line in enumerate(self.lines):
            if line.setback.id == setback:
                self.cursor = index

    def highlighted(self) -> Message:
        """Another row is under the cursor."""
        return self.Highlighted(self.selected)

    def opened(self) -> Message:
        """The cursor's row was clicked."""
        return self.Opened()

    def count(self) -> int:
        """How many rows there are."""
        return len(self.lines)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As high as its rows, or as its invitation."""
        return (self.count() or len(setback_words.EMPTY)) + HEADER

    def rows(self, width: int, height: int) -> Sequence[Content]:
        """The names of the columns, then the rows around the cursor."""
        if not self.lines:
            return _invitation()
        return [_header(columns(width - 1)), *super().rows(width, height - HEADER)]

    def row(self, index: int, width: int) -> Content:
        """One setback."""
        assert self.day is not None
        return setback_row(self.lines[index], columns(width), self.day)


def setback_row(line: SetbackLine, fit: Columns, today: date) -> Content:
    """One row in the columns that fit."""
    hit = line.setback
    state = setback_words.came(line.came_of)
    pieces = [
        Content(left(setback_words.day(hit.day, today), fit.day)),
        Content.styled(left(hit.type, fit.type), "bold"),
        Content(left(setback_words.happened(hit), fit.what)),
        sting(hit.sting, fit.bar),
    ]
    if fit.step:
        pieces.append(Content.styled(left(setback_words.step(line.next_step, today), fit.step), ""))
    pieces.append(Content.styled(left(f"{state.glyph} {state.words}", fit.came), state.colour))
    return Content(" " * fit.gap).join(pieces)


def sting(felt: int | None, cells: int) -> Content:
    """How much it stings, as a bar if there is room for one, and as a number."""
    number = "–" if felt is None else str(felt)
    if not cells:
        return Content(number.rjust(2))
    drawn = bar(cells, (felt or 0) / DEEPEST, None, "$warning")
    return Content.assemble(drawn, " ", number.rjust(2), " ")


def _header(fit: Columns) -> Content:
    names = [
        left("day", fit.day),
        left("type", fit.type),
        left("what happened", fit.what),
        left("sting", fit.bar + 4) if fit.bar else left("st", 2),
    ]
    if fit.step:
        names.append(left("next small action", fit.step))
    names.append(left("came of it", fit.came))
    return Content.styled(" " + (" " * fit.gap).join(names), "$muted")


def _invitation() -> list[Content]:
    first, then = setback_words.EMPTY
    start, _, rest = then.partition(" s,")
    return [
        Content.styled(f" {first}", "bold"),
        Content.assemble((f" {start} ", "$muted"), ("s", "bold $accent"), (f",{rest}", "$muted")),
    ]
