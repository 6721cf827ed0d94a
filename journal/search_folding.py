"""How words are made alike before they are compared, so that Straße is found by STRASSE and ｱ by ア.

It is done here alone, for what is indexed, for what is asked and for what is marked.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from functools import lru_cache

FOLDING = 2
"""Counts up whenever other text comes out, or other words are read: an older index is made again."""

_PLAIN = {
    **{"ı": "i", "ł": "l", "ø": "o", "đ": "d", "ħ": "h", "ŧ": "t"},
    **{"æ": "ae", "œ": "oe", "ð": "d", "þ": "th"},
}
"""Letters that no accent parts from those a keyboard without them has."""

_NO_CHARACTER = "\ufffd"
"""What half a surrogate pair becomes where the journal keeps it."""

_VOWELLED = 0x0900
"""From here on (Devanagari, Thai and the like) marks are vowels; before it they may be left away."""

_ACCENTS = (
    (0x1AB0, 0x1AFF),
    (0x1DC0, 0x1DFF),
    (0x20D0, 0x20FF),
    (0xFE00, 0xFE0F),
    (0xFE20, 0xFE2F),
)
"""Marks beyond those that may be left away too: accents of several scripts, and how an emoji looks."""


def folded(text: str) -> str:
    """The text in small letters of one width, without accents and what is not seen.

    Ligatures come apart. Signs of other than letters stay what they are, in whatever width.
    """
    return text.lower() if text.isascii() else "".join(map(_bare, text))


def folded_with_places(text: str) -> tuple[str, Sequence[int]]:
    """The same, and for each character of it where in the text it comes from; the end comes last."""
    if text.isascii():
        return text.lower(), range(len(text) + 1)
    places: list[int] = []
    parts = [_bare(char) for char in text]
    for place, part in enumerate(parts):
        places += [place] * len(part)
    return "".join(parts), [*places, len(text)]


@lru_cache(maxsize=8192)
def _bare(char: str) -> str:
    """What stands for one character: often one, of a ligature several, of an accent none."""
    group = unicodedata.category(char)
    if group == "Cf":
        return ""
    if group == "Cs":
        return _NO_CHARACTER
    if group[0] == "S" and not unicodedata.decomposition(char).startswith(("<wide>", "<narrow>")):
        return char
    small = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", char).casefold())
    return "".join(_PLAIN.get(one, one) for one in small if not _is_accent(one))


def _is_accent(char: str) -> bool:
    """Whether a mark may be left away."""
    if unicodedata.category(char) != "Mn":
        return False
    code = ord(char)
    return code < _VOWELLED or any(first <= code <= last for first, last in _ACCENTS)
