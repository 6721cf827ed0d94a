"""What was done on each of the last working days up to yesterday: the rep's own pace."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import field
from datetime import date, timedelta
from typing import TYPE_CHECKING

from journal.chance import HISTORY_DAYS
from journal.frozen import frozen

if TYPE_CHECKING:
    from journal.calendar import Calendar
    from journal.store import Entries


@frozen
class RecentDays:
    """At most the last 60 working days since the first entry, oldest first."""

    today: date
    """The day after the last of them."""
    days: tuple[dict[str, int], ...]
    """The sum of counts by kind on each; what was done on an off day stands with none."""
    dates: tuple[date, ...] = ()
    """Which days these are."""
    kept: dict[str, list[int]] = field(default_factory=dict)
    """What else was read of the same days, by its name: read once for as long as they hold."""

    def of(self, kinds: Sequence[str]) -> list[int]:
        """How many of these kinds were done on each day."""
        return [sum(day.get(kind, 0) for kind in kinds) for day in self.days]

    def with_dates(self, name: str, read: Callable[[date, date], Mapping[date, int]]) -> list[int]:
        """How many came on each day, of what is counted by date; ``read`` is asked once a name."""
        if name not in self.kept:
            by_day = read(self.dates[0], self.dates[-1]) if self.dates else {}
            self.kept[name] = [by_day.get(day, 0) for day in self.dates]
        return self.kept[name]


def recent_days(entries: Entries, calendar: Calendar, today: date) -> RecentDays:
    """Read them from the rollup."""
    first, yesterday = entries.first_day(), today - timedelta(days=1)
    known = calendar.working_days(first, yesterday) if first else 0
    if first is None or not known:
        return RecentDays(today, ())
    if known > HISTORY_DAYS:
        first = calendar.plus_working(first - timedelta(days=1), known - HISTORY_DAYS + 1)
    spans = (first + timedelta(days=n) for n in range((today - first).days))
    by_day: dict[date, dict[str, int]] = {day: {} for day in spans if calendar.is_working(day)}
    for tally in entries.tallies(first, yesterday):
        if (kinds := by_day.get(tally.day)) is not None:
            kinds[tally.kind] = kinds.get(tally.kind, 0) + tally.total
    return RecentDays(today, tuple(by_day.values()), tuple(by_day))
