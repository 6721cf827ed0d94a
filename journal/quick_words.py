"""The parts of a typed line, each taken off where it stands: account, tags, sting, day and time."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, time

from journal.activity import check_count
from journal.dates import read_day, read_time
from journal.entry import LONGEST_ACCOUNT, TIME_AHEAD, is_ahead
from journal.errors import BadInput
from journal.line_words import AGREED, NO_NAMES
from journal.moment import Moment
from journal.outcome_told import begins_with_outcome

LONGEST_NAME = 6
"""The most words an account's name has without quotes."""

DAY_AHEAD = "That day has not come yet; write one up to today, like yesterday or fri."
"""What is said of a day that has not come."""

_TAIL = 60
"""A day, a time or a sting stands in so many characters at the end of a line."""

_QUOTES = '"“”„'
_NUMBER = re.compile(r"[x×]?([+-]?\d[\d.,]*)[x×]?")
_TAG = re.compile(r"(?<!\S)#([^\W\d_][\w-]*)")
_STING = re.compile(r"[\s,;·–-]*\bsting:? (\d{1,3})(?:/10)?$", re.IGNORECASE)
_TIME = re.compile(
    r"(?:^|\s)(?:at |@ ?)(\d{1,2}[:.h]\d\d(?: ?[ap]m)?|\d{1,2} ?[ap]m)$", re.IGNORECASE
)
_WITH = re.compile(r"^(?:with|to)\s+", re.IGNORECASE)
_DAY = re.compile(r"(?:^|(?<=\s))(?:(on) |@ ?)(?=\S)", re.IGNORECASE)
_SURELY_PAST = re.compile(r"(?:yesterday|today|last |-).*|.* ago", re.IGNORECASE)
_NUMERIC_DAY = re.compile(r"\d{1,4}(?:[/.-]\d{1,4}){1,2}")

_BARE_DAY = re.compile(
    r"yesterday|today|tomorrow"
    r"|(?:(?:last|this|next) )?(?:mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?"
    r"|-\d{1,3} ?[dwmy]|(?:a|an|\d{1,3}) (?:day|week|month)s? ago"
    r"|\d{4}-\d\d-\d\d|\d{1,2}/\d{1,2}(?:/\d{2,4})?|\d{1,2}\.\d{1,2}\.(?:\d{2,4})?",
    re.IGNORECASE,
)
"""What needs no "on" before it to be a day, when it stands alone after the account."""


@dataclass(frozen=True, slots=True)
class Ear:
    """What must be known to understand a line."""

    now: Moment
    """This moment."""
    today: date
    """The rep's day."""
    known_account: Callable[[str], str | None]
    """The name as shown of an account that is known."""
    kinds: tuple[str, ...]
    """Kinds of activity the rep added."""
    day_first: bool
    """Whether 4/12 is the fourth of December."""
    is_now: bool = True
    """Whether what names no time happens as it is written; in the evening nobody knows when it did."""


@dataclass(frozen=True, slots=True)
class Ending:
    """What stood at the end of a line, and the words before it."""

    words: str
    """What is left of the line."""
    tags: tuple[str, ...] = ()
    """The tags, in their order."""
    day: date | None = None
    """The day; None when none was given."""
    is_surely_meant: bool = False
    """Whether the day can only be the entry's own: yesterday, last fri, alone after the account."""
    time: time | None = None
    """The time; None when none was given."""
    sting: int | None = None
    """The sting, 0 to 10."""


def first_word(words: str) -> tuple[str, str]:
    """The first word, and what follows it."""
    parts = words.split(None, 1)
    return (parts[0], parts[1].rstrip()) if len(parts) == 2 else (words.strip(), "")


def count_in(word: str) -> int | None:
    """The count a word is, like 3 or ×3; None when it is no number. Raises BadInput for a wrong one."""
    found = _NUMBER.fullmatch(word)
    if found is None:
        return None
    digits = re.sub(r",(?=\d{3}(?:\D|$))", "", found[1])
    if not re.fullmatch(r"[+-]?\d{1,12}", digits):
        raise BadInput(f"A count is a whole number from 1 to 1,000, not {found[1][:20]}.")
    return check_count(int(digits))


def ending(
    words: str, ear: Ear, *, by: tuple[str, ...] = ("on", "@"), bare: bool = False
) -> Ending:
    """Take tags, sting, day and time off the end of a line, in whatever order they stand.

    ``by`` names what may introduce a day; if ``bare``, one alone after the account needs nothing.
    Raises BadInput for a day or a time that has not come.
    """
    taken = _all_taken(words, ear, by, bare=bare)
    if _is_agreed(taken, ear):
        taken = _all_taken(words, ear, ())
    _refuse_what_has_not_come(taken, ear)
    return replace(taken, tags=tuple(dict.fromkeys(t.casefold() for t in _TAG.findall(words))))


def account_in(words: str, ear: Ear) -> tuple[str | None, str]:
    """The account a line begins with, as far as its own words tell, and what follows it.

    In quotes as it stands, else the longest known name. Raises BadInput for an open quote.
    """
    if words[:1] and words[0] in _QUOTES:
        end = next((n for n, letter in enumerate(words[1:], 1) if letter in _QUOTES), None)
        if end is None:
            raise BadInput("Close the quote after the account's name.")
        name = words[1:end].strip()
        return _shown(name, ear) or name or None, words[end + 1 :].lstrip(" ,:;")
    ends = [found.end() for found in re.finditer(r"\S+", words[: LONGEST_ACCOUNT * 2])]
    for end in reversed(ends[:LONGEST_NAME]):
        if known := _shown(words[:end], ear) or _shown(words[:end].rstrip(",:;."), ear):
            return known, _note_after(words[end:])
    return None, words


def new_account_in(words: str) -> tuple[str | None, str]:
    """The first word as a new account, with a capital; None when it tells an outcome instead."""
    word, rest = first_word(words)
    name = word.rstrip(",:;.")
    if name.casefold() in NO_NAMES:
        return None, words
    if not re.search(r"\w", name) or name.startswith("#") or begins_with_outcome(words):
        return None, words
    if len(name) > LONGEST_ACCOUNT:
        raise BadInput(f"An account's name has up to {LONGEST_ACCOUNT} letters.")
    return (name[:1].upper() + name[1:] if name.islower() else name), _note_after(rest)


def known_inside(words: str, ear: Ear) -> str | None:
    """A known account named among the first words, not only at their beginning."""
    few = words[: LONGEST_ACCOUNT * 2].split()[:8]
    for start in range(len(few)):
        for end in range(min(len(few), start + 3), start, -1):
            if known := _shown(" ".join(few[start:end]).rstrip(",:;."), ear):
                return known
    return None


def _all_taken(words: str, ear: Ear, by: tuple[str, ...], *, bare: bool = False) -> Ending:
    taken: Ending | None = Ending(words)
    while taken is not None:
        left = taken
        taken = _one_less(left, ear, by) or (_bare_day_less(left, ear) if bare else None)
    return left


def _one_less(taken: Ending, ear: Ear, by: tuple[str, ...]) -> Ending | None:
    words = taken.words.rstrip()
    head, tail = words[:-_TAIL], words[-_TAIL:]
    last = words.rsplit(None, 1)[-1:]
    if last and _TAG.fullmatch(last[0]):
        return replace(taken, words=words[: -len(last[0])])
    if taken.sting is None and (found := _STING.search(tail)):
        return replace(taken, words=head + tail[: found.start()], sting=_sting(found[1]))
    if by and taken.time is None and (found := _TIME.search(tail)):
        return replace(taken, words=head + tail[: found.start()], time=read_time(found[1]))
    if taken.day is None:
        for found in reversed(list(_DAY.finditer(tail))):
            said = tail[found.end() :]
            day = _day(said, ear) if (found[1] or "@").casefold() in by else None
            if day is not None:
                is_past = _SURELY_PAST.fullmatch(said) is not None
                less = head + tail[: found.start()]
                return replace(taken, words=less, day=day, is_surely_meant=is_past)
    return None


def _bare_day_less(taken: Ending, ear: Ear) -> Ending | None:
    """Take off a day that stands alone after the account, like "call acme yesterday"."""
    words = taken.words.strip()
    if taken.day is not None or len(words) > LONGEST_ACCOUNT + _TAIL or _is_account(words, ear):
        return None
    starts = [found.start() for found in re.finditer(r"\S+", words)]
    for start in starts[-3:]:
        said, before = words[start:], words[:start].rstrip()
        if _BARE_DAY.fullmatch(said) and _is_account(_TIME.sub("", before), ear, new=True):
            day = _day(said, ear)
            if day is not None:
                return replace(taken, words=before, day=day, is_surely_meant=True)
    return None


def _is_account(words: str, ear: Ear, *, new: bool = False) -> bool:
    """Whether words are an account and nothing else; a new one or none at all, too, if ``new``."""
    bare = _WITH.sub("", words)
    if new and not bare:
        return True
    name, rest = account_in(bare, ear)
    if name is None and new:
        name, rest = new_account_in(bare)
    return name is not None and not rest


def _is_agreed(taken: Ending, ear: Ear) -> bool:
    """Whether the day or time taken is what was agreed, and so belongs to the note."""
    words = taken.words.split()
    if not words or taken.is_surely_meant or (taken.day is None and taken.time is None):
        return False
    return words[-1].casefold().strip(",.;:") in AGREED or (
        len(words) > 2 and _has_not_come(taken, ear) != ""
    )


def _day(text: str, ear: Ear) -> date | None:
    try:
        return read_day(text, ear.today, day_first=ear.day_first, past=True)
    except BadInput:
        # "on hold" is a note; 31/2 can only be a slip.
        if _NUMERIC_DAY.fullmatch(text):
            raise
        return None


def _sting(digits: str) -> int:
    if int(digits) > 10:
        raise BadInput("A sting is a number from 0 to 10.")
    return int(digits)


def _has_not_come(taken: Ending, ear: Ear) -> str:
    """The sentence for a day or a time that has not come yet; empty when both have."""
    if taken.day is not None and taken.day > ear.today:
        return DAY_AHEAD
    ahead = is_ahead(taken.time, taken.day or ear.today, ear.today, ear.now)
    return TIME_AHEAD if ahead else ""


def _refuse_what_has_not_come(taken: Ending, ear: Ear) -> None:
    if sentence := _has_not_come(taken, ear):
        raise BadInput(sentence)


def _shown(name: str, ear: Ear) -> str | None:
    is_short = 0 < len(name) <= LONGEST_ACCOUNT
    return ear.known_account(" ".join(name.split())) if is_short else None


def _note_after(words: str) -> str:
    return re.sub(r"^[,:;–—-]\s+", "", words.strip())
