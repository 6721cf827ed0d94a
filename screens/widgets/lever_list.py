"""The levers of the plan as a choice: each with the points of chance that 10 % more of it gains."""

from __future__ import annotations

from dataclasses import dataclass

from textual import events
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive

from journal.reviewing.levers import LeverChoice
from journal.reviewing.span import Span
from screens import lever_words
from screens.widgets.ink import cut, left, right
from screens.widgets.list_panel import ListPanel
from screens.widgets.wrapped import wrapped

_GAIN, _SHORTEST_BAR, _LONGEST_BAR, _NAME, _RAISED = 6, 6, 24, 24, 18


class LeverList(ListPanel):
    """One of them is chosen: the one under the cursor."""

    HEADING = "One lever"

    levers: reactive[tuple[LeverChoice, ...] | None] = reactive(None, layout=True)
    """The best first; None until their gain is known."""
    currency: reactive[str] = reactive("EUR")
    """The currency of the deal size."""

    span: reactive[Span | None] = reactive(None)
    """What the rep looks back on, before the lever is for what comes next; None leaves the rule bare."""

    @dataclass
    class Taken(Message):
        """Another lever is under the cursor."""

        name: str
        """Its name; empty for none."""

    def __init__(self, *, id: str, keeps: bool = False) -> None:
        """Take whether keeping the plan as it is may be chosen as well."""
        super().__init__(id=id)
        self._keeps = keeps

    @property
    def listed(self) -> tuple[LeverChoice, ...]:
        """The levers, those with nothing to raise last."""
        return tuple(sorted(self.levers or (), key=lambda each: not each.can_be_raised))

    @property
    def chosen(self) -> str:
        """The name of the lever under the cursor; empty for keeping the plan."""
        found = self.listed
        return found[self.cursor].name if self.cursor < len(found) else ""

    def choose(self, name: str) -> None:
        """Put the cursor on a lever; an empty name keeps the plan."""
        names = [each.name for each in self.listed]
        self.cursor = names.index(name) if name in names else self.count() - 1

    def count(self) -> int:
        """How many rows there are."""
        return 0 if self.levers is None else len(self.levers) + self._keeps

    def rows(self, width: int, height: int) -> list[Content]:
        """The rows around the cursor, or that they are being worked out."""
        if self.levers is None:
            return [Content.styled(f" {cut(lever_words.COUNTING, width - 1)}", "$muted")]
        if not self.count():
            said = wrapped(lever_words.NO_LEVERS, max(1, width - 1))
            return [Content.styled(f" {line}", "$muted") for line in said]
        return list(super().rows(width, height))

    def row(self, index: int, width: int) -> Content:
        """One lever: its mark, its name, a bar and the points it gains."""
        is_chosen = index == self.cursor
        mark = ("(•) " if is_chosen else "( ) ", "bold $accent" if is_chosen else "$muted")
        style = "bold" if is_chosen else ""
        listed = self.listed
        if index >= len(listed):
            return Content.assemble(mark, (cut(lever_words.KEEP, width - 4), style))
        each, room = listed[index], width - 4 - _GAIN
        name = min(_NAME, room)
        pieces = [mark, (left(lever_words.lever(each.name), name), style)]
        if room - name >= _RAISED + _SHORTEST_BAR + 2:
            told = cut(lever_words.raised(each, self.currency), _RAISED - 1)
            pieces.append((" " + left(told, _RAISED), "$muted"))
            room -= _RAISED + 1
        elif not each.can_be_raised:
            return Content.assemble(*pieces, (right("–", width - 4 - name), "$muted"))
        cells = min(_LONGEST_BAR, room - name - 1)
        if cells >= _SHORTEST_BAR:
            pieces += [(" ", ""), ("━" * self._cells(each, cells), "$primary")]
        start = Content.assemble(*pieces)
        gain = right(lever_words.gained(each), width - start.cell_length)
        if cells >= _SHORTEST_BAR:
            gain = f" {lever_words.gained(each)}"
        return Content.assemble(start, (gain, "bold" if each.can_be_raised else "$muted"))

    def on_click(self, event: events.Click) -> None:
        """A click chooses."""
        if (index := self.row_at(event)) is not None:
            self.cursor = index

    def on_resize(self) -> None:
        """The rule says as much as fits."""
        self.watch_span()

    def watch_span(self) -> None:
        """Say in the rule when the lever is for."""
        if self.span is not None and self.size.width:
            self.border_title = Content(lever_words.lever_heading(self.span, self.size.width))

    def watch_cursor(self) -> None:
        """Tell the page which one is chosen."""
        self.post_message(self.Taken(self.chosen))

    def _cells(self, each: LeverChoice, longest: int) -> int:
        most = max((one.gain or 0.0 for one in self.levers or ()), default=0.0)
        return round((each.gain or 0.0) / most * longest) if most > 0 else 0
