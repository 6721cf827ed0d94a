"""What a CRM lacks is told by what its imports showed, and never by what was merely taken out."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from builders import NOW, THURSDAY, activity, at, day, deal, follow_up, note, setback

from journal import crm_debt
from journal.activity import Activity
from journal.deal import Deal
from journal.entry import Entry
from journal.follow_up import FollowUpState
from journal.logbook import Logbook
from journal.transfer.found import Found
from storage.store import SqliteStore


def book(store: SqliteStore) -> Logbook:
    return Logbook(store, lambda: NOW)


def from_salesforce(store: SqliteStore, value: Deal | Activity, external_id: str) -> None:
    found = Found(
        system="salesforce",
        external_id=external_id,
        value=value,
        file="Task.csv",
        line=2,
    )
    with store.action("import", NOW, "cli"):
        store.imports.apply([found], format="salesforce", files=["Task.csv"], at=NOW)


def owed(store: SqliteStore, system: str = "salesforce", since: date | None = None) -> list[str]:
    return [one.activity.text for one in crm_debt.oldest_first(book(store), system, since)]


def wrote(store: SqliteStore, *entries: Entry) -> None:
    with store.action("log", NOW, "cli"):
        for entry in entries:
            store.entries.add(entry)


def test_what_the_rep_wrote_down_is_owed_and_what_an_import_brought_is_not(
    store: SqliteStore,
) -> None:
    from_salesforce(store, activity(text="seen there"), "00T1")
    wrote(store, activity(text="first", on=day("2024-01-30")), activity(text="second"))
    wrote(store, note("a thought"), setback("a blow"))
    assert owed(store) == ["first", "second"]
    assert owed(store, since=day("2024-01-31")) == ["second"]
    assert crm_debt.count(book(store), "salesforce") == 2
    assert crm_debt.count(book(store), "salesforce", day("2024-01-31")) == 1


def test_an_activity_that_the_crm_shows_is_owed_to_it_no_more(store: SqliteStore) -> None:
    wrote(store, activity(text="one"), activity(text="two"))
    with store.action("import", NOW, "cli"):
        link = "INSERT INTO batch (action, format, files, utc, zone, offset) VALUES (1, '', '', '', '', 0)"
        store.database.run(link)
        store.database.run(
            "INSERT INTO provenance (system, object, external_id, row, batch, seen, unknown)"
            " VALUES ('salesforce', 'entry', '00T9', 1, 1, '{}', '{}')"
        )
    assert owed(store) == ["two"]
    assert owed(store, "hubspot") == ["one", "two"]


def test_the_list_is_read_a_page_at_a_time_in_both_directions(store: SqliteStore) -> None:
    days = [day("2024-01-30"), THURSDAY, day("2024-01-30"), day("2024-01-31")]
    wrote(store, *(activity(text=str(n), on=on) for n, on in enumerate(days)))
    first = store.crm_debt.owed("salesforce", date.min, limit=3)
    assert [one.activity.text for one in first] == ["0", "2", "3"]
    last = first[-1].activity
    (rest,) = store.crm_debt.owed("salesforce", date.min, after=(last.day, last.id))
    assert rest.activity.text == "1"
    newest = crm_debt.newest(book(store), "salesforce", limit=2)
    assert [one.activity.text for one in newest] == ["1", "3"]
    before = (newest[-1].activity.day, newest[-1].activity.id)
    older = crm_debt.newest(book(store), "salesforce", before)
    assert [one.activity.text for one in older] == ["2", "0"]


def test_what_is_owed_names_its_deal_as_the_crm_knows_it(store: SqliteStore) -> None:
    from_salesforce(store, deal("Renewal"), "006A")
    wrote(store, replace(activity(text="spoke", account="Acme", outcome="reached"), deal=1))
    (one,) = crm_debt.newest(book(store), "salesforce")
    assert (one.deal_name, one.deal_external_id) == ("Renewal", "006A")
    assert crm_debt.in_words(one) == "2024-02-01 · 1 call · Acme · Renewal · reached · spoke"
    (elsewhere,) = crm_debt.newest(book(store), "pipedrive")
    assert (elsewhere.deal_name, elsewhere.deal_external_id) == ("Renewal", None)


def test_the_crm_is_the_one_of_the_last_import(store: SqliteStore) -> None:
    assert crm_debt.crm_of(book(store)) is None
    from_salesforce(store, deal(), "006A")
    assert crm_debt.crm_of(book(store)) == "salesforce"
    store.undo(NOW, "cli")
    assert crm_debt.crm_of(book(store)) is None


def test_every_follow_up_can_be_taken_out_and_tells_when_it_was_last_saved(
    store: SqliteStore,
) -> None:
    with store.action("add", NOW, "cli"):
        for what in ("one", "two", "three"):
            store.follow_ups.add(follow_up(what))
    with store.action("done", at("2024-02-02T10:00"), "cli"):
        done = replace(store.follow_ups.get(2), state=FollowUpState.DONE, settled=THURSDAY)
        store.follow_ups.change(done)
    page = store.calendar_rows.follow_ups(limit=2)
    assert [(one.what, one.state.value) for one in page] == [("one", "due"), ("two", "done")]
    assert [one.what for one in store.calendar_rows.follow_ups(after=2)] == ["three"]
    first, later = datetime(2024, 2, 1, 8, 30, tzinfo=UTC), datetime(2024, 2, 2, 9, 0, tzinfo=UTC)
    assert store.calendar_rows.saved("follow_up") == {1: first, 2: later, 3: first}
