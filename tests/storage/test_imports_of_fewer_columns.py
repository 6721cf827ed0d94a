"""What a file has no column for stays as another file told it, in the row and in what is kept of it."""

from __future__ import annotations

from dataclasses import replace

from builders import NOW, activity, day, deal, follow_up

from journal.activity import Activity
from journal.deal import Deal, Outcome
from journal.follow_up import FollowUp, FollowUpState
from journal.money import Money
from journal.transfer.found import Applied, Found
from storage.store import SqliteStore

FULL = replace(
    deal(), amount=Money(100_000, "USD"), stage="Negotiation", expected_close=day("2024-12-01"),
    next_step="Call Bob",
)  # fmt: skip
BARE = Deal(account=None, name="Acme renewal", stage="Negotiation")
UNTOLD = frozenset(
    {"account", "amount", "currency", "opened", "expected_close", "closed", "next_step", "category"}
)


def found(
    value: Deal | Activity | FollowUp,
    silent: frozenset[str] = frozenset(),
    external_id: str = "0061",
    system: str = "salesforce",
    **unknown: str,
) -> Found:
    return Found(
        system=system, external_id=external_id, value=value, file="a.csv", line=2, silent=silent,
        unknown=unknown, titles=frozenset({"Stage", *unknown}),
    )  # fmt: skip


def bring(store: SqliteStore, *rows: Found) -> Applied:
    with store.action("import", NOW, "cli"):
        return store.imports.apply(iter(rows), format="salesforce", files=["a.csv"], at=NOW)


def changed(told: Applied) -> tuple[int, int, int]:
    return told.added, told.updated, told.unchanged


def test_a_file_with_fewer_columns_changes_nothing_else(store: SqliteStore) -> None:
    bring(store, found(FULL, Competitor="Hooli"))
    assert changed(bring(store, found(BARE, UNTOLD))) == (0, 0, 1)
    assert changed(bring(store, found(replace(BARE, stage="Proposal"), UNTOLD))) == (0, 1, 0)
    assert replace(store.deals.get(1), id=0, uid="", rev=0) == replace(FULL, stage="Proposal")
    (kept,) = store.database.rows("SELECT seen ->> 'amount', unknown FROM provenance")
    assert kept == (100_000, '{"Competitor":"Hooli"}')
    assert changed(bring(store, found(replace(FULL, stage="Proposal"), Competitor="Hooli"))) == (
        *(0, 0, 1),
    )


def test_an_own_amount_is_not_held_against_a_file_without_one(store: SqliteStore) -> None:
    bring(store, found(FULL))
    with store.action("edit", NOW, "app"):
        mine = replace(store.deals.get(1), amount=Money(150_000, "USD"))
        store.deals.change(mine, day("2024-02-01"))
    told = bring(store, found(replace(BARE, stage="Proposal"), UNTOLD))
    assert (told.updated, told.notes) == (1, ())
    assert store.deals.get(1).amount == Money(150_000, "USD")


def test_an_empty_cell_empties_its_field(store: SqliteStore) -> None:
    bring(store, found(FULL))
    bring(store, found(replace(FULL, next_step=None, amount=None)))
    assert (store.deals.get(1).next_step, store.deals.get(1).amount) == (None, None)


def test_a_deal_is_won_and_opened_again_by_files_without_days(store: SqliteStore) -> None:
    bring(store, found(FULL))
    bring(store, found(replace(BARE, stage=None, outcome=Outcome.WON), UNTOLD))
    won = store.deals.get(1)
    assert (won.outcome, won.closed, won.amount) == (Outcome.WON, None, Money(100_000, "USD"))
    bring(store, found(replace(BARE, stage="Proposal"), UNTOLD))
    again = store.deals.get(1)
    assert (again.outcome, again.stage, again.closed) == (Outcome.OPEN, "Proposal", None)
    assert again.expected_close == day("2024-12-01")


def test_a_deal_won_on_a_day_that_opens_again_has_no_day_of_its_end(store: SqliteStore) -> None:
    bring(store, found(replace(FULL, outcome=Outcome.WON, closed=day("2024-01-20"))))
    bring(store, found(BARE, UNTOLD))
    kept = store.deals.get(1)
    assert (kept.outcome, kept.closed) == (Outcome.OPEN, None)


def test_a_call_and_a_task_keep_what_a_shorter_list_leaves_out(store: SqliteStore) -> None:
    call = replace(activity(account="Acme"), minutes=5, text="Call\nlong talk")
    task = replace(follow_up(), account="Acme", reason="prepare slides")
    bring(store, found(call, external_id="T1"), found(task, external_id="T2"))
    silent = frozenset({"account", "minutes", "notes", "reason"})
    told = bring(
        store,
        found(replace(call, account=None, minutes=None, text="Call"), silent, "T1"),
        found(replace(task, account=None, reason=None), silent, "T2"),
    )
    assert changed(told) == (0, 0, 2)
    kept, waits = store.entries.get(1), store.follow_ups.get(1)
    assert (kept.text, waits.account, waits.reason) == ("Call\nlong talk", "Acme", "prepare slides")


def test_a_row_with_an_id_is_one_under_each_name_of_its_program(store: SqliteStore) -> None:
    bring(store, found(FULL, system="table"))
    more = replace(FULL, next_step="Visit")
    assert changed(bring(store, found(more, system="salesforce"))) == (0, 1, 0)
    assert changed(bring(store, found(more, system="table"))) == (0, 0, 1)
    assert store.database.rows("SELECT system, row FROM provenance") == [("table", 1)]


def test_a_table_finds_what_a_program_told_of_before(store: SqliteStore) -> None:
    bring(store, found(FULL, system="hubspot"))
    assert changed(bring(store, found(FULL, system="table"))) == (0, 0, 1)


def test_two_names_of_a_program_in_one_import_are_one_row(store: SqliteStore) -> None:
    assert changed(bring(store, found(FULL, system="table"), found(FULL))) == (1, 0, 1)


def test_a_short_number_of_another_list_is_another_deal(store: SqliteStore) -> None:
    bring(store, found(FULL, external_id="1", system="pipedrive"))
    other = replace(deal(account="Globex"), name="Pilot")
    assert changed(bring(store, found(other, external_id="1", system="table"))) == (1, 0, 0)


def test_a_short_number_with_one_thing_in_common_is_not_the_same_deal(store: SqliteStore) -> None:
    bring(store, found(FULL, external_id="7", system="table"))
    other = replace(FULL, name="Expansion")
    assert changed(bring(store, found(other, external_id="7", system="pipedrive"))) == (1, 0, 0)
    assert store.deals.get(1).name == "Acme renewal"


def test_a_short_number_is_no_deal_that_only_its_account_names(store: SqliteStore) -> None:
    bring(store, found(replace(FULL, name="Acme"), external_id="7", system="table"))
    told = bring(store, found(BARE, frozenset({"name"}), "7", "pipedrive"))
    assert changed(told) == (1, 0, 0)


def test_a_visit_of_the_same_day_is_not_overwritten_by_a_short_number(store: SqliteStore) -> None:
    visit = replace(activity(account="Acme"), kind="visit", text="Site visit")
    bring(store, found(visit, external_id="7", system="table"))
    call = replace(activity(account="Acme"), text="Intro call")
    assert changed(bring(store, found(call, external_id="7", system="pipedrive"))) == (1, 0, 0)
    assert [store.entries.get(n).text for n in (1, 2)] == ["Site visit", "Intro call"]
    again = bring(store, found(replace(visit, minutes=30), external_id="7", system="hubspot"))
    assert changed(again) == (0, 1, 0)


def test_a_call_finds_its_deal_under_the_other_name_of_its_program(store: SqliteStore) -> None:
    bring(store, found(FULL, external_id="006000000000009AAA", system="table"))
    call = found(activity(account="Acme"), external_id="T1")
    call.deal_external_id = "006000000000009AAA"
    bring(store, call)
    assert store.entries.get(1).deal == 1


def test_a_call_stands_with_no_deal_of_another_program_by_a_short_number(
    store: SqliteStore,
) -> None:
    bring(store, found(FULL, external_id="7", system="table"))
    call = found(activity(account="Initech"), external_id="512", system="pipedrive")
    call.deal_external_id = "7"
    bring(store, call)
    assert store.entries.get(1).deal is None


def test_a_task_of_a_table_is_done_by_its_program(store: SqliteStore) -> None:
    bring(store, found(follow_up(), external_id="00T000000000002AAA", system="table"))
    bring(store, found(activity(account="Acme"), external_id="00T000000000002AAA"))
    assert store.follow_ups.get(1).state.value == "done"


def test_a_task_is_not_done_by_a_short_number_of_another_program(store: SqliteStore) -> None:
    bring(store, found(replace(follow_up(), account="Acme"), external_id="7", system="table"))
    bring(store, found(activity(account="Acme"), external_id="7", system="pipedrive"))
    assert store.follow_ups.get(1).state.value == "due"


def test_a_list_of_subjects_takes_no_notes_away(store: SqliteStore) -> None:
    notes = replace(activity(account="Acme"), text="Bob is the buyer")
    bring(store, found(notes, frozenset({"subject"}), "T1"))
    subject = found(replace(notes, text="Second call"), frozenset({"notes"}), "T1")
    assert changed(bring(store, subject)) == (0, 1, 0)
    assert store.entries.get(1).text == "Second call\nBob is the buyer"
    assert changed(bring(store, subject)) == (0, 0, 1)
    assert changed(bring(store, found(notes, frozenset({"subject"}), "T1"))) == (0, 0, 1)


def unsaid(task: FollowUp, external_id: str) -> Found:
    """What its day alone tells to be done, and what it is if it is not."""
    deed = found(activity(on=day("2024-01-30"), account="Acme"), frozenset({"state"}), external_id)
    waits = found(replace(task, account="Acme"), frozenset({"state"}), external_id)
    deed.to_do = lambda _: waits
    return deed


def test_a_late_task_and_one_called_off_are_no_deeds_of_a_list_without_a_status(
    store: SqliteStore,
) -> None:
    late = replace(follow_up(), account="Acme", due=day("2024-01-30"))
    off = replace(late, state=FollowUpState.CLOSED, due=day("2024-03-01"))
    bring(store, found(late, external_id="T1"), found(off, external_id="T2"))
    silent = (unsaid(late, "T1"), unsaid(replace(off, state=FollowUpState.DUE), "T2"))
    assert changed(bring(store, *silent)) == (0, 0, 2)
    assert [store.follow_ups.get(n).state.value for n in (1, 2)] == ["due", "closed"]
    assert store.database.rows("SELECT count(*) FROM entry") == [(0,)]


def test_what_was_to_come_is_done_when_its_day_has_come(store: SqliteStore) -> None:
    to_come = replace(follow_up(), account="Acme", due=day("2024-03-01"))
    bring(store, found(to_come, external_id="T1"))
    assert changed(bring(store, unsaid(to_come, "T1"))) == (1, 0, 0)
    assert store.follow_ups.get(1).state.value == "done"


def test_a_status_kept_beside_a_task_lets_it_wait_past_its_day(store: SqliteStore) -> None:
    to_come = replace(follow_up(), account="Acme", due=day("2024-03-01"))
    bring(store, found(to_come, external_id="T1", Status="Not Started"))
    assert changed(bring(store, unsaid(to_come, "T1"))) == (0, 0, 1)
    assert store.follow_ups.get(1).state.value == "due"


def test_what_is_done_already_is_not_to_do_in_a_list_without_a_status(store: SqliteStore) -> None:
    bring(store, found(activity(account="Acme"), external_id="T1"))
    task = found(replace(follow_up(), account="Acme"), frozenset({"state"}), "T1")
    assert changed(bring(store, task)) == (0, 0, 1)
    assert store.database.rows("SELECT count(*) FROM follow_up") == [(0,)]
