"""The deals: open, won, lost and undecided ones as four lists in one place, the largest or newest first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from rich.cells import cell_len
from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive

from journal.deal import Outcome
from journal.deal_line import DealLine
from screens import deal_words
from screens.widgets.deal_columns import (
    Column,
    deal_row,
    ended_columns,
    gap_of,
    header,
    open_columns,
    widest_amount,
)
from screens.widgets.headed_list import HEADER, HeadedList
from screens.widgets.ink import cut

_BETWEEN_TABS = 6


class DealList(HeadedList):
    """Draws the list itself, so that a key moves the cursor at once."""

    HEADING = deal_words.TABS[Outcome.OPEN]

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("home", "move(-1000000)", "First", id="list.first", show=False, tooltip="First"),
        Binding("end", "move(1000000)", "Last", id="list.last", show=False, tooltip="Last"),
        Binding(
            "right",
            "turn(1)",
            "Next list",
            id="deals.next_list",
            show=False,
            tooltip="Open, won, lost, no decision",
        ),
        Binding(
            "left",
            "turn(-1)",
            "List before",
            id="deals.list_before",
            show=False,
            tooltip="No decision, lost, won, open",
        ),
    ]

    lines: reactive[tuple[DealLine, ...]] = reactive((), layout=True)
    """The deals of the list that is shown."""
    outcome: reactive[Outcome] = reactive(Outcome.OPEN)
    """Which of the four lists that is."""
    counts: reactive[Mapping[Outcome, int]] = reactive({})
    """How many deals each of the four holds."""
    day: reactive[date | None] = reactive(None)
    """The rep's today."""
    currency: reactive[str] = reactive("")
    """The currency that is not named in the column of amounts."""

    has_tabs: ClassVar[bool] = True
    """Whether the four lists are offered."""

    @dataclass
    class Highlighted(Message):
        """Another row is under the cursor."""

        line: DealLine | None
        """The deal; None without any."""

    class Opened(Message):
        """The cursor's row was clicked."""

    @dataclass
    class Turned(Message):
        """Another of the four lists is asked for."""

        outcome: Outcome
        """Which."""

    @property
    def selected(self) -> DealLine | None:
        """The deal under the cursor."""
        return self.lines[min(self.cursor, len(self.lines) - 1)] if self.lines else None

    def select(self, deal: int) -> bool:
        """Put the cursor on a deal; whether it is in this list."""
        for index, line in enumerate(self.lines):
            if line.deal.id == deal:
                self.cursor = index
                return True
        return False

    def highlighted(self) -> Message:
        """Another row is under the cursor."""
        return self.Highlighted(self.selected)

    def opened(self) -> Message:
        """The cursor's row was clicked."""
        return self.Opened()

    def clicked(self, event: events.Click) -> None:
        """A click on a tab turns to it."""
        if event.y == 0 and (tab := self._tab_at(event.x)) is not None:
            self.post_message(self.Turned(tab))
        else:
            super().clicked(event)

    def count(self) -> int:
        """How many rows there are."""
        return len(self.lines)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As high as its rows, or as its invitation."""
        return (self.count() or len(deal_words.EMPTY)) + HEADER

    def rows(self, width: int, height: int) -> Sequence[Content]:
        """The names of the columns, then the rows around the cursor."""
        if not self.lines or self.day is None:
            return self._invitation(width)
        columns = self._columns(width - 1)
        head = header(columns, gap_of(width - 1))
        hidden = self.counts.get(self.outcome, 0) - self.count() if self.has_tabs else 0
        if hidden <= 0 or height < HEADER + 2:
            return [head, *super().rows(width, height - HEADER)]
        more = Content.styled(cut(f" {deal_words.more(hidden, self.outcome)}", width), "$muted")
        return [head, *super().rows(width, height - HEADER - 1), more]

    def row(self, index: int, width: int) -> Content:
        """One deal."""
        assert self.day is not None
        return deal_row(
            self.lines[index], self._columns(width), gap_of(width), self.day, self.currency
        )

    def action_turn(self, by: int) -> None:
        """Ask for another of the four lists, round and round."""
        if self.has_tabs:
            tabs = list(Outcome)
            self.post_message(self.Turned(tabs[(tabs.index(self.outcome) + by) % len(tabs)]))

    def watch_counts(self) -> None:
        """Name the four in the rule."""
        self._name_tabs()

    def watch_outcome(self) -> None:
        """Name the one that is shown first among equals."""
        self._name_tabs()

    def _name_tabs(self) -> None:
        if self.has_tabs:
            tabs = [
                Content.styled(words, "" if tab is self.outcome else "not bold $muted")
                for tab, words in self._tabs()
            ]
            self.border_title = Content(" " * _BETWEEN_TABS).join(tabs)

    def _tabs(self) -> Iterator[tuple[Outcome, str]]:
        for tab, name in deal_words.TABS.items():
            count = self.counts.get(tab, 0)
            if tab is self.outcome:
                yield tab, f"{name[:1].upper()}{name[1:]} · {count:,}"
            else:
                yield tab, f"{name.split()[0].lower() if tab is Outcome.OPEN else name} {count:,}"

    def _tab_at(self, x: int) -> Outcome | None:
        start = 1
        for tab, words in self._tabs() if self.has_tabs else ():
            if start <= x < start + cell_len(words):
                return tab
            start += cell_len(words) + _BETWEEN_TABS
        return None

    def _columns(self, width: int) -> tuple[Column, ...]:
        amounts = widest_amount(iter(self.lines), self.currency)
        if all(line.deal.is_open for line in self.lines):
            return open_columns(width, amounts)
        is_won = all(line.deal.outcome is Outcome.WON for line in self.lines)
        return ended_columns(width, amounts, is_won=is_won)

    def _invitation(self, width: int) -> list[Content]:
        if any(self.counts.values()) or not self.has_tabs:
            words = deal_words.NOTHING_ENDED[self.outcome] if self.has_tabs else "No deal here yet."
            return [Content.styled(cut(f" {words}", width), "$muted")]
        first, then = deal_words.EMPTY
        adds, _, imports = then.partition("; I ")
        return [
            Content.styled(f" {first}", "bold"),
            Content.assemble(
                (f" {adds[:1]}", "bold $accent"),
                (f"{adds[1:]}; ", "$muted"),
                ("I", "bold $accent"),
                (f" {cut(imports, max(1, width - len(adds) - 5))}", "$muted"),
            ),
        ]


class AccountDeals(DealList):
    """The deals of one account, whatever became of them."""

    HEADING = "Deals"
    has_tabs = False

    def _columns(self, width: int) -> tuple[Column, ...]:
        """The account is known; what each deal is called stands in its place."""
        account, *others = super()._columns(width)
        named = [each for each in others if each.name == "deal"]
        cells = account.width + sum(each.width + gap_of(width) for each in named)
        return (Column("deal", cells), *(each for each in others if each not in named))
