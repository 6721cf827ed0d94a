"""How far a goal is: what it counts, summed from its first day on."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from journal.goal import Goal
from journal.measure import (
    AMOUNT,
    DEALS_WON,
    FIRST_MEETINGS,
    NUMBER,
    QUALIFIED,
    STAGE1,
    kinds_counted,
)

if TYPE_CHECKING:
    from journal.store import Store


class Progress:
    """What stands for each goal on one day; sums over the same days are read once."""

    def __init__(self, store: Store, today: date) -> None:
        """Take whoever keeps the entries, and the last day that counts."""
        self._store = store
        self._today = today
        self._totals: dict[tuple[date, date], dict[str, int]] = {}
        self._check_ins: dict[int, int] | None = None
        self._has_deals: bool | None = None

    def done(self, goal: Goal) -> int | None:
        """What is done of a goal, in its measure's units; None when nobody knows.

        That is where nothing was ever read off, and for what is won while no deal is known at all.
        """
        last = goal.finished or self._today
        if goal.measure == NUMBER:
            return self._read_off(goal)
        if goal.measure in (AMOUNT, DEALS_WON) and not self._knows_deals():
            return None
        counted = self._counted(goal, goal.start, last) if goal.start <= last else 0
        return goal.baseline + counted

    def counted_in(self, goal: Goal, spans: Sequence[tuple[date, date]]) -> list[int]:
        """What was counted in each span of days, in the measure's units; the spans follow one another."""
        kinds = kinds_counted(goal.measure)
        if not kinds or not spans:
            return [self._counted(goal, *span) for span in spans]
        by_day: dict[date, int] = {}
        for tally in self._store.entries.tallies(spans[0][0], spans[-1][1]):
            if tally.kind in kinds:
                by_day[tally.day] = by_day.get(tally.day, 0) + tally.total
        sums = dict.fromkeys(spans, 0)
        ends = [last for _, last in spans]
        for day, total in by_day.items():
            sums[spans[bisect_left(ends, day)]] += total
        return list(sums.values())

    def check_ins(self, goal: Goal, until: date) -> Sequence[tuple[date, int]]:
        """What was read off of a goal by a day, oldest first."""
        return self._store.goals.check_ins(goal.id, until)

    def _knows_deals(self) -> bool:
        if self._has_deals is None:
            self._has_deals = bool(self._store.deals.listed(limit=1))
        return self._has_deals

    def _read_off(self, goal: Goal) -> int | None:
        if goal.finished:
            return self._store.goals.last_check_in(goal.id, goal.finished)
        if self._check_ins is None:
            self._check_ins = self._store.goals.last_check_ins(self._today)
        return self._check_ins.get(goal.id)

    def _counted(self, goal: Goal, first: date, last: date) -> int:
        deals = self._store.deals
        if goal.measure == DEALS_WON:
            return deals.won(first, last).deals
        if goal.measure == AMOUNT:
            return deals.won(first, last).booked.get(goal.currency, 0)
        if goal.measure == STAGE1:
            return deals.reached_stage1(first, last)
        if goal.measure == QUALIFIED:
            return deals.qualified(first, last)
        if goal.measure == FIRST_MEETINGS:
            return self._store.entries.first_meetings(first, last)
        totals = self._totals.get((first, last))
        if totals is None:
            totals = self._totals[first, last] = self._store.entries.totals(first, last)
        return sum(totals.get(kind, 0) for kind in kinds_counted(goal.measure))
