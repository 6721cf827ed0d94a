"""The words a rep reads: days, amounts, states and entries."""

from __future__ import annotations

from datetime import date, time, timedelta
from fractions import Fraction

import pytest
from builders import at, milestone

from journal.activity import Activity
from journal.entry import Entry, Note
from journal.pace import Pace, PaceState
from journal.setback import Setback
from journal.standing import Standing
from screens import entry_words, wording

TUESDAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 11, 24), "today"),
        (date(2026, 11, 23), "yesterday"),
        (date(2026, 11, 25), "tomorrow"),
        (date(2026, 12, 4), "Fri 4 Dec"),
        (date(2026, 12, 8), "Tue 8 Dec"),
        (date(2026, 12, 9), "9 Dec"),
        (date(2026, 11, 2), "2 Nov"),
        (date(2027, 3, 1), "1 Mar 2027"),
    ],
)
def test_a_day_is_said_as_a_rep_would(day: date, words: str) -> None:
    assert wording.near_day(day, TUESDAY) == words


def test_the_clock_gives_up_the_time_and_then_the_year() -> None:
    now = at("2026-11-24T13:45").local
    assert wording.clock(TUESDAY, now, 40) == "Tue 24 Nov 2026  13:45"
    assert wording.clock(TUESDAY, now, 15) == "Tue 24 Nov 2026"
    assert wording.clock(TUESDAY, now, 14) == "Tue 24 Nov"
    assert wording.clock(TUESDAY, now, 3) == ""


def test_an_amount_is_said_in_its_own_units() -> None:
    assert wording.amount(1_200_000_00, "amount-booked", "EUR") == "1,200,000"
    assert wording.amount(1_080_000_00, "amount-booked", "EUR", short=True) == "1.08M"
    assert wording.amount(8250, "number", "EUR") == "82.5"
    assert wording.amount(38, "reach-outs", "EUR") == "38"


@pytest.mark.parametrize(
    ("late", "words"),
    [(1, "1 day late"), (4, "4 d late"), (120, "120 d late"), (1_100, "3 years late")],
)
def test_however_late_it_is_it_fits_its_column(late: int, words: str) -> None:
    assert wording.waits(TUESDAY - timedelta(days=late), late, TUESDAY) == words


@pytest.mark.parametrize(
    ("state", "buffer", "said"),
    [
        (PaceState.BEHIND, -2, "▼ 2 days behind"),
        (PaceState.DUE_TODAY, 0, "◆ due today"),
        (PaceState.ONE_DAY, 1, "● 1 day of buffer"),
        (PaceState.TWO_DAYS, 2, "● 2 days of buffer"),
        (PaceState.SAFE, 4, "● safe, 4 days"),
        (PaceState.DONE, 0, "✓ done"),
        (PaceState.OVERDUE, -9, "! 4 days late, lay it again"),
        (PaceState.AT_THE_LINE, 0, "◆ at the line"),
    ],
)
def test_a_state_is_a_sign_and_words_and_never_a_verdict(
    state: PaceState, buffer: int, said: str
) -> None:
    told = wording.state(_standing(Pace(Fraction(20), buffer, 0, None, state)))
    assert f"{told.glyph} {told.words}" == said


def test_what_lacks_a_letter_says_which() -> None:
    told = wording.state(_standing(None, lacks=("due date",)))
    assert f"{told.glyph} {told.words}" == "◌ not yet S.M.A.R.T.: due date"


def test_progress_says_nothing_where_nothing_is_known() -> None:
    assert wording.progress(_standing(None, done=None)) == "– of 20"
    assert wording.progress(_standing(None, done=7), of="/") == "7/20"


@pytest.mark.parametrize(
    ("entry", "label", "details"),
    [
        (Activity(day=TUESDAY, kind="call"), "Call", ""),
        (Activity(day=TUESDAY, kind="call", count=3, text="no luck"), "Call ×3", "no luck"),
        (
            Activity(day=TUESDAY, kind="call", text="left voicemail", outcome="voicemail"),
            "Call",
            "left voicemail",
        ),
        (
            Activity(day=TUESDAY, kind="call", text="no answer again", outcome="no-answer"),
            "Call",
            "no answer again",
        ),
        (
            Activity(day=TUESDAY, kind="meeting", text="they asked", outcome="booked", tags=("q",)),
            "Meeting",
            "they asked · booked · #q",
        ),
        (Setback(day=TUESDAY, text="demo gone", sting=4), "▾ Setback", "demo gone · sting 4"),
        (Setback(day=TUESDAY, type="deal lost"), "▾ Setback", "deal lost"),
        (Note(day=TUESDAY, text="one\ntwo"), "Note", "one two"),
    ],
)
def test_an_entry_is_one_row(entry: Entry, label: str, details: str) -> None:
    assert (entry_words.what(entry), entry_words.details(entry)) == (label, details)


def test_an_entry_is_said_back_before_it_is_saved() -> None:
    call = Activity(
        day=TUESDAY, kind="call", count=3, account="Acme", text="left voicemail", time=time(13, 45)
    )
    said = entry_words.said_back(call, TUESDAY)
    assert (said.what, said.account, said.words, said.when) == (
        "3 calls",
        "with Acme",
        "“left voicemail”",
        "today 13:45",
    )


def test_what_was_saved_tells_the_day_s_sum_when_there_is_more() -> None:
    call = Activity(day=TUESDAY, kind="call", count=3, account="Acme")
    assert entry_words.saved(call, TUESDAY, {"call": 9}) == "Saved  3 calls with Acme, 9 today"
    assert entry_words.saved(call, TUESDAY, {"call": 3}) == "Saved  3 calls with Acme"


def _standing(pace: Pace | None, done: int | None = 10, lacks: tuple[str, ...] = ()) -> Standing:
    goal = milestone("Twenty calls")
    return Standing(goal=goal, term=goal.terms[0], done=done, pace=pace, lacks=lacks, days_left=-4)
