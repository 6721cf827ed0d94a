"""Deals, follow-ups, and what holds from a day on come back as they were said."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from builders import NOW, THURSDAY, day, deal, follow_up

from journal.calendar import DayOff
from journal.deal import Deal, Outcome
from journal.errors import NotFound
from journal.follow_up import FollowUp, FollowUpState
from journal.money import Money
from journal.settings import Setting
from storage.store import SqliteStore, open_store

YESTERDAY = THURSDAY - timedelta(1)


def added(store: SqliteStore, value: Deal | FollowUp) -> int:
    """Save a deal or a follow-up; returns its number."""
    with store.action("add", NOW, "test"):
        if isinstance(value, Deal):
            return store.deals.add(value).id
        return store.follow_ups.add(value).id


def test_a_deal_comes_back_with_all_that_was_said_of_it(store: SqliteStore) -> None:
    full = Deal(
        account="Acme", name="[/]\0", amount=Money(10**15, "JPY"), stage="Vision match", outcome=Outcome.LOST,
        opened=day("2023-01-01"), stage1_on=day("2023-01-02"), qualified_on=day("2023-01-03"),
        expected_close=day("2023-01-04"), closed=day("2023-01-05"), pushes=3, category="timing",
        next_step="x",
    )  # fmt: skip
    for number, value in enumerate((full, Deal(account=None, name="")), 1):
        kept = store.deals.get(added(store, value))
        assert kept == replace(value, id=number, rev=1, uid=kept.uid)


def test_deals_are_listed_page_by_page_and_by_outcome(store: SqliteStore) -> None:
    outcomes = [Outcome.OPEN, Outcome.WON, Outcome.OPEN, Outcome.NO_DECISION, Outcome.WON]
    for outcome in outcomes:
        added(store, replace(deal(), outcome=outcome))
    assert [each.id for each in store.deals.listed()] == [1, 2, 3, 4, 5]
    assert [each.id for each in store.deals.listed(after=2, limit=2)] == [3, 4]
    assert [each.id for each in store.deals.listed(Outcome.WON)] == [2, 5]
    assert [each.id for each in store.deals.listed(Outcome.WON, after=2)] == [5]


def test_the_plan_counts_with_open_deals_and_those_closed_lately(store: SqliteStore) -> None:
    for closed in (None, YESTERDAY, THURSDAY):
        outcome = Outcome.WON if closed else Outcome.OPEN
        added(store, replace(deal(), outcome=outcome, closed=closed))
    assert [each.id for each in store.deals.touched_since(THURSDAY)] == [1, 3]
    assert [each.id for each in store.deals.touched_since(YESTERDAY)] == [1, 2, 3]
    assert [each.id for each in store.deals.touched_since(YESTERDAY, limit=1)] == [1]


def test_each_step_of_a_deal_is_kept_with_its_day(store: SqliteStore) -> None:
    number = added(store, replace(deal(), expected_close=THURSDAY, stage="Discovery"))
    for change in (
        {"expected_close": day("2024-03-01")},
        {"expected_close": day("2024-02-20")},
        {"stage": "Proposal", "outcome": Outcome.WON},
        {"outcome": Outcome.OPEN},
    ):
        with store.action("deal", NOW, "test"):
            store.deals.change(replace(store.deals.get(number), **change), THURSDAY)
    kept = store.database.rows("SELECT day, what, before, after FROM deal_event ORDER BY id")
    assert kept == [
        ("2024-02-01", "push", "2024-02-01", "2024-03-01"),
        ("2024-02-01", "stage", "Discovery", "Proposal"),
        ("2024-02-01", "outcome", "open", "won"),
        ("2024-02-01", "reopen", "won", "open"),
    ]


def test_a_follow_up_comes_back_with_all_that_was_said_of_it(store: SqliteStore) -> None:
    added(store, deal())
    full = FollowUp(
        due=THURSDAY, what="[/]", account="Acme", deal=1, kind="revival", reason="News",
        state=FollowUpState.SKIPPED, settled=YESTERDAY,
    )  # fmt: skip
    for number, value in enumerate((full, FollowUp(due=None, what="")), 1):
        kept = store.follow_ups.get(added(store, value))
        assert kept == replace(value, id=number, rev=1, uid=kept.uid)


def test_what_waits_comes_soonest_first_and_settled_ones_do_not(store: SqliteStore) -> None:
    for due in (THURSDAY, YESTERDAY, None, THURSDAY + timedelta(1), YESTERDAY):
        added(store, follow_up(due=due))
    with store.action("done", NOW, "test"):
        store.follow_ups.change(replace(store.follow_ups.get(5), state=FollowUpState.DONE))
    assert [each.id for each in store.follow_ups.due(THURSDAY)] == [2, 1]
    assert [each.id for each in store.follow_ups.due(THURSDAY, since=THURSDAY)] == [1]
    assert [each.id for each in store.follow_ups.due(THURSDAY, limit=1)] == [2]
    assert store.follow_ups.overdue(THURSDAY) == 1


def test_a_wrong_number_is_named(store: SqliteStore) -> None:
    for words, wrong in (
        ("no deal 7", lambda: store.deals.change(replace(deal(), id=7), THURSDAY)),
        ("no follow-up 7", lambda: store.follow_ups.change(replace(follow_up(), id=7))),
        ("no follow-up 7", lambda: store.follow_ups.get(7)),
        ("days off 7", lambda: store.days.give_back(7)),
    ):
        with pytest.raises(NotFound, match=words), store.action("x", NOW, "test"):
            wrong()


def test_a_setting_holds_from_its_day_and_the_last_word_of_a_day_wins(
    store: SqliteStore, path: Path
) -> None:
    with store.action("settings", NOW, "test"):
        for on, value in ((THURSDAY, "2"), (YESTERDAY, "1"), (THURSDAY, "3")):
            store.days.set(Setting("floor", on, value))
    kept = [Setting("floor", YESTERDAY, "1"), Setting("floor", THURSDAY, "3")]
    with closing(open_store(path, create=False)) as again:
        assert again.days.settings() == kept


def test_days_off_are_taken_and_given_back(store: SqliteStore) -> None:
    with store.action("off", NOW, "test"):
        later = store.days.take_off(DayOff(THURSDAY, THURSDAY + timedelta(3), "[/]", YESTERDAY))
        one = store.days.take_off(DayOff(YESTERDAY, YESTERDAY))
    assert store.days.off() == [one, later]
    assert (later.id, one.id, one.why, one.given_on) == (1, 2, None, None)
    with store.action("back", NOW, "test"):
        store.days.give_back(later.id)
    assert store.days.off() == [one]


def test_public_holidays_are_kept_without_a_step_to_undo(store: SqliteStore) -> None:
    store.days.keep_holidays("DE-BY", {day("2024-01-06"): "Epiphany"})
    store.days.keep_holidays("DE-BY", {day("2024-01-06"): "Other", day("2024-05-01"): "Labour Day"})
    assert store.days.holidays("DE-BY") == {
        day("2024-01-06"): "Epiphany",
        day("2024-05-01"): "Labour Day",
    }
    assert store.days.holidays("DE") == {}
    assert store.database.rows("SELECT * FROM action") == []


def test_the_purpose_last_written_is_shown(store: SqliteStore) -> None:
    assert store.days.purpose() is None
    for text in ("A garden", "Two gardens\n[/]"):
        with store.action("purpose", NOW, "test"):
            store.days.set_purpose(text, THURSDAY)
    assert store.days.purpose() == "Two gardens\n[/]"
