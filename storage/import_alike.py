"""Rows without an id of their own: which of those that are alike is which, whatever order they come in."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set

from storage.database import Database
from storage.import_met import NUMBER, Family, Met, family_of, number_in, number_of
from storage.import_pairs import Pairs, Source
from storage.import_seen import Seen
from storage.provenance import Keyed
from storage.rows import folded

MET = """WITH wanted (base) AS (VALUES {bases}) SELECT * FROM (SELECT base, EXISTS (
  SELECT 1 FROM provenance WHERE object = ? AND system = ? AND external_id = base AND batch <> ?
) AS one, EXISTS (
  SELECT 1 FROM provenance WHERE object = ? AND system = ?
  AND external_id > base || ' #' AND external_id < base || ' #:' AND batch <> ?
) AS more FROM wanted) WHERE one OR more"""
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

AT_ONCE = 200
"""How many families are asked for in one query."""

_NUMBERED = re.compile(NUMBER.pattern + r"\Z", re.ASCII)

Told = tuple[list[Keyed], list[Seen]]
"""Rows that are new, and rows that are known."""


class Alike:
    """The rows of one import that are alike, as far as one of them differs from what is known of it.

    Those that say the same as before are the same rows. Only what is left is told apart by what it
    still has in common, and what is left of that is new.
    """

    def __init__(self, db: Database) -> None:
        """Look in this database."""
        self._db = db
        self._held: dict[Family, list[Keyed]] = {}
        self._many = 0
        self._new: set[Family] = set()
        self.met = Met()
        """What the file has shown so far."""

    @property
    def is_full(self) -> bool:
        """Whether so many rows are held back that some must be told apart now."""
        return self._many > MOST_HELD

    def sort_out(self, rows: Sequence[tuple[Keyed, Source | None]], batch: int) -> Told:
        """Of rows with what is known under their ids: those that can be told now. The rest is held."""
        same: list[tuple[Family, int, Seen]] = []
        others: list[tuple[Family, Keyed, Seen | None]] = []
        first: dict[Family, int] = {}
        displaced: set[Family] = set()
        for row, source in rows:
            family, number = family_of(row), number_of(row.found)
            first.setdefault(family, number)
            if source is not None and (base := _owner(source)) not in (None, family[2]):
                # The row has the id of another one, and must get a number of its own.
                self.met.lend((*family[:2], str(base)), number_in(row.key[1], str(base)))
                displaced.add(family)
                source = None
            seen = None if source is None else Seen(row.found, source)
            if seen and seen.is_as_before and not self.met.numbers(family) >> number & 1:
                same.append((family, number, seen))
            else:
                others.append((family, row, seen))
        single = self._learn((family for family, _, _ in others), first, batch, displaced)
        known = [seen for _, _, seen in same]
        for family, number, _ in same:
            self.met.add(family, number)
        new: list[Keyed] = []
        for family, row, seen in others:
            if family not in self.met:
                known.extend([seen] if seen else [])
                new.extend([] if seen else [row])
            elif seen and family in single and seen.told == seen.before:
                known.append(seen)
                self.met.add(family, 1)
            else:
                self._held.setdefault(family, []).append(row)
                self._many += 1
        for family in single - self._held.keys():
            self.met.forget(family, 1)
        return new, known

    def told_apart(self, object_: str, batch: int, most: int = 0) -> Iterator[Told]:
        """The rows of a table that are held back, some at a time, until so many are left."""
        families = [family for family in self._held if family[0] == object_]
        while families and self._many > most:
            some, families = families[:AT_ONCE], families[AT_ONCE:]
            known = self.known(some)
            told: Told = ([], [])
            taken: set[tuple[str, str]] = set()
            for family in some:
                rows = self._held.pop(family)
                self._many -= len(rows)
                new, seen = self._paired(family, rows, known.get(family, {}), batch, taken)
                told[0].extend(new)
                told[1].extend(seen)
            yield told

    def not_met(self, families: Sequence[Family], batch: int) -> dict[Family, list[Source]]:
        """What was known of tasks before this import and was not met, in order of their numbers.

        Where it was forgotten which rows the file shows, all of them are taken as met.
        """
        asked = [one for one in families if one in self.met or not self.met.forgot]
        return {
            family: [
                numbered[number]
                for number in sorted(numbered)
                if not self.met.numbers(family) >> number & 1 and numbered[number]["batch"] != batch
            ]
            for family, numbered in (self.known(asked) if asked else {}).items()
        }

    def _learn(
        self,
        families: Iterable[Family],
        first: Mapping[Family, int],
        batch: int,
        displaced: Set[Family],
    ) -> set[Family]:
        """Learn of which families earlier imports brought rows; those that they brought one row of."""
        self._new -= displaced
        asked: dict[tuple[str, str], list[Family]] = {}
        for family in dict.fromkeys(families):
            if family not in self.met and family not in self._new:
                asked.setdefault(family[:2], []).append(family)
        if len(self._new) > MOST_NEW:
            self._new.clear()
        single: set[Family] = set()
        for where, some in asked.items():
            sql = MET.format(bases=", ".join(["(?)"] * len(some)))
            values = (*(base for _, _, base in some), *where, batch, *where, batch)
            more = {base: bool(others) for base, _, others in self._db.rows(sql, values)}
            for family in some:
                if family[2] in more or family in displaced:
                    self.met.learn(family, first[family])
                    single |= {family} if not more.get(family[2], True) else set()
                else:
                    self._new.add(family)
        return single

    def _paired(
        self,
        family: Family,
        rows: Sequence[Keyed],
        known: Mapping[int, Source],
        batch: int,
        taken: set[tuple[str, str]],
    ) -> Told:
        """Rows with those that they are; the others get numbers that nobody has."""
        met = self.met.numbers(family)
        own = {n: one for n, one in known.items() if _owner(one) in (None, family[2])}
        free = {n: one for n, one in own.items() if not met >> n & 1 and one["batch"] != batch}
        pairs = Pairs(rows, free)
        there = [*(own.keys() - free.keys()), *(number for number, _ in pairs.found)]
        number = max(self.met.add_all(family, there), *own, 0)
        new: list[Keyed] = []
        for row in pairs.left.values():
            # Its number in the file, if it can: a call and a task of one name count together there.
            free_number = number_of(row.found)
            while free_number in known or _key(family, free_number) in taken:
                free_number = number = number + 1
            key = _key(family, free_number)
            taken.add(key)
            new.append(row._replace(key=key))
            self.met.add(family, free_number)
        self.met.forget(family, max(number_of(row.found) for row in rows))
        return new, [seen for _, seen in pairs.found]

    def known(self, families: Sequence[Family]) -> dict[Family, dict[int, Source]]:
        """What is known of families, by number."""
        known: dict[Family, dict[int, Source]] = {}
        for where in dict.fromkeys(family[:2] for family in families):
            bases = [base for *there, base in families if tuple(there) == where]
            sql = FAMILY.format(bases=", ".join(["(?)"] * len(bases)))
            for source in self._db.named(sql, (*bases, *where, *where)):
                base = str(source.pop("base"))
                tail = source["external_id"][len(base) :]
                if (found := NUMBER.fullmatch(tail)) or not tail:
                    number = int(found[1]) if found else 1
                    known.setdefault((*where, base), {})[number] = source
        return known


def _key(family: Family, number: int) -> tuple[str, str]:
    """What finds a row of a family again."""
    return family[1], family[2] if number == 1 else f"{family[2]} #{number}"


def _owner(source: Source) -> str | None:
    """What the id of a known deal is made of, where it ends like a number: that may be its own name."""
    key = str(source["external_id"])
    if source["object"] != "deal" or not (found := _NUMBERED.search(key)):
        return None
    name = folded(str(json.loads(source["seen"]).get("name") or ""))
    for base in (key, key[: found.start()]):
        if name and (base == name or base.endswith(f"| {name}")):
            return base
    return None
