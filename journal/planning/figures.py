"""The figures of a plan read from the journal: its deals once, its funnel and its chance once a version."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from journal.deal import Deal, Outcome
from journal.level_counts import activity_counts
from journal.measure import DEALS_WON
from journal.plan import Level, Plan
from journal.planning.activity_rates import activity_history
from journal.planning.basis import Basis, plan_basis
from journal.planning.forecast.count import deals_chance
from journal.planning.forecast.situation import Situation, situation
from journal.planning.forecast.target import WorkedOut, forecast, work_out
from journal.planning.funnel import Funnel, funnel
from journal.planning.rates import history_start
from journal.planning.reached import stage1_day
from journal.stage import Stages

if TYPE_CHECKING:
    from journal.goal import Goal
    from journal.journal import Journal


class Figures:
    """What follows from a plan today; deals are read once for as long as none changes."""

    def __init__(self, journal: Journal) -> None:
        """Take the journal they are read from."""
        self._journal = journal
        self._deals: dict[date, Sequence[Deal]] = {}
        self._all: list[Deal] | None = None

    def deals_since(self, since: date) -> Sequence[Deal]:
        """Open deals and those closed since."""
        if since not in self._deals:
            self._deals[since] = self._journal.store.deals.touched_since(since)
        return self._deals[since]

    def all_deals(self) -> list[Deal]:
        """Every deal, those without a day of closing too, read page by page."""
        if self._all is None:
            self._all = []
            last = 0
            while page := self._journal.store.deals.listed(after=last):
                self._all.extend(page)
                last = page[-1].id
        return self._all

    def deals_of(self, plan: Plan) -> Sequence[Deal]:
        """What a plan counts with: open deals, and those closed in its period or its history."""
        return self.deals_since(min(history_start(self._journal.today()), plan.start))

    def funnel(self, plan: Plan) -> Funnel:
        """The seven levels of a plan, as they stand today."""
        journal, today = self._journal, self._journal.today()
        deals = self.deals_of(plan)

        def counted(first: date, last: date) -> Mapping[Level, int]:
            return activity_counts(journal.store, first, last)

        activity = activity_history(counted, deals, plan, today)
        return funnel(plan, deals, activity, journal.calendar, today)

    def worked_out(self, plan: Plan, basis: Basis) -> WorkedOut | None:
        """The chance of a plan's target, worked out; None without a target or a deal size."""
        given = self.situation(plan, basis, self.deals_of(plan))
        return None if given is None or not given.average else work_out(given)

    def chance_of(self, goal: Goal, target: int, by: date, plan: Plan) -> float | None:
        """The chance that a goal for the amount booked or the deals won is reached in time, 0-1.

        The plan's assumptions with the goal's own target, in the measure's units, and dates; None
        while nothing says what a deal brings.
        """
        is_count = goal.measure == DEALS_WON
        own = replace(plan, target=target - goal.baseline, start=goal.start, by=by)
        deals = self.deals_of(own)
        if is_count:
            deals = [_counted_only(deal, plan.currency) for deal in deals]
            own = replace(own, deal_size=plan.deal_size or 1)
        elif goal.currency != plan.currency:
            deals = [deal for deal in deals if _may_be_in(deal, goal.currency)]
            own = replace(own, currency=goal.currency, deal_size=None)
        given = self.situation(own, self._basis(own, deals), deals)
        if given is None:
            return None
        if is_count:
            return deals_chance(given, target - goal.baseline - _won(deals, own))
        return forecast(work_out(given)).chance if given.average else None

    def situation(self, plan: Plan, basis: Basis, deals: Sequence[Deal]) -> Situation | None:
        """Where the rep stands today on the way to a plan's target; None without one."""
        journal = self._journal
        first = self._first_day(deals)
        return situation(plan, basis, deals, journal.calendar, journal.today(), first)

    def _basis(self, plan: Plan, deals: Sequence[Deal]) -> Basis:
        """What deals alone say: all that a chance follows from."""
        return plan_basis(plan, deals, {}, self._journal.today(), Stages())

    def _first_day(self, deals: Sequence[Deal]) -> date | None:
        """The first day the journal knows of: its first entry, or the first deal at stage 1."""
        stages = Stages()
        known = [self._journal.store.entries.first_day(), *(stage1_day(d, stages) for d in deals)]
        return min((day for day in known if day is not None), default=None)


def _counted_only(deal: Deal, currency: str) -> Deal:
    """A deal that counts one, whatever its currency."""
    if deal.amount is None or deal.amount.currency == currency:
        return deal
    return replace(deal, amount=None)


def _may_be_in(deal: Deal, currency: str) -> bool:
    return deal.amount is None or deal.amount.currency == currency


def _won(deals: Sequence[Deal], plan: Plan) -> int:
    return sum(
        deal.outcome is Outcome.WON
        and deal.closed is not None
        and plan.start <= deal.closed <= plan.by
        for deal in deals
    )
