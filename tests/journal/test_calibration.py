"""Private calibration: Monday's chances and dates against how the deals ended."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.calibration import calibration, push_risks
from journal.deal import Deal, Outcome
from journal.deal_check import MondayForecast

MONDAY = date(2026, 3, 2)
CLOSED = date(2026, 6, 1)


def ended(number: int, outcome: Outcome, pushes: int = 0, closed: date | None = CLOSED) -> Deal:
    return Deal(id=number, account="A", name="D", outcome=outcome, closed=closed, pushes=pushes)


def said(deal: int, chance: float, weeks: int = 0, close: date | None = None) -> MondayForecast:
    return MondayForecast(
        deal=deal, monday=MONDAY + timedelta(weeks=weeks), chance=chance, close=close
    )


def test_the_score_of_three_deals_as_worked_by_hand() -> None:
    deals = [ended(1, Outcome.WON), ended(2, Outcome.LOST), ended(3, Outcome.NO_DECISION)]
    found = calibration(deals, [said(1, 0.9), said(2, 0.5), said(3, 0.2)])
    assert found.brier == pytest.approx(0.1000, abs=5e-5)
    assert found.n == 3
    assert found.win_rate == pytest.approx(1 / 3)
    assert found.usual == pytest.approx(2 / 9)


def test_a_deals_mondays_are_averaged_first() -> None:
    # (.5² + .7²)/2 = .37 for the lost deal of two Mondays, 0 for the won one: .185, and not .2467.
    deals = [ended(1, Outcome.LOST), ended(2, Outcome.WON)]
    found = calibration(deals, [said(1, 0.5), said(1, 0.7, weeks=1), said(2, 1.0)])
    assert found.brier == pytest.approx(0.185)
    assert found.n == 2


def test_open_deals_and_what_was_said_after_the_close_are_not_scored() -> None:
    still_open = Deal(id=1, account="A", name="D")
    lost = ended(2, Outcome.LOST, closed=MONDAY)
    found = calibration([still_open, lost], [said(1, 0.9), said(2, 0.2), said(2, 1.0, weeks=1)])
    assert found.brier == pytest.approx(0.04)
    assert found.n == 1


def test_slip_is_the_actual_less_the_stated_close_of_won_deals() -> None:
    # 10 and 4 days late average 7; the second deal came 3 days early; the lost one does not count.
    deals = [ended(1, Outcome.WON), ended(2, Outcome.WON), ended(3, Outcome.LOST)]
    found = calibration(
        deals,
        [
            said(1, 0.5, close=CLOSED - timedelta(10)),
            said(1, 0.5, weeks=1, close=CLOSED - timedelta(4)),
            said(2, 0.5, close=CLOSED + timedelta(3)),
            said(3, 0.5, close=CLOSED - timedelta(99)),
        ],
    )
    assert (found.slip_days, found.slip_n) == (2.0, 2)


def test_the_haircut_makes_the_reps_own_chances_come_true() -> None:
    # Four deals at 75 % are three wins; two came, so a third is to be taken off.
    deals = [ended(n, Outcome.WON if n < 3 else Outcome.LOST) for n in range(1, 5)]
    found = calibration(deals, [said(n, 0.75) for n in range(1, 5)])
    assert (found.expected, found.won) == (3.0, 2)
    assert found.haircut == pytest.approx(1 / 3)


def test_it_is_shown_from_ten_closed_deals_on() -> None:
    deals = [ended(n, Outcome.LOST) for n in range(1, 11)]
    nine = calibration(deals, [said(n, 0.1) for n in range(1, 10)])
    assert not nine.is_shown
    assert nine.why_not == "Measured from 10 closed deals with a Monday chance on; you have 9."
    ten = calibration(deals, [said(n, 0.1) for n in range(1, 11)])
    assert ten.is_shown
    assert ten.why_not is None


def test_nothing_said_is_nothing_measured() -> None:
    found = calibration([ended(1, Outcome.WON)], [])
    assert (found.n, found.brier, found.usual, found.slip_days, found.haircut) == (
        *(0, None, None, None),
        None,
    )
    assert found.why_not is not None
    assert found.why_not.endswith("you have none yet.")


def test_the_risk_of_no_decision_stands_by_the_number_of_pushes() -> None:
    deals = [
        *(ended(n, Outcome.WON) for n in range(4)),
        ended(4, Outcome.NO_DECISION),
        ended(5, Outcome.NO_DECISION, pushes=3),
        ended(6, Outcome.NO_DECISION, pushes=7),
        ended(7, Outcome.LOST, pushes=3),
        Deal(id=8, account="A", name="D", pushes=3),
    ]
    risks = push_risks(deals)
    assert [(risk.pushes, risk.no_decision, risk.n) for risk in risks] == [
        (0, 1, 5),
        (1, 0, 0),
        (2, 0, 0),
        (3, 2, 3),
    ]
    assert risks[0].risk == pytest.approx(0.2)
    assert risks[1].risk is None


@given(
    st.lists(
        st.tuples(st.sampled_from(Outcome), st.lists(st.integers(0, 100), max_size=5)), max_size=20
    )
)
def test_the_score_is_what_adding_up_deal_by_deal_gives(
    lives: list[tuple[Outcome, list[int]]],
) -> None:
    deals = [
        ended(n, outcome, closed=None if outcome is Outcome.OPEN else CLOSED)
        for n, (outcome, _) in enumerate(lives, 1)
    ]
    forecasts = [
        said(n, chance / 100, weeks=week)
        for n, (_, chances) in enumerate(lives, 1)
        for week, chance in enumerate(chances)
    ]
    scores = []
    for outcome, chances in lives:
        if outcome is not Outcome.OPEN and chances:
            o = 100 if outcome is Outcome.WON else 0
            scores.append(sum((chance - o) ** 2 for chance in chances) / len(chances) / 10_000)
    found = calibration(deals, forecasts)
    assert found.n == len(scores)
    if scores:
        assert found.brier == pytest.approx(sum(scores) / len(scores))
