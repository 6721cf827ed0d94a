"""The day a row says that something already happened, never one that is still to come."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from journal.transfer.faults import BadRow


def past_day(days: Iterable[date | None], today: date, said: str, *, ahead: int = 0) -> date | None:
    """The first of these days that is not still to come; None when none of them is told.

    A day may lie ``ahead`` days after today. Raises BadRow when every day told lies further off,
    naming the first of them and what the row is said to be.
    """
    told = None
    for day in days:
        if day is not None and (day - today).days <= ahead:
            return day
        told = told or day
    if told is not None:
        raise BadRow(f"It is said to be {said}, but its day, {told}, is still to come.")
    return None
