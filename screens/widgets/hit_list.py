"""What the finder found, kind by kind, what was looked for marked in each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from rich.cells import cell_len
from textual import events
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive

from journal.search import Hit, HitKind, Query
from journal.search_marks import Piece, excerpt
from screens import find_words
from screens.widgets.ink import cut, left
from screens.widgets.list_panel import ListPanel

WHAT, WHEN = 9, 11
"""How wide the columns before the words are."""

FoundRow = Hit | HitKind
"""A hit, or what leads to more of a kind."""


def by_kind(hits: Iterable[Hit], more_of: Iterable[HitKind]) -> tuple[FoundRow, ...]:
    """The hits with those of a kind together, the kind of the best one first, and what leads to more."""
    kinds: dict[HitKind, list[FoundRow]] = {}
    for hit in hits:
        kinds.setdefault(hit.kind, []).append(hit)
    for kind in more_of:
        kinds.setdefault(kind, []).append(kind)
    return tuple(row for rows in kinds.values() for row in rows)


class HitList(ListPanel, can_focus=False):
    """The cursor moves while the rep goes on typing; a click opens."""

    DEFAULT_CSS = """
    HitList { height: 1fr; border: none; padding: 0; }
    """

    found: reactive[tuple[FoundRow, ...]] = reactive(())
    """The rows, those of a kind together."""
    asked: reactive[Query | None] = reactive(None)
    """What is marked in them."""
    told: reactive[str] = reactive("")
    """What is said instead while there is no row."""
    day: reactive[date | None] = reactive(None)
    """The rep's today."""

    @dataclass
    class Clicked(Message):
        """A row was clicked."""

        index: int
        """Which."""

    _names = 0

    def watch_found(self) -> None:
        """The words stand below each other: as far in as the longest name is wide."""
        hits = (one for one in self.found if isinstance(one, Hit) and find_words.rest(one))
        self._names = max((cell_len(find_words.who(one)) for one in hits), default=0)

    def count(self) -> int:
        """How many rows there are."""
        return len(self.found)

    def rows(self, width: int, height: int) -> Sequence[Content]:
        """The rows around the cursor, or why there are none."""
        if not self.found:
            return [Content.styled(cut(f" {self.told}", width), "$muted")]
        return super().rows(width, height)

    def row(self, index: int, width: int) -> Content:
        """One hit, or what leads to more."""
        one = self.found[index]
        if isinstance(one, HitKind):
            return Content.assemble(" " * (WHAT + 1), (find_words.more(one), "$muted"))
        is_first = index == 0 or _kind(self.found[index - 1]) is not one.kind
        lead = (left(find_words.what(one), WHAT), "" if is_first else "$muted")
        when = left(find_words.when(one, self.day) if self.day else "", WHEN)
        start = Content.assemble(lead, " ", (when, "$muted"), " ")
        room = width - start.cell_length
        rest = find_words.rest(one)
        widest = min(room * 2 // 5, self._names) if rest else room
        named = self._marked_words(find_words.who(one), widest).stylize_before("bold")
        if not rest:
            return Content.assemble(start, named)
        gap = " " * (widest - named.cell_length + 2 * (widest > 0))
        return Content.assemble(start, named, gap, self._marked_words(rest, room - widest - 2))

    def on_click(self, event: events.Click) -> None:
        """Open the row that was clicked."""
        if (index := self.row_at(event)) is not None:
            self.post_message(self.Clicked(index))

    def on_mouse_scroll_down(self) -> None:
        """The wheel moves the cursor."""
        self.action_move(1)

    def on_mouse_scroll_up(self) -> None:
        """The wheel moves the cursor."""
        self.action_move(-1)

    def _marked(self, index: int, width: int) -> Content:
        row = self.row(index, width - 1)
        if index != self.cursor:
            return Content.assemble(" ", row)
        line = Content.assemble(("▌", "$accent"), row)
        line = line.pad_right(max(0, width - line.cell_length))
        return line.stylize_before("bold on $block-cursor-background")

    def _marked_words(self, text: str, cells: int) -> Content:
        if self.asked is None:
            return Content(cut(text, cells))
        return inked(excerpt(text, self.asked, max(1, cells)), cells)


def inked(pieces: Iterable[Piece], cells: int) -> Content:
    """Pieces in so many cells, what was looked for underlined."""
    inks: list[Content] = []
    for piece in pieces:
        words = cut(piece.text, cells)
        inks.append(Content.styled(words, "bold underline" if piece.is_hit else ""))
        cells -= inks[-1].cell_length
    return Content.assemble(*inks)


def _kind(row: FoundRow) -> HitKind:
    return row.kind if isinstance(row, Hit) else row
