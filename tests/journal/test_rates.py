"""The rates a plan is made with."""

from __future__ import annotations

from datetime import date

import pytest
from builders import day

from journal.deal import Deal, Outcome
from journal.errors import BadInput
from journal.money import Money
from journal.plan import Level, Plan
from journal.planning.deal_size import deal_size
from journal.planning.rates import Rate, Source, in_history, qualifyings, rate_of, shrink, wins
from journal.stage import Stages

STAGES = Stages()


def plan(*, size: int | None = None, rates: dict[Level, float] | None = None) -> Plan:
    return Plan(
        goal=1,
        target=120_000_000,
        currency="EUR",
        start=day("2026-01-01"),
        by=day("2026-12-31"),
        deal_size=size,
        rates=rates or {},
    )


def deal(
    outcome: Outcome = Outcome.OPEN,
    stage: str | None = None,
    *,
    amount: Money | None = None,
    stage1_on: date | None = None,
    qualified_on: date | None = None,
    closed: date | None = None,
) -> Deal:
    return Deal(
        account="Acme",
        name="Seats",
        outcome=outcome,
        stage=stage,
        amount=amount,
        stage1_on=stage1_on,
        qualified_on=qualified_on,
        closed=closed,
    )


def euros(major: int) -> Money:
    return Money(major * 100, "EUR")


@pytest.mark.parametrize(
    ("s", "n", "used"), [(0, 0, 0.25), (3, 5, 0.32), (1, 10, 0.2), (30, 100, 0.2917)]
)
def test_history_moves_the_plans_rate_the_more_the_longer_it_is(
    s: int, n: int, used: float
) -> None:
    assert shrink(0.25, s, n) == pytest.approx(used, abs=5e-5)


@pytest.mark.parametrize("rate", [1.01, -0.01])
def test_a_rate_above_one_or_below_nought_is_refused(rate: float) -> None:
    with pytest.raises(BadInput, match="between 0 and 100 %"):
        shrink(rate, 0, 0)


def win_rate(deals: list[Deal], by: Plan | None = None) -> Rate:
    return rate_of(by or plan(), Level.QUALIFIED, *wins(deals, STAGES))


def qualifying_rate(deals: list[Deal]) -> Rate:
    return rate_of(plan(), Level.STAGE1, *qualifyings(deals, STAGES))


def test_the_genuine_sample_wins_four_in_five_and_plans_with_less() -> None:
    deals = [
        *[deal(Outcome.WON, "Closed Won")] * 12,
        *[deal(Outcome.LOST, "Closed Lost")] * 3,
        *[deal(stage="Negotiation")] * 35,
    ]
    rate = win_rate(deals)
    assert rate.raw == 0.8
    assert rate.used == pytest.approx(0.4857, abs=5e-5)
    assert (rate.s, rate.n, rate.source) == (12, 15, Source.HISTORY)


def test_two_thousand_open_deals_have_no_part_in_the_win_rate() -> None:
    deals = [
        *[deal(Outcome.WON)] * 4_238,
        *[deal(Outcome.LOST)] * 2_473,
        *[deal()] * 2_089,
    ]
    assert win_rate(deals).raw == pytest.approx(0.6315, abs=5e-5)


def test_a_deal_lost_before_qualification_does_not_lower_the_win_rate() -> None:
    deals = [
        deal(Outcome.WON, "Negotiation"),
        deal(Outcome.LOST, "Vision match"),
        deal(Outcome.LOST, "qualification"),
        deal(Outcome.LOST, "Vision match", qualified_on=day("2026-02-01")),
        deal(Outcome.NO_DECISION, "Proposal"),
        deal(Outcome.LOST, "Closed Lost"),
    ]
    rate = win_rate(deals)
    assert (rate.s, rate.n) == (1, 5)


def test_a_rate_without_history_says_whether_the_rep_typed_it() -> None:
    default = win_rate([])
    typed = win_rate([], plan(rates={Level.QUALIFIED: 0.4}))
    assert (default.used, default.raw, default.source) == (0.25, None, Source.DEFAULT)
    assert (typed.used, typed.raw, typed.source) == (0.4, None, Source.PLAN)


def test_deals_still_in_stage_1_say_nothing_about_qualifying() -> None:
    seen = day("2026-02-01")
    deals = [
        deal(stage="Initial meeting"),
        deal(stage="Qualification"),
        deal(stage="Selling vision", qualified_on=seen),
        deal(Outcome.WON, "Closed Won"),
        deal(Outcome.LOST, "Vision match", stage1_on=seen),
        deal(Outcome.LOST, "Negotiation", stage1_on=seen),
    ]
    rate = qualifying_rate(deals)
    assert (rate.s, rate.n) == (4, 5)


def test_an_imported_loss_counts_in_the_win_rate_only() -> None:
    deals = [deal(Outcome.LOST, "Proposal"), deal(Outcome.LOST, "Closed Lost")]
    assert win_rate(deals).n == 2
    assert qualifying_rate(deals).n == 0


def test_only_the_last_24_months_are_history() -> None:
    today = day("2026-02-28")
    old, new = day("2024-02-27"), day("2024-02-28")
    deals = [deal(Outcome.WON, closed=old), deal(Outcome.WON, closed=new), deal()]
    assert in_history(deals, today) == deals[1:]


def test_five_planned_deals_stand_beside_those_won() -> None:
    deals = [
        deal(Outcome.WON, amount=euros(100_000)),
        deal(Outcome.WON, amount=euros(40_000)),
        deal(Outcome.WON),
        deal(Outcome.WON, amount=euros(0)),
        deal(Outcome.WON, amount=Money(5_000_000, "USD")),
        deal(Outcome.LOST, amount=euros(900_000)),
    ]
    size = deal_size(deals, plan(size=6_000_000))
    assert size.mean == pytest.approx((5 * 6_000_000 + 14_000_000) / 7)
    assert (size.n, size.without_amount, size.other_currency) == (2, 2, 1)
    assert size.source is Source.HISTORY


def test_without_a_planned_size_the_wins_alone_tell_it() -> None:
    won = [deal(Outcome.WON, amount=euros(100_000)), deal(Outcome.WON, amount=euros(40_000))]
    assert deal_size(won, plan()).mean == 7_000_000
    assert deal_size([], plan()).mean is None
    assert deal_size([], plan(size=6_000_000)).source is Source.PLAN


def test_the_doubt_about_the_size_shrinks_with_the_wins() -> None:
    assert deal_size([], plan(size=6_000_000)).doubt == pytest.approx(0.18974, abs=5e-6)
    alike = [deal(Outcome.WON, amount=euros(60_000))] * 30
    # s² = 3.6/39; τ = s/√40.
    assert deal_size(alike, plan()).doubt == pytest.approx((3.6 / 39 / 40) ** 0.5)
