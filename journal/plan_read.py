"""The rep's plan as it is read: the funnel, the chances that follow from it, and what would raise them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager, suppress
from dataclasses import replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from journal.errors import JournalError
from journal.plan import Plan
from journal.planning.ahead import steps
from journal.planning.figures import Figures
from journal.planning.forecast.reach_outs import chance_at, usual_weekly, weekly_for
from journal.planning.funnel import Funnel
from journal.planning.goal import baseline_of, goal_planned
from journal.planning.outlook import Lever, Outlook, levers_of, outlook_of
from journal.planning.quarters import Quarter
from journal.planning.rates import history_start
from journal.planning.said import fiscal_year
from journal.stats import Stats, main_currency, stats
from journal.target_chances import asks_for_deals, is_the_plans

if TYPE_CHECKING:
    from journal.deal import Deal
    from journal.goal import Term
    from journal.journal import Journal
    from journal.planning.forecast.target import WorkedOut
    from journal.standing import Standing
    from journal.store import Store

_T = TypeVar("_T")


class PlanRead:
    """What is read from the plan; kept until the journal is read anew."""

    def __init__(self, journal: Journal) -> None:
        """Take the journal it belongs to."""
        self._journal = journal
        self._figures = Figures(journal)
        self._asked: tuple[int, date] | None = None
        self._kept: dict[str, Any] = {}

    def latest(self) -> Plan | None:
        """The version saved last, with where its goal starts from; None before the first."""

        def read() -> Plan | None:
            plan = self._journal.store.plans.latest()
            if plan is None:
                return None
            goal = self._journal.store.goals.get(plan.goal)
            return replace(plan, baseline=baseline_of(goal, plan))

        return self._once("latest", read)

    def saved_for(self, goal_id: int, term: Term) -> Plan | None:
        """The version saved last that asks of a goal what a term does, as it was saved; None without one."""
        versions = self._once("versions", self._journal.store.plans.versions)
        asked = (goal_id, term.target, term.due)
        return next((one for one in versions if (one.goal, one.target, one.by) == asked), None)

    def current(self) -> Plan:
        """The version saved last; else what the goal for the amount booked says, or no target at all."""
        if (plan := self.latest()) is not None:
            return plan
        today = self._journal.today()
        first, last = fiscal_year(today, self._journal.settings.fiscal_start)
        goal = goal_planned(self._journal)
        if goal is None:
            deals = self._figures.deals_since(history_start(today))
            currency = main_currency(deals, self._journal.settings.currency)
            return Plan(goal=0, target=None, currency=currency, start=first, by=last)
        term = goal.term(today)
        return Plan(
            goal=goal.id,
            target=term.target,
            currency=goal.currency,
            start=goal.start,
            by=term.due or last,
            baseline=goal.baseline,
        )

    def funnel(self) -> Funnel:
        """The seven levels of the current plan, as they stand today."""
        return self._once("funnel", lambda: self._figures.funnel(self.current()))

    def outlook(self) -> Outlook | None:
        """The chance to hit the target and what the period may bring; None without a target or deal size."""

        def read() -> Outlook | None:
            found = self._worked_out()
            if found is None:
                return None
            week = self._journal.calendar.week_length(self._journal.today())
            return outlook_of(found, self.current(), self.funnel().basis, week)

        return self._once("outlook", read)

    def levers(self) -> tuple[Lever, ...]:
        """What 10 % more of each lever would add to the chance, the best first; takes longer than it."""

        def read() -> tuple[Lever, ...]:
            found = self._worked_out()
            return levers_of(found) if found else ()

        return self._once("levers", read)

    def weekly_for(self, chance: float) -> float | None:
        """The reach-outs a week that give a chance, 0-1; None: not by reach-outs alone."""
        found = self._worked_out()
        if found is None:
            return None
        return self._once(
            f"weekly for {chance}", lambda: weekly_for(found, self._usual(found), chance)
        )

    def read_ahead(self) -> Callable[[], None] | None:
        """Read what the plan rests on, to be called in another thread; None when that was done.

        It reads on a connection of its own, so that no key waits for thousands of deals; ``funnel``
        and the chances then find them read. A journal in memory is read by them.
        """
        beside = None if self._figures.is_read else self._journal.store.beside()
        return None if beside is None else partial(self._read_beside, beside)

    def think_ahead(
        self, standings: Iterable[Standing] = ()
    ) -> tuple[Callable[[], None], Callable[[], None], Callable[[], None]]:
        """What takes long, to be called in another thread, one after the other.

        First the chance, then that of the goals for deals among these, then what would raise it.
        Afterwards ``outlook``, ``chance_of``, ``levers``, ``weekly_for`` 50 and 80 % and
        ``quarters`` answer at once. All that is needed of the journal is read here; once something
        was saved, the result is forgotten.
        """
        plan, funnel, today = self.current(), self.funnel(), self._journal.today()
        week = self._journal.calendar.week_length(today)
        others = {
            f"goal {one.goal.id}": self._figures.to_chance(one, plan)
            for one in standings
            if asks_for_deals(one) and not is_the_plans(one, plan)
        }
        return steps(
            self._figures.to_work_out(plan, funnel.basis),
            plan,
            funnel.basis,
            week,
            self._kept,
            others,
            {"quarters": self._figures.to_quarters(plan, funnel)},
        )

    def chance_of(self, standing: Standing) -> float | None:
        """The chance of a goal for the amount booked or the deals won by its own target and day, 0-1."""
        plan = self.current()
        if is_the_plans(standing, plan):
            found = self.outlook()
            return None if found is None else found.chance
        name = f"goal {standing.goal.id}"
        return self._once(name, lambda: self._figures.to_chance(standing, plan)())

    def plan_chance(self) -> float | None:
        """The chance of doing exactly the plan's weekly reach-outs, 0-1; None where it names none."""
        found, weekly = self._worked_out(), self.funnel().weekly_reach_outs
        usual = self._usual(found) if found else 0.0
        if found is None or weekly is None or not usual:
            return None
        return self._once("plan chance", lambda: chance_at(found, weekly / usual))

    def quarters(self) -> tuple[Quarter, ...]:
        """What each quarter of the plan's period holds: booked, expected of open deals, and still to come."""
        figures, plan = self._figures, self.current()
        return self._once("quarters", lambda: figures.to_quarters(plan, self.funnel())())

    def stats(self, since: date | None = None, until: date | None = None) -> Stats:
        """The figures of the deals, all of them or those closed in a period."""
        currency = self._journal.settings.currency
        return stats(self._figures.all_deals(), currency, since=since, until=until)

    def deals_since(self, since: date) -> Sequence[Deal]:
        """Open deals and those closed since a day, and maybe more: read once while no deal changes."""
        return self._figures.deals_since(min(since, history_start(self._journal.today())))

    def _read_beside(self, beside: AbstractContextManager[Store]) -> None:
        """Let another journal on the same file read, and keep what it found."""
        # What cannot be read here is read, and complained about, where it is asked for.
        with suppress(JournalError), beside as store:
            other = type(self._journal)(store, self._journal.clock).plans
            other.funnel()
            self._figures.take_over(other._figures)

    def _worked_out(self) -> WorkedOut | None:
        """The chance as far as its views share it."""
        return self._once(
            "worked out", lambda: self._figures.worked_out(self.current(), self.funnel().basis)
        )

    def _usual(self, found: WorkedOut) -> float:
        week = self._journal.calendar.week_length(self._journal.today())
        rates, planned = self.funnel().basis.rates, self.current().daily_rates
        return usual_weekly(found.situation, rates, week, planned)

    def _once(self, name: str, read: Callable[[], _T]) -> _T:
        """What was read under a name, kept until something is saved or the day ends."""
        asked = (self._journal.version, self._journal.today())
        if self._asked != asked:
            self._asked, self._kept = asked, {}
        if name not in self._kept:
            self._kept[name] = read()
        kept: _T = self._kept[name]
        return kept
