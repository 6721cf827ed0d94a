"""What a rep types into the evening's box becomes entries; the rest is kept as notes and says so."""

from __future__ import annotations

from datetime import time

import pytest
from builders import at, day

from journal.activity import Activity
from journal.entry import Entry, Note
from journal.evening_lines import AS_A_NOTE, MOST_LINES, TOO_MANY, HeardLine, heard_lines
from journal.follow_up import FollowUp
from journal.quick_words import Ear
from journal.setback import Setback

TUESDAY = day("2026-11-24")
KNOWN = {
    name.casefold(): name for name in ("Acme", "Globex", "Initech", "Hooli", "Stark Industries")
}


def ear(on: str = "2026-11-24", now: str = "2026-11-24T17:40") -> Ear:
    return Ear(at(now), day(on), lambda name: KNOWN.get(name.casefold()), ("webinar",), True, False)


def heard(line: str) -> HeardLine:
    """What one line of the box means on a Tuesday evening."""
    (one,) = heard_lines(line, ear())
    return one


def told(entry: Entry | None) -> tuple[object, ...]:
    """An entry in short: what it is, how often or of which type, with whom, its words, its tags."""
    if isinstance(entry, Activity):
        return (entry.kind, entry.count, entry.account, entry.text, entry.tags)
    if isinstance(entry, Setback):
        return ("setback", entry.type, entry.account, entry.text, entry.sting)
    assert isinstance(entry, Note)
    return ("note", entry.account, entry.text, entry.tags)


MOVED = ("progress",)
TOLD = [
    ("call 4", ("call", 4, None, "", ())),
    ("4 calls", ("call", 4, None, "", ())),
    ("did four calls", ("call", 4, None, "", ())),
    ("called 12 people", ("call", 12, None, "people", ())),
    ("call 3 acme left vm", ("call", 3, "Acme", "left voicemail", ())),
    ("- 3 calls acme", ("call", 3, "Acme", "", ())),
    ("spoke to dana at globex", ("call", 1, "Globex", "dana at globex", ())),
    ("had a good call with acme", ("call", 1, "Acme", "good", ())),
    ("globex meeting went well", ("meeting", 1, "Globex", "went well", MOVED)),
    ("globex meeting was not agreed", ("meeting", 1, "Globex", "was not agreed", ())),
    ("umbrella call went nowhere", ("call", 1, "Umbrella", "went nowhere", ())),
    ("demo went well", ("demo", 1, None, "went well", MOVED)),
    ("met globex, they named the pain", ("meeting", 1, "Globex", "they named the pain", MOVED)),
    ("webinar initech #q4", ("webinar", 1, "Initech", "", ("q4",))),
    (
        "stark industries demo went great",
        ("demo", 1, "Stark Industries", "went great", MOVED),
    ),
    ("lost acme to initech", ("setback", "deal lost", "Acme", "lost acme to initech", None)),
    ("lost wayne to initech", ("setback", "deal lost", "Wayne", "lost wayne to initech", None)),
    ("they chose initech", ("setback", "deal lost", None, "they chose initech", None)),
    ("hooli cancelled the demo", ("setback", "meeting cancelled", "Hooli", "cancelled the demo", None)),
    ("umbrella meeting cancelled", ("setback", "meeting cancelled", "Umbrella", "meeting cancelled", None)),
    ("acme ghosted me", ("setback", "no call-back", "Acme", "ghosted me", None)),
    ("setback hooli pushed the deal sting 6", ("setback", "deal pushed", "Hooli", "pushed the deal", 6)),
    ("note Globex decides soon", ("note", "Globex", "Globex decides soon", ())),
]  # fmt: skip


@pytest.mark.parametrize(("line", "entry"), TOLD, ids=[line for line, _ in TOLD])
def test_a_line_of_a_reps_own_becomes_a_typed_entry(line: str, entry: tuple[object, ...]) -> None:
    one = heard(line)
    assert told(one.entry) == entry
    assert (one.hint, one.follow_up) == ("", None)


@pytest.mark.parametrize(
    ("line", "entry", "what", "due", "account"),
    [
        ("globex meeting went well, demo on fri", "meeting", "demo", "2026-11-27", "Globex"),
        ("globex meeting went well demo on fri", "meeting", "demo", "2026-11-27", "Globex"),
        ("spoke to dana back on tue", "call", "get back", "2026-12-01", "Dana"),
        ("called initech, then demo on 4/12 at 9:30", "call", "demo at 9:30", "2026-12-04", "Initech"),
        ("sent acme the proposal, they decide by 4 dec", "proposal", "they decide", "2026-12-04", "Acme"),
        ("acme called off the demo, new date in 2 weeks", "setback", "new date", "2026-12-08", "Acme"),
        ("met globex, they want a demo next week", "meeting", "they want a demo", "2026-11-30", "Globex"),
    ],
)  # fmt: skip
def test_what_was_agreed_for_a_later_day_becomes_a_follow_up(
    line: str, entry: str, what: str, due: str, account: str
) -> None:
    one = heard(line)
    assert told(one.entry)[0] == entry
    assert one.follow_up == FollowUp(due=day(due), what=what, account=account)


@pytest.mark.parametrize(
    ("line", "what", "due", "account"),
    [
        ("call acme tomorrow", "call acme", "2026-11-25", "Acme"),
        ("send globex the numbers on mon", "send globex the numbers", "2026-11-30", "Globex"),
        ("lunch with smith and jones on fri", "lunch with smith and jones", "2026-11-27", None),
        ("meeting with hooli tomorrow at 10", "meeting with hooli at 10", "2026-11-25", "Hooli"),
    ],
)
def test_a_line_that_only_looks_ahead_counts_nothing(
    line: str, what: str, due: str, account: str | None
) -> None:
    one = heard(line)
    assert one.entry is None
    assert one.follow_up == FollowUp(due=day(due), what=what, account=account)


@pytest.mark.parametrize(
    "line",
    [
        "dana called back by herself",
        "budget meeting moved to thursday",
        "sent the offer on mon",
        "quiet day",
        "[/]",
        "[bold]x[/bold] [@click=app.quit]y[/]",
        "\x1b]0;gone\x07\x1b[2J\x1b[31mred",
        "\u202etxet desrever\u202c עברית العربية",
        '"acme',
        "3",
        "👩‍👩‍👧‍👦 漢字",
        "a" * 100_000,
    ],
    ids=lambda line: repr(line[:20]),
)
def test_what_is_not_understood_is_kept_whole_as_a_note_and_says_so(line: str) -> None:
    one = heard(line)
    assert isinstance(one.entry, Note)
    assert (one.entry.text, one.entry.day, one.hint) == (line, TUESDAY, AS_A_NOTE)


def test_a_slip_is_kept_as_a_note_with_the_reason() -> None:
    one = heard("call 2000")
    assert told(one.entry) == ("note", None, "call 2000", ())
    assert (
        one.hint
        == "not understood, kept as is: A count is a whole number from 1 to 1,000, not 2,000."
    )


def test_what_no_entry_can_hold_is_refused_in_one_sentence() -> None:
    one = heard("a" * 100_001)
    assert not one.can_be_kept
    assert "100,001 characters" in one.hint
    assert heard("half a \ud83d character").hint.endswith("type that word again.")


def test_empty_lines_and_lines_of_blanks_are_no_events() -> None:
    assert heard_lines("", ear()) == ()
    assert heard_lines("   \n\t\n \r\n", ear()) == ()
    assert [one.line for one in heard_lines("\n call 4 \n\n email\n", ear())] == ["call 4", "email"]


def test_the_box_takes_so_many_lines_at_once_and_says_so_of_the_others() -> None:
    lines = heard_lines("call\n" * (MOST_LINES + 1), ear())
    assert all(one.can_be_kept for one in lines[:MOST_LINES])
    assert (lines[MOST_LINES].can_be_kept, lines[MOST_LINES].hint) == (False, TOO_MANY)


def test_nobody_knows_when_it_happened_unless_the_line_says_so() -> None:
    assert heard("call acme").entry == Activity(day=TUESDAY, kind="call", account="Acme")
    (early,) = heard_lines("10:30 globex meeting", ear())
    assert early.entry is not None
    assert early.entry.time == time(10, 30)
    (later,) = heard_lines("23:00 call acme", ear())
    assert later.entry is not None
    assert later.entry.time is None


def test_the_days_of_the_lines_are_counted_from_the_day_of_the_page() -> None:
    after_midnight = ear("2026-11-26", "2026-11-27T01:30")
    (one,) = heard_lines("globex meeting went well, demo on fri", after_midnight)
    assert one.entry is not None
    assert one.entry.day == day("2026-11-26")
    assert one.follow_up is not None
    assert one.follow_up.due == day("2026-11-27")
    (other,) = heard_lines("call acme yesterday", after_midnight)
    assert other.entry is not None
    assert other.entry.day == day("2026-11-25")
