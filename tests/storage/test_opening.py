"""Only our own files are opened, only the first start makes one, and nothing foreign is touched."""

from __future__ import annotations

import os
import sqlite3
import stat
from contextlib import closing, suppress
from pathlib import Path
from threading import Timer

import pytest
from builders import NOW, THURSDAY, activity
from children import start
from proofs import crowds

from journal.errors import CannotSave, NotOurFile
from storage import database
from storage.backup import daily_backup
from storage.locations import journal_path
from storage.restore import restore
from storage.store import SqliteStore, empty_store, open_store


@pytest.mark.parametrize("umask", [0o000, 0o022, 0o077])
def test_the_first_start_makes_a_file_for_the_reps_eyes_only(tmp_path: Path, umask: int) -> None:
    path = tmp_path / "data" / "sales-journal" / "journal.db"
    before = os.umask(umask)
    try:
        open_store(path, create=True).close()
    finally:
        os.umask(before)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert stat.S_IMODE(path.parent.parent.stat().st_mode) == 0o700


def test_looking_at_a_journal_that_is_not_there_makes_nothing(tmp_path: Path) -> None:
    with closing(open_store(tmp_path / "none" / "journal.db", create=False)) as store:
        assert store.entries.between(THURSDAY, THURSDAY) == []
        assert (store.plans.latest(), store.days.purpose()) == (None, None)
        with pytest.raises(CannotSave, match="no journal yet"), store.action("log", NOW, "test"):
            pass
    assert list(tmp_path.iterdir()) == []


def test_an_empty_store_answers_as_empty() -> None:
    store = empty_store()
    assert store.entries.first_day() is None
    store.close()


def test_a_journal_cut_to_nothing_is_damaged_and_never_begun_anew_beside_its_backups(
    path: Path,
) -> None:
    open_store(path, create=True).close()
    backup = daily_backup(path, THURSDAY)
    assert backup is not None
    path.write_bytes(b"")
    for create in (True, False):
        with pytest.raises(NotOurFile, match=r"damaged.*journal restore"):
            open_store(path, create=create)
    assert path.stat().st_size == 0
    restore(path, backup)
    open_store(path, create=True).close()


def test_an_empty_file_becomes_a_journal_for_the_reps_eyes_only(path: Path) -> None:
    path.touch()
    path.chmod(0o644)
    with closing(open_store(path, create=False)) as looked_at:
        assert looked_at.why_read_only is not None
    assert (path.stat().st_size, stat.S_IMODE(path.stat().st_mode)) == (0, 0o644)
    with closing(open_store(path, create=True)) as made:
        assert made.why_read_only is None
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def other_database(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE song (title TEXT)")
    connection.close()


def random_bytes(path: Path) -> None:
    path.write_bytes(bytes(range(256)) * 40)


def our_header_only(path: Path) -> None:
    open_store(path, create=True).close()
    path.write_bytes(path.read_bytes()[:100])


def rubbish_inside(path: Path) -> None:
    open_store(path, create=True).close()
    whole = path.read_bytes()
    path.write_bytes(whole[:100] + os.urandom(3996) + whole[4096:])


@pytest.mark.parametrize(
    "make",
    [
        other_database,
        random_bytes,
        our_header_only,
        rubbish_inside,
        lambda p: p.write_text("a" * 99),
    ],
)
def test_a_file_that_is_no_whole_journal_is_refused_and_left_as_it_is(
    path: Path, make: object
) -> None:
    assert callable(make)
    make(path)
    before = path.read_bytes()
    for create in (True, False):
        with pytest.raises(NotOurFile, match="left as it is"):
            open_store(path, create=create)
    assert path.read_bytes() == before
    assert [each.name for each in path.parent.iterdir()] == ["journal.db"]


@pytest.mark.parametrize("seed", range(50))
def test_a_file_with_damaged_pages_gives_a_sentence_or_an_answer(path: Path, seed: int) -> None:
    store = open_store(path, create=True)
    with store.action("log", NOW, "test"):
        for _ in range(20):
            store.entries.add(activity(text="x" * 500))
    store.close()
    whole = bytearray(path.read_bytes())
    for n in range(40):
        whole[100 + (seed * 7919 + n * 104729) % (len(whole) - 100)] ^= 1 << (n % 8)
    path.write_bytes(whole)
    with suppress(NotOurFile), closing(open_store(path, create=True)) as damaged:
        damaged.entries.tallies(THURSDAY, THURSDAY)
        damaged.goals.all()
        assert len(damaged.entries.between(THURSDAY, THURSDAY)) <= 20
    assert path.read_bytes() == whole


def test_a_flipped_bit_in_the_name_of_a_column_is_damage(path: Path) -> None:
    open_store(path, create=True).close()
    path.write_bytes(path.read_bytes().replace(b"sting", b"stinf"))
    with (
        closing(open_store(path, create=False)) as damaged,
        pytest.raises(NotOurFile, match="is damaged"),
    ):
        damaged.entries.between(THURSDAY, THURSDAY)


def test_a_flipped_bit_in_a_rule_of_a_table_is_damage(path: Path) -> None:
    open_store(path, create=True).close()
    path.write_bytes(path.read_bytes().replace(b"op IN ('insert'", b"op IN ('inseru'"))
    with (
        closing(open_store(path, create=False)) as damaged,
        pytest.raises(NotOurFile, match="is damaged"),
        damaged.action("log", NOW, "test"),
    ):
        damaged.entries.add(activity())


def test_a_folder_is_no_journal(tmp_path: Path) -> None:
    with pytest.raises(NotOurFile, match="is a folder"):
        open_store(tmp_path, create=True)


@pytest.mark.parametrize("create", [True, False])
def test_a_device_or_a_pipe_is_no_journal(path: Path, create: bool) -> None:
    os.mkfifo(path)
    for place in (Path("/dev/null"), path):
        with pytest.raises(NotOurFile, match="is no file that can keep a journal"):
            open_store(place, create=create)


def test_a_place_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(CannotSave, match="No journal could be made at"):
        open_store(tmp_path / "file" / "journal.db", create=True)


def test_a_name_with_marks_of_its_own_is_no_address(tmp_path: Path) -> None:
    path = tmp_path / "my journal?mode=memory#100%ä[.db"
    with closing(open_store(path, create=True)) as store, store.action("log", NOW, "test"):
        store.entries.add(activity())
    assert [each.name for each in tmp_path.iterdir()] == [path.name]


def test_a_journal_of_a_newer_program_is_read_but_never_written(
    store: SqliteStore, path: Path
) -> None:
    with store.action("log", NOW, "test"):
        store.entries.add(activity(count=3))
    upgrade(path)
    before = path.read_bytes()
    with closing(open_store(path, create=True)) as newer:
        assert newer.entries.totals(THURSDAY, THURSDAY) == {"call": 3}
        for window in (newer, store):
            refuses_to_write(window)
    assert path.read_bytes() == before


def refuses_to_write(window: SqliteStore) -> None:
    """Neither a save nor an undo is taken, and why is said."""
    with pytest.raises(CannotSave, match="newer program"), window.action("log", NOW, "test"):
        window.entries.add(activity())
    with pytest.raises(CannotSave, match="newer program"):
        window.undo(NOW, "test")
    assert window.why_read_only is not None


def upgrade(path: Path) -> None:
    """Another window installs a newer program."""
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA user_version = 999")
    connection.close()


def test_eight_first_starts_at_once_make_one_journal(path: Path) -> None:
    for round_ in range(25):
        crowds.eight_first_starts(path.with_name(f"{round_}.db"))


def test_who_opens_a_journal_waits_for_whoever_begins_to_save_meanwhile(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_store(path, create=True).close()
    monkeypatch.setattr(database, "SAVING_PATIENCE", 0.05)
    other = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    saved = Timer(0.2, lambda: other.execute("COMMIT"))

    def save_beside(statement: str) -> None:
        if statement == "PRAGMA data_version":
            other.execute("BEGIN EXCLUSIVE")
            saved.start()

    with closing(other), closing(database.connect(path)) as connection:
        connection.set_trace_callback(save_beside)
        opened = database.Database(connection, path)
        assert opened.rows("PRAGMA busy_timeout") == [(50,)]
        saved.join()


@pytest.mark.long
def test_eight_first_starts_at_once_make_one_journal_every_time(path: Path) -> None:
    for round_ in range(200):
        crowds.eight_first_starts(path.with_name(f"{round_}.db"))


def test_the_file_is_where_the_rep_says_or_in_the_data_folder(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", "/data")
    monkeypatch.setenv("HOME", "/home/ada")
    monkeypatch.chdir("/")
    assert journal_path("a.db", {"JOURNAL_DB": "b.db"}) == Path("/a.db")
    assert journal_path(None, {"JOURNAL_DB": "~/b.db"}) == Path("/home/ada/b.db")
    assert journal_path(None, {}).name == "journal.db"
    assert journal_path(None, {}).parent.name == "sales-journal"


def test_the_quick_log_loads_only_what_it_uses(path: Path) -> None:
    open_store(path, create=True).close()
    child = start(crowds.FIRST_START + "print(*sys.modules)", path, "quick")
    loaded = set(child.communicate(timeout=60)[0].split())
    assert {"storage.entries", "storage.changes"} <= loaded
    unwanted = (
        "goals",
        "deals",
        "imports",
        "undo",
        "schema",
        "migrations",
        "backup",
        "days",
        "plans",
        "day_pages",
        "setbacks",
        "call_blocks",
        "reviews",
        "drafts",
        "tags",
        "schema_person",
    )
    assert loaded.isdisjoint({f"storage.{name}" for name in unwanted})
    assert loaded.isdisjoint({"sqlite_utils", "dateutil", "uuid", "platformdirs", "journal.store"})
