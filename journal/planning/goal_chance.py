"""The chance of any goal for the amount booked or the deals won, from what was read before."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from journal.calendar import Calendar
from journal.deal import Deal
from journal.measure import DEALS_WON
from journal.plan import Level, Plan
from journal.planning.basis import Basis, plan_basis
from journal.planning.deal_history import DealHistory, count_between, deal_history
from journal.planning.forecast.count import deals_chance
from journal.planning.forecast.situation import Situation, situation
from journal.planning.forecast.target import forecast, work_out
from journal.stage import STAGES, Stages

if TYPE_CHECKING:
    from journal.goal import Goal


@dataclass(frozen=True, slots=True)
class RestsOn:
    """What a chance needs beside plan and deals."""

    calendar: Calendar
    """The working days."""
    today: date
    """The rep's day."""
    first_entry: date | None
    """The day of the earliest activity; None without any."""
    stages: Stages = STAGES
    """The stages a deal goes through."""


def goal_chance(
    goal: Goal,
    target: int,
    by: date,
    plan: Plan,
    history: DealHistory,
    deals: Iterable[Deal],
    rests: RestsOn,
) -> float | None:
    """The chance that a goal for the amount booked or the deals won is reached in time, 0-1.

    The plan's assumptions with the goal's own target, in the measure's units, and dates; None
    while nothing says what a deal brings. ``history`` is that of ``deals``, for a plan that begins
    with the goal.
    """
    own = replace(plan, target=target - goal.baseline, baseline=0, start=goal.start, by=by)
    is_count = goal.measure == DEALS_WON
    if is_count:
        history = replace(history, open=tuple(replace(deal, amount=None) for deal in history.open))
        own = replace(own, deal_size=plan.deal_size or 1)
    elif goal.currency != plan.currency:
        in_it = (deal for deal in deals if deal.amount and deal.amount.currency == goal.currency)
        history = deal_history(in_it, rests.today, rests.stages)
        own = replace(own, currency=goal.currency, deal_size=None)
    basis = plan_basis(own, history, {}, rests.today, rests.stages)
    given = situation_of(own, basis, history, rests)
    if given is None:
        return None
    if is_count:
        won = count_between(history.days[Level.DEALS], goal.start, by)
        return deals_chance(given, target - goal.baseline - won)
    return forecast(work_out(given)).chance if given.average else None


def situation_of(
    plan: Plan, basis: Basis, history: DealHistory, rests: RestsOn
) -> Situation | None:
    """Where the rep stands today on the way to a plan's target; None without one."""
    known = (rests.first_entry, history.first_day)
    first = min((day for day in known if day is not None), default=None)
    return situation(plan, basis, history, rests.calendar, rests.today, first)
