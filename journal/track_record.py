"""The rep's track record: streak, strength, and the days of half a year.

The days before today change only with their own entries, so they are walked once and kept; each
further reading adds today alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from journal.days import Day
from journal.frozen import frozen
from journal.streak import Run, Streak, fold_past
from journal.streak import with_today as run_with_today
from journal.strength import Point, curve_past
from journal.strength import with_today as curve_with_today
from journal.tally import Tally

if TYPE_CHECKING:
    from journal.calendar import Calendar
    from journal.settings import SettingsHistory

WEEKS_SHOWN = 26
"""Weeks of days shown, this one included."""

DAYS_BEFORE_STRENGTH = 3
"""Days with entries before a strength is shown; fewer say nothing yet."""


@frozen
class TrackRecord:
    """How the rep's days went so far."""

    day: date
    """The rep's today."""
    days: tuple[Day, ...]
    """The last 26 weeks by day, from a Monday to today; days before the first entry left out."""
    streak: Streak
    """The streak, today included."""
    strength: float | None
    """The strength, 0-1; None before three days with entries."""
    curve: tuple[float, ...]
    """The strength at the end of each working day of these weeks, oldest first."""


@frozen
class Walked:
    """Every day since the first entry."""

    days: tuple[Day, ...]
    """One for each day from the first entry to today, oldest first; empty in an empty journal."""
    points: tuple[Point, ...]
    """The strength at the end of each working day, 0-1, oldest first."""


class Past:
    """The days up to yesterday, walked once."""

    def __init__(
        self, tallies: Sequence[Tally], calendar: Calendar, history: SettingsHistory, today: date
    ) -> None:
        """Walk every day before today."""
        self.today = today
        self._calendar = calendar
        self._history = history
        self._run: Run = fold_past(tallies, calendar, history, today)
        self._points: tuple[Point, ...] = curve_past(self._run, tallies, calendar, history, today)
        self._days_with_entries = sum(1 for day in self._run.days if day.done)

    def record(self, tallies_today: Sequence[Tally]) -> TrackRecord:
        """The record with today's tallies on top."""
        today = self.today
        run, points = self._with(tallies_today)
        is_told = self._days_with_entries + bool(tallies_today) >= DAYS_BEFORE_STRENGTH
        since = today - timedelta(days=today.weekday(), weeks=WEEKS_SHOWN - 1)
        shown = (today - since).days + 1
        return TrackRecord(
            day=today,
            days=tuple(day for day in run.days[-shown:] if day.day >= since),
            streak=run.streak,
            strength=points[-1][1] if points and is_told else None,
            curve=tuple(score for day, score in points[-shown:] if day >= since),
        )

    def walked(self, tallies_today: Sequence[Tally]) -> Walked:
        """Every day and every point of the strength, with today's tallies on top."""
        run, points = self._with(tallies_today)
        return Walked(run.days, points)

    def _with(self, tallies_today: Sequence[Tally]) -> tuple[Run, tuple[Point, ...]]:
        today, calendar, history = self.today, self._calendar, self._history
        run = run_with_today(self._run, tallies_today, calendar, history, today)
        return run, curve_with_today(self._points, run, tallies_today, calendar, history, today)
