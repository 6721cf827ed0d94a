"""Strength: one bad day dents it, never zeroes it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from math import sqrt

from journal.activity import REACH_OUTS
from journal.calendar import Calendar
from journal.days import Day, DayState
from journal.measure import REACH
from journal.settings import SettingsHistory
from journal.streak import Run
from journal.tally import Tally, totals_of

HALF_LIFE = 13
"""Days after which half of a daily habit's score is made, or lost again [default]."""

_KEPT_OF_SCORE = {n: 0.5 ** (sqrt(n / 7) / HALF_LIFE) for n in range(8)}
"""The share of the score a working day leaves, by the number of working days in its week: m."""


Point = tuple[date, float]
"""A working day and the score after it, 0-1."""


def curve(
    run: Run,
    tallies: Sequence[Tally],
    calendar: Calendar,
    history: SettingsHistory,
    today: date,
) -> tuple[Point, ...]:
    """The score after each working day since the first entry, 0-1, oldest first.

    Today is there only when it does not lower the score. The score is the one of Loop Habit
    Tracker, stepped on working days; f of the formula is working days a week / 7.
    """
    past = curve_past(run, tallies, calendar, history, today)
    return with_today(past, run, tallies, calendar, history, today)


def curve_past(
    run: Run,
    tallies: Sequence[Tally],
    calendar: Calendar,
    history: SettingsHistory,
    today: date,
) -> tuple[Point, ...]:
    """The score after each working day from the first entry to yesterday."""
    done_by_day = _done_by_day(tallies)
    nothing: Mapping[str, int] = {}
    score = 0.0
    points: list[Point] = []
    for day in run.days:
        if day.day < today and calendar.is_working(day.day):
            targets = history.on(day.day).targets
            value = _value(day, targets, done_by_day.get(day.day, nothing))
            m = _KEPT_OF_SCORE[calendar.week_length(day.day)]
            score = score * m + value * (1 - m)
            points.append((day.day, score))
    return tuple(points)


def with_today(
    past: tuple[Point, ...],
    run: Run,
    tallies: Iterable[Tally],
    calendar: Calendar,
    history: SettingsHistory,
    today: date,
) -> tuple[Point, ...]:
    """Let today follow the curve up to yesterday, unless it would lower the score."""
    if not run.days or run.days[-1].day != today or not calendar.is_working(today):
        return past
    before = past[-1][1] if past else 0.0
    done = totals_of(tally for tally in tallies if tally.day == today)
    value = _value(run.days[-1], history.on(today).targets, done)
    m = _KEPT_OF_SCORE[calendar.week_length(today)]
    after = before * m + value * (1 - m)
    return past if after < before else (*past, (today, after))


def _value(day: Day, targets: Mapping[str, int], done: Mapping[str, int]) -> float:
    """What a working day is worth, 0-1: how far its targets were met, or whether it was kept."""
    if not targets:
        return 1.0 if day.state is DayState.KEPT else 0.0
    met = 0.0
    for kind, target in targets.items():
        met += min(1.0, _done_of(kind, done) / target)
    return met / len(targets)


def _done_of(kind: str, done: Mapping[str, int]) -> int:
    if kind == REACH:
        return sum(done.get(each, 0) for each in REACH_OUTS)
    return done.get(kind, 0)


def _done_by_day(tallies: Sequence[Tally]) -> dict[date, dict[str, int]]:
    by_day: dict[date, dict[str, int]] = {}
    for tally in tallies:
        kinds = by_day.get(tally.day)
        if kinds is None:
            by_day[tally.day] = {tally.kind: tally.total}
        else:
            kinds[tally.kind] = kinds.get(tally.kind, 0) + tally.total
    return by_day
