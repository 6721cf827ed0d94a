"""The figures of a plan read from the journal: its deals once, and what was done before today once."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from journal.deal import Deal
from journal.level_counts import activity_counts
from journal.measure import DEALS_WON
from journal.plan import Level, Plan
from journal.planning.activity_rates import activity_history
from journal.planning.basis import Basis, plan_basis
from journal.planning.deal_history import DealHistory, count_between, deal_history
from journal.planning.forecast.count import deals_chance
from journal.planning.forecast.situation import Situation, situation
from journal.planning.forecast.target import WorkedOut, forecast, work_out
from journal.planning.funnel import Funnel, funnel
from journal.planning.rates import history_start

if TYPE_CHECKING:
    from journal.goal import Goal
    from journal.journal import Journal


class Figures:
    """What follows from a plan today; made anew when a deal or a past day changed."""

    def __init__(self, journal: Journal) -> None:
        """Take the journal they are read from."""
        self._journal = journal
        self._all: list[Deal] | None = None
        self._deals: dict[date, Sequence[Deal]] = {}
        self._histories: dict[tuple[date, date], DealHistory] = {}
        self._counts: dict[tuple[date, date], Mapping[Level, int]] = {}
        self._worked_out: WorkedOut | None = None

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

    def history(self, start: date) -> DealHistory:
        """What the deals say for a plan that begins on a day."""
        today = self._journal.today()
        since = min(history_start(today), start)
        if (since, today) not in self._histories:
            self._histories[since, today] = deal_history(self.deals_since(since), today)
        return self._histories[since, today]

    def funnel(self, plan: Plan) -> Funnel:
        """The seven levels of a plan, as they stand today."""
        calendar, today = self._journal.calendar, self._journal.today()
        history = self.history(plan.start)
        activity = activity_history(self._counted, history.stage1_recorded, plan, today)
        return funnel(plan, history, activity, calendar, today)

    def worked_out(self, plan: Plan, basis: Basis) -> WorkedOut | None:
        """The chance of a plan's target, worked out; None without a target or a deal size."""
        return self.to_work_out(plan, basis)()

    def to_work_out(self, plan: Plan, basis: Basis) -> Callable[[], WorkedOut | None]:
        """The same as something to be called, in another thread too: all it needs is read before."""
        given = self._situation(plan, basis, self.history(plan.start))

        def work() -> WorkedOut | None:
            if given is None or not given.average:
                return None
            # A call that was logged leaves the situation as it was.
            found = self._worked_out
            if found is None or found.situation != given:
                found = self._worked_out = work_out(given)
            return found

        return work

    def chance_of(self, goal: Goal, target: int, by: date, plan: Plan) -> float | None:
        """The chance that a goal for the amount booked or the deals won is reached in time, 0-1.

        The plan's assumptions with the goal's own target, in the measure's units, and dates; None
        while nothing says what a deal brings.
        """
        today, history = self._journal.today(), self.history(goal.start)
        own = replace(plan, target=target - goal.baseline, start=goal.start, by=by)
        is_count = goal.measure == DEALS_WON
        if is_count:
            counted = tuple(replace(deal, amount=None) for deal in history.open)
            history = replace(history, open=counted)
            own = replace(own, deal_size=plan.deal_size or 1)
        elif goal.currency != plan.currency:
            deals = self.deals_since(min(history_start(today), goal.start))
            history = deal_history(
                (deal for deal in deals if deal.amount and deal.amount.currency == goal.currency),
                today,
            )
            own = replace(own, currency=goal.currency, deal_size=None)
        given = self._situation(own, plan_basis(own, history, {}, today), history)
        if given is None:
            return None
        if is_count:
            won = count_between(history.days[Level.DEALS], goal.start, by)
            return deals_chance(given, target - goal.baseline - won)
        return forecast(work_out(given)).chance if given.average else None

    def _situation(self, plan: Plan, basis: Basis, history: DealHistory) -> Situation | None:
        """Where the rep stands today on the way to a plan's target; None without one."""
        journal = self._journal
        known = (journal.store.entries.first_day(), history.first_day)
        first = min((day for day in known if day is not None), default=None)
        return situation(plan, basis, history, journal.calendar, journal.today(), first)

    def _counted(self, first: date, last: date) -> Mapping[Level, int]:
        """The activity of a span of days; what was done before today is counted once."""
        today = self._journal.today()
        if first < today <= last:
            before = self._counted(first, today - timedelta(days=1))
            now = activity_counts(self._journal.store, today, last)
            return {level: count + now[level] for level, count in before.items()}
        if last >= today:
            return activity_counts(self._journal.store, first, last)
        if (first, last) not in self._counts:
            self._counts[first, last] = activity_counts(self._journal.store, first, last)
        return self._counts[first, last]
