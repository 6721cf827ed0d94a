"""What the rep last called a column is what counts, and undo brings back what counted before."""

from __future__ import annotations

from builders import NOW

from storage.store import SqliteStore


def test_a_header_named_anew_says_more_than_one_named_before_it(store: SqliteStore) -> None:
    mappings = store.imports.mappings
    with store.action("names", NOW, "cli"):
        mappings.keep("A|B", {"Chance": "ignore"})
        mappings.keep("C|D", {"Chance": "about_id"})
    assert mappings.all() == {"Chance": "about_id"}
    with store.action("other names", NOW, "cli"):
        mappings.keep("A|B", {"Chance": "about_name"})
    assert mappings.all() == {"Chance": "about_name"}
    assert mappings.of("A|B") == {"Chance": "about_name"}
    store.undo(NOW, "cli")
    assert mappings.all() == {"Chance": "about_id"}
    assert mappings.of("A|B") == {"Chance": "ignore"}
    store.redo(NOW, "cli")
    assert mappings.all() == {"Chance": "about_name"}


def test_names_that_are_kept_already_leave_nothing_to_undo(store: SqliteStore) -> None:
    with store.action("names", NOW, "cli"):
        store.imports.mappings.keep("A|B", {"Chance": "ignore"})
    with store.action("the same", NOW, "cli"):
        store.imports.mappings.keep("A|B", {"Chance": "ignore"})
    store.undo(NOW, "cli")
    assert store.imports.mappings.of("A|B") == {}
