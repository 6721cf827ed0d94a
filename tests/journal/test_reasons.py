"""Reasons: what goes with winning, what with losing, and whether the buyer sees it as the rep does."""

from __future__ import annotations

from collections.abc import Sequence
from math import exp, sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.deal import Deal, Outcome
from journal.deal_story import Reason, Whose
from journal.reasons import contrast, what_decides

WINS, LOSSES = 10, 20


def deals(wins: int = WINS, losses: int = LOSSES) -> list[Deal]:
    outcomes = [Outcome.WON] * wins + [Outcome.LOST] * losses
    return [Deal(id=n, account="A", name="D", outcome=o) for n, o in enumerate(outcomes, 1)]


def reason(deal: int, tag: str, whose: Whose = Whose.BUYER, taught: bool | None = None) -> Reason:
    return Reason(deal=deal, tag=tag, whose=whose, taught=taught)


def test_six_of_ten_wins_and_two_of_twenty_losses_as_worked() -> None:
    found = contrast(6, 10, 2, 20)
    assert found.delta == pytest.approx(2.369, abs=5e-4)
    assert found.z == pytest.approx(2.600, abs=5e-4)


def test_a_reason_that_goes_with_losing_stands_below_zero() -> None:
    assert contrast(2, 20, 6, 10).z == pytest.approx(-2.600, abs=5e-4)


def named(*cases: tuple[str, int, int]) -> dict[int, list[Reason]]:
    """Reasons of so many wins and so many losses each; every other deal has another reason."""
    found: dict[int, list[Reason]] = {deal.id: [] for deal in deals()}
    for tag, wins, losses in cases:
        for deal in (*range(1, wins + 1), *range(WINS + 1, WINS + losses + 1)):
            found[deal].append(reason(deal, tag))
    return {deal: tags or [reason(deal, "other")] for deal, tags in found.items()}


def test_the_clearest_difference_stands_first_and_counts_always_stand_by() -> None:
    found = what_decides(deals(), named(("references", 6, 2), ("price", 1, 9)))
    rows = [(one.tag, one.wins, one.losses, one.is_clear) for one in found.reasons]
    assert rows[:2] == [("references", 6, 2, True), ("price", 1, 9, False)]
    assert (found.wins, found.losses) == (10, 20)
    first = found.reasons[0].contrast
    assert first is not None
    assert (round(first.delta, 3), round(first.z, 3)) == (2.369, 2.600)
    assert found.note == "With 20 tags expect one by luck; here are 3."


def test_under_thirty_deals_the_differences_are_called_exploratory() -> None:
    few = deals(9, 20)
    found = what_decides(few, {deal.id: [reason(deal.id, "price")] for deal in few})
    assert found.note == "Exploratory: with 20 tags expect one by luck; here are 1."


@pytest.mark.parametrize(("wins", "losses"), [(4, 20), (10, 4)])
def test_a_difference_is_shown_from_five_wins_and_five_losses_on(wins: int, losses: int) -> None:
    few = deals(wins, losses)
    found = what_decides(few, {deal.id: [reason(deal.id, "price")] for deal in few})
    assert [(one.wins, one.losses, one.contrast) for one in found.reasons] == [(wins, losses, None)]
    assert found.note.startswith("Compared from 5 wins and 5 losses with a reason on; you have")
    enough = deals(5, 5)
    shown = what_decides(enough, {deal.id: [reason(deal.id, "price")] for deal in enough})
    assert shown.reasons[0].contrast is not None


def test_a_deal_counts_once_for_a_reason_that_both_sides_named() -> None:
    found = what_decides(
        deals(),
        {1: [reason(1, "Price"), reason(1, "price ", Whose.REP), reason(1, "price", Whose.REP)]},
    )
    assert [(one.tag, one.wins) for one in found.reasons] == [("Price", 1)]


def test_one_side_can_be_looked_at_alone() -> None:
    both = {1: [reason(1, "price"), reason(1, "timing", Whose.REP)]}
    assert [one.tag for one in what_decides(deals(), both, Whose.REP).reasons] == ["timing"]
    assert [one.tag for one in what_decides(deals(), both, Whose.BUYER).reasons] == ["price"]


def test_reasons_were_taught_or_discovered() -> None:
    found = what_decides(
        deals(),
        {
            1: [reason(1, "speed", taught=True)],
            2: [reason(2, "speed", taught=False)],
            3: [reason(3, "speed"), reason(3, "speed", Whose.REP, taught=True)],
            11: [reason(11, "speed")],
        },
    )
    (speed,) = found.reasons
    assert (speed.wins, speed.losses, speed.taught, speed.discovered) == (3, 1, 2, 1)


def test_how_often_my_reason_and_the_buyers_differ() -> None:
    found = what_decides(
        deals(),
        {
            1: [reason(1, "price"), reason(1, "Price", Whose.REP)],
            2: [reason(2, "timing"), reason(2, "price", Whose.REP)],
            3: [reason(3, "timing")],
            4: [
                reason(4, "price", Whose.REP),
                reason(4, "trust", Whose.REP),
                reason(4, "trust"),
            ],
        },
    )
    assert (found.both, found.differ) == (3, 2)


def test_open_and_undecided_deals_are_left_out() -> None:
    others = [
        Deal(id=1, account="A", name="D"),
        Deal(id=2, account="A", name="D", outcome=Outcome.NO_DECISION),
    ]
    found = what_decides(others, {1: [reason(1, "price")], 2: [reason(2, "price")]})
    assert (found.reasons, found.wins, found.losses, found.both) == ((), 0, 0, 0)


@given(st.lists(st.tuples(st.booleans(), st.sets(st.sampled_from("abcd"))), max_size=40))
def test_the_counts_are_those_of_a_tally_by_hand(lives: Sequence[tuple[bool, set[str]]]) -> None:
    told = [
        Deal(id=n, account="A", name="D", outcome=Outcome.WON if won else Outcome.LOST)
        for n, (won, _) in enumerate(lives)
    ]
    found = what_decides(
        told, {n: [reason(n, tag) for tag in sorted(tags)] for n, (_, tags) in enumerate(lives)}
    )
    with_reason = [(won, tags) for won, tags in lives if tags]
    for one in found.reasons:
        wins = sum(won and one.tag in tags for won, tags in with_reason)
        losses = sum(not won and one.tag in tags for won, tags in with_reason)
        assert (one.wins, one.losses) == (wins, losses)
        if one.contrast is not None:
            a, b = wins + 0.5, found.wins - wins + 0.5
            c, d = losses + 0.5, found.losses - losses + 0.5
            assert exp(one.contrast.delta) == pytest.approx((a * d) / (b * c))
            error = sqrt(1 / a + 1 / b + 1 / c + 1 / d)
            assert one.contrast.z * error == pytest.approx(one.contrast.delta)
    ranks = [abs(one.contrast.z) for one in found.reasons if one.contrast]
    assert ranks == sorted(ranks, reverse=True)
