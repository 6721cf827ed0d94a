"""A report with several rows for each deal, one a step: gathered until a deal is whole, then one deal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date

from journal.transfer.faults import BadRow
from journal.transfer.known import Known, folded
from journal.transfer.moves import Step
from journal.transfer.row import Row, Sheet
from journal.transfer.salesforce import long_id

Whole = tuple[int, list[str], list[Step]]
"""The line and the cells of a deal's newest row, and its steps, oldest first."""


@dataclass(slots=True)
class _Gathered:
    """The rows of one deal, as far as they were read."""

    steps: list[Step] = field(default_factory=list)
    newest: tuple[date, int, list[str]] | None = None

    def add(self, row: Row, line: int, cells: list[str]) -> None:
        """Take a row more; without its day it tells the deal, and no step. Raises BadRow."""
        day = row.day("moved_on")
        if day is not None and (to := row.text("to_stage")):
            self.steps.append((day, row.text("from_stage"), to))
        if self.newest is None or (day or date.min) >= self.newest[0]:
            self.newest = (day or date.min, line, cells)

    def in_order(self) -> list[Step]:
        """The steps, oldest first; those of one day as each goes on from the one before."""
        left, ordered = sorted(self.steps, key=lambda step: step[0]), list[Step]()
        while left:
            same = [step for step in left if step[0] == left[0][0]]
            del left[: len(same)]
            ordered += _chained(same, ordered[-1][2] if ordered else "")
        return ordered


def _chained(steps: list[Step], before: str) -> Iterator[Step]:
    """Steps of one day, each after the one that ends where it begins."""
    while steps:
        ends = {step[2] for step in steps}
        follows = [step for step in steps if step[1] == before]
        first = [step for step in steps if step[1] not in ends]
        step = (follows or first or steps)[0]
        steps.remove(step)
        yield step
        before = step[2]


def is_history(sheet: Sheet) -> bool:
    """Whether a file has a row for each step of a deal."""
    return "to_stage" in sheet.columns.places


def key_of_deal(row: Row) -> str:
    """What the rows of one deal have in common. Raises BadRow."""
    row.check_id()
    if given := row.text("id"):
        return long_id(given)
    return f"{folded(row.text('account'))} | {folded(row.text('name'))}"


def id_of(sheet: Sheet, cells: list[str]) -> str:
    """The id of a deal, as the API writes it; empty when its row names none."""
    place = sheet.columns.places.get("id", (len(cells),))[0]
    return long_id(cells[place].strip()) if place < len(cells) else ""


def rows_of(sheet: Sheet, known: Known) -> Counter[str]:
    """How many rows each deal of a report has, by its key."""
    name = sheet.table.name
    return Counter({key: n for (file, key), n in known.rows_of_deal.items() if file == name})


def whole_deals(
    sheet: Sheet, rows: Counter[str], refuse: Callable[[int, BadRow], None]
) -> Iterator[Whole]:
    """Each deal of a report with its last row, given how many rows each has, by its key.

    Where a report is sorted by deal, one deal is held at a time. Rows that are bad are refused.
    """
    left, gathered = rows.copy(), dict[str, _Gathered]()
    for line, cells in sheet.table.rows():
        try:
            row = Row(sheet, cells)
            key = key_of_deal(row)
        except BadRow as why:
            refuse(line, why)
            continue
        left[key] -= 1
        deal = gathered.setdefault(key, _Gathered())
        try:
            deal.add(row, line, cells)
        except BadRow as why:
            refuse(line, why)
        if left[key] <= 0 and (newest := gathered.pop(key).newest) is not None:
            yield newest[1], newest[2], deal.in_order()
