"""What came of a setback comes back as it was said, and goes only with the setback itself."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from builders import NOW, THURSDAY, activity, at, follow_up, note, setback

from journal.entry import Entry
from journal.errors import ChangedElsewhere, NotFound
from journal.moment import Moment
from journal.setback import Setback
from journal.setback_work import Check, Thoughts
from journal.transfer.found import Found
from storage.store import SqliteStore, open_store

TOMORROW = THURSDAY + timedelta(1)
FULL = Thoughts(
    setback=1, belief="[/] My fault\0", permanent=0, pervasive=10, personal=5, mine=20, theirs=30,
    circumstance=50, in_control="The call", evidence_against="They said so", other_view="\x1b]0;x\x07",
    if_then="If they cancel, then I call",
)  # fmt: skip
SEVEN = Check(
    setback=1, after=7, day=TOMORROW, sting=2, learned="[/]\0", differently="Ask", stronger=True
)


def logged(store: SqliteStore, *entries: Entry, when: Moment = NOW) -> list[int]:
    """Save entries, each as one action; returns their numbers."""
    numbers = []
    for entry in entries:
        with store.action("log", when, "test"):
            numbers.append(store.entries.add(replace(entry, logged=when)).id)
    return numbers


def thought(store: SqliteStore, thoughts: Thoughts) -> Thoughts:
    """The thoughts as the journal gives them back when they are saved."""
    with store.action("thoughts", NOW, "test"):
        return store.setbacks.keep_thoughts(thoughts)


def answered(store: SqliteStore, check: Check) -> Check:
    """The answer as the journal gives it back when it is saved."""
    with store.action("check", NOW, "test"):
        return store.setbacks.answer(check)


def test_what_was_thought_and_said_comes_back_whole(store: SqliteStore, path: Path) -> None:
    logged(store, setback(), setback())
    assert thought(store, FULL) == replace(FULL, rev=1)
    assert answered(store, SEVEN) == SEVEN
    thirty = answered(store, Check(setback=1, after=30, day=TOMORROW))
    other = open_store(path, create=False)
    assert other.setbacks.thoughts([2, 1, 9]) == {1: replace(FULL, rev=1)}
    assert other.setbacks.checks([2, 1, 9]) == {1: (SEVEN, thirty)}
    other.close()


@pytest.mark.parametrize("text", ["é" * 100_000, "'; DROP TABLE setback_thought; --", "\u202ex"])
def test_whatever_is_typed_of_a_setback_is_kept_as_typed(store: SqliteStore, text: str) -> None:
    logged(store, setback())
    assert thought(store, replace(FULL, belief=text, other_view=text)).other_view == text
    assert answered(store, replace(SEVEN, learned=text)).learned == text
    assert answered(store, replace(SEVEN, learned="a\ud83d")).learned == "a\ufffd"


def test_a_stale_form_never_saves_over_newer_thoughts(store: SqliteStore) -> None:
    logged(store, setback())
    first = thought(store, FULL)
    second = thought(store, replace(first, belief="Not only mine"))
    assert (second.rev, thought(store, second)) == (2, second)
    for stale in (FULL, first, replace(FULL, rev=9)):
        with pytest.raises(ChangedElsewhere):
            thought(store, stale)
    store.undo(NOW, "test")
    assert store.setbacks.thoughts([1])[1] == replace(first, rev=3)


def test_an_answer_given_again_takes_the_place_of_the_first(store: SqliteStore) -> None:
    logged(store, setback())
    answered(store, SEVEN)
    again = answered(store, replace(SEVEN, day=THURSDAY, stronger=False))
    assert store.setbacks.checks([1]) == {1: (again,)}


def test_only_a_setback_has_thoughts_checks_and_next_steps(store: SqliteStore) -> None:
    logged(store, note())
    for number in (1, 7, 0, -1, 2**63):
        step = replace(follow_up(), setback=number)
        for write in (
            lambda number=number: store.setbacks.keep_thoughts(replace(FULL, setback=number)),
            lambda number=number: store.setbacks.answer(replace(SEVEN, setback=number)),
            lambda step=step: store.follow_ups.add(step),
        ):
            with (
                pytest.raises(NotFound, match=f"There is no setback {number:,}"),
                store.action("x", NOW, "test"),
            ):
                write()


def test_another_sting_leaves_thoughts_checks_and_next_steps(store: SqliteStore) -> None:
    logged(store, setback(sting=9))
    thought(store, FULL)
    answered(store, SEVEN)
    with store.action("edit", NOW, "test"):
        step = store.follow_ups.add(replace(follow_up(), setback=1))
        hit = store.entries.get(1)
        assert isinstance(hit, Setback)
        store.entries.change(replace(hit, sting=1, tags=("x",), day=TOMORROW))
    assert store.setbacks.thoughts([1]) == {1: replace(FULL, rev=1)}
    assert store.setbacks.checks([1]) == {1: (SEVEN,)}
    assert store.follow_ups.of_setbacks([1]) == {1: (step,)}


def test_a_removed_setback_takes_its_thoughts_along_and_leaves_its_next_steps(
    store: SqliteStore,
) -> None:
    logged(store, setback(), setback())
    with store.action("work through", NOW, "test"):
        for number in (1, 2):
            store.setbacks.keep_thoughts(replace(FULL, setback=number))
            store.setbacks.answer(replace(SEVEN, setback=number))
            store.follow_ups.add(replace(follow_up(f"Step {number}"), setback=number))
    with store.action("delete", NOW, "test"):
        store.entries.remove(1)
    setbacks = store.setbacks
    assert (list(setbacks.thoughts([1, 2])), list(setbacks.checks([1, 2]))) == ([2], [2])
    assert [store.follow_ups.get(number).setback for number in (1, 2)] == [None, 2]
    store.undo(NOW, "test")
    assert (list(setbacks.thoughts([1, 2])), list(setbacks.checks([1, 2]))) == ([1, 2], [1, 2])
    assert [step.what for step in store.follow_ups.of_setbacks([1])[1]] == ["Step 1"]


def test_setbacks_are_listed_newest_day_first_page_by_page(store: SqliteStore) -> None:
    days = [THURSDAY - timedelta(n) for n in (3, 0, 3, 1, 0)]
    numbers = logged(store, *(setback(on=on) for on in days), note(), activity())[:5]
    pages: list[int] = []
    before = None
    while page := store.setbacks.newest_first(before, limit=2):
        pages += [each.id for each in page]
        before = (page[-1].day, page[-1].id)
    assert pages == [numbers[n] for n in (4, 1, 3, 2, 0)]
    assert [each.id for each in store.setbacks.newest_first()] == pages


def test_the_days_of_setbacks_are_told_oldest_first(store: SqliteStore) -> None:
    logged(store, setback(on=TOMORROW), setback(), replace(setback(), type="other"))
    kinds = [(THURSDAY, 2, "meeting cancelled"), (THURSDAY, 3, "other")]
    assert store.setbacks.days(THURSDAY, THURSDAY) == kinds
    assert store.setbacks.days(THURSDAY, TOMORROW) == [*kinds, (TOMORROW, 1, "meeting cancelled")]


def test_a_check_is_asked_for_until_it_is_answered(store: SqliteStore) -> None:
    logged(store, setback(), setback(), setback(on=TOMORROW))
    answered(store, SEVEN)
    waiting = [
        [each.id for each in store.setbacks.unanswered(after, THURSDAY, last)]
        for after, last in ((7, THURSDAY), (7, TOMORROW), (30, THURSDAY))
    ]
    assert waiting == [[2], [2, 3], [1, 2]]


def test_answers_that_came_out_stronger_are_collected_newest_first(store: SqliteStore) -> None:
    logged(store, replace(setback(), tags=("x",)), setback(), setback())
    month = answered(store, replace(SEVEN, after=30, day=TOMORROW + timedelta(23)))
    answered(store, replace(SEVEN, setback=2, stronger=False))
    answered(store, replace(SEVEN, setback=3, stronger=None))
    answered(store, SEVEN)
    found = store.setbacks.stronger()
    assert [(hit.id, hit.tags, check) for hit, check in found] == [
        (1, ("x",), month),
        (1, ("x",), SEVEN),
    ]
    assert len(store.setbacks.stronger(limit=1)) == 1


def test_the_first_step_after_a_setback_is_no_setback_and_no_import(store: SqliteStore) -> None:
    with store.action("evening", NOW, "test"):
        store.entries.add(setback())
        store.entries.add(activity())
    imported = Found(system="t", external_id="1", value=activity(), file="f", line=1)
    with store.action("import", at("2024-02-01T10:00"), "test"):
        store.imports.apply([imported], format="table", files=["f"], at=at("2024-02-01T10:00"))
    later = at("2024-02-02T08:00")
    logged(store, setback(), when=at("2024-02-01T11:00"))
    assert store.setbacks.first_steps([1, 4]) == {}
    logged(store, note(), activity(), when=later)
    assert store.setbacks.first_steps([1, 4, 99]) == {1: later, 4: later}


def test_many_setbacks_are_asked_for_at_once(store: SqliteStore) -> None:
    with store.action("many", NOW, "test"):
        for _ in range(1_201):
            hit = store.entries.add(setback())
            store.setbacks.keep_thoughts(Thoughts(setback=hit.id, belief=str(hit.id)))
    found = store.setbacks.thoughts(range(1, 1_300))
    assert {number: each.belief for number, each in found.items()} == {
        number: str(number) for number in range(1, 1_202)
    }
