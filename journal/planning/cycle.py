"""The sales cycle: how many calendar days a won deal takes, and what that leaves for an open one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil, exp, fsum, log

from journal.calendar import Calendar
from journal.deal import Deal, Outcome
from journal.planning.lognormal import SPREAD, WEIGHT, log_spread, normal_cdf

MEDIAN_DAYS = 90
"""The median cycle before any history, in calendar days [default]."""

SLOW_WINS = 1.2816
"""Nine wins in ten are faster than this many standard deviations above the median."""

SURE_WINS = 8
"""All wins but one in 10¹⁵ are faster than this many standard deviations above the median."""


@dataclass(frozen=True, slots=True)
class Cycle:
    """A lognormal number of calendar days from stage 1 to the win."""

    mu: float = log(MEDIAN_DAYS)
    """Mean of the log of the days."""
    sigma: float = SPREAD
    """Standard deviation of the log of the days."""
    n: int = 0
    """How many won deals it was read from."""
    left_out: int = 0
    """Won deals whose dates are missing or reversed."""
    entered_late: int = 0
    """Those among them that were entered after they closed."""

    def won_within(self, days: float) -> float:
        """The share of wins that take at most this many days, 0-1: F."""
        return normal_cdf((log(days) - self.mu) / self.sigma) if days > 0 else 0.0

    def slower_than(self, days: float) -> float:
        """The share of wins that take longer than this many days, 0-1: S = 1 − F."""
        return normal_cdf((self.mu - log(days)) / self.sigma) if days > 0 else 1.0

    @property
    def oldest(self) -> float:
        """The age in days beyond which an open deal counts 0: twice the rep's slow wins."""
        return 2 * exp(self.mu + SLOW_WINS * self.sigma)

    def in_time(self, age: int | None, days: int) -> float:
        """The chance that a deal which will be won is won within ``days`` more days, 0-1.

        ``age`` is the deal's in days: t = 1 − S(age + days)/S(age), and 0 beyond ``oldest``. With
        no age known the deal is met at a random moment of its cycle: t = E[min(C, days)]/E[C].
        """
        if days <= 0:
            return 0.0
        if age is None:
            z = (log(days) - self.mu) / self.sigma
            mean = exp(self.mu + self.sigma**2 / 2)
            return normal_cdf(z - self.sigma) + days * normal_cdf(-z) / mean
        if age > self.oldest:
            return 0.0
        age = max(0, age)
        return 1 - self.slower_than(age + days) / self.slower_than(age)


def began(deal: Deal) -> date | None:
    """The day a deal's cycle began: stage 1 when known, else the day it was opened."""
    return deal.stage1_on or deal.opened


def cycle_days(deals: Iterable[Deal]) -> tuple[list[int], int]:
    """The cycle of each won deal in calendar days, and how many have missing or reversed dates."""
    days: list[int] = []
    left_out = 0
    for deal in deals:
        if deal.outcome is not Outcome.WON:
            continue
        start = began(deal)
        if start is None or deal.closed is None or deal.closed < start:
            left_out += 1
        else:
            days.append((deal.closed - start).days)
    return days, left_out


def entered_late(deals: Iterable[Deal]) -> int:
    """How many won deals were entered after they closed."""
    won = (deal for deal in deals if deal.outcome is Outcome.WON)
    both = ((began(deal), deal.closed) for deal in won)
    return sum(begin is not None and end is not None and end < begin for begin, end in both)


def left_out_in_words(left_out: int, late: int) -> Iterator[str]:
    """Which won deals are in no cycle, those entered after they closed told by themselves."""
    why = "not in the sales cycle."
    if late:
        were = "deal was entered after it" if late == 1 else "deals were entered after they"
        yield f"{late:,} won {were} closed: {why}"
    if missing := left_out - late:
        have = "deal has" if missing == 1 else "deals have"
        yield f"{missing:,} won {have} no first or no last day: {why}"


def cycle_of(deals: Iterable[Deal]) -> Cycle:
    """The rep's cycle: the won deals among these, shrunk to the starting values.

    μ = (10·ln 90 + Σ ln c)/(10 + n); a win on the day the deal began counts as one day.
    """
    deals = list(deals)
    days, left_out = cycle_days(deals)
    lengths = [max(1, each) for each in days]
    mu = (WEIGHT * log(MEDIAN_DAYS) + fsum(map(log, lengths))) / (WEIGHT + len(lengths))
    return Cycle(mu, log_spread(lengths), len(lengths), left_out, entered_late(deals))


def arrivals_in_time(cycle: Cycle, calendar: Calendar, first: date, due: date) -> float:
    """How many of the deals born one a working day, first..due, would be won by then if all are.

    C(due) = Σ F(due − u + 1) over the working days u; in deals for each arrival per working day.
    """
    sure = ceil(exp(cycle.mu + SURE_WINS * cycle.sigma))
    near = max(first, due - timedelta(days=min(sure, (due - date.min).days)))
    won = fsum(
        cycle.won_within(left)
        for left in range(1, (due - near).days + 2)
        if calendar.is_working(due - timedelta(days=left - 1))
    )
    if near > first:
        won += calendar.working_days(first, near - timedelta(days=1))
    return won


def arrivals_within(cycle: Cycle, calendar: Calendar, first: date, start: date, due: date) -> float:
    """The same, less those that would be won before a period that begins later: C(due) − C(start − 1)."""
    won = arrivals_in_time(cycle, calendar, first, due)
    if start <= first:
        return won
    return won - arrivals_in_time(cycle, calendar, first, start - timedelta(days=1))
