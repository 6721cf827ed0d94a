"""Nothing typed is ever lost: however the app ends, the next start offers it as it was left."""

from __future__ import annotations

import signal
from collections.abc import Callable
from pathlib import Path

import pytest
from terminals import Terminal, drafts_of

AT_REST = "count one of each"


def by_ctrl_q(terminal: Terminal) -> None:
    terminal.types("\x11")


def by_sighup(terminal: Terminal) -> None:
    terminal.is_sent(signal.SIGHUP)


def by_sigterm(terminal: Terminal) -> None:
    terminal.is_sent(signal.SIGTERM)


def by_a_closed_terminal(terminal: Terminal) -> None:
    terminal.is_closed()


def by_kill_after_a_pause(terminal: Terminal) -> None:
    terminal.keeps("line", line=terminal.line)
    terminal.is_sent(signal.SIGKILL)


ENDINGS = [by_ctrl_q, by_sighup, by_sigterm, by_a_closed_terminal, by_kill_after_a_pause]


def end_again_and_again(journal: Path, end: Callable[[Terminal], None], rounds: int) -> None:
    """Each start offers what the round before has left; it is typed on, and ended."""
    line = "note"
    for number in range(rounds):
        with Terminal(journal) as terminal:
            terminal.shows("As you left it" if number else AT_REST)
            terminal.types(f"a r{number}!" if number else "anote r0!")
            terminal.shows(f"r{number}!")
            line = terminal.line = f"{line} r{number}!"
            end(terminal)
            terminal.ends()
        assert drafts_of(journal, "line") == {"line": line}
    with Terminal(journal) as last:
        last.shows(line)
        last.types("a\r")
        last.shows("takes it back")
        last.types("q")
        assert last.ends() == 0
    assert drafts_of(journal, "line") == {}


@pytest.mark.parametrize("end", ENDINGS)
def test_what_is_typed_is_there_again_however_the_app_ends(
    path: Path, end: Callable[[Terminal], None]
) -> None:
    end_again_and_again(path, end, 10)


@pytest.mark.long
@pytest.mark.parametrize("end", ENDINGS)
def test_the_same_a_hundred_times(path: Path, end: Callable[[Terminal], None]) -> None:
    end_again_and_again(path, end, 100)


def fill_the_disk_again_and_again(journal: Path, rounds: int) -> None:
    """On a full disk the text stays in the line and is told about; it is kept once there is room."""
    with Terminal(journal) as terminal:
        terminal.shows(AT_REST)
        terminal.types("anote")
        line = "note"
        terminal.keeps("line", line=line)
        for number in range(rounds):
            terminal.fills_disk(True)
            terminal.types(f" r{number}")
            terminal.shows("Not kept yet")
            assert drafts_of(journal, "line") == {"line": line}
            terminal.fills_disk(False)
            terminal.types("!")
            line = f"{line} r{number}!"
            terminal.keeps("line", line=line)
        terminal.fills_disk(True)
        terminal.types(" once more")
        terminal.shows("Not kept yet")
        terminal.types("\x11")
        terminal.shows("quit once more")
        terminal.fills_disk(False)
        terminal.keeps("line", line=f"{line} once more")
        terminal.types("\x11")
        assert terminal.ends() == 0


def test_what_a_full_disk_refuses_stays_in_the_line_until_there_is_room(path: Path) -> None:
    fill_the_disk_again_and_again(path, 10)


@pytest.mark.long
def test_the_same_with_a_hundred_full_disks(path: Path) -> None:
    fill_the_disk_again_and_again(path, 100)


def test_a_killed_app_on_a_full_disk_offers_what_was_kept_before(path: Path) -> None:
    with Terminal(path) as terminal:
        terminal.shows(AT_REST)
        terminal.types("anote kept")
        terminal.keeps("line", line="note kept")
        terminal.fills_disk(True)
        terminal.types(" and more")
        terminal.shows("Not kept yet")
        terminal.is_sent(signal.SIGKILL)
        terminal.ends()
    with Terminal(path) as last:
        last.shows("note kept")
        last.shows("As you left it")
        last.types("q")
        assert last.ends() == 0
