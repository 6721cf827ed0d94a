"""``journal undo`` and ``journal redo``: the last whole thing that was done, whoever did it."""

from __future__ import annotations

from journal.cli.opening import reading
from journal.cli.output import json_option, say, say_json
from journal.cli.verb import verb
from journal.logbook import Logbook
from journal.undone import Undone


@verb("undo", "journal undo", "journal undo --json")
@json_option
def undo(as_json: bool) -> None:
    """Take back the last thing that was done.

    Whoever did it, here or in the app; again goes further back."""
    with reading(Logbook) as book:
        undone = book.undo()
    if as_json:
        say_json({"undone": undone.label, "entries": undone.entries})
    else:
        say(f"Taken back: {_in_words(undone)}")


@verb("redo", "journal redo", "journal redo --json")
@json_option
def redo(as_json: bool) -> None:
    """Do the last undone thing again."""
    with reading(Logbook) as book:
        redone = book.redo()
    if as_json:
        say_json({"redone": redone.label, "entries": redone.entries})
    else:
        say(f"Done again: {_in_words(redone)}")


def _in_words(undone: Undone) -> str:
    return undone.label if undone.entries <= 1 else f"{undone.label} ({undone.entries:,} rows)"
