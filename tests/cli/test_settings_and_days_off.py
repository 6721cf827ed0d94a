"""``journal settings`` and ``journal off``: what holds from a day on, and days without work."""

from __future__ import annotations

import pytest
from asking import Rep


def test_a_default_is_called_default(rep: Rep) -> None:
    first = rep.gets("settings")["settings"][0]
    assert first == {
        "key": "workdays",
        "value": "mon,tue,wed,thu,fri",
        "default": True,
        "from": None,
    }
    assert rep.asks("settings", "floor").out == "floor  1  default\n"


def test_a_setting_holds_from_a_day_on(rep: Rep) -> None:
    rep.asks("settings", "workdays", "mon-thu", "--from", "2024-03-01")
    assert rep.gets("settings", "workdays")["settings"][0]["default"] is True
    assert "default; mon,tue,wed,thu from 1 Mar" in rep.asks("settings").out
    later = rep.gets("settings", "workdays", now="2024-03-04T09:00")["settings"]
    assert later == [
        {
            "key": "workdays",
            "value": "mon,tue,wed,thu",
            "default": False,
            "from": "2024-03-01",
        }
    ]


def test_a_long_value_does_not_push_the_others_off_the_terminal(rep: Rep) -> None:
    rows = rep.asks("settings").out.splitlines()
    stages = next(row for row in rows if row.startswith("stages"))
    assert stages.split()[1:3] == ["default", "Reaching"]
    assert max(len(row) for row in rows if not row.startswith("stages")) <= 80


def test_a_value_may_be_several_words_and_is_said_back(rep: Rep) -> None:
    assert rep.asks("settings", "workdays", "mon", "tue").out == "workdays  mon,tue  from today\n"


def test_a_country_makes_its_public_holidays_free(rep: Rep) -> None:
    rep.asks("settings", "country", "DE", now="2024-04-29T09:00")
    assert rep.gets("today", now="2024-05-01T09:00")["state"] == "off"


@pytest.mark.parametrize(
    "words",
    [
        ("weather",),
        ("weather", "fine"),
        ("floor", "-1"),
        ("floor", "many"),
        ("day-start", "25:00"),
        ("country", "Atlantis"),
        ("theme", "pink"),
        ("target.fax", "3"),
        ("floor", "--from", "today"),
        ("floor", "2", "--from", "someday"),
    ],
)
def test_a_setting_that_cannot_be_is_one_sentence(rep: Rep, words: tuple[str, ...]) -> None:
    assert rep.asks("settings", *words).refused[0] == 2
    assert not rep.path.exists()


def test_days_off_are_taken_listed_and_given_back(rep: Rep) -> None:
    taken = rep.asks("off", "2024-02-08..2024-02-09", "--why", "skiing")
    assert taken.out == "Off Thu 8 Feb to Fri 9 Feb, skiing\n"
    assert rep.gets("off") == {
        "off": [
            {
                "first": "2024-02-08",
                "last": "2024-02-09",
                "why": "skiing",
                "given_on": "2024-02-01",
            }
        ]
    }
    assert rep.asks("off").out == "Thu 8 Feb to Fri 9 Feb  skiing\n"
    given = rep.asks("off", "2024-02-08..2024-02-09", "--remove")
    assert given.out == "Given back: Thu 8 Feb to Fri 9 Feb\n"
    assert rep.gets("off") == {"off": []}


def test_one_day_of_a_range_is_given_back_and_the_rest_stays_off(rep: Rep) -> None:
    rep.asks("off", "2026-12-24..2027-01-02", "--why", "Christmas", now="2026-11-24T09:00")
    given = rep.asks("off", "2026-12-25", "--remove", now="2026-12-01T09:00")
    assert (given.code, given.out) == (0, "Given back: 25 Dec\n")
    whole = {"why": "Christmas", "given_on": "2026-11-24"}
    assert rep.gets("off")["off"] == [
        {"first": "2026-12-24", "last": "2026-12-24", **whole},
        {"first": "2026-12-26", "last": "2027-01-02", **whole},
    ]
    rep.asks("undo")
    assert rep.gets("off")["off"] == [{"first": "2026-12-24", "last": "2027-01-02", **whole}]


def test_days_of_several_ranges_are_given_back_at_once(rep: Rep) -> None:
    rep.asks("off", "2024-02-05..2024-02-07")
    rep.asks("off", "2024-02-12..2024-02-14")
    given = rep.asks("off", "2024-02-06..2024-02-12", "--remove")
    assert given.out == "Given back: 3 days of Tue 6 Feb to Mon 12 Feb\n"
    assert [(off["first"], off["last"]) for off in rep.gets("off")["off"]] == [
        ("2024-02-05", "2024-02-05"),
        ("2024-02-13", "2024-02-14"),
    ]


def test_a_day_off_means_the_next_one_of_its_name(rep: Rep) -> None:
    rep.asks("off", "fri")
    assert rep.gets("off")["off"][0]["first"] == "2024-02-02"


def test_a_past_day_given_off_afterwards_says_when_it_was_given(rep: Rep) -> None:
    rep.asks("off", "-3d")
    assert rep.asks("off").out == "29 Jan  given on 2024-02-01\n"


def test_a_missed_day_given_off_no_longer_breaks_the_streak(rep: Rep) -> None:
    rep.asks("log", "call", now="2024-01-30T10:00")
    assert rep.gets("today")["streak"]["current"] == 0
    rep.asks("off", "yesterday")
    assert rep.gets("today")["streak"]["current"] == 1
    rep.asks("undo")
    assert rep.gets("today")["streak"]["current"] == 0


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("2024-02-09..2024-02-08",), 2),
        (("2024-02-30",), 2),
        (("2024-02-01..2026-02-01",), 2),
        (("someday",), 2),
        (("2024-02-08", "--remove"), 1),
    ],
)
def test_days_off_that_cannot_be_are_one_sentence(
    rep: Rep, words: tuple[str, ...], code: int
) -> None:
    assert rep.asks("off", *words).refused[0] == code
    assert not rep.path.exists()


def test_stages_are_set_from_a_day_on_and_tell_which_deals_lose_theirs(rep: Rep) -> None:
    ours = "Lead, First call = stage 1, Fit = qualified, Offer"
    rep.asks("deal", "add", "Acme", "Renewal", "--stage", "Discovery")
    rep.asks("settings", "stages", ours, "--from", "2099-01-01")
    assert "Discovery" in rep.asks("deal", "list").out
    told = rep.asks("settings", "stages", ours).out
    assert ours in told
    assert "One open deal keeps a stage that is none of yours: 1 in “Discovery”." in told
    shown = " ".join(rep.asks("deal", "show", "1").out.split())
    assert "None of your stages: it keeps the name and counts by none" in shown
    refused = rep.asks("deal", "stage", "1", "Proposal")
    assert "is not one stage; they are Lead, First call, Fit, Offer." in refused.err
