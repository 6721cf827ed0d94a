"""How much room the wall sheet takes, guessed on the safe side, so that it never needs a fourth page."""

from __future__ import annotations

from math import ceil
from unicodedata import east_asian_width

from journal.wall_sheet import WallGoal, WallSheet

PAGE = 251.0
"""A page of Letter within its margins, in millimetres; one of A4 is longer."""

LOST = 25.0
"""What may stay empty at the foot of a page, as no row is torn in two."""

MOST_APART = 6
"""So many milestones stand apart, each with what is done below it; more stand close, one a line."""

_LINE, _CLOSE_LINE = 5.2, 4.5
_WEEK = 75.0
_WHOLE, _TITLE, _CLOSE_TITLE, _COUNT = 178.0, 132.0, 84.0, 43.0
_EM, _CLOSE_EM = 3.7, 3.2
_NARROW = "iIljt.,;:'|!()[] "


def fitting(sheet: WallSheet) -> tuple[tuple[WallGoal, ...], bool]:
    """The milestones that fit three pages, in the sheet's order; and whether they stand close.

    They stand close when there are many, so that most walls need one page, and when they would not
    fit otherwise. What does not fit even so is left out, and open ones go first.
    """
    room = 3 * PAGE - 2 * LOST - _beside(sheet)
    is_few = len(sheet.milestones) <= MOST_APART
    if is_few and sum(map(_row, sheet.milestones)) <= room:
        return sheet.milestones, False
    fit: set[int] = set()
    places = sorted(enumerate(sheet.milestones), key=lambda each: each[1].is_done)
    for place, each in places:
        room -= _close_row(each)
        if room < 0:
            break
        fit.add(place)
    return tuple(each for place, each in enumerate(sheet.milestones) if place in fit), True


def _row(each: WallGoal) -> float:
    return (_lines(each.title, _TITLE, _EM) + bool(each.progress)) * _LINE + 3.6


def _close_row(each: WallGoal) -> float:
    title = _lines(each.title, _CLOSE_TITLE, _CLOSE_EM)
    return max(title, _lines(each.progress, _COUNT, _CLOSE_EM)) * _CLOSE_LINE + 2.0


def _beside(sheet: WallSheet) -> float:
    """All but the milestones, and what stays empty where the week begins a page of its own."""
    size = 4.6 if len(sheet.purpose) > 160 else 6.7
    top = _lines(sheet.purpose, _WHOLE, size) * size * 1.4
    if sheet.goal is not None:
        size = 5.0 if len(sheet.goal.title) > 80 else 7.5
        top += _lines(sheet.goal.title, _WHOLE, size) * size * 1.3
        top += 30 + _lines(sheet.goal.why[:600], _WHOLE, _EM) * _LINE
    week = _WEEK + (len(sheet.numbers) + 1) // 2 * 7.0
    week += 3.6 * max((each.boxes // 6 + 1 for each in sheet.days), default=0)
    empty = max(0.0, PAGE - top) if top + week > PAGE else 0.0
    review = 45 + _lines(sheet.if_then[:600], _WHOLE, _EM) * _LINE
    return top + empty + week + review + 15


def _lines(text: str, width: float, size: float) -> int:
    """How many lines a text of this size takes at most, broken at words: a tenth stays empty."""
    return sum(
        max(1, ceil(sum(map(_ems, line)) * size / (width * 0.9))) for line in text.split("\n")
    )


def _ems(letter: str) -> float:
    """About how wide a letter is, measured by its height."""
    if letter in _NARROW:
        return 0.32
    if east_asian_width(letter) in "WF":
        return 1.05
    return 0.6 if letter.islower() or letter.isdigit() else 0.85
