"""The chance against plain simulation: every deal drawn by itself, day by day, with fixed dice."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from math import exp, log
from random import Random

import pytest
from builders import day
from situations import CALENDAR, DUE, JANUARY, JULY, LAST_DAY, NOVEMBER, TWO_HUNDRED, situation

from journal.planning.forecast.count import deals_chance
from journal.planning.forecast.nodes import shifted
from journal.planning.forecast.situation import Situation
from journal.planning.forecast.target import forecast, work_out

LUMPY = situation(
    "2026-07-06",
    900_000,
    [(800_000, 0.3, 30), (750_000, 0.2, 80), (15_000, 0.5, 20), (15_000, 0.5, None)],
    win=(7, 19),
    arrivals=(28, 60),
)
MUCH = situation(
    "2026-04-06",
    2_000_000,
    [(60_000 + 7_000 * i, 0.2 + 0.02 * i, 12 * i) for i in range(14)],
    win=(45, 110),
    arrivals=(180, 140),
    doubt=0.6 / 60**0.5,
)
LATE = situation("2026-10-05", 90_000, [(40_000, 0.4, 50)] * 4, win=(7, 19), arrivals=(28, 60))
LITTLE = situation("2026-02-02", 500_000, [(90_000, 0.3, 20)], win=(6, 16), arrivals=(12, 30))
MET = replace(JULY, gap=-50_000)

TEN = {
    "no history, early": ("2026-01-05", JANUARY),
    "a little history": ("2026-02-02", LITTLE),
    "half of the year gone": ("2026-07-06", JULY),
    "two lumps": ("2026-07-06", LUMPY),
    "much history": ("2026-04-06", MUCH),
    "late": ("2026-10-05", LATE),
    "November with round sums": ("2026-11-02", NOVEMBER),
    "the last day": ("2026-12-31", LAST_DAY),
    "two hundred open deals": ("2026-07-06", TWO_HUNDRED),
    "a target already met": ("2026-07-06", MET),
}


def drawn(on: str, here: Situation, draws: int) -> tuple[float, float]:
    """The share of draws that close the gap, and that win three deals or more.

    A new deal comes on one of the working days left, and takes a lognormal number of days with
    median 90 and σ .6; it counts when it is won by the due day, that day included.
    """
    dice, today = Random(20260706), day(on)
    spans = [(DUE - today).days - ahead + 1 for ahead in range((DUE - today).days + 1)
             if CALENDAR.is_working(today + timedelta(days=ahead))]  # fmt: skip
    before = here.win[0] / sum(here.win)
    hits = wins = 0
    for _ in range(draws):
        w = dice.betavariate(*here.win)
        size = (here.average or 0) * exp(dice.gauss(0, here.doubt) - here.doubt**2 / 2)
        amounts = [
            each.amount
            for each in here.prospects
            if dice.random() < shifted(each.p, before, w) * each.t
        ]
        rate = dice.gammavariate(here.arrivals[0], 1 / here.arrivals[1])
        for _ in range(poisson(dice, rate * len(spans) * here.q * w)):
            if dice.lognormvariate(log(90), 0.6) <= dice.choice(spans):
                amounts.append(size * exp(dice.gauss(0, here.spread) - here.spread**2 / 2))
        hits += sum(amounts) >= here.gap
        wins += len(amounts) >= 3
    return hits / draws, wins / draws


def poisson(dice: Random, mean: float) -> int:
    """How many unit exponential steps fit into the mean."""
    left, count = mean - dice.expovariate(1), 0
    while left > 0:
        left, count = left - dice.expovariate(1), count + 1
    return count


@pytest.mark.parametrize("name", TEN)
def test_a_small_simulation_agrees(name: str) -> None:
    on, here = TEN[name]
    amount, count = drawn(on, here, 4_000)
    # Three standard errors of 4,000 draws are at most 2.4 points.
    assert forecast(work_out(here)).chance == pytest.approx(amount, abs=0.024)
    assert deals_chance(here, 3) == pytest.approx(count, abs=0.024)


@pytest.mark.long
@pytest.mark.parametrize("name", TEN)
def test_two_hundred_thousand_draws_agree_within_a_point(name: str) -> None:
    on, here = TEN[name]
    amount, count = drawn(on, here, 200_000)
    assert forecast(work_out(here)).chance == pytest.approx(amount, abs=0.01)
    assert deals_chance(here, 3) == pytest.approx(count, abs=0.01)
