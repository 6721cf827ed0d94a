"""Where the words of a search stand in a text, and as much of the text around them as there is room for."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from journal.search import Query, Word
from journal.search_folding import folded_with_places

_REST = r"[^\W_]*"
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
    folded, places = folded_with_places(text)
    found = sorted(
        (places[match.start()], places[bisect_right(places, places[match.end() - 1])])
        for word in query.words
        for pattern in _patterns(word)
        for match in pattern.finditer(folded)
        if match.start() < match.end()
    )
    spans: list[tuple[int, int]] = []
    for first, after in found:
        if spans and first <= spans[-1][1]:
            spans[-1] = spans[-1][0], max(after, spans[-1][1])
        else:
            spans.append((first, after))
    return spans


def _patterns(word: Word) -> Iterator[re.Pattern[str]]:
    """What is looked for in a folded text on behalf of one word."""
    if word.is_within:
        yield re.compile(re.escape(word.text))
    else:
        for token in _TOKEN.findall(word.text):
            yield re.compile(_NOT_IN_A_WORD + re.escape(token) + _REST)
