"""Settings, each holding from a day on, so that a change never rewrites the past."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import field, replace
from datetime import date, time
from typing import TypeVar

from journal.activity import KINDS, kind_named
from journal.calendar import MONDAY_TO_FRIDAY, Calendar, DayOff
from journal.errors import BadInput
from journal.frozen import frozen
from journal.measure import REACH
from journal.moment import DAY_START
from journal.setting_words import AS_TYPED, READERS, read_target
from journal.stage import STAGES, Stages, read_stages, stages_in_words

FLOOR = 1
"""How many activities keep a working day [default]."""

EVENING_FROM = time(16)
"""From when on the evening page is offered [default]."""

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")

TARGETABLE = (REACH, *KINDS)
"""What a daily target can be set for, as ``target.call``."""


@frozen(kw_only=True)
class Settings:
    """What is in force on one day."""

    workdays: frozenset[int] = MONDAY_TO_FRIDAY
    """The working weekdays; Monday is 0."""
    country: str | None = None
    """Whose public holidays are free, ISO 3166 ("DE", or with a region "DE-BY"); None until asked."""
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
    skills: tuple[str, ...] = ()
    """Skills being built, up to five, as the tags that count for them."""
    reward: str | None = None
    """What the rep gives themselves for the best week of the month; None until they say."""
    evening_from: time = EVENING_FROM
    """From when on the evening page is offered."""
    times: str = "normal"
    """How business is, tough, normal or good: it sets how fresh contact with a deal must be."""
    stages: Stages = STAGES
    """The stages a deal goes through, and which count as stage 1 and as qualified."""


@frozen
class Setting:
    """One value, and the day from which it holds."""

    key: str
    """What is set: one of the keys of DEFAULTS, or target.KIND."""
    from_day: date
    """The first day it holds."""
    value: str
    """The value in canonical words, as ``read_setting`` gives it."""


DEFAULTS = {
    "workdays": "mon,tue,wed,thu,fri",
    "country": "",
    "floor": "1",
    "day-start": "04:00",
    "currency": "EUR",
    "date-order": "day-first",
    "fiscal-start": "1",
    "kinds": "",
    "skills": "",
    "reward": "",
    "evening-from": "16:00",
    "times": "normal",
    "stages": stages_in_words(STAGES),
    "theme": "dusk",
}
"""What holds until the rep says otherwise; shown as "default"."""

_TARGET = "target."
_T = TypeVar("_T")


class SettingsHistory:
    """Every value ever set, and what follows from it on each day."""

    __slots__ = ("_from", "_in_force", "_set")

    def __init__(self, rows: Iterable[Setting] = ()) -> None:
        """Take the rows in any order; a later row for the same key and day wins."""
        by_day: dict[date, dict[str, str]] = {}
        for row in rows:
            by_day.setdefault(row.from_day, {})[row.key] = row.value
        self._from = [date.min]
        self._in_force = [Settings()]
        self._set: dict[str, list[tuple[date, str]]] = {}
        for day in sorted(by_day):
            settings = self._in_force[-1]
            for key, value in by_day[day].items():
                settings = _with(settings, key, value)
                self._set.setdefault(key, []).append((day, value))
            self._from.append(day)
            self._in_force.append(settings)

    def on(self, day: date) -> Settings:
        """The settings in force on a day."""
        return self._in_force[bisect_right(self._from, day) - 1]

    def value(self, key: str, day: date) -> str:
        """The canonical value of a key on a day, the default when it was never set by then."""
        values = [value for from_day, value in self._set.get(key, ()) if from_day <= day]
        default = DEFAULTS.get(key, "0" if key.startswith(_TARGET) else "")
        return values[-1] if values else default

    def keys(self) -> tuple[str, ...]:
        """Every key there is a value for: those with a default, then the targets ever set."""
        return (*DEFAULTS, *sorted(key for key in self._set if key not in DEFAULTS))

    def is_default(self, key: str, day: date) -> bool:
        """Whether a key was never set by that day."""
        return not any(from_day <= day for from_day, _ in self._set.get(key, ()))

    def weeks(self) -> tuple[tuple[date, frozenset[int]], ...]:
        """The working weekdays from each day on, oldest first."""
        return self._changes(lambda settings: settings.workdays)

    def countries(self) -> tuple[tuple[date, str | None], ...]:
        """The holiday country from each day on, oldest first."""
        return self._changes(lambda settings: settings.country)

    def _changes(self, read: Callable[[Settings], _T]) -> tuple[tuple[date, _T], ...]:
        """What was read from the settings of each day on which it became another, with that day."""
        changes: list[tuple[date, _T]] = []
        for day, settings in zip(self._from, self._in_force, strict=True):
            if not changes or changes[-1][1] != read(settings):
                changes.append((day, read(settings)))
        return tuple(changes)


def calendar_of(
    history: SettingsHistory,
    holidays: Mapping[str, Mapping[date, str]],
    off: Sequence[DayOff],
) -> Calendar:
    """The calendar of the rep's settings, the public holidays by country, and the days off.

    A country's holidays are free only on the days on which it is the rep's country.
    """
    countries = history.countries()
    ends = [day for day, _ in countries[1:]]
    free: list[date] = []
    for (first, country), end in zip(countries, [*ends, None], strict=True):
        days = holidays.get(country, {}) if country else {}
        free += [day for day in days if first <= day and (end is None or day < end)]
    return Calendar(history.weeks(), free, off)


def read_setting(key: str, value: str, from_day: date, more_kinds: tuple[str, ...] = ()) -> Setting:
    """What a rep typed as a setting from a day on, in canonical words.

    ``more_kinds`` are the kinds the rep added, which a target may name. Raises BadInput, whose
    sentence names the keys or the values there are.
    """
    name = read_key(key, more_kinds)
    read = read_target if name.startswith(_TARGET) else READERS[name]
    words = value.strip()
    return Setting(name, from_day, read(words if name in AS_TYPED else words.casefold()))


def read_key(key: str, more_kinds: tuple[str, ...] = ()) -> str:
    """The key a word means, as ``target.call`` for "target.calls". Raises BadInput naming the keys."""
    name = key.strip().casefold().replace("_", "-").replace(" ", "-")
    if name in DEFAULTS:
        return name
    if name.startswith(_TARGET):
        kind = name.removeprefix(_TARGET)
        if kind in (REACH, "reach-out"):
            return _TARGET + REACH
        if known := kind_named(kind, more_kinds):
            return _TARGET + known
        kinds = ", ".join((*TARGETABLE, *more_kinds))
        raise BadInput(f"A daily target is target. and one of: {kinds}.")
    raise BadInput(f"The settings are {', '.join(DEFAULTS)} and target.KIND, as in target.call.")


def _with(settings: Settings, key: str, value: str) -> Settings:
    """The settings with one canonical value changed; a key of no meaning here changes nothing."""
    if key.startswith(_TARGET):
        kind, target = key.removeprefix(_TARGET), int(value)
        others = {other: n for other, n in settings.targets.items() if other != kind}
        return replace(settings, targets=others | ({kind: target} if target else {}))
    match key:
        case "workdays":
            days = frozenset(WEEKDAYS.index(day) for day in value.split(","))
            return replace(settings, workdays=days)
        case "country":
            return replace(settings, country=value or None)
        case "floor":
            return replace(settings, floor=int(value))
        case "day-start":
            return replace(settings, day_start=time.fromisoformat(value))
        case "currency":
            return replace(settings, currency=value)
        case "date-order":
            return replace(settings, day_first=value == "day-first")
        case "fiscal-start":
            return replace(settings, fiscal_start=int(value))
        case "kinds":
            return replace(settings, kinds=tuple(value.split(",")) if value else ())
        case "skills":
            return replace(settings, skills=tuple(value.split(",")) if value else ())
        case "reward":
            return replace(settings, reward=value or None)
        case "evening-from":
            return replace(settings, evening_from=time.fromisoformat(value))
        case "times":
            return replace(settings, times=value)
        case "stages":
            return replace(settings, stages=read_stages(value))
    return settings
