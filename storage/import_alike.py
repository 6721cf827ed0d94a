"""Rows without an id of their own: which of those that are alike is which, whatever order they come in."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from journal.transfer.found import Found
from storage.database import Database
from storage.import_seen import Seen, words_of
from storage.provenance import Fields, Keyed, as_json, told
from storage.rows import text_kept

MET = """WITH wanted (base) AS (VALUES {bases}) SELECT base FROM wanted WHERE EXISTS (
  SELECT 1 FROM provenance WHERE object = ? AND system = ? AND external_id = base AND batch <> ?)
OR EXISTS (SELECT 1 FROM provenance WHERE object = ? AND system = ?
  AND external_id > base || ' #' AND external_id < base || ' #:' AND batch <> ?)"""
"""Those that an import before this one brought a row of; all of "#2", "#3" lie between # and #:."""
FAMILY = """WITH wanted (base) AS (VALUES {bases})
SELECT base, provenance.* FROM wanted CROSS JOIN provenance
WHERE object = ? AND system = ? AND external_id = base
UNION ALL SELECT base, provenance.* FROM wanted CROSS JOIN provenance
WHERE object = ? AND system = ? AND external_id > base || ' #' AND external_id < base || ' #:'"""

MOST_HELD = 4_000
"""The most rows that are held back at a time."""

MOST_NEW = 20_000
"""The most families that are kept in mind as new ones."""

MOST_SAME = 10_000
"""The most families of which it is kept in mind which rows were met as they are."""

FEW = 400
"""So many pairs of rows are compared field by field; of more, the order alone tells."""

AT_ONCE = 200
"""How many families are asked for in one query."""

_NUMBER = re.compile(" #([0-9]+)", re.ASCII)

Family = tuple[str, str, str]
"""A table, a system, and what the ids of rows that are alike are made of."""

Source = dict[str, Any]
"""The provenance of a row."""

Told = tuple[list[Keyed], list[Seen]]
"""Rows that are new, and rows that are known."""


class Alike:
    """The rows of one import that are alike, as far as one of them differs from what is known of it.

    Those that say the same as before are the same rows. Only what is left is told apart by what it
    still has in common, then by its place, and what is left of that is new.
    """

    def __init__(self, db: Database) -> None:
        """Look in this database."""
        self._db = db
        self._held: dict[Family, list[Keyed]] = {}
        self._many = 0
        self._met: dict[Family, set[int]] = {}
        self._new: set[Family] = set()
        self._same: dict[Family, set[int]] = {}
        self._forgot = False

    @property
    def is_full(self) -> bool:
        """Whether so many rows are held back that some must be told apart now."""
        return self._many > MOST_HELD

    def sort_out(self, rows: Sequence[tuple[Keyed, Source | None]], batch: int) -> Told:
        """Of rows with what is known under their ids: those that can be told now. The rest is held."""
        same: list[tuple[Family, int, Seen]] = []
        others: list[tuple[Family, Keyed, Seen | None]] = []
        first: dict[Family, int] = {}
        for row, source in rows:
            family, number = family_of(row), _number(row.found)
            first.setdefault(family, number)
            seen = None if source is None else Seen(row.found, source)
            if seen and seen.is_as_before and number not in self._met.get(family, ()):
                same.append((family, number, seen))
            else:
                others.append((family, row, seen))
        self._learn((family for family, _, _ in others), first, batch)
        new: list[Keyed] = []
        for family, number, _ in same:
            met = self._met.get(family)
            (self._same.setdefault(family, set()) if met is None else met).add(number)
        if len(self._same) > MOST_SAME:
            self._same.clear()
            self._forgot = True
        known = [seen for _, _, seen in same]
        for family, row, seen in others:
            if family in self._met:
                self._held.setdefault(family, []).append(row)
                self._many += 1
            elif seen is None:
                new.append(row)
            else:
                known.append(seen)
        return new, known

    def told_apart(self, object_: str, most: int = 0) -> Iterator[Told]:
        """The rows of a table that are held back, some at a time, until so many are left."""
        families = [family for family in self._held if family[0] == object_]
        while families and self._many > most:
            some, families = families[:AT_ONCE], families[AT_ONCE:]
            known = self.known(some)
            told: Told = ([], [])
            for family in some:
                rows = self._held.pop(family)
                self._many -= len(rows)
                new, seen = _paired(rows, known.get(family, {}), self._met[family])
                told[0].extend(new)
                told[1].extend(seen)
            yield told

    def not_met(self, families: Sequence[Family], batch: int) -> dict[Family, list[Source]]:
        """What was known of families before this import and was not met, in order of their numbers."""
        return {
            family: [
                numbered[number]
                for number in sorted(numbered)
                if number not in self._met.get(family, self._same.get(family, ()))
                and numbered[number]["batch"] != batch
            ]
            for family, numbered in (self.known(families) if families else {}).items()
        }

    def _learn(self, families: Iterable[Family], first: Mapping[Family, int], batch: int) -> None:
        """Learn of which families earlier imports brought rows.

        Where it was forgotten which rows of the file were met as they are, all till now were.
        """
        asked: dict[tuple[str, str], list[Family]] = {}
        for family in dict.fromkeys(families):
            if family not in self._met and family not in self._new:
                asked.setdefault(family[:2], []).append(family)
        if len(self._new) > MOST_NEW:
            self._new.clear()
        for where, some in asked.items():
            sql = MET.format(bases=", ".join(["(?)"] * len(some)))
            values = (*(base for _, _, base in some), *where, batch, *where, batch)
            met = {base for (base,) in self._db.rows(sql, values)}
            for family in some:
                if family[2] in met:
                    forgot = range(1, first[family] if self._forgot else 1)
                    self._met[family] = self._same.pop(family, set(forgot))
                else:
                    self._new.add(family)

    def known(self, families: Sequence[Family]) -> dict[Family, dict[int, Source]]:
        """What is known of families, by number."""
        known: dict[Family, dict[int, Source]] = {}
        for where in dict.fromkeys(family[:2] for family in families):
            bases = [base for *there, base in families if tuple(there) == where]
            sql = FAMILY.format(bases=", ".join(["(?)"] * len(bases)))
            for source in self._db.named(sql, (*bases, *where, *where)):
                base = str(source.pop("base"))
                tail = source["external_id"][len(base) :]
                if (found := _NUMBER.fullmatch(tail)) or not tail:
                    number = int(found[1]) if found else 1
                    known.setdefault((*where, base), {})[number] = source
        return known


def family_of(row: Keyed) -> Family:
    """What a row is one of."""
    return row.object, row.key[0], text_kept(row.found.alike or "")


def _number(found: Found) -> int:
    """Which of those that are alike a row is in its file."""
    number = _NUMBER.fullmatch(found.external_id[len(found.alike or "") :])
    return int(number[1]) if number else 1


def _paired(rows: Sequence[Keyed], known: Mapping[int, Source], met: set[int]) -> Told:
    """Rows with those that they are; the others get the next free numbers. ``met`` learns them all."""
    free = {number: known[number] for number in sorted(known) if number not in met}
    numbers: dict[tuple[str, str], list[int]] = {}
    for number, source in free.items():
        numbers.setdefault(words_of(source), []).append(number)
    pairs: list[Seen] = []
    left: list[Keyed] = []
    for row in rows:
        words = as_json(told(row.found.value)), as_json(row.found.unknown)
        if alike := numbers.get(words):
            pairs.append(Seen(row.found, free.pop(number := alike.pop(0))))
            met.add(number)
        else:
            left.append(row)
    matched = _closest(left, free)
    pairs += matched.values()
    met |= known.keys() - free.keys()
    number = max((0, *known, *met))
    new: list[Keyed] = []
    for place, row in enumerate(left):
        if place not in matched:
            number += 1
            met.add(number)
            _, system, base = family_of(row)
            key = base if number == 1 else f"{base} #{number}"
            new.append(row._replace(key=(system, key)))
    return new, pairs


def _closest(rows: Sequence[Keyed], free: dict[int, Source]) -> dict[int, Seen]:
    """Rows, by place, with those that they are most like; of equals the first. Takes them out of ``free``."""
    if len(rows) * len(free) > FEW or len(rows) == len(free) == 1:
        taken = list(zip(range(len(rows)), free, strict=False))
        return {place: Seen(rows[place].found, free.pop(number)) for place, number in taken}
    before = {number: json.loads(source["seen"]) for number, source in free.items()}
    tried = sorted(
        (-_likeness(said, seen), place, number)
        for place, said in enumerate(told(row.found.value) for row in rows)
        for number, seen in before.items()
    )
    matched: dict[int, Seen] = {}
    for _, place, number in tried:
        if place not in matched and number in free:
            matched[place] = Seen(rows[place].found, free.pop(number))
    return matched


def _likeness(said: Fields, seen: Fields) -> int:
    """How many fields are as they were; the rep's eye would go by the text before all."""
    same = [name for name, word in said.items() if seen.get(name) == word]
    return len(same) + 2 * ("text" in same)
