"""A calendar program that reads the file again updates what it has, and shows every word literally."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from builders import activity, day
from clocked import Rep
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from icalendar import Calendar, Component

from journal.follow_up import FollowUp, FollowUpState
from journal.goal import Form
from journal.review import Period
from journal.shown import shown
from journal.transfer.calendar_file import calendar_texts, to_do
from storage.store import SqliteStore

HOSTILE = "[/]; call, \\n Acme \x1b[31m\x00 \u202enow \\, #x\r\nBEGIN:VALARM\nEND:VCALENDAR"


@pytest.fixture
def rep(store: SqliteStore) -> Rep:
    return Rep(store)


def written(rep: Rep, since: date | None = None) -> str:
    return "".join(calendar_texts(rep.journal, since))


def parts(rep: Rep, kind: str, since: date | None = None) -> list[Component]:
    """The to-dos or events of the file, read strictly: what is wrong in it raises."""
    calendar = Calendar.from_ical(written(rep, since))
    assert [part.errors for part in calendar.walk()] == [[] for _ in calendar.walk()]
    return list(calendar.walk(kind))


def test_a_follow_up_is_a_to_do_on_its_day(rep: Rep) -> None:
    rep.journal.follow_ups.add(
        "New date", day("2026-11-26"), account="Hooli", reason="they cancelled"
    )
    (one,) = parts(rep, "VTODO")
    assert one.decoded("due") == day("2026-11-26")
    assert str(one["summary"]) == "New date (Hooli)"
    assert str(one["description"]) == "Why they should care: they cancelled\nAccount: Hooli"
    assert (str(one["status"]), one["sequence"]) == ("NEEDS-ACTION", 0)
    assert str(one["uid"]) == rep.journal.store.follow_ups.get(1).uid
    assert "DUE;VALUE=DATE:20261126\r\n" in written(rep)
    assert one["dtstamp"].to_ical() == one["last-modified"].to_ical() == b"20261124T124500Z"


def test_one_that_was_moved_keeps_its_name_and_counts_on(rep: Rep) -> None:
    added = rep.journal.follow_ups.add("Call Acme", day("2026-11-26"), account="Acme")
    rep.be("2026-11-25T09:00")
    rep.journal.follow_ups.move(added.id, day("2026-11-30"))
    (one,) = parts(rep, "VTODO")
    assert (str(one["uid"]), one["sequence"]) == (added.uid, 1)
    assert one.decoded("due") == day("2026-11-30")
    assert str(one["summary"]) == "Call Acme"
    assert one["last-modified"].to_ical() == b"20261125T080000Z"
    rep.journal.store.undo(rep.now, "cli")
    (again,) = parts(rep, "VTODO")
    assert (again.decoded("due"), again["sequence"]) == (day("2026-11-26"), 2)
    rep.be("2026-11-25T09:05")
    rep.journal.store.redo(rep.now, "cli")
    (moved,) = parts(rep, "VTODO")
    assert (moved.decoded("due"), moved["sequence"]) == (day("2026-11-30"), 3)
    assert moved["last-modified"].to_ical() == b"20261125T080500Z"


def test_what_was_done_and_what_was_skipped_are_marked(rep: Rep) -> None:
    for what in ("done", "skipped", "closed", "waits"):
        rep.journal.follow_ups.add(what, day("2026-11-26"))
    rep.journal.follow_ups.done(1)
    rep.journal.follow_ups.skip(2, "no reason left")
    rep.journal.follow_ups.close(3)
    told = {str(one["summary"]): one for one in parts(rep, "VTODO")}
    assert {name: str(one["status"]) for name, one in told.items()} == {
        "done": "COMPLETED",
        "skipped": "CANCELLED",
        "closed": "CANCELLED",
        "waits": "NEEDS-ACTION",
    }
    assert told["done"]["completed"].to_ical() == b"20261124T120000Z"
    assert str(told["skipped"]["description"]) == "Skipped: no reason left"


def test_what_was_settled_before_the_day_asked_for_is_left_out(rep: Rep) -> None:
    rep.journal.follow_ups.add("done", day("2026-11-26"))
    rep.journal.follow_ups.add("waits", day("2026-11-26"))
    rep.journal.follow_ups.done(1)
    rep.be("2026-12-01T09:00")
    since = [str(one["summary"]) for one in parts(rep, "VTODO", day("2026-11-25"))]
    assert since == ["waits"]
    assert len(parts(rep, "VTODO", day("2026-11-24"))) == 2


def test_a_milestone_is_on_its_day_with_what_it_asks_for(rep: Rep) -> None:
    made = rep.journal.goals.new(
        form=Form.MILESTONE,
        title="Sixty calls",
        measure="call",
        target=60,
        due=day("2026-12-04"),
        why="the year hangs on it",
    )
    added = rep.journal.goals.add(made)
    event = parts(rep, "VEVENT")[0]
    assert str(event["uid"]) == added.uid
    assert (str(event["summary"]), str(event["transp"])) == (
        "Milestone: Sixty calls",
        "TRANSPARENT",
    )
    assert str(event["description"]) == "Target: 60 calls\nWhy: the year hangs on it"
    assert event.decoded("dtstart") == day("2026-12-04")
    assert event.decoded("dtend") == day("2026-12-05")
    rep.journal.goals.redate(added.id, day("2026-12-02"))
    rep.journal.goals.complete(added.id)
    event = parts(rep, "VEVENT")[0]
    assert str(event["summary"]) == "Done: Milestone: Sixty calls"
    assert event.decoded("dtstart") == day("2026-12-02")
    assert event["sequence"] == 5


def test_a_milestone_counts_up_when_its_new_date_is_taken_back_and_brought_back(rep: Rep) -> None:
    made = rep.journal.goals.new(
        form=Form.MILESTONE, title="Sixty calls", measure="call", target=60, due=day("2026-12-04")
    )
    told = []
    added = rep.journal.goals.add(made)
    told.append(parts(rep, "VEVENT")[0])
    rep.journal.goals.redate(added.id, day("2026-12-02"))
    told.append(parts(rep, "VEVENT")[0])
    rep.journal.store.undo(rep.now, "cli")
    told.append(parts(rep, "VEVENT")[0])
    rep.journal.store.redo(rep.now, "cli")
    told.append(parts(rep, "VEVENT")[0])
    assert [(one.decoded("dtstart").isoformat(), one["sequence"]) for one in told] == [
        ("2026-12-04", 0),
        ("2026-12-02", 3),
        ("2026-12-04", 4),
        ("2026-12-02", 7),
    ]


def test_a_later_date_counts_up_once_it_holds_and_again_when_it_is_taken_back(rep: Rep) -> None:
    made = rep.journal.goals.new(
        form=Form.MILESTONE, title="Sixty calls", measure="call", target=60, due=day("2026-12-04")
    )
    added = rep.journal.goals.add(made)
    rep.journal.goals.redate(added.id, day("2026-12-20"), why="they asked for it")
    waits = parts(rep, "VEVENT")[0]
    rep.be("2026-12-01T09:00")
    holds = parts(rep, "VEVENT")[0]
    rep.journal.store.undo(rep.now, "cli")
    back = parts(rep, "VEVENT")[0]
    assert [
        (one.decoded("dtstart").isoformat(), one["sequence"]) for one in (waits, holds, back)
    ] == [
        ("2026-12-04", 2),
        ("2026-12-20", 3),
        ("2026-12-04", 4),
    ]


def test_a_milestone_that_was_deleted_twice_counts_on_from_where_it_was(rep: Rep) -> None:
    made = rep.journal.goals.new(
        form=Form.MILESTONE, title="Sixty calls", measure="call", target=60, due=day("2026-12-04")
    )
    added = rep.journal.goals.add(made)
    rep.journal.goals.redate(added.id, day("2026-12-02"))
    rep.journal.goals.remove(added.id)
    store, told = rep.journal.store, []
    for step in (store.undo, store.undo, store.redo, store.redo, store.undo, store.undo):
        step(rep.now, "cli")
        told += [one["sequence"] for one in parts(rep, "VEVENT") if str(one["uid"]) == added.uid]
    assert told == [5, 6, 9, 11, 12]


def test_what_was_done_before_noon_was_not_done_in_the_future(rep: Rep) -> None:
    rep.be("2026-11-24T09:00")
    rep.journal.follow_ups.add("Call Acme", day("2026-11-26"))
    rep.journal.follow_ups.done(1)
    (one,) = parts(rep, "VTODO")
    assert one["completed"].to_ical() == b"20261124T080000Z"
    rep.be("2026-11-28T09:00")
    (one,) = parts(rep, "VTODO")
    assert one["completed"].to_ical() == b"20261124T080000Z"


def test_the_first_review_counts_up_when_its_day_moves_on(rep: Rep) -> None:
    rep.be("2026-06-03T09:00")
    rep.did(activity("call", 1, day("2026-06-03")))
    (first,) = parts(rep, "VEVENT")
    rep.be("2026-07-08T09:00")
    (moved,) = parts(rep, "VEVENT")
    assert (first.decoded("dtstart"), moved.decoded("dtstart")) == (
        day("2026-06-30"),
        day("2026-07-31"),
    )
    assert str(moved["uid"]) == str(first["uid"])
    assert moved["sequence"] > first["sequence"]
    rep.journal.days_off.take(day("2026-07-31"), day("2026-07-31"))
    rep.be("2026-07-08T09:01")
    (earlier,) = parts(rep, "VEVENT")
    assert earlier.decoded("dtstart") == day("2026-07-30")
    assert earlier["sequence"] > moved["sequence"]
    rep.journal.reviews.hold(Period.MONTH, day("2026-07-01"), day("2026-07-31"))
    held, _ = parts(rep, "VEVENT")
    assert held["sequence"] > earlier["sequence"]


def test_a_review_that_was_held_and_taken_back_is_to_come_again(rep: Rep) -> None:
    rep.be("2026-11-30T16:00")
    hold = rep.journal.reviews.hold
    hold(Period.MONTH, day("2026-11-01"), day("2026-11-30"), next_on=day("2026-12-18"))
    locked = parts(rep, "VEVENT")[-1]
    rep.be("2026-12-18T16:00")
    hold(Period.MONTH, day("2026-12-01"), day("2026-12-31"))
    held = parts(rep, "VEVENT")[-2]
    rep.be("2026-12-18T16:01")
    rep.journal.store.undo(rep.now, "cli")
    rep.journal.forget_what_was_read()
    again = parts(rep, "VEVENT")[-1]
    assert str(locked["uid"]) == str(held["uid"]) == str(again["uid"])
    assert locked["sequence"] < held["sequence"] < again["sequence"]
    assert str(again["status"]) == "CONFIRMED"
    assert again.decoded("dtstart") == day("2026-12-18")


def test_a_review_that_was_taken_back_and_brought_back_counts_on(rep: Rep) -> None:
    rep.did(activity("call", 1, rep.journal.today()))
    rep.be("2026-11-30T16:00")
    rep.journal.reviews.hold(
        Period.MONTH, day("2026-11-01"), day("2026-11-30"), next_on=day("2026-12-18")
    )
    held = parts(rep, "VEVENT")
    rep.be("2026-11-30T16:05")
    rep.journal.store.undo(rep.now, "cli")
    (proposed,) = parts(rep, "VEVENT")
    rep.be("2026-11-30T16:06")
    rep.journal.store.redo(rep.now, "cli")
    again = parts(rep, "VEVENT")
    # 2020-01-01 to 2026-11-30T15:00Z: 2525 days of 86,400 seconds and 15 hours.
    assert [one["sequence"] for one in held] == [218_214_001, 218_214_000]
    assert proposed["sequence"] == 218_214_300
    assert [one["sequence"] for one in again] == [218_214_361, 218_214_360]
    assert [str(one["uid"]) for one in again] == [str(one["uid"]) for one in held]
    assert str(again[0]["uid"]) == str(proposed["uid"]) == "first-review-sales-journal"


def test_however_late_the_clock_is_a_calendar_program_can_read_the_count(rep: Rep) -> None:
    rep.be("2100-01-04T09:00")
    (proposed,) = parts(rep, "VEVENT")
    assert proposed["sequence"] == 2_147_483_647


def test_the_first_review_has_one_name_before_and_after_the_first_entry(rep: Rep) -> None:
    rep.journal.follow_ups.add("Call Acme", day("2026-11-26"))
    (before,) = parts(rep, "VEVENT")
    rep.did(activity("call", 1, rep.journal.today()))
    (after,) = parts(rep, "VEVENT")
    assert str(before["uid"]) == str(after["uid"]) == "first-review-sales-journal"


def test_the_next_review_turns_into_the_one_that_was_held(rep: Rep) -> None:
    rep.did(activity("call", 1, rep.journal.today()))
    (proposed,) = parts(rep, "VEVENT")
    assert (proposed.decoded("dtstart"), str(proposed["status"])) == (
        day("2026-11-30"),
        "TENTATIVE",
    )
    rep.be("2026-11-30T16:00")
    rep.journal.reviews.hold(
        Period.MONTH, day("2026-11-01"), day("2026-11-30"), next_on=day("2026-12-18")
    )
    held, following = parts(rep, "VEVENT")
    assert (str(held["uid"]), str(held["summary"])[:5]) == (str(proposed["uid"]), "Done:")
    assert held["sequence"] > proposed["sequence"]
    assert (following.decoded("dtstart"), str(following["status"])) == (
        day("2026-12-18"),
        "CONFIRMED",
    )
    assert str(following["uid"]) != str(held["uid"])


def test_the_same_journal_at_the_same_moment_gives_the_same_bytes(rep: Rep) -> None:
    rep.journal.follow_ups.add("Call Acme", day("2026-11-26"), account="Acme")
    first = written(rep)
    rep.journal.forget_what_was_read()
    assert written(rep) == first
    assert first.startswith("BEGIN:VCALENDAR\r\n")
    assert first.endswith("END:VEVENT\r\nBEGIN:VTODO\r\n" + first.rpartition("BEGIN:VTODO\r\n")[2])
    assert first.count("END:VCALENDAR") == 1


def test_hostile_words_stay_words(rep: Rep) -> None:
    rep.journal.follow_ups.add("x", day("2026-11-26"), account="Acme", reason=HOSTILE)
    (one,) = parts(rep, "VTODO")
    told = str(one["description"])
    assert told.startswith(
        "Why they should care: [/]; call, \\n Acme ␛[31m␀ \ufffdnow \\, #x\nBEGIN:VALARM\nEND:VCALENDAR"
    )
    assert parts(rep, "VALARM") == []
    assert max(len(line.encode()) for line in written(rep).split("\r\n")) <= 75


@settings(max_examples=100, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=200))
def test_any_words_come_back_as_they_are_shown(words: str) -> None:
    due = FollowUp(due=date.max, what="Call " + words, uid="u", rev=1, state=FollowUpState.DUE)
    made = to_do(due, {}, datetime(2026, 11, 24, tzinfo=UTC))
    (back,) = Calendar.from_ical(made.to_ical(), multiple=True)
    assert str(back["summary"]) == shown(" ".join(due.what.split()))
