"""Rows without an id of their own keep who they are, whatever stands before them in the next file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from builders import NOW, activity, deal, follow_up

from journal.activity import Activity
from journal.deal import Deal, Outcome
from journal.follow_up import FollowUp, FollowUpState
from journal.transfer.found import Applied, Found
from storage import import_alike
from storage.store import SqliteStore

KEY = "globex | call | 2024-02-01"


def rows(*values: Activity | Deal | FollowUp, key: str = KEY) -> list[Found]:
    """Rows of a file that has no ids, as they are read."""
    return [
        Found(
            system="salesforce", external_id=key if n == 1 else f"{key} #{n}", value=value,
            file="Task.csv", line=n + 1, alike=key,
        )
        for n, value in enumerate(values, 1)
    ]  # fmt: skip


def bring(store: SqliteStore, found: Sequence[Found]) -> tuple[int, int, int]:
    with store.action("import", NOW, "cli"):
        told: Applied = store.imports.apply(
            iter(found), format="salesforce", files=["Task.csv"], at=NOW
        )
    return told.added, told.updated, told.unchanged


def call(text: str, outcome: str = "reached") -> Activity:
    return replace(activity(account="Globex"), text=text, outcome=outcome)


def texts(store: SqliteStore) -> dict[int, str]:
    return dict(store.database.rows("SELECT id, text FROM entry ORDER BY id"))


def keys(store: SqliteStore) -> list[tuple[str, int]]:
    return store.database.rows("SELECT external_id, row FROM provenance ORDER BY id")


MORNING, NOON, EVENING = call("morning", "no-answer"), call("noon"), call("evening")


def test_a_new_call_above_the_others_is_the_new_one(store: SqliteStore) -> None:
    assert bring(store, rows(MORNING, NOON)) == (2, 0, 0)
    assert bring(store, rows(EVENING, NOON, MORNING)) == (1, 0, 2)
    assert texts(store) == {1: "morning", 2: "noon", 3: "evening"}
    assert keys(store) == [(KEY, 1), (f"{KEY} #2", 2), (f"{KEY} #3", 3)]
    assert bring(store, rows(EVENING, NOON, MORNING)) == (0, 0, 3)
    store.undo(NOW, "cli")
    assert texts(store) == {1: "morning", 2: "noon"}
    assert bring(store, rows(MORNING, NOON)) == (0, 0, 2)


def test_a_deleted_call_stays_deleted_and_the_new_one_comes_in(store: SqliteStore) -> None:
    bring(store, rows(MORNING, NOON))
    with store.action("delete", NOW, "app"):
        store.entries.remove(1)
    assert bring(store, rows(EVENING, NOON, MORNING)) == (1, 0, 2)
    assert texts(store) == {2: "noon", 3: "evening"}


def test_an_edit_stays_with_the_call_it_was_made_to(store: SqliteStore) -> None:
    bring(store, rows(MORNING, NOON))
    with store.action("edit", NOW, "app"):
        store.entries.change(replace(store.entries.get(1), text="my own"))
    assert bring(store, rows(EVENING, MORNING, NOON)) == (1, 0, 2)
    assert texts(store) == {1: "my own", 2: "noon", 3: "evening"}


def test_a_changed_call_is_the_one_it_is_most_like(store: SqliteStore) -> None:
    bring(store, rows(MORNING, NOON))
    later = replace(NOON, minutes=20)
    assert bring(store, rows(EVENING, MORNING, later)) == (1, 1, 1)
    assert texts(store) == {1: "morning", 2: "noon", 3: "evening"}
    assert store.entries.get(2).minutes == 20


def test_calls_that_changed_beyond_likeness_are_told_by_their_place(store: SqliteStore) -> None:
    bring(store, rows(MORNING, NOON))
    assert bring(store, rows(call("first"), call("second"), EVENING)) == (1, 2, 0)
    assert len(texts(store)) == 3


def test_a_call_that_the_file_has_no_more_stays(store: SqliteStore) -> None:
    bring(store, rows(MORNING, NOON))
    assert bring(store, rows(NOON)) == (0, 0, 1)
    assert texts(store) == {1: "morning", 2: "noon"}


def test_alike_calls_are_counted_through_a_long_file(store: SqliteStore) -> None:
    many = [call(f"call {n}") for n in range(1_200)]
    assert bring(store, rows(*many)) == (1_200, 0, 0)
    assert bring(store, rows(EVENING, *many, NOON)) == (2, 0, 1_200)
    assert keys(store)[-2:] == [(f"{KEY} #1201", 1_201), (f"{KEY} #1202", 1_202)]
    assert bring(store, rows(EVENING, *many, NOON)) == (0, 0, 1_202)


def test_however_many_calls_changed_few_are_held_back(
    store: SqliteStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(import_alike, "MOST_HELD", 100)
    first = [one for n in range(700) for one in rows(call(f"{n}"), key=f"account {n}")]
    again = [one for n in range(700) for one in rows(call(f"{n}!"), key=f"account {n}")]
    assert bring(store, first) == (700, 0, 0)
    assert bring(store, again) == (0, 700, 0)
    assert texts(store)[700] == "699!"
    assert bring(store, again) == (0, 0, 700)


def test_a_renewal_and_the_next_one_are_two_deals(store: SqliteStore) -> None:
    key = "acme | acme renewal"
    won = replace(deal(), outcome=Outcome.WON, stage="Proposal")
    now = replace(deal(), next_step="Call")
    assert bring(store, rows(won, now, key=key)) == (2, 0, 0)
    assert bring(store, rows(replace(now, next_step="Visit"), key=key)) == (0, 1, 0)
    kept = [(one.outcome, one.next_step) for one in store.deals.listed()]
    assert kept == [(Outcome.WON, None), (Outcome.OPEN, "Visit")]


def test_calls_and_tasks_of_one_name_take_nothing_from_each_other(store: SqliteStore) -> None:
    task = replace(follow_up(), what="Call", reason="ask", account="Globex")
    assert bring(store, rows(task, MORNING)) == (2, 0, 0)
    other = replace(task, reason="send")
    assert bring(store, rows(EVENING, MORNING, task, other)) == (2, 0, 2)
    assert texts(store) == {1: "morning", 2: "evening"}
    assert {store.follow_ups.get(n).state for n in (1, 2)} == {FollowUpState.DUE}


def test_the_task_that_is_shown_as_done_is_the_one_that_is_done(store: SqliteStore) -> None:
    ask, send = (
        replace(follow_up(), what="Call", reason=reason, account="Globex")
        for reason in ("ask", "send")
    )
    bring(store, rows(ask, send))
    assert bring(store, rows(call("Call\nsend"), ask)) == (1, 0, 1)
    states = [store.follow_ups.get(n).state for n in (1, 2)]
    assert states == [FollowUpState.DUE, FollowUpState.DONE]
    assert bring(store, rows(call("Call\nsend"), call("Call\nask, and got it"))) == (1, 0, 1)
    assert store.follow_ups.get(1).state is FollowUpState.DONE
