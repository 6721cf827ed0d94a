"""How meetings went, how that moves from month to month, and which outreach leads to first meetings."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from builders import activity, at, day
from clocked import Rep
from hypothesis import given
from hypothesis import strategies as st

from journal.activity import Activity
from journal.errors import BadInput, ChangedElsewhere
from journal.meeting import Meeting
from journal.tactics import Tactic, tactics
from storage.store import SqliteStore

TODAY = date(2026, 11, 24)


@pytest.fixture
def rep(store: SqliteStore) -> Rep:
    return Rep(store)


def met(rep: Rep, on: str, share: int | None, questions: int | None = None) -> Meeting:
    entry = replace(activity("meeting", on=day(on), account="Acme"), time=None)
    notes = Meeting(activity=0, talk_share=share, questions=questions, silent="their CFO")
    return rep.journal.meetings.record(entry, notes)[1]


def test_a_meeting_is_saved_with_how_it_went_and_undone_as_one(rep: Rep) -> None:
    noted = met(rep, "2026-11-24", 40, 12)
    assert rep.journal.meetings.of(noted.activity) == noted
    assert (noted.talk_share, noted.questions, noted.silent) == (40, 12, "their CFO")
    rep.journal.undo()
    assert rep.journal.entries(TODAY, TODAY) == []
    assert rep.journal.meetings.of(noted.activity).rev == 0


def test_notes_can_be_written_later_and_changed(rep: Rep) -> None:
    saved = rep.journal.record(activity("demo", on=TODAY)).entry
    notes = rep.journal.meetings.of(saved.id)
    kept = rep.journal.meetings.keep(replace(notes, learned="They hire."))
    assert rep.journal.meetings.keep(replace(kept, they_learned="We ship.")).learned == "They hire."
    with pytest.raises(ChangedElsewhere):
        rep.journal.meetings.keep(replace(kept, learned="stale"))


@pytest.mark.parametrize(
    ("notes", "sentence"),
    [
        ({"talk_share": 101}, "How much you talked is 0 to 100 %."),
        ({"questions": -1}, "Questions are a whole number"),
        ({"learned": "x" * 100_001}, "an answer holds 100,000"),
    ],
)
def test_what_cannot_be_true_of_a_meeting_is_refused(
    rep: Rep, notes: dict[str, object], sentence: str
) -> None:
    saved = rep.journal.record(activity("meeting", on=TODAY)).entry
    wrong = replace(rep.journal.meetings.of(saved.id), **notes)
    with pytest.raises(BadInput, match=sentence):
        rep.journal.meetings.keep(wrong)


def test_an_email_has_no_talk_share(rep: Rep) -> None:
    with pytest.raises(BadInput, match="Notes like these are for meeting, demo, visit"):
        rep.journal.meetings.record(activity("email", on=TODAY), Meeting(activity=0))


def test_talk_share_and_questions_move_by_month(rep: Rep) -> None:
    met(rep, "2026-09-30", 60, 4)
    met(rep, "2026-11-02", 50, 8)
    met(rep, "2026-11-23", 41, None)
    trend = rep.journal.meetings.trend(3)
    assert [(one.first, one.meetings, one.talk_share, one.questions) for one in trend] == [
        (day("2026-09-01"), 1, 60.0, 4.0),
        (day("2026-10-01"), 0, None, None),
        (day("2026-11-01"), 2, 45.5, 8.0),
    ]


def touch(rep: Rep, account: str, on: str, *tags: str, kind: str = "visit") -> Activity:
    return replace(
        activity(kind, on=day(on), account=account), tags=tags, logged=at("2026-11-24T13:45")
    )


def test_lunch_at_their_office_is_a_tactic_with_its_rate_of_first_meetings(rep: Rep) -> None:
    rep.did(
        touch(rep, "Acme", "2026-09-01", "lunch"),
        touch(rep, "acme", "2026-09-03", "Lunch"),
        activity("meeting", on=day("2026-09-20"), account="Acme"),
        touch(rep, "Globex", "2026-09-02", "lunch"),
        touch(rep, "Hooli", "2026-11-20", "lunch"),
        activity("meeting", on=day("2026-08-01"), account="Stark"),
        touch(rep, "Stark", "2026-09-02", "lunch"),
        touch(rep, "Wayne", "2026-09-01", "webinar", kind="email"),
        activity("meeting", on=day("2026-10-30"), account="Wayne"),
    )
    assert rep.journal.meetings.tactics() == (Tactic("lunch", 1, 2), Tactic("webinar", 0, 1))
    assert rep.journal.meetings.tactics()[0].rate == 0.5


def test_a_skill_being_built_is_no_tactic(rep: Rep) -> None:
    rep.journal.set("skills", "pricing")
    rep.did(touch(rep, "Acme", "2026-09-01", "pricing", "lunch"))
    assert [one.tag for one in rep.journal.meetings.tactics()] == ["lunch"]


days_ago = st.integers(0, 90)


@given(
    st.lists(st.tuples(st.sampled_from("ab"), st.sampled_from("xyz"), days_ago), max_size=12),
    st.dictionaries(st.sampled_from("xyz"), days_ago),
)
def test_rates_are_those_of_looking_at_each_account(
    touched: list[tuple[str, str, int]], met_ago: dict[str, int]
) -> None:
    first_met = {name: TODAY - timedelta(ago) for name, ago in met_ago.items()}
    found = tactics(
        [(tag, account, TODAY - timedelta(ago)) for tag, account, ago in touched], first_met, TODAY
    )
    expected = {}
    for tag in {tag for tag, _, _ in touched}:
        counted = []
        for account in {account for each, account, _ in touched if each == tag}:
            ago = max(each for t, a, each in touched if (t, a) == (tag, account))
            met_on = met_ago.get(account)
            if met_on is not None and met_on > ago:
                continue
            led = met_on is not None and ago - met_on <= 30
            if led or ago >= 30:
                counted.append(led)
        if counted:
            expected[tag] = (sum(counted), len(counted))
    assert {one.tag: (one.met, one.n) for one in found} == expected
