"""The rep's plan: what they assume, every version of it, and the funnel and chance that follow."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from journal.errors import BadInput
from journal.goal import Goal, Term
from journal.laying import as_milestone
from journal.plan import Level, Plan
from journal.plan_read import PlanRead
from journal.planning.backward import from_funnel
from journal.planning.funnel import Funnel, daily_needs
from journal.planning.goal import baseline_of, goal_for, retitle
from journal.planning.said import check, fiscal_year
from journal.planning.versions import Version, read_versions, rests_on


class Plans(PlanRead):
    """What a rep does with their plan, and reads from it; made anew when the journal was read anew."""

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
        before = self.current()
        last_day = by or before.by
        said = (
            dict(rates or {}) if win_rate is None else {Level.QUALIFIED: win_rate, **(rates or {})}
        )
        return self.keep(
            replace(
                before,
                target=before.target if target is None else target,
                by=last_day,
                start=start or self._start(before, last_day),
                deal_size=before.deal_size if deal_size is None else deal_size,
                rates={**before.rates, **said},
                lags={**before.lags, **(lags or {})},
            )
        )

    def type_over(self, level: Level, rate: float | None = None, lag: int | None = None) -> Plan:
        """Save a version that assumes another rate (0-1) or lag (days) from a level to the one above.

        Raises BadInput, CannotSave.
        """
        return self.keep(self.typed_over(level, rate, lag))

    def typed_over(self, level: Level, rate: float | None = None, lag: int | None = None) -> Plan:
        """The plan as ``type_over`` would save it. Raises BadInput."""
        if level is Level.DEALS:
            raise BadInput("Deals have no rate of their own; type the average deal instead.")
        if rate is None and lag is None:
            raise BadInput("Type a rate like 25 %, or a number of days.")
        before = self.current()
        return replace(
            before,
            rates=before.rates if rate is None else {**before.rates, level: rate},
            lags=before.lags if lag is None else {**before.lags, level: lag},
        )

    def reset(self, level: Level) -> Plan:
        """Save a version that takes a level from history again, or the default; for the deals, their size.

        Nothing is saved where nothing was typed over. Raises BadInput, CannotSave.
        """
        before = self.current()
        after = replace(
            before,
            deal_size=None if level is Level.DEALS else before.deal_size,
            rates={each: rate for each, rate in before.rates.items() if each is not level},
            lags={each: lag for each, lag in before.lags.items() if each is not level},
        )
        return before if after == before else self.keep(after)

    def begin(
        self,
        target: int | None,
        by: date | None,
        deal_size: int | None,
        win_rate: float | None,
    ) -> Plan | None:
        """The three answers of a first start, and the first waypoint they lead to, as one action.

        Amounts in minor units, the win rate 0-1; each may be None. None, and nothing saved, when
        nothing was said. Raises BadInput, CannotSave.
        """
        if target is None and by is None and deal_size is None and win_rate is None:
            return None
        before = self.current()
        last = by or before.by
        plan, found = self.reckoned(
            replace(
                before,
                target=before.target if target is None else target,
                by=last,
                start=self._start(before, last),
                deal_size=before.deal_size if deal_size is None else deal_size,
                rates=before.rates
                if win_rate is None
                else {**before.rates, Level.QUALIFIED: win_rate},
            )
        )
        journal = self._journal
        with journal.writing("the first plan"):
            saved = journal.store.plans.add(replace(plan, goal=goal_for(self._journal, plan)))
            goal = journal.store.goals.get(saved.goal)
            for first in from_funnel(found, journal.calendar, journal.today())[-1:]:
                journal.store.goals.add(as_milestone(journal, first, goal))
        return saved

    def is_of_today(self) -> bool:
        """Whether the last version was saved today, and would be saved just so again. Raises BadInput."""
        plan = self.current()
        return plan.id != 0 and replace(self.reckoned(plan)[0], saved=plan.saved) == plan

    def along_with(self, goal_id: int, term: Term, plan: Plan | None = None) -> Plan | None:
        """The plan, else the last version, as it goes along with its goal to another day; not saved.

        None where the goal is not the plan's, or asks for what the plan asks for. Raises BadInput.
        """
        plan = plan or self.latest()
        if plan is None or plan.goal != goal_id or term.due is None:
            return None
        if (plan.target, plan.by) == (term.target, term.due):
            return None
        return self.reckoned(replace(plan, target=term.target, by=term.due))[0]

    def take_along(self, goal: Goal, plan: Plan) -> None:
        """Save the version that goes along with its goal. To be called while something is saved."""
        retitle(self._journal, goal, plan)
        self._journal.store.plans.add(plan)

    def versions(self, limit: int = 50) -> tuple[Version, ...]:
        """Every version saved, newest first, each with what changed the need since the one before."""
        return read_versions(self._journal.store.plans.versions(limit + 1), limit)

    def keep(self, plan: Plan) -> Plan:
        """Save a plan as a new version, with what it asks for today. Raises BadInput, CannotSave."""
        reckoned, found = self.reckoned(plan)
        with self._journal.writing("a new version of the plan"):
            saved = self._journal.store.plans.add(
                replace(reckoned, goal=goal_for(self._journal, reckoned))
            )
        self._once("funnel", lambda: found)
        return saved

    def reckoned(self, plan: Plan) -> tuple[Plan, Funnel]:
        """The plan as it is to be saved, with the numbers it rests on today. Raises BadInput."""
        journal, today = self._journal, self._journal.today()
        baseline = baseline_of(journal.store.goals.get(plan.goal), plan) if plan.goal else 0
        said = replace(plan, baseline=baseline, saved=journal.now(), saved_day=today)
        check(said, today)
        found = self._figures.funnel(said)
        daily = daily_needs(found, journal.calendar, today, former=plan.daily_rates)
        return replace(said, daily_rates=daily, rests_on=rests_on(found)), found

    def _start(self, before: Plan, by: date) -> date:
        """The first day of the period: the last plan's, else the fiscal year that holds its last day."""
        if before.goal and before.start <= by <= before.by:
            return before.start
        return fiscal_year(by, self._journal.settings.fiscal_start)[0]
