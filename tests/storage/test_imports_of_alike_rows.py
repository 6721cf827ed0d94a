"""Rows without an id of their own keep who they are, whatever stands before them in the next file."""

from __future__ import annotations

from dataclasses import replace

import pytest
from alike import KEY, bring, rows
from builders import NOW, activity, follow_up

from journal.activity import Activity
from journal.follow_up import FollowUpState
from storage import import_alike, import_met
from storage.provenance import keyed, known
from storage.store import SqliteStore


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


def test_calls_with_nothing_in_common_take_no_known_ones_place(store: SqliteStore) -> None:
    bring(store, rows(call("Call\ntalk a"), call("Call\ntalk b")))
    left = rows(*[call(f"Call\nleft {name}", "voicemail") for name in "xyz"])
    assert bring(store, left) == (3, 0, 0)
    assert bring(store, left) == (0, 0, 3)
    assert list(texts(store).values()) == [
        *("Call\ntalk a", "Call\ntalk b", "Call\nleft x", "Call\nleft y", "Call\nleft z"),
    ]
    store.undo(NOW, "cli")
    assert list(texts(store).values()) == ["Call\ntalk a", "Call\ntalk b"]


def test_the_one_call_of_a_day_is_the_same_one_when_its_text_is_rewritten(
    store: SqliteStore,
) -> None:
    bring(store, rows(call("Call\ntalk a")))
    assert bring(store, rows(call("Call\nall else"))) == (0, 1, 0)


def test_calls_whose_notes_were_written_on_are_the_same_ones(store: SqliteStore) -> None:
    bring(store, rows(call("Call\ntalk 1"), call("Call\ntalk 10")))
    later = rows(call("Call\ntalk 10, and sent it", "booked"), call("Call\ntalk 1: no", "booked"))
    assert bring(store, later) == (0, 2, 0)
    assert texts(store) == {1: "Call\ntalk 1: no", 2: "Call\ntalk 10, and sent it"}


def test_calls_without_notes_are_the_same_ones_when_their_result_is_told_at_last(
    store: SqliteStore,
) -> None:
    untold = replace(call("Call"), outcome=None)
    bring(store, rows(untold, replace(untold, minutes=5)))
    assert bring(store, rows(call("Call"), replace(call("Call"), minutes=5))) == (0, 2, 0)


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


def test_an_edit_stays_with_its_call_when_all_of_many_got_another_result(
    store: SqliteStore,
) -> None:
    bring(store, rows(*MANY))
    with store.action("edit", NOW, "app"):
        store.entries.change(replace(store.entries.get(10), minutes=45))
    booked = rows(*[replace(one, outcome="booked") for one in reversed(MANY)])
    assert bring(store, booked) == (0, 25, 0)
    assert bring(store, booked) == (0, 0, 25)
    assert (store.entries.get(10).text, store.entries.get(10).minutes) == ("call\ntalk 9", 45)
    assert texts(store) == {n: f"call\ntalk {n - 1}" for n in range(1, 26)}


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
