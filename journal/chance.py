"""The chance to reach a milestone in time, for what the rep counts day by day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from math import nextafter

from journal.calendar import Calendar
from journal.frozen import frozen
from journal.incomplete_beta import incomplete_beta

PRIOR_DAYS = 10
"""How many working days the plan's daily rate counts as [default]."""

HISTORY_DAYS = 60
"""How many working days of history count at most."""

OWN_PACE_DAYS = 5
"""From so many days of history on, the chance is the rep's own and not the plan's."""

SPREAD_DAYS = 20
"""From so many days of history on, their unevenness is measured."""

MOST_UNEVEN = 10.0
"""The largest variance over mean that is believed."""

ALMOST_SURE = nextafter(1.0, 0.0)
"""What is still to do is never surer than this, however little it is."""


@frozen
class Chance:
    """How likely a milestone is reached in time."""

    value: float
    """The chance, 0-1."""
    if_plan_kept: bool
    """Whether it mostly says what the plan says: "if you keep the plan"."""


def unevenness(daily: Sequence[int]) -> float:
    """φ: daily variance over mean, kept in 1..10; 1 before 20 working days of history."""
    days, total = len(daily), sum(daily)
    if days < SPREAD_DAYS or not total:
        return 1.0
    # In whole numbers until the last division: n·Σx² − (Σx)² over (n − 1)·Σx.
    uneven = (days * sum(count * count for count in daily) - total * total) / ((days - 1) * total)
    return min(MOST_UNEVEN, max(1.0, uneven))


def days_to_work(calendar: Calendar, today: date, due: date, *, done_for_today: bool) -> int:
    """R: the working days left, today included until the rep is done for today."""
    return calendar.working_days(today, due) - (
        done_for_today and today <= due and calendar.is_working(today)
    )


def tail_chance(
    to_go: int, days_left: int, plan_rate: float, done: int, days: int, phi: float = 1.0
) -> float:
    """P(at least ``to_go`` more in ``days_left`` working days), 0-1.

    A daily rate known as Gamma(α, β) gives a negative binomial count: I_x(g/φ, α) with
    α = (10·λ0 + n)/φ, β = 10 + D and x = R/(β + R), for n = ``done`` in D = ``days`` of history.
    ``plan_rate`` is λ0 per working day, as kept in the saved plan; φ is the unevenness.
    """
    if to_go <= 0:
        return 1.0
    alpha = (PRIOR_DAYS * plan_rate + done) / phi
    if days_left <= 0 or alpha <= 0:
        return 0.0
    share = days_left / (PRIOR_DAYS + days + days_left)
    return min(ALMOST_SURE, incomplete_beta(share, to_go / phi, alpha))


def chance_of(
    to_go: int, days_left: int, plan_rate: float, daily: Sequence[int], *, at_most: bool = False
) -> Chance:
    """The chance of a milestone that is ``to_go`` away from its target.

    ``daily`` holds the counts of the working days since the first entry up to yesterday, oldest
    first; the last 60 count. For *at most*, ``to_go`` is the room left, and the chance that of
    staying within it: 1 when no day is left to leave it, 0 once it is exceeded.
    """
    recent = daily[-HISTORY_DAYS:]
    more = to_go + 1 if at_most else to_go
    reached = tail_chance(more, days_left, plan_rate, sum(recent), len(recent), unevenness(recent))
    return Chance(1 - reached if at_most else reached, len(recent) < OWN_PACE_DAYS)
