"""This week's reach-outs: one tall number, and the two lines that say what it means."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from math import ceil

from textual.content import Content
from textual.reactive import reactive

from journal.week import Week
from screens import wording
from screens.widgets.ink import tall
from screens.widgets.panel import Panel

_BESIDE = "   "

_STALE = 1.25
"""How many times what is needed from today the plan may ask, as it was saved, before it is said."""


class WeekBand(Panel, can_focus=False):
    """Answers one question: what does this week ask for?"""

    HEADING = "This week"

    week: reactive[Week | None] = reactive(None)
    """The week as it stands; None before it was read."""

    enough: reactive[float | None] = reactive(None)
    """Reach-outs a week that the plan needs from today, whatever it asked when it was saved."""

    def rows(self, width: int, height: int) -> Sequence[Content]:
        """The number with three lines beside it."""
        number, lines = _said(self.week, self.enough, width)
        return [
            Content.assemble(_indent(width), (digits, "bold $accent"), _BESIDE, words)
            for digits, words in zip(tall(number), lines, strict=True)
        ]


def _said(
    week: Week | None, enough: float | None, width: int
) -> tuple[str, tuple[Content, Content, Content]]:
    if week is None or (week.asked is None and not week.done):
        return "–", (
            Content.styled("reach-outs this week", "bold"),
            Content.styled("nothing you planned", "$muted"),
            Content.styled("asks for any yet", "$muted"),
        )
    left = Content.styled(f"{_working(week.days_left)} left", "$muted")
    first = Content.styled("reach-outs this week", "bold")
    if week.asked is None:
        return f"{week.done:,}", (
            first,
            Content.styled("done; nothing asks for more", "$muted"),
            left,
        )
    if not week.to_go:
        done = Content.styled(f"✓ all {week.done:,} done", "$success")
        return f"{week.asked:,}", (first, done, left)
    number, words = f"{week.asked:,}", f"{week.done:,} done, {week.to_go:,} to go"
    is_stale = week.is_planned and enough is not None and _STALE * enough < week.asked
    if is_stale or week.too_much is not None:
        room = width - len(_indent(width)) - len(tall(number)[0]) - len(_BESIDE)
        words = _that_fits(_to_go(week), room)
        warning = _anew(ceil(enough)) if is_stale and enough is not None else _too_much(week)
        left = Content.styled(_that_fits(warning, room), "$warning")
    return number, (first, Content.styled(words, "$muted"), left)


def _to_go(week: Week) -> Iterator[str]:
    """What is left to do in the days left, the longest form first."""
    days = f"in {week.days_left} d"
    yield f"{week.done:,} done, {week.to_go:,} to go in {_working(week.days_left)}"
    yield f"{week.done:,} done, {week.to_go:,} to go {days}"
    yield f"{week.to_go:,} to go {days}"


def _anew(enough: int) -> Iterator[str]:
    """That the plan was saved when it needed more, and how it is saved anew, likewise."""
    yield f"! {enough:,} a week would do now; n plans anew"
    yield f"! {enough:,} a week would do now: n"
    yield f"! {enough:,} would do: n"


def _too_much(week: Week) -> Iterator[str]:
    """That what is left of the week asks more of each day than the rep's best day held, likewise."""
    asked, best = f"! {week.too_much or 0:,}", f"{week.best_day or 0:,}"
    yield f"{asked} a day, your best day held {best}"
    yield f"{asked} a day, best so far {best}"
    yield f"{asked} a day, best {best}"
    yield f"{asked}/day, best {best}"


def _that_fits(forms: Iterable[str], room: int) -> str:
    """The first that is no longer than the room; else the last."""
    words = ""
    for words in forms:
        if len(words) <= room:
            break
    return words


def _indent(width: int) -> str:
    return " " if width < 50 else "  "


def _working(count: int) -> str:
    return f"{count} working day" if count == 1 else wording.days(count).replace(" ", " working ")
