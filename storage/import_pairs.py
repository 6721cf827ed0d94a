"""Which rows of a file are which of those that are known, where several are alike but for what they say."""

from __future__ import annotations

import json
from collections.abc import Callable, Hashable, Mapping, Sequence
from typing import Any, NamedTuple

from journal.transfer.found import Found
from storage.import_likeness import Beside, Held, clues_of, held, is_deal
from storage.import_seen import Seen, words_of
from storage.provenance import Fields, Keyed, as_json, told

FEW = 400
"""So many pairs of rows are compared field by field; of more, equal words tell."""

Source = dict[str, Any]
"""The provenance of a row."""

_ENDS = frozenset({"expected_close", "closed"})


class Ear(NamedTuple):
    """What of a row can be held against what was said before."""

    deaf: frozenset[str]
    """The columns that its file, or the row itself, says nothing in."""
    to_notes: bool
    """Whether of the text only the first line is told."""
    titles: frozenset[str] | None
    """The columns of its file."""


Words = Callable[[Ear, Fields, Beside], Hashable]
"""What two rows must have in common to be one."""


class Pairs:
    """Rows of a file, and the known rows that are free to be one of them; the surest go first."""

    def __init__(self, rows: Sequence[Keyed], free: Mapping[int, Source]) -> None:
        """Pair these rows with the known ones, which are given by number."""
        self.found: list[tuple[int, Seen]] = []
        """The numbers of known rows, with what the file says of them now."""
        self.left = dict(enumerate(rows))
        """The rows that are none of them, by their place."""
        self._free = {number: free[number] for number in sorted(free)}
        self._before: dict[int, tuple[Fields, Beside]] = {}
        self._by_words_kept()
        if self._are_many:
            for words in (_all_heard, _all_told, _heard):
                self._by_words(words, frozenset())
            self._by_words(_heard, self._untold())
        if len(self.left) == len(self._free) == 1:
            self._the_last()
            return
        if self._are_many:
            self._by_clues()
        if not self._are_many:
            self._by_likeness()
        self._by_their_order()

    @property
    def _are_many(self) -> bool:
        return len(self.left) * len(self._free) > FEW

    def _pair(self, place: int, number: int) -> None:
        row = self.left.pop(place)
        self.found.append((number, Seen(row.found, self._free.pop(number))))

    def _said_before(self, number: int) -> tuple[Fields, Beside]:
        if (before := self._before.get(number)) is None:
            seen, unknown = words_of(self._free[number])
            before = self._before[number] = json.loads(seen), json.loads(unknown)
        return before

    def _by_words_kept(self) -> None:
        """Pair the rows that say word for word what was said."""
        numbers: dict[Hashable, list[int]] = {}
        for number in reversed(self._free):
            numbers.setdefault(words_of(self._free[number]), []).append(number)
        for place, row in list(self.left.items()):
            words = as_json(told(row.found.value)), as_json(row.found.unknown)
            if alike := numbers.get(words):
                self._pair(place, alike.pop())

    def _untold(self) -> frozenset[str]:
        """The columns that nothing was said in before: a file with more of them says them first."""
        before = [self._said_before(number)[0] for number in self._free]
        names = {name for seen in before for name in seen}
        empty = {name for name in names if all(not seen.get(name) for seen in before)}
        notes = any("\n" in str(seen.get("text") or "") for seen in before)
        return frozenset(empty if notes else empty | {"notes"})

    def _by_words(self, words: Words, untold: frozenset[str]) -> None:
        """Pair the rows that have these words in common, in their order."""
        heard: dict[Ear, dict[Hashable, list[int]]] = {}
        for place, row in list(self.left.items()):
            said = told(row.found.value)
            ear = _ear(row.found, said, untold)
            if (numbers := heard.get(ear)) is None:
                numbers = heard[ear] = {}
                for number in reversed(self._free):
                    key = words(ear, *self._said_before(number))
                    numbers.setdefault(key, []).append(number)
            alike = numbers.get(words(ear, said, row.found.unknown), [])
            while alike:
                if (number := alike.pop()) in self._free:
                    self._pair(place, number)
                    break

    def _held(self, place: int, number: int) -> Held:
        found = self.left[place].found
        return held(found, told(found.value), *self._said_before(number))

    def _the_last(self) -> None:
        """Pair a row with the only known one that is left, unless that would be lost to another."""
        (place,), (number,) = self.left, self._free
        row, source = self._held(place, number), self._free[number]
        # Of what was done, two programs may tell in words of their own; a deal is one in both.
        is_of_another = row.found.system != source["system"] and not is_deal(row.said)
        if row.is_likely if is_of_another else row.is_the_last:
            self._pair(place, number)

    def _by_clues(self) -> None:
        """Pair those of many rows that have a clue in common, the surest clue first."""
        clues: dict[int, tuple[Hashable | None, ...]] = {}
        for place, row in self.left.items():
            clues[place] = clues_of(told(row.found.value), row.found.alike or "")
        base = next((row.found.alike or "" for row in self.left.values()), "")
        known = {n: clues_of(self._said_before(n)[0], base) for n in self._free}
        for nth in range(max(map(len, clues.values()), default=0)):
            numbers: dict[Hashable, list[int]] = {}
            for number in reversed(self._free):
                numbers.setdefault(known[number][nth], []).append(number)
            for place in list(self.left):
                clue = clues[place][nth]
                if clue is not None and (alike := numbers.get(clue)):
                    self._pair(place, alike.pop())

    def _by_likeness(self) -> None:
        """Pair the rows that are most like, of equals the first; of what is likely at all."""
        rows = {place: told(row.found.value) for place, row in self.left.items()}
        tried = sorted(
            (pair.unlikeness, place, number)
            for place, said in rows.items()
            for number in self._free
            if (pair := held(self.left[place].found, said, *self._said_before(number))).is_likely
        )
        for _, place, number in tried:
            if place in self.left and number in self._free:
                self._pair(place, number)

    def _by_their_order(self) -> None:
        """Pair open deals of which everything moved, if as many are left as were known."""
        left = [place for place, row in self.left.items() if _is_open(told(row.found.value))]
        free = [number for number in self._free if _is_open(self._said_before(number)[0])]
        if len(left) == len(free):
            for place, number in zip(left, free, strict=True):
                if not self._held(place, number).is_parted:
                    self._pair(place, number)


def _is_open(said: Fields) -> bool:
    return said.get("outcome") == "open" and is_deal(said)


def _ear(found: Found, said: Fields, untold: frozenset[str]) -> Ear:
    deaf = {*found.silent, *untold}
    if "outcome" in deaf and "stage" in said:
        deaf |= _ENDS
    # A stage is never taken back, nor a time; what is told without a subject is any part of a text.
    deaf |= {name for name in ("stage", "time") if not said.get(name)}
    deaf |= {"text"} if "subject" in deaf else set()
    return Ear(frozenset(deaf), "notes" in deaf, found.titles)


def _heard(ear: Ear, fields: Fields, beside: Beside) -> frozenset[tuple[str, Any]]:
    """What the file of a row tells at all."""
    words = {name: said for name, said in fields.items() if name not in ear.deaf}
    if ear.to_notes and "text" in words:
        words["text"] = str(words["text"] or "").partition("\n")[0]
    return frozenset(words.items())


def _all_heard(ear: Ear, fields: Fields, beside: Beside) -> Hashable:
    """The same, with what is kept beside it in the columns of that file."""
    kept = (one for one in beside.items() if ear.titles is None or one[0] in ear.titles)
    return _heard(ear, fields, beside), frozenset(kept)


def _all_told(ear: Ear, fields: Fields, beside: Beside) -> Hashable:
    """What is told of a row, whatever is kept beside it."""
    return frozenset(fields.items())
