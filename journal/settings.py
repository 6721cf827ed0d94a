"""Settings, each holding from a day on, so that a change never rewrites the past."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, time

from journal.activity import KINDS, REACH_OUTS
from journal.calendar import MONDAY_TO_FRIDAY
from journal.errors import BadInput
from journal.moment import DAY_START

FLOOR = 1
"""How many activities keep a working day [default]."""

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")

TARGETABLE = ("reach-outs", *KINDS)
"""What a daily target can be set for, as ``target.call``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What is in force on one day."""

    workdays: frozenset[int] = MONDAY_TO_FRIDAY
    """The working weekdays; Monday is 0."""
    country: str | None = None
    """Whose public holidays are free, ISO 3166 with a region after a dash ("DE-BY"); None until asked."""
    floor: int = FLOOR
    """How many activities keep a day."""
    day_start: time = DAY_START
    """When a day begins."""
    currency: str = "EUR"
    """The currency of amounts that name none, ISO 4217."""
    day_first: bool = True
    """Whether 4/12 is the fourth of December."""
    fiscal_start: int = 1
    """The month the fiscal year begins with, 1 to 12."""
    targets: dict[str, int] = field(default_factory=dict)
    """Daily targets by kind, or for reach-outs."""
    kinds: tuple[str, ...] = ()
    """Kinds of activity the rep added."""


@dataclass(frozen=True, slots=True)
class Setting:
    """One value, and the day from which it holds."""

    key: str
    """What is set: workdays, country, floor, day-start, currency, date-order, fiscal-start, kinds, target.KIND."""
    from_day: date
    """The first day it holds."""
    value: str
    """The value in canonical words, as ``canonical`` gives it."""


DEFAULTS = {
    "workdays": "mon,tue,wed,thu,fri",
    "country": "",
    "floor": "1",
    "day-start": "04:00",
    "currency": "EUR",
    "date-order": "day-first",
    "fiscal-start": "1",
    "kinds": "",
    "theme": "dusk",
}
"""What holds until the rep says otherwise; shown as "default"."""


class SettingsHistory:
    """Every value ever set, and what follows from it on each day."""

    def __init__(self, rows: Iterable[Setting] = ()) -> None:
        """Take the rows in any order; a later row for the same key and day wins."""
        raise NotImplementedError

    def on(self, day: date) -> Settings:
        """The settings in force on a day."""
        raise NotImplementedError

    def is_default(self, key: str, day: date) -> bool:
        """Whether a key was never set by that day."""
        raise NotImplementedError

    def weeks(self) -> tuple[tuple[date, frozenset[int]], ...]:
        """The working weekdays from each day on, oldest first."""
        raise NotImplementedError

    def countries(self) -> tuple[tuple[date, str | None], ...]:
        """The holiday country from each day on, oldest first."""
        raise NotImplementedError


def canonical(key: str, value: str) -> Setting:
    """Placeholder to be replaced by the rules room."""
    raise BadInput(f"{key} {value} {REACH_OUTS} {FLOOR} {WEEKDAYS} {TARGETABLE}")
