"""Who reads their tasks first and their deals a day later finds the tasks at their deals."""

from __future__ import annotations

from dataclasses import replace

from builders import NOW, activity, deal, follow_up

from journal.activity import Activity
from journal.deal import Deal
from journal.follow_up import FollowUp
from journal.transfer.found import Applied, Found
from storage.import_links import CHUNK
from storage.store import SqliteStore

ONE = "1 activity or task of an earlier import is about one of these deals: now linked to it."
TWO = "2 activities and tasks of earlier imports are about these deals: now linked to them."


def found(
    value: Deal | Activity | FollowUp, number: str, system: str = "hubspot", **unknown: str
) -> Found:
    kept = {name.replace("_", " "): said for name, said in unknown.items()}
    return Found(system=system, external_id=number, value=value, file="f.csv", line=2, unknown=kept)


def bring(store: SqliteStore, *rows: Found) -> Applied:
    with store.action("import", NOW, "cli"):
        return store.imports.apply(iter(rows), format="hubspot", files=["f.csv"], at=NOW)


def links(store: SqliteStore) -> list[tuple[int | None, str | None]]:
    return [(one.deal, one.account) for one in (store.entries.get(1), store.follow_ups.get(1))]


def test_deals_that_come_later_take_up_what_is_about_them_and_undo_lets_go_of_it(
    store: SqliteStore,
) -> None:
    call = replace(activity(), account=None)
    task = replace(follow_up(), account="Acme")
    bring(
        store,
        found(call, "1", Associated_Deal_IDs="17;18"),
        found(task, "2", Associated_Deal="renewal of licence"),
    )
    sales = [
        found(replace(deal(), account="Globex", name="Pilot"), "17"),
        found(replace(deal(), account="Acme", name="renewal of licence"), "18"),
    ]
    assert bring(store, *sales).notes == (TWO,)
    assert links(store) == [(1, "Globex"), (2, "Acme")]
    store.undo(NOW, "cli")
    assert links(store) == [(None, None), (None, "Acme")]


def test_the_id_of_another_programs_deal_links_nothing(store: SqliteStore) -> None:
    bring(store, found(activity(), "1", Deal_ID="17"), found(follow_up(), "2", WhatId="17"))
    bring(store, found(deal(), "17", system="pipedrive"))
    assert [number for number, _ in links(store)] == [None, None]


def test_an_account_of_salesforce_is_not_taken_for_a_deal(store: SqliteStore) -> None:
    account, sale = "001Dm00000AAAAAIA3", "006Dm00000AAAAAIA3"
    bring(
        store,
        found(activity(), "1", "salesforce", WhatId=sale),
        found(follow_up(), "2", "salesforce", WhatId=account),
    )
    both = [found(deal(), account, "salesforce"), found(deal(), sale, "salesforce")]
    assert bring(store, *both).notes == (ONE,)
    assert [number for number, _ in links(store)] == [2, None]


def test_a_link_that_the_rep_took_away_stays_away(store: SqliteStore) -> None:
    bring(store, found(deal(), "17"))
    told = replace(found(activity(), "1", Deal_ID="17"), deal_external_id="17")
    bring(store, told, found(follow_up(), "2"))
    entry = store.entries.get(1)
    assert isinstance(entry, Activity)
    assert entry.deal == 1
    with store.action("edit", NOW, "app"):
        store.entries.change(replace(entry, deal=None))
    assert bring(store, found(deal(), "17"), found(deal(), "18")).notes == ()
    assert links(store)[0][0] is None


def test_a_column_that_the_rep_named_themselves_tells_the_deal_too(store: SqliteStore) -> None:
    with store.action("names", NOW, "cli"):
        store.imports.mappings.keep("a header", {"Vorgang": "about_id"})
    bring(store, found(activity(), "1", Vorgang="17"), found(follow_up(), "2", Vorgang="-"))
    assert bring(store, found(deal(), "17")).notes == (ONE,)
    assert [number for number, _ in links(store)] == [1, None]


def test_a_call_that_two_programs_know_is_linked_wherever_it_stands(store: SqliteStore) -> None:
    calls = (found(activity(), str(n)) for n in range(1, CHUNK + 1))
    bring(store, *calls)
    last = store.entries.get(CHUNK)
    bring(store, replace(found(activity(), "1", "pipedrive", Deal_ID="17"), reference=last.uid))
    assert bring(store, found(deal(), "17", "pipedrive")).notes == (ONE,)
    linked = store.entries.get(CHUNK)
    assert isinstance(linked, Activity)
    assert linked.deal == 1
