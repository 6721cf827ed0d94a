"""The grammar in which a rep says a day: our own words first, dateutil last."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta

from journal.dates import EXAMPLES, MONTHS, add_months, days_in
from journal.errors import BadInput

_WEEKDAY_NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTH_NAMES = (
    *("january", "february", "march", "april", "may", "june", "july"),
    *("august", "september", "october", "november", "december"),
)
_NUMBERS = ("a", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
STEP = (  # before, digits, number word, unit, after
    r"(in |[+-] ?)?(?:(\d{1,4}) ?|(an?|one|two|three|four|five|six|seven|eight|nine|ten) )"
    r"(d|days?|w|wks?|weeks?|m|months?|y|years?)( ago| from now| from today)?"
)
_YEAR_FIRST = r"(\d{4})([/.-])(\d{1,2})\2(\d{1,2})"
_NUMERIC = r"(\d{1,2})([/.-])(\d{1,2})(?:\2(\d{4}|\d{2})?)?"
_DAY_MONTH = r"(\d{1,2})(?:st|nd|rd|th|\.)?[ /-]?(?:of )?([a-z]{3,9})\.?(?:[ /-]?(\d{4}|\d{2}))?"
_MONTH_DAY = r"([a-z]{3,9})\.?[ /-]?(\d{1,2})(?:st|nd|rd|th)?(?: (\d{4}))?"
_END_OF = r"(?:the )?end of (?:the )?(?:(this|last|next) )?(month|quarter|year)"
_PERIOD_MONTHS = {"month": 1, "quarter": 3, "year": 12}


@dataclass(frozen=True, slots=True)
class Asked:
    """How a day was asked for."""

    today: date
    """The rep's today."""
    base: date
    """What a bare weekday and a year left out are counted from: today, or a span's first day."""
    day_first: bool
    """Whether 4/12 is the fourth of December."""
    past: bool | None
    """Whether what is left open lies behind or ahead; None when neither is known."""


def in_our_words(words: str, asked: Asked) -> date | None:
    """The day that small letters mean in our own grammar; None when it has no such words.

    Raises BadInput for words that can only be a day and are none, like 30 Feb.
    """
    words = words.removeprefix("on ")
    near = {"today": 0, "now": 0, "yesterday": -1, "tomorrow": 1}
    if words in near:
        return asked.today + timedelta(near[words])
    for read in (_weekday, step_from_today, _numeric, _named, _end_of):
        day = read(words, asked)
        if day is not None:
            return day
    return _day_with_weekday(words, asked)


def _day_with_weekday(words: str, asked: Asked) -> date | None:
    name, _, rest = words.partition(" ")
    weekday = _place(name.rstrip("."), _WEEKDAY_NAMES)
    if weekday is None:
        return None
    # Around New Year the weekday tells which year is meant.
    bases = (asked.base, add_months(asked.base, 12), add_months(asked.base, -12))
    days = [
        _numeric(rest, at) or _named(rest, at) for at in (replace(asked, base=b) for b in bases)
    ]
    for day in days:
        if day is None or day.weekday() == weekday:
            return day
    day = days[0] or asked.today
    is_a, not_a = (_WEEKDAY_NAMES[n].capitalize() for n in (day.weekday(), weekday))
    said = f"{day.day} {MONTHS[day.month - 1]} {day.year}"
    raise BadInput(f"{said} is a {is_a}, not a {not_a}; write one of the two.")


def _place(word: str, names: tuple[str, ...]) -> int | None:
    if len(word) < 3:
        return None
    return next((n for n, name in enumerate(names) if name.startswith(word)), None)


def _weekday(words: str, asked: Asked) -> date | None:
    which, _, name = words.rpartition(" ")
    weekday = _place(name, _WEEKDAY_NAMES)
    if weekday is None or which not in ("", "this", "last", "next"):
        return None
    base = asked.base if which == "" else asked.today
    ahead = (weekday - base.weekday()) % 7
    if which == "this":
        return base + timedelta(weekday - base.weekday())
    if which == "last" or (which == "" and asked.past):
        back = -ahead % 7
        return base - timedelta(back or (7 if which else 0))
    return base + timedelta(ahead or (7 if which else 0))


def step_from_today(words: str, asked: Asked) -> date | None:
    """The day that -3d, "in 2 weeks" or "3 days ago" mean; None for other words."""
    found = re.fullmatch(STEP, words)
    if found is None:
        return None
    before, digits, number, unit, after = found.groups()
    if before and after and not (before == "in " and "from" in after):
        return None
    amount = int(digits) if digits else _NUMBERS.index("a" if number == "an" else number) or 1
    sign = (before or "").strip()
    is_back = sign == "-" or after == " ago" or not (before or after or not asked.past)
    amount = -amount if is_back else amount
    if unit[0] == "d":
        return asked.today + timedelta(amount)
    if unit[0] == "w":
        return asked.today + timedelta(weeks=amount)
    return add_months(asked.today, amount * (12 if unit[0] == "y" else 1))


def _numeric(words: str, asked: Asked) -> date | None:
    if found := re.fullmatch(_YEAR_FIRST, words) or re.fullmatch(r"(\d{4})()(\d\d)(\d\d)", words):
        return day_of(words, int(found[4]), int(found[3]), int(found[1]), asked)
    found = re.fullmatch(_NUMERIC, words)
    if found is None:
        return None
    day, month = (int(found[1]), int(found[3]))[:: 1 if asked.day_first else -1]
    if month > 12 >= day:
        order = "day" if asked.day_first else "month"
        raise BadInput(f"“{words}” is no day when the {order} comes first; turn it round.")
    return day_of(words, day, month, _year(found[4]), asked)


def _named(words: str, asked: Asked) -> date | None:
    if found := re.fullmatch(_DAY_MONTH, words):
        day, name, year = found.groups()
    elif found := re.fullmatch(_MONTH_DAY, words):
        name, day, year = found.groups()
    else:
        return None
    month = _place(name, _MONTH_NAMES)
    return None if month is None else day_of(words, int(day), month + 1, _year(year), asked)


def _year(digits: str | None) -> int | None:
    if digits is None:
        return None
    return int(digits) + (2000 if len(digits) == 2 else 0)


def day_of(words: str, day: int, month: int, year: int | None, asked: Asked) -> date:
    """The day itself; without a year the nearest on the wanted side, or this year's.

    Raises BadInput when the calendar has no such day.
    """
    step = -1 if asked.past else 1
    # 29 February may be eight years away.
    years = [year] if year is not None else [asked.base.year + step * n for n in range(9)]
    for tried in years:
        if 1 <= tried <= 9999 and 1 <= month <= 12 and 1 <= day <= days_in(tried, month):
            found = date(tried, month, day)
            side = (found - asked.base).days * step
            if year is not None or asked.past is None or side >= 0:
                return found
    raise BadInput(f"There is no day “{words}”. Write it like {EXAMPLES}.")


def _end_of(words: str, asked: Asked) -> date | None:
    short = {"eom": "end of month", "eoq": "end of quarter", "eoy": "end of year"}
    found = re.fullmatch(_END_OF, short.get(words, words))
    if found is None:
        return None
    ends = [period_around(found[2], shift, asked.today)[1] for shift in (-1, 0, 1)]
    if found[1]:
        return ends[("last", "this", "next").index(found[1])]
    return ends[0] if asked.past and ends[1] > asked.today else ends[1]


def period_around(period: str, shift: int, today: date) -> tuple[date, date]:
    """The first and last day of this week, month, quarter or year, or of one ``shift`` away."""
    if period == "week":
        monday = today + timedelta(weeks=shift) - timedelta(today.weekday())
        return monday, monday + timedelta(6)
    months = _PERIOD_MONTHS[period]
    first = today.replace(month=(today.month - 1) // months * months + 1, day=1)
    return add_months(first, shift * months), add_months(first, (shift + 1) * months) - timedelta(1)
