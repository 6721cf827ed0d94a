"""The JSON contract of the reports, and what they answer while there is no journal yet."""

from __future__ import annotations

import pytest
from asking import Json, Rep

REPORTS = {
    "today": {
        *("day", "state", "streak", "strength", "counts", "milestones", "due", "one"),
    },
    "status": {"day", "state", "streak", "strength", "one"},
    "due": {"due", "overdue"},
    "stats": {
        *("currency", "deals", "win_rate", "average_won", "median_won", "won_value", "cycle_days"),
        *("won_by_quarter", "streak", "strength", "activity", "bounce_back"),
        "other_currency",
    },
    "plan": {
        *("target", "currency", "booked", "by", "open_expected", "levels", "weekly_reach_outs"),
        *("chance", "p10", "p50", "p90", "levers"),
    },
    "setbacks": {
        *("bounce_back", "ordinary_days", "curve", "not_measured", "sting_half_life"),
        *("within_24_hours", "per_100_reach_outs", "most_often", "setbacks"),
    },
    "setbacks stronger": {"stronger"},
    "block list": {"fear", "blocks"},
    "goal list": {"goals"},
    "milestone list": {"milestones"},
    "settings": {"settings"},
    "off": {"off"},
    "where": {"path", "exists"},
    "purpose": {"purpose"},
}


M = 0.5 ** ((5 / 7) ** 0.5 / 13)
"""What a day leaves of the strength before it, at five working days a week."""

STRENGTH = (1 - M) * (M * M + M + 0.4)
"""Two full days, and four of the ten calls that today asks for."""


@pytest.mark.parametrize("report", REPORTS)
def test_a_report_on_no_journal_answers_as_empty_and_creates_nothing(rep: Rep, report: str) -> None:
    answer = rep.gets(*report.split())
    assert set(answer) == REPORTS[report]
    assert rep.asks(*report.split()).code == 0
    assert not rep.path.parent.exists()


@pytest.mark.parametrize("report", REPORTS)
def test_a_report_on_a_day_at_work_has_the_same_keys(busy: Rep, report: str) -> None:
    assert set(busy.gets(*report.split())) == REPORTS[report]
    assert busy.asks(*report.split()).out != ""


@pytest.fixture
def busy(rep: Rep) -> Rep:
    """A rep with a target for calls, a milestone, and three days of work."""
    rep.asks("settings", "target.call", "10", "--from", "2024-01-29")
    rep.asks(
        *("milestone", "add", "Fifty reach-outs", "--measure", "reach-outs", "--target", "50"),
        *("--from", "2024-01-29", "--by", "2024-02-09"),
    )
    rep.asks("log", "call", "10", now="2024-01-30T10:00")
    rep.asks("log", "call", "10", now="2024-01-31T10:00")
    rep.asks("log", "call", "4")
    rep.asks("log", "meeting", "Globex")
    return rep


def test_today_says_what_is_done_and_what_is_asked(busy: Rep) -> None:
    # Ten working days to 50: five a day, so the line is 20 by Thursday and 24 are done.
    assert busy.gets("today") == {
        "day": "2024-02-01",
        "state": "kept",
        "streak": {"current": 3, "best": 3, "freezes": 0},
        "strength": pytest.approx(STRENGTH),
        "counts": {
            "call": {"done": 4, "target": 10},
            "meeting": {"done": 1, "target": None},
            "reach_outs": {"done": 4, "target": 10},
        },
        "milestones": [
            {
                "id": 1,
                "title": "Fifty reach-outs",
                "done": 24,
                "target": 50,
                "due": "2024-02-09",
                "buffer_days": 1,
                "must_today": 0,
                "state": "1_day",
                # Gamma(10·5 + 20, 10 + 2) a day, 7 days for 26 more: I(26, 70) at 7/19.
                "chance": pytest.approx(0.980176, abs=1e-6),
            }
        ],
        "due": [],
        "one": {"what": "reach-outs", "must_today": 0, "buffer_days": 1},
    }


def test_status_is_a_part_of_today(busy: Rep) -> None:
    whole: Json = busy.gets("today")
    assert busy.gets("status") == {key: whole[key] for key in REPORTS["status"]}
    assert busy.asks("status").out == "reach-outs done · streak 3\n"


def test_today_reads_as_a_calm_page(busy: Rep) -> None:
    assert busy.asks("today").out == (
        "Thu 1 Feb 2024  kept\n"
        "\n"
        "Today's number is done: 4 reach-outs.\n"
        "\n"
        "Next waypoint\n"
        "  Fifty reach-outs  24 of 50  due Fri 9 Feb  ● 1 day of buffer\n"
        "\n"
        "  reach-outs  4 of 10  6 to go\n"
        "  calls       4 of 10  6 to go\n"
        "  meeting           1\n"
        "\n"
        "Strength 10 %   Streak 3 days   best 3   0 freezes\n"
    )


def test_one_of_a_thing_is_told_as_one(rep: Rep) -> None:
    rep.asks("note", "Hello")
    assert rep.asks("status").out == "1 activity to go · streak 0\n"
    assert "\n1 activity to go today, 0 done; then your line is kept.\n" in rep.asks("today").out
    rep.asks("log", "call")
    assert "\nToday's number is done: 1 activity.\n" in rep.asks("today").out
    rep.asks("settings", "target.reach-outs", "2")
    assert rep.asks("status").out == "1 reach-out to go · streak 1\n"


def test_an_amount_is_told_as_money(rep: Rep) -> None:
    words = ("--measure", "amount-booked", "--target", "12000", "--by", "2024-02-01")
    rep.asks("milestone", "add", "Book it", *words)
    assert rep.asks("status").out.startswith("12,000 booked to go · ")
    assert rep.gets("status")["one"]["must_today"] == 12000


def test_an_empty_journal_invites(rep: Rep) -> None:
    assert rep.asks("today").out == (
        "Thu 1 Feb 2024  open\n"
        "\n"
        "Nothing here yet, and that is fine. Begin with: journal log call Acme\n"
    )


def test_a_plan_without_a_target_has_rates_and_no_needs(rep: Rep) -> None:
    plan = rep.gets("plan")
    assert [plan[key] for key in ("target", "by", "weekly_reach_outs", "chance")] == [None] * 4
    assert [level["level"] for level in plan["levels"]] == [
        *("deals", "qualified", "stage1", "qualified_leads", "first_meetings"),
        *("unqualified_leads", "reach_outs"),
    ]
    assert [level["rate"] for level in plan["levels"]] == [None, 0.25, 0.5, 0.8, 0.6, 0.2, 0.1]
    assert all(level["needed"] is None and level["done"] == 0 for level in plan["levels"])
    assert set(plan["levels"][0]) == {
        *("level", "needed", "done", "last_useful", "rate", "raw_rate", "n", "source"),
    }


def test_stats_of_a_period_turned_around_are_refused(rep: Rep) -> None:
    words = ("stats", "--since", "2024-01-31", "--until", "2024-01-01")
    assert rep.asks(*words).refused[0] == 2


def test_stats_count_the_activity_of_their_period(busy: Rep) -> None:
    assert busy.gets("stats")["activity"] == {"call": 24, "meeting": 1}
    assert busy.gets("stats", "--until", "2024-01-30")["activity"] == {"call": 10}
    assert busy.gets("stats", "--since", "yesterday")["activity"] == {"call": 14, "meeting": 1}


def test_stats_say_which_deals_are_in_no_amount(rep: Rep) -> None:
    rep.path.parent.mkdir()
    file = rep.path.parent / "deals.csv"
    file.write_text(
        "Account,Amount,Currency,Created,Closed On,Status\n"
        "Acme,500,GBP,2023-12-04,2023-12-14,Won\n"
        "Globex,700,USD,2023-12-04,2023-12-14,Won\n"
    )
    assert rep.gets("import", str(file))["added"] == 2
    stats = rep.gets("stats")
    assert (stats["won_value"], stats["currency"], stats["other_currency"]) == (500, "GBP", 1)
    assert "Won value     500 GBP\n" in rep.asks("stats").out
    assert rep.asks("stats").out.endswith("1 won deal not in GBP: its amount is left out.\n")


def test_a_deal_won_on_a_day_to_come_is_refused_and_in_no_figure(rep: Rep) -> None:
    rep.path.parent.mkdir()
    file = rep.path.parent / "deals.csv"
    file.write_text("Account,Amount,Created,Closed On,Status\nAcme,5,2023-02-20,2033-03-04,Won\n")
    assert rep.gets("import", str(file))["refused"] == [
        {
            "file": "deals.csv",
            "line": 2,
            "why": "It is said to be won, but its day, 2033-03-04, is still to come.",
        }
    ]
    assert rep.gets("stats")["won_by_quarter"] == {}
