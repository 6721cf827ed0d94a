"""What a rep looks for, in words that the journal can be asked for, and what is found."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from itertools import groupby
from typing import Protocol

from journal.errors import BadInput
from journal.search_folding import folded

LONGEST, MOST_WORDS = 200, 16
"""The most characters and words that are looked for at once."""

LIMIT = 20
"""How many hits are given when nobody says how many."""

MOST = 500
"""The most hits that are given."""

TOO_LONG = (
    f"A search takes up to {LONGEST} characters and {MOST_WORDS} words: look for fewer of them."
)
NO_WORDS = "Search for what? Write a word or two, like journal search pricing."

_WITHOUT_SPACES = (
    *((0x0E00, 0x0EFF), (0x0F00, 0x0FFF), (0x1000, 0x109F), (0x1100, 0x11FF), (0x1780, 0x17FF)),
    *((0x2E80, 0x9FFF), (0xA960, 0xA97F), (0xAC00, 0xD7FF), (0xF900, 0xFAFF), (0xFF66, 0xFFDC)),
)
"""Letters of Thai, Lao, Tibetan, Burmese, Khmer, Chinese, Japanese and Korean: their words run on."""


class HitKind(StrEnum):
    """What can be found, in the order in which equally good hits stand."""

    ACCOUNT = "account"
    DEAL = "deal"
    CONTACT = "contact"
    GOAL = "goal"
    MILESTONE = "milestone"
    FOLLOW_UP = "follow-up"
    SETBACK = "setback"
    NOTE = "note"
    ACTIVITY = "activity"
    DAY = "day"
    REVIEW = "review"
    PURPOSE = "purpose"
    DAY_OFF = "day off"


@dataclass(frozen=True, slots=True)
class Word:
    """One word that must stand in all that is found."""

    text: str
    """The word, folded, without NUL."""
    begins: bool
    """Whether it has letters, and the index knows them all."""
    signs: tuple[str, ...] = ()
    """For what must stand just as it is typed, its signs, as ``signs_of`` tells them."""

    @property
    def is_within(self) -> bool:
        """Whether it may stand anywhere in a text, but just as it is typed: signs, and CJK.

        Any other is what a word of the text must begin with.
        """
        return bool(self.signs)


@dataclass(frozen=True, slots=True)
class Query:
    """What is looked for."""

    words: tuple[Word, ...]
    """Each of which must be found."""
    kind: HitKind | None = None
    """Only things of this kind."""


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing that was found."""

    kind: HitKind
    """What it is."""
    id: int
    """Its number among its kind; entries share theirs with list, edit and delete."""
    day: date | None
    """The day it belongs to; None for an account or somebody there."""
    name: str | None
    """What the rep named it: an account, a deal, a goal, somebody; None for what has only words."""
    account: str | None
    """The account it is about."""
    what: str
    """What kind of thing it is among its like: a call, a type of setback, how a deal stands."""
    about: str
    """What else belongs to it: a deal's name, an outcome, tags; "" for nothing."""
    text: str
    """All its words, line by line."""


@dataclass(frozen=True, slots=True)
class Hits:
    """What a search found, the best first."""

    hits: tuple[Hit, ...]
    """At most as many as were asked for."""
    more: bool
    """Whether there is more than that."""
    unread: int
    """How many things were written lately that could not be looked through yet."""
    more_of: frozenset[HitKind] = frozenset()
    """The kinds of which more was found than is given."""


class Searching(Protocol):
    """The words of everything, ready to be found."""

    def find(self, query: Query, limit: int = LIMIT, of_each: int = MOST) -> Hits:
        """What holds all the words: accounts, deals and the like by name first, then by how well it
        fits, and the newer first of those that fit alike.

        At most ``limit`` hits, and at most ``of_each`` of each kind. Of what a word finds in more
        than 500 things of one kind, the newest 500 are compared.
        """
        ...

    def unread(self) -> int:
        """How many things were written since a search last looked through what is new."""
        ...

    def read_on(self, at_most: int) -> int:
        """Look through so many of the new things; returns how many are left. Raises CannotSave."""
        ...


def read_query(text: str, kind: HitKind | None = None) -> Query:
    """What the rep's words ask for. Raises BadInput for none, or for too many."""
    words = folded(text.replace("\0", " ")).split()
    if not words:
        raise BadInput(NO_WORDS)
    if len(text) > LONGEST or len(words) > MOST_WORDS:
        raise BadInput(TOO_LONG)
    return Query(tuple(_word(one) for one in dict.fromkeys(words)), kind)


def read_kind_of_hit(word: str) -> HitKind:
    """The kind a rep names, in any case, singular or plural. Raises BadInput."""
    asked = " ".join(word.casefold().replace("-", " ").replace("_", " ").split())
    for kind in HitKind:
        name = kind.replace("-", " ")
        if asked in (name, *_PLURALS.get(kind, (f"{name}s",))):
            return kind
    known = ", ".join(HitKind)
    raise BadInput(f"There is no kind of that name to search: write one of {known}.")


_PLURALS = {
    HitKind.ACTIVITY: ("activities",),
    HitKind.DAY: ("days", "page", "pages", "day page", "day pages"),
    HitKind.DAY_OFF: ("days off",),
    HitKind.FOLLOW_UP: ("follow ups", "followup", "followups"),
}


def signs_of(text: str) -> tuple[str, ...]:
    """What the index would not know in a folded text: each run of signs once, each sign as a word.

    The index splits a text at signs and leaves them out, takes a whole Chinese sentence for one word,
    and is too old for some letters.
    """
    if text.isascii():
        runs = _ASCII_SIGNS.findall(text)
    else:
        runs = ["".join(run) for is_sign, run in groupby(text, _is_sign) if is_sign]
    return tuple(" ".join(f"x{ord(char):x}" for char in run) for run in dict.fromkeys(runs))


_ASCII_SIGNS = re.compile(r"[^a-z0-9\s]+")


def _word(text: str) -> Word:
    """How one folded word is looked for."""
    groups = [(char, unicodedata.category(char)[0]) for char in text]
    letters = [char for char, group in groups if group in "LN"]
    begins = bool(letters) and all(map(_is_known, letters))
    is_within = not begins or any(group == "S" for _, group in groups)
    return Word(text, begins, signs_of(text) if is_within else ())


@cache
def _is_sign(char: str) -> bool:
    """Whether the index does not know it, though it is no blank: a sign, or a letter."""
    if char.isspace():
        return False
    return unicodedata.category(char)[0] not in "LN" or not _is_known(char)


def _is_known(char: str) -> bool:
    """Whether the index knows such a letter, and splits words at both sides of a run of them."""
    code = ord(char)
    if code < 0x0E00:
        return True
    if any(first <= code <= last for first, last in _WITHOUT_SPACES):
        return False
    # The index knows Unicode 6.1; what 3.2 had already is surely in it.
    return unicodedata.ucd_3_2_0.category(char)[0] in "LN"
