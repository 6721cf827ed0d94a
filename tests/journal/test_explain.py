"""Why a plan asks for more than it did."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from journal.plan import Level
from journal.planning.explain import Terms, explain, log_mean


def terms(
    target: float, average: float, w: float, booked: float = 0.0, open_expected: float = 0.0
) -> Terms:
    return Terms(
        target=target,
        booked=booked,
        open_expected=open_expected,
        average=average,
        rates={Level.QUALIFIED: w},
    )


def test_a_smaller_target_with_smaller_deals_still_asks_for_more() -> None:
    before, after = terms(1_200_000, 60_000, 0.25), terms(900_000, 50_000, 0.20)
    assert (before.need, after.need) == (80, 90)
    assert explain(before, after) == pytest.approx(
        {"target": -24.425, "booked": 0, "open": 0, "deal size": 15.479, "qualified": 18.945},
        abs=1e-3,
    )


def test_what_was_booked_and_what_is_open_explain_their_part_of_the_gap() -> None:
    before = terms(1_200_000, 60_000, 0.25, 0, 100_000)
    after = terms(1_300_000, 50_000, 0.20, 250_000, 200_000)
    assert before.need == pytest.approx(73.333, abs=1e-3)
    assert after.need == pytest.approx(85)
    assert explain(before, after) == pytest.approx(
        {
            "target": 8.150,
            "booked": -20.374,
            "open": -8.150,
            "deal size": 14.408,
            "qualified": 17.634,
        },
        abs=1e-3,
    )


def test_a_need_that_ends_is_explained_by_the_gap_alone() -> None:
    before = terms(120_000, 60_000, 0.25)
    after = terms(120_000, 50_000, 0.20, booked=100_000, open_expected=50_000)
    assert explain(before, after) == pytest.approx(
        {"target": 0, "booked": -16 / 3, "open": -8 / 3, "deal size": 0, "qualified": 0},
        abs=1e-9,
    )


def test_nothing_needed_before_and_after_has_nothing_to_explain() -> None:
    done = terms(120_000, 60_000, 0.25, booked=120_000)
    more = terms(120_000, 60_000, 0.25, booked=150_000)
    assert explain(done, more) == {
        "target": 0, "booked": 0, "open": 0, "deal size": 0, "qualified": 0
    }  # fmt: skip


def test_a_rate_of_nought_is_not_split() -> None:
    assert explain(terms(120_000, 60_000, 0.0), terms(120_000, 60_000, 0.25)) is None
    assert explain(terms(120_000, 60_000, 0.25), terms(120_000, 0.0, 0.25)) is None


def test_two_amounts_alike_have_their_own_mean() -> None:
    assert log_mean(5, 5) == 5
    assert log_mean(5, 5 + 1e-9) == pytest.approx(5)
    assert log_mean(2, 1) == pytest.approx(1 / 0.693147, rel=1e-6)


amounts = some.floats(1_000, 10_000_000)


@given(amounts, amounts, amounts, amounts, some.floats(0.01, 1), some.floats(0.01, 1))
def test_the_parts_add_up_to_the_change(
    t0: float, t1: float, a0: float, a1: float, w0: float, w1: float
) -> None:
    before = terms(t0, a0, w0, booked=t1 / 3, open_expected=t0 / 5)
    after = terms(t1, a1, w1, booked=t0 / 4)
    parts = explain(before, after)
    assert parts is not None
    assert before.need is not None
    assert after.need is not None
    change = after.need - before.need
    assert sum(parts.values()) == pytest.approx(change, rel=1e-6, abs=1e-6 * before.need)
