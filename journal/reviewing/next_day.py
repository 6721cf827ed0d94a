"""When the next review is: the day that was locked in, else the last working day of the month."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from journal.dates import days_in, in_words
from journal.errors import JournalError
from journal.follow_up import REVIEW, FollowUp
from journal.review import Period

if TYPE_CHECKING:
    from collections.abc import Sequence

    from journal.calendar import Calendar
    from journal.journal import Journal
    from journal.review import Review


LOOKED_THROUGH = 20
"""So many reviews of the latest days are looked through for the one that was held last."""

FULL_WEEK = 7
"""Days with the first entry that the first review looks back on, at least [default]."""

WAITS = 7
"""Days for which a first review that was proposed and not held stays due [default]."""


@dataclass(frozen=True, slots=True)
class NextReview:
    """The day of the next review."""

    day: date
    """The day it is on."""
    is_default: bool
    """Whether it is the default, the last working day of the month, as none was locked in."""
    is_first: bool
    """Whether no review was held before it."""
    today: date
    """The rep's today."""
    is_all_off: bool = False
    """Whether its month holds no working day, so that the default is simply the month's last day."""

    @property
    def is_due(self) -> bool:
        """Whether it is today, or still waits from an earlier day."""
        return self.day <= self.today

    @property
    def is_missed(self) -> bool:
        """Whether the day went by without it; it stays due until it is held."""
        return self.day < self.today

    def as_follow_up(self) -> FollowUp:
        """The same among what is due; it is derived, so it has no number of its own."""
        return FollowUp(due=self.day, what="Your review: ten minutes, one change", kind=REVIEW)

    @property
    def sentence(self) -> str:
        """When it is, in one plain sentence."""
        default = ""
        if self.is_default:
            which = (
                "day of a month that is all off" if self.is_all_off else "working day of the month"
            )
            default = f", the last {which} (default)"
        if self.is_missed:
            return (
                f"The review of {in_words(self.day, self.today)} still waits for you: "
                "ten minutes, whenever they suit."
            )
        which = "first" if self.is_first else "next"
        return f"The {which} review is {_on(self.day, self.today)}{default}."


def read_next(journal: Journal) -> NextReview:
    """When the next review is, by the journal's reviews, calendar and clock."""
    return next_review(
        journal.store.reviews.newest_first(limit=LOOKED_THROUGH),
        journal.calendar,
        journal.store.entries.first_day(),
        journal.today(),
    )


def next_review(
    held: Sequence[Review], calendar: Calendar, first_entry: date | None, today: date
) -> NextReview:
    """The day locked in when the last review was held, however long ago; else a month's last working day.

    ``held`` are the reviews whose days are the latest, in any order; one of a week counts where it
    locked a day in. The first review comes after a full week; the day proposed for it waits a week
    before the next month's is proposed.
    """
    told = [each for each in held if each.next_on or each.period is Period.MONTH]
    if told:
        last = max(told, key=lambda review: review.held.utc.timestamp() if review.held else 0.0)
        if last.next_on is not None:
            return NextReview(last.next_on, is_default=False, is_first=False, today=today)
        return _by_default(moved(last.last, 1), calendar, today, is_first=False)
    begun = min(first_entry or today, today)
    earliest = max(moved(begun, FULL_WEEK - 1), moved(today, -WAITS))
    return _by_default(earliest, calendar, today, is_first=not held)


def proposed(earliest: date, calendar: Calendar) -> date:
    """The first last working day of a month that is not before a day."""
    day = last_working_day(earliest.year, earliest.month, calendar)
    following = moved(earliest.replace(day=1), 31)
    if day >= earliest or following == date.max:
        return day
    return last_working_day(following.year, following.month, calendar)


def last_working_day(year: int, month: int, calendar: Calendar) -> date:
    """The last working day of a month; its last day where it has none."""
    last = date(year, month, days_in(year, month))
    try:
        day = last if calendar.is_working(last) else calendar.previous_working(last)
    except JournalError:
        return last
    return day if day.month == month else last


def _by_default(earliest: date, calendar: Calendar, today: date, *, is_first: bool) -> NextReview:
    day = proposed(earliest, calendar)
    is_all_off = not calendar.is_working(day)
    return NextReview(day, is_default=True, is_first=is_first, today=today, is_all_off=is_all_off)


def moved(day: date, days: int) -> date:
    """So many days on, or the calendar's end."""
    return date.fromordinal(max(1, min(day.toordinal() + days, date.max.toordinal())))


def _on(day: date, today: date) -> str:
    said = in_words(day, today)
    return said if said in ("today", "tomorrow") else f"on {said}"
