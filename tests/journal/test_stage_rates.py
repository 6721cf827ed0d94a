"""What an open deal is worth at its stage."""

from __future__ import annotations

import pytest
from builders import day

from journal.deal import Deal, Outcome
from journal.money import Money
from journal.planning.cycle import Cycle
from journal.planning.deal_history import deal_history
from journal.planning.stage_rates import OpenDeals, open_deals, stage_chances, stage_priors
from journal.stage import Stages

STAGES = Stages()
EXPECTED = (0.125, 0.1575, 0.1984, 0.25, 0.3299, 0.4353, 0.5743, 0.7579)


def deal(stage: str | None, outcome: Outcome = Outcome.OPEN, euros: int | None = 100) -> Deal:
    amount = None if euros is None else Money(euros * 100, "EUR")
    return Deal(account="Acme", name="Seats", stage=stage, outcome=outcome, amount=amount)


def in_hand(*deals: Deal, average: float | None = None) -> OpenDeals:
    return open_deals(
        deals,
        EXPECTED,
        STAGES,
        Cycle(),
        currency="EUR",
        average=average,
        today=day("2026-10-03"),
        due=day("2026-12-31"),
    )


def chances_of(deals: list[Deal]) -> tuple[float, ...]:
    known = deal_history(deals, day("2026-07-06"), STAGES)
    return stage_chances(len(known.recent_won), known.furthest, STAGES, 0.25, 0.5)


def test_without_history_the_chance_grows_stage_by_stage_to_the_win() -> None:
    assert stage_priors(STAGES, 0.25, 0.5) == pytest.approx(EXPECTED, abs=5e-5)
    assert chances_of([]) == pytest.approx(EXPECTED, abs=5e-5)


def test_the_chance_at_qualification_is_the_win_rate() -> None:
    deals = [*[deal("Closed Won", Outcome.WON)] * 12, *[deal("Closed Lost", Outcome.LOST)] * 3]
    assert chances_of(deals)[3] == pytest.approx(17 / 35)


def test_losses_late_on_never_make_a_later_stage_worse_than_an_earlier_one() -> None:
    deals = [deal("Negotiation", Outcome.LOST)] * 30
    chances = chances_of(deals)
    assert list(chances) == sorted(chances)
    assert chances[7] == pytest.approx(20 * 0.25**0.2 / 50)


def test_an_open_deal_brings_its_amount_by_its_chance_and_its_time() -> None:
    # 90 days are left, and no opened date is known: t = .6919.
    found = in_hand(deal("Qualification"), deal("Initial meeting"))
    assert found.expected == pytest.approx(10_000 * (0.25 + 0.125) * 0.6919, rel=1e-4)


def test_a_deal_without_amount_brings_the_average() -> None:
    assert in_hand(deal("Qualification", euros=None), average=8_000.0).counted[0].amount == 8_000.0


def test_what_cannot_be_counted_is_left_out_and_said() -> None:
    found = in_hand(
        deal("Reaching out"),
        deal("Closed Won", Outcome.WON),
        deal("Needs Analysis"),
        deal("Qualification", euros=None),
        Deal(account="A", name="B", stage="Demonstration", amount=Money(5, "USD")),
    )
    assert found == OpenDeals((), unranked=1, other_currency=1, without_amount=1)


def test_a_deal_in_an_unknown_stage_counts_where_its_days_say_it_is() -> None:
    known = Deal(
        account="A",
        name="B",
        stage="Needs Analysis",
        amount=Money(5, "EUR"),
        stage1_on=day("2026-09-01"),
    )
    assert [each.p for each in in_hand(known).counted] == [0.125]


def test_a_deal_older_than_twice_the_slow_wins_is_listed_and_brings_nothing() -> None:
    old = Deal(
        account="A", name="B", stage="Proposal", amount=Money(5, "EUR"), opened=day("2024-01-01")
    )
    found = in_hand(old)
    assert found.counted[0].too_old
    assert found.expected == 0
