"""A year on one row: where each touch stands, today, and the end of a contract."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from textual.content import Content

from journal.dates import add_months
from journal.follow_up import FollowUp, FollowUpState
from journal.second_place import WayBack
from screens import follow_up_words, wording

MONTHS = 12
"""The months that are drawn."""

BEFORE = timedelta(21)
"""So long before today the line begins, at a month's first."""


@dataclass(frozen=True, slots=True)
class Axis:
    """The days that a row of cells stands for."""

    first: date
    """The day of the first cell."""
    last: date
    """The first day beyond the last cell."""
    cells: int
    """How many cells there are."""

    def at(self, day: date) -> int | None:
        """The cell of a day; None when it is not drawn."""
        if not self.first <= day < self.last:
            return None
        return (day - self.first).days * self.cells // (self.last - self.first).days


def axis(today: date, cells: int) -> Axis:
    """A year from a month's first on, today among its first weeks."""
    first = max(date.min + BEFORE, today) - BEFORE
    first = first.replace(day=1)
    return Axis(first, add_months(first, MONTHS), cells)


def months(line: Axis) -> str:
    """The names of the months over their first days, as many as fit."""
    row = ""
    for count in range(MONTHS):
        day = add_months(line.first, count)
        at = line.at(day)
        if at is not None and (at == 0 or at > len(row)) and at + 3 <= line.cells:
            row = row.ljust(at) + wording.month(day)
    return row.ljust(line.cells)


def drawn(way: WayBack, line: Axis, today: date) -> Content:
    """The way back into one deal; today is always seen, a planned touch over all else of its cell."""
    cells: list[tuple[str, str]] = [("─", "$faint")] * line.cells
    if way.contract_end and (at := _beside_today(line, way.contract_end, today)) is not None:
        cells[at] = ("◆", "$warning")
    for touch in _in_order(way):
        is_settled = touch.state is not FollowUpState.DUE
        day = touch.settled if touch.settled and is_settled else touch.due
        if day is None:
            continue
        if (at := _beside_today(line, day, today, is_settled=is_settled)) is not None:
            cells[at] = follow_up_words.sign(touch, way.monday)
    if (at := line.at(today)) is not None:
        cells[at] = ("┃", "bold $accent")
    return Content.assemble(*cells)


def _beside_today(line: Axis, day: date, today: date, *, is_settled: bool = False) -> int | None:
    """The cell of a day; beside today's where the two are one, before it what is over."""
    at = line.at(day)
    if at is None or at != line.at(today):
        return at
    return at - 1 if at and (is_settled or day < today) else at + 1


LEGEND = (("●", "done", "$success"), ("○", "planned", ""), ("–", "skipped", "$muted"))
"""What the signs of touches mean."""

ADVOCATE = "★"
"""Stands behind the name of whoever has somebody that speaks for us there."""


def legend() -> Content:
    """What the signs mean, in one row."""
    signs = (
        *LEGEND,
        ("◆", "contract ends", "$warning"),
        (ADVOCATE, "advocate", "$success"),
        ("┃", "today", "bold $accent"),
    )
    return Content("  ").join(
        Content.assemble((sign, colour), (f" {words}", "$muted")) for sign, words, colour in signs
    )


def _in_order(way: WayBack) -> Sequence[FollowUp]:
    """The settled ones first, so that those that wait are drawn over them."""
    return sorted(way.touches, key=lambda touch: touch.state is FollowUpState.DUE)
