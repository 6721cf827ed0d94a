"""Situations on the way to a target, the five worked ones among them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from builders import day

from journal.calendar import Calendar
from journal.planning.cycle import Cycle, arrivals_in_time
from journal.planning.forecast.open_part import Prospect
from journal.planning.forecast.situation import Lever, Situation

DUE = day("2026-12-31")
CYCLE = Cycle()
CALENDAR = Calendar()
LAGS = {Lever.REACH_OUTS: 42, Lever.D: 28, Lever.C: 14, Lever.B: 7, Lever.A: 0}
RATES = {Lever.D: 0.1, Lever.C: 0.2, Lever.B: 0.6, Lever.A: 0.8, Lever.Q: 0.5, Lever.W: 0.25}
EARLY_DOUBT = 0.6 / 10**0.5


def situation(
    on: str,
    gap: float,
    open_deals: Sequence[tuple[float, float, int | None]] = (),
    *,
    win: tuple[float, float] = (5, 15),
    arrivals: tuple[float, float] = (10, 20),
    doubt: float = EARLY_DOUBT,
) -> Situation:
    """One of the worked situations; an open deal is its amount, chance and age in days."""
    today = day(on)
    left = (DUE - today).days + 1
    return Situation(
        gap=gap,
        prospects=tuple(
            Prospect(amount, p, CYCLE.in_time(age, left)) for amount, p, age in open_deals
        ),
        win=win,
        arrivals=arrivals,
        exposure=arrivals_in_time(CYCLE, CALENDAR, today, DUE),
        q=0.5,
        average=60_000,
        spread=0.6,
        doubt=doubt,
        lever_rates=RATES,
        lever_exposures={
            lever: arrivals_in_time(CYCLE, CALENDAR, today + timedelta(days=lag), DUE)
            for lever, lag in LAGS.items()
        },
    )


JANUARY = situation("2026-01-05", 1_200_000)
JULY = situation(
    "2026-07-06",
    600_000,
    [(80_000, 0.35, 40), (150_000, 0.2, 90), (45_000, 0.5, 150), (60_000, 0.35, None),
     (220_000, 0.1, 10)],
    win=(7, 19),
    arrivals=(28, 60),
)  # fmt: skip
LAST_DAY = situation(
    "2026-12-31",
    120_000,
    [(120_000, 0.7, 60), (59_900, 0.7, 80), (59_900, 0.7, None)],
    win=(35, 105),
    arrivals=(70, 140),
    doubt=0.1,
)
NOVEMBER = situation(
    "2026-11-02",
    120_000,
    [(59_900, 0.6, 60), (59_900, 0.6, 80), (500_000, 0.15, 30)],
    win=(35, 105),
    arrivals=(7, 140),
    doubt=0.1,
)
TWO_HUNDRED = situation(
    "2026-07-06",
    6_000_000,
    [(20_000 + 600 * i, (0.1, 0.2, 0.35, 0.5, 0.7)[i % 5], 37 * i % 200) for i in range(200)],
    win=(65, 195),
    arrivals=(100, 140),
    doubt=0.6 / 210**0.5,
)
