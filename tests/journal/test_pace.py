"""Where a milestone stands against its line."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction

import pytest
import reference
from hypothesis import given
from hypothesis import settings as trials
from hypothesis import strategies as st
from lives import a_day, a_life, calendar_for
from reference import Climb, Life

from journal.calendar import Calendar
from journal.goal import Term
from journal.pace import Pace, PaceState, effective_from, line_on, pace

START = date(2026, 3, 2)
WEDNESDAY = date(2026, 3, 4)
SATURDAY = date(2026, 3, 7)
DUE = date(2026, 3, 13)


def fifty(done: int | None, today: date = WEDNESDAY) -> Pace:
    """The worked milestone: 0 to 50 in the ten working days from Monday the 2nd to Friday the 13th."""
    return pace(
        baseline=0, target=50, start=START, due=DUE, done=done, at_most=False,
        calendar=Calendar(), today=today,
    )  # fmt: skip


def at_most(baseline: int, target: int, done: int | None, today: date = WEDNESDAY) -> Pace:
    """The same days, with a target that must not be passed."""
    return pace(
        baseline=baseline, target=target, start=START, due=DUE, done=done, at_most=True,
        calendar=Calendar(), today=today,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("done", "state", "buffer", "must"),
    [
        (4, PaceState.BEHIND, -2, 11),
        (9, PaceState.BEHIND, -1, 6),
        (10, PaceState.DUE_TODAY, 0, 5),
        (14, PaceState.DUE_TODAY, 0, 1),
        (15, PaceState.ONE_DAY, 1, 0),
        (20, PaceState.TWO_DAYS, 2, 0),
        (25, PaceState.SAFE, 3, 0),
        (50, PaceState.DONE, 8, 0),
    ],
)
def test_the_worked_paces(done: int, state: PaceState, buffer: int, must: int) -> None:
    assert fifty(done) == Pace(Fraction(15), buffer, must, None, state)


@pytest.mark.parametrize(
    ("used", "state", "room"),
    [
        (2, PaceState.ROOM, 1),
        (3, PaceState.AT_THE_LINE, 0),
        (4, PaceState.OVER_THE_PACE, 0),
        (11, PaceState.OVER, 0),
    ],
)
def test_the_worked_budgets(used: int, state: PaceState, room: int) -> None:
    assert at_most(0, 10, used) == Pace(Fraction(3), 0, 0, room, state)


def test_nothing_read_off_yet_counts_as_the_baseline() -> None:
    assert fifty(None) == fifty(0)


def test_before_its_start_a_milestone_asks_for_nothing() -> None:
    assert fifty(0, date(2026, 2, 27)) == Pace(Fraction(0), 1, 0, None, PaceState.NOT_STARTED)


def test_a_weekend_asks_for_nothing_and_looks_at_monday() -> None:
    assert fifty(24, SATURDAY) == Pace(Fraction(30), -1, 0, None, PaceState.BEHIND)
    assert fifty(25, SATURDAY) == Pace(Fraction(30), 0, 0, None, PaceState.DUE_TODAY)


def test_the_due_day_itself_is_not_overdue() -> None:
    assert fifty(49, DUE) == Pace(Fraction(50), 0, 1, None, PaceState.DUE_TODAY)


def test_after_the_due_day_every_working_day_counts_as_behind() -> None:
    assert fifty(49, date(2026, 3, 17)) == Pace(Fraction(50), -2, 1, None, PaceState.OVERDUE)


def test_a_line_of_thirds_is_exact_before_it_is_rounded_up() -> None:
    third = pace(
        baseline=0, target=10**17 + 2, start=START, due=WEDNESDAY, done=0, at_most=False,
        calendar=Calendar(), today=START,
    )  # fmt: skip
    assert third.must_today == 33_333_333_333_333_334


def test_what_fell_below_its_baseline_is_behind_on_the_first_day() -> None:
    fell = pace(
        baseline=10, target=50, start=START, due=DUE, done=9, at_most=False,
        calendar=Calendar(), today=START,
    )  # fmt: skip
    assert fell == Pace(Fraction(14), -1, 5, None, PaceState.BEHIND)


@pytest.mark.parametrize(
    ("level", "state", "buffer", "must"),
    [
        (46, PaceState.BEHIND, -2, 11),
        (41, PaceState.BEHIND, -1, 6),
        (36, PaceState.DUE_TODAY, 0, 1),
        (35, PaceState.ONE_DAY, 1, 0),
        (25, PaceState.SAFE, 3, 0),
        (0, PaceState.DONE, 8, 0),
    ],
)
def test_a_level_going_down_is_the_same_with_signs_turned(
    level: int, state: PaceState, buffer: int, must: int
) -> None:
    assert at_most(50, 0, level) == Pace(Fraction(35), buffer, must, None, state)


def test_a_budget_over_its_target_stays_over() -> None:
    assert at_most(0, 10, 11, date(2026, 3, 20)).state is PaceState.OVER


def test_a_budget_kept_until_its_due_day_is_done() -> None:
    assert at_most(0, 10, 10, DUE).state is PaceState.AT_THE_LINE
    assert at_most(0, 10, 10, date(2026, 3, 14)).state is PaceState.DONE


def test_a_budget_not_yet_started_says_so() -> None:
    assert at_most(0, 10, 0, date(2026, 3, 1)).state is PaceState.NOT_STARTED


@pytest.mark.parametrize(("day", "line"), [(SATURDAY, 0), (date(2026, 3, 8), 5)])
def test_a_milestone_without_a_working_day_stays_at_its_baseline_until_due(
    day: date, line: int
) -> None:
    weekend = line_on(
        day, baseline=0, target=5, start=SATURDAY, due=date(2026, 3, 8), calendar=Calendar()
    )
    assert weekend == line


def test_a_line_drawn_over_a_weekend_lies_flat() -> None:
    drawn = [
        line_on(date(2026, 3, n), baseline=0, target=50, start=START, due=DUE, calendar=Calendar())
        for n in (1, 2, 6, 7, 8, 9, 13, 14)
    ]
    assert drawn == [0, 5, 25, 25, 25, 30, 50, 50]


@trials(deadline=None, max_examples=300)
@given(
    life=a_life,
    baseline=st.integers(-5, 20),
    target=st.integers(-5, 20),
    done=st.integers(-7, 22),
    start=a_day,
    length=st.integers(0, 30),
    is_at_most=st.booleans(),
    today=a_day,
)
def test_any_milestone_stands_as_by_looking_at_every_day(
    life: Life,
    baseline: int,
    target: int,
    done: int,
    start: date,
    length: int,
    is_at_most: bool,
    today: date,
) -> None:
    due = start + timedelta(days=length)
    calendar = calendar_for(life)
    found = pace(
        baseline=baseline, target=target, start=start, due=due, done=done, at_most=is_at_most,
        calendar=calendar, today=today,
    )  # fmt: skip
    climb = Climb(baseline, target, start, due, is_at_most)
    if climb.is_budget:
        line, room, state = reference.budget(climb, done, life, today)
        assert found == Pace(line, 0, 0, room, PaceState(state))
    else:
        line, buffer, must, state = reference.pace(climb, done, life, today)
        assert found == Pace(line, buffer, must, None, PaceState(state))
    drawn = line_on(
        today, baseline=baseline, target=target, start=start, due=due, calendar=calendar
    )
    assert drawn == climb.line(life, today)


OLD = Term(target=50, due=DUE, decided=START, effective=START)
IN_SEVEN_DAYS = date(2026, 3, 11)


@pytest.mark.parametrize(
    ("target", "due", "from_day"),
    [
        (50, date(2026, 3, 20), IN_SEVEN_DAYS),
        (40, DUE, IN_SEVEN_DAYS),
        (60, date(2026, 3, 20), IN_SEVEN_DAYS),
        (40, date(2026, 3, 12), IN_SEVEN_DAYS),
        (None, DUE, IN_SEVEN_DAYS),
        (50, None, IN_SEVEN_DAYS),
        (60, DUE, WEDNESDAY),
        (50, date(2026, 3, 12), WEDNESDAY),
        (50, DUE, WEDNESDAY),
    ],
)
def test_an_easier_milestone_waits_seven_days_and_a_harder_one_acts_at_once(
    target: int | None, due: date | None, from_day: date
) -> None:
    assert effective_from(OLD, target, due, False, 0, WEDNESDAY) == from_day


@pytest.mark.parametrize("baseline", [0, 80])
@pytest.mark.parametrize(("target", "from_day"), [(60, IN_SEVEN_DAYS), (40, WEDNESDAY)])
def test_more_room_in_what_must_not_be_passed_is_easier(
    baseline: int, target: int, from_day: date
) -> None:
    assert effective_from(OLD, target, DUE, True, baseline, WEDNESDAY) == from_day


def test_a_first_target_and_due_date_act_at_once() -> None:
    none_yet = Term(target=None, due=None, decided=START, effective=START)
    assert effective_from(none_yet, 50, DUE, False, 0, WEDNESDAY) == WEDNESDAY
