"""How much was done: per day and kind, as the rollup keeps it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from journal.frozen import frozen


@frozen
class Tally:
    """How many activities of one kind stand for one day, by the day they were written down."""

    day: date
    """The rep's day they are for."""
    kind: str
    """The kind of activity."""
    logged_day: date
    """The rep's day they were written down on."""
    total: int
    """The sum of their counts."""


def totals_of(tallies: Iterable[Tally]) -> dict[str, int]:
    """The sum per kind of a day's or a period's tallies."""
    totals: dict[str, int] = {}
    for tally in tallies:
        totals[tally.kind] = totals.get(tally.kind, 0) + tally.total
    return totals
