"""What reach-outs alone can do for a target."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from builders import day

from journal.calendar import Calendar
from journal.plan import DEFAULT_RATES, Level
from journal.planning.cycle import Cycle, arrivals_in_time
from journal.planning.forecast.reach_outs import chance_at, usual_weekly, weekly_for
from journal.planning.forecast.situation import Lever, Situation
from journal.planning.forecast.target import work_out
from journal.planning.rates import Rate, Source

RATES = {level: Rate(rate, 0, 0, Source.DEFAULT) for level, rate in DEFAULT_RATES.items()}


def here(on: str = "2026-01-05", gap: float = 1_200_000) -> Situation:
    today, due = day(on), day("2026-12-31")
    later = arrivals_in_time(Cycle(), Calendar(), today + timedelta(days=42), due)
    return Situation(
        gap=gap,
        win=(5, 15),
        arrivals=(10, 20),
        exposure=arrivals_in_time(Cycle(), Calendar(), today, due),
        q=0.5,
        average=60_000,
        spread=0.6,
        doubt=0.6 / 10**0.5,
        lever_exposures={Lever.REACH_OUTS: later},
    )


def test_half_an_arrival_a_day_stands_for_260_reach_outs_a_week() -> None:
    # .5 a day, 5 days a week, one in .8·.6·.2·.1 = .0096.
    assert usual_weekly(here(), RATES, 5) == pytest.approx(2.5 / 0.0096)


def test_the_plans_own_reach_outs_stand_for_the_arrivals_it_named() -> None:
    # 20 days of the plan's 60 a day, and 10 arrivals in 20 days that took 10/.0096 reach-outs.
    own = replace(here(), arrivals=(20 * 0.4 + 10, 40))
    planned = {Level.STAGE1: 0.4, Level.REACH_OUTS: 60.0}
    assert usual_weekly(own, RATES, 5, planned) == pytest.approx((1_200 + 10 / 0.0096) / 40 * 5)


def test_a_plan_past_its_last_reach_outs_is_read_by_its_rates() -> None:
    assert usual_weekly(here(), RATES, 5, {Level.STAGE1: 0.5}) == pytest.approx(2.5 / 0.0096)


def test_doing_as_usual_has_the_usual_chance() -> None:
    assert chance_at(work_out(here()), 1) == pytest.approx(0.1219, abs=0.005)


def test_the_numbers_named_for_half_and_for_sure_give_these_chances() -> None:
    found = work_out(here())
    half, sure = weekly_for(found, 260, 0.5), weekly_for(found, 260, 0.8)
    assert half is not None
    assert sure is not None
    assert 260 < half < sure
    assert chance_at(found, half / 260) == pytest.approx(0.5, abs=0.003)
    assert chance_at(found, sure / 260) == pytest.approx(0.8, abs=0.003)


def test_late_in_the_year_no_number_of_reach_outs_is_enough() -> None:
    found = work_out(here("2026-11-30"))
    assert (weekly_for(found, 260, 0.5), weekly_for(found, 260, 0.8)) == (None, None)
    assert chance_at(found, 1) == pytest.approx(0, abs=1 / 401)


def test_a_target_within_reach_of_the_pipeline_alone_needs_none() -> None:
    assert weekly_for(work_out(here(gap=0)), 260, 0.8) == 0


def test_without_arrivals_or_with_a_rate_of_nought_nothing_is_said() -> None:
    idle = replace(here(), arrivals=(0.0, 20.0))
    assert usual_weekly(idle, RATES, 5) == 0
    none = {level: replace(rate, plan=0.0) for level, rate in RATES.items()}
    assert usual_weekly(here(), none, 5) == 0
    assert weekly_for(work_out(here()), 0.0, 0.5) is None
