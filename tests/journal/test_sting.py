"""How a sting fades, how soon the rep acts, and how often setbacks come."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from math import log

import pytest
from builders import at, setback

from journal.follow_up import FollowUp, FollowUpState
from journal.setback import Setback
from journal.setback_work import Check
from journal.sting import HowOften, acted, fading, half_life

TUESDAY = date(2024, 1, 30)
NOW = at("2024-03-01T12:00")


def hit(id_: int = 1, sting: int | None = 8, logged: str = "2024-01-30T10:00") -> Setback:
    return replace(setback(on=TUESDAY, sting=sting), id=id_, logged=at(logged))


def asked(sting: int | None, days: int, after: int = 7) -> Check:
    return Check(setback=1, after=after, day=TUESDAY + timedelta(days=days), sting=sting)


def test_a_sting_halved_in_seven_days_has_a_half_life_of_seven() -> None:
    assert half_life(8, 4, 7) == pytest.approx(7)
    assert half_life(8, 2, 7) == pytest.approx(3.5)


def test_a_sting_that_is_gone_counts_as_a_half() -> None:
    # 8 to .5 is four halvings.
    assert half_life(8, 0, 30) == pytest.approx(7.5)
    assert half_life(1, 0, 7) == pytest.approx(7)


def test_a_sting_that_is_not_lower_has_none_yet() -> None:
    assert half_life(4, 4, 7) is None
    assert half_life(4, 5, 7) is None


def test_by_the_formula() -> None:
    assert half_life(6, 5, 7) == pytest.approx(7 * log(2) / log(6 / 5))


@pytest.mark.parametrize(("first", "days"), [(0, 7), (5, 0), (5, -1)])
def test_what_did_not_hurt_or_is_of_today_cannot_fade(first: int, days: int) -> None:
    with pytest.raises(ValueError, match="fade"):
        half_life(first, 0, days)


def test_the_last_asking_counts_and_the_middle_half_life_is_told() -> None:
    slow = (hit(), (asked(8, 7), asked(4, 30, after=30)))
    fast = (hit(), (asked(4, 7),))
    faded = fading([slow, fast, (hit(), (asked(2, 7),))])
    assert (faded.n, faded.not_yet) == (3, 0)
    assert faded.median_days == pytest.approx(7)
    assert faded.why_not is None


def test_where_half_do_not_fade_there_is_no_half_life_yet() -> None:
    faded = fading([(hit(), (asked(9, 7),)), (hit(), (asked(4, 7),))])
    assert (faded.median_days, faded.n, faded.not_yet) == (None, 2, 1)
    assert faded.why_not == "Not yet: half of the stings are not lower yet."


def test_what_was_never_asked_again_is_not_measured() -> None:
    unsaid = [(hit(sting=None), (asked(4, 7),)), (hit(sting=0), (asked(0, 7),)), (hit(), ())]
    faded = fading([*unsaid, (hit(), (asked(None, 7),)), (hit(), (asked(4, 0),))])
    assert (faded.median_days, faded.n) == (None, 0)
    assert faded.why_not == "Not measured: no sting was asked again after 7 days yet."


def test_an_entry_within_a_day_is_a_next_action() -> None:
    steps = {1: at("2024-01-31T10:00"), 2: at("2024-01-31T10:01")}
    found = acted([hit(1), hit(2), hit(3)], steps, {}, NOW)
    assert (found.within, found.n) == (1, 3)


def test_a_next_step_done_by_the_next_day_is_one_too() -> None:
    def step(on: date, state: FollowUpState = FollowUpState.DONE) -> tuple[FollowUp, ...]:
        return (FollowUp(due=on, what="Call", setback=1, state=state, settled=on),)

    soon, late = TUESDAY + timedelta(days=1), TUESDAY + timedelta(days=2)
    assert acted([hit()], {}, {1: step(soon)}, NOW).within == 1
    assert acted([hit()], {}, {1: step(late)}, NOW).within == 0
    assert acted([hit()], {}, {1: step(soon, FollowUpState.SKIPPED)}, NOW).within == 0


def test_a_setback_of_less_than_a_day_is_not_asked_yet() -> None:
    steps = {1: at("2024-01-30T10:30")}
    early = acted([hit()], steps, {}, at("2024-01-31T09:59"))
    assert (early.within, early.n) == (0, 0)
    assert early.why_not == "Not measured: no setback is 24 hours old yet."
    assert acted([hit()], steps, {}, at("2024-01-31T10:00")).n == 1


def test_setbacks_come_with_the_work() -> None:
    assert HowOften(3, 400).per_hundred == 0.75
    assert HowOften(3, 400).why_not is None
    assert HowOften(3, 0).per_hundred is None
    assert HowOften(3, 0).why_not == "Not measured: no reach-out is written down yet."
