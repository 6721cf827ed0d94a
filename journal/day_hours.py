"""When a day's two pages offer themselves: before noon, and from the evening's hour on."""

from __future__ import annotations

from datetime import date, time

from journal.day_page import DayPage
from journal.moment import Moment

NOON = time(12)
"""Until then a day's page opens by itself."""


def is_morning(now: Moment, today: date) -> bool:
    """Whether the rep's day has begun and its noon has not come."""
    return now.local.date() == today and now.local.time() < NOON


def is_evening(now: Moment, today: date, evening_from: time) -> bool:
    """Whether the evening's hour has come; after midnight it is still the evening of the day before."""
    return now.local.date() > today or now.local.time() >= evening_from


def is_planned(page: DayPage | None) -> bool:
    """Whether the rep planned a day; what was only carried over from another one plans nothing."""
    if page is None:
        return False
    own = any(intention.carried_from is None for intention in page.intentions)
    return own or bool(page.obstacle or page.if_then)
