"""``journal block`` and ``journal follow-up``: call blocks from plan to end, and touches settled."""

from __future__ import annotations

import pytest
from asking import Rep


def test_a_block_is_planned_started_and_looked_back_at(rep: Rep) -> None:
    planned = rep.asks(
        "block", "plan", "9:30", "--minutes", "60", "--dread", "6", "--feared", "30%"
    )
    assert planned.out == "Planned 1: today 09:30\n"
    assert rep.asks("block", "start", "1", now="2024-02-01T09:35").out == (
        "Started 1 at 09:35, planned 09:30\n"
    )
    done = rep.asks("block", "done", "1", "--calls", "12", "--harsh-nos", "3")
    assert done.out == "Done 1: 12 calls, 3 harsh nos, 25 %\n"
    assert rep.gets("block", "list") == {
        "fear": {
            **{"mean_error": None, "low": None, "high": None, "n": 1, "on_time": 1, "planned": 1},
            "not_shown": "Measured from ten call blocks on; you have 1.",
        },
        "blocks": [
            {
                **{"id": 1, "day": "2024-02-01", "planned": "09:30", "minutes": 60, "dread": 6},
                **{"feared": 0.3, "started": "09:35", "calls": 12, "harsh_nos": 3},
                "happened": 0.25,
            }
        ],
    }
    assert rep.asks("block", "list").out == (
        "Measured from ten call blocks on; you have 1.\n"
        "1 of 1 started within 10 minutes of the plan.\n"
        "\n"
        "1  today  09:30  started 09:35  dread 6  feared 30 %  12 calls, 3 harsh nos, 25 %\n"
    )


def test_ten_blocks_feared_too_much_are_told(rep: Rep) -> None:
    for n in range(1, 11):
        rep.asks("block", "plan", "9:30", "--feared", "30%" if n % 2 else "50%")
        rep.asks("block", "done", str(n), "--calls", "10", "--harsh-nos", "1")
    assert rep.asks("block", "list").out.startswith(
        "You feared 30 points more harsh nos than came (mean, n 10).\n"
    )


def test_undo_takes_a_block_back_step_by_step(rep: Rep) -> None:
    rep.asks("block", "plan", "9:30")
    rep.asks("block", "start", "1")
    rep.asks("undo")
    assert rep.gets("block", "list")["blocks"][0]["started"] is None
    assert rep.asks("block", "remove", "1").out == "Removed 1: today 09:30\n"
    assert rep.gets("block", "list")["blocks"] == []
    rep.asks("undo")
    assert len(rep.gets("block", "list")["blocks"]) == 1


@pytest.mark.parametrize(
    ("words", "code", "sentence"),
    [
        (("plan", "soon"), 2, "No time is called “soon”"),
        (("plan", "9:30", "--dread", "11"), 2, "Dread is a whole number from 0 to 10."),
        (("plan", "9:30", "--feared", "101%"), 2, "“101%” is no rate from 0 to 100 %"),
        (("plan", "9:30", "--minutes", "0"), 2, "Minutes are a whole number"),
        (("plan", "9:30", "--on", "yesterday"), 2, "That day is over"),
        (("start", "7"), 1, "There is no call block 7"),
        (("done", "1", "--calls", "3", "--harsh-nos", "4"), 2, "Harsh nos are a whole number"),
        (("done", "1", "--calls", "many"), 2, "“many” is no whole number"),
        (("done", "1", "--calls", "1001"), 2, "Calls are a whole number from 0 to 1,000."),
        (("start", "2"), 1, "That call block is for tomorrow; plan one for today."),
        (("done", "2", "--calls", "3"), 1, "That call block is for tomorrow; it has not happened"),
        (("start", "3"), 1, "That call block was started at 09:30 already."),
    ],
)
def test_what_cannot_be_said_of_a_block_is_refused(
    rep: Rep, words: tuple[str, ...], code: int, sentence: str
) -> None:
    rep.asks("block", "plan", "9:30")
    rep.asks("block", "plan", "9:30", "--on", "tomorrow")
    rep.asks("block", "plan", "9:30")
    rep.asks("block", "start", "3")
    refused = rep.asks("block", *words).refused
    assert refused[0] == code
    assert refused[1].startswith(sentence)


def test_a_follow_up_is_added_moved_and_done_with_a_line_about_it(rep: Rep) -> None:
    added = rep.asks(
        *("follow-up", "add", "New date", "--on", "today", "--account", "Hooli"),
        *("--reason", "they cancelled"),
    )
    assert added.out == "Saved 1: New date, today\n"
    assert rep.gets("due")["due"] == [
        {
            **{"id": 1, "kind": "task", "day": "2024-02-01", "account": "Hooli", "deal": None},
            **{"reason": "they cancelled", "overdue_days": 0},
        }
    ]
    assert rep.asks("follow-up", "move", "1", "mon").out == "Moved to Mon 5 Feb: New date\n"
    assert rep.gets("due")["due"] == []
    assert rep.gets("due", now="2024-02-05T09:00")["due"][0]["reason"] == "they cancelled"
    rep.asks("follow-up", "done", "1", "-m", "They meet on Friday", now="2024-02-05T09:00")
    assert rep.gets("due", now="2024-02-05T09:00")["due"] == []
    (note,) = rep.gets("list", "2024-02-05", now="2024-02-05T10:00")
    assert (note["note"], note["account"]) == ("They meet on Friday", "Hooli")
    # One action: undo takes the note and the settling back together.
    rep.asks("undo", now="2024-02-05T10:00")
    assert rep.gets("list", "2024-02-05", now="2024-02-05T10:00") == []
    assert len(rep.gets("due", now="2024-02-05T10:00")["due"]) == 1


def test_due_tells_each_reason_and_what_the_weeks_cap_moves_and_to_when(rep: Rep) -> None:
    for account, amount in (("Tyrell", "90k"), ("Oscorp", "10k")):
        rep.asks("deal", "add", account, "Hub", "--amount", amount, now="2024-01-24T09:00")
    for number in ("1", "2"):
        rep.asks("deal", "lost", number, now="2024-01-25T09:00")
    rep.asks(*("follow-up", "add", "New date", "--on", "today", "--account", "Hooli"))
    rep.asks(*("follow-up", "add", "Call", "--on", "today", "--reason", "they cancelled"))
    said = rep.asks("due").out
    assert [" ".join(line.split()) for line in said.splitlines()] == [
        "1 today Tyrell Day-7 touch no reason yet: skipped without one",
        "13 today Hooli New date",
        "14 today – Call they cancelled",
        "",
        "1 touch of a lost deal waits until Mon 5 Feb: this week holds 1 (default).",
    ]
    rep.asks("settings", "target.reach-outs", "4")
    assert rep.asks("due").out.count("Day-7 touch") == 2
    rep.asks("deal", "add", "Weyland", "Hub", "--amount", "5k")
    rep.asks("deal", "won", "3")
    assert "Ask what made them decide for you  journal deal answer 3" in rep.asks("due").out


def test_today_names_six_and_tells_how_many_more(rep: Rep) -> None:
    for number in range(8):
        rep.asks("follow-up", "add", f"Call {number}", "--on", "today")
    for verb in ("today", "morning"):
        lines = rep.asks(verb).out.splitlines()
        assert [line.split()[-1] for line in lines if "Call" in line] == list("01234")
        assert "  +3 more; journal due lists them." in lines


def test_a_follow_up_is_skipped_or_closed_and_writes_no_note(rep: Rep) -> None:
    rep.asks("follow-up", "add", "Call Dana", "--on", "today")
    rep.asks("follow-up", "add", "Write Stark", "--on", "today")
    assert rep.asks("follow-up", "skip", "1", "--why", "no reason").out == "Skipped: Call Dana\n"
    assert rep.asks("follow-up", "close", "2").out == "Closed: Write Stark\n"
    assert rep.gets("list") == []
    assert rep.gets("due")["due"] == []


@pytest.mark.parametrize(
    ("words", "code", "sentence"),
    [
        (("add", " ", "--on", "today"), 2, "What is to be done?"),
        (("add", "x", "--on", "yesterday"), 2, "That day is over"),
        (("add", "x", "--on", "today", "--deal", "9"), 1, "There is no deal 9"),
        (("add", "x" * 1_001, "--on", "today"), 2, "What to do, and why, hold 1,000 characters"),
        (("done", "9"), 1, "There is no follow-up 9"),
        (("done", "1", "-m", "x" * 100_001), 2, "A line about it holds 100,000 characters"),
        (("skip", "1", "--why", " "), 2, "Say in a few words why it is skipped."),
        (("move", "1", "yesterday"), 2, "That day is over"),
        (("done", "2"), 1, "“Done already” was done today already; journal undo takes"),
    ],
)
def test_what_cannot_be_done_with_a_follow_up_is_refused(
    rep: Rep, words: tuple[str, ...], code: int, sentence: str
) -> None:
    rep.asks("follow-up", "add", "Call Dana", "--on", "today")
    rep.asks("follow-up", "add", "Done already", "--on", "today")
    rep.asks("follow-up", "done", "2")
    refused = rep.asks("follow-up", *words).refused
    assert refused[0] == code
    assert refused[1].startswith(sentence)
