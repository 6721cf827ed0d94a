"""Shares of a hundred as they are read at a glance."""

from __future__ import annotations

import pytest

from journal.percent import as_chance, rounded


@pytest.mark.parametrize(
    ("share", "said"),
    [
        *((0.0, "0 %"), (0.034, "3.4 %"), (0.09, "9.0 %"), (0.0994, "9.9 %"), (0.0996, "10 %")),
        *((0.746, "75 %"), (0.8, "80 %"), (1.0, "100 %")),
    ],
)
def test_only_a_share_below_ten_percent_has_a_decimal(share: float, said: str) -> None:
    assert rounded(share) == said


def test_no_chance_claims_more_than_can_be_known() -> None:
    said = [as_chance(chance) for chance in (0, 0.004, 0.062, 0.38, 0.995, 1)]
    assert said == ["< 1 %", "< 1 %", "6.2 %", "38 %", "> 99 %", "100 %"]
