"""What the morning meant to do and what still waits: Space says it is done, or when it goes on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive

from journal.day_page import Intention, IntentionState
from journal.follow_up import FollowUp
from screens import visit_words, wording
from screens.dialogs.fields import Rows
from screens.widgets.ink import cut, spread
from screens.widgets.list_panel import ListPanel

NEXT = {
    IntentionState.OPEN: IntentionState.DONE,
    IntentionState.DONE: IntentionState.CARRIED,
    IntentionState.CARRIED: IntentionState.OPEN,
}
"""How an intention goes on."""


@dataclass(frozen=True, slots=True)
class Loop:
    """A follow-up that waited until today and is not done."""

    follow_up: FollowUp
    """The follow-up."""
    state: IntentionState = IntentionState.OPEN
    """Open, done, or put off until a day."""
    until: date | None = None
    """The day it waits until, when it is put off."""


class Meant(ListPanel):
    """One row for each intention, then one for each open loop."""

    HEADING = "This morning you meant to"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "enter",
            "next",
            "Next line",
            id="meant.next",
            key_display="Enter",
            tooltip="Go to the next line; the arrows go from one to the other",
        ),
        Binding(
            "space",
            "tick",
            "Done, when",
            id="meant.tick",
            key_display="Space",
            tooltip="Done; or when it goes on: the next working day, in a week",
        ),
    ]

    intentions: reactive[tuple[Intention, ...]] = reactive(())
    """As the rep leaves them."""
    loops: reactive[tuple[Loop, ...]] = reactive(())
    """Follow-ups that are still open, as the rep leaves them."""
    days: reactive[tuple[date, ...]] = reactive(())
    """The days a loop may wait until, soonest first; an intention goes on on the first."""
    day: reactive[date | None] = reactive(None)
    """The day of the page."""

    class Changed(Message):
        """One of them was ticked."""

    def count(self) -> int:
        """One row for each."""
        return len(self.intentions) + len(self.loops)

    def rows(self, width: int, height: int) -> Sequence[Content]:
        """All of them; one quiet sentence when nothing was planned and nothing waits."""
        if not self.count():
            return [Content.styled(f" {visit_words.NOTHING_MEANT}", "$muted")]
        return super().rows(width, height)

    def first_row(self, count: int, height: int) -> int:
        """Without the focus the list begins with its first row."""
        return super().first_row(count, height) if self.has_focus else 0

    def row(self, index: int, width: int) -> Content:
        """Its sign, its words, and the day it goes on."""
        state, words, until = self._told(index)
        sign = (visit_words.MARKS[state], visit_words.COLOURS[state])
        start = Content.assemble(sign, " ", words)
        when = wording.near_day(until, self.day) if until and self.day else ""
        if index >= len(self.intentions) and state is IntentionState.OPEN:
            when = visit_words.STILL_DUE
        return spread(start, Content.styled(when + " ", "$muted"), width)

    def action_tick(self) -> None:
        """Let the one under the cursor go on."""
        at, meant = self.cursor, len(self.intentions)
        if at < meant:
            one = self.intentions[at]
            gone_on = replace(one, state=NEXT[one.state])
            self.intentions = (*self.intentions[:at], gone_on, *self.intentions[at + 1 :])
        elif at < self.count():
            loop = self._gone_on(self.loops[at - meant])
            self.loops = (*self.loops[: at - meant], loop, *self.loops[at - meant + 1 :])
        self.post_message(self.Changed())

    def action_next(self) -> None:
        """Go to the next line of the page."""
        if isinstance(self.screen, Rows):
            self.screen.next_row()

    def on_click(self, event: events.Click) -> None:
        """A click lets a row go on."""
        index = self.row_at(event)
        if index is not None:
            self.cursor = index
            self.action_tick()

    def watch_intentions(self) -> None:
        """Keep the cursor on a row; nothing to stop at while there is none."""
        self.cursor = self.validate_cursor(self.cursor)
        self.can_focus = self.count() > 0

    def watch_loops(self) -> None:
        """The same for the loops."""
        self.watch_intentions()

    def whens(self) -> dict[int, date | None]:
        """The loops that the rep said something of, each with its day, None when it was done."""
        return {
            loop.follow_up.id: loop.until
            for loop in self.loops
            if loop.state is not IntentionState.OPEN
        }

    def ticks(self) -> str:
        """How all of them stand, in words that a draft can keep."""
        loops = [
            f"{loop.follow_up.id}:{loop.until.isoformat() if loop.until else loop.state.value}"
            for loop in self.loops
        ]
        return " ".join([*(one.state.value for one in self.intentions), *loops])

    def tick_as_left(self, ticks: str) -> None:
        """Tick as it was left; what stands there no more is passed over."""
        words = ticks.split()
        states = [word for word in words if ":" not in word]
        if len(states) == len(self.intentions):
            self.intentions = tuple(
                replace(one, state=IntentionState(state))
                for one, state in zip(self.intentions, states, strict=True)
            )
        left = dict(word.split(":", 1) for word in words if ":" in word)
        self.loops = tuple(_as_left(loop, left) for loop in self.loops)

    def _told(self, index: int) -> tuple[IntentionState, Content, date | None]:
        if index < len(self.intentions):
            one = self.intentions[index]
            is_carried = one.state is IntentionState.CARRIED
            style = "" if one.state is IntentionState.OPEN else "$muted"
            until = self.days[0] if is_carried and self.days else None
            return one.state, Content.styled(cut(one.text, 200), style), until
        loop = self.loops[index - len(self.intentions)]
        account = cut(loop.follow_up.account or "", 20)
        words = Content.assemble(
            (f"{account}  " if account else "", "bold"), cut(loop.follow_up.what, 200)
        )
        return loop.state, words, loop.until

    def _gone_on(self, loop: Loop) -> Loop:
        if loop.state is IntentionState.OPEN:
            return replace(loop, state=IntentionState.DONE, until=None)
        later = [day for day in self.days if loop.until is None or day > loop.until]
        if not later:
            return replace(loop, state=IntentionState.OPEN, until=None)
        return replace(loop, state=IntentionState.CARRIED, until=later[0])


def _as_left(loop: Loop, left: Mapping[str, str]) -> Loop:
    said = left.get(str(loop.follow_up.id), "")
    if said in (IntentionState.OPEN, IntentionState.DONE):
        return replace(loop, state=IntentionState(said))
    try:
        until = date.fromisoformat(said)
    except ValueError:
        return loop
    return replace(loop, state=IntentionState.CARRIED, until=until)
