"""What a goal counts, in words."""

from __future__ import annotations

import pytest

from journal.measure import one_or_several


@pytest.mark.parametrize(
    ("several", "one"),
    [
        ("activities", "activity"),
        ("reach-outs", "reach-out"),
        ("calls", "call"),
        ("social", "social"),
        ("first meetings", "first meeting"),
        ("deals won", "deal won"),
        ("stage-1 opportunities", "stage-1 opportunity"),
        ("booked", "booked"),
    ],
)
def test_one_of_something_is_not_said_as_several(several: str, one: str) -> None:
    assert (one_or_several(several, 1), one_or_several(several, 2)) == (one, several)
