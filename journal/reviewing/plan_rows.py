"""Plan against actual: what was done in a span of days, and what the plan asked for in it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from math import floor
from typing import TYPE_CHECKING

from journal.level_counts import activity_counts, deal_counts
from journal.measure import AMOUNT, DEALS_WON, FIRST_MEETINGS, QUALIFIED, REACH, STAGE1
from journal.plan import Level
from journal.reviewing.asked import asked_of_plan, asked_of_targets, in_force

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from journal.journal import Journal
    from journal.plan import Plan
    from journal.reviewing.span import Span

_LEVELS = {
    REACH: Level.REACH_OUTS,
    FIRST_MEETINGS: Level.FIRST_MEETINGS,
    STAGE1: Level.STAGE1,
    QUALIFIED: Level.QUALIFIED,
    DEALS_WON: Level.DEALS,
}
"""What is counted by level, in the order it is shown; the amount booked comes last."""


class RowState(StrEnum):
    """How a row stands."""

    MET = "met"
    DUE_TODAY = "due_today"
    SHORT = "short"
    NOT_ASKED = "not_asked"


@dataclass(frozen=True, slots=True)
class PlanRow:
    """One thing the plan asks for."""

    measure: str
    """What it counts: "reach-outs", "first-meetings", "stage1", "qualified", "deals-won", "amount-booked"."""
    done: int
    """How much was done, in the measure's units; amounts in minor units."""
    share: float | None
    """The plan's share for these days, today included, fractions carried; None where it asks for none."""
    share_before: float
    """The part of it that was due before today."""
    is_daily_target: bool = False
    """Whether the daily target asks for it, as no plan does."""

    @property
    def asked(self) -> int | None:
        """The share rounded to a whole number; None where nothing is asked for."""
        return None if self.share is None else _whole(self.share)

    @property
    def short(self) -> int:
        """How much is missing; 0 when it is met or nothing is asked for."""
        return max(0, (self.asked or 0) - self.done)

    @property
    def state(self) -> RowState:
        """Met, short, or on the line with something left to do today."""
        if not self.asked:
            return RowState.NOT_ASKED
        if not self.short:
            return RowState.MET
        return RowState.DUE_TODAY if self.done >= _whole(self.share_before) else RowState.SHORT


@dataclass(frozen=True, slots=True)
class PlanTable:
    """Plan against actual."""

    rows: tuple[PlanRow, ...]
    """From the reach-outs to the amount booked."""
    since: date
    """The first day that is compared: later than the span's first where the plan began within it."""
    currency: str
    """The currency of the amount."""

    def row(self, measure: str) -> PlanRow:
        """The row of a measure."""
        return next(row for row in self.rows if row.measure == measure)

    @property
    def share(self) -> float | None:
        """The part of the plan's reach-outs that was done, 1 being all; None while the first day is open."""
        row = self.row(REACH)
        if not row.asked or (not row.share_before and row.short):
            return None
        return row.done / row.asked


def read_table(journal: Journal, plans: Sequence[Plan], span: Span) -> PlanTable:
    """Count what was done, and add up what was asked for; ``plans`` are the versions, newest first."""
    starts = [start for _, start, _ in in_force(plans, span.first, span.until)]
    since = min(starts, default=span.first)
    done = _done(journal, since, span.until)
    currency = next(iter(in_force(plans, span.first, span.until)), (None,))[0]
    unit = currency.currency if currency else journal.settings.currency
    yesterday = min(span.until, span.today - timedelta(days=1))
    asked = asked_of_plan(plans, journal.calendar, since, span.until)
    before = asked_of_plan(plans, journal.calendar, since, yesterday)
    booked = journal.store.deals.won(since, span.until).booked.get(unit, 0)
    counts = {measure: done[level] for measure, level in _LEVELS.items()}
    rows = tuple(
        PlanRow(measure, count, asked.get(measure), before.get(measure, 0.0))
        for measure, count in (*counts.items(), (AMOUNT, booked))
    )
    if REACH not in asked:
        rows = (_by_target(journal, rows[0], since, span.until, yesterday), *rows[1:])
    return PlanTable(rows, since, unit)


def _done(journal: Journal, first: date, last: date) -> Mapping[Level, int]:
    return deal_counts(journal.store, first, last) | activity_counts(journal.store, first, last)


def _by_target(journal: Journal, row: PlanRow, first: date, last: date, yesterday: date) -> PlanRow:
    """The reach-outs against the daily target, where no plan asks for any."""
    history, calendar = journal.history, journal.calendar
    asked = asked_of_targets(history, calendar, first, last)
    before = asked_of_targets(history, calendar, first, yesterday) or 0.0
    return PlanRow(row.measure, row.done, asked, before, is_daily_target=asked is not None)


def _whole(share: float) -> int:
    """To the nearest whole number; rounded far below what matters first, as sums of shares are."""
    return floor(round(share, 6) + 0.5)
