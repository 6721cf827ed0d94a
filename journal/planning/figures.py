"""The figures of a plan read from the journal: its deals once, and what was done before today once."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from journal.deal import Deal
from journal.level_counts import activity_counts
from journal.plan import Level, Plan
from journal.planning.activity_rates import activity_history
from journal.planning.basis import Basis
from journal.planning.deal_history import DealHistory, deal_history
from journal.planning.forecast.target import WorkedOut, work_out
from journal.planning.funnel import Funnel, funnel
from journal.planning.funnel_notes import on_no_day
from journal.planning.goal_chance import RestsOn, goal_chance, situation_of
from journal.planning.quarters import Quarter, by_quarter
from journal.planning.rates import history_start

if TYPE_CHECKING:
    from journal.journal import Journal
    from journal.standing import Standing


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

    @property
    def is_read(self) -> bool:
        """Whether the deals were read already."""
        return bool(self._histories)

    def take_over(self, other: Figures) -> None:
        """Keep what other figures of the same journal have read."""
        self._deals |= other._deals
        self._histories |= other._histories
        self._counts |= other._counts

    def history(self, start: date) -> DealHistory:
        """What the deals say for a plan that begins on a day."""
        today = self._journal.today()
        since = min(history_start(today), start)
        if (since, today) not in self._histories:
            self._histories[since, today] = deal_history(
                self.deals_since(since), today, self._journal.settings.stages
            )
        return self._histories[since, today]

    def funnel(self, plan: Plan) -> Funnel:
        """The seven levels of a plan, as they stand today."""
        calendar, today = self._journal.calendar, self._journal.today()
        history = self.history(plan.start)
        activity = activity_history(self._counted, history.stage1_recorded, plan, today)
        stages = self._journal.settings.stages
        found = funnel(plan, history, activity, calendar, today, stages)
        lost_track = on_no_day(self._journal.store.deals.won_on_no_day())
        return replace(found, notes=(*found.notes, *lost_track)) if lost_track else found

    def worked_out(self, plan: Plan, basis: Basis) -> WorkedOut | None:
        """The chance of a plan's target, worked out; None without a target or a deal size."""
        return self.to_work_out(plan, basis)()

    def to_work_out(self, plan: Plan, basis: Basis) -> Callable[[], WorkedOut | None]:
        """The same as something to be called, in another thread too: all it needs is read before."""
        history, rests = self.history(plan.start), self._rests_on()

        def work() -> WorkedOut | None:
            given = situation_of(plan, basis, history, rests)
            if given is None or not given.average:
                return None
            # A call that was logged leaves the situation as it was.
            found = self._worked_out
            if found is None or found.situation != given:
                found = self._worked_out = work_out(given)
            return found

        return work

    def to_quarters(self, plan: Plan, found: Funnel) -> Callable[[], tuple[Quarter, ...]]:
        """The quarters of a plan as something to be called, in another thread too."""
        won = self.history(plan.start).won
        calendar, today = self._journal.calendar, self._journal.today()
        return lambda: tuple(by_quarter(plan, found, won, calendar, today))

    def to_chance(self, standing: Standing, plan: Plan) -> Callable[[], float | None]:
        """The chance of a goal for deals as something to be called, in another thread too."""
        goal, target, by = standing.goal, standing.term.target, standing.term.due
        if target is None or by is None:
            return lambda: None
        history, rests = self.history(goal.start), self._rests_on()
        deals = self.deals_since(min(history_start(rests.today), goal.start))
        return lambda: goal_chance(goal, target, by, plan, history, deals, rests)

    def _rests_on(self) -> RestsOn:
        """What a chance needs beside plan and deals."""
        journal = self._journal
        first_entry = journal.store.entries.first_day()
        return RestsOn(journal.calendar, journal.today(), first_entry, journal.settings.stages)

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
