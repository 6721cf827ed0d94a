"""The one number of the day, three rows high, and the sentence it belongs to."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from textual.content import Content
from textual.reactive import reactive

from journal.measure import one_or_several
from journal.one_number import OneNumber
from screens import must_today_words, wording
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
            best = must_today_words.more_than_the_best_day(self.best_day, is_short=width < 50)
            third = Content.styled(best, "$warning")
        indent = " " if width < 50 else "  "
        gap = "   " if lead else ""
        return [
            Content.assemble(indent, (digits, "bold $accent"), gap, words)
            for digits, words in zip(tall(lead), (first, second, third), strict=True)
        ]

    def _words(self, one: OneNumber) -> tuple[str, Content, Content, Content]:
        if self.is_off:
            first, second = must_today_words.A_DAY_OFF
            return "0", _bold(first), _soft(second), _soft(must_today_words.so_far(one, _said(one)))
        # A rep can only do what feeds a deal, never the deal itself: that number stands tall.
        act = one.fed_by or one
        said = _said(act)
        behind = must_today_words.behind(one, _said(one)) if one.fed_by and one.must_today else ""
        if act.must_today:
            return (
                said(act.must_today),
                _bold(must_today_words.to_go(act)),
                _soft(must_today_words.done_of_asked(act, said)),
                _soft(behind or must_today_words.THEN),
            )
        kept = _soft(behind) if behind else Content.styled(must_today_words.LINE_KEPT, "$success")
        done = f"{said(act.done)} {one_or_several(act.what, act.done)}"
        second = done if act.done else must_today_words.NOTHING_ASKED
        return "0", _bold(must_today_words.NUMBER_DONE), _soft(second), kept


def _said(one: OneNumber) -> Callable[[int], str]:
    return partial(wording.amount, measure=one.measure, currency=one.currency, short=True)


def _bold(words: str) -> Content:
    return Content.styled(words, "bold")


def _soft(words: str) -> Content:
    return Content.styled(words, "$muted")


_INVITATION = (
    "",
    _bold(must_today_words.FIRST),
    _soft(must_today_words.FIRST_HINTS[0]),
    _soft(must_today_words.FIRST_HINTS[1]),
)
