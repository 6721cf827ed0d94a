"""The command as a process of its own: what it loads, how it ends, what it leaves behind."""

from __future__ import annotations

import json
import os
import signal
import stat
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from time import monotonic, time

import pytest

HEAVY = (
    *("textual", "rich", "sqlite_utils", "dateutil", "platformdirs", "holidays", "fractions"),
    *("decimal", "json", "asyncio", "journal.journal", "journal.store", "screens"),
)
"""What the quick log has no use for."""

LOADED = """
import sys
from journal.__main__ import main
code = main(sys.argv[1:])
print(*sorted(sys.modules), sep="\\n", file=sys.stderr)
sys.exit(code)
"""

PROCESS = LOADED.replace("main(sys.argv[1:])", "main()")
"""The same, as the command that a rep starts."""

A_DAY = 86_400
"""Seconds."""


def run(path: Path, *words: str, **environ: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "journal", *words],
        env={**os.environ, "JOURNAL_DB": str(path), **environ},
        capture_output=True,
        stdin=subprocess.DEVNULL,
        check=False,
        timeout=60,
    )


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "folder" / "journal.db"


def test_the_quick_log_loads_little(path: Path) -> None:
    run(path, "log", "call")
    done = subprocess.run(
        [sys.executable, "-c", LOADED, "log", "call", "3", "Acme", "-m", "left voicemail"],
        env={**os.environ, "JOURNAL_DB": str(path)},
        capture_output=True,
        text=True,
        check=True,
    )
    loaded = set(done.stderr.splitlines())
    assert loaded & set(HEAVY) == set()
    assert "journal.logbook" in loaded


@pytest.mark.parametrize("words", [("today",), ("stats",), ("plan",), ("goal", "list")])
def test_no_report_loads_textual(path: Path, words: tuple[str, ...]) -> None:
    done = subprocess.run(
        [sys.executable, "-c", LOADED, *words],
        env={**os.environ, "JOURNAL_DB": str(path)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert {"textual", "rich"} & set(done.stderr.splitlines()) == set()


def test_exit_codes_tell_slips_from_the_state_of_things(path: Path) -> None:
    assert run(path, "log", "call").returncode == 0
    assert run(path, "log", "fax").returncode == 2
    assert run(path, "delete", "9").returncode == 1


def test_a_new_journal_is_for_the_reps_eyes_only(path: Path) -> None:
    run(path, "log", "call")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_reading_no_journal_leaves_nothing_behind(path: Path) -> None:
    assert run(path, "today").returncode == 0
    assert run(path, "where").stdout.decode() == f"{path}\n"
    assert not path.parent.exists()


def test_a_reader_that_stops_listening_is_no_mistake(path: Path) -> None:
    run(path, "settings", "kinds", "webinar")
    reader, writer = os.pipe()
    os.close(reader)
    with os.fdopen(writer, "wb") as closed_pipe:
        done = subprocess.run(
            [sys.executable, "-m", "journal", "settings"],
            env={**os.environ, "JOURNAL_DB": str(path)},
            stdout=closed_pipe,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert (done.returncode, done.stderr) == (0, b"")


def test_a_pipe_that_takes_no_umlauts_still_gets_an_answer(path: Path) -> None:
    run(path, "log", "call", "Müller", "–", "Söhne")
    done = run(path, "list", PYTHONIOENCODING="ascii")
    assert done.returncode == 0
    assert b"M?ller ? S?hne" in done.stdout
    listed = json.loads(run(path, "list", "--json", PYTHONIOENCODING="ascii").stdout)
    assert listed[0]["account"] == "Müller – Söhne"


def test_words_that_are_no_text_are_refused_or_shown_safely(path: Path) -> None:
    done = subprocess.run(
        [sys.executable.encode(), b"-m", b"journal", b"log", b"call", b"caf\xe9"],
        env={**os.environ, "JOURNAL_DB": str(path)},
        capture_output=True,
        check=False,
    )
    assert done.returncode in (0, 2)
    assert b"Traceback" not in done.stderr


def test_a_full_disk_behind_a_redirect_is_one_line(path: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "journal", "settings"],
            env={**os.environ, "JOURNAL_DB": str(path)},
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert done.returncode == 1
    assert done.stderr == b"journal: Not all could be printed: No space left on device.\n"


def test_a_folder_that_may_not_be_written_to_is_one_line(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("")
    done = run(blocked / "journal.db", "log", "call")
    assert done.returncode == 1
    assert done.stderr.count(b"\n") == 1
    assert b"Traceback" not in done.stderr


@pytest.fixture
def interruptible() -> Iterator[None]:
    """A suite that was started in the background ignores Ctrl+C, and so would its children."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("interruptible")
def test_ctrl_c_ends_calmly_and_nothing_is_half_written(path: Path) -> None:
    path.parent.mkdir()
    table = path.parent / "long.csv"
    table.write_text("Date,Subject,Account\n" + "2024-01-31,Call,Acme\n" * 200_000)
    process = subprocess.Popen(
        [sys.executable, "-m", "journal", "import", str(table)],
        env={**os.environ, "JOURNAL_DB": str(path)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    while table not in files_open_in(process.pid):
        assert process.poll() is None
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=30)
    assert (process.returncode, out, err.strip()) == (130, b"", b"")
    assert not path.exists()


def files_open_in(pid: int) -> set[Path]:
    """What a process reads or writes just now."""
    found = set()
    for each in Path(f"/proc/{pid}/fd").iterdir():
        with suppress(FileNotFoundError):
            found.add(each.readlink())
    return found


def saved_days_ago(path: Path, days: int) -> None:
    """Let the journal look as if nothing was saved since."""
    found = path.stat()
    os.utime(path, (found.st_atime, found.st_mtime - days * A_DAY))


def loaded_by(code: str, path: Path, *words: str) -> set[str]:
    """What one command has loaded when it is done."""
    done = subprocess.run(
        [sys.executable, "-c", code, *words],
        env={**os.environ, "JOURNAL_DB": str(path)},
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    return set(done.stderr.splitlines())


def test_the_first_thing_saved_on_a_day_begins_its_backup(path: Path) -> None:
    run(path, "log", "call", "Acme")
    saved_days_ago(path, 2)
    assert run(path, "log", "call", "Globex").returncode == 0
    end = monotonic() + 30
    while not (found := list((path.parent / "backups").glob("journal-????-??-??.db"))):
        assert monotonic() < end
    listed = json.loads(run(found[0], "list", "--json").stdout)
    assert [entry["account"] for entry in listed] == ["Acme", "Globex"]


@pytest.mark.parametrize("words", [("note", "Hello"), ("settings", "floor", "2"), ("undo",)])
def test_whatever_is_saved_first_begins_the_days_backup(path: Path, words: tuple[str, ...]) -> None:
    run(path, "log", "call")
    saved_days_ago(path, 2)
    assert "storage.daily" in loaded_by(PROCESS, path, *words)
    assert "storage.daily" not in loaded_by(PROCESS, path, "log", "call")


def test_an_app_left_open_over_night_does_not_keep_the_days_backup_from_being_made(
    path: Path,
) -> None:
    run(path, "log", "call")
    backups = path.parent / "backups"
    backups.mkdir()
    two_days_ago = time() - 2 * 86_400
    os.utime(backups, (two_days_ago, two_days_ago))
    run(path, "today")
    assert "storage.daily" in loaded_by(PROCESS, path, "log", "call")


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (PROCESS, ("today",)),
        (PROCESS, ("log", "call", "--now", "2024-02-01T09:30")),
        (LOADED, ("log", "call")),
    ],
    ids=["reading", "another moment", "inside another program"],
)
def test_no_backup_is_begun_by_what_is_no_writing_of_today(
    path: Path, code: str, words: tuple[str, ...]
) -> None:
    run(path, "log", "call")
    saved_days_ago(path, 2)
    assert "subprocess" not in loaded_by(code, path, *words)


def test_a_journal_made_today_needs_no_backup_yet(path: Path) -> None:
    for _ in range(2):
        assert "subprocess" not in loaded_by(PROCESS, path, "log", "call")
    assert not (path.parent / "backups").exists()


def test_where_no_backup_can_be_made_the_entry_is_saved_all_the_same(path: Path) -> None:
    run(path, "log", "call")
    saved_days_ago(path, 2)
    (path.parent / "backups").touch()
    done = run(path, "log", "call")
    assert (done.returncode, done.stderr) == (0, b"")
