"""How long a step of the funnel takes: told by the rep's own deals, typed over, or the default."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from builders import NOW, at, day, deal

from journal.deal import Deal, Outcome
from journal.errors import BadInput
from journal.journal import Journal
from journal.plan import DEFAULT_LAGS, Level
from journal.planning.lags import Taken, read_days, steps_taken, takes
from journal.planning.rates import Source
from storage.store import SqliteStore

MONDAY = day("2026-03-02")
TODAY = at("2026-03-02T09:00")


@pytest.fixture
def journal(store: SqliteStore) -> Journal:
    return Journal(store, lambda: TODAY)


def stepped(to_qualified: int | None, to_won: int | None, first: str = "2025-06-02") -> Deal:
    """A won deal with so many days from stage 1 to qualified, and from there to the win."""
    begun = day(first)
    qualified = None if to_qualified is None else begun + timedelta(days=to_qualified)
    closed = None if to_won is None else (qualified or begun) + timedelta(days=to_won)
    return replace(
        deal("Renewal", None),
        stage1_on=begun,
        qualified_on=qualified,
        closed=closed,
        outcome=Outcome.OPEN if to_won is None else Outcome.WON,
        stage="Qualification" if to_won is None else "Closed Won",
    )


def saved(journal: Journal, store: SqliteStore, *deals: Deal) -> None:
    with store.action("deals", NOW, "test"):
        for each in deals:
            store.deals.add(each)
    journal.plans.save(target=120_000_000, by=day("2026-12-31"), deal_size=6_000_000)


def lag(journal: Journal, level: Level) -> tuple[int, Source]:
    found = journal.plans.funnel().basis.lags[level]
    return found.days, found.source


def test_the_median_of_five_deals_is_the_lag(journal: Journal, store: SqliteStore) -> None:
    saved(
        journal,
        store,
        *(stepped(a, b) for a, b in ((10, 40), (50, 90), (20, 44), (45, 8), (90, 9))),
    )
    assert lag(journal, Level.STAGE1) == (45, Source.HISTORY)
    assert lag(journal, Level.QUALIFIED) == (40, Source.HISTORY)
    useful = {line.level: line.last_useful for line in journal.plans.funnel().levels}
    # 40 days before the year's end, and 45 before that.
    assert useful[Level.QUALIFIED] == day("2026-11-21")
    assert useful[Level.STAGE1] == day("2026-10-07")
    assert useful[Level.QUALIFIED_LEADS] == day("2026-09-30")


def test_four_deals_are_not_enough_and_the_default_stays(
    journal: Journal, store: SqliteStore
) -> None:
    saved(journal, store, *(stepped(5, 5) for _ in range(4)))
    assert lag(journal, Level.STAGE1) == (30, Source.DEFAULT)
    assert lag(journal, Level.QUALIFIED) == (60, Source.DEFAULT)
    told = journal.plans.funnel().basis.lags[Level.QUALIFIED]
    assert (
        takes(Level.QUALIFIED, told)
        == "60 days to become deals: the default; 4 deals of yours so far."
    )


def test_of_an_even_number_half_a_day_counts_whole() -> None:
    deals = [stepped(days, None) for days in (10, 11, 20, 21, 30, 31)]
    assert steps_taken(deals, MONDAY)[Level.STAGE1] == Taken(21, 6, 0)
    assert steps_taken(deals, MONDAY)[Level.QUALIFIED] == Taken(None, 0, 0)


def test_missing_and_reversed_days_are_left_out_and_counted() -> None:
    good = [stepped(10, 20) for _ in range(5)]
    never_qualified = stepped(None, 60)
    reversed_ = replace(stepped(10, 20), stage1_on=day("2025-09-01"))
    closed_before = replace(stepped(10, 20), closed=day("2025-06-03"))
    no_end = replace(stepped(10, 20), closed=None)
    taken = steps_taken([*good, never_qualified, reversed_, closed_before, no_end], MONDAY)
    assert taken[Level.STAGE1] == Taken(10, 7, 2)
    assert taken[Level.QUALIFIED] == Taken(20, 6, 3)


def test_only_the_last_24_months_count() -> None:
    old = [stepped(3, 3, "2023-01-02") for _ in range(9)]
    edge = replace(stepped(0, 0), stage1_on=day("2024-03-01"), qualified_on=day("2024-03-02"))
    taken = steps_taken([*old, edge], MONDAY)
    assert (taken[Level.STAGE1], taken[Level.QUALIFIED].n) == (Taken(1, 1, 0), 1)


def test_a_lag_typed_over_stands_until_it_is_reset(journal: Journal, store: SqliteStore) -> None:
    saved(journal, store, *(stepped(10, 40) for _ in range(5)))
    journal.plans.type_over(Level.QUALIFIED, lag=75)
    assert lag(journal, Level.QUALIFIED) == (75, Source.PLAN)
    told = journal.plans.funnel().basis.lags[Level.QUALIFIED]
    assert (
        takes(Level.QUALIFIED, told)
        == "75 days to become deals: as you planned it; your 5 deals took 40."
    )
    journal.plans.reset(Level.QUALIFIED)
    assert lag(journal, Level.QUALIFIED) == (40, Source.HISTORY)


def test_a_version_keeps_the_lags_of_its_day_for_todays_lines(
    journal: Journal, store: SqliteStore
) -> None:
    saved(journal, store, *(stepped(10, 40) for _ in range(5)))
    plan = journal.plans.latest()
    assert plan is not None
    assert plan.rests_on is not None
    assert plan.rests_on.lags == {**DEFAULT_LAGS, Level.QUALIFIED: 40, Level.STAGE1: 10}
    paces = {each.level: each.due for each in journal.level_paces()}
    # 21 November is a Saturday; ten days before it is Wednesday the 11th.
    assert (paces[Level.QUALIFIED], paces[Level.STAGE1]) == (day("2026-11-20"), day("2026-11-11"))


def test_a_version_says_which_lag_moved(journal: Journal, store: SqliteStore) -> None:
    saved(journal, store)
    with store.action("deals", NOW, "test"):
        for _ in range(5):
            store.deals.add(stepped(45, None))
    journal.forget_what_was_read()
    journal.plans.save()
    assert (
        "Stage-1 opportunities take 45 days to become qualified opportunities, not 30."
        in journal.plans.versions()[0].causes
    )


def test_a_lag_longer_than_the_time_left_is_said(journal: Journal, store: SqliteStore) -> None:
    saved(journal, store)
    journal.plans.type_over(Level.QUALIFIED, lag=400)
    found = journal.plans.funnel()
    assert found.is_past
    assert found.weekly_reach_outs is None
    assert found.notes[0] == (
        "Qualified opportunities take 400 days to become deals, and 304 are left: "
        "half of what begins now comes later."
    )


@pytest.mark.parametrize(
    ("words", "days"),
    [
        *(("45 d", 45), ("45d", 45), ("45 days", 45), ("1 day", 1), ("0d", 0), (" 7 D ", 7)),
        *(("45", None), ("25 %", None), ("d", None), ("often", None), ("today", None), ("", None)),
    ],
)
def test_days_are_told_from_rates_by_their_word(words: str, days: int | None) -> None:
    assert read_days(words) == days


@pytest.mark.parametrize("words", ["-5 d", "1.5 days", "9999999d", "4 5d", "٤٥d", "1e3d", "[/]9d"])
def test_what_is_no_whole_number_of_days_is_refused(words: str) -> None:
    with pytest.raises(BadInput, match="no whole number of days; write 45 d"):
        read_days(words)
