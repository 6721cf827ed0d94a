"""The streak that forgives: working days kept in a row, with freezes earned every ten."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from journal.calendar import Calendar
from journal.days import Day, DayState, today_state
from journal.errors import JournalError
from journal.frozen import frozen
from journal.settings import SettingsHistory
from journal.tally import Tally

FREEZE_EVERY = 10
"""Days kept in a row that earn a freeze [default]."""

MOST_FREEZES = 2
"""The most freezes held at a time [default]; one earned beyond is lost."""

LATE_DAYS = 2
"""Working days after a day within which a late entry still keeps it [default]."""


@frozen
class Streak:
    """Where the streak stands."""

    current: int = 0
    """Working days kept in a row, frozen days between them not breaking it."""
    best: int = 0
    """The longest it ever was."""
    freezes: int = 0
    """Freezes held, 0 to 2."""


@frozen
class Run:
    """Every day since the first entry, and the streak they make."""

    days: tuple[Day, ...]
    """One for each day from the first entry on, oldest first; empty in an empty journal."""
    streak: Streak
    """Where the streak stands after the last of them."""
    run: int = 0
    """Days kept since the last freeze was earned or the streak began."""


def fold(
    tallies: Sequence[Tally], calendar: Calendar, history: SettingsHistory, today: date
) -> Run:
    """Walk forward from the first entry to today and say how each day stands."""
    before = [tally for tally in tallies if tally.day < today]
    of_today = [tally for tally in tallies if tally.day == today]
    past = fold_past(before, calendar, history, today)
    return with_today(past, of_today, calendar, history, today)


def fold_past(
    tallies: Sequence[Tally], calendar: Calendar, history: SettingsHistory, today: date
) -> Run:
    """Walk forward from the first entry to yesterday, over days that have ended."""
    counted = [tally for tally in tallies if tally.total > 0 and tally.day < today]
    if not counted:
        return Run((), Streak())
    done, in_time = _sums(counted, calendar)
    standing = _Standing()
    days = []
    for ordinal in range(min(done).toordinal(), today.toordinal()):
        day = date.fromordinal(ordinal)
        is_working = calendar.is_working(day)
        needed = history.on(day).floor if is_working and day in in_time else 1
        if in_time.get(day, 0) >= needed:
            state = standing.keep()
        else:
            state = standing.miss() if is_working else DayState.OFF
        days.append(Day(day, state, done.get(day, 0)))
    return standing.after(tuple(days))


def with_today(
    past: Run,
    tallies: Iterable[Tally],
    calendar: Calendar,
    history: SettingsHistory,
    today: date,
) -> Run:
    """Let today follow the days up to yesterday; ``tallies`` are those of today."""
    done, in_time = _sums((tally for tally in tallies if tally.total > 0), calendar)
    if not past.days and not done:
        return past
    standing = _Standing(past.streak.current, past.streak.best, past.streak.freezes, past.run)
    state = today_state(in_time.get(today, 0), calendar, history, today)
    if state is DayState.KEPT:
        standing.keep()
    return standing.after((*past.days, Day(today, state, done.get(today, 0))))


@dataclass(slots=True)
class _Standing:
    """The streak while it is walked."""

    current: int = 0
    """The days kept in a row so far."""
    best: int = 0
    """The most so far."""
    freezes: int = 0
    """The freezes held."""
    run: int = 0
    """The days kept since the last freeze was earned or the streak began."""

    def keep(self) -> DayState:
        """Count a kept day, and earn a freeze with every tenth."""
        self.current += 1
        self.best = max(self.best, self.current)
        self.run += 1
        if self.run == FREEZE_EVERY:
            self.run = 0
            self.freezes = min(MOST_FREEZES, self.freezes + 1)
        return DayState.KEPT

    def miss(self) -> DayState:
        """Spend a freeze on a day not kept, or begin anew when none is held."""
        if self.freezes:
            self.freezes -= 1
            return DayState.FROZEN
        self.current = self.run = 0
        return DayState.MISSED

    def after(self, days: tuple[Day, ...]) -> Run:
        """The days walked, and where they led."""
        return Run(days, Streak(self.current, self.best, self.freezes), self.run)


def _sums(tallies: Iterable[Tally], calendar: Calendar) -> tuple[dict[date, int], dict[date, int]]:
    """What was done by day, and how much of it was written down in time to keep the day."""
    done: dict[date, int] = {}
    in_time: dict[date, int] = {}
    deadlines: dict[date, date] = {}
    for tally in tallies:
        day = tally.day
        done[day] = done.get(day, 0) + tally.total
        # Two working days take two days at least: few entries need the calendar.
        if tally.logged_day > day and (tally.logged_day - day).days > LATE_DAYS:
            deadline = deadlines.get(day)
            if deadline is None:
                deadline = deadlines[day] = _deadline(day, calendar)
            if tally.logged_day > deadline:
                continue
        in_time[day] = in_time.get(day, 0) + tally.total
    return done, in_time


def _deadline(day: date, calendar: Calendar) -> date:
    """The last day on which an entry still keeps a day; without working days ahead, never over."""
    try:
        return calendar.plus_working(day, LATE_DAYS)
    except JournalError:
        return date.max
