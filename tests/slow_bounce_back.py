"""A slow, obvious model of bounce-back: it walks from day to day and keeps only dates."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from statistics import median

from reference import DAY, Life


@dataclass
class Observed:
    """One observation, told plainly."""

    zero: date
    """Day 0."""
    hits: list[date]
    """The days of its setbacks."""
    outcome: tuple[int, bool] | None
    """Working days and whether the rep was back; None when it is not measured."""
    until: date | None = None
    """The day the observation is over; None while it lasts."""
    shadow: set[date] = field(default_factory=set)
    """The days that say nothing about the usual pace."""


def first_entry(life: Life) -> date:
    """The day of the first activity; far ahead without any."""
    return min((tally.day for tally in life.tallies if tally.total), default=date(2200, 1, 1))


def done_on(life: Life, day: date) -> int:
    """How much was done on a day."""
    return sum(tally.total for tally in life.tallies if tally.day == day)


def day_zero(life: Life, day: date) -> date:
    """The day itself, or the next working day."""
    while not life.is_working(day):
        day += DAY
    return day


def usual_pace(life: Life, zero: date, shadows: set[date]) -> Fraction | None:
    """The median before day 0; None under ten days."""
    seen: list[date] = []
    day = zero - DAY
    while day >= first_entry(life) and len(seen) < 40:
        if life.is_working(day):
            seen.append(day)
        day -= DAY
    counts = [Fraction(done_on(life, day)) for day in seen if day not in shadows][:20]
    return Fraction(median(counts)) if len(counts) >= 10 else None


def watch(life: Life, zero: date, pace: Fraction, today: date) -> tuple[int, bool, date | None]:
    """Working days, whether back, and the day it is over."""
    before: int | None = None
    walked, day = 0, zero + DAY
    while day < today:
        if life.is_working(day):
            walked += 1
            if walked > 60:
                return 60, False, day
            done = done_on(life, day)
            mean = Fraction(done) if before is None else Fraction(before + done, 2)
            if mean >= Fraction(9, 10) * pace:
                return walked, True, day
            before = done
        day += DAY
    return walked, False, None


def observe(life: Life, hits: list[date], today: date) -> list[Observed]:
    """Every setback up to today, oldest first, as it is observed."""
    seen: list[Observed] = []
    for hit in sorted(hits):
        zero = day_zero(life, hit)
        if seen:
            last = seen[-1]
            in_shadow = last.outcome is not None and (last.until is None or hit < last.until)
            if last.zero == zero or in_shadow:
                last.hits.append(hit)
                continue
        seen.append(begin(life, hit, zero, today, {day for one in seen for day in one.shadow}))
    return seen


def begin(life: Life, hit: date, zero: date, today: date, shadows: set[date]) -> Observed:
    """A new observation."""
    pace = usual_pace(life, zero, shadows)
    if not pace:
        return Observed(zero, [hit], None, zero)
    walked, is_back, until = watch(life, zero, pace, today)
    end = until or today
    shadow = {zero + n * DAY for n in range((end - zero).days)}
    return Observed(zero, [hit], (walked, is_back), until, shadow)


def ordinary(life: Life, seen: list[Observed], since: date, today: date) -> list[tuple[int, bool]]:
    """The same from every working day outside all of them."""
    shadows = {day for one in seen for day in one.shadow}
    hit = {one.zero for one in seen}
    found = []
    for day in life.working(since, today - DAY):
        if day not in shadows | hit:
            pace = usual_pace(life, day, {each for each in shadows if each < day})
            if pace:
                found.append(watch(life, day, pace, today)[:2])
    return found
