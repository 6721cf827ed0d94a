"""The parts that the chance to hit a target is made of."""

from __future__ import annotations

from math import exp, prod

import pytest
from hypothesis import given
from hypothesis import strategies as some

from journal.planning.forecast.new_deals import Arrivals, compound, severity, tail_by_size
from journal.planning.forecast.nodes import Node, beta_nodes, shifted, size_nodes
from journal.planning.forecast.open_part import Prospect, exact_sums, largest_first, on_grid

ONE_SIZE = (Node(1.0, 1.0),)


def test_three_win_rates_stand_for_five_in_twenty() -> None:
    nodes = beta_nodes(5, 15)
    assert [node.value for node in nodes] == pytest.approx([0.13423, 0.27896, 0.46181], abs=5e-6)
    assert [node.weight for node in nodes] == pytest.approx([0.31772, 0.58920, 0.09309], abs=5e-6)


@given(a=some.floats(0.05, 5_000), b=some.floats(0.05, 5_000))
def test_the_three_win_rates_have_the_moments_of_all_of_them(a: float, b: float) -> None:
    for power in range(6):
        moment = prod((a + i) / (a + b + i) for i in range(power))
        found = sum(node.weight * node.value**power for node in beta_nodes(a, b))
        assert found == pytest.approx(moment, rel=1e-6)


def test_a_rate_that_is_sure_has_no_doubt() -> None:
    assert {node.value for node in beta_nodes(0, 20)} == {0.0}
    assert {node.value for node in beta_nodes(20, 0)} == {1.0}


def test_the_doubt_about_the_size_leaves_its_mean() -> None:
    nodes = size_nodes(0.18974)
    assert sum(node.weight * node.value for node in nodes) == pytest.approx(1, abs=1e-5)
    assert nodes[2].value == pytest.approx(exp(0.18974 * 3**0.5 - 0.018))


def test_an_open_deal_moves_by_the_odds_of_the_win_rate() -> None:
    # Odds of .25 are 1:3, of .5 1:1: three times better; odds of .2 are 1:4, so 3:4.
    assert shifted(0.2, 0.25, 0.5) == pytest.approx(3 / 7)
    assert shifted(0.2, 0.25, 0.25) == pytest.approx(0.2)
    assert (shifted(0, 0.25, 0.5), shifted(1, 0.25, 0.5)) == (0, 1)
    assert shifted(0.2, 0.25, 1.0) == pytest.approx(1, abs=1e-6)


def test_the_size_of_a_deal_is_cut_so_that_its_mean_stays() -> None:
    shares = severity(0.6, 0.25, 1_000)
    assert shares[:5] == pytest.approx([0.00411, 0.09300, 0.21663, 0.21461, 0.15961], abs=5e-6)
    assert sum(shares) == pytest.approx(1)
    assert sum(0.25 * j * share for j, share in enumerate(shares)) == pytest.approx(1, abs=1e-4)


def test_the_sum_of_new_deals_follows_panjer() -> None:
    sums = compound(Arrivals(2, 1, 1), (0.0, 0.5, 0.5), 4)
    assert sums == pytest.approx([0.25, 0.125, 0.171875, 0.109375, 0.098633], abs=5e-7)


def test_a_share_too_small_to_write_down_does_not_lose_the_rest() -> None:
    # A share of 0 of (1 + 50)^−400 is below the smallest float; a sum of ones has mean 20,000.
    sums = compound(Arrivals(400, 1, 50), (0.0, 1.0), 30_000)
    assert sums[0] == 0
    assert sum(sums) == pytest.approx(1, abs=1e-9)
    assert sum(k * share for k, share in enumerate(sums)) == pytest.approx(20_000)


def test_no_new_deal_at_all_has_its_exact_chance() -> None:
    # (1 + 1/1)^−2 = ¼.
    tail = tail_by_size(Arrivals(2, 1, 1), 0.6, 100.0, ONE_SIZE, 10.0, 50)
    assert tail[0] == pytest.approx(0.75)
    assert sorted(tail, reverse=True) == tail


def test_without_arrivals_or_an_average_no_new_deal_comes() -> None:
    assert tail_by_size(Arrivals(0, 20, 5), 0.6, 100.0, ONE_SIZE, 10.0, 3) == [0, 0, 0, 0]
    assert tail_by_size(Arrivals(2, 20, 0), 0.6, 100.0, ONE_SIZE, 10.0, 3) == [0, 0, 0, 0]
    assert tail_by_size(Arrivals(2, 20, 5), 0.6, 0.0, ONE_SIZE, 10.0, 3) == [0, 0, 0, 0]


def test_thousands_of_small_deals_are_close_to_what_the_recursion_gives() -> None:
    # 1,020 and 1,030 mean deals lie on either side of the switch to the gamma.
    arrivals = Arrivals(40, 20, 400)
    exactly = tail_by_size(arrivals, 0.6, 1.0, ONE_SIZE, 5.1, 200)
    nearly = tail_by_size(arrivals, 0.6, 1.0, ONE_SIZE, 5.1, 206)
    assert nearly[:201] == pytest.approx(exactly, abs=2e-3)
    assert nearly[160] != exactly[160]


def test_round_amounts_keep_their_sums() -> None:
    assert exact_sums([50.0, 50.0, 20.0], [0.5, 0.5, 0.1]) == pytest.approx(
        {0: 0.225, 50: 0.45, 100: 0.225, 20: 0.025, 70: 0.05, 120: 0.025}
    )


def test_two_hundred_deals_of_one_amount_are_all_added_exactly() -> None:
    alike = [Prospect(100.0, 0.5, 0.5)] * 200
    assert largest_first(alike) == (alike, [])


def test_the_largest_of_many_different_deals_are_added_exactly() -> None:
    powers = [Prospect(float(2**i), 0.5, 0.5) for i in range(12)]
    exact, others = largest_first(powers)
    assert [each.amount for each in exact] == [2_048, 1_024, 512, 256, 128, 64, 32, 16]
    assert len(others) == 4


def test_on_the_grid_each_amount_keeps_its_mean() -> None:
    assert on_grid([25.0], [0.4], 10.0, 5) == pytest.approx((0.6, 0, 0.2, 0.2))
    amounts, chances = [25.0, 31.0, 7.0], [0.4, 0.9, 0.5]
    shares = on_grid(amounts, chances, 10.0, 50)
    assert sum(10 * i * share for i, share in enumerate(shares)) == pytest.approx(41.4)


def test_what_lies_above_the_grid_is_kept_in_its_last_cell() -> None:
    assert on_grid([35.0, 999.0], [0.5, 0.5], 10.0, 3) == pytest.approx((0.25, 0, 0, 0.75))
