"""A whole journal read into one that has rows already: nothing is doubled, and the rep's own stays."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from builders import NOW, THURSDAY, activity, at, day, deal, follow_up, milestone, note
from whole_journals import as_json, brought_in, one_of_everything, row_of, taken_out

from journal.calendar import DayOff
from journal.deal_story import Contact, DealStory
from journal.sample import sample_year, write
from journal.search import read_query
from journal.settings import Setting
from journal.transfer.found import Applied, Found
from journal.transfer.whole_parts import PARTS
from storage.store import SqliteStore, open_store

EVENING = at("2026-11-24T18:00")
YEAR = day("2000-01-01"), day("2100-01-01")


@pytest.fixture
def other(tmp_path: Path) -> Iterator[SqliteStore]:
    """The same rep's journal on another machine."""
    opened = open_store(tmp_path / "other.db", create=True)
    yield opened
    opened.close()


def texts(store: SqliteStore) -> list[str]:
    return [text for (text,) in store.database.rows("SELECT text FROM entry ORDER BY id")]


def test_the_same_file_again_changes_nothing_and_is_no_step_to_undo(store: SqliteStore) -> None:
    out = as_json(one_of_everything(lambda: "x"))
    brought_in(store, out)
    again = brought_in(store, out)
    assert (again.applied.added, again.applied.unchanged) == (0, len(PARTS) + 1)
    known = f"{len(PARTS) + 1} rows were here already"
    assert again.notes == (f"{known}, just as the file has them.",)
    assert taken_out(store) == out
    store.undo(NOW, "cli")
    assert store.database.rows("SELECT count(*) FROM entry") == [(0,)]


def test_what_was_written_on_another_machine_comes_in_beside_the_reps_own(
    store: SqliteStore, other: SqliteStore
) -> None:
    write(sample_year(EVENING.day(), EVENING), store)
    brought_in(other, taken_out(store))
    with store.action("log", NOW, "test"):
        store.entries.add(note("written here"))
    with other.action("log", NOW, "test"):
        other.entries.add(note("written there"))
        other.entries.change(replace(other.entries.get(1), text="an edit made there"))
    here = len(texts(store))
    brought = brought_in(store, taken_out(other))
    assert brought.applied.added == 1
    assert len(texts(store)) == here + 1
    assert {"written here", "written there"} <= set(texts(store))
    assert "an edit made there" not in texts(store)


def test_the_rep_hears_how_many_rows_differ_from_the_file_and_stay(
    store: SqliteStore, other: SqliteStore
) -> None:
    with store.action("log", NOW, "test"):
        sale = store.deals.add(deal("Renewal"))
        for text in ("one", "two", "three"):
            store.entries.add(replace(activity(text=text, account=None), tags=("a",)))
    brought_in(other, taken_out(store))
    with store.action("edit", NOW, "test"):
        store.entries.change(replace(store.entries.get(1), text="mine", tags=("b",)))
        store.entries.change(replace(store.entries.get(2), text="mine too"))
        store.entries.change(replace(store.entries.get(2), text="two"))
    with other.action("edit", NOW, "test"):
        other.entries.change(replace(other.entries.get(3), deal=sale.id))
        other.deals.change(replace(other.deals.get(1), name="Renewal, theirs"), THURSDAY)
    assert brought_in(store, taken_out(other)).notes == (
        "7 rows were here already; 3 of them differ from the file (1 deal, 2 entries) and stay as they"
        " are here.",
        "1 row that belongs to what is known here was left out (1 tag): write it down here if you want"
        " to keep it.",
    )
    assert texts(store) == ["mine", "two", "three"]


def test_what_the_copy_adds_to_what_is_known_here_is_named_as_left_out_and_not_as_here_already(
    store: SqliteStore, other: SqliteStore
) -> None:
    with store.action("log", NOW, "test"):
        store.deals.add(deal("Renewal"))
        store.goals.add(milestone())
        store.goals.check_in(1, THURSDAY, 90)
        store.deal_stories.keep_story(DealStory(deal=1, changed="New boss"))
    brought_in(other, taken_out(store))
    with other.action("log", NOW, "test"):
        other.goals.check_in(1, THURSDAY, 88)
        other.goals.check_in(1, day("2024-02-02"), 87)
        other.goals.check_in(1, day("2024-02-03"), 86)
        other.deals.change(replace(other.deals.get(1), stage="Proposal"), THURSDAY)
        told = other.deal_stories.story(1)
        other.deal_stories.keep_story(replace(told, changed="Another boss"))
    # Here already: the account, the deal, its story, the goal, its first term and check-in.
    assert brought_in(store, taken_out(other)).notes == (
        "6 rows were here already; 3 of them differ from the file (1 deal, 1 story of a deal, 1 check-in)"
        " and stay as they are here.",
        "3 rows that belong to what is known here were left out (1 step of a deal, 2 check-ins): write"
        " them down here if you want to keep them.",
    )


def test_two_journals_of_their_own_are_put_together_without_mixing_their_numbers(
    store: SqliteStore, other: SqliteStore
) -> None:
    for journal, name in ((store, "here"), (other, "there")):
        with journal.action("log", NOW, "test"):
            sale = journal.deals.add(replace(deal(f"Renewal {name}"), account=f"Acme {name}"))
            call = replace(activity(account=f"Acme {name}", text=name), deal=sale.id)
            journal.entries.add(replace(call, tags=(name,)))
            journal.follow_ups.add(replace(follow_up(name), account="Both", deal=sale.id))
    brought = brought_in(store, taken_out(other))
    assert (brought.applied.added, brought.applied.unchanged) == (5, 1)
    theirs = store.entries.get(2)
    assert (theirs.text, theirs.account, theirs.tags) == ("there", "Acme there", ("there",))
    assert theirs.deal == 2
    assert store.deals.get(2).name == "Renewal there"
    assert store.follow_ups.get(2).deal == 2
    assert store.entries.get(1).deal == 1
    assert store.undo(NOW, "cli").entries == 3
    assert texts(store) == ["here"]


def test_an_account_is_known_by_any_of_its_names(store: SqliteStore, other: SqliteStore) -> None:
    with store.action("log", NOW, "test"):
        store.entries.add(activity(account="Acme GmbH"))
        store.people.add_contact(Contact(account="Acme GmbH", name="Dana"))
        store.people.merge("acme gmbh", "Acme")
    with other.action("log", NOW, "test"):
        other.entries.add(activity(account="ACME  gmbh", text="there"))
        other.people.add_contact(Contact(account="ACME gmbh", name="Dana"))
        other.people.add_contact(Contact(account="ACME gmbh", name="Robin"))
    brought_in(store, taken_out(other))
    assert store.entries.get(2).account == "Acme"
    assert [contact.name for contact in store.people.contacts("Acme")] == ["Dana", "Robin"]


def test_a_deal_that_both_have_from_the_same_crm_is_one_deal(
    store: SqliteStore, other: SqliteStore
) -> None:
    for journal in (store, other):
        found = Found(
            system="salesforce", external_id="006A", value=deal("Renewal"), file="f", line=2
        )
        with journal.action("import", NOW, "test"):
            journal.imports.apply([found], format="salesforce", files=["f"], at=NOW)
    with other.action("log", NOW, "test"):
        other.entries.add(replace(activity(text="there"), deal=1))
    brought_in(store, taken_out(other))
    assert store.database.rows("SELECT count(*) FROM deal") == [(1,)]
    assert store.entries.get(1).deal == 1


def from_crm(store: SqliteStore, name: str, number: str, seen: str = "salesforce") -> Applied:
    """What a file of the CRM brings, with one deal in it."""
    found = Found(system=seen, external_id=number, value=deal(name), file="f", line=2)
    with store.action("import", NOW, "test"):
        return store.imports.apply([found], format=seen, files=["f"], at=NOW)


def test_a_deal_of_the_crm_that_the_rep_deleted_does_not_come_back_from_the_copy(
    store: SqliteStore, other: SqliteStore
) -> None:
    from_crm(store, "Plant", "006A")
    brought_in(other, taken_out(store))
    with other.action("log", NOW, "test"):
        other.entries.add(replace(activity(text="only in the copy"), deal=1))
        other.deals.change(replace(other.deals.get(1), stage="Proposal"), THURSDAY)
        other.deal_stories.keep_story(DealStory(deal=1, changed="New boss"))
        back = replace(follow_up("come back"), deal=1, kind="revival")
        other.follow_ups.add(back)
        other.follow_ups.add(replace(follow_up("call"), deal=1))
    with store.action("remove", NOW, "test"):
        store.deals.remove(1)
    assert brought_in(store, taken_out(other)).notes == (
        "3 rows were here already, just as the file has them.",
        "4 rows of what was deleted here stay out (1 deal, 1 step of a deal, 1 story of a deal,"
        " 1 follow-up).",
    )
    assert store.deals.listed() == []
    assert texts(store) == ["only in the copy"]
    assert store.entries.get(1).deal is None
    assert [(one.what, one.deal) for one in store.follow_ups.due(THURSDAY)] == [("call", None)]
    # The CRM goes on to name the one that was deleted, and not another one.
    again = from_crm(store, "Plant, won", "006A")
    assert (again.added, again.updated, again.unchanged) == (0, 0, 1)
    store.undo(NOW, "test")
    store.undo(NOW, "test")
    assert from_crm(store, "Plant, won", "006A").updated == 1
    assert [one.name for one in store.deals.listed()] == ["Plant, won"]


def test_settings_days_off_and_the_purpose_of_the_rep_stay(
    store: SqliteStore, other: SqliteStore
) -> None:
    for journal, floor, purpose in ((store, "2", "here"), (other, "3", "there")):
        with journal.action("set", NOW, "test"):
            journal.days.set(Setting("floor", THURSDAY, floor))
            journal.days.set_purpose(purpose, THURSDAY)
            journal.days.take_off(DayOff(THURSDAY, THURSDAY, purpose))
    with other.action("set", NOW, "test"):
        other.days.set(Setting("times", THURSDAY, "good"))
    brought_in(store, taken_out(other))
    assert [(one.key, one.value) for one in store.days.settings()] == [
        ("floor", "2"),
        ("times", "good"),
    ]
    assert store.days.purpose() == "here"
    assert [off.why for off in store.days.off()] == ["here"]


def test_the_reps_plan_stays_the_newest_and_the_other_goal_comes_without_its_own(
    store: SqliteStore,
) -> None:
    out = one_of_everything(lambda: "x")
    brought_in(store, as_json(out))
    theirs = one_of_everything(lambda: "y")
    theirs["accounts"], theirs["account_names"], theirs["contacts"] = [], [], []
    for rows in theirs.values():
        for row in rows:
            row |= {"account": None} if "account" in row else {}
    brought_in(store, as_json(theirs))
    plans = store.plans.versions()
    assert [plan.id for plan in plans] == [1]
    assert [goal.title for goal in store.goals.all()] == ["x", "y"]


def test_a_number_that_was_ever_given_here_is_not_given_again(store: SqliteStore) -> None:
    with store.action("log", NOW, "test"):
        store.entries.add(note("gone"))
    store.undo(NOW, "test")
    brought_in(store, as_json(one_of_everything(lambda: "x")))
    assert [number for (number,) in store.database.rows("SELECT id FROM entry ORDER BY id")] == [
        2,
        3,
    ]
    assert store.database.rows("SELECT entry FROM setback") == [(2,)]
    assert store.database.rows("SELECT activity FROM meeting") == [(3,)]


def test_totals_and_the_search_follow_what_came_in(store: SqliteStore) -> None:
    rows = one_of_everything(lambda: "x")
    call = row_of(next(part for part in PARTS if part.name == "entries"), lambda: "platypus")
    rows["entries"].append(call | {"id": 3, "form": "activity", "kind": "call", "count": 5})
    brought_in(store, as_json(rows))
    assert store.entries.totals(*YEAR) == {"x": 1, "call": 5}
    while store.search.unread():
        store.search.read_on(1_000)
    assert [hit.id for hit in store.search.find(read_query("platypus")).hits] == [3]
    store.undo(NOW, "cli")
    assert store.entries.totals(*YEAR) == {}
