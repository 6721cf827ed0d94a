"""The rep's plan: what they assume, every version of it, and the funnel and figures that follow."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from journal.deal import Deal
from journal.errors import BadInput
from journal.goal import Form, Goal, Term
from journal.measure import AMOUNT
from journal.pace import effective_from
from journal.plan import Level, Plan
from journal.planning.activity_rates import activity_history, level_counts
from journal.planning.funnel import Funnel, daily_needs, funnel
from journal.planning.rates import history_start
from journal.stats import Stats, main_currency, stats

if TYPE_CHECKING:
    from journal.journal import Journal

LONGEST_LAG = 3_650
"""The longest lag between two levels, in days."""


class Plans:
    """What a rep does with their plan, and reads from it; made anew when the journal was read anew."""

    def __init__(self, journal: Journal) -> None:
        """Take the journal it belongs to."""
        self._journal = journal
        self._read: tuple[int, date, Funnel] | None = None
        self._deals: dict[date, Sequence[Deal]] = {}

    def latest(self) -> Plan | None:
        """The version saved last; None before the first."""
        return self._journal.store.plans.latest()

    def current(self) -> Plan:
        """The version saved last; else what the goal for the amount booked says, or no target at all."""
        if (plan := self.latest()) is not None:
            return plan
        today = self._journal.today()
        first, last = fiscal_year(today, self._journal.settings.fiscal_start)
        goal = self._goal()
        if goal is None:
            deals = self._deals_since(history_start(today))
            currency = main_currency(deals, self._journal.settings.currency)
            return Plan(goal=0, target=None, currency=currency, start=first, by=last)
        term = goal.term(today)
        return Plan(
            goal=goal.id,
            target=term.target,
            currency=goal.currency,
            start=goal.start,
            by=term.due or last,
        )

    def save(
        self,
        *,
        target: int | None = None,
        by: date | None = None,
        start: date | None = None,
        deal_size: int | None = None,
        win_rate: float | None = None,
        rates: Mapping[Level, float] | None = None,
        lags: Mapping[Level, int] | None = None,
    ) -> Plan:
        """Save a new version: what is said, over what the last one said.

        Amounts in minor units, rates 0-1 and lags in days by the lower level of each step. Makes the
        goal for the amount booked if there is none. Raises BadInput, CannotSave.
        """
        journal, today, now = self._journal, self._journal.today(), self._journal.now()
        before = self.current()
        last_day = by or before.by
        said = (
            dict(rates or {}) if win_rate is None else {Level.QUALIFIED: win_rate, **(rates or {})}
        )
        plan = replace(
            before,
            target=before.target if target is None else target,
            by=last_day,
            start=start or self._start(before, last_day),
            deal_size=before.deal_size if deal_size is None else deal_size,
            rates={**before.rates, **said},
            lags={**before.lags, **(lags or {})},
            saved=now,
            saved_day=today,
        )
        check(plan, today)
        plan = replace(plan, daily_rates=daily_needs(self._funnel(plan), journal.calendar, today))
        with journal.writing("a new version of the plan"):
            return journal.store.plans.add(replace(plan, goal=self._goal_for(plan, today)))

    def funnel(self) -> Funnel:
        """The seven levels of the current plan, as they stand today."""
        asked = (self._journal.version, self._journal.today())
        if self._read is None or self._read[:2] != asked:
            self._read = (*asked, self._funnel(self.current()))
        return self._read[2]

    def stats(self, since: date | None = None, until: date | None = None) -> Stats:
        """The figures of the deals, all of them or those closed in a period."""
        return stats(self._all_deals(), self._journal.settings.currency, since=since, until=until)

    def _all_deals(self) -> list[Deal]:
        """Every deal, those without a day of closing too, read page by page."""
        deals: list[Deal] = []
        while page := self._journal.store.deals.listed(after=deals[-1].id if deals else 0):
            deals.extend(page)
        return deals

    def _deals_since(self, since: date) -> Sequence[Deal]:
        """Open deals and those closed since, read once for as long as no deal changes."""
        if since not in self._deals:
            self._deals[since] = self._journal.store.deals.touched_since(since)
        return self._deals[since]

    def _funnel(self, plan: Plan) -> Funnel:
        journal, today = self._journal, self._journal.today()
        entries = journal.store.entries

        def counted(first: date, last: date) -> Mapping[Level, int]:
            return level_counts(
                entries.totals(first, last),
                entries.outcome_totals(first, last),
                entries.first_meetings(first, last),
            )

        since = min(history_start(today), plan.start)
        deals = self._deals_since(since)
        activity = activity_history(counted, deals, plan, today)
        return funnel(plan, deals, activity, journal.calendar, today)

    def _start(self, before: Plan, by: date) -> date:
        """The first day of the period: the last plan's, else the fiscal year that holds its last day."""
        if before.goal and before.start <= by <= before.by:
            return before.start
        return fiscal_year(by, self._journal.settings.fiscal_start)[0]

    def _goal(self) -> Goal | None:
        """The first unfinished goal for the amount booked."""
        goals = self._journal.store.goals.all()
        return next(
            (
                goal
                for goal in goals
                if goal.measure == AMOUNT and goal.form is Form.GOAL and not goal.finished
            ),
            None,
        )

    def _goal_for(self, plan: Plan, today: date) -> int:
        """The id of the plan's goal, which says the same target and day; made if there is none."""
        goals = self._journal.store.goals
        goal = goals.get(plan.goal) if plan.goal else None
        term = Term(target=plan.target, due=plan.by, decided=today, effective=today, why="the plan")
        if goal is None:
            made = self._journal.goals.new(
                form=Form.GOAL,
                title=f"Booked by {plan.by.isoformat()}",
                measure=AMOUNT,
                target=plan.target,
                due=plan.by,
                start=plan.start,
            )
            return goals.add(replace(made, currency=plan.currency)).id
        last = goal.terms[-1]
        if (last.target, last.due) != (plan.target, plan.by):
            held = effective_from(last, plan.target, plan.by, goal.at_most, goal.baseline, today)
            goals.add_term(goal.id, replace(term, effective=held))
        return goal.id


def fiscal_year(day: date, first_month: int) -> tuple[date, date]:
    """The first and last day of the fiscal year that holds a day; it begins with a month, 1 to 12."""
    year = day.year if day.month >= first_month else day.year - 1
    return date(year, first_month, 1), date(year + 1, first_month, 1) - timedelta(days=1)


def check(plan: Plan, today: date) -> None:
    """Refuse what cannot be planned with. Raises BadInput."""
    if plan.target is not None and plan.target <= 0:
        raise BadInput("A target is more than nothing; write an amount above 0.")
    if plan.deal_size is not None and plan.deal_size <= 0:
        raise BadInput("An average deal is more than nothing; write an amount above 0.")
    if plan.by < plan.start:
        raise BadInput(
            f"The plan ends {plan.by.isoformat()}, before it begins {plan.start.isoformat()}."
        )
    if plan.by < today:
        raise BadInput(
            f"The plan ended {plan.by.isoformat()}; write a day that is still ahead with --by."
        )
    if any(not 0 <= rate <= 1 for rate in plan.rates.values()):
        raise BadInput("A rate lies between 0 and 100 %: write 25%, 25 or .25.")
    if any(not 0 <= lag <= LONGEST_LAG for lag in plan.lags.values()):
        raise BadInput(f"A lag is a whole number of days from 0 to {LONGEST_LAG:,}.")
