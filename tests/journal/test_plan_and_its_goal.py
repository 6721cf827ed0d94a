"""A plan and the goal it plans say one amount, one period and one chance."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from builders import at, day

from journal.deal import Deal, Outcome
from journal.errors import BadInput
from journal.goal import Form, Goal
from journal.journal import Journal
from journal.money import Money
from storage.store import SqliteStore, open_store

YEAR_END = day("2026-12-31")


@pytest.fixture
def journal(store: SqliteStore) -> Journal:
    return Journal(store, lambda: at("2026-03-02T10:00"))


def booked(journal: Journal, *, start: date | None = None, baseline: int = 0) -> Goal:
    """A goal of 1.2M booked by the end of the year."""
    return journal.goals.add(
        journal.goals.new(
            form=Form.GOAL,
            title="Booked",
            measure="amount-booked",
            target=120_000_000,
            due=YEAR_END,
            start=start,
            baseline=baseline,
        )
    )


def won(journal: Journal, major: int, closed: str) -> None:
    """A deal that was won on a day."""
    amount = Money(major * 100, "EUR")
    made = Deal(account="Acme", name="Rollout", amount=amount, outcome=Outcome.WON)
    with journal.writing("a deal"):
        journal.store.deals.add(replace(made, closed=day(closed)))
    journal.forget_what_was_read()


def test_what_a_goal_starts_from_is_booked_in_its_plan_too(
    journal: Journal, tmp_path: Path
) -> None:
    goal = booked(journal, start=day("2026-01-01"), baseline=30_000_000)
    assert journal.plans.funnel().booked == Money(30_000_000, "EUR")
    journal.plans.save(target=120_000_000, by=YEAR_END, deal_size=6_000_000)
    funnel, outlook = journal.plans.funnel(), journal.plans.outlook()
    assert (funnel.booked.minor, funnel.gap) == (30_000_000, Money(90_000_000, "EUR"))
    assert funnel.levels[0].needed == 15
    assert [one.booked for one in journal.plans.quarters()] == [30_000_000, 0, 0, 0]
    assert journal.plans.is_of_today()
    (row,) = journal.goals.weighed(journal.goals.tree())
    assert (row.goal.id, row.chance) == (goal.id, outlook.chance if outlook else None)
    # 900,000 from nothing on asks for the same 15 deals in the same days.
    other = open_store(tmp_path / "other.db", create=True)
    plain = Journal(other, journal.clock)
    plain.plans.save(target=90_000_000, by=YEAR_END, deal_size=6_000_000)
    of_plain = plain.plans.outlook()
    assert of_plain is not None
    assert row.chance == pytest.approx(of_plain.chance, abs=1e-12)
    other.close()


def test_a_goal_has_the_period_of_its_plan(journal: Journal) -> None:
    won(journal, 200_000, "2026-01-20")
    won(journal, 200_000, "2026-02-10")
    goal = booked(journal)
    assert journal.goals.standing(goal.id).done == 0
    journal.plans.save(
        target=120_000_000, by=YEAR_END, start=day("2026-01-01"), deal_size=6_000_000
    )
    (row,) = journal.goals.weighed(journal.goals.tree())
    assert (row.goal.start, row.done) == (day("2026-01-01"), 40_000_000)
    assert journal.plans.funnel().booked.minor == 40_000_000
    outlook = journal.plans.outlook()
    assert outlook is not None
    assert row.chance == outlook.chance
    journal.undo()
    assert replace(journal.goals.get(goal.id), rev=goal.rev) == goal


def test_what_a_goal_starts_from_is_booked_once_in_a_period_that_begins_before_it(
    journal: Journal,
) -> None:
    # The goal starts from the win of February; the plan's year holds that win itself.
    won(journal, 300_000, "2026-02-10")
    goal = booked(journal, start=day("2026-03-02"), baseline=30_000_000)
    journal.plans.save(
        target=120_000_000, by=YEAR_END, start=day("2026-01-01"), deal_size=6_000_000
    )
    assert journal.plans.funnel().booked.minor == 30_000_000
    assert journal.goals.get(goal.id).start == day("2026-03-02")
    assert journal.goals.standing(goal.id).done == 30_000_000


def test_what_a_goal_starts_from_is_not_booked_in_the_plan_of_the_next_year(
    journal: Journal,
) -> None:
    booked(journal, start=day("2026-01-01"), baseline=30_000_000)
    journal.plans.save(
        target=150_000_000, by=day("2027-12-31"), start=day("2027-01-01"), deal_size=6_000_000
    )
    assert journal.plans.funnel().booked.minor == 0
    assert [one.booked for one in journal.plans.quarters()] == [0, 0, 0, 0]


def test_an_easier_plan_moves_the_first_day_of_its_goal_no_sooner_than_its_target(
    journal: Journal,
) -> None:
    won(journal, 200_000, "2026-01-20")
    goal = journal.plans.save(target=120_000_000, by=YEAR_END, deal_size=6_000_000).goal
    journal.plans.save(target=150_000_000, by=day("2027-02-28"), start=day("2026-03-01"))
    row = journal.goals.standing(goal)
    assert (row.goal.start, row.done) == (day("2026-01-01"), 20_000_000)


def test_a_period_that_begins_after_the_day_in_force_leaves_the_goal_its_own(
    journal: Journal,
) -> None:
    plan = journal.plans.save(target=120_000_000, by=YEAR_END, deal_size=6_000_000)
    journal.plans.save(by=day("2027-12-31"))
    goal = journal.goals.get(plan.goal)
    assert (goal.start, goal.term(journal.today()).due) == (day("2026-01-01"), YEAR_END)


@pytest.mark.parametrize("baseline", [0, 30_000_000])
def test_the_goal_of_next_year_counts_from_its_first_day_once_its_easier_target_holds(
    store: SqliteStore, baseline: int
) -> None:
    now = [at("2026-12-28T10:00")]
    journal = Journal(store, lambda: now[0])
    won(journal, 200_000, "2026-05-20")
    goal = booked(journal, start=day("2026-01-01"), baseline=baseline).id
    journal.plans.save(target=120_000_000, by=YEAR_END, deal_size=6_000_000)
    journal.plans.save(target=150_000_000, by=day("2027-12-31"))
    waiting = journal.goals.standing(goal)
    assert (waiting.goal.start, waiting.done) == (day("2026-01-01"), 20_000_000 + baseline)
    now[0] = at("2027-01-10T10:00")
    won(journal, 50_000, "2027-01-05")
    row = journal.goals.standing(goal)
    assert (row.goal.start, row.term.due) == (day("2027-01-01"), day("2027-12-31"))
    assert row.done == 5_000_000 == journal.plans.funnel().booked.minor
    (weighed,) = journal.goals.weighed([row])
    outlook = journal.plans.outlook()
    assert outlook is not None
    assert weighed.chance == outlook.chance
    journal.goals.change(replace(journal.goals.get(goal), title="Next year"))
    # Another easier one waits: what is in force stays where it is.
    journal.plans.save(target=140_000_000)
    row = journal.goals.standing(goal)
    assert (row.goal.title, row.goal.start, row.done) == ("Next year", day("2027-01-01"), 5_000_000)
    assert row.coming is not None
    with pytest.raises(BadInput, match="counts from 2027-01-01"):
        journal.goals.change(replace(row.goal, start=day("2026-10-01")))


@pytest.mark.parametrize("meanwhile", ["title", "deal size", "done and opened again"])
def test_a_plan_back_for_this_year_finds_the_goal_as_it_was(
    store: SqliteStore, meanwhile: str
) -> None:
    now = [at("2026-10-01T10:00")]
    journal = Journal(store, lambda: now[0])
    won(journal, 200_000, "2026-05-20")
    goal = booked(journal, start=day("2026-01-01")).id
    journal.plans.save(target=120_000_000, by=YEAR_END, deal_size=6_000_000)
    journal.plans.save(target=150_000_000, by=day("2027-12-31"))
    now[0] = at("2026-10-12T10:00")
    assert journal.goals.standing(goal).goal.start == day("2027-01-01")
    if meanwhile == "title":
        journal.goals.change(replace(journal.goals.get(goal), title="Next year"))
    elif meanwhile == "deal size":
        journal.plans.save(deal_size=7_000_000)
    else:
        journal.goals.complete(goal)
        journal.goals.reopen(goal)
    journal.plans.save(target=120_000_000, by=YEAR_END)
    now[0] = at("2026-10-20T10:00")
    row = journal.goals.standing(goal)
    assert (row.goal.start, row.term.due, row.done) == (day("2026-01-01"), YEAR_END, 20_000_000)
    assert journal.plans.funnel().booked.minor == 20_000_000
    journal.goals.change(replace(row.goal, title="This year"))
    assert journal.goals.standing(goal).done == 20_000_000


def test_no_second_plan_gets_round_the_seven_days_of_an_easier_one(store: SqliteStore) -> None:
    now = [at("2026-03-02T10:00")]
    journal = Journal(store, lambda: now[0])
    goal = journal.plans.save(target=120_000_000, by=YEAR_END, deal_size=6_000_000).goal
    journal.plans.save(target=80_000_000)
    # More than what waits, and less than what is in force: still easier.
    journal.plans.save(target=81_000_000)
    assert [term.effective for term in journal.goals.get(goal).terms[1:]] == [day("2026-03-09")] * 2
    assert journal.goals.standing(goal).term.target == 120_000_000
    now[0] = at("2026-03-08T10:00")
    assert journal.goals.standing(goal).term.target == 120_000_000
    now[0] = at("2026-03-09T10:00")
    assert journal.goals.standing(goal).term.target == 81_000_000


def test_a_plan_back_at_what_is_in_force_holds_at_once(journal: Journal) -> None:
    goal = journal.plans.save(target=120_000_000, by=YEAR_END, deal_size=6_000_000).goal
    journal.plans.save(target=80_000_000)
    journal.plans.save(target=120_000_000)
    last = journal.goals.get(goal).terms[-1]
    assert (last.target, last.effective) == (120_000_000, day("2026-03-02"))
    assert journal.goals.standing(goal).coming is None
