"""The tree of goals and milestones: a bar with its pace mark, the state in words, and the days left."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive

from journal.percent import as_chance
from journal.standing import Standing
from screens import goal_words, wording
from screens.widgets.headed_list import HEADER, HeadedList
from screens.widgets.ink import bar, cut, left, right

_SHORTEST_TITLE, _SHORTEST_BAR, _LONGEST_BAR = 8, 8, 40


@dataclass(frozen=True, slots=True)
class Columns:
    """How wide each column is, in cells; 0 leaves it out."""

    done: int
    state: int
    left: int
    gap: int
    title: int = 0
    progress: int = 0
    chance: int = 0
    due: int = 0


def columns(width: int, *, has_chance: bool) -> Columns:
    """The columns that fit: the last of the priority list leave first, the title keeps the rest."""
    chance = 6 if has_chance else 0
    if width < 90:
        fixed = Columns(done=9, state=13, left=9, gap=1)
    elif width < 150:
        fixed = Columns(done=10, state=15, chance=chance, left=9, due=11, gap=2)
    else:
        fixed = Columns(done=12, state=18, chance=chance, left=10, due=12, gap=2)
    others = [fixed.done, fixed.state, fixed.chance, fixed.left, fixed.due]
    gaps = fixed.gap * (1 + sum(cells > 0 for cells in others))
    rest = width - 1 - sum(others) - gaps
    progress = max(_SHORTEST_BAR, min(_LONGEST_BAR, rest * 3 // 10))
    return replace(fixed, title=max(_SHORTEST_TITLE, rest - progress), progress=progress)


class GoalList(HeadedList):
    """Draws the tree itself, so that a key moves the cursor at once."""

    HEADING = "Goals and milestones"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "left",
            "fold(True)",
            "Fold",
            id="goals.fold",
            show=False,
            tooltip="Hide the parts of this goal",
        ),
        Binding(
            "right",
            "fold(False)",
            "Unfold",
            id="goals.unfold",
            show=False,
            tooltip="Show the parts of this goal",
        ),
    ]

    standings: reactive[tuple[Standing, ...]] = reactive((), layout=True)
    """All goals and milestones, depth first."""
    day: reactive[date | None] = reactive(None)
    """The rep's today."""
    folded: reactive[frozenset[int]] = reactive(frozenset(), layout=True)
    """The ids of the goals whose parts are hidden."""

    @dataclass
    class Highlighted(Message):
        """Another row is under the cursor, or the row says something new."""

        standing: Standing | None
        """The goal or milestone; None without any."""

    @dataclass
    class Opened(Message):
        """A row was clicked a second time."""

        standing: Standing
        """The goal or milestone."""

    @property
    def listed(self) -> tuple[Standing, ...]:
        """The rows that no folded goal hides."""
        rows: list[Standing] = []
        hidden_below: int | None = None
        for standing in self.standings:
            if hidden_below is not None and standing.depth > hidden_below:
                continue
            hidden_below = standing.depth if standing.goal.id in self.folded else None
            rows.append(standing)
        return tuple(rows)

    @property
    def selected(self) -> Standing | None:
        """The goal or milestone under the cursor."""
        rows = self.listed
        return rows[min(self.cursor, len(rows) - 1)] if rows else None

    def select(self, goal_id: int) -> None:
        """Put the cursor on a goal or milestone, if it is there; what hides it is unfolded."""
        above = {standing.goal.id: standing.goal.parent for standing in self.standings}
        parent = above.get(goal_id)
        while parent is not None:
            self.folded = self.folded - {parent}
            parent = above.get(parent)
        for index, standing in enumerate(self.listed):
            if standing.goal.id == goal_id:
                self.cursor = index

    def highlighted(self) -> Message:
        """Another row is under the cursor."""
        return self.Highlighted(self.selected)

    def opened(self) -> Message:
        """The cursor's row was clicked."""
        return self.Opened(self.listed[self.cursor])

    def clicked(self, event: events.Click) -> None:
        """A click on the mark of a row with parts folds or unfolds it."""
        index, offset = self.row_at(event), event.get_content_offset(self)
        if index is not None and offset is not None:
            standing = self.listed[index]
            mark = 1 + 2 * standing.depth
            if standing.has_parts and offset.x in (mark, mark + 1):
                self.cursor = index
                self.action_fold(standing.goal.id not in self.folded)
                return
        super().clicked(event)

    def count(self) -> int:
        """How many rows there are."""
        return len(self.listed)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As high as its rows, or as its invitation."""
        return (self.count() or len(goal_words.EMPTY) + 1) + HEADER

    def rows(self, width: int, height: int) -> Sequence[Content]:
        """The names of the columns, then the rows around the cursor."""
        if not self.standings:
            return _invitation()
        fit = self._columns(width - 1)
        return [_header(fit), *super().rows(width, height - HEADER)]

    def row(self, index: int, width: int) -> Content:
        """One goal or milestone."""
        assert self.day is not None
        return goal_row(self.listed[index], self._columns(width), self.day, self.folded)

    def _columns(self, width: int) -> Columns:
        has_chance = any(standing.chance is not None for standing in self.standings)
        return columns(width, has_chance=has_chance)

    def action_fold(self, hide: bool) -> None:
        """Hide the parts of the goal under the cursor; on a part, go to its goal."""
        selected = self.selected
        if selected is None:
            return
        here = selected.goal.id
        if hide and (here in self.folded or not selected.has_parts):
            if selected.goal.parent is not None:
                self.select(selected.goal.parent)
        elif selected.has_parts:
            self.folded = self.folded | {here} if hide else self.folded - {here}

    def watch_folded(self) -> None:
        """The row under the cursor stays under it."""
        self.cursor = self.validate_cursor(self.cursor)


def goal_row(standing: Standing, fit: Columns, today: date, folded: frozenset[int]) -> Content:
    """One row in the columns that fit."""
    short = fit.done < 10
    state = goal_words.short_state(standing, today)
    share, line = wording.shares(standing)
    is_done = standing.is_finished
    drawn = bar(fit.progress, 1.0, None, "$muted") if is_done else bar(fit.progress, share, line)
    pieces = [
        _title(standing, fit.title, folded),
        drawn if standing.term.target is not None else Content(" " * fit.progress),
        Content.styled(right(_done(standing, short=short), fit.done), "$muted" if is_done else ""),
        Content.styled(left(f"{state.glyph} {state.words}", fit.state), state.colour),
    ]
    if fit.chance:
        chance = "" if standing.chance is None else as_chance(standing.chance)
        pieces.append(Content.styled(right(chance, fit.chance), "bold"))
    pieces.append(Content.styled(right(goal_words.left(standing), fit.left), "$muted"))
    if fit.due:
        pieces.append(Content.styled(left(goal_words.due(standing, today), fit.due), "$muted"))
    return Content(" " * fit.gap).join(pieces)


def _title(standing: Standing, width: int, folded: frozenset[int]) -> Content:
    mark = "✓ " if standing.is_finished else "  "
    if standing.has_parts:
        mark = "▸ " if standing.goal.id in folded else "▾ "
    indent = "  " * min(standing.depth, 8)
    lacks = " ◌" if standing.lacks and standing.pace is not None else ""
    room = width - len(indent) - len(mark) - len(lacks)
    style = "bold" if standing.depth == 0 else "$muted" if standing.is_finished else ""
    words = Content.assemble(
        indent, (mark, "$muted"), (cut(standing.goal.title, room), style), (lacks, "$muted")
    )
    return words.pad_right(max(0, width - words.cell_length))


def _done(standing: Standing, *, short: bool) -> str:
    if standing.done is None:
        return "–"
    words = wording.progress(standing, of="/", short=True)
    return words if not short or len(words) <= 9 else words.partition("/")[0]


def _header(fit: Columns) -> Content:
    names = [
        " " * fit.title,
        left("progress", fit.progress),
        right("done", fit.done),
        left("buffer", fit.state),
    ]
    if fit.chance:
        names.append(right("chance", fit.chance))
    names.append(right("left", fit.left))
    if fit.due:
        names.append(left("due", fit.due))
    return Content.styled(" " + (" " * fit.gap).join(names), "$muted")


def _invitation() -> list[Content]:
    first, *rest = goal_words.EMPTY
    key = Content.assemble(
        (" Enter", "bold $accent"),
        (" begins.  ", "$muted"),
        ("a", "bold $accent"),
        (" adds a goal in your own words.", "$muted"),
    )
    return [
        Content.styled(f" {first}", "bold"),
        *(Content.styled(f" {words}", "$muted") for words in rest),
        Content(""),
        key,
    ]
