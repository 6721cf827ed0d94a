"""Bounce-back: how many working days after a setback the rep is back at their own usual pace."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from journal.kaplan_meier import Watched

if TYPE_CHECKING:
    from journal.calendar import Calendar
    from journal.tally import Tally

USUAL_DAYS = 20
"""The usual pace is the median of so many working days before the setback."""

LOOKED_BACK = 40
"""So many working days before it are looked at for them."""

FEWEST_DAYS = 10
"""Fewer days of history than this say nothing about a usual pace."""

LONGEST_WATCHED = 60
"""After so many working days the watching ends."""


class NotMeasured(StrEnum):
    """Why a setback has no bounce-back; the text ends the sentence "not measured: …"."""

    NO_HISTORY = "fewer than 10 working days before it"
    NO_PACE = "no work on half of the days before it"


@dataclass(frozen=True, slots=True)
class WorkedDays:
    """What was done on each working day, up to the last one that is completed."""

    days: tuple[date, ...]
    """The working days, oldest first, without a gap."""
    counts: tuple[int, ...]
    """How much was done on each: the sum of the counts of all activities."""
    first: int
    """The place of the first one with history: that of the first entry, or the next."""

    def place(self, day: date) -> int:
        """The place of a day, of the next working day if it is off; past the end from today on."""
        return bisect_left(self.days, day)


@dataclass(frozen=True, slots=True)
class Cluster:
    """A setback, with those that hit before the rep was back from it: one observation."""

    day: date
    """The day of the first of them."""
    setbacks: tuple[tuple[date, int], ...]
    """Day and id of each, in order."""
    start: int
    """Day 0 among the worked days."""
    watched: Watched | None
    """How long it took or was watched, in working days after day 0; None when it is not measured."""
    why_not: NotMeasured | None = None
    """Why it is not measured."""

    @property
    def end(self) -> int:
        """The place of the return; without one, of the day after the watching ends."""
        if self.watched is None:
            return self.start
        after = self.watched.days if self.watched.ended else LONGEST_WATCHED + 1
        return self.start + after

    @property
    def is_back(self) -> bool:
        """Whether the rep is back at the usual pace."""
        return self.watched is not None and self.watched.ended


def worked_days(
    tallies: Iterable[Tally], calendar: Calendar, first_entry: date | None, since: date, today: date
) -> WorkedDays:
    """The working days from ``since`` or the first entry, whichever is earlier, up to yesterday."""
    done: dict[date, int] = {}
    for tally in tallies:
        done[tally.day] = done.get(tally.day, 0) + tally.total
    begin = min(since, first_entry or since)
    spans = (begin + timedelta(days=n) for n in range((today - begin).days))
    days = tuple(day for day in spans if calendar.is_working(day))
    first = len(days) if first_entry is None else bisect_left(days, first_entry)
    return WorkedDays(days, tuple(done.get(day, 0) for day in days), first)


def clusters(setbacks: Iterable[tuple[date, int]], worked: WorkedDays) -> tuple[Cluster, ...]:
    """The setbacks, given by day and id, oldest first, as they are observed.

    A setback casts a shadow from its day 0 until the return from it: what hits in the shadow joins the
    cluster, and the usual pace before a later one is read from the days outside it. Where no return
    came, the shadow ends with the watching.
    """
    found: list[Cluster] = []
    shadowed = bytearray(len(worked.days))
    for day, setback in setbacks:
        if found and _joins(found[-1], day, worked):
            last = found[-1]
            found[-1] = Cluster(
                last.day, (*last.setbacks, (day, setback)), last.start, last.watched, last.why_not
            )
            continue
        start = worked.place(day)
        new = Cluster(day, ((day, setback),), start, *_measured(worked, start, shadowed))
        found.append(new)
        for place in range(start, min(new.end, len(shadowed))):
            shadowed[place] = 1
    return tuple(found)


def ordinary_days(found: Sequence[Cluster], worked: WorkedDays, since: date) -> tuple[Watched, ...]:
    """The same measure from each working day on, from a day on, that lies in no setback's shadow."""
    shadowed = bytearray(len(worked.days))
    for cluster in found:
        for place in range(cluster.start, min(cluster.end, len(shadowed))):
            shadowed[place] = 1
    hit = {cluster.start for cluster in found}
    places = range(worked.place(since), len(worked.days))
    watched = (
        _measured(worked, place, shadowed)[0]
        for place in places
        if not (shadowed[place] or place in hit)
    )
    return tuple(each for each in watched if each is not None)


def _joins(last: Cluster, day: date, worked: WorkedDays) -> bool:
    """Whether a setback hit on the same day as the last ones, or before the return from them."""
    if last.start == worked.place(day):
        return True
    if last.watched is None:
        return False
    return last.end >= len(worked.days) or day < worked.days[last.end]


def _measured(
    worked: WorkedDays, start: int, shadowed: bytearray
) -> tuple[Watched | None, NotMeasured | None]:
    """How long the return took from day 0 on, or why that cannot be said."""
    earliest = max(worked.first, start - LOOKED_BACK)
    usual = [
        worked.counts[place] for place in range(start - 1, earliest - 1, -1) if not shadowed[place]
    ][:USUAL_DAYS]
    if len(usual) < FEWEST_DAYS:
        return None, NotMeasured.NO_HISTORY
    usual.sort()
    twice = usual[(len(usual) - 1) // 2] + usual[len(usual) // 2]
    if not twice:
        return None, NotMeasured.NO_PACE
    return _watched(worked.counts, start, twice), None


def _watched(counts: Sequence[int], start: int, twice: int) -> Watched:
    """The first day d with a(1) ≥ .9·b, or mean(a(d−1), a(d)) ≥ .9·b from 2 on; ``twice`` is 2·b."""
    last = min(LONGEST_WATCHED, len(counts) - 1 - start)
    for day in range(1, last + 1):
        # Day 0 never counts, so the first day stands for itself.
        two = counts[start + day] + counts[start + max(1, day - 1)]
        if 10 * two >= 9 * twice:
            return Watched(day, ended=True)
    return Watched(max(0, last), ended=False)
