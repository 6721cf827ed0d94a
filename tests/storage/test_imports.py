"""What another program says is taken in once, and never over the rep's own word."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import time, timedelta

import pytest
from builders import NOW, THURSDAY, activity, at, day, deal, follow_up

from journal.activity import Activity
from journal.deal import Deal, Outcome
from journal.errors import NotFound, NothingToUndo
from journal.follow_up import FollowUp, FollowUpState
from journal.money import Money
from journal.transfer.found import Applied, Found
from storage.import_run import chunks
from storage.store import SqliteStore

LATER = at("2024-03-01T08:00")


def found(
    value: Deal | Activity | FollowUp, external_id: str = "006A", line: int = 2, **unknown: str
) -> Found:
    """A row of a Salesforce file."""
    return Found(
        system="salesforce", external_id=external_id, value=value, file="Opportunity.csv", line=line,
        unknown=unknown,
    )  # fmt: skip


def bring(store: SqliteStore, *rows: Found) -> Applied:
    """Import rows as one action."""
    with store.action("import", NOW, "cli"):
        return store.imports.apply(
            iter(rows), format="salesforce", files=["Opportunity.csv"], at=NOW
        )


def tasks(number: int, text: str = "") -> Iterator[Found]:
    """Calls with seven customers, a year's worth of days."""
    for n in range(number):
        on = THURSDAY - timedelta(n % 365)
        call = Activity(
            day=on, kind="call", count=n % 3 + 1, account=f"Customer {n % 7}", text=f"{text}{n}"
        )
        yield found(call, f"00T{n}", n + 2)


def test_new_rows_are_added_and_known_ones_left_alone(store: SqliteStore) -> None:
    sale = replace(deal(), amount=Money(450_000, "USD"), stage="Proposal", opened=THURSDAY)
    first = bring(store, found(sale), found(follow_up(), "00T1"), found(activity(count=2), "00T2"))
    assert first == Applied(batch=1, added=3, updated=0, unchanged=0)
    again = bring(store, found(sale), found(follow_up(), "00T1"), found(activity(count=2), "00T2"))
    assert again == Applied(batch=0, added=0, updated=0, unchanged=3)
    kept = store.deals.get(1)
    assert replace(kept, id=0, uid="", rev=0) == sale
    assert store.follow_ups.get(1).what == "Call Acme"
    assert store.entries.totals(THURSDAY, THURSDAY) == {"call": 2}
    assert len(kept.uid) == 32


def test_an_import_that_brought_nothing_is_no_step_to_undo(store: SqliteStore) -> None:
    bring(store, found(deal()))
    bring(store, found(deal()))
    assert store.undo(NOW, "cli").label == "import"
    with pytest.raises(NothingToUndo):
        store.undo(NOW, "cli")


def test_an_imported_activity_counts_as_written_down_on_its_own_day(store: SqliteStore) -> None:
    bring(store, found(activity(on=day("2023-06-05"), account="Acme"), "00T1"))
    kept = store.entries.get(1)
    assert (kept.logged_day, kept.logged, kept.is_late) == (day("2023-06-05"), NOW, False)


def test_the_words_set_on_an_activity_come_with_it(store: SqliteStore) -> None:
    bring(
        store, found(replace(activity(), tags=("vip", "emea")), "00T1"), found(activity(), "00T2")
    )
    assert (store.entries.get(1).tags, store.entries.get(2).tags) == (("vip", "emea"), ())


def test_only_what_the_file_changed_is_taken(store: SqliteStore) -> None:
    sale = replace(deal(), stage="Discovery", amount=Money(100, "EUR"), next_step="Call")
    bring(store, found(sale))
    with store.action("edit", NOW, "app"):
        store.deals.change(
            replace(store.deals.get(1), next_step="Visit", category="price or value"), THURSDAY
        )
    told = bring(store, found(replace(sale, stage="Proposal")))
    assert (told.updated, told.notes) == (1, ())
    kept = store.deals.get(1)
    assert (kept.stage, kept.next_step, kept.category) == ("Proposal", "Visit", "price or value")


def test_the_reps_own_edit_stays_and_is_noted_once(store: SqliteStore) -> None:
    sale = replace(deal(), amount=Money(100, "EUR"))
    bring(store, found(sale))
    with store.action("edit", NOW, "app"):
        store.deals.change(replace(store.deals.get(1), amount=Money(150, "EUR")), THURSDAY)
    for again, notes in ((1, 1), (2, 0)):
        told = bring(store, found(replace(sale, amount=Money(200, "USD")), line=9))
        assert (again, len(told.notes), told.updated, told.unchanged) == (again, notes, 0, 1)
        if notes:
            assert told.notes[0].startswith("Opportunity.csv, line 9: your own amount was kept")
    assert store.deals.get(1).amount == Money(150, "EUR")


def test_an_account_in_other_letters_is_no_change(store: SqliteStore) -> None:
    bring(store, found(deal(account="Acme")))
    told = bring(store, found(deal(account="ACME ")))
    assert (told.updated, store.deals.get(1).account, told.notes) == (0, "Acme", ())


def test_what_the_rep_deleted_stays_deleted(store: SqliteStore) -> None:
    bring(store, found(activity(), "00T1"))
    with store.action("delete", NOW, "app"):
        store.entries.remove(1)
    told = bring(store, found(activity(count=9), "00T1"))
    assert (told.added, told.updated, told.unchanged) == (0, 0, 1)
    with pytest.raises(NotFound):
        store.entries.get(1)


def test_undoing_an_import_forgets_all_of_it(store: SqliteStore) -> None:
    bring(store, found(deal()), found(follow_up(), "00T1"), found(activity(account="Acme"), "00T2"))
    assert store.undo(NOW, "cli").entries == 3
    assert store.database.rows("SELECT * FROM provenance") == []
    assert store.database.rows("SELECT * FROM batch") == []
    assert store.accounts.known("Acme") is None
    assert bring(store, found(deal())).added == 1
    assert store.deals.get(2).name == "Acme renewal"


def test_undoing_an_update_gives_the_earlier_word_back(store: SqliteStore) -> None:
    bring(store, found(activity(count=2), "00T1"))
    bring(store, found(activity(count=5, on=day("2024-01-31")), "00T1"))
    assert store.entries.totals(day("2024-01-31"), THURSDAY) == {"call": 5}
    assert store.entries.get(1).logged_day == day("2024-01-31")
    assert store.undo(NOW, "cli").entries == 1
    assert store.entries.totals(THURSDAY, THURSDAY) == {"call": 2}
    assert bring(store, found(activity(count=5), "00T1")).updated == 1
    store.undo(NOW, "cli")
    store.redo(NOW, "cli")
    assert store.entries.totals(THURSDAY, THURSDAY) == {"call": 5}


def test_a_close_that_moved_later_counts_as_a_push(store: SqliteStore) -> None:
    sale = replace(deal(), expected_close=day("2024-03-01"))
    bring(store, found(sale))
    for expected, pushes in (("2024-04-01", 1), ("2024-03-15", 1), ("2024-05-01", 2)):
        bring(store, found(replace(sale, expected_close=day(expected))))
        assert store.deals.get(1).pushes == pushes
    events = store.database.rows("SELECT what, before, after FROM deal_event ORDER BY id")
    assert events == [("push", "2024-03-01", "2024-04-01"), ("push", "2024-03-15", "2024-05-01")]


def test_a_deal_the_file_says_was_won_is_won(store: SqliteStore) -> None:
    bring(store, found(deal()))
    bring(store, found(replace(deal(), outcome=Outcome.WON, closed=THURSDAY)))
    assert (store.deals.get(1).outcome, store.deals.get(1).closed) == (Outcome.WON, THURSDAY)
    assert store.database.rows("SELECT what, after FROM deal_event") == [("outcome", "won")]


def test_a_task_that_comes_back_done_is_done_and_counts(store: SqliteStore) -> None:
    bring(store, found(follow_up(), "00T1"))
    told = bring(store, found(activity(account="Acme"), "00T1"))
    assert (told.added, store.follow_ups.get(1).state) == (1, FollowUpState.DONE)
    assert store.follow_ups.get(1).settled == THURSDAY
    assert store.follow_ups.due(THURSDAY) == []
    store.undo(NOW, "cli")
    assert store.follow_ups.get(1).state is FollowUpState.DUE


def test_a_row_that_stands_twice_in_a_file_is_one_row(store: SqliteStore) -> None:
    told = bring(store, found(activity(count=1), "00T1"), found(activity(count=4), "00T1", 3))
    assert (told.added, told.updated) == (1, 1)
    assert store.entries.totals(THURSDAY, THURSDAY) == {"call": 4}


def test_columns_without_a_word_of_ours_are_kept_as_they_are(store: SqliteStore) -> None:
    bring(store, found(deal(), Region="[/] Süd\0"))
    told = bring(store, found(deal(), Region="Nord"))
    assert (told.updated, told.unchanged) == (0, 1)
    assert store.database.rows("SELECT unknown FROM provenance") == [('{"Region":"Nord"}',)]


def test_rows_of_two_systems_never_meet(store: SqliteStore) -> None:
    bring(store, found(deal("One")))
    assert bring(store, replace(found(deal("Two")), system="hubspot")).added == 1


def test_a_fault_in_the_middle_leaves_nothing(store: SqliteStore) -> None:
    def rows() -> Iterator[Found]:
        yield from tasks(1200)
        raise NotFound("The file ended in the middle of a row.")

    with pytest.raises(NotFound), store.action("import", NOW, "cli"):
        store.imports.apply(rows(), format="salesforce", files=["Task.csv"], at=NOW)
    assert store.entries.first_day() is None
    assert store.database.rows("SELECT count(*) FROM provenance") == [(0,)]


def test_a_long_file_goes_in_out_and_in_again_whole(store: SqliteStore) -> None:
    assert bring(store, *tasks(2500)).added == 2500
    totals = store.entries.totals(day("2023-01-01"), THURSDAY)
    assert totals == {"call": 4999}
    assert bring(store, *tasks(2500, "changed ")).updated == 2500
    assert store.entries.get(2500).text == "changed 2499"
    assert [store.undo(LATER, "cli").entries for _ in range(2)] == [2500, 2500]
    assert store.entries.first_day() is None
    assert [store.redo(LATER, "cli").entries for _ in range(2)] == [2500, 2500]
    assert store.entries.totals(day("2023-01-01"), THURSDAY) == totals
    assert store.entries.get(2500).text == "changed 2499"
    assert bring(store, *tasks(2500, "changed ")).unchanged == 2500


def test_a_piece_names_no_row_twice_and_has_an_end() -> None:
    repeated = [found(activity(), key) for key in "abcab"]
    assert [[row.key[1] for row in piece] for piece in chunks(repeated)] == [
        ["a", "b", "c"],
        ["a", "b"],
    ]
    assert [len(piece) for piece in chunks(tasks(1201))] == [500, 500, 201]


def test_a_thousand_conflicts_are_counted_not_listed(store: SqliteStore) -> None:
    bring(store, *tasks(150))
    with store.action("edit", NOW, "app"):
        for entry in store.entries.between(day("2023-01-01"), THURSDAY):
            store.entries.change(replace(entry, text="mine"))
    told = bring(store, *tasks(150, "theirs "))
    assert (len(told.notes), told.notes[-1]) == (101, "50 more of your own edits were kept.")


def test_a_won_deal_keeps_the_last_stage_its_file_named(store: SqliteStore) -> None:
    bring(store, found(replace(deal(), stage="Negotiation")))
    won = replace(deal(), stage=None, outcome=Outcome.WON, closed=THURSDAY)
    assert bring(store, found(won)).updated == 1
    assert (store.deals.get(1).stage, store.deals.get(1).outcome) == ("Negotiation", Outcome.WON)


def test_a_task_stands_with_the_deal_its_file_names(store: SqliteStore) -> None:
    task = replace(found(follow_up(), "00T1"), deal_external_id="006A")
    call = replace(found(activity(), "00T2"), deal_external_id="006B")
    bring(store, found(deal()), task, call)
    assert store.follow_ups.get(1).deal == 1
    assert store.entries.get(1).deal is None
    again = bring(store, found(deal()), task, call)
    assert (again.added, again.updated) == (0, 0)


def test_a_time_that_is_read_since_comes_in_once_and_never_over_the_reps_own(
    store: SqliteStore,
) -> None:
    called, mailed = activity(text="called"), activity("email", text="mailed")
    bring(store, found(called, "00T1"), found(mailed, "00T2"))
    with store.action("a change", NOW, "cli"):
        store.entries.change(replace(store.entries.get(2), time=time(8, 15)))
    rows = [found(replace(one, time=time(10)), f"00T{n}") for n, one in ((1, called), (2, mailed))]
    again = bring(store, *rows)
    assert (again.added, again.updated, again.unchanged) == (0, 1, 1)
    assert [store.entries.get(n).time for n in (1, 2)] == [time(10), time(8, 15)]
    assert bring(store, *rows) == Applied(batch=0, added=0, updated=0, unchanged=2)
