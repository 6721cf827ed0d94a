"""Yesterday in two lines: what was done and how the day stands, and its good thing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from textual.content import Content
from textual.reactive import reactive

from journal.days import DayState
from journal.yesterday import Yesterday
from screens import visit_words
from screens.widgets.ink import cut
from screens.widgets.panel import Panel

_STATES = {
    DayState.KEPT: ("✓ kept", "$success"),
    DayState.FROZEN: ("◇ frozen", "$secondary"),
    DayState.MISSED: ("○ missed", "$muted"),
    DayState.OFF: ("· off", "$muted"),
}


class YesterdayPanel(Panel, can_focus=False):
    """Says of the last working day what a rep wants to know of it."""

    HEADING = "Yesterday"

    yesterday: reactive[Yesterday | None] = reactive(None)
    """The last working day; None when there is none."""
    day: reactive[date | None] = reactive(None)
    """The rep's today."""

    reward: reactive[str] = reactive("")
    """How the rep's own reward stands; empty without one."""

    def rows(self, width: int, height: int) -> Sequence[Content]:
        """What was done, the good thing, and what should come first today."""
        one = self.yesterday
        was_off = one is not None and one.was_off
        off = [Content.styled(visit_words.WERE_OFF, "$muted")] if was_off else []
        promised = [_said("Reward: ", self.reward, width)] if self.reward else []
        if one is None or one.is_empty:
            return [*(off or [Content.styled(visit_words.NO_ENTRY, "$muted")]), *promised]
        words, style = _STATES.get(one.state, ("", "")) if one.state else ("", "")
        done = cut(visit_words.yesterday_done(one), max(0, width - len(words) - 2))
        rows = [*off, Content.assemble(done, "  " if done and words else "", (words, style))]
        for label, said in (("Good: ", one.good_thing), ("First: ", one.first_step)):
            if said:
                rows.append(_said(label, said, width))
        return [*rows, *promised]

    def watch_yesterday(self) -> None:
        """Name the day in the rule."""
        if self.day is not None:
            self.border_title = Content(visit_words.yesterday_heading(self.yesterday, self.day))


def _said(label: str, said: str, width: int) -> Content:
    words = cut(" ".join(said[:400].split()), max(0, width - len(label)))
    return Content.assemble((label, "$muted"), words)
