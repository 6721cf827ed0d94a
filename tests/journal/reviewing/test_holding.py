"""A review is held: one lever raised, dates re-laid and the next day locked in, as one thing to undo."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from builders import at, day, milestone

from journal.errors import BadInput, NotFound
from journal.journal import Journal
from journal.plan import Level
from journal.review import Period, Review
from journal.reviewing.levers import LEVERS
from journal.reviews import Redate
from storage.store import SqliteStore

NOW = at("2026-06-30T17:00")
JUNE = Period.MONTH, day("2026-06-01"), day("2026-06-30")
YEAR_END = day("2026-12-31")


@pytest.fixture
def journal(store: SqliteStore) -> Journal:
    return Journal(store, lambda: NOW)


def planned(journal: Journal) -> None:
    journal.plans.save(target=120_000_000, by=YEAR_END, deal_size=6_000_000)


def everything(journal: Journal) -> tuple[Any, ...]:
    return (
        journal.plans.latest(),
        # A row that was taken back has another rev, so that no stale form saves over it.
        [replace(goal, rev=0) for goal in journal.store.goals.all()],
        tuple(journal.reviews.held()),
        journal.reviews.next(),
    )


def test_a_review_ends_in_one_lever_one_if_then_new_dates_and_the_next_day(
    journal: Journal,
) -> None:
    planned(journal)
    goal = journal.goals.add(
        milestone(target=60, measure="reach-outs", start=day("2026-06-01"), due=day("2026-07-10"))
    )
    before = everything(journal)
    held = journal.reviews.hold(
        *JUNE,
        lever="w",
        if_then="  If they stall, I call Ana. ",
        redates=[Redate(goal=goal.id, due=day("2026-07-17"), why="Two days of fair")],
        next_on=day("2026-07-30"),
    )
    plan = journal.plans.latest()
    assert plan is not None
    assert plan.rates == {Level.QUALIFIED: 0.275}
    assert held == Review(
        period=Period.MONTH,
        first=day("2026-06-01"),
        last=day("2026-06-30"),
        lever="w",
        if_then="If they stall, I call Ana.",
        sentence="The win rate went from 25 % to 27.5 %: 1,515 fewer reach-outs.",
        plan=plan.id,
        next_on=day("2026-07-30"),
        held=NOW,
        id=held.id,
        rev=held.rev,
    )
    term = journal.goals.get(goal.id).terms[-1]
    assert (term.due, term.effective, term.why) == (
        *(day("2026-07-17"), day("2026-07-07")),
        "Two days of fair",
    )
    assert journal.reviews.next_on() == day("2026-07-30")
    assert not journal.reviews.is_due()
    assert journal.undo().label == "the review of June"
    assert everything(journal) == before
    journal.redo()
    assert journal.reviews.held()[0].if_then == "If they stall, I call Ana."
    assert journal.plans.latest() == plan


def test_a_review_may_change_nothing_and_still_locks_the_next_day_in(journal: Journal) -> None:
    planned(journal)
    before = journal.plans.latest()
    held = journal.reviews.hold(*JUNE)
    assert (held.sentence, held.lever, held.plan) == ("The plan is kept as it is.", "", None)
    assert journal.plans.latest() == before
    # The last day of July 2026 is a Friday.
    assert (held.next_on, journal.reviews.next_on()) == (day("2026-07-31"), day("2026-07-31"))


def test_a_week_can_be_held_without_a_plan_and_leaves_the_months_day(journal: Journal) -> None:
    journal.reviews.hold(*JUNE, next_on=day("2026-07-29"))
    held = journal.reviews.hold(Period.WEEK, day("2026-06-22"), day("2026-06-28"))
    assert held.next_on is None
    assert journal.reviews.next_on() == day("2026-07-29")
    assert [each.period for each in journal.reviews.held()] == [Period.MONTH, Period.WEEK]


def test_a_rate_is_never_raised_above_all(journal: Journal) -> None:
    journal.plans.save(target=120_000_000, by=YEAR_END, deal_size=6_000_000, win_rate=0.95)
    journal.reviews.hold(*JUNE, lever="w")
    assert journal.plans.current().rates[Level.QUALIFIED] == 1.0
    with pytest.raises(BadInput, match="win rate cannot be raised any more"):
        journal.reviews.hold(*JUNE, lever="w")


def test_a_rate_of_activities_is_raised_by_its_name(journal: Journal) -> None:
    planned(journal)
    held = journal.reviews.hold(*JUNE, lever="c")
    assert held.sentence == (
        "The rate from unqualified leads to first meetings went from 20 % to 22 %: "
        "1,515 fewer reach-outs."
    )


def test_larger_deals_leave_the_rates_and_say_so_in_money(journal: Journal) -> None:
    planned(journal)
    held = journal.reviews.hold(*JUNE, lever="deal_size", amount=0.05)
    assert journal.plans.current().deal_size == 6_300_000
    assert held.sentence.count("from 60,000 to 63,000") == 1
    assert held.sentence.startswith("The average deal went from 60,000 to 63,000: ")


def test_more_reach_outs_leave_target_and_rates_and_are_asked_for_each_day(
    journal: Journal,
) -> None:
    planned(journal)
    before = journal.plans.current()
    held = journal.reviews.hold(*JUNE, lever="reach_outs")
    after = journal.plans.current()
    assert (after.target, after.rates, after.deal_size) == (120_000_000, {}, 6_000_000)
    asked = before.daily_rates[Level.REACH_OUTS]
    # 16,666.67 reach-outs over the 39 working days to 21 August.
    assert asked == pytest.approx(16_666.6667 / 39)
    assert after.daily_rates == pytest.approx({**before.daily_rates, Level.REACH_OUTS: 1.1 * asked})
    assert held.sentence == "The reach-outs went from 427.4 a day to 470.1 a day."


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ({"lever": "luck"}, "A lever is one of: reach_outs"),
        ({"lever": "w", "amount": 0.0}, "more than 0 and up to 100 %"),
        ({"lever": "w", "amount": 1.5}, "more than 0 and up to 100 %"),
        ({"lever": "deal_size"}, "No plan has a target yet"),
        ({"lever": "reach_outs"}, "No plan has a target yet"),
        ({"next_on": day("2026-06-30")}, "a day ahead"),
        ({"next_on": day("2027-07-02")}, "at most a year from now"),
        ({"next_on": day("2026-07-11")}, "Sat 11 Jul is a day off: Mon 13 Jul is a working day"),
        ({"if_then": "x" * 100_001}, "An if-then holds 100,000 characters"),
    ],
)
def test_what_cannot_be_decided_is_one_sentence_and_saves_nothing(
    journal: Journal, said: dict[str, Any], sentence: str
) -> None:
    before = everything(journal)
    with pytest.raises(BadInput, match=sentence):
        journal.reviews.hold(*JUNE, **said)
    assert everything(journal) == before


def test_an_easier_date_needs_a_reason_and_without_it_nothing_is_saved(journal: Journal) -> None:
    planned(journal)
    goal = journal.goals.add(
        replace(milestone(target=60, start=day("2026-06-01")), terms=_term(day("2026-07-10")))
    )
    before = everything(journal)
    with pytest.raises(BadInput, match="one sentence why"):
        journal.reviews.hold(
            *JUNE, lever="w", redates=[Redate(goal=goal.id, due=day("2026-07-31"))]
        )
    with pytest.raises(NotFound):
        journal.reviews.hold(*JUNE, redates=[Redate(goal=999, due=day("2026-07-31"))])
    assert everything(journal) == before


def test_a_review_is_of_a_whole_week_or_month_that_has_begun(journal: Journal) -> None:
    with pytest.raises(BadInput, match="from 2026-06-01 to 2026-06-30"):
        journal.reviews.hold(Period.MONTH, day("2026-06-02"), day("2026-06-30"))
    with pytest.raises(BadInput, match="has not come yet"):
        journal.reviews.hold(Period.MONTH, day("2026-07-01"), day("2026-07-31"))


def test_every_lever_says_where_it_stands_and_what_a_raise_makes_of_it(journal: Journal) -> None:
    assert journal.reviews.levers() == ()
    planned(journal)
    levers = {one.name: one for one in journal.reviews.levers()}
    assert (levers["w"].now, levers["w"].raised) == (0.25, 0.275)
    assert (levers["deal_size"].now, levers["deal_size"].raised) == (6_000_000, 6_600_000)
    assert all(one.can_be_raised for one in levers.values())
    gains = [one.gain or 0.0 for one in journal.reviews.levers()]
    assert gains == sorted(gains, reverse=True)


def test_without_a_deal_size_the_rates_can_be_raised_and_nothing_else(journal: Journal) -> None:
    journal.plans.save(target=120_000_000, by=YEAR_END)
    levers = journal.reviews.levers()
    assert tuple(one.name for one in levers) == LEVERS
    assert [one.name for one in levers if one.can_be_raised] == [*LEVERS[1:-1]]
    assert {one.gain for one in levers} == {None}
    for lever in ("deal_size", "reach_outs"):
        with pytest.raises(BadInput, match="Nothing tells the"):
            journal.reviews.hold(*JUNE, lever=lever)
    assert journal.reviews.hold(*JUNE, lever="q").sentence == (
        "The rate stage-1 → qualified went from 50 % to 55 %."
    )


def test_reach_outs_that_come_too_late_are_no_lever(journal: Journal) -> None:
    journal.plans.save(target=120_000_000, by=day("2026-07-31"), deal_size=6_000_000)
    levers = {one.name: one for one in journal.reviews.levers()}
    assert not levers["reach_outs"].can_be_raised
    with pytest.raises(BadInput, match="come too late for this target"):
        journal.reviews.hold(*JUNE, lever="reach_outs")


def test_a_date_locked_in_that_became_a_day_off_stays(journal: Journal) -> None:
    journal.reviews.hold(*JUNE, next_on=day("2026-07-30"))
    journal.days_off.take(day("2026-07-27"), day("2026-07-31"), "holiday")
    assert journal.reviews.next_on() == day("2026-07-30")


def _term(due: date) -> tuple[Any, ...]:
    return tuple(replace(term, due=due) for term in milestone(target=60).terms)


def test_a_plan_goes_along_with_its_goal_and_keeps_the_raised_lever(journal: Journal) -> None:
    planned(journal)
    before = everything(journal)
    plan = journal.plans.current()
    journal.reviews.hold(
        *JUNE,
        lever="w",
        redates=[Redate(goal=plan.goal, due=day("2027-01-29"), why="Budgets open in January")],
    )
    after = journal.plans.current()
    assert (after.by, after.rates) == (day("2027-01-29"), {Level.QUALIFIED: 0.275})
    goal = journal.goals.get(plan.goal)
    assert goal.title == "1.2M booked by 29 Jan 2027"
    assert [(term.due, term.why) for term in goal.terms] == [
        (YEAR_END, None),
        (day("2027-01-29"), "Budgets open in January"),
    ]
    journal.undo()
    assert everything(journal) == before
