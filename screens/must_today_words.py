"""What stands beside today's one number: what is asked, how much of it is done, and where it comes from."""

from __future__ import annotations

from collections.abc import Callable

from journal.measure import kinds_counted, one_or_several
from journal.one_number import OneNumber
from screens.wording import one_line

THEN = "then your line is kept"
"""What follows once today's number is done."""

FIRST = "your first reach-out"
FIRST_HINTS = ("any call, email or social touch", "one of them keeps the day")
"""What stands in place of the number in an empty journal."""

A_DAY_OFF = ("You are off today.", "What you do still counts.")
NUMBER_DONE = "Today's number is done"
NOTHING_ASKED = "nothing more is asked today"
LINE_KEPT = "✓ the line is kept"
"""What stands beside a number that is done."""


def to_go(one: OneNumber) -> str:
    """What is beside the one number."""
    what = one_or_several(one.what, one.must_today)
    return f"{what} to go today" if one.done else f"{what} today"


def behind(one: OneNumber, said: Callable[[int], str]) -> str:
    """What today's number feeds, and how far that is behind."""
    what = one_or_several(one.what, one.must_today)
    return f"{said(one.must_today)} {what} behind {one_line(one.title or '', 40)}"


def more_than_the_best_day(best: int, *, is_short: bool) -> str:
    """What is said when a day is asked for more reach-outs than any of the last held."""
    return (
        f"! best day so far: {best:,}" if is_short else f"! more than your best day held: {best:,}"
    )


def so_far(one: OneNumber, said: Callable[[int], str]) -> str:
    """What is done on a day that asks for nothing."""
    return f"{said(one.done)} {one_or_several(one.what, one.done)} so far" if one.done else ""


def done_of_asked(one: OneNumber, said: Callable[[int], str]) -> str:
    """What stands under the one number: how much of it is done, or where it comes from."""
    if one.title and not kinds_counted(one.measure):
        return f"for {one_line(one.title, 40)}"
    if one.done:
        return f"{said(one.done)} of {said(one.done + one.must_today)} done"
    return "none of them yet" if one.must_today > 1 else "one is enough"
