"""What the plan rests on is read in another thread, on a connection of its own."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from threading import Thread

import pytest
from builders import at

from journal.deal import Deal, Outcome
from journal.deal_ending import Loss, Undecided, Win
from journal.journal import Journal
from journal.money import Money
from storage.opening import open_database
from storage.store import SqliteStore, open_store


def with_deals(store: SqliteStore) -> Journal:
    """A plan for 1.2M, one deal won for 60k and one open for 80k at the proposal."""
    journal = Journal(store, lambda: at("2026-11-24T13:45"))
    journal.plans.save(target=120_000_000, by=date(2026, 12, 31))
    opened = date(2026, 9, 1)
    with journal.writing("two deals"):
        store.deals.add(
            Deal(
                account="Acme",
                name="Won",
                amount=Money(6_000_000, "EUR"),
                outcome=Outcome.WON,
                opened=opened,
                closed=date(2026, 11, 2),
            )
        )
        store.deals.add(
            Deal(
                account="Globex",
                name="Open",
                amount=Money(8_000_000, "EUR"),
                stage="Proposal",
                opened=opened,
            )
        )
    journal.forget_what_was_read()
    return journal


def read_in_another_thread(journal: Journal) -> None:
    read = journal.plans.read_ahead()
    assert read is not None
    thread = Thread(target=read)
    thread.start()
    thread.join()


def test_what_is_read_beside_is_what_the_plan_would_have_read_itself(store: SqliteStore) -> None:
    journal = with_deals(store)
    read_in_another_thread(journal)
    assert journal.plans.read_ahead() is None
    assert journal.plans.funnel() == Journal(store, journal.clock).plans.funnel()
    assert journal.plans.funnel().booked == Money(6_000_000, "EUR")


def test_after_an_undo_it_is_read_again(store: SqliteStore) -> None:
    journal = with_deals(store)
    read_in_another_thread(journal)
    journal.undo()
    read_in_another_thread(journal)
    assert journal.plans.funnel().booked == Money(0, "EUR")


def test_a_deal_that_is_won_is_booked_in_the_plan_at_once(store: SqliteStore) -> None:
    journal = with_deals(store)
    assert journal.plans.funnel().booked == Money(6_000_000, "EUR")
    journal.deals.won(2, Win())
    assert journal.plans.funnel().booked == Money(14_000_000, "EUR")
    assert journal.plans.stats().won == 2


def _add(journal: Journal) -> object:
    return journal.deals.add("Initech", "New", amount=Money(9_000_000, "EUR"), stage="Proposal")


@pytest.mark.parametrize(
    "do",
    [
        _add,
        lambda journal: journal.deals.won(2, Win()),
        lambda journal: journal.deals.lost(2, Loss()),
        lambda journal: journal.deals.no_decision(2, Undecided()),
        lambda journal: journal.deals.set_stage(2, "Negotiation"),
        lambda journal: journal.deals.push(2, date(2027, 3, 1)),
        lambda journal: journal.deals.remove(2),
        lambda journal: journal.deals.reopen(1),
    ],
    ids=["added", "won", "lost", "not decided", "moved", "pushed", "removed", "reopened"],
)
def test_whatever_becomes_of_a_deal_the_plan_counts_it_as_after_a_new_start(
    store: SqliteStore, do: Callable[[Journal], object]
) -> None:
    journal = with_deals(store)
    assert journal.plans.funnel().booked == Money(6_000_000, "EUR")
    assert len(journal.plans.deals_since(date(2026, 1, 1))) == 2
    do(journal)
    fresh = Journal(store, journal.clock).plans
    assert journal.plans.funnel() == fresh.funnel()
    assert journal.plans.outlook() == fresh.outlook()
    assert journal.plans.stats() == fresh.stats()
    since = date(2026, 1, 1)
    assert journal.plans.deals_since(since) == fresh.deals_since(since)


def test_a_saved_plan_reads_no_deal_again(store: SqliteStore) -> None:
    journal = with_deals(store)
    read_in_another_thread(journal)
    journal.plans.save(target=240_000_000)
    assert journal.plans.read_ahead() is None


def test_a_journal_in_memory_is_read_where_it_is_asked(tmp_path: Path) -> None:
    kept = open_store(tmp_path / "kept.db", create=True)
    memory = SqliteStore(open_database(tmp_path / "none.db", create=False))
    assert kept.beside() is not None
    assert Journal(memory, lambda: at("2026-11-24T13:45")).plans.read_ahead() is None
    kept.close()
    memory.close()


def test_a_file_that_cannot_be_read_beside_is_left_to_whoever_asks(store: SqliteStore) -> None:
    journal = with_deals(store)
    assert store.path is not None
    read = journal.plans.read_ahead()
    assert read is not None
    away = store.path.with_name("away.db")
    store.path.rename(away)
    store.path.write_bytes(b"no journal at all, only some words of another program")
    read()
    assert journal.plans.read_ahead() is not None
    store.path.unlink()
    away.rename(store.path)
