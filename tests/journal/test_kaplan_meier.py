"""The Kaplan–Meier curve: how long something takes while some of it still lasts."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from journal.kaplan_meier import Step, Watched, kaplan_meier, median_day


def back(*days: int) -> list[Watched]:
    return [Watched(day, ended=True) for day in days]


def not_yet(*days: int) -> list[Watched]:
    return [Watched(day, ended=False) for day in days]


def test_six_setbacks_one_of_them_still_open_as_worked_by_hand() -> None:
    curve = kaplan_meier([*back(1, 2, 2, 4, 7), *not_yet(5)])
    assert curve == (
        Step(1, Fraction(5, 6)),
        Step(2, Fraction(1, 2)),
        Step(4, Fraction(1, 3)),
        Step(7, Fraction(0)),
    )
    assert median_day(curve) == 2


def test_who_is_last_seen_on_a_day_still_counts_among_those_of_that_day() -> None:
    assert kaplan_meier([*back(3), *not_yet(3)]) == (Step(3, Fraction(1, 2)),)


def test_nothing_watched_gives_no_curve_and_no_median() -> None:
    assert kaplan_meier([]) == ()
    assert median_day(()) is None


def test_where_none_is_back_there_is_no_step() -> None:
    assert kaplan_meier(not_yet(1, 5, 60)) == ()


def test_the_median_is_not_known_while_more_than_half_last() -> None:
    curve = kaplan_meier([*back(1), *not_yet(9, 9)])
    assert curve == (Step(1, Fraction(2, 3)),)
    assert median_day(curve) is None


def test_the_half_is_compared_exactly() -> None:
    # (1 − 1/3)·(1 − 1/4) is exactly one half; in floats it may fall on either side.
    curve = kaplan_meier([*back(1, 1, 2), *not_yet(1, 1), *back(5), *not_yet(9)])
    assert curve[0].share == Fraction(5, 7)
    assert kaplan_meier([*back(1, 1), *back(2), *not_yet(8, 8, 8)])[-1].share == Fraction(1, 2)


cases = st.lists(st.builds(Watched, st.integers(0, 60), st.booleans()), max_size=40)


@given(cases)
def test_each_step_is_the_share_of_those_seen_longer_by_the_definition(seen: list[Watched]) -> None:
    for step in kaplan_meier(seen):
        share = Fraction(1)
        for day in range(step.day + 1):
            at_risk = sum(case.days >= day for case in seen)
            ended = sum(case.days == day and case.ended for case in seen)
            share *= Fraction(at_risk - ended, at_risk) if at_risk else 1
        assert step.share == share


@given(st.lists(st.integers(0, 60), min_size=1, max_size=40))
def test_where_all_are_back_the_median_is_the_plain_lower_one(days: list[int]) -> None:
    curve = kaplan_meier(back(*days))
    assert median_day(curve) == sorted(days)[(len(days) - 1) // 2]
