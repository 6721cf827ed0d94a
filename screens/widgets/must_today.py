"""The one number of the day, three rows high, and the sentence it belongs to."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content
from textual.reactive import reactive

from journal.days import DayState
from journal.one_number import OneNumber
from screens import wording
from screens.widgets.ink import tall
from screens.widgets.panel import Panel


class MustToday(Panel, can_focus=False):
    """Answers one question: what does today still ask for?"""

    HEADING = "Must today"

    one: reactive[OneNumber | None] = reactive(None)
    """The number; None in an empty journal."""
    state: reactive[DayState] = reactive(DayState.OPEN)
    """How today stands."""

    def rows(self, width: int, height: int) -> Sequence[Content]:
        """The number with three lines beside it."""
        lead, first, second, third = self._words(self.one) if self.one else _INVITATION
        indent = " " if width < 50 else "  "
        return [
            Content.assemble(indent, (digits, "bold $accent"), "   ", words)
            for digits, words in zip(tall(lead), (first, second, third), strict=True)
        ]

    def _words(self, one: OneNumber) -> tuple[str, Content, Content, Content]:
        if one.must_today:
            asked = one.done + one.must_today
            done = f"{one.done:,} of {asked:,} done" if one.done else wording.nothing_done(asked)
            first = wording.to_go(one.what, one.done > 0)
            return f"{one.must_today:,}", _bold(first), _soft(done), _soft(wording.THEN)
        if self.state is DayState.OFF and not one.done:
            return (
                "0",
                _bold("A day off"),
                _soft("nothing is asked of you"),
                _soft("what you do still counts"),
            )
        kept = Content.assemble(("✓ ", "$success"), ("the line is kept", "$success"))
        return "0", _bold("Today's number is done"), _soft(f"{one.done:,} {one.what}"), kept


def _bold(words: str) -> Content:
    return Content.styled(words, "bold")


def _soft(words: str) -> Content:
    return Content.styled(words, "$muted")


_INVITATION = (
    "",
    _bold("your first reach-out"),
    _soft("a call, an email, a social touch:"),
    _soft("one of them keeps the day"),
)
