"""``journal log``: what a rep did, written down as fast as it can be typed."""

from __future__ import annotations

import pytest
from asking import Rep


def test_three_calls_are_said_back_with_the_days_total(rep: Rep) -> None:
    answer = rep.asks("log", "call", "3", "Acme", "-m", "left voicemail")
    assert answer.code == 0
    assert answer.out == "Saved 1: 3 calls with Acme “left voicemail” today 09:30; 3 calls today\n"


def test_a_logged_entry_is_reported_with_exactly_these_keys(rep: Rep) -> None:
    rep.asks("log", "email", "4")
    assert rep.gets("log", "calls", "3", "Acme", "Rockets", "-m", "left voicemail") == {
        "saved": {
            "id": 2,
            "day": "2024-02-01",
            "kind": "call",
            "count": 3,
            "account": "Acme Rockets",
            "note": "left voicemail",
            "late": False,
        },
        "today": {"call": 3, "email": 4},
    }


def test_what_was_not_said_is_null(rep: Rep) -> None:
    saved = rep.gets("log", "meeting")["saved"]
    assert (saved["count"], saved["account"], saved["note"]) == (1, None, None)


def test_a_late_entry_counts_on_its_own_day_and_not_today(rep: Rep) -> None:
    rep.asks("log", "call")
    report = rep.gets("log", "meeting", "Globex", "--on", "yesterday")
    assert (report["saved"]["day"], report["saved"]["late"]) == ("2024-01-31", True)
    assert report["today"] == {"call": 1}


def test_a_day_may_be_told_as_days_back(rep: Rep) -> None:
    assert rep.gets("log", "call", "--on", "-3d")["saved"]["day"] == "2024-01-29"


def test_at_one_in_the_morning_the_evening_before_is_still_today(rep: Rep) -> None:
    saved = rep.gets("log", "call", now="2024-02-02T01:00")["saved"]
    assert (saved["day"], saved["late"]) == ("2024-02-01", False)


@pytest.mark.parametrize("count", ["-1", "0", "1001", "1000000000", "10^9", "1e9", "2.5", "1,000"])
def test_a_count_that_cannot_be_gets_one_clear_sentence(rep: Rep, count: str) -> None:
    code, sentence = rep.asks("log", "call", count).refused
    assert code == 2
    assert sentence.startswith("A count is a whole number from 1 to 1,000, not ")
    assert not rep.path.parent.exists()


def test_a_count_of_a_million_digits_is_no_trouble(rep: Rep) -> None:
    code, sentence = rep.asks("log", "call", "9" * 100_000).refused
    assert code == 2
    assert len(sentence) < 120


@pytest.mark.parametrize("name", ["3M", "7-Eleven", "1&1", "23andMe"])
def test_a_name_that_begins_with_a_digit_is_an_account(rep: Rep, name: str) -> None:
    saved = rep.gets("log", "call", name)["saved"]
    assert (saved["count"], saved["account"]) == (1, name)


def test_an_account_that_is_all_digits_follows_a_count(rep: Rep) -> None:
    saved = rep.gets("log", "call", "1", "1984")["saved"]
    assert (saved["count"], saved["account"]) == (1, "1984")


def test_an_account_is_found_again_however_it_is_typed(rep: Rep) -> None:
    rep.asks("log", "call", "Straße", "GmbH")
    assert rep.gets("log", "call", "STRASSE", "gmbh")["saved"]["account"] == "Straße GmbH"


def test_an_unknown_kind_names_the_kinds(rep: Rep) -> None:
    assert rep.asks("log", "fax").refused == (
        2,
        "“fax” is no kind of activity; the kinds are "
        "call, email, social, meeting, demo, proposal, visit, other.",
    )
    assert not rep.path.parent.exists()


def test_a_kind_the_rep_added_can_be_logged(rep: Rep) -> None:
    rep.asks("settings", "kinds", "webinar")
    assert rep.gets("log", "webinars", "2")["saved"]["kind"] == "webinar"
    assert "other, webinar." in rep.asks("log", "fax").err


def test_everything_said_of_an_entry_is_kept(rep: Rep) -> None:
    rep.asks(
        *("log", "meeting", "Globex", "--at", "1:45pm", "--minutes", "45"),
        *("--outcome", "Qualified", "--tag", "#q1", "--tag", "q1", "--tag", "nice"),
        now="2024-02-01T14:00",
    )
    assert rep.gets("list") == [
        {
            "id": 1,
            "day": "2024-02-01",
            "time": "13:45",
            "kind": "meeting",
            "count": 1,
            "account": "Globex",
            "deal": None,
            "outcome": "qualified",
            "minutes": 45,
            "type": None,
            "sting": None,
            "note": None,
            "tags": ["q1", "nice"],
            "late": False,
            "went": None,
        }
    ]


def test_a_list_tells_how_a_meeting_went(rep: Rep) -> None:
    rep.asks(
        *("log", "meeting", "Acme", "--talk", "40", "--questions", "1", "--silent", "their CFO"),
        *("--learned", "the plant decides", "--they-learned", "we speak Czech"),
    )
    rep.asks("log", "call", "Acme")
    met, called = rep.gets("list")
    assert met["went"] == {
        "talk_share": 40,
        "questions": 1,
        "silent": "their CFO",
        "learned": "the plant decides",
        "they_learned": "we speak Czech",
    }
    assert called["went"] is None
    assert (
        "talked 40 % · 1 question · silent: their CFO · I learned: the plant decides"
        " · they learned: we speak Czech"
    ) in rep.asks("list").out


def test_a_time_later_than_now_is_fine_for_a_day_that_is_over(rep: Rep) -> None:
    assert rep.asks("log", "call", "--at", "18:00", "--on", "yesterday").code == 0


def test_after_midnight_the_evening_before_may_be_told(rep: Rep) -> None:
    rep.asks("log", "call", "--at", "23:00", now="2024-02-02T01:00")
    assert (rep.gets("list")[0]["day"], rep.gets("list")[0]["time"]) == ("2024-02-01", "23:00")


def test_a_time_cannot_be_put_ahead_but_one_brought_along_by_travel_is_kept(rep: Rep) -> None:
    rep.asks("log", "call", now="2024-02-01T18:00+09:00")
    in_berlin = "2024-02-01T10:30"
    assert rep.asks("edit", "1", "--at", "19:00", now=in_berlin).refused[0] == 2
    assert rep.asks("edit", "1", "-m", "left vm", now=in_berlin).code == 0
    assert rep.gets("list")[0]["time"] == "18:00"


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("--on", "tomorrow"), "That day has not come yet"),
        (("--on", "2024-02-30"), "There is no day “2024-02-30”."),
        (("--at", "18:00"), "That time has not come yet; write one up to now, like 9:30."),
        (("--at", "18:00", "--on", "today"), "That time has not come yet"),
        (("--at", "25:00"), "No time is called “25:00”"),
        (("--minutes", "0"), "Minutes are a whole number from 1 to 1,440."),
        (("--minutes", "²"), "Minutes are a whole number from 1 to 1,440."),
        (("--outcome", "very nice"), "An outcome is one short word"),
        (("--outcome", "x" * 41), "An outcome is one short word"),
        (("--tag", "two words"), "A tag is one short word"),
        (("--tag", "x" * 41), "A tag is one short word"),
        (("x" * 201,), "An account's name holds 200 characters"),
        (("--deal", "x"), "“x” is no number of"),
        (("-m", "x" * 100_001), "That text has 100,001 characters"),
        (("--bogus",), "No such option"),
    ],
)
def test_each_mistake_is_one_sentence_and_makes_no_journal(
    rep: Rep, words: tuple[str, ...], sentence: str
) -> None:
    code, said = rep.asks("log", "call", *words).refused
    assert code == 2
    assert said.startswith(sentence)
    assert not rep.path.parent.exists()


def test_a_deal_that_does_not_exist_is_about_the_state_of_things(rep: Rep) -> None:
    rep.asks("log", "call")
    assert rep.asks("log", "call", "--deal", "7").refused[0] == 1


def test_hostile_words_are_kept_whole_and_shown_safely(rep: Rep) -> None:
    hostile = "[/] \x1b]0;owned\x07 \u202etxt"
    rep.asks("log", "call", hostile, "-m", hostile)
    shown = rep.asks("list").out
    assert "[/] ␛]0;owned␇ �txt" in shown
    assert "\x1b" not in shown
    assert rep.gets("list")[0]["note"] == hostile


def test_a_note_of_a_hundred_thousand_letters_is_kept_whole(rep: Rep) -> None:
    rep.asks("log", "call", "-m", "x" * 100_000)
    assert rep.gets("list")[0]["note"] == "x" * 100_000
