"""``journal review``: a month or a week on one calm page, its JSON pinned, and a review held."""

from __future__ import annotations

import pytest
from asking import Rep
from builders import at
from on_reasons import ended

from journal.journal import Journal
from storage.store import open_store

NOW = "2026-11-24T13:45"
PROGRESS = ("--tag", "progress")
KEYS = [
    *("period", "first", "last", "so_far", "share", "days", "strength", "currency", "plan"),
    *("conversions", "streak", "runs", "curve", "year", "weeks", "best_week", "moved"),
    *(
        "moved_count",
        "said_no",
        "setbacks",
        "bounce_back",
        "skills",
        "reward",
        "levers",
        "next",
        "notices",
    ),
]


def lived(rep: Rep) -> None:
    """Three weeks of November, with all that a review can tell of them."""
    for words in (
        ("settings", "target.reach-outs", "10", "--from", "2026-11-02"),
        ("settings", "skills", "vision,asking-why,pricing,silence,closing"),
        ("settings", "reward", "Oysters at Moe's [/] and nothing but oysters", "--from", "-30d"),
        ("plan", "set", "--target", "1.2M", "--by", "2027-12-31", "--deal-size", "60k"),
        ("log", "meeting", "Globex", "--on", "2026-11-12", "--tag", "vision"),
        ("log", "other", "-m", "Globex named the pain themselves", "--on", "2026-11-12", *PROGRESS),
        ("log", "other", "-m", "Acme introduced us to " + "procurement " * 20, *PROGRESS),
        ("log", "other", "-m", "A third step", *PROGRESS),
        ("setback", "They cancelled", "--on", "2026-11-13"),
    ):
        assert rep.asks(*words, now=NOW).code == 0, words
    for day, count in (("2026-11-03", 40), ("2026-11-12", 61), ("2026-11-24", 12)):
        assert rep.asks("log", "call", str(count), "--on", day, now=NOW).code == 0


def test_without_a_journal_it_says_when_the_first_review_is_and_creates_nothing(rep: Rep) -> None:
    assert rep.asks("review", now=NOW).out == (
        "November so far\n"
        "The first review is on Mon 30 Nov, the last working day of the month (default).\n"
        "It takes ten minutes, looks back on your days and ends in one change.\n"
    )
    empty = rep.gets("review", "--week", now=NOW)
    assert list(empty) == KEYS
    assert (empty["period"], empty["first"], empty["last"]) == ("week", "2026-11-23", "2026-11-29")
    assert (empty["share"], empty["best_week"], empty["reward"]) == (None, None, None)
    assert (empty["days"], empty["strength"]) == ({"kept": 0, "of": 0}, {"from": None, "to": None})
    assert (empty["runs"], empty["year"], empty["moved"]) == ([], [], [])
    assert not rep.path.exists()


def test_the_keys_are_pinned_and_what_is_absent_is_null(rep: Rep) -> None:
    lived(rep)
    found = rep.gets("review", now=NOW)
    assert list(found) == KEYS
    assert list(found["plan"][0]) == ["measure", "done", "asked", "short", "state", "since"]
    assert [row["measure"] for row in found["plan"]] == [
        *("reach-outs", "first-meetings", "stage1", "qualified", "deals-won", "amount-booked"),
    ]
    assert list(found["conversions"][0]) == [
        *("level", "mine", "n", "usual", "usual_n", "assumed", "default", "points"),
    ]
    assert found["conversions"][-1] | {"usual": None} == {
        **{"level": "qualified", "mine": None, "n": 0, "usual": None, "usual_n": 0},
        **{"assumed": 0.25, "default": True, "points": None},
    }
    assert found["bounce_back"] == {
        **{"median_days": None, "n": 0, "censored": 0},
        "why_not": found["bounce_back"]["why_not"],
    }
    assert found["best_week"] == {
        **{"first": "2026-11-09", "last": "2026-11-15", "reach_outs": 61, "meetings": 1},
    }
    assert found["reward"] == {
        "what": "Oysters at Moe's [/] and nothing but oysters",
        "best_week": found["best_week"],
        "this_week": {"first": "2026-11-23", "last": "2026-11-29", "reach_outs": 12, "meetings": 0},
        "is_this_week": False,
        "awarded": False,
    }
    assert found["skills"][0] == {"skill": "vision", "this_quarter": 1, "last_quarter": 0}
    assert found["moved_count"] == 3
    assert found["moved"][-1] == {
        **{"id": found["moved"][-1]["id"], "day": "2026-11-12"},
        "text": "Globex named the pain themselves",
    }
    assert list(found["levers"][0]) == ["lever", "now", "raised", "gain"]
    assert found["next"] == {"day": "2026-11-30", "default": True, "due": False, "missed": False}
    noted = {day["day"]: day["note"] for day in found["year"]}
    assert noted["2026-11-12"] == "Globex named the pain themselves"
    assert noted["2026-11-03"] is None


def test_the_page_is_calm_and_has_at_most_forty_lines(rep: Rep) -> None:
    lived(rep)
    for words in (("review",), ("review", "--week"), ("review", "--day", "2026-10-10")):
        page = rep.asks(*words, now=NOW).out
        assert len(page.splitlines()) <= 40
        assert max(map(len, page.splitlines())) <= 100
    page = rep.asks("review", "--month", now=NOW).out
    assert page.startswith("November so far\n")
    assert "Best week  9 to 13 Nov: 61 reach-outs, 1 meeting\n" in page
    assert "Setbacks   1\n" in page
    assert (
        "Reward     Oysters at Moe's [/] and nothing but oysters: 9 to 13 Nov leads with 61" in page
    )


def test_a_past_month_is_looked_at_by_any_of_its_days(rep: Rep) -> None:
    lived(rep)
    october = rep.gets("review", "--day", "2026-10-10", now=NOW)
    assert (october["first"], october["last"], october["so_far"]) == (
        *("2026-10-01", "2026-10-31"),
        False,
    )


def test_a_review_is_held_and_taken_back_as_one_thing(rep: Rep) -> None:
    rep.asks("plan", "set", "--target", "1.2M", "--by", "2027-12-31", "--deal-size", "60k", now=NOW)
    held = rep.asks(
        *("review", "hold", "--lever", "win-rate", "--if-then", "If they stall, I call Ana."),
        *("--next", "30 dec"),
        now=NOW,
    )
    assert held.out == (
        "Held. The win rate went from 25 % to 27.5 %: 1,515 fewer reach-outs.\n"
        "  If they stall, I call Ana.\n"
        "The next review is on 30 Dec.\n"
    )
    assert rep.gets("review", now=NOW)["next"]["day"] == "2026-12-30"
    assert "the review of November" in rep.asks("undo", now=NOW).out
    assert rep.gets("review", now=NOW)["next"] == {
        **{"day": "2026-11-30", "default": True, "due": False, "missed": False},
    }
    assert rep.gets("plan", now=NOW)["levels"][1]["rate"] == 0.25


def test_keeping_the_plan_as_it_is_is_a_review_too(rep: Rep) -> None:
    held = rep.asks("review", "hold", "--week", now=NOW)
    assert held.out.startswith("Held. The plan is kept as it is.\n")


def test_a_goal_is_re_dated_with_the_review(rep: Rep) -> None:
    rep.asks(
        *("milestone", "add", "60 calls", "--measure", "call", "--target", "60"),
        *("--by", "2026-12-04"),
        now=NOW,
    )
    said = ("review", "hold", "--redate", "1=11 dec", "--why", "Globex moved the demo")
    assert rep.asks(*said, now=NOW).code == 0
    later = rep.gets("milestone", "list", now="2026-12-02T09:00")["milestones"]
    assert later[0]["due"] == "2026-12-11"


@pytest.mark.parametrize(
    ("words", "code", "sentence"),
    [
        (("--week", "--month"), 2, "Say --week or --month, not both."),
        (("--day", "tomorrow"), 2, "That day has not come yet"),
        (("--day", "someday"), 2, "someday"),
        (("hold", "--lever", "luck"), 2, "A lever is reach-outs, deal-size, win-rate"),
        (("hold", "--lever", "deal-size"), 2, "No plan has a target yet"),
        (("hold", "--by", "10%"), 2, "Say what to raise too"),
        (("hold", "--lever", "w", "--by", "300%"), 2, "no rate from 0 to 100 %"),
        (("hold", "--next", "yesterday"), 2, "on a day ahead"),
        (("hold", "--next", "sat"), 2, "Sat 28 Nov is a day off: Mon 30 Nov is a working day."),
        (("hold", "--redate", "7"), 2, "as in --redate 3=2026-12-11"),
        (("hold", "--redate", "7=11 dec"), 1, "7"),
        (("--json", "hold"), 2, "Put those words after the verb"),
    ],
)
def test_what_cannot_be_is_one_sentence_and_keeps_nothing(
    rep: Rep, words: tuple[str, ...], code: int, sentence: str
) -> None:
    refused = rep.asks("review", *words, now=NOW).refused
    assert refused[0] == code
    assert sentence in refused[1]
    assert not rep.path.exists()


def test_what_decides_deals_stands_on_the_page_with_its_counts(rep: Rep) -> None:
    lived(rep)
    store = open_store(rep.path, create=False)
    ended(Journal(store, lambda: at(NOW)))
    store.close()
    page = rep.asks("review", now=NOW).out
    assert "Win by     references, 6 of 10 wins, 2 of 20 losses\n" in page
    assert "Lose by    price, 4 of 10 wins, 18 of 20 losses\n" in page
    assert "Dates      slip by 11 days, Brier 0.04, always your win rate 0.22 (n 30)\n" in page
    assert len(page.splitlines()) <= 40
