"""The app in a real terminal, full of hostile words: nothing it writes there is an order of theirs."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

from hostile import ALL, UNSAFE
from proofs.texts import Told, live
from terminals import Terminal

from storage.store import open_store

SEQUENCE = re.compile(
    rb"\x1b(?:\][^\x07\x1b]*(?:\x07|\x1b\\)?|P[^\x1b]*(?:\x1b\\)?|\[[0-?]*[ -/]*[@-~]|[ -/]*[0-~]?)"
)
"""Anything a terminal may take for an order."""

PASTED = "\x1b[200~\x1b]0;x\x07\x1b[2J\u202e[/] pasted\x1b[201~"
"""Orders, as a terminal hands on what is pasted."""

_SHADE = rb"[34]8;(?:5;\d+|2;\d+;\d+;\d+)"
OURS = re.compile(
    rb"\x1b(?:\[0m|\[(?:[1-9];)*" + _SHADE + rb"(?:;" + _SHADE + rb")?m|\[\d+;\d+H|\[\?\d+[hl]"
    rb"|\[\?\d+\$p|\[>\d+u|\[<u|\]22;default\x07)"
)
"""Shades of our themes, the cursor's place, the terminal's own modes, and the shape of the pointer."""


def test_no_word_of_a_reps_is_an_order_to_the_terminal(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    store = open_store(path, create=True)
    told = Told(make=lambda _: ALL)
    for day in (23, 24):
        live(store, told, date(2026, 11, day))
    store.close()
    with Terminal(path) as terminal:
        terminal.shows("Half a year")
        # Words of that page alone: Esc and a letter in one read are another key.
        for key, text in (
            *(("2", "Burn"), ("3", "By stage"), ("4", "Most often"), ("5", "Ways back in")),
            *(("6", "Conversions"), ("1", "Half a year"), ("m", "Good m"), ("\x1b", "Half a year")),
            *(("e", "Good e"), ("\x1b", "Half a year")),
        ):
            terminal.types(key)
            terminal.shows(text)
        for key, text in (("/", "first letters"), ("P", "Beyond the")):
            terminal.types(key)
            terminal.shows(text)
            terminal.types(PASTED)
            terminal.shows("pasted")
            terminal.types("\x1b")
            terminal.shows("Half a year")
        terminal.types("\x11")
        assert terminal.ends() == 0
    strange = {each for each in SEQUENCE.findall(terminal.drawn) if not OURS.fullmatch(each)}
    assert strange == set()
    words = SEQUENCE.sub(b"", terminal.drawn).decode()
    assert "[bold red]x[/" in words
    assert (UNSAFE - {"\r", "\n"}) & set(words) == set()
