"""Which rows without an id, of several files that are read together, were in another of them already."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable
from datetime import date

from journal.deal import Deal

HALF_A_YEAR = 183
"""What ended so many days apart is no one deal, though it be worth the same: it was renewed."""

ONE_DAY = 1
"""So far apart the clock of a program elsewhere may put one and the same day."""


class Repeats:
    """What the rows without an id said, file by file; of one file alone nothing is kept in mind.

    A file may have two rows that say the same, and be right.
    """

    __slots__ = ("_before", "_deals", "_deals_here", "_here", "are_looked_for")

    def __init__(self) -> None:
        """Begin with no file."""
        self.begin()

    def begin(self) -> None:
        """Forget all files."""
        self._before: Counter[int] = Counter()
        self._here: Counter[int] = Counter()
        self._deals: dict[str, list[Deal]] = {}
        self._deals_here: dict[str, list[Deal]] = {}
        self.are_looked_for = False
        """Whether there are other files of the kind of this one."""

    def next_file(self, *, are_looked_for: bool) -> None:
        """Begin with another file."""
        self._before |= self._here
        self._here.clear()
        for key, deals in self._deals_here.items():
            self._deals.setdefault(key, []).extend(deals)
        self._deals_here.clear()
        self.are_looked_for = are_looked_for

    def has_row(self, said: Hashable) -> bool:
        """Whether a file before this one said so as often as this one does by now."""
        word = hash(said)
        self._here[word] += 1
        return self._here[word] <= self._before[word]

    def has_deal(self, key: str, deal: Deal) -> bool:
        """Whether a file before this one told of this deal, by its account and name."""
        if any(is_one(deal, other) for other in self._deals.get(key, ())):
            return True
        self._deals_here.setdefault(key, []).append(deal)
        return False

    def has_name(self, key: str) -> bool:
        """Whether a file before this one told of some deal of this account and name."""
        return key in self._deals


def is_one(deal: Deal, other: Deal) -> bool:
    """Whether two rows of one account and name tell of one deal, as far as both tell."""
    if deal.opened and other.opened:
        return days_apart(deal.opened, other.opened) <= ONE_DAY
    ends = [one.closed or one.expected_close for one in (deal, other)]
    amounts = [one.amount for one in (deal, other)]
    same_end, same_amount = ends[0] == ends[1], amounts[0] == amounts[1]
    if all(ends):
        return same_end or (deal.is_open and other.is_open and same_amount and all(amounts))
    return same_amount or not all(amounts)


def days_apart(one: date, other: date) -> int:
    """How many days lie between two days."""
    return abs((one - other).days)
