"""Shares of a hundred as they are read at a glance."""

from __future__ import annotations

import pytest

from journal.percent import rounded


@pytest.mark.parametrize(
    ("share", "said"),
    [
        *((0.0, "0 %"), (0.034, "3.4 %"), (0.09, "9.0 %"), (0.0994, "9.9 %"), (0.0996, "10 %")),
        *((0.746, "75 %"), (0.8, "80 %"), (1.0, "100 %")),
    ],
)
def test_only_a_share_below_ten_percent_has_a_decimal(share: float, said: str) -> None:
    assert rounded(share) == said
