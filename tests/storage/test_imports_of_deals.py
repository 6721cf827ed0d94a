"""The steps a deal took come in with it once, and an activity finds the deal it is about."""

from __future__ import annotations

from dataclasses import replace

from builders import NOW, THURSDAY, activity, day, deal, follow_up

from journal.activity import Activity
from journal.deal import Deal, Outcome
from journal.follow_up import FollowUp
from journal.transfer.found import Applied, Found, Move
from storage.store import SqliteStore

MOVES = (
    Move(day("2023-09-01"), "stage", None, "Discovery"),
    Move(day("2023-11-24"), "stage", "Discovery", "Proposal"),
)
WON = Move(day("2024-01-20"), "outcome", "open", "won")


def found(value: Deal | Activity | FollowUp, external_id: str, *moves: Move) -> Found:
    return Found(
        system="hubspot",
        external_id=external_id,
        value=value,
        file="deals.csv",
        line=2,
        moves=moves,
    )


def bring(store: SqliteStore, *rows: Found) -> Applied:
    with store.action("import", NOW, "cli"):
        return store.imports.apply(iter(rows), format="hubspot", files=["deals.csv"], at=NOW)


def steps(store: SqliteStore, number: int = 1) -> list[tuple[str, str, str | None, str | None]]:
    events = store.deal_stories.events([number]).get(number, ())
    return [(str(event.day), event.what, event.before, event.after) for event in events]


def test_the_steps_of_a_deal_come_in_on_their_own_days(store: SqliteStore) -> None:
    bring(store, found(replace(deal(), stage="Proposal"), "17", *MOVES))
    assert steps(store) == [
        ("2023-09-01", "stage", None, "Discovery"),
        ("2023-11-24", "stage", "Discovery", "Proposal"),
    ]
    assert store.undo(NOW, "cli").label == "import"
    assert steps(store) == []


def test_a_step_that_is_known_is_not_kept_twice(store: SqliteStore) -> None:
    bring(store, found(replace(deal(), stage="Proposal"), "17", *MOVES))
    again = bring(store, found(replace(deal(), stage="Proposal"), "17", *MOVES))
    assert (again.updated, again.unchanged, len(steps(store))) == (0, 1, 2)
    won = replace(deal(), stage="Proposal", outcome=Outcome.WON, closed=day("2024-01-20"))
    assert bring(store, found(won, "17", *MOVES, WON)).updated == 1
    assert steps(store)[2:] == [("2024-01-20", "outcome", "open", "won")]


def test_steps_that_a_later_report_tells_are_added_to_a_deal_that_is_there(
    store: SqliteStore,
) -> None:
    bring(store, found(replace(deal(), stage="Proposal"), "17"))
    again = bring(store, found(replace(deal(), stage="Proposal"), "17", *MOVES))
    assert (again.unchanged, len(steps(store))) == (1, 2)


def test_a_deal_that_the_rep_deleted_gets_no_steps(store: SqliteStore) -> None:
    bring(store, found(deal(), "17"))
    with store.action("delete", NOW, "app"):
        store.deals.remove(1)
    assert bring(store, found(deal(), "17", *MOVES)).unchanged == 1
    assert steps(store) == []


def test_an_activity_finds_its_deal_by_account_and_name(store: SqliteStore) -> None:
    about = replace(found(activity(account="Acme"), "a1"), deal_name="Renewal")
    other = replace(found(activity(account="Globex"), "a2"), deal_name="Renewal")
    task = replace(found(follow_up(), "a3"), deal_name="Renewal")
    bring(store, found(deal("Renewal", account="Acme"), "17"), about, other, task)
    assert [store.entries.get(number).deal for number in (1, 2)] == [1, None]
    assert store.follow_ups.get(1).deal == 1


def test_of_two_deals_with_one_name_neither_is_guessed(store: SqliteStore) -> None:
    about = replace(found(activity(on=THURSDAY, account="Acme"), "a1"), deal_name="Renewal")
    bring(store, found(deal("Renewal"), "17"), found(deal("Renewal"), "18"), about)
    assert store.entries.get(1).deal is None


def test_a_column_is_kept_whatever_signs_its_name_and_its_cells_hold(store: SqliteStore) -> None:
    said = {'Chance (%s) of "100%"': "50%", "Größe": 'a "big" one\n%s'}
    row = replace(found(deal(), "17"), unknown=said)
    assert bring(store, row).added == 1
    ((kept,),) = store.database.rows("SELECT unknown FROM provenance")
    assert kept == ('{"Chance (%s) of \\"100%\\"":"50%","Größe":"a \\"big\\" one\\n%s"}')
    assert bring(store, row).unchanged == 1
