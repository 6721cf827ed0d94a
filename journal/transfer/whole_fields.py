"""What a field of the whole journal's JSON holds, and a clear word on a value it cannot hold."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from enum import Enum
from functools import lru_cache
from typing import Any

Plain = str | int | float | bool | None
"""A value as JSON has it."""

Check = Callable[[Any], bool]
"""Whether a value read from JSON, whatever it is, is right."""

_MOST = 2**63 - 1
_YEARS = range(1800, 2301)
"""A little more than a rep may type, so that nothing walks over the days of millennia."""
_HALF = re.compile("[\ud800-\udfff]")
"""Half a surrogate pair, which no file can hold."""


class Kind(Enum):
    """What a value is, in words that finish “… must be”."""

    TEXT = "a text"
    WHOLE = "a whole number"
    NUMBER = "a number"
    YES_NO = "true or false"
    DAY = "a day like “2026-11-24”"
    TIME = "a time like “13:45:00”"
    CLOCK = "a time like “13:45:00”, or “” for none"
    MOMENT = "a moment in UTC like “2026-11-24T12:45:00.000000+00:00”"


@dataclass(frozen=True, slots=True)
class Field:
    """One key of a row."""

    name: str
    """The key."""
    kind: Kind
    """What its value is."""
    null: bool = False
    """Whether it may be absent, which is null."""
    to: str = ""
    """The part whose row it names by number; "" for none."""
    among: tuple[str, ...] = ()
    """The only texts it may be; empty for any."""
    lowest: int = -_MOST
    """The least number it may be."""
    highest: int = _MOST
    """The largest number it may be."""

    def fault(self, value: Plain) -> str | None:
        """What the value must be instead, to follow “must be”; None when it is right."""
        if self.is_right(value):
            return None
        if self.among:
            return self._one_of()
        return self._in_range() if _IS[self.kind](value) else self.kind.value

    @property
    def is_right(self) -> Check:
        """Tells whether a value is right; asked for once, and then of every row."""
        if self.among:
            check = _among(frozenset(self.among))
        elif self.lowest > -_MOST or self.highest < _MOST:
            check = _between(_IS[self.kind], self.lowest, self.highest)
        else:
            check = _IS[self.kind]
        return _or_null(check) if self.null else check

    def _one_of(self) -> str:
        return "one of " + ", ".join(f"“{word}”" for word in self.among)

    def _in_range(self) -> str:
        if self.highest == _MOST and self.lowest > -_MOST:
            return f"{self.lowest:,} or more"
        if self.highest == _MOST:
            return "a smaller number"
        return f"a number from {self.lowest:,} to {self.highest:,}"


def _or_null(check: Check) -> Check:
    return lambda value: value is None or check(value)


def _among(words: frozenset[str]) -> Check:
    return lambda value: isinstance(value, str) and value in words


def _between(check: Check, lowest: int, highest: int) -> Check:
    return lambda value: check(value) and lowest <= value <= highest


def _is_text(value: Plain) -> bool:
    return isinstance(value, str) and (value.isascii() or _HALF.search(value) is None)


def _is_whole(value: Plain) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and abs(value) <= _MOST


def _is_number(value: Plain) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and abs(value) <= _MOST


@lru_cache(maxsize=4096)
def _is_day(value: str) -> bool:
    try:
        found = date.fromisoformat(value)
    except ValueError:
        return False
    return found.year in _YEARS and found.isoformat() == value


@lru_cache(maxsize=4096)
def _is_time(value: str) -> bool:
    try:
        found = time.fromisoformat(value)
    except ValueError:
        return False
    return found.tzinfo is None and found.isoformat() == value


def _is_clock(value: str) -> bool:
    return not value or _is_time(value)


@lru_cache(maxsize=4096)
def _is_moment(value: str) -> bool:
    try:
        found = datetime.fromisoformat(value)
    except ValueError:
        return False
    if found.tzinfo != UTC or found.year not in _YEARS:
        return False
    return found.isoformat(timespec="microseconds") == value


_IS: dict[Kind, Check] = {
    Kind.TEXT: _is_text,
    Kind.WHOLE: _is_whole,
    Kind.NUMBER: _is_number,
    Kind.YES_NO: lambda value: isinstance(value, bool),
    Kind.DAY: lambda value: isinstance(value, str) and _is_day(value),
    Kind.TIME: lambda value: isinstance(value, str) and _is_time(value),
    Kind.CLOCK: lambda value: isinstance(value, str) and _is_clock(value),
    Kind.MOMENT: lambda value: isinstance(value, str) and _is_moment(value),
}


def text(name: str, *among: str, null: bool = False) -> Field:
    """A text, or one of a few words."""
    return Field(name, Kind.TEXT, null, among=among)


def texts(*names: str) -> tuple[Field, ...]:
    """Texts that may be empty."""
    return tuple(text(name) for name in names)


def maybe_texts(*names: str) -> tuple[Field, ...]:
    """Texts that may be absent."""
    return tuple(text(name, null=True) for name in names)


def whole(name: str, lowest: int = -_MOST, highest: int = _MOST, *, null: bool = False) -> Field:
    """A whole number."""
    return Field(name, Kind.WHOLE, null, lowest=lowest, highest=highest)


def number(name: str, lowest: int = -_MOST, highest: int = _MOST, *, null: bool = True) -> Field:
    """A rate, a chance or another number with a fraction."""
    return Field(name, Kind.NUMBER, null, lowest=lowest, highest=highest)


def money(name: str) -> Field:
    """An amount in whole minor units of the currency beside it; absent when it is not known."""
    return whole(f"{name}_minor", null=True)


def yes_no(name: str, *, null: bool = False) -> Field:
    """A yes or a no."""
    return Field(name, Kind.YES_NO, null)


def day(name: str, *, null: bool = False) -> Field:
    """A day of the rep."""
    return Field(name, Kind.DAY, null)


def at_time(name: str) -> Field:
    """A wall clock that is always known."""
    return Field(name, Kind.TIME)


def clock(name: str) -> Field:
    """A wall clock; empty when only the day is known."""
    return Field(name, Kind.CLOCK)


def of(name: str, part: str, *, null: bool = False) -> Field:
    """The number of a row of another part."""
    return Field(name, Kind.WHOLE, null, to=part, lowest=1)


def moment(before: str = "", *, null: bool = False) -> tuple[Field, ...]:
    """An instant in UTC, the zone it was lived in, and minutes that the clock was ahead of UTC."""
    return (
        Field(f"{before}utc", Kind.MOMENT, null),
        text(f"{before}zone", null=null),
        whole(f"{before}offset", -24 * 60, 24 * 60, null=null),
    )
