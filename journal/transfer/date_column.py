"""The dates of one column, in any spelling an export has, all read in one order of their parts."""

from __future__ import annotations

import re
from collections.abc import Collection
from datetime import date, timedelta

EXCEL_EPOCH = date(1899, 12, 30)
"""Day 0 of a spreadsheet's day numbers, as they run from March 1900 on."""

BLANKS = frozenset({"-", "–", "—", "n/a", "na", "none", "null", "tbd", "tba", "?", "unknown"})
"""What people write for "not known"."""

_TIME = (
    r"(?:[T, ]\s*\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?\s*(?:[AaPp]\.?[Mm]\.?)?"
    r"\s*(?:Z|UTC|GMT|[+-]\d{2}:?\d{2})?)?"
)
_NUMERIC = re.compile(r"(\d{1,4})([/.\-])(\d{1,2})\2(\d{4}|\d{1,2})" + _TIME)
_DAY_NAME_FIRST = re.compile(r"(\d{1,2})[-\s./]*([A-Za-z]{3,9})\.?[-\s,./]*(\d{4}|\d{2})" + _TIME)
_MONTH_NAME_FIRST = re.compile(
    r"([A-Za-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})" + _TIME
)
_SERIAL = re.compile(r"(\d{5})(?:[.,]\d+)?")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})")
_FIRST_SERIAL, _LAST_SERIAL = 18_264, 73_415
_YEARS = range(1900, 2200)
_MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_MOST_CACHED = 4_096
_MOST_YEARS = 15
"""So far apart are the years of an export at most; days of the month soon lie further apart."""
_YEARS_AHEAD = 3
"""So far are years from those of other cells of a file at most."""


class DateColumn:
    """One column of dates: first shown all of its cells, then read.

    Whether 3/4 is in March or in April is decided by the column as a whole: one 25/3 settles all.
    So is whether 26-09-10 begins with its year: years lie closer together than days.
    """

    __slots__ = (
        *("_day_first", "_ends", "_firsts", "_fits", "_lasts", "_read", "_shown", "_year_first"),
        *("_starts", "_years", "example", "short"),
    )

    def __init__(self) -> None:
        """Begin with no cell seen."""
        self.example: str | None = None
        """A cell that fits both orders; None when there is none."""
        self.short: str | None = None
        """A cell that may begin or end with its year; None when there is none."""
        self._firsts: set[int] = set()
        self._lasts: set[int] = set()
        self._starts: set[str] = set()
        self._years: set[str] = set()
        self._ends = False
        self._year_first = False
        self._fits: set[bool] = set()
        self._shown: set[str] = set()
        self._day_first = True
        self._read: dict[str, date | None] = {}

    def see(self, text: str) -> None:
        """Learn from one cell, whatever it holds."""
        start = text[:5]
        if start in self._starts:
            return
        if start[4:] == "-" and start[:4].isascii() and start[:4].isdecimal():
            self._starts.add(start)
            self._years.add(start[:4])
            return
        if text in self._shown:
            return
        if len(self._shown) < _MOST_CACHED:
            self._shown.add(text)
        if (found := _NUMERIC.fullmatch(text.strip())) is None:
            return
        if len(found[1]) > 2:
            return
        self._see_year(found[0], found[1], int(found[3]), found[4])
        first, second = int(found[1]), int(found[3])
        if first == second:
            return
        if 31 >= first > 12 >= second:
            self._fits.add(True)
        elif 31 >= second > 12 >= first:
            self._fits.add(False)
        elif max(first, second) <= 12:
            self.example = text.strip()

    def _see_year(self, text: str, first: str, second: int, last: str) -> None:
        """Learn whether the year of a cell can stand first, last, or at both ends."""
        can_begin = len(first) == 2 and 1 <= second <= 12 and 1 <= int(last) <= 31
        if can_begin:
            self.short = self.short or text
            self._firsts.add(_full_year(first))
            self._lasts.add(_full_year(last))
        elif int(first) <= 31 and second <= 31 and min(int(first), second) <= 12:
            self._ends = True
        if len(last) == 4:
            self._years.add(last)

    @property
    def year_first(self) -> bool | None:
        """Whether cells like 26-09-10 begin with their year; None when the column does not show it.

        Of both ends the one whose numbers lie closer together, by far, holds the years.
        """
        if self._ends or not self._firsts:
            return False
        first, last = (max(years) - min(years) for years in (self._firsts, self._lasts))
        if first <= _MOST_YEARS and (last > 2 * first + 1 or self._no_days):
            return True
        if last <= _MOST_YEARS and first > 2 * last + 1:
            return False
        return None

    @property
    def is_dashed(self) -> bool:
        """Whether it holds cells like 26-09-10; with slashes or dots the year stands last by habit."""
        return self.short is not None and "-" in self.short

    @property
    def years(self) -> set[int]:
        """The years that are told with four digits."""
        return {int(year) for year in self._years}

    def year_first_among(self, years: Collection[int]) -> bool | None:
        """The same, where a file tells such years with four digits; None when both ends are near them."""
        if not years or not self._firsts:
            return None
        begins, ends = (_is_near(found, years) for found in (self._firsts, self._lasts))
        return begins if begins != ends else None

    @property
    def can_be_month_first(self) -> bool:
        """Whether the cells that may begin with their year may begin with a month as well."""
        return all(year % 100 <= 12 for year in self._firsts)

    @property
    def can_be_day_first(self) -> bool:
        """Whether they may begin with a day."""
        return not self._no_days

    @property
    def _no_days(self) -> bool:
        """Whether some cell begins with what is no day of a month."""
        return any(not 1 <= year % 100 <= 31 for year in self._firsts)

    @property
    def shows_year(self) -> bool:
        """Whether some cell tells where the years of its column stand."""
        return self._ends or bool(self._firsts)

    @property
    def evidence(self) -> bool | None:
        """Whether the day comes first, as the cells themselves show; None when they do not agree."""
        return next(iter(self._fits)) if len(self._fits) == 1 else None

    @property
    def is_open(self) -> bool:
        """Whether some cells can only be read once the order is settled."""
        return self.evidence is None and (self.example is not None or len(self._fits) > 1)

    def settle(self, *, day_first: bool) -> None:
        """Fix the order of day and month for the whole column."""
        self._day_first = day_first
        self._read.clear()

    def settle_year_first(self) -> None:
        """Fix that 26-09-10 is in 2026, for the whole column."""
        self._year_first = True
        self._read.clear()

    def read(self, text: str) -> date | None:
        """The day a cell names; None for a blank or "TBD". Raises ValueError for anything else."""
        try:
            return self._read[text]
        except KeyError:
            pass
        if len(self._read) >= _MOST_CACHED:
            self._read.clear()
        self._read[text] = day = self._parse(text.strip())
        return day

    def _parse(self, text: str) -> date | None:
        if not text or text.casefold() in BLANKS:
            return None
        if found := _NUMERIC.fullmatch(text):
            return self._numeric(found[1], found[3], found[4])
        if found := _DAY_NAME_FIRST.fullmatch(text):
            return _day(_full_year(found[3]), _month(found[2]), int(found[1]))
        if found := _MONTH_NAME_FIRST.fullmatch(text):
            return _day(int(found[3]), _month(found[1]), int(found[2]))
        if found := _COMPACT.fullmatch(text):
            return _day(int(found[1]), int(found[2]), int(found[3]))
        if (found := _SERIAL.fullmatch(text)) and _FIRST_SERIAL <= int(found[1]) <= _LAST_SERIAL:
            return EXCEL_EPOCH + timedelta(days=int(found[1]))
        raise ValueError(text)

    def _numeric(self, first: str, second: str, third: str) -> date:
        if len(first) == 4:
            return _day(int(first), int(second), int(third))
        if len(first) == 3:
            raise ValueError(first)
        if self._year_first:
            return _day(_full_year(first), int(second), int(third))
        day, month = (first, second) if self._day_first else (second, first)
        return _day(_full_year(third), int(month), int(day))


def _is_near(found: Collection[int], years: Collection[int]) -> bool:
    """Whether years lie no further from others than deals of one export do."""
    return max(found) - max(years) <= _YEARS_AHEAD and min(years) - min(found) <= _YEARS_AHEAD


def _full_year(year: str) -> int:
    if len(year) == 4:
        return int(year)
    return int(year) + (2000 if int(year) < 70 else 1900)


def _month(name: str) -> int:
    folded = name.casefold()
    for number, month in enumerate(_MONTHS, start=1):
        if folded in (month, month[:3], month[:4]):
            return number
    raise ValueError(name)


def _day(year: int, month: int, day: int) -> date:
    if year not in _YEARS:
        raise ValueError(f"{year} is no year of a deal")
    return date(year, month, day)
