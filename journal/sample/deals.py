"""The sample rep's deals: won, lost, never decided, and open across the stages."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from math import log
from random import Random

from journal.deal import Deal, Outcome
from journal.money import Money
from journal.sample.days import SampleDays
from journal.sample.names import OTHERS, PRODUCTS
from journal.stage import Stages

CURRENCY = "EUR"

CYCLE = 88
"""Median days from the first meeting to the end of a deal."""

_OPEN = (
    # account, deal, stage, thousands, days since stage 1, days to the expected close, pushes
    ("Globex", "Vision platform", "Proposal", 86, 71, 24, 0),
    ("Initech", "Renewal plus", "Negotiation", 64, 88, 12, 1),
    ("Stark", "Plant rollout", "Demonstration", 140, 52, 38, 0),
    ("Umbrella", "Starter", "Discovery", 36, 44, 52, 1),
    ("Hooli", "Search add-on", "Demonstration", 48, 81, 30, 3),
    ("Wayne", "Security suite", "Qualification", 110, 39, 66, 2),
    ("Acme", "Service desk", "Vision match", 22, 23, 70, 0),
    ("Cyberdyne", "Quality suite", "Qualification", 58, 31, 60, 0),
    ("Vandelay", "Warehouse pack", "Discovery", 42, 47, 45, 0),
    ("Wonka", "Second site", "Selling vision", 75, 16, 90, 0),
    ("Aperture", "Field app", "Initial meeting", 30, 7, 100, 0),
    ("Soylent", "Data hub", "Initial meeting", 54, 4, 110, 0),
)
_LOST_LATELY = (
    ("Tyrell", "Data hub", "Proposal", 92, 10, "incumbent or relationship"),
    ("Oscorp", "Planner", "Negotiation", 70, 54, "budget gone"),
    ("Weyland", "Portal", "Demonstration", 38, 33, "decision maker not reached"),
)
_CATEGORIES = (
    *("price or value", "budget gone", "product gap", "incumbent or relationship", "timing"),
    *(
        "champion weak or left",
        "decision maker not reached",
        "no compelling change",
        "price or value",
    ),
)
_ENDED = ((Outcome.WON, 20), (Outcome.LOST, 27), (Outcome.NO_DECISION, 5))


def sample_deals(rng: Random, days: SampleDays) -> tuple[Deal, ...]:
    """Twenty won, thirty lost, five without a decision, and twelve open."""
    accounts = list(OTHERS)
    rng.shuffle(accounts)
    ended = [
        deal for outcome, n in _ENDED for deal in _over_the_year(rng, days, outcome, n, accounts)
    ]
    lately = [_lost_lately(rng, days, row) for row in _LOST_LATELY]
    still_open = [_open(days, row) for row in _OPEN]
    return (*sorted((*ended, *lately), key=lambda deal: deal.closed or days.today), *still_open)


def _over_the_year(
    rng: Random, days: SampleDays, outcome: Outcome, n: int, accounts: list[str]
) -> Iterator[Deal]:
    for place in range(n):
        closed = days.today - timedelta(days=round(350 - 340 * (place + rng.random()) / n))
        stages = Stages().names
        is_early = outcome is Outcome.LOST and place % 5 == 0
        stage = rng.choice(stages[1:4] if is_early else stages[4:])
        amount = round(rng.lognormvariate(log(44), 0.45) * 2) * 500
        yield _deal(
            rng,
            days,
            account=accounts.pop(),
            name=rng.choice(PRODUCTS),
            amount=amount,
            stage=stages[-1] if outcome is Outcome.WON else stage,
            outcome=outcome,
            closed=closed,
            category=_category(rng, outcome),
        )


def _category(rng: Random, outcome: Outcome) -> str | None:
    if outcome is Outcome.NO_DECISION:
        return "indecision"
    return rng.choice(_CATEGORIES) if outcome is Outcome.LOST else None


def _lost_lately(rng: Random, days: SampleDays, row: tuple[str, str, str, int, int, str]) -> Deal:
    account, name, stage, thousands, back, category = row
    return _deal(
        rng,
        days,
        account=account,
        name=name,
        amount=thousands * 1_000,
        stage=stage,
        outcome=Outcome.LOST,
        closed=days.back(back),
        category=category,
    )


def _deal(
    rng: Random,
    days: SampleDays,
    *,
    account: str,
    name: str,
    amount: int,
    stage: str,
    outcome: Outcome,
    closed: date,
    category: str | None,
) -> Deal:
    cycle = min(150, max(50, round(rng.lognormvariate(log(CYCLE), 0.28))))
    closed = days.calendar.previous_working(closed + timedelta(days=1))
    stage1 = _first_meeting(days, closed - timedelta(days=cycle))
    is_qualified = (Stages().position(stage) or 0) >= Stages().qualified_position
    return Deal(
        account=account,
        name=name,
        amount=Money(amount * 100, CURRENCY),
        stage=stage,
        outcome=outcome,
        opened=stage1 - timedelta(days=rng.randrange(3, 15)),
        stage1_on=stage1,
        qualified_on=stage1 + timedelta(days=round(cycle * 0.34)) if is_qualified else None,
        expected_close=closed,
        closed=closed,
        pushes=rng.choice((0, 0, 0, 1, 1, 2)),
        category=category,
    )


def _open(days: SampleDays, row: tuple[str, str, str, int, int, int, int]) -> Deal:
    account, name, stage, thousands, age, ahead, pushes = row
    stage1 = _first_meeting(days, days.today - timedelta(days=age))
    is_qualified = (Stages().position(stage) or 0) >= Stages().qualified_position
    qualified = stage1 + timedelta(days=max(6, round(age * 0.5)))
    return Deal(
        account=account,
        name=name,
        amount=Money(thousands * 100_000, CURRENCY),
        stage=stage,
        opened=stage1 - timedelta(days=8),
        stage1_on=stage1,
        qualified_on=min(qualified, days.today) if is_qualified else None,
        expected_close=days.calendar.next_working(days.today + timedelta(days=ahead)),
        pushes=pushes,
    )


def _first_meeting(days: SampleDays, day: date) -> date:
    """A day with entries, or a working day before the journal began."""
    if day < days.worked[0]:
        return days.calendar.next_working(day)
    return days.worked_on(day)
