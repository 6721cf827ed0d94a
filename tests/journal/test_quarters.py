"""When the amount of a plan arrives."""

from __future__ import annotations

import pytest
from builders import day

from journal.calendar import Calendar
from journal.deal import Deal, Outcome
from journal.money import Money
from journal.plan import Plan
from journal.planning.cycle import Cycle
from journal.planning.deal_history import deal_history
from journal.planning.funnel import funnel
from journal.planning.quarters import by_quarter, gap_shares, quarters_of

CALENDAR = Calendar()
TODAY = day("2026-01-05")
PLAN = Plan(
    goal=1,
    target=120_000_000,
    currency="EUR",
    start=day("2026-01-01"),
    by=day("2026-12-31"),
    deal_size=6_000_000,
)


def test_the_gap_falls_on_the_quarters_as_new_deals_come_in() -> None:
    ends = [last for _, last in quarters_of(PLAN)]
    shares = gap_shares(Cycle(), CALENDAR, TODAY, PLAN.by, ends)
    assert shares == pytest.approx([0.0556, 0.2565, 0.3350, 0.3529], abs=5e-5)


def test_a_quarter_that_has_ended_holds_none_of_the_gap() -> None:
    ends = [last for _, last in quarters_of(PLAN)]
    shares = gap_shares(Cycle(), CALENDAR, day("2026-07-06"), PLAN.by, ends)
    assert shares[:2] == [0, 0]
    assert sum(shares) == pytest.approx(1)


def test_after_the_due_day_no_share_is_left_to_give() -> None:
    assert gap_shares(Cycle(), CALENDAR, day("2027-01-04"), PLAN.by, [PLAN.by]) == [0]


def test_a_period_that_is_no_whole_year_ends_with_a_short_quarter() -> None:
    plan = Plan(goal=1, target=None, currency="EUR", start=day("2026-01-31"), by=day("2026-05-10"))
    assert quarters_of(plan) == [
        (day("2026-01-31"), day("2026-04-29")),
        (day("2026-04-30"), day("2026-05-10")),
    ]


def test_booked_open_and_gap_add_up_over_the_quarters() -> None:
    deals = [
        Deal(
            account="A",
            name="B",
            amount=Money(9_000_000, "EUR"),
            outcome=Outcome.WON,
            closed=day("2026-01-02"),
        ),
        Deal(
            account="C",
            name="D",
            amount=Money(4_000_000, "EUR"),
            stage="Proposal",
            opened=day("2025-12-01"),
        ),
    ]
    found = funnel(PLAN, deal_history(deals, TODAY), {}, CALENDAR, TODAY)
    assert found.gap is not None
    quarters = by_quarter(PLAN, found, deal_history(deals, TODAY).won, CALENDAR, TODAY)
    assert [quarter.booked for quarter in quarters] == [9_000_000, 0, 0, 0]
    expected = sum(quarter.open_expected for quarter in quarters)
    assert round(expected) == found.open_expected.minor
    assert quarters[0].open_expected > quarters[1].open_expected > 0
    assert sum(quarter.gap for quarter in quarters) == pytest.approx(found.gap.minor)
