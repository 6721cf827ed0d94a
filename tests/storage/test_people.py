"""Who is at an account and what waits there; two accounts that are one become one, and apart again."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from builders import NOW, THURSDAY, activity, day, deal, follow_up, note

from journal.deal import Deal, Outcome
from journal.deal_story import Contact
from journal.entry import Entry
from journal.errors import ChangedElsewhere, NotFound
from journal.follow_up import FollowUpState
from journal.transfer.found import Found
from storage.store import SqliteStore

TOMORROW = THURSDAY + timedelta(1)
LONG = "[/]\0" + "é" * 99_996


def met(store: SqliteStore, contact: Contact) -> Contact:
    """The contact as the journal gives it back when it is saved."""
    with store.action("contact", NOW, "test"):
        return store.people.add_contact(contact)


def merged(store: SqliteStore, from_name: str, into: str) -> None:
    """Merge two accounts as one action."""
    with store.action(f"{from_name} is {into}", NOW, "test"):
        store.people.merge(from_name, into)


def imported(store: SqliteStore, *values: Deal) -> list[str]:
    """Import deals under the numbers of their places; returns what the rep is told."""
    found = [
        Found(system="t", external_id=str(place), value=value, file="f", line=place)
        for place, value in enumerate(values)
    ]
    with store.action("import", NOW, "test"):
        return list(store.imports.apply(found, format="table", files=["f"], at=NOW).notes)


def filled(store: SqliteStore, *names: str) -> None:
    """Have an entry, a deal, a follow-up and a contact at each of these accounts."""
    with store.action("fill", NOW, "test"):
        for name in names:
            store.entries.add(activity(account=name))
            store.deals.add(deal(f"{name}'s", name))
            store.follow_ups.add(replace(follow_up(), account=name))
            store.people.add_contact(Contact(account=name, name=f"Ada of {name}"))


def at(store: SqliteStore, name: str) -> tuple[int, int, int, int]:
    """How many entries, deals, follow-ups and contacts an account has."""
    people = store.people
    return (
        len(store.entries.at_account(name)),
        len(people.deals_of(name)),
        len(people.follow_ups_of(name)),
        len(people.contacts(name)),
    )


def test_a_contact_comes_back_whole_is_changed_and_goes(store: SqliteStore) -> None:
    new = met(store, Contact(account=" Acme ", name=LONG, role=LONG, advocate=True))
    assert new == Contact(account="Acme", name=LONG, role=LONG, advocate=True, id=1, rev=1)
    bo = met(store, Contact(account="acme", name="Bo"))
    assert store.people.contacts("ACME") == [new, bo]
    with store.action("change", NOW, "test"):
        moved = store.people.change_contact(replace(bo, account="Hooli", role="CFO"))
    assert moved == replace(bo, account="Hooli", role="CFO", rev=2)
    with store.action("gone", NOW, "test"):
        store.people.remove_contact(new.id)
    assert (store.people.contacts("Acme"), store.people.contacts("Hooli")) == ([], [moved])


def test_a_stale_or_missing_contact_is_said(store: SqliteStore) -> None:
    bo = met(store, Contact(account="Acme", name="Bo"))
    for save, error in (
        (lambda: store.people.change_contact(replace(bo, rev=9)), ChangedElsewhere),
        (lambda: store.people.change_contact(replace(bo, id=7)), NotFound),
        (lambda: store.people.remove_contact(2**63), NotFound),
        (lambda: store.people.add_contact(Contact(account=" ", name="Bo")), NotFound),
        (lambda: store.people.set_contract_end("", THURSDAY), NotFound),
        (lambda: store.people.merge(" ", "Acme"), NotFound),
        (lambda: store.people.merge("Acme", " "), NotFound),
    ):
        with pytest.raises(error), store.action("x", NOW, "test"):
            save()


def test_the_end_of_a_contract_is_kept_and_let_go(store: SqliteStore) -> None:
    for end in (THURSDAY, day("1999-12-31"), None):
        with store.action("end", NOW, "test"):
            store.people.set_contract_end("Acme", end)
        assert store.people.contract_end("ACME") == end
    assert store.people.contract_end("nobody") is None
    assert store.accounts.known("nobody") is None


def test_open_deals_of_an_account_come_first_then_the_newest(store: SqliteStore) -> None:
    closed = (None, THURSDAY, None, TOMORROW, None)
    with store.action("deals", NOW, "test"):
        for on in closed:
            outcome = Outcome.LOST if on else Outcome.OPEN
            store.deals.add(replace(deal(), outcome=outcome, closed=on))
        store.deals.add(replace(deal(), outcome=Outcome.WON))
        store.deals.add(deal(account="Hooli"))
    assert [each.id for each in store.people.deals_of("acme")] == [5, 3, 1, 4, 2, 6]
    assert [each.id for each in store.people.deals_of("acme", limit=4)] == [5, 3, 1, 4]
    assert [each.id for each in store.people.deals_of("acme", limit=2)] == [5, 3]
    assert store.people.deals_of("nobody") == []


def test_what_waits_at_an_account_comes_soonest_first(store: SqliteStore) -> None:
    days: tuple[date | None, ...] = (None, TOMORROW, THURSDAY, TOMORROW)
    with store.action("add", NOW, "test"):
        for due in days:
            store.follow_ups.add(follow_up(due=due))
        store.follow_ups.add(replace(follow_up(), state=FollowUpState.DONE))
        store.follow_ups.add(replace(follow_up(), account=None))
    assert [each.id for each in store.people.follow_ups_of("ACME")] == [3, 2, 4, 1]
    assert [each.id for each in store.people.follow_ups_of("Acme", limit=2)] == [3, 2]


def test_the_entries_of_an_account_and_of_a_deal_come_newest_first(store: SqliteStore) -> None:
    entries: tuple[Entry, ...] = (
        activity(account="Acme", on=TOMORROW), note(account="Acme"), activity(account="Acme"), activity(),
    )  # fmt: skip
    with store.action("log", NOW, "test"):
        store.deals.add(deal())
        for entry in entries:
            store.entries.add(replace(entry, deal=1 if entry.account else None))
    for read in (
        lambda before, limit: store.entries.at_account("acme", before, limit),
        lambda before, limit: store.entries.of_deal(1, before, limit),
    ):
        assert [each.id for each in read(None, 100)] == [1, 3, 2]
        first = read(None, 2)
        assert [each.id for each in read((first[-1].day, first[-1].id), 2)] == [2]
    assert store.entries.at_account("nobody") == []


def test_merged_accounts_are_one_by_either_name_and_undo_takes_them_apart(
    store: SqliteStore,
) -> None:
    filled(store, "Acme", "ACME Inc.")
    merged(store, "acme  inc.", "ACME")
    for name in ("Acme", "ACME Inc.", " acme inc. "):
        assert at(store, name) == (2, 2, 2, 2)
        assert store.accounts.known(name) == "Acme"
    assert [each.account for each in store.people.deals_of("Acme")] == ["Acme", "Acme"]
    assert store.accounts.other_names("Acme") == ["ACME Inc."]
    filled(store, "ACME inc.")
    assert at(store, "Acme") == (3, 3, 3, 3)
    store.undo(NOW, "test")
    assert store.undo(NOW, "test").label == "acme  inc. is ACME"
    assert [at(store, name) for name in ("Acme", "ACME Inc.")] == [(1, 1, 1, 1)] * 2
    assert [store.accounts.known(name) for name in ("acme", "acme inc.")] == ["Acme", "ACME Inc."]
    store.redo(NOW, "test")
    assert at(store, "ACME Inc.") == (2, 2, 2, 2)
    assert store.database.rows("PRAGMA foreign_key_check") == []


def test_names_are_handed_on_when_merged_accounts_are_merged_again(store: SqliteStore) -> None:
    filled(store, "A", "B", "C")
    merged(store, "A", "B")
    merged(store, "B", "C")
    assert (at(store, "a"), store.accounts.known("A")) == ((3, 3, 3, 3), "C")
    assert store.accounts.other_names("c") == ["A", "B"]
    for again in (("A", "C"), ("C", "A"), ("b", "a"), ("C", "c")):
        merged(store, *again)
    assert store.accounts.other_names("C") == ["A", "B"]
    assert store.undo(NOW, "test").label == "B is C"
    assert (at(store, "A"), at(store, "C")) == ((2, 2, 2, 2), (1, 1, 1, 1))


def test_a_name_nobody_used_yet_becomes_another_name(store: SqliteStore) -> None:
    merged(store, "The big A", "Acme")
    filled(store, "the BIG a")
    assert (at(store, "Acme"), store.accounts.known("the big a")) == ((1, 1, 1, 1), "Acme")
    assert store.accounts.starting("the") == ["Acme"]
    assert store.accounts.starting("") == ["Acme"]


def test_the_end_of_a_contract_is_taken_over_where_none_is_known(store: SqliteStore) -> None:
    with store.action("ends", NOW, "test"):
        for name, end in (("A", THURSDAY), ("B", None), ("C", TOMORROW)):
            store.people.set_contract_end(name, end)
    merged(store, "A", "B")
    assert store.people.contract_end("B") == THURSDAY
    merged(store, "C", "B")
    assert store.people.contract_end("C") == THURSDAY


def test_thousands_of_rows_move_in_one_action(store: SqliteStore) -> None:
    with store.action("log", NOW, "test"):
        for n in range(2_300):
            store.entries.add(activity(account="ACME Inc.", text=str(n)))
    merged(store, "ACME Inc.", "Acme")
    counted = store.database.rows("SELECT account.name, count(*) FROM entry JOIN account "
                                  "ON account.id = entry.account GROUP BY account.name")  # fmt: skip
    assert counted == [("Acme", 2_300)]
    assert store.undo(NOW, "test").entries == 2_300
    assert len(store.entries.at_account("ACME Inc.", limit=5_000)) == 2_300
    assert store.entries.at_account("Acme") == []


def test_an_import_after_the_merge_lands_at_the_account_it_became(store: SqliteStore) -> None:
    first = deal("Renewal", "ACME Inc.")
    imported(store, first)
    merged(store, "ACME Inc.", "Acme")
    assert imported(store, replace(first, stage="Proposal"), deal("New", "acme inc.")) == []
    assert [(each.name, each.stage) for each in store.people.deals_of("Acme")] == [
        ("New", None),
        ("Renewal", "Proposal"),
    ]
    assert [name for (name,) in store.database.rows("SELECT name FROM account")] == ["Acme"]


def test_a_file_may_move_a_deal_of_a_merged_account_which_is_no_edit_of_the_reps(
    store: SqliteStore,
) -> None:
    imported(store, deal("Renewal", "ACME Inc."))
    merged(store, "ACME Inc.", "Acme")
    assert imported(store, deal("Renewal", "Hooli")) == []
    assert store.deals.get(1).account == "Hooli"


def test_an_account_the_rep_set_stays_and_its_other_name_is_no_conflict(store: SqliteStore) -> None:
    imported(store, deal("Renewal", "Globex"))
    merged(store, "ACME Inc.", "Acme")
    with store.action("edit", NOW, "test"):
        store.deals.change(replace(store.deals.get(1), account="Acme"), THURSDAY)
    assert imported(store, deal("Renewal", "ACME Inc.")) == []
    assert store.deals.get(1).account == "Acme"
