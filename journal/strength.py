"""Strength: one bad day dents it, never zeroes it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from math import sqrt

from journal.activity import REACH_OUTS
from journal.calendar import Calendar
from journal.days import Day, DayState
from journal.measure import REACH
from journal.settings import SettingsHistory
from journal.streak import Run
from journal.tally import Tally

HALF_LIFE = 13
"""Days after which half of a daily habit's score is made, or lost again [default]."""


def curve(
    run: Run,
    tallies: Sequence[Tally],
    calendar: Calendar,
    history: SettingsHistory,
    today: date,
) -> tuple[tuple[date, float], ...]:
    """The score after each working day since the first entry, 0-1, oldest first.

    Today is there only when it does not lower the score. The score is the one of Loop Habit
    Tracker, stepped on working days; f of the formula is working days a week / 7.
    """
    done_by_day = _done_by_day(tallies)
    nothing: Mapping[str, int] = {}
    kept_of_score = {n: 0.5 ** (sqrt(n / 7) / HALF_LIFE) for n in range(8)}
    score = 0.0
    points: list[tuple[date, float]] = []
    for day in run.days:
        if not calendar.is_working(day.day):
            continue
        targets = history.on(day.day).targets
        value = _value(day, targets, done_by_day.get(day.day, nothing))
        m = kept_of_score[calendar.week_length(day.day)]
        after = score * m + value * (1 - m)
        if day.day == today and after < score:
            continue
        score = after
        points.append((day.day, score))
    return tuple(points)


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
