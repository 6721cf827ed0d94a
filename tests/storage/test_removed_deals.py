"""A removed deal goes with all that belongs to it, leaves what the rep did, and comes back whole."""

from __future__ import annotations

from dataclasses import replace

import pytest
from builders import NOW, THURSDAY, activity, deal, follow_up
from deeds import live

from journal.deal_story import DealStory
from journal.errors import NotFound
from journal.transfer.found import Found
from storage.store import SqliteStore

OF_DEALS = (
    "deal_event", "deal_check", "deal_answer", "deal_reason", "request", "monday_forecast", "deal_story",
)  # fmt: skip


def counts(store: SqliteStore) -> dict[str, int]:
    """How many rows each table has that belongs to deals."""
    return {table: store.database.rows(f"SELECT count(*) FROM {table}")[0][0] for table in OF_DEALS}


def removed(store: SqliteStore, number: int) -> None:
    """Remove a deal as one action."""
    with store.action("remove", NOW, "test"):
        store.deals.remove(number)


def test_a_removed_deal_goes_with_all_that_belongs_to_it(store: SqliteStore) -> None:
    live(store)
    before = counts(store)
    assert 0 not in before.values()
    told = store.deal_stories.story(1)
    removed(store, 1)
    assert set(counts(store).values()) == {0}
    with pytest.raises(NotFound, match="There is no deal 1"):
        store.deals.get(1)
    assert store.entries.get(3).deal is None
    assert store.follow_ups.of_deals([1]) == {}
    kept = [each.what for each in store.people.follow_ups_of("ACME Inc.")]
    assert (kept, store.follow_ups.get(4).deal) == (["Send the offer"], None)
    with pytest.raises(NotFound, match="There is no follow-up 3"):
        store.follow_ups.get(3)
    store.undo(NOW, "test")
    assert counts(store) == before
    assert store.deal_stories.story(1) == replace(told, rev=2)
    assert [each.id for each in store.follow_ups.of_deals([1])[1]] == [3, 4]
    assert store.entries.get(3).deal == 1


def test_other_deals_keep_what_is_theirs(store: SqliteStore) -> None:
    with store.action("deals", NOW, "test"):
        for number in (1, 2):
            store.deals.add(deal())
            store.deal_stories.keep_story(DealStory(deal=number, pain=str(number)))
            store.entries.add(replace(activity(), deal=number))
            store.follow_ups.add(replace(follow_up(), deal=number, kind="revival"))
    removed(store, 1)
    assert store.deal_stories.story(2).pain == "2"
    assert (store.entries.get(2).deal, len(store.follow_ups.of_deals([2])[2])) == (2, 1)


def test_a_deal_that_is_not_there_is_said(store: SqliteStore) -> None:
    for number in (0, 1, 2**63):
        with pytest.raises(NotFound, match="There is no deal"):
            removed(store, number)
        with (
            pytest.raises(NotFound, match="There is no deal"),
            store.action("x", NOW, "test"),
        ):
            store.follow_ups.add(replace(follow_up(), deal=number))


def test_what_the_rep_removed_stays_away_and_a_file_that_names_it_is_read_all_the_same(
    store: SqliteStore,
) -> None:
    first = Found(system="t", external_id="d", value=deal(), file="f", line=1)
    call = Found(
        system="t", external_id="c", value=activity(), file="f", line=2, deal_external_id="d"
    )
    for found in ([first], [first, call]):
        with store.action("import", NOW, "test"):
            store.imports.apply(found, format="table", files=["f"], at=NOW)
        if len(found) == 1:
            removed(store, 1)
    assert store.deals.listed() == []
    (entry,) = store.entries.between(THURSDAY, THURSDAY)
    assert entry.deal is None


def test_an_import_never_changes_a_story(store: SqliteStore) -> None:
    first = Found(system="t", external_id="d", value=deal(), file="f", line=1)
    with store.action("import", NOW, "test"):
        store.imports.apply([first], format="table", files=["f"], at=NOW)
    with store.action("story", NOW, "test"):
        kept = store.deal_stories.keep_story(DealStory(deal=1, pain="Slow"))
    again = replace(first, value=replace(deal(), stage="Proposal", category="timing"))
    with store.action("import", NOW, "test"):
        store.imports.apply([again], format="table", files=["f"], at=NOW)
    assert (store.deals.get(1).stage, store.deal_stories.story(1)) == ("Proposal", kept)
