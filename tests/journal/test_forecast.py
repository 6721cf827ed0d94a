"""The chance to hit the target."""

from __future__ import annotations

from dataclasses import replace
from itertools import product
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some
from situations import (
    JANUARY,
    JULY,
    LAST_DAY,
    NOVEMBER,
    RATES,
    TWO_HUNDRED,
)

from journal.planning.forecast.count import deals_chance
from journal.planning.forecast.nodes import beta_nodes, shifted
from journal.planning.forecast.open_part import Prospect
from journal.planning.forecast.reach_outs import chance_at
from journal.planning.forecast.situation import Lever, Situation
from journal.planning.forecast.target import Forecast, forecast, levers, work_out


@pytest.mark.parametrize(
    ("here", "chance", "p10", "p50", "p90"),
    [
        (JANUARY, 0.1219, 206_700, 593_300, 1_277_500),
        (JULY, 0.1093, 94_300, 298_900, 614_800),
        (LAST_DAY, 0.0082, 0, 0, 0),
        (NOVEMBER, 0.0788, 0, 59_900, 119_800),
        (TWO_HUNDRED, 0.3643, 4_868_000, 5_755_000, 6_669_000),
    ],
    ids=["January", "July", "the last day", "November", "two hundred open deals"],
)
def test_a_whole_situation_has_its_chance_within_half_a_point(
    here: Situation, chance: float, p10: int, p50: int, p90: int
) -> None:
    found = forecast(work_out(here))
    assert found.chance == pytest.approx(chance, abs=0.005)
    assert [found.p10, found.p50, found.p90] == pytest.approx([p10, p50, p90], rel=0.006)


def test_in_january_each_lever_has_its_gain() -> None:
    gains = {each.lever: round(100 * each.gain, 2) for each in levers(work_out(JANUARY))}
    assert gains == {
        Lever.REACH_OUTS: 3.06,
        Lever.D: 3.26,
        Lever.C: 3.47,
        Lever.B: 3.57,
        Lever.A: 3.67,
        Lever.Q: 3.67,
        Lever.W: 3.67,
        Lever.SIZE: 3.90,
    }


def test_a_rate_of_one_cannot_be_raised() -> None:
    here = replace(JANUARY, lever_rates={**RATES, Lever.Q: 1.0, Lever.A: 0.95})
    gains = {each.lever: each.gain for each in levers(work_out(here))}
    assert gains[Lever.Q] == 0
    assert 0 < gains[Lever.A] < gains[Lever.W]


def test_what_is_booked_moves_the_amounts_and_not_the_chance() -> None:
    plain, booked = forecast(work_out(JULY)), forecast(work_out(replace(JULY, booked=1_000_000)))
    assert booked == Forecast(
        plain.chance, plain.p10 + 1_000_000, plain.p50 + 1_000_000, plain.p90 + 1_000_000
    )


def test_a_target_already_booked_is_sure_and_keeps_its_range() -> None:
    found = forecast(work_out(replace(JULY, gap=0)))
    assert found.chance == 1
    assert found.p50 == pytest.approx(298_900, rel=0.01)


def test_no_day_left_and_short_is_no_chance() -> None:
    after = replace(JULY, exposure=0, prospects=(Prospect(80_000, 0.5, 0.0),))
    assert forecast(work_out(after)) == Forecast(0, 0, 0, 0)
    assert {each.gain for each in levers(work_out(after))} == {0}


def test_nothing_planned_and_nothing_open_is_no_chance() -> None:
    assert forecast(work_out(replace(JANUARY, arrivals=(0, 20)))) == Forecast(0, 0, 0, 0)


def test_without_an_average_deal_only_the_open_ones_count() -> None:
    assert forecast(work_out(replace(LAST_DAY, average=None))).chance == pytest.approx(
        0.0082, abs=1e-4
    )


def test_a_target_out_of_all_reach_has_no_chance_and_still_a_range() -> None:
    found = forecast(work_out(replace(JANUARY, gap=10**12)))
    assert found.chance == 0
    assert found.p50 == pytest.approx(593_300, rel=0.006)


def test_a_deal_that_is_just_large_enough_counts_in_full() -> None:
    none = {"arrivals": (0.0, 20.0), "exposure": 0.0}
    just = replace(LAST_DAY, gap=80_000, prospects=(Prospect(80_000, 0.5, 1.0),), **none)
    short = replace(just, gap=80_000.01)
    mean = sum(n.weight * shifted(0.5, 0.25, n.value) for n in beta_nodes(35, 105))
    assert forecast(work_out(just)).chance == pytest.approx(mean)
    assert forecast(work_out(short)).chance == 0


def test_the_same_situation_gives_the_same_chance_every_time() -> None:
    assert forecast(work_out(TWO_HUNDRED)) == forecast(work_out(TWO_HUNDRED))


def test_two_hundred_open_deals_take_no_longer_than_fifty_milliseconds() -> None:
    took = []
    for _ in range(20):
        start = process_time()
        forecast(work_out(TWO_HUNDRED))
        took.append(process_time() - start)
    assert min(took) <= 0.05


prospects = some.builds(
    Prospect, some.integers(1, 500_000).map(float), some.floats(0.01, 0.99), some.floats(0.01, 1)
)
situations = some.builds(
    lambda gap, here, win, arrivals, exposure: replace(
        JULY, gap=gap, prospects=tuple(here), win=win, arrivals=arrivals, exposure=exposure
    ),
    some.integers(1, 3_000_000),
    some.lists(prospects, max_size=14),
    some.tuples(some.floats(1, 40), some.floats(1, 90)),
    some.tuples(some.floats(0.1, 60), some.floats(20, 140)),
    some.floats(0, 180),
)


@given(here=situations, one_more=prospects)
@settings(max_examples=40, deadline=None)
def test_one_more_deal_never_lowers_the_chance(here: Situation, one_more: Prospect) -> None:
    more = replace(here, prospects=(*here.prospects, one_more))
    assert forecast(work_out(more)).chance >= forecast(work_out(here)).chance - 0.003


def test_a_gap_smaller_than_a_cell_is_closed_by_any_deal_that_is_larger() -> None:
    sizes = (1.0, 1.0, 2.0, 5.0, 7.0, 16.0, 32.0, 64.0, 157.0)
    here = replace(
        JULY,
        gap=1,
        prospects=tuple(Prospect(size, 0.5, 1.0 if size != 7 else 0.5) for size in sizes),
        win=(1.0, 1.0),
        exposure=0.0,
    )
    none_won = [(1 - n.value) ** 8 * (1 - n.value / 2) for n in beta_nodes(1, 1)]
    shares = [n.weight for n in beta_nodes(1, 1)]
    by_hand = 1 - sum(share * none for share, none in zip(shares, none_won, strict=True))
    assert forecast(work_out(here)).chance == pytest.approx(by_hand, abs=1e-9)


@given(here=situations, days=some.floats(0, 20), rate=some.floats(1, 1.5))
@settings(max_examples=40, deadline=None)
def test_more_days_and_a_better_rate_never_lower_the_chance(
    here: Situation, days: float, rate: float
) -> None:
    more = replace(here, exposure=here.exposure + days, q=here.q * rate)
    assert forecast(work_out(more)).chance >= forecast(work_out(here)).chance - 0.003


@given(here=situations, won=some.floats(0, 5))
@settings(max_examples=40, deadline=None)
def test_another_deal_won_never_lowers_the_chance(here: Situation, won: float) -> None:
    more = replace(here, win=(here.win[0] + won, here.win[1]))
    assert forecast(work_out(more)).chance >= forecast(work_out(here)).chance - 0.003


@given(here=situations, times=some.floats(1, 8))
@settings(max_examples=40, deadline=None)
def test_more_reach_outs_never_lower_the_chance(here: Situation, times: float) -> None:
    acting = replace(here, lever_exposures={Lever.REACH_OUTS: 0.8 * here.exposure})
    found = work_out(acting)
    assert chance_at(found, times) >= chance_at(found, 1) - 0.003


@given(here=some.lists(prospects, min_size=1, max_size=8), gap=some.integers(1, 1_500_000))
@settings(max_examples=40, deadline=None)
def test_a_few_open_deals_are_added_as_by_hand(here: list[Prospect], gap: int) -> None:
    given_ = replace(JULY, gap=gap, prospects=tuple(here), exposure=0.0)
    chance = 0.0
    for node in beta_nodes(*given_.win):
        chances = [shifted(each.p, 7 / 26, node.value) * each.t for each in here]
        for won in product((False, True), repeat=len(here)):
            if sum(each.amount for each, is_won in zip(here, won, strict=True) if is_won) >= gap:
                share = node.weight
                for is_won, p in zip(won, chances, strict=True):
                    share *= p if is_won else 1 - p
                chance += share
    found = forecast(work_out(given_)).chance
    # A gap 20 standard deviations away is called out of reach.
    assert found == pytest.approx(chance, abs=1e-9) or (found == 0 and chance <= 1 / 401)


def test_the_number_of_deals_won_has_its_own_chance() -> None:
    open_only = replace(LAST_DAY, exposure=0.0, prospects=(Prospect(9, 0.7, 0.5),) * 2)
    chances = [shifted(0.7, 0.25, node.value) * 0.5 for node in beta_nodes(35, 105)]
    weights = [node.weight for node in beta_nodes(35, 105)]
    both = sum(w * p * p for w, p in zip(weights, chances, strict=True))
    assert deals_chance(open_only, 2) == pytest.approx(both)
    assert deals_chance(open_only, 3) == 0
    assert deals_chance(open_only, 0) == 1
