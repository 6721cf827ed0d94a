"""A damaged file: each verb answers or says so in one line, and what is refused changes nothing."""

from __future__ import annotations

import pytest
from asking import Rep
from proofs.damage import ask_all


@pytest.mark.parametrize("seed", range(50))
def test_a_damaged_file_is_answered_or_refused_in_one_line_and_left_as_it_is(
    rep: Rep, seed: int
) -> None:
    ask_all(rep, seed)


@pytest.mark.long
@pytest.mark.parametrize("seed", range(50, 1_050))
def test_a_damaged_file_is_answered_or_refused_every_time(rep: Rep, seed: int) -> None:
    ask_all(rep, seed)


def test_nothing_is_saved_where_the_days_totals_cannot_be_read(rep: Rep) -> None:
    rep.asks("log", "call", "Acme")
    rep.path.write_bytes(rep.path.read_bytes().replace(b"total ", b"totam "))
    before = rep.path.read_bytes()
    assert rep.asks("log", "call", "Globex").refused[0] == 1
    assert rep.path.read_bytes() == before
