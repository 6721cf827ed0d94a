"""When nothing can be saved, the command line says why, repeats the words, and says what to do."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing

import pytest
from asking import Rep

from journal.errors import NotSaved
from storage import database


@pytest.fixture
def busy(rep: Rep, monkeypatch: pytest.MonkeyPatch) -> Iterator[Rep]:
    """A rep whose other window never stops saving."""
    rep.asks("log", "call")
    monkeypatch.setattr(database, "SAVING_PATIENCE", 0.01)
    with closing(sqlite3.connect(rep.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield rep


@pytest.fixture
def held(rep: Rep, monkeypatch: pytest.MonkeyPatch) -> Iterator[Rep]:
    """A rep whose other window is writing into the file, so that nobody can read it."""
    rep.asks("log", "call")
    monkeypatch.setattr(database, "OPENING_PATIENCE", 0.01)
    with closing(sqlite3.connect(rep.path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        yield rep


@pytest.mark.parametrize(
    ("words", "repeated"),
    [
        (("log", "call", "Acme", "-m", "left vm"), "call Acme “left vm”"),
        (("log", "--json", "call", "3", "--db", "{}", "-m", "vm"), "call 3 “vm”"),
        (("note", "Globex decides before Christmas"), "note “Globex decides before Christmas”"),
        (("setback", "Acme", "cancelled", "--sting", "4"), "setback Acme cancelled --sting 4"),
    ],
)
def test_words_that_could_not_be_saved_are_said_again(
    busy: Rep, words: tuple[str, ...], repeated: str
) -> None:
    answer = busy.asks(*(word.replace("{}", str(busy.path)) for word in words))
    assert answer.refused == (
        1,
        "Nothing was saved: another window is saving just now. "
        f"Your words: {repeated}. Try again in a moment.",
    )


def test_what_needs_no_words_repeats_none(busy: Rep) -> None:
    assert busy.asks("undo").refused == (
        1,
        "Nothing was saved: another window is saving just now. Try again in a moment.",
    )


@pytest.mark.parametrize("verb", [("today",), ("status", "--json"), ("search", "Acme"), ("check",)])
def test_who_only_reads_hears_nothing_of_saving(held: Rep, verb: tuple[str, ...]) -> None:
    told = "Another window is saving just now: try again in a moment."
    assert held.asks(*verb).refused == (1, told)


def test_a_backup_beside_a_window_that_saves_is_to_be_tried_again(held: Rep) -> None:
    code, told = held.asks("backup", str(held.path.with_name("copy.db"))).refused
    assert (code, told.split("copy.db: ")[1]) == (
        1,
        "another window is saving just now. Try again in a moment.",
    )


def test_a_note_is_said_again_whole_however_long_it_is(busy: Rep) -> None:
    assert f"“{'so ' * 9_000}end”" in busy.asks("log", "call", "-m", "so " * 9_000 + "end").err


def test_in_the_app_the_words_are_still_in_their_line() -> None:
    assert str(NotSaved("the disk is full", "make some room and try again")) == (
        "The disk is full, so nothing was saved: make some room and try again — your text is kept."
    )
