"""``list``, ``edit``, ``delete``, ``undo`` and ``redo``."""

from __future__ import annotations

import pytest
from asking import Rep

from journal.store import PAGE


def test_a_day_is_listed_with_the_ids_that_edit_takes(rep: Rep) -> None:
    rep.asks("log", "call", "3", "Acme", "-m", "left voicemail", "--at", "8:50")
    rep.asks("log", "meeting", "Globex", "--at", "9", "--outcome", "held")
    assert rep.asks("list").out == (
        "1  08:50  3 calls    Acme    left voicemail\n2  09:00  1 meeting  Globex  held\n"
    )


def test_a_range_is_listed_with_its_days(rep: Rep) -> None:
    rep.asks("log", "call", "--on", "2024-01-30")
    rep.asks("log", "email", "--on", "yesterday")
    assert rep.asks("list", "2024-01-29..today").out == (
        "1  30 Jan     –  1 call\n2  yesterday  –  1 email\n"
    )


def test_a_kind_can_be_picked_out(rep: Rep) -> None:
    rep.asks("log", "call")
    rep.asks("note", "x")
    rep.asks("setback", "x")
    assert [one["kind"] for one in rep.gets("list", "--kind", "calls")] == ["call"]
    assert [one["kind"] for one in rep.gets("list", "--kind", "note")] == ["note"]
    assert [one["kind"] for one in rep.gets("list", "--kind", "setbacks")] == ["setback"]
    assert rep.asks("list", "--kind", "fax").refused[0] == 2


def test_nothing_written_down_is_said_so(rep: Rep) -> None:
    assert rep.asks("list").out == "Nothing is written down for today.\n"
    assert rep.asks("list", "last week").out == "Nothing is written down for 22 Jan to 28 Jan.\n"
    assert rep.gets("list") == []
    assert not rep.path.exists()


def test_a_list_of_more_than_one_page_is_whole(rep: Rep) -> None:
    rep.asks("log", "call")
    csv = rep.path.parent / "list.csv"
    rows = "".join(f"Acme,Call {n},2024-01-31,Completed,Call\n" for n in range(PAGE + 7))
    csv.write_text("Company,Subject,Date,Status,Type\n" + rows)
    assert rep.gets("import", str(csv))["added"] == PAGE + 7
    listed = rep.gets("list", "2024-01-01..today")
    assert len(listed) == PAGE + 8
    assert len({one["id"] for one in listed}) == PAGE + 8


def test_an_edit_changes_what_is_said_and_nothing_else(rep: Rep) -> None:
    rep.asks("log", "call", "3", "Acme", "-m", "left voicemail", "--at", "8:50")
    before = rep.gets("list")[0]
    answer = rep.asks("edit", "1", "--count", "4", "--kind", "email", "--outcome", "replied")
    assert answer.out == "Changed 1: 4 emails with Acme “left voicemail” replied today 08:50\n"
    assert rep.gets("list")[0] == before | {"count": 4, "kind": "email", "outcome": "replied"}


def test_an_empty_value_forgets_one(rep: Rep) -> None:
    rep.asks(
        *("log", "call", "Acme", "-m", "x", "--at", "9", "--minutes", "5"),
        *("--outcome", "held", "--tag", "t"),
    )
    rep.asks(
        *("edit", "1", "--account", "", "-m", "", "--at", "", "--minutes", ""),
        *("--outcome", "", "--tag", ""),
    )
    entry = rep.gets("list")[0]
    assert [entry[key] for key in ("account", "note", "time", "minutes", "outcome", "tags")] == [
        *(None, None, None, None, None),
        [],
    ]


def test_an_entry_can_be_moved_to_another_day(rep: Rep) -> None:
    rep.asks("log", "call")
    rep.asks("edit", "1", "--on", "-3d")
    assert [one["id"] for one in rep.gets("list", "2024-01-29")] == [1]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("edit", "9", "--count", "2"), 1),
        (("edit", "1"), 2),
        (("edit", "1", "--count", "0"), 2),
        (("edit", "1", "--count", "-1"), 2),
        (("edit", "one", "--count", "2"), 2),
        (("edit", "1", "--on", "tomorrow"), 2),
        (("edit", "2", "--count", "2"), 2),
        (("edit", "2", "--outcome", "held"), 2),
        (("delete", "9"), 1),
        (("delete", "-1"), 2),
    ],
)
def test_an_edit_that_cannot_be_changes_nothing(
    rep: Rep, words: tuple[str, ...], code: int
) -> None:
    rep.asks("log", "call")
    rep.asks("note", "x")
    before = rep.gets("list")
    assert rep.asks(*words).refused[0] == code
    assert rep.gets("list") == before


def test_a_deleted_entry_comes_back_by_undo(rep: Rep) -> None:
    rep.asks("log", "call", "3", "Acme")
    assert rep.asks("delete", "1").out == (
        "Deleted 1: 3 calls with Acme today 09:30\njournal undo brings it back.\n"
    )
    assert rep.gets("list") == []
    assert rep.asks("undo").code == 0
    assert [one["id"] for one in rep.gets("list")] == [1]


def test_undo_goes_back_action_by_action_and_redo_returns(rep: Rep) -> None:
    rep.asks("log", "call", "3", "Acme")
    rep.asks("off", "2024-02-09")
    assert rep.gets("undo")["undone"].startswith("days off")
    assert rep.gets("undo") == {"undone": "3 calls with Acme today 09:30", "entries": 1}
    assert rep.asks("undo").refused[0] == 1
    assert rep.gets("redo") == {"redone": "3 calls with Acme today 09:30", "entries": 1}
    assert len(rep.gets("list")) == 1


def test_there_is_nothing_to_undo_without_a_journal(rep: Rep) -> None:
    assert rep.asks("undo").refused[0] == 1
    assert rep.asks("redo").refused[0] == 1
    assert not rep.path.parent.exists()


@pytest.mark.parametrize(
    ("word", "sentence"),
    [
        ("undo", "There is nothing to undo."),
        ("redo", "There is nothing to redo: only what was undone last can be brought back."),
    ],
)
def test_without_a_journal_there_is_nothing_to_take_back(
    rep: Rep, word: str, sentence: str
) -> None:
    assert rep.asks(word).refused == (1, sentence)
    assert not rep.path.parent.exists()
