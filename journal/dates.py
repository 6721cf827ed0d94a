"""Days and times in a rep's words: read as they are typed, and said as a person would."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

from journal.errors import BadInput

if TYPE_CHECKING:
    # Loaded where a day is read: a log that names none goes without the grammar.
    from journal.day_words import Asked

WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
"""How weekdays are said; Monday first."""

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
"""How months are said."""

EXAMPLES = "today, fri, -3d, in 2 weeks, 4 dec or 2026-12-04"
"""What a sentence about a day that was not understood offers instead."""

EARLIEST, LATEST = date(1900, 1, 1), date(2199, 12, 31)
"""The days a journal knows; a year beyond them is a slip of the finger."""

LONGEST = 40
"""The longest text that can be a day, in characters."""

SAID_WITH_WEEKDAY = 14
"""So many days ahead a day is said with its weekday."""

_CLOCK = r"(\d{1,2})(?:[:.h](\d{2}))? ?(am|pm|a\.m\.|p\.m\.|h|o'clock)?"


def read_day(text: str, today: date, *, day_first: bool = True, past: bool | None = None) -> date:
    """The day a text means. Raises BadInput.

    A weekday, a day without its year or a bare "3 days" is looked for in the past when ``past``,
    in the future when it is False; when it is None, ahead, but in this year.
    """
    from journal.day_words import Asked

    return _read(text, Asked(today, today, day_first, past))


def read_past_day(text: str, today: date, *, day_first: bool = True) -> date:
    """The day on which something happened. Raises BadInput, for a day that has not come yet too."""
    day = read_day(text, today, day_first=day_first, past=True)
    if day > today:
        raise BadInput(
            "That day has not come yet. Write one up to today, like yesterday, fri or -3d."
        )
    return day


def read_span(
    text: str, today: date, *, day_first: bool = True, past: bool | None = None
) -> tuple[date, date]:
    """The first and the last day a text means: "mon..fri", "last week", "2w", or one day.

    A bare length like "2w" ends today, or begins today when ``past`` is False. Raises BadInput.
    """
    from journal.day_words import STEP, Asked, period_around, step_from_today

    asked = Asked(today, today, day_first, past)
    words = _plain(text)
    if ".." in words:
        return _read_ends(text, asked)
    if found := re.fullmatch(r"(this|last|next) (week|month|quarter|year)", words):
        return period_around(found[2], ("last", "this", "next").index(found[1]) - 1, today)
    step = re.fullmatch(STEP, words)
    if step and not (step[1] or step[5]):
        other = step_from_today(words, replace(asked, past=past is not False))
        if other is not None and past is False:
            return today, _in_range(text, other - timedelta(1))
        if other is not None:
            return _in_range(text, other + timedelta(1)), today
    day = _read(text, asked)
    return day, day


def read_time(text: str) -> time:
    """The wall clock a text means: "13:45", "1:45pm", "9", "noon". Raises BadInput."""
    words = _plain(text)
    if words == "noon":
        return time(12)
    found = re.fullmatch(_CLOCK, words)
    if found:
        hour, minute, half = int(found[1]), int(found[2] or 0), (found[3] or "")[:1]
        if half in ("a", "p") and 1 <= hour <= 12:
            hour = hour % 12 + (12 if half == "p" else 0)
            half = ""
        if hour < 24 and minute < 60 and half not in ("a", "p"):
            return time(hour, minute)
    raise BadInput(f"No time is called “{_cut(text)}”. Write it like 13:45, 1:45pm or 9.")


def in_words(day: date, today: date) -> str:
    """A day as the rep would say it: today, yesterday, tomorrow, Fri 4 Dec, 31 Dec, 3 Jan 2028."""
    ahead = (day - today).days
    near = {0: "today", -1: "yesterday", 1: "tomorrow"}
    if ahead in near:
        return near[ahead]
    said = f"{day.day} {MONTHS[day.month - 1]}"
    if 0 < ahead <= SAID_WITH_WEEKDAY:
        return f"{WEEKDAYS[day.weekday()]} {said}"
    return said if day.year == today.year else f"{said} {day.year}"


def on_day(day: date, today: date) -> str:
    """A day as a sentence goes on with it: today, yesterday, on Fri 4 Dec, on 3 Jan 2028."""
    said = in_words(day, today)
    return said if abs((day - today).days) <= 1 else f"on {said}"


def add_months(anchor: date, months: int) -> date:
    """The same day so many months on, or the month's last where it has no such day.

    Counting each month from the anchor keeps the 31st. Raises BadInput beyond the calendar.
    """
    year, month = divmod(anchor.year * 12 + anchor.month - 1 + months, 12)
    if not 1 <= year <= 9999:
        raise BadInput(f"That is too far away. Write a day like {EXAMPLES}.")
    return date(year, month + 1, min(anchor.day, days_in(year, month + 1)))


def days_in(year: int, month: int) -> int:
    """How many days a month has."""
    return 31 if month == 12 else (date(year, month + 1, 1) - timedelta(1)).day


def _read(text: str, asked: Asked) -> date:
    from journal.day_words import in_our_words

    words = _plain(text)
    if not words:
        raise BadInput(f"Which day? Write it like {EXAMPLES}.")
    day = in_our_words(words, asked) if len(words) <= LONGEST else None
    if day is None and len(words) <= LONGEST:
        day = _as_dateutil_reads_it(words, asked)
    if day is None:
        raise BadInput(f"No day is called “{_cut(text)}”. Write it like {EXAMPLES}.")
    return _in_range(text, day)


def _read_ends(text: str, asked: Asked) -> tuple[date, date]:
    begin, _, end = text.partition("..")
    if not begin.strip():
        raise BadInput("Say the first day too, like 2026-11-01..2026-11-30.")
    first = _read(begin, asked)
    if not end.strip(". "):
        last = asked.today
    else:
        # "mon..fri" and "27/12..3/1" go on from their first day, "mon..today" does not.
        last = _read(end.lstrip("."), replace(asked, base=first, past=False))
    if last < first:
        raise BadInput("The last day comes before the first; write FROM..TO, like mon..fri.")
    return first, last


def _plain(text: str) -> str:
    return " ".join(text.casefold().replace(",", " ").split())


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"


def _in_range(text: str, day: date) -> date:
    if not EARLIEST <= day <= LATEST:
        raise BadInput(f"“{_cut(text)}” is too far away. Write a day like {EXAMPLES}.")
    return day


def _as_dateutil_reads_it(words: str, asked: Asked) -> date | None:
    if not (re.search(r"\d", words) and re.search(r"[^\W\d_]", words)):
        return None
    from dateutil import parser

    from journal.day_words import day_of

    # What the text leaves open shows as a difference between two readings.
    try:
        one, other = (
            parser.parse(words, default=open_, dayfirst=asked.day_first, fuzzy=False, ignoretz=True)
            for open_ in (datetime(2000, 1, 1, tzinfo=UTC), datetime(2004, 2, 2, tzinfo=UTC))
        )
        one.isoformat(), other.isoformat()
    except (ValueError, OverflowError, ArithmeticError):
        return None
    if (one.month, one.day) != (other.month, other.day):
        return None
    return day_of(words, one.day, one.month, one.year if one.year == other.year else None, asked)
