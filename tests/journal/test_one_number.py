"""Which number leads the day, and what the day asks for."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from journal.goal import Form, Goal, Term
from journal.one_number import asking, one_number
from journal.pace import Pace, PaceState
from journal.settings import Settings
from journal.standing import Standing
from journal.targets import daily_targets

START, DUE = date(2026, 11, 2), date(2026, 12, 4)


def milestone(
    number: int,
    measure: str,
    *,
    buffer: int,
    must: int,
    done: int = 38,
    line: Fraction = Fraction(40),
    state: PaceState = PaceState.BEHIND,
) -> Standing:
    term = Term(target=60, due=DUE, decided=START, effective=START)
    goal = Goal(
        id=number,
        form=Form.MILESTONE,
        title=f"Waypoint {number}",
        measure=measure,
        start=START,
        terms=(term,),
    )
    pace = Pace(line=line, buffer_days=buffer, must_today=must, room_today=None, state=state)
    return Standing(goal=goal, term=term, done=done, pace=pace)


def test_the_milestone_furthest_behind_leads_the_day() -> None:
    late = milestone(1, "call", buffer=-2, must=11)
    later = milestone(2, "email", buffer=-1, must=30)
    assert [each.title for each in asking([later, late])] == ["Waypoint 1", "Waypoint 2"]


def test_between_two_as_far_behind_the_larger_share_leads_then_reach_outs() -> None:
    small = milestone(1, "call", buffer=0, must=2)
    large = milestone(2, "email", buffer=0, must=5)
    reach = milestone(3, "reach-outs", buffer=0, must=5)
    assert [each.id for each in asking([small, large, reach])] == [3, 2, 1]


def test_what_customers_do_may_lead_with_the_activity_that_feeds_it_beneath() -> None:
    deals = milestone(1, "deals-won", buffer=-20, must=8)
    calls = milestone(2, "call", buffer=3, must=0, state=PaceState.SAFE)
    number = one_number(asking([deals, calls]), {}, {"call": 4}, floor=1)
    assert (number.what, number.must_today, number.buffer_days) == ("deals won", 8, -20)
    assert number.fed_by is not None
    assert (number.fed_by.what, number.fed_by.must_today, number.fed_by.done) == ("calls", 0, 4)


def test_a_milestone_that_is_done_or_not_begun_does_not_lead() -> None:
    done = milestone(1, "call", buffer=-9, must=0, state=PaceState.DONE)
    ahead = milestone(2, "call", buffer=-9, must=0, state=PaceState.NOT_STARTED)
    assert asking([done, ahead]) == []


def test_five_reach_outs_to_go_after_eleven() -> None:
    reach = milestone(1, "reach-outs", buffer=0, must=5)
    number = one_number(asking([reach]), {}, {"call": 6, "email": 5, "meeting": 1}, floor=1)
    assert (number.what, number.must_today, number.done) == ("reach-outs", 5, 11)
    assert (number.buffer_days, number.title) == (0, "Waypoint 1")


def test_without_milestones_the_daily_target_leads() -> None:
    number = one_number([], {"reach-outs": 16, "meeting": 1}, {"call": 6, "email": 5}, floor=1)
    assert (number.what, number.must_today, number.done) == ("reach-outs", 5, 11)


def test_without_any_target_the_floor_keeps_the_day() -> None:
    assert one_number([], {}, {}, floor=2).must_today == 2
    assert one_number([], {}, {"note-taking": 3}, floor=2).must_today == 0


def test_the_day_asks_for_what_the_line_asks_from_this_morning_on() -> None:
    reach = milestone(1, "reach-outs", buffer=0, must=5, done=38, line=Fraction(85, 2))
    targets = daily_targets(Settings(), [reach], {"call": 6, "email": 5})
    assert targets == {"reach-outs": 16}


def test_a_target_the_rep_set_wins_over_a_line() -> None:
    calls = milestone(1, "call", buffer=0, must=5)
    targets = daily_targets(Settings(targets={"call": 10, "email": 5}), [calls], {"call": 6})
    assert targets == {"call": 10, "email": 5, "reach-outs": 15}


def test_a_milestone_past_its_due_day_asks_today_for_nothing() -> None:
    late = milestone(1, "reach-outs", buffer=-6, must=22, state=PaceState.OVERDUE)
    assert daily_targets(Settings(targets={"call": 10}), [late], {}) == {
        "call": 10,
        "reach-outs": 10,
    }
    assert daily_targets(Settings(), [late], {}) == {}
    assert daily_targets(Settings(), [late], {}, by_plan=7) == {"reach-outs": 7}


def test_no_line_no_plan_and_no_setting_ask_for_nothing() -> None:
    assert daily_targets(Settings(), [], {}) == {}
