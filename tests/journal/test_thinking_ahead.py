"""The chance is added up beside the screen: in another thread, without the journal's store."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from threading import Thread

from builders import at

from journal.journal import Journal
from journal.plan import Level
from storage.store import SqliteStore


def planned(store: SqliteStore) -> Journal:
    journal = Journal(store, lambda: at("2026-11-24T13:45"))
    journal.plans.save(target=120_000_000, by=date(2027, 12, 31), deal_size=6_000_000)
    return journal


def in_another_thread(step: Callable[[], None]) -> None:
    thread = Thread(target=step)
    thread.start()
    thread.join()


def test_what_is_thought_ahead_is_what_the_plan_answers(store: SqliteStore) -> None:
    journal = planned(store)
    for step in journal.plans.think_ahead():
        in_another_thread(step)
    ahead = (journal.plans.outlook(), journal.plans.levers(), journal.plans.weekly_for(0.5))
    again = Journal(store, lambda: at("2026-11-24T13:45")).plans
    assert ahead == (again.outlook(), again.levers(), again.weekly_for(0.5))
    assert ahead[0] is not None
    assert ahead[2] is not None


def test_what_was_thought_of_an_older_plan_is_forgotten(store: SqliteStore) -> None:
    journal = planned(store)
    before = journal.plans.outlook()
    steps = journal.plans.think_ahead(journal.goals.tree())
    journal.plans.type_over(Level.QUALIFIED, rate=0.5)
    for step in steps:
        in_another_thread(step)
    after = journal.plans.outlook()
    again = Journal(store, lambda: at("2026-11-24T13:45")).plans
    assert after == again.outlook()
    assert after != before


def test_without_a_target_there_is_nothing_to_think_of(store: SqliteStore) -> None:
    journal = Journal(store, lambda: at("2026-11-24T13:45"))
    for step in journal.plans.think_ahead():
        in_another_thread(step)
    assert journal.plans.outlook() is None
    assert journal.plans.levers() == ()
    assert journal.plans.weekly_for(0.8) is None
