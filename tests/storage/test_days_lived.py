"""Whatever the clocks do, an entry lies on the day it was lived on, and the streak follows."""

from __future__ import annotations

from pathlib import Path

from proofs import days


def test_midnight_changed_clocks_travel_and_a_leap_day_move_no_entry(tmp_path: Path) -> None:
    assert sum(days.one_case(tmp_path / f"{n}.db", n) for n in range(60)) >= 600
