"""``journal plan``: set in a rep's words, reported level by level."""

from __future__ import annotations

import re

import pytest
from asking import Rep

from journal.percent import read_percent

PLANNED = ("plan", "set", "--target", "1.2M", "--by", "2026-12-31", "--deal-size", "60k")
NOW = "2026-01-05T09:00"


@pytest.mark.parametrize(
    ("text", "share"),
    [
        *(("25%", 0.25), ("25", 0.25), (".25", 0.25), ("0.25", 0.25), ("0,25", 0.25)),
        *(("1", 1.0), ("1%", 0.01), ("0", 0.0), ("100%", 1.0), ("0.5%", 0.005), ("25 %", 0.25)),
    ],
)
def test_a_share_may_be_written_as_percent_or_fraction(text: str, share: float) -> None:
    assert read_percent(text) == pytest.approx(share)


def test_a_target_becomes_this_weeks_reach_outs(rep: Rep) -> None:
    plan = rep.gets(*PLANNED, now=NOW)
    assert (plan["target"], plan["currency"], plan["by"]) == (1_200_000, "EUR", "2026-12-31")
    assert [round(level["needed"], 2) for level in plan["levels"]] == [
        *(20.0, 80.0, 160.0, 200.0, 333.33, 1666.67, 16666.67),
    ]
    assert [level["last_useful"] for level in plan["levels"]] == [
        *("2026-12-31", "2026-11-01", "2026-10-02", "2026-09-25", "2026-09-18"),
        *("2026-09-04", "2026-08-21"),
    ]
    assert round(plan["weekly_reach_outs"], 2) == 505.05


def test_a_plan_makes_the_goal_it_belongs_to(rep: Rep) -> None:
    rep.asks(*PLANNED, now=NOW)
    (goal,) = rep.gets("goal", "list", now=NOW)["goals"]
    assert (goal["measure"], goal["target"], goal["due"]) == (
        *("amount-booked", 1_200_000),
        "2026-12-31",
    )
    assert goal["start"] == "2026-01-01"
    assert goal["title"] == "1.2M booked in 2026"


def test_what_is_not_said_again_stays_and_undo_brings_the_old_plan_back(rep: Rep) -> None:
    rep.asks(*PLANNED, now=NOW)
    rep.asks("plan", "set", "--win-rate", "50%", "--rates", "50,80,60,20,10", now=NOW)
    levels = rep.gets("plan", now=NOW)["levels"]
    assert [level["rate"] for level in levels[1:]] == [0.5, 0.5, 0.8, 0.6, 0.2, 0.1]
    assert {level["source"] for level in levels[1:]} == {"plan"}
    rep.asks("undo", now=NOW)
    assert rep.gets("plan", now=NOW)["levels"][1]["rate"] == 0.25


def test_lags_move_the_last_useful_days(rep: Rep) -> None:
    rep.asks(*PLANNED, "--lags", "30,30,0,0,0,0", now=NOW)
    levels = rep.gets("plan", now=NOW)["levels"]
    assert [level["last_useful"] for level in levels[1:]] == [
        *("2026-12-01", "2026-11-01", "2026-11-01", "2026-11-01", "2026-11-01", "2026-11-01"),
    ]


def test_a_lag_longer_than_the_time_left_is_planned_with_and_said(rep: Rep) -> None:
    out = rep.asks(*PLANNED, "--lags", "400,30,7,7,14,14", now=NOW).out
    assert "Reach-outs from today on come too late for this target on average." in out
    assert "Qualified opportunities take 400 days to become deals, and 360 are left" in out
    assert rep.gets("plan", now=NOW)["weekly_reach_outs"] is None


def test_the_plan_says_where_its_lags_come_from(rep: Rep) -> None:
    out = rep.asks(*PLANNED, now=NOW).out
    assert "The lags are the default, in days from each level to the one above it." in out
    assert " 60 d  25 % " in out
    out = rep.asks("plan", "set", "--lags", "45,30,7,7,14,14", now=NOW).out
    assert "The lags you planned yourself: qualified opportunities, stage-1 " in out


@pytest.mark.parametrize(
    "words",
    [
        (),
        ("--win-rate", "101%"),
        ("--win-rate", "-5"),
        ("--win-rate", "nan"),
        ("--win-rate", "often"),
        ("--rates", "50,80"),
        ("--rates", "50,80,60,20,x"),
        ("--lags", "1,2,3"),
        ("--lags", "1,2,3,4,5,-6"),
        ("--lags", "1,2,3,4,5,99999"),
        ("--target", "0"),
        ("--target", "lots"),
        ("--target", "1M", "--by", "2025-01-01"),
        ("--deal-size", "0"),
    ],
)
def test_a_plan_that_cannot_be_is_one_sentence(rep: Rep, words: tuple[str, ...]) -> None:
    assert rep.asks("plan", "set", *words, now=NOW).refused[0] == 2
    assert not rep.path.exists()


def test_the_funnel_fits_eighty_columns(rep: Rep) -> None:
    rep.asks(*PLANNED, now=NOW)
    out = rep.asks("plan", now=NOW).out
    assert out.startswith("1,200,000 EUR by 31 Dec; booked 0, open deals bring about 0.\n")
    assert (
        "506 reach-outs a week is what the target asks for from today on: kept exactly, a\n"
        "chance of 38 %.\n" in out
    )
    assert "For 50 %: 620 a week; for 80 %: 1,113 a week." in out
    assert "The chance today is 38 %, if you keep the plan." in out
    assert max(map(len, out.splitlines())) <= 80
    assert "to go  done  until" in out
    assert "needed" not in out


def test_the_chance_of_the_plan_kept_and_of_going_on_as_now_are_told_apart(rep: Rep) -> None:
    rep.asks(*PLANNED, now=NOW)
    for account in ("Acme", "Globex"):
        rep.asks("deal", "add", account, "X", "--amount", "90k", "--stage", "proposal", now=NOW)
    rep.asks("deal", "won", "1", now=NOW)
    out = " ".join(rep.asks("plan", now=NOW).out.split())
    kept = re.search(r"(\d+) reach-outs a week is what the target asks for from today on", out)
    saved = re.search(r"if you keep the plan as you saved it, about (\d+) reach-outs a week\.", out)
    assert kept
    assert saved
    assert int(kept[1]) < int(saved[1])
    assert 495 <= int(saved[1]) <= 505
    later = " ".join(rep.asks("plan", now="2026-01-26T09:00").out.split())
    assert ", as it is going: new opportunities come as from about " in later


def test_an_empty_journal_points_at_the_deals_it_does_not_know(rep: Rep) -> None:
    assert "No deal is written down yet: journal import or journal deal add brings them" in (
        rep.asks(*PLANNED, now=NOW).out
    )


def test_the_plan_tells_its_chance_its_range_and_its_levers(rep: Rep) -> None:
    plan = rep.gets(*PLANNED, now=NOW)
    assert plan["chance"] == pytest.approx(0.382, abs=0.005)
    assert [plan["p10"], plan["p50"], plan["p90"]] == pytest.approx(
        [409_600, 1_007_400, 1_979_000], rel=0.01
    )
    assert {tuple(lever) for lever in plan["levers"]} == {("lever", "gain")}
    assert [lever["lever"] for lever in plan["levers"]] == [
        *("a", "q", "w", "deal_size", "b", "c", "d", "reach_outs"),
    ]
    assert plan["levers"][0]["gain"] == pytest.approx(0.0655, abs=0.002)
    assert plan["levers"][-1]["gain"] == pytest.approx(0.0553, abs=0.002)


def test_without_a_target_there_is_no_chance_and_no_lever(rep: Rep) -> None:
    plan = rep.gets("plan", now=NOW)
    absent = ("target", "by", "weekly_reach_outs", "chance", "p10", "p50", "p90")
    assert [plan[key] for key in absent] == [None] * 7
    assert plan["levers"] == []


def test_a_changed_plan_says_what_each_change_does(rep: Rep) -> None:
    rep.asks(*PLANNED, now=NOW)
    out = rep.asks(
        *("plan", "set", "--target", "900k", "--deal-size", "50k", "--win-rate", "20%"), now=NOW
    ).out
    # The parts of NUMBERS 12, −24.425, 18.945 and 15.479, at 1/(.5·.8·.6·.2·.1) reach-outs each.
    assert "The target went from 1,200,000 to 900,000: 5,088 fewer reach-outs.\n" in out
    assert "The win rate went from 25 % to 20 %: 3,947 more reach-outs.\n" in out
    assert "The average deal went from 60,000 to 50,000: 3,225 more reach-outs.\n" in out


def test_past_the_last_useful_day_it_says_what_still_helps(rep: Rep) -> None:
    rep.asks(*PLANNED, now=NOW)
    out = rep.asks("plan", now="2026-10-01T09:00").out
    assert "Reach-outs from today on come too late" in out
    assert "bigger deals, a better win rate, the open deals, next year's pipeline." in out
    assert "reach-outs a week" not in out
