"""Everything a rep did can be taken back, the last first, and brought back again."""

from __future__ import annotations

from dataclasses import replace

import pytest
from builders import NOW, THURSDAY, activity, at, note
from deeds import DEEDS, IN_THE_WAY, live

from journal.errors import ChangedElsewhere, NotFound, NothingToUndo
from journal.store import Undone
from storage.store import SqliteStore

LATER = at("2024-02-01T10:00")
NOT_THE_REPS = ("action", "change", "undone_row", "sqlite_sequence", "_sqlite_migrations")


@pytest.fixture
def lived_in(store: SqliteStore) -> SqliteStore:
    """A journal with one of everything."""
    live(store)
    return store


def contents(store: SqliteStore, *, with_rev: bool = False) -> dict[str, list[dict[str, object]]]:
    """All that the journal says, table by table; revisions left out if not asked for."""
    tables = store.database.rows(
        "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name"
    )
    answer = {}
    for (table,) in tables:
        if table not in NOT_THE_REPS and not table.startswith("search"):
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
        if label not in IN_THE_WAY:
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
    for _ in range(len(DEEDS) - len(IN_THE_WAY) + 1):
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
