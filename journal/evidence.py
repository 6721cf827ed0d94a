"""Achievable: what the rep's own best and median weeks say about a measure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import median
from typing import TYPE_CHECKING

from journal.measure import (
    AMOUNT,
    DEALS_WON,
    FIRST_MEETINGS,
    NUMBER,
    QUALIFIED,
    STAGE1,
    in_words,
    kinds_counted,
    noun,
)

if TYPE_CHECKING:
    from journal.journal import Journal

WEEKS = 26
"""How many whole weeks are looked at."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a week of the rep's own has brought."""

    best_week: int
    """The most in one week, in the measure's units."""
    median_week: float
    """The middle week, in the measure's units."""
    weeks: int
    """How many whole weeks were looked at."""
    sentence: str
    """The same in one plain sentence."""


def read_evidence(journal: Journal, measure: str) -> Evidence | None:
    """The last 26 whole weeks from the first that held any; None without one, or for a number."""
    if measure == NUMBER:
        return None
    today = journal.today()
    monday = today - timedelta(days=today.weekday())
    weeks = [
        (start, start + timedelta(days=6))
        for start in (monday - timedelta(weeks=back) for back in range(WEEKS, 0, -1))
    ]
    sums = _without_start(_by_week(journal, measure, weeks))
    if not sums:
        return None
    best, middle = max(sums), median(sums)
    return Evidence(best, middle, len(sums), _sentence(journal, measure, best, middle, len(sums)))


def _by_week(journal: Journal, measure: str, weeks: Sequence[tuple[date, date]]) -> list[int]:
    entries, deals = journal.store.entries, journal.store.deals
    if measure == DEALS_WON:
        return [deals.won(*week).deals for week in weeks]
    if measure == AMOUNT:
        currency = journal.settings.currency
        return [deals.won(*week).booked.get(currency, 0) for week in weeks]
    if measure == STAGE1:
        return [deals.reached_stage1(*week) for week in weeks]
    if measure == QUALIFIED:
        return [deals.qualified(*week) for week in weeks]
    if measure == FIRST_MEETINGS:
        return [entries.first_meetings(*week) for week in weeks]
    kinds = kinds_counted(measure)
    totals = [entries.totals(*week) for week in weeks]
    return [sum(total.get(kind, 0) for kind in kinds) for total in totals]


def _without_start(sums: Sequence[int]) -> list[int]:
    """The weeks from the first that held any: those before it say nothing about the rep."""
    first = next((index for index, total in enumerate(sums) if total), len(sums))
    return list(sums[first:])


def _sentence(journal: Journal, measure: str, best: int, middle: float, weeks: int) -> str:
    currency = journal.settings.currency
    names = f"{currency} booked" if measure == AMOUNT else noun(measure)
    if weeks == 1:
        return f"The one whole week so far held {in_words(measure, best, currency)} {names}."
    half = in_words(measure, int(middle), currency) if measure == AMOUNT else f"{middle:,g}"
    return (
        f"Of the last {weeks} weeks the best held {in_words(measure, best, currency)} {names}, "
        f"the middle one {half}."
    )
