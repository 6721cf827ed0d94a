"""Deals without an id keep who they are, whatever they are called and whatever the next file tells."""

from __future__ import annotations

from dataclasses import replace

from alike import bring, rows
from builders import deal

from journal.deal import Outcome
from journal.money import Money
from journal.transfer.found import Found
from storage.store import SqliteStore


def test_a_renewal_and_the_next_one_are_two_deals(store: SqliteStore) -> None:
    key = "acme | acme renewal"
    won = replace(deal(), outcome=Outcome.WON, stage="Proposal")
    now = replace(deal(), next_step="Call")
    assert bring(store, rows(won, now, key=key)) == (2, 0, 0)
    assert bring(store, rows(replace(now, next_step="Visit"), key=key)) == (0, 1, 0)
    kept = [(one.outcome, one.next_step) for one in store.deals.listed()]
    assert kept == [(Outcome.WON, None), (Outcome.OPEN, "Visit")]


def named(*names: str) -> list[Found]:
    """Deals of a file without ids, in the order of these names, numbered as its reader numbers them."""
    given: dict[str, str] = {}
    found: list[Found] = []
    for line, (name, step) in enumerate((one.split(": ") for one in names), 2):
        base = f"acme | {name.casefold()}"
        number, key = 1, base
        while key in given:
            number += 1
            key = f"{base} #{number}"
        given[key] = name
        value = replace(deal(), name=name, next_step=step)
        found.append(
            Found(
                system="table", external_id=key, value=value, file="deals.csv", line=line,
                alike=base,
            )
        )  # fmt: skip
    return found


def steps(store: SqliteStore) -> list[tuple[str, str | None]]:
    return [(one.name, one.next_step) for one in store.deals.listed()]


def test_a_deal_whose_name_ends_like_a_number_is_nobody_elses(store: SqliteStore) -> None:
    assert bring(store, named("Renewal: call", "Renewal #2: visit")) == (2, 0, 0)
    again = named("Renewal: visit", "Renewal #2: visit")
    assert bring(store, again) == (0, 1, 1)
    assert bring(store, again) == (0, 0, 2)
    assert steps(store) == [("Renewal", "visit"), ("Renewal #2", "visit")]


def test_a_deal_of_such_a_name_that_is_new_swallows_no_other(store: SqliteStore) -> None:
    bring(store, named("Renewal: call"))
    more = named("Renewal #2: visit", "Renewal: ask", "Renewal: sign")
    assert bring(store, more) == (2, 1, 0)
    assert bring(store, more) == (0, 0, 3)
    assert bring(store, named("Renewal: sign", "Renewal: ask", "Renewal #2: visit")) == (0, 0, 3)
    assert sorted(steps(store)) == [
        *(("Renewal", "ask"), ("Renewal", "sign"), ("Renewal #2", "visit")),
    ]


def test_two_alike_deals_and_one_of_such_a_name_come_in_any_order(store: SqliteStore) -> None:
    assert bring(store, named("Renewal: ask", "Renewal: sign", "Renewal #2: visit")) == (3, 0, 0)
    assert bring(store, named("Renewal #2: visit", "Renewal: ask", "Renewal: sign")) == (0, 0, 3)
    assert bring(store, named("Renewal #2: go", "Renewal: sign", "Renewal: ask")) == (0, 1, 2)
    assert steps(store) == [("Renewal", "ask"), ("Renewal", "sign"), ("Renewal #2", "go")]


def test_a_name_that_ends_in_a_number_without_end_is_a_name(store: SqliteStore) -> None:
    long = "Renewal #" + "9" * 5_000
    assert bring(store, named("Renewal: ask", f"{long}: sign")) == (2, 0, 0)
    assert bring(store, named("Renewal: call", "Renewal: ask", f"{long}: go")) == (1, 1, 1)
    assert sorted(step or "" for _, step in steps(store)) == ["ask", "call", "go"]


def test_a_shorter_file_read_twice_swaps_no_deals(store: SqliteStore) -> None:
    empty = replace(deal(), amount=None, stage="Proposal", next_step=None)
    full = replace(empty, amount=Money(100, "EUR"), next_step="Call Bob")
    won = replace(full, stage=None, outcome=Outcome.WON, next_step=None)
    key = "acme | acme renewal"
    bring(store, rows(empty, full, key=key))
    shorter = [
        replace(one, silent=frozenset({"next_step"}))
        for one in rows(replace(full, next_step=None), won, key=key)
    ]
    assert bring(store, shorter) == (0, 1, 1)
    assert bring(store, shorter) == (0, 0, 2)
    kept = [(one.id, one.outcome, one.next_step) for one in store.deals.listed()]
    assert kept == [(1, Outcome.WON, None), (2, Outcome.OPEN, "Call Bob")]
    assert store.database.rows("SELECT deal, what FROM deal_event") == [(1, "outcome")]
