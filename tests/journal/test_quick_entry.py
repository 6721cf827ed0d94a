"""The line to type in."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from journal.activity import Activity
from journal.entry import Entry, Note
from journal.moment import Moment
from journal.quick_entry import Heard, hear, parts, summary
from journal.setback import Setback

TUESDAY = date(2026, 11, 24)
NOW = Moment(datetime(2026, 11, 24, 12, 45, 30, tzinfo=UTC), "Europe/Berlin", 60)
KNOWN = {
    name.casefold(): name
    for name in ("Acme", "Acme Corp", "Globex", "Hooli", "Tyrell", "3M", "Süd")
}


def known(name: str) -> str | None:
    return KNOWN.get(name.casefold())


def heard(line: str) -> Heard:
    return hear(line, now=NOW, today=TUESDAY, known_account=known, kinds=("workshop",))


def activity(line: str) -> Activity:
    found = heard(line)
    assert isinstance(found.entry, Activity), found.hint
    return found.entry


def setback(line: str) -> Setback:
    found = heard(line)
    assert isinstance(found.entry, Setback), found.hint
    return found.entry


def test_three_calls_that_ended_on_the_voicemail() -> None:
    assert heard("call 3 acme left vm") == Heard(
        Activity(
            day=TUESDAY,
            time=time(13, 45, 30),
            kind="call",
            count=3,
            account="Acme",
            text="left voicemail",
            outcome="voicemail",
        )
    )


def test_a_tag_is_taken_off_the_words() -> None:
    entry = activity("meeting globex vision #qualified")
    assert (entry.kind, entry.account, entry.text) == ("meeting", "Globex", "vision")
    assert entry.tags == ("qualified",)
    assert entry.outcome == "qualified"


def test_a_tag_inside_the_words_stays_in_them() -> None:
    entry = activity("call acme the #Budget is there, our #1 wish #progress #progress")
    assert entry.text == "the #Budget is there, our #1 wish"
    assert entry.tags == ("budget", "progress")


@pytest.mark.parametrize(
    ("line", "kind", "count"),
    [
        ("call", "call", 1),
        ("3 calls acme", "call", 3),
        ("Calls 3 acme", "call", 3),
        ("email ×5", "email", 5),
        ("mails 2 acme", "email", 2),
        ("social", "social", 1),
        ("met acme", "meeting", 1),
        ("workshop 1,000", "workshop", 1000),
        ("log call 3 Acme", "call", 3),
    ],
)
def test_a_kind_and_a_count_in_any_order(line: str, kind: str, count: int) -> None:
    entry = activity(line)
    assert (entry.kind, entry.count, entry.text) == (kind, count, "")


@pytest.mark.parametrize(
    ("line", "account", "text"),
    [
        ("call acme corp spoke to Dana", "Acme Corp", "spoke to Dana"),
        ("call with Acme about the offer", "Acme", "about the offer"),
        ("email to hooli the numbers", "Hooli", "the numbers"),
        ('call "Beta & Sons" spoke to Dana', "Beta & Sons", "spoke to Dana"),
        ("call “acme corp” spoke to Dana", "Acme Corp", "spoke to Dana"),
        ("call initech spoke to Dana", "Initech", "spoke to Dana"),
        ("call IBM spoke to Dana", "IBM", "spoke to Dana"),
        ("call acme: spoke to Dana", "Acme", "spoke to Dana"),
        ("call acme - spoke to Dana", "Acme", "spoke to Dana"),
        ("call 3m spoke to Dana", "3M", "spoke to Dana"),
        ("call SÜD spoke to Dana", "Süd", "spoke to Dana"),
        ("call spoke to Dana", None, "spoke to Dana"),
        ("call left vm", None, "left voicemail"),
    ],
)
def test_the_account_is_told_from_the_note(line: str, account: str | None, text: str) -> None:
    entry = activity(line)
    assert (entry.account, entry.text) == (account, text)


def test_a_new_account_says_so() -> None:
    assert heard("call acmee").new_account
    assert not heard("call acme").new_account
    assert not heard("call").new_account


@pytest.mark.parametrize(
    ("words", "outcome"),
    [
        ("reached", "reached"),
        ("vm", "voicemail"),
        ("left a vm", "voicemail"),
        ("lvm again", "voicemail"),
        ("no answer", "no-answer"),
        ("no-answer, second try", "no-answer"),
        ("the third time no answer", "no-answer"),
        ("replied", "replied"),
        ("booked a demo", "booked"),
        ("held", "held"),
        ("no show", "no-show"),
        ("qualified", "qualified"),
        ("Dana said no.", "said-no"),
        ("was not held", None),
        ("asked who held the budget so far", None),
        ("asked about VM licences", None),
    ],
)
def test_an_outcome_is_told_at_either_end_of_the_note(words: str, outcome: str | None) -> None:
    assert activity(f"call acme {words}").outcome == outcome


@pytest.mark.parametrize(
    ("line", "day", "clock", "text"),
    [
        ("call acme on yesterday", "2026-11-23", None, ""),
        ("call acme no answer on yesterday", "2026-11-23", None, "no answer"),
        ("call acme on last fri", "2026-11-20", None, ""),
        ("call acme @fri", "2026-11-20", None, ""),
        ("call acme @ -3d #x", "2026-11-21", None, ""),
        ("call acme on 20/11 at 14:30", "2026-11-20", time(14, 30), ""),
        ("call acme at 9am on mon", "2026-11-23", time(9), ""),
        ("call acme at 9:15", "2026-11-24", time(9, 15), ""),
        ("call on fri", "2026-11-20", None, ""),
    ],
)
def test_a_day_and_a_time_stand_at_the_end(
    line: str, day: str, clock: time | None, text: str
) -> None:
    entry = activity(line)
    assert (entry.day.isoformat(), entry.time, entry.text) == (day, clock, text)


@pytest.mark.parametrize(
    ("line", "account", "day"),
    [
        ("call acme yesterday", "Acme", "2026-11-23"),
        ("call 3 acme corp yesterday #x", "Acme Corp", "2026-11-23"),
        ("call acme fri", "Acme", "2026-11-20"),
        ("call acme Wednesday", "Acme", "2026-11-18"),
        ("call acme last fri", "Acme", "2026-11-20"),
        ("call acme -3d", "Acme", "2026-11-21"),
        ("call acme 2 weeks ago", "Acme", "2026-11-10"),
        ("call acme 2026-11-02", "Acme", "2026-11-02"),
        ("call acme 4/11", "Acme", "2026-11-04"),
        ("call acme 4/12", "Acme", "2025-12-04"),
        ("call acme today", "Acme", "2026-11-24"),
        ("call with acme yesterday", "Acme", "2026-11-23"),
        ('call "Beta & Sons" yesterday', "Beta & Sons", "2026-11-23"),
        ("call initech yesterday", "Initech", "2026-11-23"),
        ("call 3 yesterday", None, "2026-11-23"),
        ("call yesterday", None, "2026-11-23"),
    ],
)
def test_a_day_alone_after_the_account_is_the_entrys_day(
    line: str, account: str | None, day: str
) -> None:
    entry = activity(line)
    assert (entry.account, entry.text, entry.day.isoformat()) == (account, "", day)


@pytest.mark.parametrize("line", ["call acme yesterday at 16:30", "call acme at 16:30 yesterday"])
def test_a_time_may_stand_beside_such_a_day(line: str) -> None:
    entry = activity(line)
    assert (entry.account, entry.text) == ("Acme", "")
    assert (entry.day, entry.time) == (date(2026, 11, 23), time(16, 30))


@pytest.mark.parametrize(
    "line", ["call acme tomorrow", "call acme next fri", "call tomorrow", "call acme 2026-11-25"]
)
def test_such_a_day_that_has_not_come_is_not_clear(line: str) -> None:
    assert heard(line) == Heard(
        None, "That day has not come yet; write one up to today, like yesterday or fri."
    )


@pytest.mark.parametrize(
    "text",
    [
        "spoke to Dana yesterday",
        "their fiscal year ends 31/12",
        "back tomorrow",
        "is closed sun",
        "call back fri",
    ],
)
def test_a_day_in_a_longer_note_stays_in_it(text: str) -> None:
    entry = activity(f"call acme {text}")
    assert (entry.day, entry.text) == (TUESDAY, text)


def test_an_account_named_like_a_day_is_the_account() -> None:
    entry = hear(
        "call sun", now=NOW, today=TUESDAY, known_account=lambda name: {"sun": "Sun"}.get(name)
    ).entry
    assert entry == Activity(day=TUESDAY, time=time(13, 45, 30), kind="call", account="Sun")


@pytest.mark.parametrize(
    "text",
    [
        "spoke to Dana, back on Tuesday",
        "they booked a demo on fri at 10:00",
        "will decide on next fri",
        "their office opens at 16:00",
        "on hold",
        "at desk 9",
        "the plant on the hill",
    ],
)
def test_what_was_agreed_stays_in_the_note(text: str) -> None:
    entry = activity(f"call acme {text}")
    assert (entry.day, entry.time, entry.text) == (TUESDAY, time(13, 45, 30), text)


@pytest.mark.parametrize(
    ("line", "type_", "account", "text", "sting"),
    [
        ("setback acme cancelled", "meeting cancelled", "Acme", "cancelled", None),
        ("setback hooli pushed sting 6 on yesterday", "deal pushed", "Hooli", "pushed", 6),
        ("setback lost tyrell, sting: 8/10", "deal lost", "Tyrell", "lost tyrell", 8),
        ("setback oscorp chose another", "deal lost", "Oscorp", "chose another", None),
        ("setback the RFP is out", "RFP missed", None, "the RFP is out", None),
        ("setback boss raised my target", "unwanted target", None, "boss raised my target", None),
        ("setback a hard day", "other", None, "a hard day", None),
        ("setback acme never called back", "no call-back", "Acme", "never called back", None),
    ],
)
def test_a_setback_in_one_line(
    line: str, type_: str, account: str | None, text: str, sting: int | None
) -> None:
    entry = setback(line)
    assert (entry.type, entry.account, entry.text, entry.sting) == (type_, account, text, sting)


def test_a_note_keeps_its_words_whole() -> None:
    assert heard("note acme is closed on friday #progress @yesterday").entry == Note(
        day=date(2026, 11, 23), account="Acme", text="acme is closed on friday", tags=("progress",)
    )


@pytest.mark.parametrize(
    ("line", "hint"),
    [
        ("", "starts with call, email, meeting, setback or note"),
        ("  ", "starts with call, email, meeting, setback or note"),
        ("ca", "starts with call, email, meeting, setback or note"),
        ("3", "starts with call, email, meeting, setback or note"),
        ("call 0 acme", "A count is a whole number from 1 to 1,000, not 0."),
        ("call -1 acme", "A count is a whole number from 1 to 1,000, not -1."),
        ("call 1000000000", "A count is a whole number from 1 to 1,000, not 1,000,000,000."),
        ("call 2.5 acme", "A count is a whole number from 1 to 1,000, not 2.5."),
        ("call " + "9" * 5_000, f"A count is a whole number from 1 to 1,000, not {'9' * 20}."),
        ("note", "Write the note behind it, like note Dana called back by herself."),
        ("setback acme", "Say what happened, like setback acme cancelled the demo."),
        ("setback x sting 11", "A sting is a number from 0 to 10."),
        ('call "Acme', "Close the quote after the account's name."),
        (
            "call acme on tomorrow",
            "That day has not come yet; write one up to today, like yesterday or fri.",
        ),
        ("call acme at 16:00", "That time has not come yet; write one up to now, like 9:30."),
    ],
)
def test_what_is_not_clear_yet_is_said_in_one_sentence(line: str, hint: str) -> None:
    assert heard(line) == Heard(None, hint)


def test_a_wrong_date_is_asked_back() -> None:
    assert heard("call acme on 31/2").hint.startswith("There is no day “31/2”.")


def test_a_text_of_a_hundred_thousand_letters_is_kept_and_one_more_is_not() -> None:
    assert len(activity("call acme " + "x" * 100_000).text) == 100_000
    refused = heard("call acme " + "x" * 100_001)
    assert refused.entry is None
    assert refused.hint == (
        "That is 100,001 characters, a text holds 100,000. Shorten it or split it in two; nothing is lost."
    )


def test_a_letter_that_no_file_can_keep_is_refused() -> None:
    assert (
        heard("call acme \ud800").hint == "A letter in there cannot be kept; type that word again."
    )


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("call 3 acme left vm", "3 calls with Acme “left voicemail” today 13:45"),
        ("call acme on yesterday", "1 call with Acme yesterday"),
        (
            "meeting globex vision #qualified",
            "1 meeting with Globex “vision” #qualified today 13:45",
        ),
        (
            "setback acme cancelled the demo sting 4",
            "setback (meeting cancelled) at Acme “cancelled the demo” sting 4 today 13:45",
        ),
        ("note acme moves", "note “acme moves” today 13:45"),
        ("call " + "so " * 40, "1 call with So “" + "so " * 19 + "so…” today 13:45"),
    ],
)
def test_an_entry_is_said_back_in_plain_words(line: str, words: str) -> None:
    entry = heard(line).entry
    assert entry is not None
    assert summary(entry, TUESDAY) == words


def test_an_outcome_and_the_minutes_are_said_when_the_words_do_not() -> None:
    entry = Activity(day=date(2026, 11, 20), kind="call", outcome="no-answer", minutes=12)
    assert parts(entry, TUESDAY) == ("1 call", "no-answer", "12 min", "20 Nov")


PIECES = (
    *("call", "setback", "note", "3", "-1", "acme", "corp", "on", "@", "at", "fri", "tomorrow"),
    *(
        "31/2",
        "9:30",
        "25:00",
        "sting",
        "4",
        "11",
        "#x",
        "#",
        '"',
        "left",
        "vm",
        "no",
        "answer",
        "-",
    ),
)
WORDS = st.lists(st.sampled_from(PIECES), max_size=12).map(" ".join)


@given(st.text(max_size=80) | WORDS | WORDS.flatmap(lambda a: st.text(max_size=20).map(a.__add__)))
@example("call \x00 [/] \x1b[31m \u202e on \x00")
@example("call " + "#" * 3_000)
def test_any_line_is_an_entry_or_one_sentence(line: str) -> None:
    found = heard(line)
    assert (found.entry is None) == (found.hint != "")
    if isinstance(found.entry, Entry):
        assert found.entry.day <= TUESDAY
        assert summary(found.entry, TUESDAY)
