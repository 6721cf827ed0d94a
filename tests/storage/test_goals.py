"""Goals and milestones come back with every term they ever had."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from builders import NOW, THURSDAY, day, milestone

from journal.errors import NotFound
from journal.goal import Form, Goal, Term
from journal.plan import Level, Plan
from storage.store import SqliteStore

NEXT_WEEK = THURSDAY + timedelta(7)
EASED = Term(target=10, due=None, decided=THURSDAY, effective=NEXT_WEEK, why="[/] flu \x1b[31m")


def added(store: SqliteStore, goal: Goal) -> Goal:
    """The goal as the journal gives it back when it is saved."""
    with store.action("goal", NOW, "test"):
        return store.goals.add(goal)


def test_a_goal_comes_back_with_all_that_was_said_of_it(store: SqliteStore) -> None:
    first = Term(target=2_000_000_00, due=day("2024-12-31"), decided=THURSDAY, effective=THURSDAY)
    full = Goal(
        form=Form.GOAL, title="🎯 [/]", measure="amount-booked", start=THURSDAY, terms=(first, EASED),
        baseline=-5, at_most=True, currency="USD", why="Why", evidence="Last year", serves="Me",
        finished=NEXT_WEEK,
    )  # fmt: skip
    kept = added(store, full)
    assert kept == replace(full, id=1, rev=1, uid=kept.uid)
    part = added(store, milestone(parent=1))
    assert store.goals.all() == [kept, part]
    assert store.goals.all(limit=1) == [kept]
    assert (part.id, part.parent) == (2, 1)


def test_terms_are_added_to_and_never_taken_from(store: SqliteStore) -> None:
    kept = added(store, milestone())
    with store.action("redate", NOW, "test"):
        store.goals.add_term(1, EASED)
    with store.action("edit", NOW, "test"):
        changed = store.goals.change(replace(kept, rev=2, title="Other", terms=()))
    assert (changed.title, changed.terms, changed.rev) == ("Other", (*milestone().terms, EASED), 3)


def test_a_form_opened_before_a_new_date_cannot_save_over_it(store: SqliteStore) -> None:
    added(store, milestone())
    with store.action("redate", NOW, "test"):
        store.goals.add_term(1, EASED)
    assert store.goals.get(1).rev == 2


def test_the_last_value_read_off_by_a_day_counts(store: SqliteStore) -> None:
    added(store, milestone())
    assert store.goals.last_check_in(1, THURSDAY) is None
    with store.action("check in", NOW, "test"):
        for on, value in (("2024-01-10", 5), ("2024-01-20", 9), ("2024-01-10", 6)):
            store.goals.check_in(1, day(on), value)
    read = [
        store.goals.last_check_in(1, day(on)) for on in ("2024-01-09", "2024-01-15", "2024-02-01")
    ]
    assert read == [None, 6, 9]


def test_the_parts_of_a_removed_goal_move_up(store: SqliteStore) -> None:
    top = added(store, milestone("Top"))
    middle = added(store, milestone("Middle", parent=top.id))
    part = added(store, milestone("Part", parent=middle.id))
    with store.action("remove", NOW, "test"):
        store.goals.remove(middle.id)
    assert store.goals.get(part.id).parent == top.id


def test_a_goal_that_is_not_there_is_named(store: SqliteStore) -> None:
    for wrong in (
        lambda: store.goals.get(7),
        lambda: store.goals.remove(7),
        lambda: store.goals.add_term(7, EASED),
        lambda: store.goals.check_in(7, THURSDAY, 1),
        lambda: store.goals.change(replace(milestone(), id=7)),
        lambda: store.goals.add(milestone(parent=7)),
    ):
        with (
            pytest.raises(NotFound, match="no goal or milestone 7"),
            store.action("x", NOW, "test"),
        ):
            wrong()
    with pytest.raises(NotFound, match="no goal 7"), store.action("x", NOW, "test"):
        store.plans.add(Plan(goal=7, target=1, currency="EUR", start=THURSDAY, by=NEXT_WEEK))


def test_every_plan_is_a_version_and_the_last_one_counts(store: SqliteStore) -> None:
    assert store.plans.latest() is None
    added(store, milestone())
    bare = Plan(goal=1, target=None, currency="EUR", start=THURSDAY, by=NEXT_WEEK)
    full = replace(
        bare, target=99, deal_size=7, rates={Level.QUALIFIED: 0.1, Level.REACH_OUTS: 1 / 3},
        lags={Level.QUALIFIED: 0}, daily_rates={Level.REACH_OUTS: 12.5}, saved=NOW, saved_day=THURSDAY,
    )  # fmt: skip
    for plan, number in ((bare, 1), (full, 2)):
        with store.action("plan", NOW, "test"):
            assert store.plans.add(plan) == replace(plan, id=number)
    assert store.plans.latest() == replace(full, id=2)
