"""The stretch of days a review looks at: a week from Monday, or a month, so far or past."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from journal.dates import days_in
from journal.errors import BadInput
from journal.review import Period

MONTH_NAMES = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)


@dataclass(frozen=True, slots=True)
class Span:
    """A week or a month, seen from today."""

    period: Period
    """Which of the two."""
    first: date
    """Its first day: a Monday, or the first of the month."""
    last: date
    """Its last day: a Sunday, or the last of the month."""
    today: date
    """The rep's today; never before the first day."""

    @property
    def is_so_far(self) -> bool:
        """Whether it is still going on."""
        return self.today <= self.last

    @property
    def until(self) -> date:
        """The last of its days that has begun."""
        return min(self.last, self.today)

    @property
    def after(self) -> date | None:
        """A day of the next one; None while this one is going on."""
        return None if self.is_so_far else self.last + timedelta(days=1)

    def before(self, earliest: date | None) -> date | None:
        """A day of the one before; None when nothing was written down by then."""
        if earliest is None or earliest >= self.first:
            return None
        return self.first - timedelta(days=1)

    @property
    def name(self) -> str:
        """What it is called: "November", "16 to 22 Nov", with the year when it is not this one."""
        if self.period is Period.MONTH:
            name = MONTH_NAMES[self.first.month - 1]
        else:
            name = days_in_words(self.first, self.last)
        is_near = self.today.year in (self.first.year, self.last.year)
        return name if is_near else f"{name} {self.last.year}"

    @property
    def title(self) -> str:
        """The same as a heading: "November so far" while it goes on."""
        return f"{self.name} so far" if self.is_so_far else self.name


def span_of(period: Period, day: date, today: date) -> Span:
    """The week or month that holds a day. Raises BadInput for a day that has not come."""
    if day > today:
        raise BadInput("That day has not come yet; a review looks back, up to today.")
    if period is Period.MONTH:
        last = day.replace(day=days_in(day.year, day.month))
        return Span(period, day.replace(day=1), last, today)
    monday = day - timedelta(days=day.weekday())
    # The calendar's last week is cut short by its last day.
    last = date.fromordinal(min(monday.toordinal() + 6, date.max.toordinal()))
    return Span(period, monday, last, today)


def days_in_words(first: date, last: date) -> str:
    """Days in a row: "9 to 13 Nov", "30 Nov to 4 Dec", "13 Nov"."""
    end = f"{last.day} {MONTH_NAMES[last.month - 1][:3]}"
    if first == last:
        return end
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day} to {end}"
    return f"{first.day} {MONTH_NAMES[first.month - 1][:3]} to {end}"
