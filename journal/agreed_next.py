"""What a line says comes next and when: "demo on fri" behind "globex meeting went well"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from journal.dates import read_day, read_span
from journal.errors import BadInput
from journal.evening_words import BEGINS_A_PLAN, IS_PAST, JOINS, NOT_WHAT
from journal.line import kind_spelled
from journal.quick_words import Ear

LONGEST_WHAT = 200
"""The longest clause that is taken for something agreed, in characters."""

FARTHEST = timedelta(days=730)
"""How far ahead a day may be agreed; one beyond is a slip of the finger [default]."""

_TIME = re.compile(
    r"(?:^|\s)((?:at |@ ?)(?:\d{1,2}[:.h]\d\d(?: ?[ap]m)?|\d{1,2}(?: ?[ap]m)?))$", re.IGNORECASE
)
_BY = re.compile(r"(?:on|by|for|until|till|due|this coming|at)\s+", re.IGNORECASE)
_PERIOD = re.compile(r"next (?:week|month|quarter)", re.IGNORECASE)
_AHEAD = re.compile(
    r"tomorrow|(?:(?:this|next) )?(?:mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?"
    r"|(?:in |\+)(?:an?|one|two|three|four|five|six|\d{1,3}) ?(?:d|days?|w|wks?|weeks?|months?)"
    r"|\d{4}-\d\d-\d\d|\d{1,2}/\d{1,2}(?:/\d{2,4})?|\d{1,2}\.\d{1,2}\.(?:\d{2,4})?"
    r"|\d{1,2}(?:st|nd|rd|th|\.)? (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}"
    r"|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6} \d{1,2}(?:st|nd|rd|th)?"
    r"|(?:the )?end of (?:the )?(?:month|quarter|year)|eom|eoq|eoy",
    re.IGNORECASE,
)
_BREAK = re.compile(r"[,;]\s*|\s[-–—]+\s|[.!?]\s+|\s(?:and|then)\s", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Agreed:
    """What is to happen on a later day."""

    before: str
    """The words in front of it, which tell what happened; empty when the line tells nothing else."""
    what: str
    """What was agreed, in the rep's words."""
    due: date
    """The day it was agreed for."""


def agreed_next(line: str, ear: Ear) -> Agreed | None:
    """What a line agrees on for a day after the rep's day; None when it names no such day."""
    found = _day_at_the_end(line, ear)
    if found is None:
        return None
    words, due, clock = found
    before, clause = _split(words, ear)
    what = NOT_WHAT.sub("", clause).strip(" ,;:-–—")
    if not clause or len(what) > LONGEST_WHAT or IS_PAST.search(clause):
        return None
    what = {"": "follow up", "back": "get back", "again": "call again"}.get(what.casefold(), what)
    return Agreed(before, f"{what} {clock}".rstrip(), due)


def _day_at_the_end(line: str, ear: Ear) -> tuple[str, date, str] | None:
    """The words before the day, the day, and a time that was said with it."""
    words, clock = line.rstrip(" .!"), ""
    if found := _TIME.search(words):
        words, clock = words[: found.start()], found[1]
    starts = [found.start() for found in re.finditer(r"\S+", words)][-4:]
    for start in starts:
        said = words[start:]
        if by := _BY.match(said):
            said = said[by.end() :]
        if (due := _day_ahead(said, ear)) is not None:
            return words[:start].rstrip(" ,;"), due, clock
    return None


def _day_ahead(said: str, ear: Ear) -> date | None:
    is_period = _PERIOD.fullmatch(said) is not None
    if not is_period and _AHEAD.fullmatch(said) is None:
        return None
    try:
        if is_period:
            due = read_span(said, ear.today, past=False)[0]
        else:
            due = read_day(said, ear.today, day_first=ear.day_first, past=False)
    except BadInput:
        return None
    if due == ear.today and said[-1:].isalpha():
        # A weekday named on that weekday is the next one: nothing is agreed for a day that is over.
        due += timedelta(weeks=1)
    return due if ear.today < due <= ear.today + FARTHEST else None


def _split(words: str, ear: Ear) -> tuple[str, str]:
    """What happened, and the clause that says what comes next."""
    for found in reversed(list(_BREAK.finditer(words))):
        clause = words[found.end() :]
        is_joined = found[0].strip().casefold() in JOINS
        if not is_joined or _begins_a_plan(clause, ear):
            return words[: found.start()].rstrip(), clause
    if not IS_PAST.search(words):
        return "", words
    before, _, last = words.rpartition(" ")
    is_next = kind_spelled(last, ear) is not None or last.casefold() in ("back", "again")
    return (before, last) if is_next else (words, "")


def _begins_a_plan(clause: str, ear: Ear) -> bool:
    first = clause.split(None, 1)[:1]
    return bool(first) and (
        first[0].casefold() in BEGINS_A_PLAN or kind_spelled(first[0], ear) is not None
    )
