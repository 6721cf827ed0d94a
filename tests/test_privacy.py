"""What a rep writes stays on their machine, in files that nobody else may read."""

from __future__ import annotations

import os
import socket
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from builders import NOW
from children import killed, run
from proofs import kills
from proofs.texts import Told, live
from reading import all_text
from terminals import Terminal
from waiting import wait_until

from journal.journal import Journal
from screens.app import JournalApp
from storage.store import SqliteStore

GENUINE = Path(__file__).parent / "cli" / "genuine"

SECRET = "Initech owes me a favour"

EVERY_VERB = """
import socket, sys
from pathlib import Path

class Refused(socket.socket):
    def __init__(self, *words, **more):
        raise AssertionError("a socket")

socket.socket = socket.create_connection = socket.getaddrinfo = Refused
sys.addaudithook(lambda event, _: event.startswith(("socket.", "urllib.", "http.")) and sys.exit(event))
from journal.__main__ import main
folder = Path(sys.argv[1])
csv = folder / "deals.csv"
csv.write_text("Deal Name,Account,Amount,Stage\\nRenewal,Acme,5000,Proposal\\n")
for words in (
    "settings country DE", "log call Acme", "note hello", "setback gone", "purpose why", f"import {csv}",
    "goal add Sell --measure deals-won --target 5 --by 2024-12-31", "deal lost 1 --to Initech",
    "plan set --target 1.2M --by 2024-12-31 --deal-size 60k", "morning", "evening", "review", "today",
    "status", "due", "stats", "plan", "account Acme", "list", "deal teach", "setbacks", "off",
    "export json", "search hello", "backup", "check", "undo", "redo", "where", "completion bash",
):
    assert main(["--db", str(folder / "journal.db"), "--now", "2024-02-01T09:30", *words.split()]) == 0, words
"""


def test_no_verb_of_the_command_line_asks_the_network_for_anything(tmp_path: Path) -> None:
    assert "Acme" in run(EVERY_VERB, tmp_path)


async def test_no_page_of_the_app_asks_the_network_for_anything(
    store: SqliteStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal = Journal(store, lambda: NOW)
    live(store, Told(), journal.today())
    asked: list[object] = []
    for door in ("socket", "create_connection", "getaddrinfo"):
        monkeypatch.setattr(socket, door, lambda *words, **more: asked.append(words))
    app = JournalApp(journal)
    async with app.run_test(size=(120, 40)) as pilot:
        for key in "2345612":
            await pilot.press(key)
            await wait_until(pilot, lambda: bool(all_text(app)))
    assert asked == []


def test_every_file_is_for_the_reps_eyes_only_whatever_the_shell_says(tmp_path: Path) -> None:
    path, elsewhere = tmp_path / "data" / "journal.db", tmp_path / "sticks"
    for words in (
        ("log", "call", "Acme"),
        ("backup",),
        ("backup", str(elsewhere / "copy.db")),
        ("import", str(GENUINE / "Opportunity.csv")),
        ("export", "json", "-o", str(elsewhere / "journal.json")),
        ("export", "csv", "-o", str(elsewhere / "tables")),
        ("restore", str(elsewhere / "copy.db")),
    ):
        subprocess.run(
            [sys.executable, "-m", "journal", "--db", str(path), *words],
            preexec_fn=lambda: os.umask(0) and None,
            stdout=subprocess.DEVNULL,
            check=True,
        )
    made = [*path.parent.rglob("*"), *elsewhere.rglob("*"), path.parent, elsewhere]
    assert len(made) >= 9
    assert {each.name: oct(each.stat().st_mode) for each in made if is_open_to_others(each)} == {}


def is_open_to_others(path: Path) -> bool:
    """Whether anybody else may read a file or look into a folder."""
    return stat.S_IMODE(path.stat().st_mode) != (0o700 if path.is_dir() else 0o600)


def test_what_lies_beside_a_save_under_way_is_for_the_reps_eyes_only(path: Path) -> None:
    child = kills.half_way(path)
    assert not is_open_to_others(path.with_name("journal.db-journal"))
    killed(child)


def test_words_lie_in_the_journals_file_and_nowhere_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    log, pictures = tmp_path / "log", tmp_path / "pictures"
    monkeypatch.setenv("TEXTUAL", "debug,devtools")
    monkeypatch.setenv("TEXTUAL_LOG", str(log))
    monkeypatch.setenv("TEXTUAL_SCREENSHOT", "1")
    monkeypatch.setenv("TEXTUAL_SCREENSHOT_LOCATION", str(pictures))
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    path = tmp_path / "own" / "journal.db"
    with Terminal(path) as terminal:
        terminal.shows("Half a year")
        terminal.types(f"anote {SECRET}")
        terminal.keeps("line", line=f"note {SECRET}")
        process = Path(f"/proc/{terminal.process.pid}")
        for name in ("cmdline", "environ", "comm"):
            assert SECRET.encode() not in (process / name).read_bytes()
        terminal.types("\r")
        terminal.shows("Saved")
        terminal.types("\x11")
        assert terminal.ends() == 0
    holding = {
        each.name.partition("-")[0]
        for each in tmp_path.rglob("*")
        if each.is_file() and SECRET.encode() in each.read_bytes()
    }
    assert holding == {"journal.db"}
    assert not log.exists()
    assert not pictures.exists()
