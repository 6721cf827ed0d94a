"""Milestones: their chance, the way back from the end date, the evidence for them, and their burn-up."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from builders import activity, at, day

from journal.burn_up import days_between, thinned
from journal.errors import BadInput
from journal.goal import Form, Goal
from journal.journal import Journal
from journal.moment import Moment
from storage.store import SqliteStore

MONDAY = day("2026-03-02")


class Watch:
    """A clock the test winds on."""

    def __init__(self, now: Moment) -> None:
        self.now = now

    def __call__(self) -> Moment:
        return self.now


@pytest.fixture
def watch() -> Watch:
    return Watch(at("2026-03-02T09:00"))


@pytest.fixture
def journal(store: SqliteStore, watch: Watch) -> Journal:
    return Journal(store, watch)


def laid(
    journal: Journal,
    measure: str,
    target: int,
    due: str,
    *,
    start: str | None = None,
    at_most: bool = False,
    baseline: int = 0,
    form: Form = Form.MILESTONE,
) -> Goal:
    return journal.goals.add(
        journal.goals.new(
            form=form,
            title=f"{target} {measure}",
            measure=measure,
            target=target,
            due=day(due),
            start=day(start) if start else None,
            at_most=at_most,
            baseline=baseline,
        )
    )


def chance(journal: Journal, goal: Goal) -> float | None:
    return journal.goals.standing(goal.id).chance


def test_a_new_milestone_is_as_likely_as_its_own_pace_says(journal: Journal) -> None:
    # NUMBERS 4: λ0 8 a day, nothing known, 20 days left for 160.
    calls = laid(journal, "call", 160, "2026-03-27")
    standing = journal.goals.standing(calls.id)
    assert standing.chance == pytest.approx(0.4939, abs=5e-5)
    assert standing.if_plan_kept


def test_the_reps_own_days_move_the_chance(journal: Journal, watch: Watch) -> None:
    start = day("2026-02-02")
    calls = laid(journal, "call", 60, "2026-03-13", start="2026-02-02")
    for ahead in range(28):
        on = start + timedelta(days=ahead)
        if on.weekday() < 5:
            journal.record(activity("call", 1 + on.toordinal() % 2, on))
    standing = journal.goals.standing(calls.id)
    assert (standing.done, standing.term.target) == (30, 60)
    assert not standing.if_plan_kept
    # λ0 = 60/30, n 30 in 20 days, 10 days left for 30 more: I(30, 50) at 10/40, as a binomial
    # tail of 79 at a quarter.
    assert standing.chance == pytest.approx(0.0073055, abs=1e-6)


def test_the_saved_plan_says_the_pace_of_reach_outs(journal: Journal) -> None:
    reach = laid(journal, "reach-outs", 160, "2026-03-27")
    before = chance(journal, reach)
    journal.plans.save(target=120_000_000, by=day("2026-12-31"), deal_size=6_000_000)
    after = chance(journal, reach)
    assert before == pytest.approx(0.4939, abs=5e-5)
    assert after is not None
    assert after > 0.99


def test_a_milestone_done_is_sure_and_one_out_of_time_is_lost(
    journal: Journal, watch: Watch
) -> None:
    done = laid(journal, "call", 3, "2026-03-06")
    late = laid(journal, "email", 3, "2026-03-06")
    journal.record(activity("call", 3, MONDAY))
    watch.now = at("2026-03-09T09:00")
    assert (chance(journal, done), chance(journal, late)) == (1, 0)


def test_a_budget_has_the_chance_to_be_kept(journal: Journal) -> None:
    # λ0 .3, nothing known, 10 days left, room for 3: 1 − I(4, 3) at 10/20 = 42/64.
    budget = laid(journal, "email", 3, "2026-03-13", at_most=True)
    assert chance(journal, budget) == pytest.approx(42 / 64)


def test_what_is_checked_in_by_hand_and_what_has_no_end_has_no_chance(journal: Journal) -> None:
    number = laid(journal, "number", 800, "2026-03-27")
    journal.goals.check_in(number.id, 400)
    open_end = journal.goals.add(
        journal.goals.new(form=Form.MILESTONE, title="Calls", measure="call", target=9, due=None)
    )
    assert (chance(journal, number), chance(journal, open_end)) == (None, None)
    assert journal.goals.chances() == {}


def test_the_way_back_from_a_plan_goes_down_its_funnel_to_a_roundabout(
    journal: Journal, watch: Watch
) -> None:
    watch.now = at("2026-01-05T09:00")
    plan = journal.plans.save(target=120_000_000, by=day("2026-12-31"), deal_size=6_000_000)
    way = journal.goals.lay_backward(plan.goal)
    assert [(one.title, one.terms[0].due) for one in way] == [
        ("20 deals won", day("2026-12-31")),
        ("80 qualified opportunities", day("2026-10-30")),
        ("160 stage-1 opportunities", day("2026-10-02")),
        ("334 first meetings", day("2026-09-18")),
        ("16,667 reach-outs", day("2026-08-21")),
        # 55 of 165 working days, then 19, then 10.
        ("5,556 reach-outs", day("2026-03-20")),
        ("2,021 reach-outs", day("2026-01-30")),
        ("1,011 reach-outs", day("2026-01-16")),
    ]
    assert {one.parent for one in way} == {plan.goal}
    assert {one.id for one in way} == {0}


def test_proposals_are_saved_and_taken_back_as_one(journal: Journal, watch: Watch) -> None:
    plan = journal.plans.save(target=120_000_000, by=day("2026-12-31"), deal_size=6_000_000)
    way = journal.goals.lay_backward(plan.goal)
    added = journal.goals.add_all(way)
    assert all(one.id for one in added)
    assert journal.goals.lay_backward(plan.goal) == ()
    journal.undo()
    assert len(journal.goals.tree()) == 1
    assert journal.goals.add_all(()) == ()


def test_one_that_cannot_be_keeps_the_others_unsaved(journal: Journal) -> None:
    good = journal.goals.new(
        form=Form.MILESTONE, title="Good", measure="call", target=5, due=day("2026-03-13")
    )
    with pytest.raises(BadInput):
        journal.goals.add_all([good, replace(good, title=" ")])
    assert journal.goals.tree() == ()


def test_any_other_goal_is_laid_along_its_line(journal: Journal) -> None:
    goal = laid(journal, "call", 90, "2026-05-29", form=Form.GOAL)
    journal.record(activity("call", 25, MONDAY))
    way = journal.goals.lay_backward(goal.id)
    # 65 to go in 65 working days: 22 by 31 March and 10 by 13 March.
    assert [(one.title, one.terms[0].due) for one in way] == [
        ("22 calls", day("2026-03-31")),
        ("11 calls", day("2026-03-16")),
    ]


def test_a_number_is_laid_from_where_it_stands(journal: Journal) -> None:
    goal = laid(journal, "number", 8_800, "2026-04-13", at_most=True, baseline=9_200)
    (nearer,) = journal.goals.lay_backward(goal.id)
    # 11 of 31 working days down from 92 to 88: 90.58, rounded towards the goal.
    assert (nearer.title, nearer.baseline, nearer.terms[0].due) == (
        *("8800 number: 90.58", 9_200),
        day("2026-03-16"),
    )


def test_a_goal_at_hand_needs_no_way_and_one_without_an_end_has_none(journal: Journal) -> None:
    near = laid(journal, "call", 9, "2026-03-13", form=Form.GOAL)
    assert journal.goals.lay_backward(near.id) == ()
    open_end = journal.goals.add(
        journal.goals.new(form=Form.GOAL, title="Calls", measure="call", target=9, due=None)
    )
    with pytest.raises(BadInput, match="a target and a due date first"):
        journal.goals.lay_backward(open_end.id)


def test_evidence_is_the_best_and_the_middle_week(journal: Journal) -> None:
    for weeks, count in ((5, 12), (4, 30), (3, 0), (2, 61), (1, 42)):
        if count:
            journal.record(activity("call", count, MONDAY - timedelta(weeks=weeks)))
    journal.record(activity("call", 99, MONDAY))
    found = journal.goals.evidence("reach-outs")
    assert found is not None
    assert (found.best_week, found.median_week, found.weeks) == (61, 30, 5)
    assert found.sentence == "Of the last 5 weeks the best held 61 reach-outs, the middle one 30."
    assert journal.goals.evidence("meeting") is None
    assert journal.goals.evidence("number") is None


def test_a_burn_up_has_done_up_to_today_and_the_line_up_to_the_end(
    journal: Journal, watch: Watch
) -> None:
    calls = laid(journal, "call", 50, "2026-03-13")
    journal.record(activity("call", 4, MONDAY))
    watch.now = at("2026-03-04T09:00")
    journal.record(activity("call", 7, day("2026-03-04")))
    drawn = journal.goals.burn_up(calls.id)
    assert drawn is not None
    assert drawn.days == (MONDAY, day("2026-03-03"), day("2026-03-04"))
    assert drawn.done == (4, 4, 11)
    assert drawn.line_days[0] == MONDAY
    assert drawn.line_days[-1] == day("2026-03-13")
    assert drawn.line == (5, 10, 15, 20, 25, 25, 25, 30, 35, 40, 45, 50)
    assert (drawn.target, drawn.today, drawn.unit) == (50, day("2026-03-04"), "call")


def test_a_burn_up_of_money_is_in_major_units(journal: Journal) -> None:
    plan = journal.plans.save(
        target=120_000_000, by=day("2026-12-31"), deal_size=6_000_000, start=day("2026-01-01")
    )
    drawn = journal.goals.burn_up(plan.goal)
    assert drawn is not None
    assert (drawn.target, drawn.line[-1], drawn.done[-1]) == (1_200_000, 1_200_000, 0)
    assert len(drawn.line) <= 120


def test_a_number_is_drawn_at_its_check_ins(journal: Journal) -> None:
    weight = laid(
        journal, "number", 8_800, "2026-04-13", at_most=True, baseline=9_200, start="2026-02-02"
    )
    journal.goals.check_in(weight.id, 9_150, day("2026-02-10"))
    journal.goals.check_in(weight.id, 9_080, MONDAY)
    drawn = journal.goals.burn_up(weight.id)
    assert drawn is not None
    assert (drawn.days, drawn.done) == ((day("2026-02-10"), MONDAY), (91.5, 90.8))


def test_without_a_target_nothing_is_drawn(journal: Journal) -> None:
    goal = journal.goals.add(
        journal.goals.new(
            form=Form.GOAL, title="Calls", measure="call", target=None, due=day("2026-04-01")
        )
    )
    assert journal.goals.burn_up(goal.id) is None


def test_a_curve_of_ten_years_has_as_many_points_as_a_screen() -> None:
    days = days_between(day("2016-01-01"), day("2025-12-31"))
    assert (len(days), days[0], days[-1]) == (120, day("2016-01-01"), day("2025-12-31"))
    assert days == sorted(set(days))
    assert days_between(MONDAY, MONDAY) == [MONDAY]
    many: list[date] = [MONDAY + timedelta(days=i) for i in range(400)]
    assert (len(thinned(many)), thinned(many)[-1]) == (120, many[-1])
