"""The keys of a meeting: how it went, and which talking points were used in it."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType

from journal.activity import Activity
from journal.entry import Entry
from screens import meeting_words
from screens.page import Page
from screens.widgets.so_far import SoFar


class PitchKeys(Page):
    """A page with the day's entries on it, of which a meeting or a pitch may be under the cursor."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "l",
            "notes",
            "How it went",
            id="today.notes",
            show=False,
            tooltip="Write how the last meeting went, or the one under the cursor",
        ),
        Binding(
            "k",
            "pitch",
            "Tick what you said",
            id="pitch.tick",
            show=False,
            tooltip="Tick a talking point in a meeting, demo or proposal: what your wins named",
        ),
    ]

    def action_notes(self) -> None:
        """Write how a meeting went: the one under the cursor, else the last of them."""
        from journal.meetings import MEETING_KINDS
        from screens.meeting_asks import MeetingAsks

        entry, asks = self._under_the_cursor(), MeetingAsks(self, lambda _: None)
        if not (isinstance(entry, Activity) and entry.kind in MEETING_KINDS):
            entry = next(iter(self.journal.meetings.held(most=1)), None)
        if isinstance(entry, Activity):
            asks.begin(lambda: asks.of(entry))
        else:
            self.say(meeting_words.NONE_HELD)

    def action_pitch(self) -> None:
        """Tick what was said in the pitch under the cursor, else in one of the last."""
        from screens.pitch_asks import PitchAsks

        entry, asks = self._under_the_cursor(), PitchAsks(self, lambda _: None)
        asks.begin(lambda: asks.begun_from(entry))

    def _under_the_cursor(self) -> Entry | None:
        so_far = self.query_one(SoFar)
        return so_far.entries[so_far.cursor] if so_far.has_focus and so_far.entries else None
