"""What is typed and not saved yet is kept at once, whatever ends the program."""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from builders import NOW, THURSDAY, at, note
from children import killed, start
from hostile import HOSTILE, LONG
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from journal.errors import CannotSave, NotFound
from storage.database import connect
from storage.store import SqliteStore, empty_store, open_store

LATER = at("2024-02-01T10:00")

TYPES_WITHOUT_END = """
import sys
from pathlib import Path
from builders import NOW
from storage.store import open_store
store = open_store(Path(sys.argv[1]), create=True)
kept = store.drafts.of("evening")
n = int(kept.get("count", "0"))
while True:
    n += 1
    fields = {"count": str(n), "good": "g" * (n % 7 * 1000), "thanks": f"t{n}"}
    store.drafts.keep("evening", 0, fields, NOW)
    print(n, flush=True)
"""


def forms(store: SqliteStore) -> list[tuple[str, int]]:
    """The forms that wait, each with its row."""
    return [(form, row) for form, row, *_ in store.drafts.waiting()]


@pytest.fixture
def other(store: SqliteStore, path: Path) -> Iterator[SqliteStore]:
    """A second window on the same journal."""
    opened = open_store(path, create=False)
    yield opened
    opened.close()


def test_what_was_typed_is_offered_again(store: SqliteStore, other: SqliteStore) -> None:
    store.drafts.keep("evening", 0, {"good": "They cal", "thanks": "Ada"}, NOW)
    store.drafts.keep("evening", 0, {"good": "They called"}, LATER)
    store.drafts.keep("note", 7, {"text": "x"}, NOW)
    assert other.drafts.of("evening") == {"good": "They called", "thanks": "Ada"}
    assert (other.drafts.of("note", 7), other.drafts.of("note")) == ({"text": "x"}, {})
    assert forms(other) == [("evening", 0), ("note", 7)]


def test_a_field_emptied_is_let_go_and_the_others_stay(store: SqliteStore) -> None:
    store.drafts.keep("evening", 0, {"good": "a", "thanks": "b"}, NOW)
    store.drafts.keep("evening", 0, {"good": "", "more": ""}, NOW)
    assert store.drafts.of("evening") == {"thanks": "b"}
    store.drafts.keep("evening", 0, {"thanks": ""}, NOW)
    assert forms(store) == []


def test_a_form_that_was_saved_lets_go_of_its_draft_alone(store: SqliteStore) -> None:
    for row in (0, 7):
        store.drafts.keep("note", row, {"text": "x"}, NOW)
    store.drafts.forget("note", 7)
    store.drafts.forget("none")
    assert forms(store) == [("note", 0)]


def test_the_form_typed_in_last_comes_first(store: SqliteStore) -> None:
    store.drafts.keep("one", 0, {"text": "x"}, NOW)
    store.drafts.keep("two", 0, {"text": "x"}, NOW)
    assert forms(store) == [("two", 0), ("one", 0)]
    store.drafts.keep("one", 0, {"text": "x"}, LATER)
    assert forms(store) == [("two", 0), ("one", 0)]
    store.drafts.keep("one", 0, {"text": "xy"}, LATER)
    assert forms(store) == [("one", 0), ("two", 0)]


def test_a_draft_is_no_step_to_undo(store: SqliteStore) -> None:
    with store.action("note", NOW, "test"):
        store.entries.add(note())
    store.drafts.keep("note", 0, {"text": "x"}, NOW)
    assert store.undo(NOW, "test").label == "note"
    assert store.drafts.of("note") == {"text": "x"}


def save(store: SqliteStore, text: str) -> None:
    """Save a note and let go of its draft, as one action."""
    with store.action("note", NOW, "test"):
        store.drafts.forget("note")
        store.entries.add(replace(note(text), deal=None if text else 7))


def test_a_save_that_fails_leaves_the_draft(store: SqliteStore) -> None:
    store.drafts.keep("note", 0, {"text": "x"}, NOW)
    with pytest.raises(NotFound, match="no deal 7"):
        save(store, "")
    assert store.drafts.of("note") == {"text": "x"}
    save(store, "x")
    assert store.drafts.of("note") == {}


def test_a_draft_that_cannot_be_kept_now_is_said_and_kept_later(
    store: SqliteStore, other: SqliteStore
) -> None:
    with other.action("long", NOW, "test"):
        other.entries.add(note())
        with pytest.raises(CannotSave, match="your text is kept"):
            store.drafts.keep("note", 0, {"text": "x"}, NOW)
    store.drafts.keep("note", 0, {"text": "x"}, NOW)
    assert other.drafts.of("note") == {"text": "x"}
    assert store.database.rows("PRAGMA busy_timeout") == [(3000,)]


def test_where_no_journal_is_nothing_waits_and_nothing_is_kept() -> None:
    store = empty_store()
    assert (forms(store), store.drafts.of("note")) == ([], {})
    with pytest.raises(CannotSave, match="no journal yet"):
        store.drafts.keep("note", 0, {"text": "x"}, NOW)
    store.day_pages.mark_shown("morning", THURSDAY)
    store.close()


@pytest.mark.parametrize("text", [*HOSTILE, LONG], ids=lambda text: repr(text[:16]))
def test_whatever_is_typed_is_offered_again_as_typed(
    store: SqliteStore, other: SqliteStore, text: str
) -> None:
    store.drafts.keep(text, 3, {text: text}, NOW)
    assert other.drafts.of(text, 3) == {text: text}
    assert forms(other) == [(text, 3)]


def test_half_a_surrogate_pair_in_a_draft_becomes_the_replacement_character(
    store: SqliteStore,
) -> None:
    store.drafts.keep("\udc00", 0, {"\udc00": "a\ud83d"}, NOW)
    assert store.drafts.of("\udc00") == {"\ufffd": "a\ufffd"}


@settings(
    max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(fields=st.dictionaries(st.text(), st.text(min_size=1), max_size=5))
def test_generated_fields_are_offered_again_equal(
    store: SqliteStore, fields: dict[str, str]
) -> None:
    store.drafts.forget("form")
    store.drafts.keep("form", 0, fields, NOW)
    assert store.drafts.of("form") == fields


def kill_while_typing(path: Path, rounds: int) -> None:
    """Let a child type, kill it that often; what it was told is kept must be there."""
    chance = random.Random(3)
    kept_before = 0
    for _ in range(rounds):
        child = start(TYPES_WITHOUT_END, path)
        assert child.stdout is not None
        said = [child.stdout.readline() for _ in range(chance.randint(1, 25))]
        acknowledged = int((said + killed(child))[-1])
        store = open_store(path, create=False)
        fields = store.drafts.of("evening")
        store.close()
        count = int(fields["count"])
        assert acknowledged in (count - 1, count)
        good = {"good": "g" * (count % 7 * 1000)} if count % 7 else {}
        assert fields == {"count": str(count), "thanks": f"t{count}", **good}
        assert count > kept_before
        kept_before = count
    with closing(connect(path)) as whole:
        assert whole.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


def test_a_kill_in_the_middle_of_typing_loses_at_most_the_last_pause(path: Path) -> None:
    kill_while_typing(path, 10)


@pytest.mark.long
def test_a_hundred_kills_in_the_middle_of_typing_lose_at_most_the_last_pause(path: Path) -> None:
    kill_while_typing(path, 100)


@pytest.mark.parametrize("room", range(10))
def test_a_full_disk_keeps_the_draft_of_before_and_takes_the_next_when_there_is_room(
    store: SqliteStore, room: int
) -> None:
    before = {"good": "a" * 5_000, "thanks": "b"}
    store.drafts.keep("evening", 0, before, NOW)
    database = store.database
    pages = database.rows("PRAGMA page_count")[0][0]
    database.rows(f"PRAGMA max_page_count = {pages + room}")
    longer = {"good": "a" * 100_000, "thanks": ""}
    with pytest.raises(CannotSave, match="disk is full"):
        store.drafts.keep("evening", 0, longer, LATER)
    assert store.drafts.of("evening") == before
    database.rows("PRAGMA max_page_count = 1000000")
    store.drafts.keep("evening", 0, longer, LATER)
    assert store.drafts.of("evening") == {"good": "a" * 100_000}
