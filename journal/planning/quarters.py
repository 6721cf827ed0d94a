"""When the amount of a plan arrives: booked, open deals and the gap, quarter by quarter."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from journal.calendar import Calendar
from journal.deal import Deal
from journal.plan import Plan
from journal.planning.cycle import Cycle, arrivals_within, began
from journal.planning.funnel import Funnel, booked_minor
from journal.planning.stage_rates import OpenDeal


@dataclass(frozen=True, slots=True)
class Quarter:
    """Three months of the plan's period, or what of them lies in it."""

    first: date
    """Its first day."""
    last: date
    """Its last day."""
    booked: int
    """What was won in it, in minor units."""
    open_expected: float
    """What the open deals are expected to bring in it, in minor units."""
    gap: float
    """What deals not yet born must bring in it, in minor units; 0 without a target."""


def quarters_of(plan: Plan) -> list[tuple[date, date]]:
    """The plan's period in quarters counted from its first day, the last cut at its due day."""
    spans: list[tuple[date, date]] = []
    first = plan.start
    while first <= plan.by:
        after = plan.start + relativedelta(months=3 * (len(spans) + 1))
        spans.append((first, min(plan.by, after - timedelta(days=1))))
        first = after
    return spans


def gap_shares(
    cycle: Cycle,
    calendar: Calendar,
    today: date,
    due: date,
    ends: Sequence[date],
    start: date = date.min,
) -> list[float]:
    """The share of the gap that falls before each end and after the one before it, 0-1.

    [C(end) − C(start)]/C(due), C without what comes before the period's ``start``; all 0 when no
    deal born from today on is won in time.
    """
    whole = arrivals_within(cycle, calendar, today, start, due)
    if not whole:
        return [0.0] * len(ends)
    shares: list[float] = []
    before = 0.0
    for end in ends:
        so_far = arrivals_within(cycle, calendar, today, start, end) if end >= today else 0.0
        shares.append((so_far - before) / whole)
        before = so_far
    return shares


def by_quarter(
    plan: Plan, found: Funnel, won: Sequence[Deal], calendar: Calendar, today: date
) -> list[Quarter]:
    """What each quarter of the plan holds: what was won in it, and what is to come in it.

    ``won`` are the deals that were won.
    """
    spans = quarters_of(plan)
    cycle, open_deals = found.basis.cycle, found.basis.open.counted
    ends = [last for _, last in spans]
    shares = gap_shares(cycle, calendar, today, plan.by, ends, plan.start)
    gap = 0 if found.gap is None else found.gap.minor
    won_until = [_booked_until(plan, won, last) for last in ends]
    # Days until the period begins, none once it has, then until each of its quarters has ended.
    days = [(plan.start - today).days, *((last - today).days + 1 for last in ends)]
    open_before, *open_until = [
        sum(each.amount * each.p * _in_time(each, cycle, today, left) for each in open_deals)
        for left in days
    ]
    return [
        Quarter(first, last, booked - booked_before, coming - coming_before, gap * share)
        for (first, last), booked, booked_before, coming, coming_before, share in zip(
            spans,
            won_until,
            [0, *won_until],
            open_until,
            [open_before, *open_until],
            shares,
            strict=False,
        )
    ]


def _booked_until(plan: Plan, won: Sequence[Deal], last: date) -> int:
    return booked_minor(plan, [deal for deal in won if deal.closed and deal.closed <= last])


def _in_time(each: OpenDeal, cycle: Cycle, today: date, left: int) -> float:
    start = began(each.deal)
    age = None if start is None else (today - start).days
    return cycle.in_time(age, left)
