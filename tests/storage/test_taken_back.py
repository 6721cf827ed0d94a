"""A call that went out to the CRM and was deleted or undone here does not come back from there."""

from __future__ import annotations

from builders import NOW, THURSDAY, activity

from journal.activity import Activity
from journal.entry import Entry
from journal.transfer.found import Applied, Found
from storage.store import SqliteStore


def logged(store: SqliteStore, entry: Entry) -> Entry:
    with store.action("log", NOW, "cli"):
        return store.entries.add(entry)


def back(store: SqliteStore, *uids: str, text: str = "Acme", system: str = "salesforce") -> Applied:
    """The CRM's file with a row for each of these references, under ids of its own."""
    told = activity(account="Acme", text=text)
    rows = [
        Found(system=system, external_id=f"00T{n}", value=told, file="t.csv", line=n, reference=uid)
        for n, uid in enumerate(uids, 1)
    ]
    with store.action("import", NOW, "cli"):
        return store.imports.apply(rows, format=system, files=["t.csv"], at=NOW)


def counts(store: SqliteStore) -> list[int]:
    entries = store.entries.between(THURSDAY, THURSDAY)
    return [each.count for each in entries if isinstance(each, Activity)]


def test_a_call_deleted_here_is_not_counted_again_from_the_crm(store: SqliteStore) -> None:
    wrong = logged(store, activity(count=3, account="Acme"))
    logged(store, activity(count=2))
    with store.action("delete", NOW, "cli"):
        store.entries.remove(wrong.id)
    # It went out as three rows.
    brought = back(store, wrong.uid, wrong.uid, wrong.uid)
    assert (brought.added, brought.updated, brought.unchanged) == (0, 0, 3)
    assert counts(store) == [2]
    again = back(store, wrong.uid, wrong.uid, wrong.uid, text="called again")
    assert (again.added, counts(store)) == (0, [2])


def test_a_call_undone_here_is_not_counted_again_from_the_crm(store: SqliteStore) -> None:
    wrong = logged(store, activity(count=3, account="Acme"))
    store.undo(NOW, "cli")
    assert back(store, wrong.uid, wrong.uid, wrong.uid).unchanged == 3
    assert counts(store) == []


def test_a_deleted_call_that_is_brought_back_is_the_one_that_the_crm_showed(
    store: SqliteStore,
) -> None:
    call = logged(store, activity(count=3, account="Acme"))
    with store.action("delete", NOW, "cli"):
        store.entries.remove(call.id)
    back(store, call.uid)
    store.undo(NOW, "cli")
    store.undo(NOW, "cli")
    assert counts(store) == [3]
    assert back(store, call.uid).unchanged == 1
    assert counts(store) == [3]


def test_a_call_that_was_never_here_comes_in_beside_one_that_is_gone(store: SqliteStore) -> None:
    wrong = logged(store, activity(count=3, account="Acme"))
    with store.action("delete", NOW, "cli"):
        store.entries.remove(wrong.id)
    brought = back(store, wrong.uid, "a colleague's")
    assert (brought.added, brought.unchanged) == (1, 1)
    assert counts(store) == [1]


def test_an_imported_call_that_was_undone_comes_in_with_the_next_file(store: SqliteStore) -> None:
    assert back(store, "a colleague's").added == 1
    store.undo(NOW, "cli")
    assert back(store, "a colleague's").added == 1
    assert counts(store) == [1]
