"""Deals without an id keep who they are, whatever they are called and whatever the next file tells."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from alike import bring, rows
from builders import deal

from journal.deal import Deal, Outcome
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
    assert bring(store, more) == (3, 0, 0)
    assert bring(store, more) == (0, 0, 3)
    assert bring(store, named("Renewal: sign", "Renewal: ask", "Renewal #2: visit")) == (0, 0, 3)
    assert sorted(steps(store)) == [
        *(("Renewal", "ask"), ("Renewal", "call"), ("Renewal", "sign"), ("Renewal #2", "visit")),
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


def sale(worth: int, close: str, opened: str | None = None, *, won: bool = False) -> Deal:
    """A deal of one account and name, open unless it was won."""
    day = date.fromisoformat(close)
    return replace(
        deal("Renewal"), amount=Money(worth, "EUR"), outcome=Outcome.WON if won else Outcome.OPEN,
        opened=None if opened is None else date.fromisoformat(opened),
        expected_close=None if won else day, closed=day if won else None,
    )  # fmt: skip


def worth(store: SqliteStore) -> list[tuple[str, int]]:
    return store.database.rows("SELECT outcome, amount FROM deal ORDER BY id")


RENEWAL = "acme | renewal"


def test_the_renewals_of_years_to_come_do_not_take_back_those_that_were_won(
    store: SqliteStore,
) -> None:
    won = sale(100, "2024-06-01", "2024-01-01", won=True), sale(200, "2025-06-01", won=True)
    bring(store, rows(*won, key=RENEWAL))
    ahead = rows(sale(300, "2026-06-01", "2026-01-01"), sale(400, "2027-06-01"), key=RENEWAL)
    assert bring(store, ahead) == (2, 0, 0)
    assert bring(store, ahead) == (0, 0, 2)
    assert worth(store) == [("won", 100), ("won", 200), ("open", 300), ("open", 400)]


@pytest.mark.parametrize(
    ("before", "now"),
    [
        (sale(100, "2025-05-01", "2025-01-01", won=True), sale(100, "2026-05-01", "2026-01-01")),
        (sale(100, "2025-05-01", won=True), sale(150, "2026-05-01")),
        (sale(100, "2025-05-01", won=True), sale(150, "2026-02-01", won=True)),
        (sale(100, "2025-05-01", won=True), sale(100, "2026-05-01", won=True)),
        (sale(100, "2025-05-01", won=True), sale(100, "2026-05-01")),
    ],
    ids=["entered later", "nothing in common", "won again", "for the same price", "renewed"],
)
def test_a_deal_that_was_won_is_not_overwritten_by_the_next_of_its_name(
    store: SqliteStore, before: Deal, now: Deal
) -> None:
    bring(store, rows(before, key=RENEWAL))
    assert bring(store, rows(now, key=RENEWAL)) == (1, 0, 0)
    assert worth(store)[0] == ("won", 100)


@pytest.mark.parametrize(
    ("before", "now"),
    [
        (sale(100, "2026-05-01", won=True), sale(100, "2026-08-01")),
        (sale(100, "2026-05-01", "2026-01-01", won=True), sale(120, "2026-08-01", "2026-01-02")),
        (sale(100, "2026-05-01"), sale(150, "2026-08-01", won=True)),
        (sale(100, "2026-05-01", "2026-01-01"), sale(100, "2026-08-01", "2026-01-09")),
    ],
    ids=["the same worth", "entered then", "won at last", "entered anew"],
)
def test_the_one_deal_of_a_name_goes_on_to_be_the_same(
    store: SqliteStore, before: Deal, now: Deal
) -> None:
    bring(store, rows(before, key=RENEWAL))
    assert bring(store, rows(now, key=RENEWAL)) == (0, 1, 0)


def test_two_deals_of_a_name_go_on_week_by_week(store: SqliteStore) -> None:
    bring(store, rows(sale(100, "2026-05-01"), sale(200, "2026-06-01"), key=RENEWAL))
    moved = rows(sale(120, "2026-05-15"), sale(250, "2026-06-15"), key=RENEWAL)
    assert bring(store, moved) == (0, 2, 0)
    later = rows(sale(250, "2026-07-15"), sale(120, "2026-05-10", won=True), key=RENEWAL)
    assert bring(store, later) == (0, 2, 0)
    assert worth(store) == [("won", 120), ("open", 250)]
    assert bring(store, rows(sale(260, "2026-08-15"), key=RENEWAL)) == (0, 1, 0)
    assert worth(store) == [("won", 120), ("open", 260)]


def test_the_day_a_deal_was_entered_tells_which_of_two_moved(store: SqliteStore) -> None:
    first, second = "2026-01-01", "2026-01-10"
    bring(store, rows(sale(100, "2026-05-01", first), sale(200, "2026-06-01", second), key=RENEWAL))
    moved = rows(sale(100, "2026-05-02", second), sale(200, "2026-06-02", first), key=RENEWAL)
    assert bring(store, moved) == (0, 2, 0)
    assert worth(store) == [("open", 200), ("open", 100)]


def test_many_deals_of_a_name_are_told_by_what_they_tell(store: SqliteStore) -> None:
    days = [f"2026-{n % 12 + 1:02d}-{n % 28 + 1:02d}" for n in range(25)]
    bring(store, rows(*[sale(n, day) for n, day in enumerate(days)], key=RENEWAL))
    pushed = [sale(n, "2027-01-01") for n in reversed(range(25))]
    won = [sale(n + 500, f"2025-12-{n + 1:02d}", won=True) for n in range(3)]
    assert bring(store, rows(*won, *pushed, key=RENEWAL)) == (3, 25, 0)
    assert [amount for _, amount in worth(store)[:25]] == list(range(25))
