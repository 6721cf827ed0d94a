"""Bounce-back: how many working days after a setback the rep is back at their own usual pace."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from random import Random

from builders import day
from hypothesis import given, settings
from hypothesis import strategies as st
from lives import FIRST, a_life, calendar_for
from reference import Life
from slow_bounce_back import done_on, first_entry, observe, ordinary

from journal.bounce_back import (
    Cluster,
    NotMeasured,
    WorkedDays,
    clusters,
    ordinary_days,
    worked_days,
)
from journal.calendar import Calendar, DayOff
from journal.kaplan_meier import Watched
from journal.tally import Tally

MONDAY = date(2026, 3, 2)
"""The first day of work in every example; a working day is Monday to Friday."""


def worked(counts: list[int], today: date, calendar: Calendar | None = None) -> WorkedDays:
    """So many calls on each working day from the Monday on."""
    calendar = calendar or Calendar()
    days, at = [], MONDAY
    while len(days) < len(counts):
        days += [at] if calendar.is_working(at) else []
        at += timedelta(days=1)
    tallies = [Tally(at, "call", at, n) for at, n in zip(days, counts, strict=True) if n]
    return worked_days(tallies, calendar, MONDAY, MONDAY, today)


def observed(
    counts: list[int], today: str, *hits: str, calendar: Calendar | None = None
) -> list[tuple[int, Watched | NotMeasured | None]]:
    """How many setbacks each observation holds, and how it ended."""
    found = clusters(
        ((day(hit), place) for place, hit in enumerate(hits, 1)),
        worked(counts, day(today), calendar),
    )
    return [(len(one.setbacks), one.watched or one.why_not) for one in found]


def back(days: int) -> Watched:
    return Watched(days, ended=True)


def not_yet(days: int) -> Watched:
    return Watched(days, ended=False)


# Ten days at four calls: the usual pace is 4, and 3.6 is enough. The eleventh is Mon 16 March.
TEN = [4] * 10


def test_the_first_full_day_after_it_is_a_return_on_day_one() -> None:
    assert observed([*TEN, 0, 4], "2026-03-18", "2026-03-16") == [(1, back(1))]


def test_nine_tenths_of_the_usual_pace_are_enough_and_less_is_not() -> None:
    usual = [10] * 10
    assert observed([*usual, 0, 9], "2026-03-18", "2026-03-16") == [(1, back(1))]
    assert observed([*usual, 0, 8], "2026-03-18", "2026-03-16") == [(1, not_yet(1))]


def test_later_days_are_held_to_the_mean_with_the_day_before() -> None:
    # Means 2.5 and 4: the second day is not enough, the third is.
    assert observed([*TEN, 0, 1, 4, 4], "2026-03-20", "2026-03-16") == [(1, back(3))]
    # Means 3 and 3.5, then 4.5.
    assert observed([*TEN, 0, 3, 3, 4, 5], "2026-03-21", "2026-03-16") == [(1, back(4))]


def test_the_work_of_its_own_day_never_counts() -> None:
    assert observed([*TEN, 50, 0, 4], "2026-03-19", "2026-03-16") == [(1, not_yet(2))]


def test_the_usual_pace_of_an_even_number_of_days_lies_between_two() -> None:
    # Median 3.5: 3.15 are needed, so 3 is too little and 4 is enough.
    usual = [3, 4] * 5
    assert observed([*usual, 0, 3], "2026-03-18", "2026-03-16") == [(1, not_yet(1))]
    assert observed([*usual, 0, 4], "2026-03-18", "2026-03-16") == [(1, back(1))]


def test_only_the_last_twenty_days_make_the_usual_pace() -> None:
    assert observed([*[9] * 10, *[4] * 20, 0, 4], "2026-04-15", "2026-04-13") == [(1, back(1))]


def test_two_setbacks_on_one_day_are_one_observation() -> None:
    assert observed([*TEN, 0, 4], "2026-03-18", "2026-03-16", "2026-03-16") == [(2, back(1))]


def test_one_that_hits_before_the_return_joins_and_one_on_the_day_of_it_does_not() -> None:
    counts = [*TEN, 0, 0, 1, 4, 4, 4]
    # The return is on day 4, Fri 20 March.
    assert observed(counts, "2026-03-24", "2026-03-16", "2026-03-19") == [(2, back(4))]
    assert observed(counts, "2026-03-24", "2026-03-16", "2026-03-20") == [
        (1, back(4)),
        (1, back(1)),
    ]


def test_on_a_day_off_it_counts_from_the_next_working_day() -> None:
    # Saturday 14 March: Monday is day 0, and its own four calls do not count.
    assert observed([*TEN, 4, 0, 4, 4], "2026-03-20", "2026-03-14") == [(1, back(3))]
    both = observed([*TEN, 4, 4], "2026-03-18", "2026-03-14", "2026-03-16")
    assert both == [(2, back(1))]


def test_one_on_a_weekend_before_the_return_joins() -> None:
    # Wednesday 18 March is day 0, Thursday and Friday are empty, Monday is the return.
    counts = [*[4] * 12, 0, 0, 0, 8]
    assert observed(counts, "2026-03-24", "2026-03-18", "2026-03-21") == [(2, back(3))]


def test_before_the_first_entry_it_is_not_measured() -> None:
    assert observed([*TEN, 4], "2026-03-17", "2026-02-10") == [(1, NotMeasured.NO_HISTORY)]


def test_two_before_the_first_entry_stay_two() -> None:
    found = clusters(
        [(day("2026-02-10"), 1), (day("2026-02-11"), 2)],
        worked_days([], Calendar(), MONDAY, day("2026-02-10"), day("2026-03-17")),
    )
    assert [len(one.setbacks) for one in found] == [1, 1]


def test_under_ten_working_days_of_history_it_is_not_measured() -> None:
    assert observed([4] * 11, "2026-03-17", "2026-03-13") == [(1, NotMeasured.NO_HISTORY)]
    assert observed([4] * 12, "2026-03-18", "2026-03-16") == [(1, back(1))]


def test_a_journal_of_setbacks_only_measures_nothing() -> None:
    nothing = worked_days([], Calendar(), None, MONDAY, day("2026-04-01"))
    (one,) = clusters([(MONDAY, 1)], nothing)
    assert (one.watched, one.why_not) == (None, NotMeasured.NO_HISTORY)


def test_where_half_of_the_days_are_empty_it_is_not_measured() -> None:
    usual = [5, *[0] * 6, 5, 5, 5]
    assert observed([*usual, 0, 4], "2026-03-18", "2026-03-16") == [(1, NotMeasured.NO_PACE)]


def test_what_is_not_measured_takes_no_later_one_in() -> None:
    assert observed([4] * 14, "2026-03-20", "2026-03-05", "2026-03-06", "2026-03-17") == [
        (1, NotMeasured.NO_HISTORY),
        (1, NotMeasured.NO_HISTORY),
        (1, back(1)),
    ]


def test_today_is_not_over_so_it_says_nothing_yet() -> None:
    assert observed([*TEN, 0, 4], "2026-03-17", "2026-03-16") == [(1, not_yet(0))]
    assert observed([*TEN, 0, 4], "2026-03-16", "2026-03-16") == [(1, not_yet(0))]


def test_after_sixty_working_days_the_watching_ends() -> None:
    counts = [*TEN, 0, *[1] * 60, 4, 4]
    assert observed(counts, "2026-06-20", "2026-03-16") == [(1, not_yet(60))]
    # Day 60 is Mon 8 June: on it a setback still joins, on the next day a new one begins.
    assert [n for n, _ in observed(counts, "2026-06-20", "2026-03-16", "2026-06-08")] == [2]
    assert [n for n, _ in observed(counts, "2026-06-20", "2026-03-16", "2026-06-09")] == [1, 1]


def test_days_in_the_shadow_of_an_earlier_one_make_no_usual_pace() -> None:
    # 15 days at four, a slump of twelve until the return, five at four: the pace stays 4, not 0.
    counts = [*[4] * 15, *[0] * 12, *[4] * 5, 0, 2, 4, 4]
    assert observed(counts, "2026-04-18", "2026-03-23", "2026-04-15") == [
        (1, back(13)),
        (1, not_yet(2)),
    ]


def test_forty_working_days_are_looked_back_at_most() -> None:
    # Behind a slump of 32 days lie only eight of the forty.
    counts = [*[4] * 20, *[0] * 32, 4, 4, 0, 4]
    assert observed(counts, "2026-05-15", "2026-03-30", "2026-05-14")[0] == (1, back(33))
    far = observed(counts, "2026-05-15", "2026-03-30", "2026-05-14")[1]
    assert far == (1, NotMeasured.NO_HISTORY)


def test_a_month_without_a_working_day_is_one_long_night() -> None:
    away = Calendar(off=(DayOff(day("2026-03-17"), day("2026-04-17")),))
    assert observed([*TEN, 0, 4], "2026-04-21", "2026-03-16", calendar=away) == [(1, back(1))]
    assert observed([*TEN, 4], "2026-04-21", "2026-03-30", calendar=away) == [(1, not_yet(0))]


def test_a_life_without_working_days_measures_nothing() -> None:
    never = Calendar([(date(2000, 1, 1), frozenset())])
    found = clusters(
        [(MONDAY, 1), (day("2026-03-05"), 2)],
        worked_days([], never, MONDAY, MONDAY, day("2026-04-01")),
    )
    assert [one.why_not for one in found] == [NotMeasured.NO_HISTORY]


def test_ordinary_days_are_measured_alike_and_days_in_a_shadow_are_left_out() -> None:
    counts = [*TEN, 4, 0, 4, 4]
    days = worked(counts, day("2026-03-20"))
    found = clusters([(day("2026-03-17"), 1)], days)
    assert [one.watched for one in found] == [back(1)]
    # Monday the 16th is followed by an empty day, then 2, then 4; Wednesday by four; Thursday by nothing.
    assert ordinary_days(found, days, MONDAY) == (back(3), back(1), not_yet(0))
    assert ordinary_days(found, days, day("2026-03-18")) == (back(1), not_yet(0))


def plain(found: tuple[Cluster, ...]) -> list[tuple[list[date], tuple[int, bool] | None]]:
    return [
        (
            [at for at, _ in one.setbacks],
            (one.watched.days, one.watched.ended) if one.watched else None,
        )
        for one in found
    ]


def with_slumps(life: Life, seed: int, length: int) -> Life:
    """The same calendar with days of work whose level changes now and then."""
    rng, tallies, level = Random(seed), [], 4
    for n in range(length):
        if rng.random() < 0.04:
            level = rng.choice((0, 0, 1, 2, 5, 9))
        done = max(0, level + rng.choice((-2, -1, 0, 0, 1, 2)))
        at = FIRST + timedelta(days=n)
        tallies += [Tally(at, "call", at, done), Tally(at, "email", at, rng.choice((0, 0, 1)))]
    return replace(life, tallies=tuple(tally for tally in tallies if tally.total))


@settings(max_examples=150, deadline=None)
@given(
    a_life,
    st.integers(0, 10**6),
    st.integers(0, 200),
    st.lists(st.integers(-15, 200), max_size=12),
    st.integers(0, 220),
)
def test_it_agrees_with_a_slow_walk_from_day_to_day(
    life: Life, seed: int, length: int, hits: list[int], now: int
) -> None:
    life, today = with_slumps(life, seed, length), FIRST + timedelta(days=now)
    days = sorted(FIRST + timedelta(days=n) for n in hits if n <= now)
    known = [tally for tally in life.tallies if tally.day <= today]
    first = first_entry(life)
    since = min(days, default=today)
    days_worked = worked_days(known, calendar_for(life), first if known else None, since, today)
    found = clusters(((at, place) for place, at in enumerate(days)), days_worked)
    slow = observe(life, days, today)
    assert plain(found) == [(one.hits, one.outcome) for one in slow]
    ordinary_now = [(each.days, each.ended) for each in ordinary_days(found, days_worked, FIRST)]
    assert ordinary_now == ordinary(life, slow, FIRST, today)
    assert sum(days_worked.counts) == sum(
        done_on(life, at) for at in life.working(min(first, since), today - timedelta(days=1))
    )
