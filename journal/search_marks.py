"""Where the words of a search stand in a text, and as much of the text around them as there is room for."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from journal.search import Query, Word

_ACCENTS = "[\u0300-\u036f]*"
_REST = "(?:[^\\W_]|[\u0300-\u036f])*"
"""A word that begins so is marked to its end: half a word is hard to read."""

_TOKEN = re.compile(r"[^\W_]+")
_NOT_IN_A_WORD = r"(?<![^\W_])"
BETWEEN = " · "
"""What stands for a line break in one line."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a text."""

    text: str
    """The part itself."""
    is_hit: bool
    """Whether it is what was looked for."""


def marked(text: str, query: Query) -> tuple[Piece, ...]:
    """The whole text, in pieces that are hits or are not."""
    return tuple(_pieces(text, _spans(text, query)))


def excerpt(text: str, query: Query, room: int) -> tuple[Piece, ...]:
    """One line of at most ``room`` characters around the first hit, … where something is left out."""
    flat = BETWEEN.join(line for each in text.splitlines() if (line := " ".join(each.split())))
    spans = _spans(flat, query)
    if len(flat) <= room:
        return tuple(_pieces(flat, spans))
    hit = spans[0] if spans else (0, 0)
    first = _start(flat, hit, room)
    last = _end(flat, hit, first + room - (first > 0))
    seen = [(max(a, first) - first, min(b, last) - first) for a, b in spans if a < last]
    pieces = _pieces(flat[first:last], [span for span in seen if span[0] < span[1]])
    left, right = "…" if first else "", "…" if last < len(flat) else ""
    around = (Piece(left, False), *pieces, Piece(right, False))
    return tuple(piece for piece in around if piece.text)


def _end(flat: str, hit: tuple[int, int], last: int) -> int:
    """Where an excerpt ends: after a word, if there is one after the hit; the … has room."""
    if last >= len(flat):
        return len(flat)
    space = flat.rfind(" ", hit[1], last)
    return last - 1 if space <= hit[1] else space


def _start(flat: str, hit: tuple[int, int], room: int) -> int:
    """Where an excerpt begins: at a word, with some words before the hit, and as much as fits after it."""
    if hit[1] <= room - 1:
        return 0
    start = min(hit[0] - room // 3, len(flat) - room + 1)
    space = flat.find(" ", start, hit[0])
    return start if space < 0 else space + 1


def _pieces(text: str, spans: list[tuple[int, int]]) -> Iterator[Piece]:
    last = 0
    for first, after in spans:
        if last < first:
            yield Piece(text[last:first], False)
        yield Piece(text[first:after], True)
        last = after
    if last < len(text):
        yield Piece(text[last:], False)


def _spans(text: str, query: Query) -> list[tuple[int, int]]:
    """Where the words stand, in order, those that overlap as one."""
    folded = _folded(text)
    found = sorted(
        span
        for word in query.words
        for pattern, looked_through in _patterns(word, text, folded)
        for match in pattern.finditer(looked_through)
        if (span := match.span())[0] < span[1]
    )
    spans: list[tuple[int, int]] = []
    for first, after in found:
        if spans and first <= spans[-1][1]:
            spans[-1] = spans[-1][0], max(after, spans[-1][1])
        else:
            spans.append((first, after))
    return spans


def _patterns(word: Word, text: str, folded: str) -> Iterator[tuple[re.Pattern[str], str]]:
    """What is looked for on behalf of one word, each with the text in which it is."""
    if not word.is_within:
        for token in _TOKEN.findall(_folded(unicodedata.normalize("NFC", word.text))):
            letters = _ACCENTS.join(map(re.escape, token))
            yield re.compile(_NOT_IN_A_WORD + letters + _REST), folded
    else:
        yield re.compile(re.escape(word.text), re.IGNORECASE | re.ASCII), text


def _folded(text: str) -> str:
    """The text in small letters without accents, each character in its old place."""
    return text.lower() if text.isascii() else "".join(map(_bare, text))


@lru_cache(maxsize=4096)
def _bare(char: str) -> str:
    """A letter as small as it gets, without its accents."""
    return unicodedata.normalize("NFD", char)[0].lower()[0]
