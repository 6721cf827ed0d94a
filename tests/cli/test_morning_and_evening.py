"""The two visits of a day from the command line: planned, ticked, closed, opened again and taken back."""

from __future__ import annotations

from pathlib import Path

import pytest
from asking import Rep

MORNING, EVENING = "2024-02-01T08:10", "2024-02-01T17:40"


def planned(rep: Rep) -> None:
    """A Thursday with two intentions."""
    rep.asks("morning", "--first", "Call Dana", "--second", "Send the numbers", now=MORNING)


def test_the_morning_of_a_new_journal_says_what_to_do_and_creates_nothing(rep: Rep) -> None:
    answer = rep.asks("morning", now=MORNING)
    assert (answer.code, answer.err) == (0, "")
    assert "No entry yesterday." in answer.out
    assert "Nothing planned yet" in answer.out
    assert not rep.path.exists()


def test_a_plan_is_written_and_what_is_not_named_stays(rep: Rep) -> None:
    planned(rep)
    rep.asks("morning", "--second", "", "--obstacle", "traffic", "--if-then", "I take the train")
    page = rep.gets("morning", now=MORNING)
    assert page == {
        "day": "2024-02-01",
        "intentions": [{"slot": 1, "text": "Call Dana", "state": "open", "carried_from": None}],
        "obstacle": "traffic",
        "if_then": "I take the train",
        "good_thing": None,
        "my_part": None,
        "first_tomorrow": None,
        "thanks": None,
        "overstated": None,
        "offence": None,
        "done_at": None,
    }


def test_an_intention_is_ticked_and_carried(rep: Rep) -> None:
    planned(rep)
    assert "[✓]" in rep.asks("morning", "--tick", "1", now=MORNING).out
    assert "[→]" in rep.asks("morning", "--tick", "1", now=MORNING).out
    friday = rep.gets("morning", now="2024-02-02T08:00")
    assert friday["intentions"] == [
        {"slot": 1, "text": "Call Dana", "state": "open", "carried_from": "2024-02-01"}
    ]


def test_an_evening_is_closed_with_all_it_says_and_one_undo_takes_it_back(rep: Rep) -> None:
    planned(rep)
    answer = rep.asks(
        "evening", "--line", "globex meeting went well, demo on fri", "--line", "call 4",
        "--done", "1", "--carry", "2", "--good", "Dana called back", "--part", "I asked",
        "--tomorrow", "the Stark list", "--thanks", "Ben", "--overstated", "the uptime",
        "--offence", "70%", now=EVENING,
    )  # fmt: skip
    assert (answer.code, answer.err) == (0, "")
    assert "4 calls, 1 meeting, day kept." in answer.out
    assert "✓ Day closed 17:40." in answer.out
    page = rep.gets("evening", now=EVENING)
    assert [one["state"] for one in page["intentions"]] == ["done", "carried"]
    assert (page["good_thing"], page["my_part"], page["offence"]) == (
        "Dana called back",
        "I asked",
        0.7,
    )
    due = rep.gets("due", now="2024-02-02T09:00")["due"]
    assert [(one["reason"], one["account"]) for one in due] == [("demo", "Globex")]
    assert rep.asks("undo", now=EVENING).out.startswith("Taken back: the evening of today")
    page = rep.gets("evening", now=EVENING)
    assert (page["done_at"], page["good_thing"]) == (None, None)
    assert rep.gets("today", now=EVENING)["counts"] == {}


def test_events_come_from_a_file_and_a_dry_run_saves_nothing(rep: Rep, tmp_path: Path) -> None:
    events = tmp_path / "events.txt"
    events.write_text("lost acme to initech\n\n[/] quiet\n", encoding="utf-8")
    said = rep.asks("evening", "--lines", str(events), "--dry-run", now=EVENING)
    assert "setback (deal lost)" in said.out
    assert "(not understood, kept as is)" in said.out
    assert not rep.path.exists()
    rep.asks("evening", "--lines", str(events), "--keep-open", now=EVENING)
    assert rep.gets("evening", now=EVENING)["done_at"] is None
    assert [one["kind"] for one in rep.gets("list", now=EVENING)] == ["setback", "note"]


def test_a_closed_day_is_opened_again(rep: Rep) -> None:
    rep.asks("evening", "--close", now=EVENING)
    assert rep.gets("evening", now=EVENING)["done_at"] == "2024-02-01T16:40:00+00:00"
    assert "Still open" in rep.asks("evening", "--reopen", now=EVENING).out
    assert rep.gets("evening", now=EVENING)["done_at"] is None


def test_today_shows_the_three_and_how_the_day_was_closed(rep: Rep) -> None:
    planned(rep)
    assert "Call Dana" in rep.asks("today", now=MORNING).out
    assert "journal evening closes the day" in rep.asks("today", now=EVENING).out
    rep.asks("evening", "--tomorrow", "the Stark list", now=EVENING)
    said = rep.asks("today", now=EVENING).out
    assert "✓ Day closed 17:40. First tomorrow: the Stark list" in said


def test_yesterday_stands_on_the_next_morning(rep: Rep) -> None:
    rep.asks("log", "call", "16", now=EVENING)
    rep.asks("evening", "--good", "Dana called back", "--tomorrow", "the list", now=EVENING)
    said = rep.asks("morning", now="2024-02-02T08:00").out
    line = "Yesterday: 16 reach-outs, kept. Good: Dana called back; First today: the list"
    assert line in said.splitlines()


@pytest.mark.parametrize(
    ("words", "code", "sentence"),
    [
        (("morning", "--tick", "4"), 2, "An intention is 1, 2 or 3, as the morning page numbers them."),
        (("morning", "--first", "a" * 1_001), 2, "An intention holds 1,000 characters; shorten it."),
        (
            ("evening", "--offence", "101"),
            2,
            "Offence is a share of the day, a whole number from 0 to 100 %.",
        ),
        (
            ("evening", "--done", "1"),
            2,
            "No intention stands there; journal morning shows them.",
        ),
    ],
)  # fmt: skip
def test_wrong_words_are_told_in_one_sentence(
    rep: Rep, words: tuple[str, ...], code: int, sentence: str
) -> None:
    assert rep.asks(*words).refused == (code, sentence)
    assert not rep.path.exists()


def test_words_cannot_command_the_terminal(rep: Rep) -> None:
    rep.asks("morning", "--first", "\x1b]0;gone\x07[/]", now=MORNING)
    assert "\x1b" not in rep.asks("morning", now=MORNING).out
    assert "[/]" in rep.asks("morning", now=MORNING).out


def test_a_setback_of_a_week_ago_asks_among_what_is_due_and_has_no_number(rep: Rep) -> None:
    rep.asks("setback", "lost the RFP", "--type", "RFP", now="2024-01-24T15:00")
    (asked,) = rep.gets("due", now=MORNING)["due"]
    assert asked == {
        "id": None,
        "kind": "check-in",
        "day": "2024-01-31",
        "account": None,
        "deal": None,
        "reason": "What did the missed RFP teach you?",
        "overdue_days": 0,
    }
    assert "today" in rep.asks("due", now=MORNING).out
    assert "What did the missed RFP teach you?" in rep.asks("today", now=MORNING).out
