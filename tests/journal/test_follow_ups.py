"""Follow-ups: added for a day ahead, and settled in one action each."""

from __future__ import annotations

from datetime import date

import pytest
from builders import THURSDAY, at

from journal.entry import Note
from journal.errors import BadInput, JournalError, NotFound
from journal.follow_up import FollowUp, FollowUpState
from journal.journal import Journal
from storage.store import SqliteStore

MONDAY = date(2024, 2, 5)


@pytest.fixture
def journal(store: SqliteStore) -> Journal:
    return Journal(store, lambda: at("2024-02-01T09:30"))


def added(journal: Journal) -> FollowUp:
    return journal.follow_ups.add(
        " New date ", THURSDAY, account="Hooli", reason="they cancelled", kind="revival"
    )


def test_a_follow_up_waits_on_its_day(journal: Journal) -> None:
    new = added(journal)
    assert (new.what, new.account, new.kind, new.state) == (
        *("New date", "Hooli", "revival", FollowUpState.DUE),
    )
    assert list(journal.due()) == [new]
    assert journal.follow_ups.get(new.id) == new


def test_moved_it_still_waits_and_keeps_its_reason(journal: Journal) -> None:
    moved = journal.follow_ups.move(added(journal).id, MONDAY)
    assert (moved.due, moved.state, moved.reason) == (
        MONDAY,
        FollowUpState.DUE,
        "they cancelled",
    )
    assert list(journal.due()) == []
    journal.undo()
    assert len(journal.due()) == 1


@pytest.mark.parametrize("words", [None, "", "  "])
def test_done_without_a_word_writes_none(journal: Journal, words: str | None) -> None:
    done = journal.follow_ups.done(added(journal).id, words)
    assert (done.state, done.settled) == (FollowUpState.DONE, THURSDAY)
    assert list(journal.entries(THURSDAY, THURSDAY)) == []


def test_a_line_about_it_is_a_note_of_the_same_customer_and_action(journal: Journal) -> None:
    journal.follow_ups.done(added(journal).id, "She said Friday")
    (note,) = journal.entries(THURSDAY, THURSDAY)
    assert isinstance(note, Note)
    assert (note.text, note.account, note.logged_day) == ("She said Friday", "Hooli", THURSDAY)
    assert journal.undo().entries == 2
    assert list(journal.entries(THURSDAY, THURSDAY)) == []
    assert len(journal.due()) == 1


def test_skipped_it_says_why(journal: Journal) -> None:
    with pytest.raises(BadInput, match="why it is skipped"):
        journal.follow_ups.skip(added(journal).id, "  ")
    settled = journal.follow_ups.skip(1, " no reason to call ")
    assert (settled.state, settled.why) == (FollowUpState.SKIPPED, "no reason to call")
    assert journal.follow_ups.get(1) == settled
    assert list(journal.entries(THURSDAY, THURSDAY)) == []
    journal.undo()
    assert (journal.follow_ups.get(1).state, journal.follow_ups.get(1).why) == (
        *(FollowUpState.DUE, ""),
    )


@pytest.mark.parametrize(("said", "kept"), [("they were bought", "they were bought"), (None, "")])
def test_closed_for_good_it_waits_no_more(journal: Journal, said: str | None, kept: str) -> None:
    settled = journal.follow_ups.close(added(journal).id, said)
    assert (settled.state, settled.why) == (FollowUpState.CLOSED, kept)
    assert list(journal.entries(THURSDAY, THURSDAY)) == []
    assert list(journal.due()) == []


def test_what_is_settled_stays_settled(journal: Journal) -> None:
    journal.follow_ups.done(added(journal).id)
    for again in (
        lambda: journal.follow_ups.done(1),
        lambda: journal.follow_ups.skip(1, "why"),
        lambda: journal.follow_ups.move(1, MONDAY),
    ):
        with pytest.raises(JournalError, match=r"“New date” was done today already"):
            again()


def test_more_than_the_longest_line_about_it_is_refused_before_anything_is_saved(
    journal: Journal,
) -> None:
    longest = "[/]" + "y" * 99_997
    assert journal.follow_ups.skip(added(journal).id, longest).why == longest
    added(journal)
    for settle in (journal.follow_ups.done, journal.follow_ups.skip, journal.follow_ups.close):
        with pytest.raises(BadInput, match="100,000 characters"):
            settle(2, longest + "y")
    assert len(journal.due()) == 1


@pytest.mark.parametrize(
    ("what", "due", "reason", "sentence"),
    [
        (" ", THURSDAY, None, "Say in a few words what is to be done"),
        ("x" * 1_001, THURSDAY, None, "1,000 characters"),
        ("x", THURSDAY, "y" * 1_001, "1,000 characters"),
        ("x", date(2024, 1, 31), None, "That day is over"),
    ],
)
def test_what_says_nothing_or_lies_behind_is_refused(
    journal: Journal, what: str, due: date, reason: str | None, sentence: str
) -> None:
    with pytest.raises(BadInput, match=sentence):
        journal.follow_ups.add(what, due, reason=reason)


def test_what_is_not_there_says_so(journal: Journal) -> None:
    with pytest.raises(NotFound, match="There is no follow-up 9"):
        journal.follow_ups.done(9)
