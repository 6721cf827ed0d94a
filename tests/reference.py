"""Slow, obvious models of the rules: they read everything again for each day and keep nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from math import ceil, floor

from journal.calendar import DayOff
from journal.settings import Setting
from journal.tally import Tally

DAY = timedelta(days=1)
NAMES = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


@dataclass(frozen=True)
class Life:
    """All that a rep's days follow from."""

    rows: tuple[Setting, ...] = ()
    """Settings in canonical words, later rows winning."""
    holidays: frozenset[date] = frozenset()
    """Public holidays."""
    off: tuple[DayOff, ...] = ()
    """Days off."""
    tallies: tuple[Tally, ...] = ()
    """What was done."""

    def value(self, key: str, day: date, default: str) -> str:
        """The value of a setting on a day."""
        value, since = default, date.min
        for row in self.rows:
            if row.key == key and since <= row.from_day <= day:
                value, since = row.value, row.from_day
        return value

    def is_working(self, day: date) -> bool:
        """Whether a day is a working day."""
        chosen = self.value("workdays", day, "mon,tue,wed,thu,fri").split(",")
        given_off = any(off.first <= day <= off.last for off in self.off)
        return NAMES[day.weekday()] in chosen and day not in self.holidays and not given_off

    def working(self, first: date, last: date) -> list[date]:
        """The working days first..last, one by one."""
        return [day for day in days(first, last) if self.is_working(day)]

    def targets(self, day: date) -> dict[str, int]:
        """The daily targets in force on a day."""
        keys = {row.key for row in self.rows if row.key.startswith("target.")}
        values = {key.removeprefix("target."): int(self.value(key, day, "0")) for key in keys}
        return {kind: target for kind, target in values.items() if target}


def days(first: date, last: date) -> list[date]:
    """Every day first..last."""
    return [first + n * DAY for n in range((last - first).days + 1)]


def is_kept(life: Life, day: date) -> bool:
    """Whether a day was kept, by what was written down in time."""
    deadline = life.working(day + DAY, day + 60 * DAY)[1]
    count = sum(t.total for t in life.tallies if t.day == day and t.logged_day <= deadline)
    return count >= (int(life.value("floor", day, "1")) if life.is_working(day) else 1)


def states(life: Life, today: date) -> dict[date, str]:
    """The state of each day from the first entry to today."""
    entries = [t.day for t in life.tallies if t.total > 0 and t.day <= today]
    known: dict[date, str] = {}
    for day in days(min(entries), today) if entries else []:
        if is_kept(life, day):
            known[day] = "kept"
        elif not life.is_working(day):
            known[day] = "off"
        elif day == today:
            known[day] = "open"
        else:
            known[day] = "frozen" if streak(list(known.values()))[2] else "missed"
    return known


def streak(of: Sequence[str]) -> tuple[int, int, int]:
    """Current, best and freezes after these states."""
    current = best = freezes = run = 0
    for state in of:
        if state == "kept":
            current, run = current + 1, run + 1
            best = max(best, current)
            if run == 10:
                freezes, run = min(2, freezes + 1), 0
        if state == "frozen":
            freezes -= 1
        if state == "missed":
            current = run = 0
    return current, best, freezes


def strength(life: Life, today: date) -> list[tuple[date, float]]:
    """The score after each working day."""
    score = 0.0
    points = []
    for day, state in states(life, today).items():
        if not life.is_working(day):
            continue
        done: dict[str, int] = {"reach-outs": 0}
        for tally in life.tallies:
            if tally.day == day:
                done[tally.kind] = done.get(tally.kind, 0) + tally.total
                if tally.kind in ("call", "email", "social"):
                    done["reach-outs"] += tally.total
        ratios = [min(1.0, done.get(k, 0) / n) for k, n in life.targets(day).items()]
        value = sum(ratios) / len(ratios) if ratios else float(state == "kept")
        week = len(life.value("workdays", day, "mon,tue,wed,thu,fri").split(","))
        m = 0.5 ** ((week / 7) ** 0.5 / 13)
        after = score * m + value * (1 - m)
        if day < today or after >= score:
            score = after
            points.append((day, score))
    return points


@dataclass(frozen=True)
class Climb:
    """A milestone, told plainly."""

    baseline: int
    target: int
    start: date
    due: date
    at_most: bool

    @property
    def is_budget(self) -> bool:
        """Whether it is to stay below the line."""
        return self.at_most and self.target >= self.baseline

    def line(self, life: Life, day: date) -> Fraction:
        """The line on a day, from a list of all the working days."""
        if day < self.start:
            return Fraction(self.baseline)
        if day > self.due:
            return Fraction(self.target)
        whole = len(life.working(self.start, self.due))
        if whole == 0:
            return Fraction(self.target if day == self.due else self.baseline)
        so_far = len(life.working(self.start, day))
        return self.baseline + (self.target - self.baseline) * Fraction(so_far, whole)

    def is_met(self, done: int, line: Fraction) -> bool:
        """Whether what is done is on the right side of a line."""
        return done <= line if self.at_most else done >= line


def pace(climb: Climb, done: int, life: Life, today: date) -> tuple[Fraction, int, int, str]:
    """Line, buffer, must today and state, by looking at every day."""
    that_day = life.working(today, today + 60 * DAY)[0]
    line = climb.line(life, that_day)
    if climb.is_met(done, Fraction(climb.target)):
        return line, len(life.working(today, climb.due)), 0, "done"
    behind = [
        day
        for day in life.working(climb.start, today - DAY)
        if not climb.is_met(done, climb.line(life, day))
    ]
    below_baseline = not climb.is_met(done, Fraction(climb.baseline))
    ahead = 0
    for day in life.working(today, max(today, climb.due) + 60 * DAY):
        if not climb.is_met(done, climb.line(life, day)):
            break
        ahead += 1
    buffer = ahead - len(behind) - (below_baseline and today >= climb.start)
    must = max(0, ceil(done - line if climb.at_most else line - done))
    if today < climb.start:
        return line, buffer, 0, "not_started"
    if not life.is_working(today):
        must = 0
    if today > climb.due:
        return line, buffer, must, "overdue"
    words = {0: "due_today", 1: "1_day", 2: "2_days"}
    return line, buffer, must, "behind" if buffer < 0 else words.get(buffer, "safe")


def budget(climb: Climb, used: int, life: Life, today: date) -> tuple[Fraction, int, str]:
    """Line, room today and state of a budget."""
    line = climb.line(life, life.working(today, today + 60 * DAY)[0])
    room = max(0, floor(line - used))
    if used > climb.target:
        return line, room, "over"
    if today < climb.start:
        return line, room, "not_started"
    if today > climb.due:
        return line, room, "done"
    if used > line:
        return line, room, "over_the_pace"
    return line, room, "room" if room else "at_the_line"
