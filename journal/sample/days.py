"""The days of the sample year: holidays, days that went by without an entry, and moments in them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from journal.calendar import Calendar, DayOff
from journal.moment import Moment

WEEKS = 52
"""How far back the sample reaches."""

WITHOUT_ENTRY = frozenset(
    (*(8, 21, 23, 24, 44, 57, 58, 60, 94, 95, 97), *(128, 130, 131, 162, 163, 166, 201, 203, 232))
)
"""Working days without an entry, counted back from yesterday as 1: single ones, and three bad weeks."""

LATE = frozenset((3, 15, 37, 70))
"""Working days whose entries were written down on the next one."""


@dataclass(frozen=True, slots=True)
class SampleDays:
    """The year as the sample rep lived it."""

    today: date
    """The rep's today."""
    now: Moment
    """This moment."""
    calendar: Calendar
    """Monday to Friday, less the days off."""
    off: tuple[DayOff, ...]
    """A fortnight in summer or spring, and Christmas."""
    worked: tuple[date, ...]
    """The days with entries before today, oldest first."""
    late: frozenset[date]
    """Days of those that were written down on the next working day."""

    def worked_on(self, day: date) -> date:
        """The first day with entries on or after a day; the last one when there is none."""
        return next((each for each in self.worked if each >= day), self.worked[-1])

    def back(self, working_days: int) -> date:
        """The working day so many before today, yesterday being 1."""
        day = self.today
        for _ in range(working_days):
            day = self.calendar.previous_working(day)
        return day

    def moment(self, day: date, clock: time) -> Moment:
        """A moment of the year, by the clock the rep has now."""
        # One offset for the whole year: zone rules are read from files, and a sample needs none.
        utc = datetime.combine(day, clock, UTC) - timedelta(minutes=self.now.offset)
        return Moment(utc, self.now.zone, self.now.offset)


def sample_days(today: date, now: Moment) -> SampleDays:
    """The year up to today."""
    first = today - timedelta(days=today.weekday(), weeks=WEEKS)
    off = (*_fortnight(first, today), *_christmas(first, today))
    calendar = Calendar(off=off)
    working = []
    day = today
    while (day := calendar.previous_working(day)) >= first:
        working.append(day)
    worked = [day for back, day in enumerate(working, 1) if back not in WITHOUT_ENTRY]
    late = frozenset(day for back, day in enumerate(working, 1) if back in LATE)
    return SampleDays(today, now, calendar, off, tuple(reversed(worked)), late)


def _fortnight(first: date, today: date) -> tuple[DayOff, ...]:
    """Two weeks off, long enough ago that the streak has grown again since."""
    for year in (today.year, today.year - 1):
        for month in (8, 5):
            start = date(year, month, 1)
            start += timedelta(days=-start.weekday() % 7)
            end = start + timedelta(days=13)
            if first + timedelta(days=21) <= start and end <= today - timedelta(days=45):
                return (DayOff(start, end, "two weeks by the sea", start - timedelta(days=60)),)
    return ()


def _christmas(first: date, today: date) -> tuple[DayOff, ...]:
    ranges = []
    for year in range(first.year, today.year + 1):
        ranges.append((date(year, 12, 24), date(year, 12, 26), "Christmas"))
        ranges.append((date(year, 12, 31), date(year + 1, 1, 1), "New Year"))
    soon = today + timedelta(days=60)
    return tuple(
        DayOff(start, end, why, min(start - timedelta(days=40), today))
        for start, end, why in ranges
        if first < start <= soon
    )
