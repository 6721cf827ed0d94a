"""The funnel: from the reach-outs up to the amount, what is done, to go, until when, and at which rate."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from rich.cells import cell_len
from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widgets import Input

from journal.plan import Level
from journal.planning.funnel import Funnel, LevelLine
from screens import plan_words
from screens.drafted import Draft
from screens.widgets.funnel_field import Over
from screens.widgets.funnel_rows import FIELD, booked_row, fit, header, level_row
from screens.widgets.funnel_said import Figures, cut_short, in_short, quarters, said_below
from screens.widgets.list_panel import ListPanel

_IN_RULE = 7
"""Cells of a rule that hold no word of ours: its ends, and what parts the name from the rest."""


class FunnelPanel(ListPanel):
    """One row for each of the seven levels and one for the amount; what is assumed is typed over."""

    HEADING = "Funnel"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "enter",
            "type_over",
            "Type over",
            id="funnel.type_over",
            key_display="Enter",
            tooltip="Type over the rate or the days, the average deal, or the target",
        ),
        Binding(
            "backspace,delete",
            "reset",
            "Reset",
            id="funnel.reset",
            key_display="Backspace",
            tooltip="Let your history say rate and days again, or the default",
        ),
        Binding(
            "v", "versions", "Versions", id="funnel.versions", tooltip="What changed, plan by plan"
        ),
        Binding("f", "screen.funnel", "Goals", id="funnel.back", tooltip="Back to the goals"),
    ]

    DEFAULT_CSS = """
    FunnelPanel:focus-within {
        border-top: heavy $accent;
        border-title-color: $accent;
    }
    """

    funnel: reactive[Funnel | None] = reactive(None)
    """The levels as they stand; None before they were read."""
    day: reactive[date | None] = reactive(None)
    """The rep's today."""
    figures: reactive[Figures] = reactive(Figures())
    """What is worked out after the levels: levers, and the reach-outs for 50 % and for 80 %."""
    complaint: reactive[str] = reactive("")
    """Why what was typed cannot be a rate; empty when nothing is wrong."""
    kept: reactive[str] = reactive("")
    """What was saved last, told in the rule so that no number is covered by it."""

    try_out: Callable[[Level | None, str], None] | None = None
    """Shows what would follow from words typed over a level; from none, what is saved. None shows nothing."""
    draft_of: Callable[[Level | None], Draft] | None = None
    """Where what is typed over a level is kept; None keeps nothing."""

    _is_handed_on = False
    """Whether what was typed was handed on and not answered yet: Enter came twice."""

    @dataclass
    class TypedOver(Message):
        """An assumption was typed over."""

        level: Level | None
        """The level whose rate it is, the deals for their average; None for the target."""
        words: str
        """As typed."""

    @dataclass
    class Reset(Message):
        """An assumption is to come from the history again."""

        level: Level
        """The level whose rate it is."""

    class VersionsAsked(Message):
        """The rep wants to read how the plan changed."""

    @property
    def lines(self) -> tuple[LevelLine, ...]:
        """The levels, the rep's own work first."""
        return tuple(reversed(self.funnel.levels)) if self.funnel else ()

    @property
    def level(self) -> Level | None:
        """The level under the cursor; None on the amount."""
        lines = self.lines
        return lines[self.cursor].level if self.cursor < len(lines) else None

    def count(self) -> int:
        """The levels and the amount."""
        return len(self.lines) + 1 if self.funnel else 0

    def rows(self, width: int, height: int) -> Sequence[Content]:
        """The names of the columns, the rows around the cursor, and what is to be said about them."""
        if self.funnel is None or self.day is None:
            return []
        told = said_below(self, width - 1)
        below = [line for words in told for line in words]
        # A complaint is never folded away, and without one all levels come first.
        must = len(below) if self.complaint else 0
        levels = super().rows(width, max(1, height - 1 - must))
        spare = height - 1 - len(levels)
        gap = [Content("")] if spare > len(below) else []
        room = max(0, spare - len(gap))
        if room < len(below):
            below = cut_short(told, room, width - 1)
        self._name_rule([words.plain for words in below], width)
        more = quarters(self, width - 1)
        if room - len(below) >= len(more):
            below += more
        return [
            header(fit(width - 1)),
            *levels,
            *gap,
            *(Content.assemble(" ", words) for words in below),
        ]

    def row(self, index: int, width: int) -> Content:
        """One level, or the amount."""
        assert self.funnel is not None
        assert self.day is not None
        room, lines = fit(width), self.lines
        if index < len(lines):
            return level_row(lines[index], self.funnel, self.day, room)
        return booked_row(self.funnel, self.day, room)

    def row_at(self, event: events.Click) -> int | None:
        """The row that was clicked; None on the header and below the rows."""
        offset = event.get_content_offset(self)
        if offset is None or offset.y < 1:
            return None
        index = self._first + offset.y - 1
        return index if index < self.count() else None

    def on_click(self, event: events.Click) -> None:
        """A click puts the cursor there; on the cursor's own row it types over."""
        index = self.row_at(event)
        if index is None:
            return
        if index == self.cursor and self.has_focus:
            self.action_type_over()
        self.cursor = index

    def action_type_over(self) -> None:
        """Let the rate under the cursor be typed over in its place."""
        if self.funnel is None or self.query(Over):
            return
        draft = self.draft_of(self.level) if self.draft_of else None
        field = Over(self._stands(), plan_words.example(self.level), draft)
        field.typed = self.try_again
        field.styles.width = FIELD
        column = 1 + fit(self.content_size.width - 1).field_at
        field.styles.offset = (column, 1 + self.cursor - self._first)
        self.complaint = self.kept = ""
        self.mount(field)
        self.screen.set_focus(field)
        self.refresh()

    def action_reset(self) -> None:
        """Let the history say the rate under the cursor again."""
        if self.level is not None:
            self.post_message(self.Reset(self.level))

    def action_versions(self) -> None:
        """Ask for the versions of the plan."""
        self.post_message(self.VersionsAsked())

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Hand on what was typed; what stands there as it stood is rounded, and is left as it is."""
        event.stop()
        if any(field.is_untouched for field in self.query(Over)):
            self.close_field()
        elif not self._is_handed_on:
            self._is_handed_on = True
            self.post_message(self.TypedOver(self.level, event.value))

    def on_input_changed(self, event: Input.Changed) -> None:
        """What was wrong may be right now."""
        event.stop()
        self.complaint = ""

    def try_again(self) -> None:
        """Show what follows from what stands in the open field, in the paint that shows the key itself."""
        for field in self.query(Over):
            if self.try_out is not None:
                self.try_out(self.level, "" if field.is_untouched else field.value)

    def on_over_closed(self) -> None:
        """The rep leaves it as it was."""
        self.close_field()
        if self.try_out is not None:
            self.try_out(self.level, "")

    @contextmanager
    def settling(self) -> Iterator[None]:
        """What is saved inside lets go of what was typed in the field. Raises what the saving raises."""
        for draft in (field.draft for field in self.query(Over) if field.draft):
            with draft.settled():
                yield
            return
        yield

    def complain(self, words: str) -> None:
        """Say why what was typed cannot be; it stays in the field."""
        self.complaint, self._is_handed_on = words, False

    def show_saved(self, funnel: Funnel | None, kept: str) -> None:
        """Show what was saved. A field over it stays until it is closed: to take it away costs a layout."""
        for field in self.query(Over):
            field.stands()
        self.kept, self.funnel = kept, funnel
        self.watch_funnel()

    def close_field(self) -> None:
        """Take the field away; the cursor stays on its row."""
        self.complain("")
        for field in self.query(Over):
            field.let_draft_be()
            if field.has_focus:
                self.screen.set_focus(self)
            field.remove()

    def watch_funnel(self) -> None:
        """Name the rule before anything is painted, else the new target would follow a paint later."""
        if self.content_size:
            self.rows(*self.content_size)

    def watch_cursor(self) -> None:
        """What is said below belongs to the row."""
        self.kept = ""

    def _name_rule(self, said: Sequence[str], width: int) -> None:
        """Name the target in the rule, and what was saved or what no row below says."""
        funnel = self.funnel
        name = f"Funnel to {funnel.target.short}" if funnel and funnel.target else "Funnel"
        more = self.kept
        if self.query(Over) and not more:
            more = self._may_be_typed(width - len(name) - _IN_RULE)
        elif not more and funnel is not None:
            more = in_short(funnel, self.figures, said, width - len(name) - _IN_RULE)
        title = Content(f"{name} · {more}" if more else name)
        if title != self.border_title:
            self.border_title = title

    def _may_be_typed(self, room: int) -> str:
        """What the open field takes, and where there is room, the lag as it is and who says so."""
        if any(field.is_as_left for field in self.query(Over)):
            return plan_words.AS_LEFT
        words = plan_words.may_be_typed(self.level)
        now = plan_words.lag_in_short(self.lines[self.cursor]) if self.level else ""
        return f"{words}; {now}" if now and cell_len(f"{words}; {now}") <= room else words

    def _marked(self, index: int, width: int) -> Content:
        row = super()._marked(index, width)
        if index == self.cursor and self.query(Over):
            return Content.assemble(("▌", "$accent"), row[1:])
        return row

    def _stands(self) -> str:
        """What stands in the field when it opens: the rate as it is used, bare of its source."""
        assert self.funnel is not None
        lines = self.lines
        if self.cursor >= len(lines):
            return self.funnel.target.short if self.funnel.target else ""
        return plan_words.rate(lines[self.cursor], self.funnel).replace(" ", "").strip("–")
