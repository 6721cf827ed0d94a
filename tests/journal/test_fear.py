"""The fear forecast: what was feared of call blocks, against what happened."""

from __future__ import annotations

from datetime import date, time

import pytest

from journal.call_block import CallBlock
from journal.fear import Fear, fear_of, is_on_time, t_quantile

DAY = date(2024, 1, 30)


def block(feared: float | None, calls: int | None = 10, harsh: int | None = 0) -> CallBlock:
    return CallBlock(day=DAY, planned=time(10), feared=feared, calls=calls, harsh_nos=harsh)


def of(*blocks: CallBlock) -> Fear:
    return fear_of(blocks, ())


@pytest.mark.parametrize(
    ("degrees", "t"),
    [
        # Tables of Student's t at 97.5 %, as in NIST/SEMATECH e-Handbook 1.3.6.7.2.
        *((1, 12.706), (2, 4.303), (5, 2.571), (9, 2.262), (10, 2.228), (11, 2.201)),
        *((12, 2.179), (13, 2.160), (14, 2.145), (15, 2.131), (16, 2.120), (17, 2.110)),
        *((18, 2.101), (19, 2.093), (100, 1.984)),
    ],
)
def test_the_quantiles_are_those_of_the_tables(degrees: int, t: float) -> None:
    assert t_quantile(degrees) == pytest.approx(t, abs=0.0005)


def test_ten_blocks_feared_too_much_are_told_with_their_interval() -> None:
    # Errors .3 and .5 five times each: mean .4, s = √(10·.01/9) = .10541, t = 2.2622,
    # half = 2.2622·.10541/√10 = .07541.
    fear = of(*[block(0.3), block(0.5)] * 5)
    assert fear.mean_error == pytest.approx(0.4)
    assert (fear.low, fear.high) == (
        pytest.approx(0.32459, abs=1e-5),
        pytest.approx(0.47541, abs=1e-5),
    )
    assert (fear.n, fear.is_shown, fear.why_not) == (10, True, None)


def test_ten_alike_are_no_luck() -> None:
    fear = of(*[block(0.5, 10, 1)] * 10)
    assert (fear.low, fear.high) == (pytest.approx(0.4), pytest.approx(0.4))
    assert fear.is_shown


def test_feared_too_little_is_told_as_well() -> None:
    assert of(*[block(0.1, 10, 5), block(0.2, 10, 5)] * 5).mean_error == pytest.approx(-0.35)


def test_nine_are_too_few_and_none_is_said_kindly() -> None:
    assert of(*[block(0.5)] * 9).why_not == "Measured from ten call blocks on; you have 9."
    assert of().why_not == "Measured from ten call blocks on; you have none yet."
    assert of().mean_error is None


def test_a_difference_that_may_be_luck_is_not_shown() -> None:
    fear = of(*[block(0.5, 10, 9), block(0.5, 10, 0)] * 5)
    assert fear.mean_error == pytest.approx(0.05)
    assert not fear.is_shown
    assert fear.why_not == "No clear difference between feared and happened in 10 call blocks."


def test_only_the_last_twenty_count() -> None:
    fear = of(*[block(0.5)] * 20, *[block(0.0, 10, 10)] * 20)
    assert (fear.n, fear.mean_error) == (20, pytest.approx(0.5))


def test_a_block_without_a_fear_or_an_end_says_nothing() -> None:
    silent = (block(None), block(0.5, None, None), block(0.5, 0, 0), block(0.5, 10, None))
    assert of(*silent).n == 0


@pytest.mark.parametrize(
    ("planned", "started", "on_time"),
    [
        (time(10), time(10), True),
        (time(10), time(10, 10), True),
        (time(10), time(9, 50), True),
        (time(10), time(10, 11), False),
        (time(10), time(9, 49), False),
        (time(23, 55), time(0, 5), True),
        (time(10), time(22), False),
        (time(10), None, False),
    ],
)
def test_on_time_is_within_ten_minutes_of_the_plan(
    planned: time, started: time | None, on_time: bool
) -> None:
    assert is_on_time(CallBlock(day=DAY, planned=planned, started=started)) is on_time


def test_the_last_twenty_due_are_asked_whether_they_began_on_time() -> None:
    due = [
        *[CallBlock(day=DAY, planned=time(10), started=time(10, 5))] * 3,
        *[CallBlock(day=DAY, planned=time(10))] * 22,
    ]
    fear = fear_of((), due)
    assert (fear.on_time, fear.planned) == (3, 20)
