"""Setbacks: how fast the rep is back, what hit them, what came of each, and the story of one."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Iterator
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType
from textual.containers import Container
from textual.screen import Screen
from textual.widget import Widget

from journal.journal import Journal
from journal.setback import Setback
from journal.setback_line import Came, SetbackLine
from screens import entry_words, setback_words, wording
from screens.page import Page
from screens.setback_figures import SetbackFigures
from screens.setback_keys import KEYS
from screens.widgets.back_band import BackBand
from screens.widgets.back_curve import BackCurve
from screens.widgets.block_panel import BlockPanel
from screens.widgets.most_often import OftenPanel
from screens.widgets.setback_card import SetbackCard
from screens.widgets.setback_list import SetbackList

if TYPE_CHECKING:
    from screens.setback_asks import Said, SetbackAsks

PAGE = 100
"""So many setbacks are read at once; the older ones follow when the cursor comes near them."""

FARTHEST = 20
"""So many times the list is read on to reach a setback that was found."""


class Setbacks(SetbackFigures, inherit_bindings=False):
    """Data, not verdicts: what came of each, and what is asked of one now."""

    NUMBER: ClassVar[int] = 4
    CSS_PATH = "setbacks.tcss"
    AUTO_FOCUS = "#list"

    BINDINGS: ClassVar[list[BindingType]] = [
        *KEYS,
        # The keys of every page come after the page's own, so that the row of keys shows these.
        *Page.BINDINGS,
        *Screen.BINDINGS,
    ]

    def __init__(self, journal: Journal) -> None:
        """Take the journal it shows."""
        super().__init__(journal)
        self._has_more = False

    def panels(self) -> Iterator[Widget]:
        """The band, the list, and what belongs to the selected row."""
        with Container(id="body"):
            with Container(id="band"):
                yield BackBand(id="back")
                yield OftenPanel(id="often")
            yield SetbackList(id="list")
            with Container(id="below"):
                yield BackCurve(id="curve")
                yield SetbackCard(id="card")
                yield BlockPanel(id="blocks")

    @property
    def focus_chain(self) -> list[Widget]:
        """The list comes first, whatever stands above it."""
        return sorted(super().focus_chain, key=lambda widget: widget.id != "list")

    def on_mount(self) -> None:
        """Read the journal for the first paint."""
        self.read_again()

    def read_again(self) -> None:
        """Read the list again, as far as it was read; the cursor stays on its setback."""
        journal, listed = self.journal, self.query_one(SetbackList)
        before = listed.selected
        # One more, so that a new one pushes none out that was read already.
        limit = max(PAGE, len(listed.lines) + 1)
        lines = journal.setbacks.lines(limit=limit)
        self._has_more = len(lines) >= limit
        listed.day, listed.lines = journal.today(), lines
        if before is not None:
            listed.select(before.setback.id)
        listed.cursor = listed.validate_cursor(listed.cursor)
        self._tell(listed.selected)
        # Two years of days are walked for it: after the list has answered the key.
        self.call_after_refresh(self.measure)

    def tick(self) -> None:
        """Move the clock on; at the day's start the new day begins."""
        super().tick()
        day: date | None = self.query_one(SetbackList).day
        if day is not None and day != self.journal.today():
            self.journal.forget_what_was_read()
            self.read_again()

    def show_setback(self, setback: int) -> None:
        """Put the cursor on a setback that was just saved."""
        self.query_one(SetbackList).select(setback)

    def reach(self, setback: int) -> bool:
        """Put the cursor on a setback, reading on as far as it is down; whether it is in the list."""
        listed = self.query_one(SetbackList)
        for _ in range(FARTHEST):
            if any(line.setback.id == setback for line in listed.lines):
                listed.select(setback)
                return True
            if not self._has_more:
                break
            self._read_on()
        return False

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Enter answers what is asked; else it works one through."""
        return action != "answer" or self._is_asked()

    def on_setback_list_highlighted(self, message: SetbackList.Highlighted) -> None:
        """Tell the story of the row under the cursor, and read on where the list ends."""
        listed = self.query_one(SetbackList)
        self._tell(listed.selected)
        if self._has_more and listed.cursor >= listed.count() - 1:
            self._read_on()

    def on_setback_list_opened(self) -> None:
        """Open the row that was clicked."""
        self._open()

    def on_setback_card_opened(self) -> None:
        """Open the card that was clicked."""
        self._open()

    def action_answer(self) -> None:
        """Say what the one under the cursor taught."""
        self.action_learned()

    def action_work_through(self) -> None:
        """Take the one under the cursor apart; in an empty list, write one down."""
        if self.query_one(SetbackList).selected is None:
            self.log_setback()
        else:
            self._ask(lambda asks, hit: asks.work_through(hit.id))

    def action_next_step(self) -> None:
        """Write the next small action of the one under the cursor."""
        self._ask(lambda asks, hit: asks.next_step(hit.id))

    def action_learned(self) -> None:
        """Say what the one under the cursor taught."""
        self._ask(lambda asks, hit: asks.learned(hit.id))

    def action_stronger(self) -> None:
        """Read what the rep came out of stronger."""
        from screens.dialogs.stronger import StrongerDialog

        self.app.push_screen(StrongerDialog(self.journal.setbacks.stronger(), self.journal.today()))

    def action_change(self) -> None:
        """Change the entry itself."""
        self._ask(lambda asks, hit: asks.change(hit))

    def action_remove(self) -> None:
        """Delete the one under the cursor, with what was thought of it."""
        line = self._selected()
        if line is None:
            return
        with self.trouble_said():
            self.look_around()
            gone = self.journal.remove(line.setback.id)
            self._show_change(entry_words.deleted(gone, self.journal.today()), wording.BRING_BACK)

    def action_curve(self) -> None:
        """Show the curve where the card stands, or go to it where both fit; and back."""
        curve, listed = self.query_one(BackCurve), self.query_one(SetbackList)
        if self.has_class("-narrow") or self.has_class("-short"):
            self.toggle_class("-curve")
        is_left = curve.has_focus or not curve.display
        self.set_focus(listed if is_left else curve)

    def action_rest(self) -> None:
        """Back to the list."""
        self.remove_class("-curve")
        self.set_focus(self.query_one(SetbackList))

    def _open(self) -> None:
        if self._is_asked():
            self.action_learned()
        else:
            self.action_work_through()

    def _read_on(self) -> None:
        listed = self.query_one(SetbackList)
        last = listed.lines[-1].setback
        older = self.journal.setbacks.lines(before=(last.day, last.id), limit=PAGE)
        self._has_more = len(older) >= PAGE
        if older:
            listed.lines = (*listed.lines, *older)

    def _selected(self) -> SetbackLine | None:
        """The one under the cursor; where there is none, that is said."""
        line: SetbackLine | None = self.query_one(SetbackList).selected
        if line is None:
            self.say(setback_words.NONE_YET)
        return line

    def _ask(
        self, ask: Callable[[SetbackAsks, Setback], Coroutine[object, object, Said | None]]
    ) -> None:
        if line := self._selected():
            self.setback_asks.begin(lambda asks: ask(asks, line.setback))

    def _is_asked(self) -> bool:
        listed = self.query(SetbackList)
        line = listed.first().selected if listed else None
        return line is not None and line.came_of.state is Came.ASK

    def _tell(self, line: SetbackLine | None) -> None:
        card = self.query_one(SetbackCard)
        card.day, card.purpose, card.line = self.journal.today(), self.journal.purpose(), line
        self.refresh_bindings()
