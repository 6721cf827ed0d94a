"""Two windows on one journal never lose a word of each other."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from builders import NOW, THURSDAY, deal, follow_up, milestone, note
from children import start

from journal.deal_story import DealStory
from journal.errors import CannotSave, ChangedElsewhere, NotOurFile
from storage import database
from storage.backup import back_up
from storage.store import SqliteStore, open_store

WRITER = """
import sys
from pathlib import Path
from builders import NOW, note
from storage.store import open_store
store = open_store(Path(sys.argv[1]), create=True)
for n in range(200):
    with store.action("log", NOW, "test"):
        print(store.entries.add(note(sys.argv[2])).id)
"""


@pytest.fixture
def other(store: SqliteStore, path: Path) -> Iterator[SqliteStore]:
    """A second window on the same journal."""
    opened = open_store(path, create=False)
    yield opened
    opened.close()


def add(store: SqliteStore, text: str) -> int:
    """Save a note; returns its number."""
    with store.action("note", NOW, "test"):
        return store.entries.add(note(text)).id


def test_what_one_window_saves_the_other_notices_once(
    store: SqliteStore, other: SqliteStore
) -> None:
    assert not store.has_changed()
    add(store, "mine")
    assert not store.has_changed()
    add(other, "theirs")
    assert store.has_changed()
    assert not store.has_changed()
    assert [entry.text for entry in store.entries.between(THURSDAY, THURSDAY)] == ["mine", "theirs"]


def test_what_was_taken_back_here_and_done_again_elsewhere_is_noticed(
    store: SqliteStore, other: SqliteStore
) -> None:
    add(other, "theirs")
    store.has_changed()
    assert store.undo(NOW, "app").label == "note"
    assert not store.has_changed()
    other.redo(NOW, "cli")
    assert store.has_changed()
    assert not store.has_changed()


def test_what_was_done_again_here_and_taken_back_elsewhere_is_noticed(
    store: SqliteStore, other: SqliteStore
) -> None:
    add(store, "mine")
    store.undo(NOW, "app")
    store.has_changed()
    store.redo(NOW, "app")
    other.undo(NOW, "cli")
    assert store.has_changed()


def test_a_stale_form_never_saves_over_a_newer_word(store: SqliteStore, other: SqliteStore) -> None:
    number = add(store, "first")
    stale = store.entries.get(number)
    with other.action("edit", NOW, "test"):
        other.entries.change(replace(stale, text="from the other window"))
    with pytest.raises(ChangedElsewhere), store.action("edit", NOW, "test"):
        store.entries.change(replace(stale, text="lost?"))
    assert store.entries.get(number).text == "from the other window"


def test_goals_deals_and_follow_ups_carry_their_revision_too(store: SqliteStore) -> None:
    with store.action("add", NOW, "test"):
        goal, sale = store.goals.add(milestone()), store.deals.add(deal())
        task = store.follow_ups.add(follow_up())
    with store.action("edit", NOW, "test"):
        store.goals.change(replace(goal, title="Other"))
        store.deals.change(replace(sale, stage="Proposal"), THURSDAY)
        store.follow_ups.change(replace(task, what="Mail"))
    for save in (
        lambda: store.goals.change(replace(goal, title="Third")),
        lambda: store.deals.change(replace(sale, stage="Third"), THURSDAY),
        lambda: store.follow_ups.change(replace(task, what="Third")),
    ):
        with pytest.raises(ChangedElsewhere), store.action("edit", NOW, "test"):
            save()


def test_a_form_open_in_one_window_meets_accounts_merged_in_the_other(
    store: SqliteStore, other: SqliteStore
) -> None:
    with store.action("add", NOW, "test"):
        sale = store.deals.add(deal("Renewal", "ACME Inc."))
        story = store.deal_stories.keep_story(DealStory(deal=sale.id, pain="Slow"))
    with other.action("merge", NOW, "test"):
        other.people.merge("ACME Inc.", "Acme")
        other.deal_stories.keep_story(replace(story, pain="Slower"))
    for save in (
        lambda: store.deals.change(replace(sale, name="Mine"), THURSDAY),
        lambda: store.deal_stories.keep_story(replace(story, pain="Mine")),
    ):
        with pytest.raises(ChangedElsewhere), store.action("edit", NOW, "test"):
            save()
    with store.action("edit", NOW, "test"):
        again = replace(store.deals.get(sale.id), account="ACME inc.", name="Mine")
        assert store.deals.change(again, THURSDAY).account == "Acme"
    assert store.deal_stories.story(sale.id).pain == "Slower"


def test_a_window_that_waits_too_long_says_so_and_saves_later(
    store: SqliteStore, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "SAVING_PATIENCE", 0.05)
    with closing(open_store(path, create=True)) as two:
        with store.action("long", NOW, "test"):
            store.entries.add(note("one"))
            with (
                pytest.raises(CannotSave, match="your text is kept"),
                two.action("log", NOW, "test"),
            ):
                two.entries.add(note("two"))
            assert two.entries.between(THURSDAY, THURSDAY) == []
        add(two, "two")
        assert [entry.text for entry in two.entries.between(THURSDAY, THURSDAY)] == ["one", "two"]


def test_two_programs_that_write_at_once_both_keep_every_word(
    store: SqliteStore, path: Path
) -> None:
    children = [start(WRITER, path, name) for name in ("ada", "bob")]
    printed = [child.communicate(timeout=60) for child in children]
    assert [complaint for _, complaint in printed] == ["", ""]
    kept = store.entries.between(THURSDAY, THURSDAY)
    for name, (numbers, _) in zip(("ada", "bob"), printed, strict=True):
        assert [entry.id for entry in kept if entry.text == name] == list(map(int, numbers.split()))
    assert len(kept) == 400


def test_a_file_replaced_under_an_open_window_takes_no_word_down_with_it(
    store: SqliteStore, path: Path
) -> None:
    add(store, "before")
    copy = path.with_name("copy.db")
    shutil.copy(path, copy)
    add(store, "only in the old file")
    copy.rename(path)
    with pytest.raises(CannotSave, match="moved or replaced"), store.action("log", NOW, "test"):
        pass
    assert store.has_changed()
    assert [entry.text for entry in store.entries.between(THURSDAY, THURSDAY)] == ["before"]
    add(store, "after")
    with closing(open_store(path, create=False)) as again:
        assert len(again.entries.between(THURSDAY, THURSDAY)) == 2


def test_a_file_that_is_gone_or_foreign_by_now_is_said(store: SqliteStore, path: Path) -> None:
    path.rename(path.with_name("moved.db"))
    with pytest.raises(CannotSave, match="gone from its place"):
        store.has_changed()
    path.write_text("not a journal, but the shopping list")
    with pytest.raises(NotOurFile):
        store.has_changed()
    with pytest.raises(CannotSave, match="moved or replaced"), store.action("log", NOW, "test"):
        pass


def test_a_journal_that_another_tool_put_into_wal_mode_leaves_it_with_the_next_save(
    store: SqliteStore, path: Path
) -> None:
    with closing(sqlite3.connect(path)) as tool:
        assert tool.execute("PRAGMA journal_mode=WAL").fetchone() == ("wal",)
        copy = back_up(path, path.with_name("copy.db"))
        add(store, "while the tool has it open")
    add(store, "after it")
    assert store.database.rows("PRAGMA journal_mode") == [("delete",)]
    store.close()
    assert sorted(each.name for each in path.parent.iterdir()) == [
        "copy.db",
        "copy.db.sha256",
        "journal.db",
    ]
    with closing(sqlite3.connect(copy)) as file:
        assert file.execute("PRAGMA journal_mode").fetchone() == ("delete",)
