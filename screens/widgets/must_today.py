"""The one number of the day, three rows high, and the sentence it belongs to."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from textual.content import Content
from textual.reactive import reactive

from journal.measure import one_or_several
from journal.one_number import OneNumber
from screens import wording
from screens.widgets.ink import tall
from screens.widgets.panel import Panel


class MustToday(Panel, can_focus=False):
    """Answers one question: what does today still ask for?"""

    HEADING = "Must today"

    one: reactive[OneNumber | None] = reactive(None)
    """The number; None in an empty journal."""
    is_off: reactive[bool] = reactive(False)
    """Whether the rep is off today."""
    best_day: reactive[int | None] = reactive(None)
    """What the rep's best day held, when today asks for more reach-outs than that; else None."""

    def rows(self, width: int, height: int) -> Sequence[Content]:
        """The number with three lines beside it."""
        lead, first, second, third = self._words(self.one) if self.one else _INVITATION
        if self.best_day is not None and not self.is_off:
            best = wording.more_than_the_best_day(self.best_day, is_short=width < 50)
            third = Content.styled(best, "$warning")
        indent = " " if width < 50 else "  "
        gap = "   " if lead else ""
        return [
            Content.assemble(indent, (digits, "bold $accent"), gap, words)
            for digits, words in zip(tall(lead), (first, second, third), strict=True)
        ]

    def _words(self, one: OneNumber) -> tuple[str, Content, Content, Content]:
        if self.is_off:
            first, second = wording.A_DAY_OFF
            return "0", _bold(first), _soft(second), _soft(wording.so_far(one, _said(one)))
        # A rep can only do what feeds a deal, never the deal itself: that number stands tall.
        act = one.fed_by or one
        said = _said(act)
        behind = wording.behind(one, _said(one)) if one.fed_by and one.must_today else ""
        if act.must_today:
            return (
                said(act.must_today),
                _bold(wording.to_go(act)),
                _soft(wording.done_of_asked(act, said)),
                _soft(behind or wording.THEN),
            )
        kept = _soft(behind) if behind else Content.styled(wording.LINE_KEPT, "$success")
        done = f"{said(act.done)} {one_or_several(act.what, act.done)}"
        second = done if act.done else wording.NOTHING_ASKED
        return "0", _bold(wording.NUMBER_DONE), _soft(second), kept


def _said(one: OneNumber) -> Callable[[int], str]:
    return partial(wording.amount, measure=one.measure, currency=one.currency, short=True)


def _bold(words: str) -> Content:
    return Content.styled(words, "bold")


def _soft(words: str) -> Content:
    return Content.styled(words, "$muted")


_INVITATION = (
    "",
    _bold(wording.FIRST),
    _soft(wording.FIRST_HINTS[0]),
    _soft(wording.FIRST_HINTS[1]),
)
