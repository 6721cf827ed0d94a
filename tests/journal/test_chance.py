"""The chance to reach a milestone in time."""

from __future__ import annotations

from math import comb, exp, lgamma, log, log1p

import pytest
from builders import day
from hypothesis import given
from hypothesis import strategies as some

from journal.calendar import Calendar
from journal.chance import Chance, chance_of, days_to_work, tail_chance, unevenness
from journal.incomplete_beta import incomplete_beta


@pytest.mark.parametrize(
    ("rate", "done", "days", "left", "to_go", "phi", "chance"),
    [
        (2, 30, 20, 10, 20, 1, 0.2613),
        (8, 0, 0, 20, 160, 1, 0.4939),
        (8, 540, 60, 15, 150, 1, 0.0971),
        (8, 540, 60, 15, 150, 4, 0.2675),
    ],
)
def test_the_chance_follows_from_the_days_done_and_the_days_left(
    rate: float, done: int, days: int, left: int, to_go: int, phi: float, chance: float
) -> None:
    found = tail_chance(to_go, left, rate, done, days, phi)
    assert found == pytest.approx(chance, abs=5e-5)


def test_a_budget_of_three_holds_with_its_own_chance() -> None:
    # Twelve in twenty days, spread evenly enough for φ = 1.
    daily = [1, 1, 1, 0, 0] * 4
    found = chance_of(3, 8, 0.3, daily, at_most=True)
    assert found == Chance(pytest.approx(0.4564, abs=5e-5), if_plan_kept=False)


def test_what_is_done_is_sure_and_what_has_no_day_left_is_not() -> None:
    assert chance_of(0, 0, 2, []).value == 1
    assert chance_of(1, 0, 2, [5] * 30).value == 0


def test_what_is_not_done_is_never_quite_sure() -> None:
    assert 0.99 < chance_of(1, 10, 5_000, []).value < 1


def test_a_budget_is_safe_once_no_day_is_left_and_lost_once_exceeded() -> None:
    assert chance_of(0, 0, 2, [], at_most=True).value == 1
    assert chance_of(-1, 10, 2, [], at_most=True).value == 0


def test_nothing_planned_and_nothing_done_reaches_nothing() -> None:
    assert chance_of(1, 10, 0, [0, 0, 0]).value == 0
    assert chance_of(0, 10, 0, [0, 0, 0], at_most=True).value == 1


@pytest.mark.parametrize(("days", "said"), [(4, True), (5, False)])
def test_before_the_fifth_day_it_is_the_chance_if_you_keep_the_plan(days: int, said: bool) -> None:
    assert chance_of(5, 10, 2, [3] * days).if_plan_kept is said


def test_only_the_last_sixty_days_count() -> None:
    assert chance_of(150, 15, 8, [99] * 40 + [9] * 60) == chance_of(150, 15, 8, [9] * 60)


def test_uneven_days_are_measured_from_the_twentieth_on() -> None:
    # Mean 5, sample variance 25·20/19.
    assert unevenness([0, 10] * 10) == pytest.approx(25 * 20 / 19 / 5)
    assert unevenness([0, 10] * 9 + [0]) == 1
    assert unevenness([5] * 30) == 1
    assert unevenness([0] * 30) == 1
    assert unevenness([0] * 19 + [200]) == 10


def test_today_counts_as_a_day_left_until_the_rep_is_done() -> None:
    calendar = Calendar()
    friday, saturday, monday = day("2026-03-06"), day("2026-03-07"), day("2026-03-09")
    assert days_to_work(calendar, friday, monday, done_for_today=False) == 2
    assert days_to_work(calendar, friday, monday, done_for_today=True) == 1
    assert days_to_work(calendar, saturday, monday, done_for_today=True) == 1
    assert days_to_work(calendar, monday, friday, done_for_today=True) == 0


@given(
    to_go=some.integers(1, 60),
    left=some.integers(1, 40),
    done=some.integers(1, 90),
    days=some.integers(0, 60),
)
def test_the_chance_is_one_less_the_sum_of_all_smaller_counts(
    to_go: int, left: int, done: int, days: int
) -> None:
    beta = 10 + days
    x = left / (beta + left)
    fewer = sum(comb(done + k - 1, k) * x**k * (1 - x) ** done for k in range(to_go))
    assert tail_chance(to_go, left, 0, done, days) == pytest.approx(1 - fewer, abs=1e-10)


@given(a=some.floats(0.01, 50_000), b=some.floats(0.01, 50_000), x=some.floats(1e-6, 1 - 1e-6))
def test_the_two_sides_of_the_beta_add_up_to_one(a: float, b: float, x: float) -> None:
    assert incomplete_beta(x, a, b) + incomplete_beta(1 - x, b, a) == pytest.approx(1, abs=1e-9)


@given(a=some.floats(0.5, 400), b=some.floats(0.5, 400), x=some.floats(0.001, 0.999))
def test_a_step_in_a_is_the_known_term_of_the_series(a: float, b: float, x: float) -> None:
    # DLMF 8.17.20: I_x(a, b) = I_x(a+1, b) + x^a (1−x)^b / (a·B(a, b)).
    term = exp(a * log(x) + b * log1p(-x) - log(a) - lgamma(a) - lgamma(b) + lgamma(a + b))
    step = incomplete_beta(x, a, b) - incomplete_beta(x, a + 1, b)
    assert step == pytest.approx(term, abs=1e-10)


def test_a_target_in_the_millions_is_answered_at_once() -> None:
    assert tail_chance(10**9, 250, 8, 540, 60) == 0
    assert 0 < tail_chance(1_000_000, 250, 4_000, 0, 0) < 1
