"""Outreach tactics: which of the rep's tags lead to a first meeting, and how often."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

WITHIN = timedelta(30)
"""A first meeting comes of a touch when it is held within so many days [default]."""


@dataclass(frozen=True, slots=True)
class Tactic:
    """One way of reaching out, as a tag."""

    tag: str
    """The tag, in small letters."""
    met: int
    """How many of the accounts were met for the first time within 30 days."""
    n: int
    """How many accounts not met before were touched this way, and met or 30 days ago."""

    @property
    def rate(self) -> float | None:
        """The share that led to a first meeting, 0–1; None when there is none to count."""
        return self.met / self.n if self.n else None


def tactics(
    touches: Iterable[tuple[str, str, date]], first_met: Mapping[str, date], today: date
) -> tuple[Tactic, ...]:
    """The tactics of these touches (tag, account, day), the highest rate first.

    ``first_met`` is the day each account, by its casefolded name, was first met. An account counts
    once for a tag, from the first touch on; one that was met before was not won over by it.
    """
    first: dict[tuple[str, str], date] = {}
    for tag, account, day in touches:
        key = (tag.casefold(), account.casefold())
        first[key] = min(day, first.get(key, day))
    counts: dict[str, list[int]] = {}
    for (tag, account), day in first.items():
        met_on = first_met.get(account)
        if met_on is not None and met_on < day:
            continue
        is_met = met_on is not None and met_on - day <= WITHIN
        if is_met or today - day >= WITHIN:
            count = counts.setdefault(tag, [0, 0])
            count[0] += is_met
            count[1] += 1
    found = [Tactic(tag, met, n) for tag, (met, n) in counts.items()]
    return tuple(sorted(found, key=lambda one: (-one.met / one.n, -one.n, one.tag)))
