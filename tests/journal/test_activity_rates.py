"""How reach-outs turn into leads and meetings."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest
from builders import day

from journal.deal import Deal
from journal.level_counts import level_counts
from journal.plan import Level, Plan
from journal.planning.activity_rates import (
    LevelCounts,
    activity_history,
    activity_rate,
)
from journal.planning.deal_history import deal_history
from journal.planning.rates import Source

TODAY = day("2026-05-04")
PLAN = Plan(
    goal=1,
    target=None,
    currency="EUR",
    start=day("2026-01-01"),
    by=day("2026-12-31"),
    saved_day=day("2026-02-02"),
)


def test_a_lead_is_a_reach_out_that_somebody_answered() -> None:
    outcomes = {
        ("call", "reached"): 3,
        ("call", "voicemail"): 40,
        ("email", "replied"): 2,
        ("social", "booked"): 1,
        ("call", "said-no"): 5,
        ("call", "qualified"): 1,
        ("meeting", "qualified"): 2,
        ("meeting", "held"): 6,
    }
    totals = {"call": 50, "email": 20, "social": 7, "meeting": 9, "visit": 1}
    assert level_counts(totals, outcomes, 8) == {
        Level.REACH_OUTS: 77,
        Level.UNQUALIFIED_LEADS: 7,
        Level.FIRST_MEETINGS: 8,
        Level.QUALIFIED_LEADS: 3,
    }


def test_who_moved_on_is_compared_with_who_was_there_a_lag_earlier() -> None:
    asked: list[tuple[date, date]] = []
    days: dict[Level, list[date]] = {
        Level.REACH_OUTS: [day("2024-04-25")] * 10 + [day("2026-04-20")] * 20 + [TODAY] * 50,
        Level.UNQUALIFIED_LEADS: [day("2024-05-10")] * 3 + [TODAY] * 6,
        Level.FIRST_MEETINGS: [TODAY],
        Level.QUALIFIED_LEADS: [],
    }

    def counted(first: date, last: date) -> Mapping[Level, int]:
        asked.append((first, last))
        return {level: sum(first <= each <= last for each in on) for level, on in days.items()}

    history = activity_history(counted, [], PLAN, TODAY)
    # Reach-outs are looked at from 2024-04-20 to 2026-04-20, leads from 2024-05-04 to today.
    assert history[Level.REACH_OUTS] == LevelCounts(had=30, reached=9, done=70, stock=44)
    assert history[Level.UNQUALIFIED_LEADS] == LevelCounts(had=3, reached=1, done=6, stock=5)
    assert len(asked) == len(set(asked))


def test_stage_1_counts_above_the_qualified_leads_on_its_recorded_day() -> None:
    def counted(first: date, last: date) -> Mapping[Level, int]:
        return {Level.QUALIFIED_LEADS: 4}

    deals = [
        Deal(account="A", name="B", stage1_on=day("2026-05-01")),
        Deal(account="C", name="D", stage="Negotiation", opened=day("2026-05-01")),
    ]
    recorded = deal_history(deals, TODAY).stage1_recorded
    counts = activity_history(counted, recorded, PLAN, TODAY)[Level.QUALIFIED_LEADS]
    assert (counts.reached, counts.stock) == (1, 3)


def test_more_meetings_than_leads_count_as_all_leads_met() -> None:
    history = {Level.UNQUALIFIED_LEADS: LevelCounts(had=5, reached=9)}
    rate = activity_rate(history, PLAN, Level.UNQUALIFIED_LEADS)
    assert (rate.s, rate.n, rate.raw, rate.source) == (5, 5, 1.0, Source.HISTORY)
    assert rate.used == pytest.approx((20 * 0.2 + 5) / 25)
    assert history[Level.UNQUALIFIED_LEADS].has_surplus


def test_a_level_without_history_is_planned_with_the_default() -> None:
    rate = activity_rate({}, PLAN, Level.REACH_OUTS)
    assert (rate.used, rate.raw, rate.n, rate.source) == (0.1, None, 0, Source.DEFAULT)
