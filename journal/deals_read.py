"""What a rep reads of their deals: lines, the forecast, one opened, one account, what they teach."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from journal.account_answer import AccountAnswer, read_account
from journal.calibration import Calibration, PushRisk, calibration, push_risks
from journal.dates import add_months
from journal.deal import Deal, Outcome
from journal.deal_line import DealLine, deal_lines
from journal.deal_page import DealPage, read_page
from journal.deal_story import Whose
from journal.deal_waiting import waiting_on
from journal.follow_up import FollowUp
from journal.forecast_gate import Forecast, Gate, forecast_of
from journal.plan import DEFAULT_RATES, Level
from journal.reasons import TalkingPoint, WhatDecides, talking_points, what_decides
from journal.second_place import SecondPlace, WayBack, read_second_place, read_ways_back
from journal.silence import Silence, sends_of, silence_of

if TYPE_CHECKING:
    from journal.journal import Journal

MANY = 100_000
"""More open deals than anybody has."""

ASKED_AGAIN_FOR = timedelta(365)
"""So long after a win the buyer's answer is asked for again."""

LATENCIES_FROM = timedelta(120)
"""How far back sends are looked at for the rep's own answers [default]."""

TAUGHT_BY = 24
"""The months whose deals teach."""


class DealsRead:
    """What a rep reads of their deals."""

    def __init__(self, journal: Journal) -> None:
        """Take the journal they belong to."""
        self._journal = journal

    def get(self, deal_id: int) -> Deal:
        """One deal. Raises NotFound."""
        return self._journal.store.deals.get(deal_id)

    def waiting_on(self, deal_id: int) -> tuple[FollowUp, ...]:
        """The ordinary follow-ups that wait and are about an open deal, soonest first. Raises NotFound."""
        return waiting_on(self._journal, self.get(deal_id))

    def lines(
        self, outcome: Outcome | None = Outcome.OPEN, *, after: int = 0, limit: int = 500
    ) -> tuple[DealLine, ...]:
        """Deals of one outcome as lines, or all of them, by id; ``after`` is the id a page ended on."""
        listed = self._journal.store.deals.listed(outcome, after=after, limit=limit)
        return deal_lines(self._journal, listed)

    def gate(self, deals: Sequence[Deal]) -> dict[int, Gate]:
        """How these open deals stand at the forecast gate, by id; ended ones are left out."""
        lines = deal_lines(self._journal, [deal for deal in deals if deal.is_open])
        return {line.deal.id: line.gate for line in lines if line.gate is not None}

    def forecast(self) -> Forecast:
        """What all open deals come to, with those that fail a check and without."""
        lines = self.lines(limit=MANY)
        return forecast_of((line.deal, line.gate) for line in lines if line.gate is not None)

    def story(self, deal_id: int) -> DealPage:
        """One deal, opened. Raises NotFound."""
        return read_page(self._journal, deal_id)

    def account(self, name: str) -> AccountAnswer:
        """Where we are with an account, by any of its names or its beginning. Raises BadInput, NotFound."""
        return read_account(self._journal, name)

    def unanswered(self) -> Sequence[Deal]:
        """Deals won whose buyer is still to be asked what made them decide, newest first.

        Those that an export says no day of come last.
        """
        stories, since = self._journal.store.deal_stories, self._journal.today() - ASKED_AGAIN_FOR
        return (*stories.unanswered(since), *stories.unanswered_on_no_day())

    def what_decides(self, whose: Whose | None = None) -> WhatDecides:
        """The reasons of the deals won and lost in the last 24 months, of one side if it is said."""
        deals = self._that_teach()
        reasons = self._journal.store.deal_stories.reasons([deal.id for deal in deals])
        return what_decides(deals, reasons, whose)

    def talking_points(self) -> tuple[TalkingPoint, ...]:
        """What goes with winning, to be said in a pitch, and how often it was in the last 24 months."""
        today = self._journal.today()
        used = self._journal.store.entries.tag_totals(self._since(), today)
        return talking_points(self.what_decides(), used)

    def calibration(self) -> Calibration:
        """How well Monday's chances foresaw the deals that ended in the last 24 months."""
        return calibration(self._that_teach(), self._journal.store.deal_stories.forecasts())

    def push_risks(self) -> tuple[PushRisk, ...]:
        """The risk of no decision by the number of pushes, of the last 24 months."""
        return push_risks(self._that_teach())

    def to_forecast(self) -> tuple[Deal, ...]:
        """Open deals whose chance was not said for this week's Monday yet, by id."""
        journal = self._journal
        deals = journal.store.deals.listed(Outcome.OPEN, limit=MANY)
        said = journal.store.deal_stories.forecasts([deal.id for deal in deals])
        known = {one.deal for one in said if one.monday == self.monday}
        return tuple(deal for deal in deals if deal.id not in known)

    def silence(self) -> Silence:
        """Who has not answered, with the chance that they still do, from the rep's own answers."""
        journal, today = self._journal, self._journal.today()
        said = journal.store.entries.exchanges(today - LATENCIES_FROM, today)
        plan = journal.store.plans.latest()
        rates = plan.rates if plan else {}
        planned = rates.get(Level.REACH_OUTS) or DEFAULT_RATES[Level.REACH_OUTS]
        return silence_of(sends_of(said, journal.calendar), planned, journal.calendar, today)

    def ways_back(self, limit: int = 50) -> tuple[WayBack, ...]:
        """The way back into each deal that was lost, those touched next first."""
        return read_ways_back(self._journal, limit)

    def second_place(self) -> SecondPlace:
        """What came of the deals lost, and how much of the week goes to them."""
        return read_second_place(self._journal, self._since())

    @property
    def monday(self) -> date:
        """This week's Monday."""
        today = self._journal.today()
        return today - timedelta(today.weekday())

    def _since(self) -> date:
        return add_months(self._journal.today(), -TAUGHT_BY)

    def _that_teach(self) -> list[Deal]:
        """The deals closed in the last 24 months, and the open ones."""
        return list(self._journal.store.deals.touched_since(self._since()))
