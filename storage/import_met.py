"""Which of the rows that are alike a file has shown so far, kept in little memory however long it is."""

from __future__ import annotations

import re
from collections.abc import Iterable

from journal.transfer.found import Found
from storage.provenance import Keyed
from storage.rows import text_kept

MOST = 50_000
"""The most families that are kept in mind though nothing in them is out of its order."""

NUMBER = re.compile(" #([1-9][0-9]{0,6})", re.ASCII)
"""What follows in the ids of rows that are alike, from the second on."""

TASKS = "follow_up"

Family = tuple[str, str, str]
"""A table, a system, and what the ids of rows that are alike are made of."""


class Met:
    """The numbers of the known rows that the file shows, a bit for each, by family.

    Activities and deals of the program that comes first need no memory as long as they come as they
    are numbered: all below the next one were met, but for numbers that went to something else.
    """

    def __init__(self) -> None:
        """Nothing is met."""
        self._met: dict[Family, int] = {}
        self._main: dict[str, str] = {}
        self._lent: dict[tuple[str, str], int] = {}
        self.forgot = False
        """Whether there were too many: of a family that is not here, all rows are taken as met."""

    def __contains__(self, family: Family) -> bool:
        """Whether it is kept in mind which rows were met."""
        return family in self._met

    def numbers(self, family: Family) -> int:
        """The numbers that were met, as bits."""
        return self._met.get(family, 0)

    def foresee(self, rows: Iterable[Keyed]) -> None:
        """Note the numbers that go to tasks and to other programs, before these rows are brought in."""
        for row in rows:
            if row.found.alike is not None:
                object_, system, base = family_of(row)
                if object_ == TASKS or self._main.setdefault(object_, system) != system:
                    there = "entry" if object_ == TASKS else object_
                    self._lend(there, base, number_of(row.found))

    def lend(self, family: Family, number: int) -> None:
        """Note that another family has the id of this row."""
        if self._is_main(family):
            self._lend(family[0], family[2], number)

    def learn(self, family: Family, first: int) -> None:
        """Begin to keep in mind what is met of a family, of which this is the next row."""
        self._met[family] = 0
        if self.forgot or self._is_main(family):
            self._met[family] = (1 << first) - 2 & ~self._lent.get((family[0], family[2]), 0)

    def add(self, family: Family, number: int) -> None:
        """Note that a row was met as it is."""
        if family in self._met:
            self._met[family] |= 1 << number
        elif not self._is_main(family) and self._has_room(len(self._met)):
            self._met[family] = 1 << number

    def add_all(self, family: Family, numbers: Iterable[int]) -> int:
        """Note that rows were met; the highest number of all."""
        met = self._met[family]
        for number in numbers:
            met |= 1 << number
        self._met[family] = met
        return max(met.bit_length() - 1, 0)

    def forget(self, family: Family, rows: int) -> None:
        """Forget a family if it is plain without which were met: the first ones, so many as came."""
        met = self._met[family] >> 1
        if self._is_main(family) and not met & (met + 1) and met.bit_length() >= rows:
            del self._met[family]

    def _is_main(self, family: Family) -> bool:
        return self._main.get(family[0]) == family[1]

    def _lend(self, object_: str, base: str, number: int) -> None:
        where = object_, base
        if where in self._lent or self._has_room(len(self._lent)):
            self._lent[where] = self._lent.get(where, 0) | 1 << number

    def _has_room(self, many: int) -> bool:
        self.forgot = self.forgot or many >= MOST
        return not self.forgot


def family_of(row: Keyed) -> Family:
    """What a row is one of."""
    return row.object, row.key[0], text_kept(row.found.alike or "")


def number_of(found: Found) -> int:
    """Which of those that are alike a row is in its file."""
    return number_in(found.external_id, found.alike or "")


def number_in(key: str, base: str) -> int:
    """Which of those that are alike an id says that it is."""
    number = NUMBER.fullmatch(key[len(base) :])
    return int(number[1]) if number else 1
