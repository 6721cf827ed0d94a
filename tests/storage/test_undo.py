"""Everything a rep did can be taken back, the last first, and brought back again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from builders import NOW, THURSDAY, activity, at, deal, follow_up, milestone, note, setback

from journal.calendar import DayOff
from journal.deal import Outcome
from journal.errors import ChangedElsewhere, NotFound, NothingToUndo
from journal.follow_up import FollowUpState
from journal.goal import Term
from journal.plan import Level, Plan
from journal.settings import Setting
from journal.store import Undone
from storage.store import SqliteStore

LATER = at("2024-02-01T10:00")
NOT_THE_REPS = ("action", "change", "undone_row", "sqlite_sequence", "_sqlite_migrations")
NEXT_WEEK = THURSDAY + timedelta(7)

Deed = Callable[[SqliteStore], object]
DEEDS: dict[str, Deed] = {
    "log": lambda store: store.entries.add(replace(activity(account="New"), tags=("a", "b"))),
    "note": lambda store: store.entries.add(note()),
    "setback": lambda store: store.entries.add(setback()),
    "edit": lambda store: store.entries.change(replace(store.entries.get(1), text="x", tags=())),
    "delete": lambda store: store.entries.remove(1),
    "delete a setback": lambda store: store.entries.remove(2),
    "edit and delete": lambda store: (
        store.entries.change(replace(store.entries.get(1), text="y")),
        store.entries.add(activity()),
        store.entries.remove(1),
    ),
    "log and delete at once": lambda store: store.entries.remove(store.entries.add(setback()).id),
    "goal": lambda store: store.goals.add(milestone()),
    "edit a goal": lambda store: store.goals.change(replace(store.goals.get(1), title="Other")),
    "redate": lambda store: store.goals.add_term(
        1, Term(target=30, due=NEXT_WEEK, decided=THURSDAY, effective=NEXT_WEEK, why="Ill")
    ),
    "check in": lambda store: store.goals.check_in(1, THURSDAY, 7),
    "check in again": lambda store: store.goals.check_in(1, THURSDAY - timedelta(1), 8),
    "remove a goal": lambda store: store.goals.remove(1),
    "plan": lambda store: store.plans.add(
        Plan(goal=1, target=9, currency="EUR", start=THURSDAY, by=NEXT_WEEK, rates={Level.STAGE1: 0.1})
    ),
    "setting": lambda store: store.days.set(Setting("floor", THURSDAY, "2")),
    "setting again": lambda store: store.days.set(Setting("workdays", THURSDAY, "mon")),
    "day off": lambda store: store.days.take_off(DayOff(THURSDAY, NEXT_WEEK, "Skiing", THURSDAY)),
    "back at work": lambda store: store.days.give_back(1),
    "purpose": lambda store: store.days.set_purpose("A garden", THURSDAY),
    "deal": lambda store: store.deals.add(deal("Other", "Other")),
    "won": lambda store: store.deals.change(
        replace(store.deals.get(1), outcome=Outcome.WON, closed=THURSDAY, stage="Proposal"), THURSDAY
    ),
    "follow-up": lambda store: store.follow_ups.add(follow_up("Mail")),
    "done": lambda store: store.follow_ups.change(
        replace(store.follow_ups.get(1), state=FollowUpState.DONE, settled=THURSDAY)
    ),
}  # fmt: skip


@pytest.fixture
def lived_in(store: SqliteStore) -> SqliteStore:
    """A journal with one of everything."""
    with store.action("a life", NOW, "test"):
        store.entries.add(replace(activity(count=3, account="Acme"), tags=("first",)))
        store.entries.add(replace(setback(), tags=("ouch",)))
        store.goals.add(milestone())
        store.goals.add(milestone("Part", parent=1))
        store.goals.check_in(1, THURSDAY - timedelta(1), 4)
        store.plans.add(
            Plan(
                goal=1,
                target=5,
                currency="EUR",
                start=THURSDAY,
                by=NEXT_WEEK,
                lags={Level.STAGE1: 9},
            )
        )
        store.days.set(Setting("workdays", THURSDAY, "tue"))
        store.days.take_off(DayOff(NEXT_WEEK, NEXT_WEEK))
        store.deals.add(deal())
        store.follow_ups.add(follow_up())
    return store


def contents(store: SqliteStore, *, with_rev: bool = False) -> dict[str, list[dict[str, object]]]:
    """All that the journal says, table by table; revisions left out if not asked for."""
    tables = store.database.rows(
        "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name"
    )
    answer = {}
    for (table,) in tables:
        if table not in NOT_THE_REPS:
            rows = store.database.named(f"SELECT * FROM {table}")
            answer[table] = [
                {name: value for name, value in row.items() if with_rev or name != "rev"}
                for row in rows
            ]
    return answer


@pytest.mark.parametrize("deed", DEEDS)
def test_undo_puts_everything_back_and_redo_does_it_again(lived_in: SqliteStore, deed: str) -> None:
    before = contents(lived_in)
    with lived_in.action(deed, NOW, "test"):
        DEEDS[deed](lived_in)
    after = contents(lived_in)
    for _ in range(2):
        assert lived_in.undo(LATER, "test").label == deed
        assert contents(lived_in) == before
        assert lived_in.redo(LATER, "test").label == deed
        assert contents(lived_in) == after
    assert lived_in.database.rows("PRAGMA foreign_key_check") == []


def test_all_of_a_life_can_be_taken_back_to_nothing_and_brought_back(
    store: SqliteStore, lived_in: SqliteStore
) -> None:
    nothing = {table: [] for table in contents(store)}
    states = [contents(store)]
    for label, deed in DEEDS.items():
        if label not in (
            "delete",
            "edit and delete",
            "remove a goal",
            "back at work",
            "delete a setback",
        ):
            with store.action(label, NOW, "test"):
                deed(store)
            states.append(contents(store))
    end = states.pop()
    while states:
        store.undo(LATER, "test")
        assert contents(store) == states.pop()
    store.undo(LATER, "test")
    assert contents(store) == nothing
    with pytest.raises(NothingToUndo, match="nothing to undo"):
        store.undo(LATER, "test")
    for _ in range(len(DEEDS) - 4):
        store.redo(LATER, "test")
    assert contents(store) == end
    with pytest.raises(NothingToUndo, match="nothing to redo"):
        store.redo(LATER, "test")


def test_undo_says_what_it_took_back_and_how_many_rows(store: SqliteStore) -> None:
    with store.action("3 calls with Acme", NOW, "cli"):
        store.entries.add(replace(activity(count=3, account="Acme"), tags=("x", "y")))
    assert store.undo(LATER, "app") == Undone("3 calls with Acme", 1)
    assert store.redo(LATER, "app") == Undone("3 calls with Acme", 1)


def test_one_row_touched_twice_counts_once(lived_in: SqliteStore) -> None:
    with lived_in.action("twice", NOW, "cli"):
        first = lived_in.entries.change(replace(lived_in.entries.get(1), text="x"))
        lived_in.entries.change(replace(first, text="y"))
        made = lived_in.entries.add(note())
        lived_in.entries.change(replace(made, text="z"))
    assert lived_in.undo(LATER, "app").entries == 2


def test_an_action_that_wrote_nothing_is_no_step_to_undo(lived_in: SqliteStore) -> None:
    with lived_in.action("looked only", NOW, "cli"):
        lived_in.entries.get(1)
    assert lived_in.undo(LATER, "app").label == "a life"


def test_what_was_undone_before_a_new_action_cannot_come_back(store: SqliteStore) -> None:
    for label in ("one", "two", "three"):
        with store.action(label, NOW, "cli"):
            store.entries.add(note(label))
    assert [store.undo(LATER, "cli").label for _ in range(2)] == ["three", "two"]
    with store.action("four", NOW, "cli"):
        store.entries.add(note("four"))
    with pytest.raises(NothingToUndo):
        store.redo(LATER, "cli")
    assert store.undo(LATER, "cli").label == "four"
    assert store.redo(LATER, "cli").label == "four"
    assert [store.undo(LATER, "cli").label for _ in range(2)] == ["four", "one"]
    assert [store.redo(LATER, "cli").label for _ in range(2)] == ["one", "four"]
    with pytest.raises(NothingToUndo):
        store.redo(LATER, "cli")
    assert [entry.text for entry in store.entries.between(THURSDAY, THURSDAY)] == ["one", "four"]


def test_a_form_opened_before_an_undo_cannot_save_over_it(store: SqliteStore) -> None:
    with store.action("log", NOW, "cli"):
        first = store.entries.add(note("first"))
    with store.action("edit", NOW, "cli"):
        second = store.entries.change(replace(first, text="second"))
    store.undo(LATER, "cli")
    for stale in (first, second):
        with pytest.raises(ChangedElsewhere), store.action("edit", NOW, "cli"):
            store.entries.change(replace(stale, text="third"))
    assert store.entries.get(first.id).text == "first"


def test_redo_gives_the_same_number_back_and_a_new_entry_takes_another(store: SqliteStore) -> None:
    with store.action("one", NOW, "cli"):
        store.entries.add(note("one"))
    store.undo(LATER, "cli")
    with store.action("two", NOW, "cli"):
        assert store.entries.add(note("two")).id == 2


def with_a_wrong_number(store: SqliteStore) -> None:
    """An action whose last step cannot be done."""
    with store.action("half", NOW, "cli"):
        store.entries.add(activity(account="Brand new"))
        store.entries.remove(1)
        store.entries.remove(99)


def test_an_action_that_fails_leaves_nothing_behind(lived_in: SqliteStore) -> None:
    before = contents(lived_in, with_rev=True)
    with pytest.raises(NotFound):
        with_a_wrong_number(lived_in)
    assert contents(lived_in, with_rev=True) == before
    assert lived_in.undo(LATER, "app").label == "a life"


def test_an_action_inside_an_action_is_a_fault_of_the_program(store: SqliteStore) -> None:
    with store.action("outer", NOW, "cli"):
        with pytest.raises(RuntimeError), store.action("inner", NOW, "cli"):
            pass
        store.entries.add(note())
    assert len(store.entries.between(THURSDAY, THURSDAY)) == 1


def test_a_write_outside_an_action_is_a_fault_of_the_program(store: SqliteStore) -> None:
    with pytest.raises(RuntimeError):
        store.entries.add(note())
