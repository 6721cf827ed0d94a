"""What the command line says: clean lines, aligned columns, or JSON."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Sequence
from unicodedata import combining, east_asian_width

import click

from journal.shown import shown, shown_lines

GAP = "  "
"""What stands between two columns."""


def json_option(function: Callable[..., None]) -> Callable[..., None]:
    """Let a report be asked for as JSON."""
    return click.option("--json", "as_json", is_flag=True, help="Print JSON for other programs.")(
        function
    )


def say(line: str = "") -> None:
    """Print one line."""
    print(shown(line))


def say_lines(text: str) -> None:
    """Print a longer text, its own line breaks kept."""
    print(shown_lines(text))


def say_json(value: object) -> None:
    """Print JSON; what is not ASCII is escaped, so no terminal and no encoding can be hurt by it."""
    import json

    print(json.dumps(value, indent=2))


def say_json_rows(rows: Iterable[object]) -> None:
    """Print a JSON list a row at a time, however long it is."""
    import json

    opened = False
    for row in rows:
        print("," if opened else "[", json.dumps(row), sep="\n" if opened else "", end="")
        opened = True
    print("\n]" if opened else "[]")


def say_table(rows: Iterable[Sequence[str]], right: Sequence[int] = (), indent: str = "") -> None:
    """Print rows in aligned columns, those numbered in ``right`` to the right edge.

    In a terminal a row is cut to its width; in a pipe it is whole.
    """
    cells = [[shown(cell) for cell in row] for row in rows]
    if not cells:
        return
    widths = [max(map(width, column)) for column in zip(*cells, strict=True)]
    limit = _columns()
    for row in cells:
        padded = [
            " " * (room - width(cell)) + cell
            if place in right
            else cell + " " * (room - width(cell))
            for place, (cell, room) in enumerate(zip(row, widths, strict=True))
            if room
        ]
        line = (indent + GAP.join(padded)).rstrip()
        print(line if limit is None else cut(line, limit))


def _columns() -> int | None:
    """How wide the terminal is; None in a pipe."""
    if not sys.stdout.isatty():
        return None
    from shutil import get_terminal_size

    return get_terminal_size().columns


def width(text: str) -> int:
    """How many cells of a terminal a shown text takes."""
    if text.isascii():
        return len(text)
    return sum(
        0 if combining(char) or char == "\u200d" else 2 if east_asian_width(char) in "WF" else 1
        for char in text
    )


def cut(text: str, room: int) -> str:
    """A shown text cut to so many cells, with … where something is missing."""
    if width(text) <= room:
        return text
    while text and width(text) > room - 1:
        text = text[: min(len(text) - 1, room - 1)]
    return text.rstrip() + "…"
