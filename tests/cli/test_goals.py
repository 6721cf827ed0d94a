"""``goal`` and ``milestone``: added, listed, checked in, re-dated and completed."""

from __future__ import annotations

import pytest
from asking import Rep

REACH = ("--measure", "reach-outs", "--target", "50", "--by", "2024-02-14")


def test_a_milestone_of_a_goal_keeps_all_that_was_said(rep: Rep) -> None:
    rep.asks(
        *("goal", "add", "Two million", "--measure", "amount-booked", "--target", "2M"),
        *("--by", "2024-12-31", "--from", "2024-01-01"),
    )
    answer = rep.gets(
        *("milestone", "add", "Fifty", "reach-outs", *REACH, "--goal", "1"),
        *("--why", "practice", "--evidence", "forty last month", "--serves", "fills the pipeline"),
    )
    assert answer == {
        "id": 2,
        "title": "Fifty reach-outs",
        "done": 0,
        "target": 50,
        "due": "2024-02-14",
        "buffer_days": 0,
        "must_today": 5,
        "state": "due_today",
        "chance": pytest.approx(0.5),
        "form": "milestone",
        "measure": "reach-outs",
        "currency": None,
        "start": "2024-02-01",
        "baseline": 0,
        "at_most": False,
        "goal": 1,
        "why": "practice",
        "evidence": "forty last month",
        "serves": "fills the pipeline",
        "finished": None,
        "lacks": [],
        "terms": [
            {
                "target": 50,
                "due": "2024-02-14",
                "decided": "2024-02-01",
                "from": "2024-02-01",
                "why": None,
            }
        ],
    }
    goals = rep.gets("goal", "list")["goals"]
    assert [(one["id"], one["target"], one["currency"]) for one in goals] == [
        (1, 2_000_000, "EUR"),
        (2, 50, None),
    ]
    assert [one["id"] for one in rep.gets("milestone", "list")["milestones"]] == [2]


def test_a_milestone_that_lacks_something_says_what(rep: Rep) -> None:
    out = rep.asks("milestone", "add", "Meet Wayne", "--measure", "meeting").out
    assert out.startswith("Saved the milestone:\n1  Meet Wayne\n")
    assert "Not yet S.M.A.R.T.: " in out


def test_a_list_shows_parts_under_their_goal(rep: Rep) -> None:
    rep.asks("goal", "add", "Reach", *REACH)
    rep.asks("milestone", "add", "First ten", *REACH, "--goal", "1")
    assert rep.asks("goal", "list").out == (
        "1  Reach        0 of 50  due Wed 14 Feb  ◆ due today\n"
        "2    First ten  0 of 50  due Wed 14 Feb  ◆ due today\n"
    )


def test_a_number_is_checked_in_by_hand_even_a_negative_one(rep: Rep) -> None:
    rep.asks(
        *("goal", "add", "Balance", "--measure", "number", "--baseline", "-5", "--target", "10"),
        *("--by", "2024-12-31"),
    )
    rep.asks("goal", "check-in", "1", "2.5")
    assert rep.gets("goal", "show", "1")["done"] == 2.5
    assert rep.asks("goal", "check-in", "1", "-3").code == 0
    assert rep.gets("goal", "show", "1")["done"] == -3
    assert rep.asks("goal", "check-in", "1", "4", "--on", "tomorrow").refused[0] == 2


def test_a_harder_date_holds_at_once_and_an_easier_one_after_seven_days(rep: Rep) -> None:
    rep.asks("milestone", "add", "Reach", *REACH)
    assert rep.asks("milestone", "redate", "1", "12", "feb").out == "Due Mon 12 Feb: Reach\n"
    assert rep.asks("milestone", "redate", "1", "2024-02-20").refused[0] == 2
    eased = rep.asks("milestone", "redate", "1", "2024-02-20", "--why", "Globex moved")
    assert eased.out == "Due 20 Feb, from Thu 8 Feb on: Reach\n"
    assert rep.gets("milestone", "show", "1")["due"] == "2024-02-12"
    coming = "From Thu 8 Feb: 50 by 20 Feb: “Globex moved”"
    assert coming in rep.asks("milestone", "show", "1").out
    told = rep.gets("milestone", "show", "1")["terms"]
    assert [term["why"] for term in told] == [None, None, "Globex moved"]
    later = rep.asks("milestone", "show", "1", now="2024-02-08T09:00").out
    assert "Now: 50 by Tue 20 Feb: “Globex moved”" in later
    assert rep.gets("milestone", "show", "1", now="2024-02-08T09:00")["due"] == "2024-02-20"


def test_a_finished_one_says_how_early_it_was(rep: Rep) -> None:
    rep.asks("milestone", "add", "Reach", *REACH)
    assert rep.asks("milestone", "done", "1").out == "Done at 0 of 50, 13 days early: Reach\n"
    assert rep.gets("today")["milestones"] == []
    assert rep.asks("milestone", "done", "1").refused[0] == 2
    rep.asks("undo")
    assert len(rep.gets("today")["milestones"]) == 1


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("add", "Reach", "--measure", "weather"), 2),
        (("add", "Reach", "--measure", "call", "--target", "many"), 2),
        (("add", "Reach", "--measure", "call", "--target", "-1"), 2),
        (("add", "Reach", "--measure", "call", "--target", "0"), 2),
        (("add", "Reach", "--measure", "call", "--target", "10", "--by", "2023-12-31"), 2),
        (("add", " ", "--measure", "call"), 2),
        (("add", "x" * 201, "--measure", "call"), 2),
        (("add", "Reach"), 2),
        (("add", "--measure", "call"), 2),
        (("add", "Reach", "--measure", "call", "--goal", "9"), 1),
        (("show", "9"), 1),
        (("done", "9"), 1),
        (("redate", "9", "fri"), 1),
        (("redate", "9"), 2),
        (("check-in", "9", "1"), 1),
        (("check-in", "9", "one"), 2),
        ((), 2),
        (("dance",), 2),
    ],
)
def test_what_cannot_be_is_one_sentence_and_makes_no_journal(
    rep: Rep, words: tuple[str, ...], code: int
) -> None:
    assert rep.asks("goal", *words).refused[0] == code
    assert not rep.path.exists()


def test_a_goal_for_deals_has_the_chance_of_its_own_target(rep: Rep) -> None:
    now = "2026-01-05T09:00"
    rep.asks(
        *("plan", "set", "--target", "1.2M", "--by", "2026-12-31", "--deal-size", "60k"), now=now
    )
    rep.asks(
        *("milestone", "add", "Two won", "--measure", "deals-won", "--target", "2"),
        *("--by", "2026-12-31", "--goal", "1"),
        now=now,
    )
    goal, milestone = rep.gets("goal", "list", now=now)["goals"]
    assert goal["chance"] == pytest.approx(0.382, abs=0.005)
    assert milestone["chance"] == pytest.approx(0.999, abs=0.005)
    assert rep.gets("goal", "show", "1", now=now)["chance"] == goal["chance"]
    assert rep.gets("today", now=now)["milestones"][0]["chance"] == milestone["chance"]
    assert "Chance" in rep.asks("milestone", "show", "2", now=now).out
