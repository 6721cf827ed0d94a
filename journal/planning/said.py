"""What a rep may say of a plan: the fiscal year it lies in, and what cannot be planned with."""

from __future__ import annotations

from datetime import date, timedelta

from journal.errors import BadInput
from journal.plan import Plan

LONGEST_LAG = 3_650
"""The longest lag between two levels, in days."""

LOWEST_RATE = 1e-6
"""The lowest rate (0-1) above 0 that can be planned with: one in a million."""


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
        raise BadInput(f"The plan ended {plan.by.isoformat()}; write a day that is still ahead.")
    if any(0 < rate < LOWEST_RATE for rate in plan.rates.values()):
        raise BadInput("A rate so near to nothing plans nothing: write 0, or at least 0.0001%.")
    if any(not 0 <= rate <= 1 for rate in plan.rates.values()):
        raise BadInput("A rate lies between 0 and 100 %: write 25%, 25 or .25.")
    if any(not 0 <= lag <= LONGEST_LAG for lag in plan.lags.values()):
        raise BadInput(f"A lag is a whole number of days from 0 to {LONGEST_LAG:,}.")
