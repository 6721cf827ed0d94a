"""Who waits, soonest and most valuable first: when, with whom, what it is worth, what to do and why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive

from journal.waiting import Waits
from screens import follow_up_words
from screens.widgets.headed_list import HEADER, HeadedList
from screens.widgets.ink import cut, left, right

_SHORTEST = 8


@dataclass(frozen=True, slots=True)
class Columns:
    """How wide each column is, in cells; 0 leaves it out."""

    when: int
    account: int
    worth: int
    what: int
    reason: int
    gap: int


def columns(width: int) -> Columns:
    """The columns that fit: the reason leaves first, what to do keeps the rest."""
    if width < 95:
        when, account, worth, gap = 13, 12, 9, 1
        return Columns(
            when, account, worth, max(_SHORTEST, width - when - account - worth - 3 * gap), 0, gap
        )
    when, account, worth, gap = (13, 14, 10, 2) if width < 150 else (15, 24, 14, 2)
    rest = width - when - account - worth - 4 * gap
    what = rest * 9 // 20 if width < 150 else rest // 2
    return Columns(when, account, worth, what, rest - what, gap)


class FollowUpList(HeadedList):
    """Draws the list itself, so that a key moves the cursor at once."""

    HEADING = "Due · soonest and most valuable first"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("home", "move(-1000000)", "First", id="list.first", show=False, tooltip="Soonest"),
        Binding(
            "end", "move(1000000)", "Last", id="list.last", show=False, tooltip="Last read so far"
        ),
    ]

    lines: reactive[tuple[Waits, ...]] = reactive((), layout=True)
    """Soonest first, as many as were read."""
    day: reactive[date | None] = reactive(None)
    """The rep's today."""
    currency: reactive[str] = reactive("")
    """The currency of the rep."""

    @dataclass
    class Highlighted(Message):
        """Another row is under the cursor."""

        line: Waits | None
        """The follow-up; None without any."""

    class Opened(Message):
        """The cursor's row was clicked."""

    @property
    def selected(self) -> Waits | None:
        """The follow-up under the cursor."""
        return self.lines[min(self.cursor, len(self.lines) - 1)] if self.lines else None

    def select(self, follow_up: int, setback: int | None = None) -> bool:
        """Put the cursor on a follow-up, or on what a setback asks, if it is there."""
        for index, line in enumerate(self.lines):
            one = line.follow_up
            is_it = one.id == follow_up if follow_up else one.is_question and one.setback == setback
            if is_it:
                self.cursor = index
                return True
        return False

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
        return max(1, self.count()) + HEADER

    def rows(self, width: int, height: int) -> Sequence[Content]:
        """The names of the columns, then the rows around the cursor."""
        if self.day is None:
            return []
        if not self.lines:
            return [_invitation(width)]
        return [_header(columns(width - 1)), *super().rows(width, height - HEADER)]

    def row(self, index: int, width: int) -> Content:
        """One follow-up."""
        assert self.day is not None
        return follow_up_row(self.lines[index], columns(width), self.day, self.currency)


def follow_up_row(line: Waits, fit: Columns, today: date, currency: str) -> Content:
    """One row in the columns that fit."""
    return Content(" " * fit.gap).join(list(_cells(line, fit, today, currency)))


def _cells(line: Waits, fit: Columns, today: date, currency: str) -> Iterator[Content]:
    due = follow_up_words.when(line, today)
    said = f"{due.glyph} {due.words}" if due.glyph else due.words
    yield Content.styled(left(said, fit.when), due.colour)
    yield Content.styled(left(line.follow_up.account or "", fit.account), "bold")
    worth = follow_up_words.worth(line.deal, currency, short=not fit.reason)
    is_open = line.deal is not None and line.deal.is_open
    yield Content.styled(right(worth, fit.worth), "" if is_open else "$muted")
    why = follow_up_words.reason(line, today)
    if fit.reason and not why.words:
        yield Content(left(line.follow_up.what, fit.what + fit.gap + fit.reason))
        return
    if fit.reason:
        yield Content(left(line.follow_up.what, fit.what))
        yield Content.styled(left(why.words, fit.reason), why.colour)
        return
    # Where the reason has no column, only what is missing is said, behind what to do.
    lacks = line.needs_reason and why.colour == "$warning"
    tail = f" · {follow_up_words.NO_REASON}" if lacks else ""
    room = fit.what - len(tail)
    if room < _SHORTEST:
        tail, room = "", fit.what
    what = cut(line.follow_up.what, room)
    pad = " " * (fit.what - Content(what).cell_length - len(tail))
    yield Content.assemble(what, (tail, "$warning"), pad)


def _header(fit: Columns) -> Content:
    names = [
        left("when", fit.when),
        left("account", fit.account),
        right("worth", fit.worth),
        left("what", fit.what),
    ]
    if fit.reason:
        names.append(left("reason", fit.reason))
    return Content.styled(" " + (" " * fit.gap).join(names), "$muted")


def _invitation(width: int) -> Content:
    first, _, then = follow_up_words.EMPTY.partition(" a: ")
    return Content.assemble(
        f" {first} ", ("a", "bold $accent"), cut(f": {then}", max(1, width - len(first) - 4))
    )
