"""The gate of the forecast: a deal is counted only when six checks hold, else it has a next step."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from enum import StrEnum

from journal.dates import in_words
from journal.deal import Deal
from journal.deal_check import CheckName, DealCheck
from journal.frozen import frozen

REQUALIFY_AFTER = 3
"""So many pushes of the close date, and a deal is qualified again."""


class Times(StrEnum):
    """How business is, which sets how fresh contact must be."""

    TOUGH = "tough"
    NORMAL = "normal"
    GOOD = "good"


FRESH_WITHIN = {Times.TOUGH: 7, Times.NORMAL: 30, Times.GOOD: 90}
"""The most calendar days since the last contact with which it is fresh [default]."""

LETTERS = dict(zip(CheckName, "BCVFTA", strict=True))
"""How each check is marked where room is scarce."""


@frozen
class Mark:
    """How one check of a deal stands."""

    name: CheckName
    """Which of the six."""
    holds: bool
    """Whether it holds."""
    evidence: str
    """What that rests on; empty when nothing was said."""
    day: date | None
    """The day it was said, or of the last contact; None when there is none."""


@frozen
class Gate:
    """Whether a deal is on the forecast, and what it takes."""

    marks: tuple[Mark, ...]
    """The six, in the order they are shown."""
    requalify: bool
    """Whether its close date was pushed three times and its checks were not said anew since."""
    step: str | None
    """What would bring it nearer, in one sentence; None on the forecast."""

    @property
    def on(self) -> bool:
        """Whether it is counted."""
        return not self.requalify and not self.open

    @property
    def open(self) -> tuple[CheckName, ...]:
        """The checks that do not hold."""
        return tuple(mark.name for mark in self.marks if not mark.holds)

    @property
    def letters(self) -> str:
        """The checks as six letters, a dot for what does not hold: BC·F·A."""
        return "".join(LETTERS[mark.name] if mark.holds else "·" for mark in self.marks)


def gate_of(
    deal: Deal,
    checks: Iterable[DealCheck],
    last_touch: date | None,
    times: Times,
    today: date,
    last_push: date | None = None,
) -> Gate:
    """How an open deal stands at the gate.

    FRESH follows from the last contact, the other five from what was last said of them. A deal
    pushed three times is off the forecast until all five were said again on a later day than the
    last push (``last_push``, None when nobody knows it: then three pushes alone decide).
    """
    said = {check.name: check for check in checks}
    marks = tuple(
        _fresh(last_touch, times, today) if name is CheckName.FRESH else _mark(name, said.get(name))
        for name in CheckName
    )
    requalify = deal.pushes >= REQUALIFY_AFTER and not _said_since(last_push, marks)
    return Gate(marks, requalify, _step(deal, marks, requalify, today))


def step_for(deal: Deal, mark: Mark, today: date) -> str:
    """What to do so that a check holds, in one sentence."""
    match mark.name:
        case CheckName.BUDGET if deal.expected_close is not None and deal.expected_close > today:
            return f"Get into the budget by {in_words(deal.expected_close, today)}."
        case CheckName.BUDGET:
            return "Get into the budget, and ask by when it is decided."
        case CheckName.CHAMPION:
            return "Find a champion with power."
        case CheckName.VISIBILITY:
            return "Meet a second contact."
        case CheckName.FRESH if mark.day is not None:
            days = (today - mark.day).days
            return f"Get in touch: the last contact was {days:,} days ago."
        case CheckName.FRESH:
            return "Get in touch: no contact is written down yet."
        case CheckName.THREAT:
            return "Ask who else is in the race."
        case CheckName.ASSUMPTION:
            return "Test what is still assumed" + (f": {mark.evidence}." if mark.evidence else ".")


@frozen
class Forecast:
    """What the open deals come to, with those that fail a check and without."""

    deals_on: int
    """How many pass all six."""
    deals_open: int
    """How many are open, those that pass among them."""
    requalify: int
    """How many were pushed three times."""
    on: dict[str, int]
    """What those that pass are worth, in minor units by currency."""
    everything: dict[str, int]
    """What all open deals are worth, in minor units by currency."""
    without_amount: int
    """How many open deals have no amount: they are in no sum."""

    def more(self, currency: str) -> int:
        """What the open deals that fail a check are worth, in minor units."""
        return self.everything.get(currency, 0) - self.on.get(currency, 0)


def forecast_of(deals: Iterable[tuple[Deal, Gate]]) -> Forecast:
    """The forecast of these open deals; each currency is kept apart."""
    on: Counter[str] = Counter()
    everything: Counter[str] = Counter()
    counted = passing = again = unknown = 0
    for deal, gate in deals:
        counted += 1
        passing += gate.on
        again += gate.requalify
        if deal.amount is None:
            unknown += 1
            continue
        everything[deal.amount.currency] += deal.amount.minor
        if gate.on:
            on[deal.amount.currency] += deal.amount.minor
    return Forecast(passing, counted, again, dict(on), dict(everything), unknown)


def _mark(name: CheckName, said: DealCheck | None) -> Mark:
    if said is None:
        return Mark(name, holds=False, evidence="", day=None)
    return Mark(name, said.holds, said.evidence, said.day)


def _fresh(last_touch: date | None, times: Times, today: date) -> Mark:
    holds = last_touch is not None and (today - last_touch).days <= FRESH_WITHIN[times]
    return Mark(CheckName.FRESH, holds, "", last_touch)


def _said_since(last_push: date | None, marks: Sequence[Mark]) -> bool:
    said = [mark for mark in marks if mark.name is not CheckName.FRESH]
    return last_push is not None and all(
        mark.day is not None and mark.day > last_push for mark in said
    )


def _step(deal: Deal, marks: Sequence[Mark], requalify: bool, today: date) -> str | None:
    if requalify:
        return (
            f"Re-qualify: its close date was pushed {deal.pushes:,} times. Say each check again "
            "once you have asked."
        )
    lacking = next((mark for mark in marks if not mark.holds), None)
    return None if lacking is None else step_for(deal, lacking, today)
