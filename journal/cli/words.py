"""Words after a verb, read with the journal's own rules; each mistake is one sentence."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from journal.activity import KINDS, LARGEST_COUNT, OUTCOMES, check_count, kind_named
from journal.entry import LONGEST_ACCOUNT, LONGEST_WORD
from journal.errors import BadInput

if TYPE_CHECKING:
    from journal.logbook import Logbook

LONGEST_MINUTES = 24 * 60
"""The most minutes one entry may take."""

_NUMBER = re.compile(r"[+-]?[\d.,]*\d(?:[e^*]+\d+)?")
_LONGEST_SHOWN = 40


def read_kind(word: str, more: tuple[str, ...]) -> str:
    """The kind of activity a word names. Raises BadInput naming the kinds."""
    kind = kind_named(word, more)
    if kind is None:
        kinds = ", ".join((*KINDS, *more))
        raise BadInput(f"“{cut_short(word)}” is no kind of activity; the kinds are {kinds}.")
    return kind


def is_number(word: str) -> bool:
    """Whether a word can only be meant as a number: 3, -1, 2.5, 10^9; not 3M or 7-Eleven."""
    return _NUMBER.fullmatch(word) is not None


def read_count(word: str) -> int:
    """A count of 1 to 1,000. Raises BadInput."""
    if re.fullmatch(r"[+-]?\d{1,18}", word) is None:
        raise BadInput(
            f"A count is a whole number from 1 to {LARGEST_COUNT:,}, not “{cut_short(word)}”."
        )
    return check_count(int(word))


def read_minutes(word: str) -> int:
    """How long something took, 1 to 1,440 minutes. Raises BadInput."""
    if not word.isdecimal() or len(word) > 4 or not 1 <= int(word) <= LONGEST_MINUTES:
        raise BadInput(f"Minutes are a whole number from 1 to {LONGEST_MINUTES:,}.")
    return int(word)


def read_outcome(word: str) -> str | None:
    """What it led to, in one word; None for none. Raises BadInput."""
    folded = word.strip().casefold()
    if len(folded.split()) > 1 or len(folded) > LONGEST_WORD:
        raise BadInput(
            f"An outcome is one short word, like {', '.join(OUTCOMES[:4])}; the rest goes into -m."
        )
    return folded or None


def read_tags(words: tuple[str, ...]) -> tuple[str, ...]:
    """Tags without their #, each once; empty words are none. Raises BadInput."""
    tags = [word.strip().lstrip("#") for word in words]
    if wrong := next((t for t in tags if len(t.split()) > 1 or len(t) > LONGEST_WORD), None):
        raise BadInput(f"A tag is one short word; “{cut_short(wrong)}” is more than that.")
    return tuple(dict.fromkeys(tag for tag in tags if tag))


def read_id(word: str) -> int:
    """The number of a row, as lists show it. Raises BadInput."""
    bare = word.removeprefix("#")
    if not bare.isdecimal() or len(bare) > 18:
        raise BadInput(f"“{cut_short(word)}” is no number of an entry; journal list shows them.")
    return int(bare)


def read_sting(word: str) -> int:
    """How much a setback hurts, 0 to 10. Raises BadInput."""
    if not word.isdecimal() or len(word) > 2 or int(word) > 10:
        raise BadInput("A sting is a whole number from 0 to 10.")
    return int(word)


def read_setback_type(words: str) -> str:
    """The type of setback that was named, by its beginning or a part of it. Raises BadInput."""
    from journal.setback import TYPES

    folded = " ".join(words.casefold().replace("-", " ").split())
    named = [name for name in TYPES if folded == name.casefold().replace("-", " ")]
    named = named or [
        name for name in TYPES if folded and folded in name.casefold().replace("-", " ")
    ]
    if len(named) != 1:
        raise BadInput(
            f"“{cut_short(words)}” is not one type of setback; they are {', '.join(TYPES)}."
        )
    return named[0]


def whole_text(words: tuple[str, ...], question: str) -> str:
    """The words after a verb as one text. Raises BadInput with the question when there are none."""
    text = " ".join(words).strip()
    if not text:
        raise BadInput(question)
    return text


def account_named(book: Logbook, name: str) -> str | None:
    """The account as it is shown when it is known, else as typed; None for no name. Raises BadInput."""
    bare = " ".join(name.split())
    if len(bare) > LONGEST_ACCOUNT:
        raise BadInput(
            f"An account's name holds {LONGEST_ACCOUNT} characters; put the rest into -m."
        )
    return (book.store.accounts.known(bare) or bare) if bare else None


def cut_short(text: str) -> str:
    """What was typed, short enough to say it back."""
    return text if len(text) <= _LONGEST_SHOWN else text[: _LONGEST_SHOWN - 1] + "…"
