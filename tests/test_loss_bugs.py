"""How other journals have lost words, each tried on this one."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from asking import Rep
from builders import NOW, THURSDAY, note
from children import killed, run, start
from deeds import live

from storage.backup import back_up, verify
from storage.restore import restore
from storage.store import SqliteStore, open_store

LEAVES_A_WAL = """
import signal, sqlite3, sys
file = sqlite3.connect(sys.argv[1], isolation_level=None)
file.execute("PRAGMA journal_mode=WAL")
file.execute("PRAGMA wal_autocheckpoint=0")
for _ in range(50):
    file.execute("INSERT INTO purpose (text, from_day) VALUES ('an old word', '2024-02-01')")
print("left", flush=True)
signal.pause()
"""

FULL = """
import resource, sys
from pathlib import Path
from journal.__main__ import main
folder = Path(sys.argv[1])
path, out = folder / "journal.db", folder / "out.json"
ask = lambda *words: main(["--db", str(path), "--now", "2024-02-01T09:30", *words])
assert ask("note", "x" * 90_000) == ask("export", "json", "-o", str(out)) == 0
before, told = path.read_bytes(), out.read_bytes()
for room in (0, 1, 512, 4_096, len(before) // 2, len(before)):
    resource.setrlimit(resource.RLIMIT_FSIZE, (room, resource.RLIM_INFINITY))
    codes = [
        ask("note", "y" * 90_000), ask("settings", "floor", "2"), ask("purpose", "z" * 900),
        ask("export", "json", "-o", str(out), "--force"), ask("backup", str(folder / "copy.db")),
    ]
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    assert codes[0] == 1, codes
    assert out.read_bytes() and not (folder / "copy.db").exists() or codes[4] == 0
    (folder / "copy.db").unlink(missing_ok=True)
    assert out.read_bytes() == told or codes[3] == 0
    assert ask("check") == 0
assert ask("list") == 0
assert not [each for each in folder.iterdir() if each.stat().st_size == 0]
"""


@pytest.fixture
def rep(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Rep:
    """A rep who has no journal yet."""
    return Rep(tmp_path / "journal.db", capsys)


def listed(rep: Rep) -> list[dict[str, object]]:
    answer: list[dict[str, object]] = rep.gets("list", "2024-01-01..2024-02-01")
    return answer


def test_another_date_format_does_not_empty_the_journal(rep: Rep) -> None:
    for words in ("log call 3 Acme --on 4.1.", "note Hello", "setback Gone --on 31.1."):
        rep.asks(*words.split())
    before = listed(rep)
    assert len(before) == 3
    for key, value in (
        *(("date-order", "month-first"), ("day-start", "00:00"), ("currency", "USD")),
        *(("country", "US"), ("workdays", "mon"), ("date-order", "day-first")),
    ):
        rep.asks("settings", key, value)
        assert listed(rep) == before, key
        assert rep.gets("stats")["activity"]["call"] == 3


@pytest.mark.parametrize(
    "typo",
    [
        *("--on 31.2.", "--on 2024-02-30", "--on tomorow", "--at 25:61", "--count x", "--count 0"),
        *("--kind cal", "--minutes -3", "--deal 99", "--now 2024-13-01", "--wat x", "--on"),
    ],
)
def test_a_typo_in_a_format_does_not_overwrite_an_entry(rep: Rep, typo: str) -> None:
    rep.asks("log", "call", "3", "Acme", "-m", "left voicemail")
    before = listed(rep)
    answer = rep.asks("edit", "1", "-m", "other words", *typo.split())
    assert answer.code in (1, 2)
    assert answer.out == ""
    assert listed(rep) == before


BODIES = [
    "2024-01-30 09:00 call 3 Acme",
    "[2024-01-30 09:00] An entry?\n[2024-01-31] Another?\n",
    "# 2024-01-30\n\n- call Acme\n- meeting Globex\n\n---\n",
    'x","call","3"\n"2024-01-30","meeting","9","Acme"\n',
    '"}]}, {"kind": "call", "count": 9, "day": "2024-01-30"}',
    "BEGIN:VEVENT\nSUMMARY:call\nEND:VEVENT",
]
"""Words that look like entries."""


@pytest.mark.parametrize("body", BODIES)
def test_the_text_of_a_note_does_not_become_entries(rep: Rep, tmp_path: Path, body: str) -> None:
    rep.asks("note", body)
    rep.asks("log", "call", "Acme", "-m", body)
    rep.asks("evening", "--good", body, "--thanks", body)
    told = tmp_path / "told.json"
    rep.asks("export", "json", "-o", str(told))
    again = Rep(tmp_path / "again.db", rep.capture)
    assert again.asks("import", str(told)).code == 0
    for each in (rep, again):
        assert [entry["kind"] for entry in each.gets("list")] == ["note", "call"]
        assert each.gets("list", "2024-01-01..2024-01-31") == []
        assert each.gets("today")["counts"]["call"]["done"] == 1


def test_rows_inside_a_cell_of_a_table_do_not_become_rows(rep: Rep, tmp_path: Path) -> None:
    table = tmp_path / "tasks.csv"
    cell = 'said:\n""2024-01-30"",""Call"",""Globex""\n2024-01-29,Call,Hooli'
    table.write_text(f'Date,Subject,Account,Comments\n2024-01-31,Call,Acme,"{cell}"\n')
    brought = rep.gets("import", str(table))
    assert (brought["read"], brought["added"]) == (1, 1)
    assert [entry["account"] for entry in listed(rep)] == ["Acme"]


def test_a_full_disk_leaves_no_file_of_0_bytes(tmp_path: Path) -> None:
    run(FULL, tmp_path)


def test_a_restore_skips_no_row(store: SqliteStore, path: Path, tmp_path: Path) -> None:
    live(store)
    with store.action("more", NOW, "test"):
        numbers = [store.entries.add(note(f"{n}")).id for n in range(5_000)]
    with store.action("fewer", NOW, "test"):
        for number in numbers[::3]:
            store.entries.remove(number)
    said = verify(path)
    copy = back_up(path, tmp_path / "copy.db")
    with store.action("all", NOW, "test"):
        for number in numbers[1::3]:
            store.entries.remove(number)
    restore(path, copy)
    assert verify(path) == said
    with closing(open_store(path, create=False)) as kept:
        assert len(kept.entries.between(THURSDAY, THURSDAY, limit=9_999)) == 3_333 + 3
        assert kept.database.rows("SELECT count(*) FROM entry") == [(3_336,)]


def test_a_restore_does_not_replay_an_old_wal(path: Path, tmp_path: Path) -> None:
    open_store(path, create=True).close()
    copy = back_up(path, tmp_path / "copy.db")
    said = verify(copy)
    child = start(LEAVES_A_WAL, path)
    assert child.stdout is not None
    child.stdout.readline()
    killed(child)
    assert path.with_name("journal.db-wal").stat().st_size > 0
    aside = restore(path, copy)
    assert aside is not None
    assert verify(path) == said
    assert not path.with_name("journal.db-wal").exists()
    with closing(sqlite3.connect(aside)) as old:
        assert old.execute("SELECT count(*) FROM purpose").fetchone() == (50,)
