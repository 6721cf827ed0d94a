"""``journal setbacks``: what came of each, how fast the rep is back, and what they make of one later."""

from __future__ import annotations

import pytest
from asking import Rep
from builders import NOW, setback

from storage.store import open_store

WEEKS = [
    *(f"2024-01-{day:02}" for day in (8, 9, 10, 11, 12, 15, 16, 17, 18, 19, 22, 23, 24, 25)),
    *("2024-01-26", "2024-01-29", "2024-01-30", "2024-01-31"),
]
"""Working days before Thursday 1 February 2024."""


@pytest.fixture
def hit(rep: Rep) -> Rep:
    """Four calls on each of three weeks and a half, and entry 15: a setback of Thursday a week ago."""
    for day in WEEKS[:14]:
        rep.asks("log", "call", "4", now=f"{day}T10:00")
    rep.asks("setback", "Hooli cancelled the demo", "--sting", "8", now="2024-01-25T11:00")
    for day, calls in zip(WEEKS[14:], ("1", "4", "4", "4"), strict=True):
        rep.asks("log", "call", calls, now=f"{day}T10:00")
    return rep


def test_before_the_first_one_the_list_invites(rep: Rep) -> None:
    assert rep.asks("setbacks").out == (
        "Nothing has hit you yet, or nothing is written down. When it does: journal setback TEXT\n"
    )


def test_the_list_tells_what_came_of_it_and_why_no_median_stands_yet(hit: Rep) -> None:
    # On Friday one call, on Monday four: means 1 and 2.5; on Tuesday 4, which is day 3.
    # Ordinary days with ten before them: 22, 23, 24 and, outside its shadow, 30 January.
    assert hit.asks("setbacks", now="2024-01-31T12:00").out == (
        "Back at work      Measured from five setbacks on; you have 1\n"
        "On ordinary days  Measured from five ordinary working days on; you have 4\n"
        "A sting halves    Not measured: no sting was asked again after 7 days yet\n"
        "Next action       1 of 1 within 24 hours\n"
        "Setbacks          1.4 per 100 reach-outs (n 69)\n"
        "\n"
        "meeting cancelled  1\n"
        "\n"
        "15  25 Jan  meeting cancelled  Hooli cancelled the demo  8  ✓ back, day 3\n"
    )


def test_the_list_as_json_has_every_measure_with_what_it_rests_on(hit: Rep) -> None:
    found = hit.gets("setbacks")
    assert found["bounce_back"] == {"median_days": None, "n": 1, "censored": 0}
    assert found["curve"] == [{"day": 3, "not_yet_back": 0.0}]
    assert found["not_measured"] == ["Measured from five setbacks on; you have 1."]
    assert found["sting_half_life"] == {"median_days": None, "n": 0, "not_yet": 0}
    assert found["within_24_hours"] == {"acted": 1, "n": 1}
    assert found["per_100_reach_outs"]["n"] == 69
    assert found["most_often"] == [{"type": "meeting cancelled", "count": 1, "median_days": None}]
    assert found["setbacks"] == [
        {
            **{"id": 15, "day": "2024-01-25", "type": "meeting cancelled", "sting": 8},
            **{"text": "Hooli cancelled the demo", "account": None, "deal": None},
            **{"came_of": "ask", "came_of_day": 7, "not_measured": None},
            **{"thoughts": None, "next_step": None, "checks": []},
        }
    ]


def test_the_figure_of_stats_is_the_same(hit: Rep) -> None:
    assert hit.gets("stats")["bounce_back"] == {"median_days": None, "n": 1, "censored": 0}
    assert "Back at work  Measured from five setbacks on; you have 1\n" in hit.asks("stats").out


def test_a_setback_is_worked_through_line_by_line(hit: Rep) -> None:
    said = hit.asks("setbacks", "work", "15", "--belief", "they never meant it")
    assert (said.code, said.out) == (0, "Kept with setback 15.\n")
    hit.asks("setbacks", "work", "15", "--mine", "20", "--theirs", "50%", "--circumstance", "30")
    hit.asks("setbacks", "work", "15", "--permanent", "2", "--in-control", "the next date")
    assert hit.gets("setbacks", "show", "15")["thoughts"] == {
        **{"belief": "they never meant it", "permanent": 2, "pervasive": None, "personal": None},
        **{"mine": 20, "theirs": 50, "circumstance": 30, "in_control": "the next date"},
        **{"evidence_against": None, "other_view": None, "if_then": None},
    }
    hit.asks("setbacks", "work", "15", "--belief", "", "--permanent", "")
    kept = hit.gets("setbacks", "show", "15")["thoughts"]
    assert (kept["belief"], kept["permanent"], kept["mine"]) == (None, None, 20)
    assert hit.asks("undo").code == 0
    assert hit.gets("setbacks", "show", "15")["thoughts"]["permanent"] == 2


@pytest.mark.parametrize(
    ("words", "code", "sentence"),
    [
        (("work", "15"), 2, "Say at least one line of it"),
        (("work", "15", "--mine", "20"), 2, "Mine, theirs and circumstance make 100 % together"),
        (
            ("work", "15", "--mine", "50", "--theirs", "50", "--circumstance", "50"),
            *(2, "Mine, theirs and circumstance make 100 % together"),
        ),
        (("work", "15", "--permanent", "11"), 2, "How permanent it seems is a whole number"),
        (("work", "15", "--permanent", "a lot"), 2, "“a lot” is no whole number"),
        (("work", "15", "--belief", "x" * 100_001), 2, "One answer holds 100,000 characters"),
        (("work", "1", "--belief", "x"), 1, "Entry 1 is no setback; journal setbacks lists them."),
        (("show", "99"), 1, "There is no entry 99"),
        (("show", "1"), 1, "Entry 1 is no setback"),
        (("show", "x"), 2, "“x” is no number of an entry"),
        (("next", "15", " "), 2, "What is the next small action?"),
        (("next", "15", "call", "--by", "2024-01-31"), 2, "That day is over"),
        (("next", "15", "x" * 1_001), 2, "What to do, and why, hold 1,000 characters"),
        (("learned", "15"), 2, "What did it teach you?"),
        (("learned", "15", "x", "--sting", "11"), 2, "A sting is a whole number from 0 to 10."),
        (("learned", "15", "x", "--after", "8"), 2, "--after is 7 or 30"),
        (("learned", "15", "x" * 100_001), 2, "One answer holds 100,000 characters"),
    ],
)
def test_what_cannot_be_kept_is_refused_in_one_sentence(
    hit: Rep, words: tuple[str, ...], code: int, sentence: str
) -> None:
    refused = hit.asks("setbacks", *words).refused
    assert refused[0] == code
    assert refused[1].startswith(sentence)


def test_the_next_small_action_is_among_what_is_due(hit: Rep) -> None:
    said = hit.asks("setbacks", "next", "15", "call", "the", "sponsor", "--by", "today")
    assert said.out == "Next step 1, today: call the sponsor\n"
    assert "next-step" in {each["kind"] for each in hit.gets("due")["due"]}
    assert hit.gets("setbacks", "show", "15")["next_step"] == {
        **{"id": 1, "what": "call the sponsor", "day": "2024-02-01", "state": "due"},
    }
    # Said again it is written over the one that waits; without a day it is for the next working day.
    assert hit.asks("setbacks", "next", "15", "call her").out == "Next step 1, tomorrow: call her\n"
    assert hit.asks("follow-up", "done", "1").out == "Done: call her\n"
    assert hit.asks("setbacks", "next", "15", "once more").out.startswith("Next step 2, ")


def test_what_it_taught_is_kept_with_the_day_it_answers(hit: Rep) -> None:
    said = hit.asks(
        *("setbacks", "learned", "15", "ask for the date earlier", "--sting", "2", "--stronger"),
        *("--differently", "two contacts"),
    )
    assert said.out == "Kept with setback 15, day 7. You came out stronger.\n"
    shown = hit.gets("setbacks", "show", "15")
    assert (shown["came_of"], shown["came_of_day"]) == ("stronger", None)
    assert shown["checks"] == [
        {
            **{"after": 7, "day": "2024-02-01", "sting": 2, "stronger": True},
            **{"learned": "ask for the date earlier", "differently": "two contacts"},
        }
    ]
    # 8 to 2 in seven days: two halvings.
    assert hit.gets("setbacks")["sting_half_life"] == {"median_days": 3.5, "n": 1, "not_yet": 0}


def test_what_made_the_rep_stronger_is_listed(hit: Rep) -> None:
    assert hit.asks("setbacks", "stronger").out == (
        "Nothing yet: journal setbacks learned ID … --stronger collects it here.\n"
    )
    hit.asks("setbacks", "learned", "15", "ask for the date earlier", "--stronger")
    assert hit.asks("setbacks", "stronger").out == (
        "15  25 Jan  meeting cancelled  ask for the date earlier\n"
    )
    (kept,) = hit.gets("setbacks", "stronger")["stronger"]
    assert (kept["id"], kept["answer"]["learned"]) == (15, "ask for the date earlier")


def test_a_page_about_one_has_the_purpose_above_it(hit: Rep) -> None:
    hit.asks("purpose", "Home for dinner at six.")
    hit.asks("setbacks", "work", "15", "--belief", "never [/] in\ntime \x1b[31m", "--personal", "3")
    hit.asks("setbacks", "learned", "15", "ask earlier", "--not-stronger")
    assert hit.asks("setbacks", "show", "15").out == (
        "“Home for dinner at six.”\n"
        "\n"
        "15  25 Jan  meeting cancelled  sting 8\n"
        "Hooli cancelled the demo\n"
        "  Came of it    ✓ back, day 3\n"
        "  First belief  never [/] in␊time ␛[31m\n"
        "  Personal      3 of 10\n"
        "  Day 7         not stronger\n"
        "  Learned       ask earlier\n"
    )


def test_one_before_the_first_entry_says_why_it_is_not_measured(rep: Rep) -> None:
    rep.asks("log", "call")
    rep.asks("setback", "churned", "--on", "2023-11-01")
    assert rep.asks("setbacks", "show", "2").out == (
        "2  1 Nov 2023  customer lost\n"
        "churned\n"
        "  Came of it   – left as it is\n"
        "  Bounce-back  not measured: fewer than 10 working days before it\n"
    )
    assert rep.gets("setbacks")["not_measured"] == [
        "Measured from five setbacks on; you have 1, not measured.",
        "1 setback not measured: fewer than 10 working days before it.",
    ]


def test_a_setback_in_the_future_is_refused(rep: Rep) -> None:
    assert rep.asks("setback", "it will hit", "--on", "2024-02-02").refused[0] == 2


def test_more_than_a_page_is_listed_whole(rep: Rep) -> None:
    rep.asks("log", "call")
    store = open_store(rep.path, create=False)
    with store.action("many", NOW, "test"):
        for n in range(230):
            store.entries.add(setback(f"hit {n}"))
    store.close()
    assert [one["text"] for one in rep.gets("setbacks")["setbacks"]] == [
        f"hit {n}" for n in range(229, -1, -1)
    ]


def test_a_setback_names_the_account_it_happened_with_or_the_deal_it_is_about(rep: Rep) -> None:
    rep.asks("deal", "add", "Stark", "Plant rollout")
    at = rep.asks("setback", "they went quiet", "--account", "stark")
    assert at.out == "Saved 1: setback at Stark “they went quiet” today 09:30\n"
    about = rep.asks("setback", "budget moved", "--deal", "1")
    assert about.out == "Saved 2: setback at Stark “budget moved” today 09:30\n"
    store = open_store(rep.path, create=False)
    deals = [store.entries.get(number).deal for number in (1, 2)]
    store.close()
    assert deals == [None, 1]


def test_a_setback_about_a_deal_that_is_not_there_is_not_saved(rep: Rep) -> None:
    assert rep.asks("setback", "x", "--deal", "acme").refused == (
        2,
        "“acme” is no number of a deal; journal deal list shows them.",
    )
    assert rep.asks("setback", "x", "--deal", "9").refused == (
        1,
        "There is no deal 9: look for its number among the deals.",
    )
