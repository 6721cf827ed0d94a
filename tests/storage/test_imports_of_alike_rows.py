"""Rows without an id of their own keep who they are, whatever stands before them in the next file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from builders import NOW, activity, deal, follow_up

from journal.activity import Activity
from journal.deal import Deal, Outcome
from journal.follow_up import FollowUp, FollowUpState
from journal.money import Money
from journal.transfer.found import Applied, Found
from storage import import_alike, import_met
from storage.provenance import keyed, known
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


MANY = [call(f"call\ntalk {n}", "reached" if n % 2 else "no-answer") for n in range(25)]


def test_one_more_column_moves_none_of_many_calls(store: SqliteStore) -> None:
    bring(store, rows(*MANY))
    with store.action("delete", NOW, "app"):
        store.entries.remove(4)
    with store.action("edit", NOW, "app"):
        store.entries.change(replace(store.entries.get(10), minutes=45))
    wider = [replace(one, unknown={"Priority": "Normal"}) for one in rows(EVENING, *MANY)]
    assert bring(store, wider) == (1, 0, 25)
    assert bring(store, wider) == (0, 0, 26)
    there = texts(store)
    assert (4 in there, there[10], there[26], len(there)) == (False, "call\ntalk 9", "evening", 25)
    assert store.entries.get(10).minutes == 45


def test_one_column_less_moves_none_of_many_calls(store: SqliteStore) -> None:
    bring(store, rows(*MANY))
    told = [replace(one, text="call") for one in (call("call", "voicemail"), *MANY)]
    shorter = [replace(one, silent=frozenset({"notes", "reason"})) for one in rows(*told)]
    assert bring(store, shorter) == (1, 0, 25)
    assert bring(store, shorter) == (0, 0, 26)
    outcomes = dict(store.database.rows("SELECT id, outcome FROM entry"))
    assert [outcomes[n] for n in (1, 2, 25, 26)] == [
        *("no-answer", "reached", "no-answer", "voicemail"),
    ]
    assert texts(store)[2] == "call\ntalk 1"


def test_a_column_that_is_told_for_the_first_time_moves_none_of_many_calls(
    store: SqliteStore,
) -> None:
    bring(store, rows(*[replace(one, outcome=None) for one in MANY]))
    with store.action("delete", NOW, "app"):
        store.entries.remove(4)
    wider = rows(EVENING, *MANY)
    assert bring(store, wider) == (1, 24, 1)
    assert bring(store, wider) == (0, 0, 26)
    there = texts(store)
    assert (4 in there, there[10], there[26], len(there)) == (False, "call\ntalk 9", "evening", 25)


ASK = replace(follow_up(), what="Call", reason="ask", account="Globex")


def test_however_long_the_file_a_task_it_shows_as_waiting_waits(
    store: SqliteStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(import_met, "MOST", 2)
    calls = [one for n in range(10) for one in rows(NOON, key=f"account {n}")]
    bring(store, [*rows(ASK), *calls])
    done = replace(rows(ASK, call("Call\nask"))[1], line=20)
    assert bring(store, [*rows(ASK), *calls, done]) == (1, 0, 11)
    assert store.follow_ups.get(1).state is FollowUpState.DUE


def test_of_more_tasks_than_are_kept_in_mind_none_is_settled_that_waits(
    store: SqliteStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(import_met, "MOST", 2)
    tasks = [one for n in range(5) for one in rows(ASK, key=f"account {n}")]
    bring(store, tasks)
    done = [rows(ASK, call("Call\nask"), key=f"account {n}")[1] for n in range(5)]
    assert bring(store, [*tasks, *done]) == (5, 0, 5)
    assert {store.follow_ups.get(n).state for n in range(1, 6)} == {FollowUpState.DUE}


def test_nothing_is_kept_in_mind_of_calls_that_come_as_before(store: SqliteStore) -> None:
    alike = import_alike.Alike(store.database)
    found = [one for n in range(9) for one in rows(NOON, key=f"account {n}")]
    wider = [replace(one, unknown={"Priority": "High"}) for one in found]
    bring(store, found)
    keyed_rows = [keyed(one) for one in wider]
    alike.met.foresee(keyed_rows)
    sources = known(store.database, "entry", keyed_rows)
    new, seen = alike.sort_out([(row, sources[row.key]) for row in keyed_rows], 2)
    assert (new, len(seen), alike.is_full) == ([], 9, False)
    assert not any(import_met.family_of(row) in alike.met for row in keyed_rows)


def test_a_call_that_is_told_at_once_is_not_met_by_the_next_one_as_well(
    store: SqliteStore,
) -> None:
    bring(store, rows(NOON))
    wider = [replace(one, unknown={"Priority": "High"}) for one in rows(NOON, MORNING)]
    assert bring(store, wider) == (1, 0, 1)
    assert bring(store, wider) == (0, 0, 2)
    assert texts(store) == {1: "noon", 2: "morning"}


def test_files_of_two_programs_that_are_read_together_or_alone_double_nothing(
    store: SqliteStore,
) -> None:
    own = rows(NOON)
    other = [replace(one, system="hubspot") for one in rows(NOON, replace(NOON, minutes=9))]
    bring(store, [replace(other[0], external_id=KEY)])
    assert bring(store, [*own, other[1]]) == (1, 1, 0)
    assert bring(store, [*own, other[1]]) == (0, 0, 2)


def test_a_new_call_below_a_task_of_its_name_leaves_it_its_number(store: SqliteStore) -> None:
    bring(store, rows(NOON, ASK))
    later = rows(replace(NOON, minutes=20), ASK, EVENING)
    assert bring(store, later) == (1, 1, 1)
    assert keys(store) == [(KEY, 1), (f"{KEY} #2", 1), (f"{KEY} #3", 2)]
    assert bring(store, later) == (0, 0, 3)
