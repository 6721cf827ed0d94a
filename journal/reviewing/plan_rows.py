"""Plan against actual: what was done in a span of days, and what the plan asked for in it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from math import floor
from typing import TYPE_CHECKING

from journal.activity import REACH_OUTS
from journal.level_counts import activity_counts, deal_counts
from journal.measure import AMOUNT, DEALS_WON, FIRST_MEETINGS, QUALIFIED, REACH, STAGE1
from journal.plan import Level
from journal.reviewing.asked import AskedBy, asked_of_plan, in_force, reach_outs_asked

if TYPE_CHECKING:
    from collections.abc import Sequence

    from journal.journal import Journal
    from journal.plan import Plan
    from journal.reviewing.span import Span

_LEVELS = {
    FIRST_MEETINGS: Level.FIRST_MEETINGS,
    STAGE1: Level.STAGE1,
    QUALIFIED: Level.QUALIFIED,
    DEALS_WON: Level.DEALS,
}
"""What is counted by level, in the order it is shown, between the reach-outs and the amount booked."""


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
    since: date
    """The first day that is compared: later than the span's first where nothing asked for it before."""
    asked_by: tuple[AskedBy, ...] = (AskedBy.PLAN,)
    """Who asks for it; for reach-outs a milestone or the daily target may, where no plan does."""

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

    @property
    def share_of(self) -> str:
        """What the share is a part of, in words: no plan may ask for what a milestone does."""
        by_plan = AskedBy.PLAN in self.row(REACH).asked_by
        return "the plan's reach-outs" if by_plan else "the reach-outs asked for"


def read_table(journal: Journal, plans: Sequence[Plan], span: Span) -> PlanTable:
    """Count what was done, and add up what was asked for; ``plans`` are the versions, newest first."""
    held = list(in_force(plans, span.first, span.until))
    since = min((start for _, start, _ in held), default=span.first)
    currency = held[0][0].currency if held else journal.settings.currency
    store, calendar = journal.store, journal.calendar
    done = deal_counts(store, since, span.until) | activity_counts(store, since, span.until)
    booked = store.deals.won(since, span.until).booked.get(currency, 0)
    asked = asked_of_plan(plans, calendar, since, span.until)
    before = asked_of_plan(plans, calendar, since, _yesterday(span))
    counts = {measure: done[level] for measure, level in _LEVELS.items()} | {AMOUNT: booked}
    rows = (
        PlanRow(measure, count, asked.get(measure), before.get(measure, 0.0), since)
        for measure, count in counts.items()
    )
    return PlanTable((_reach_outs(journal, plans, span), *rows), currency)


def _reach_outs(journal: Journal, plans: Sequence[Plan], span: Span) -> PlanRow:
    """The reach-outs from the first day on which anything asked for them."""
    asked = list(
        reach_outs_asked(
            plans,
            journal.store.goals.all(),
            journal.history,
            journal.calendar,
            (span.first, span.until),
        )
    )
    since = span.first
    if asked and journal.calendar.working_days(span.first, asked[0][0]) > 1:
        since = asked[0][0]
    totals = journal.store.entries.totals(since, span.until)
    return PlanRow(
        REACH,
        sum(totals.get(kind, 0) for kind in REACH_OUTS),
        sum(share for _, share, _ in asked) if asked else None,
        sum(share for day, share, _ in asked if day <= _yesterday(span)),
        since,
        tuple(dict.fromkeys(who for _, _, who in asked)),
    )


def _yesterday(span: Span) -> date:
    return min(span.until, span.today - timedelta(days=1))


def _whole(share: float) -> int:
    """To the nearest whole number; rounded far below what matters first, as sums of shares are."""
    return floor(round(share, 6) + 0.5)
