"""How words, bars and tall numbers are laid out in cells; every word of the rep's passes through ``cut``."""

from __future__ import annotations

from rich.cells import cell_len, set_cell_size
from textual.content import Content

from journal.shown import shown

Ink = str | Content | tuple[str, str]
"""A piece of a line: plain words, words with a style, or a piece already inked."""

WIDEST_BAR = 40
"""A longer bar says no more."""

_TALL = {
    "0": ("┏━┓", "┃ ┃", "┗━┛"),
    "1": ("╺┓ ", " ┃ ", "╺┻╸"),
    "2": ("╺━┓", "┏━┛", "┗━╸"),
    "3": ("╺━┓", " ━┫", "╺━┛"),
    "4": ("╻ ╻", "┗━┫", "  ╹"),
    "5": ("┏━╸", "┗━┓", "╺━┛"),
    "6": ("┏━╸", "┣━┓", "┗━┛"),
    "7": ("╺━┓", "  ┃", "  ╹"),
    "8": ("┏━┓", "┣━┫", "┗━┛"),
    "9": ("┏━┓", "┗━┫", "╺━┛"),
    "–": ("   ", "╺━╸", "   "),
    ".": (" ", " ", "•"),
    ",": (" ", " ", ","),
}


def cut(text: str, cells: int) -> str:
    """One line of the rep's words, safe to show, no wider than ``cells``; what is cut off ends in "…"."""
    safe = shown(text)
    if cell_len(safe) <= cells:
        return safe
    return set_cell_size(safe[:cells], max(0, cells - 1)).rstrip() + "…" if cells > 0 else ""


def left(text: str, cells: int) -> str:
    """The words cut and filled up with blanks to exactly ``cells``."""
    return set_cell_size(cut(text, cells), cells)


def right(text: str, cells: int) -> str:
    """The words cut, with the blanks in front of them."""
    safe = cut(text, cells)
    return " " * (cells - cell_len(safe)) + safe


def spread(start: Content, end: Content, width: int) -> Content:
    """One piece at the left edge and one at the right; the left one gives way."""
    room = width - end.cell_length
    if start.cell_length > room - 1:
        start = start.truncate(max(0, room - 1), ellipsis=True)
    gap = " " * max(0, width - start.cell_length - end.cell_length)
    return Content.assemble(start, gap, end)


def bar(
    width: int, share: float, line_share: float | None = None, colour: str = "$primary"
) -> Content:
    """A bar ``width`` cells long: heavy up to ``share`` (0-1), light beyond, ``┃`` where the line stands."""
    halves = round(min(1.0, max(0.0, share)) * width * 2)
    full, half = divmod(halves, 2)
    heavy = "━" * full + "╸" * half
    rest = "─" * (width - full - half)
    if line_share is None or width < 3:
        return Content.assemble((heavy, colour), (rest, "$faint"))
    at = min(width - 1, round(min(1.0, max(0.0, line_share)) * width))
    cells = heavy + rest
    drawn = len(heavy)
    pieces: list[Ink] = []
    for start, stop, style in ((0, drawn, colour), (drawn, width, "$faint")):
        before, after = cells[start : min(stop, at)], cells[max(start, at + 1) : stop]
        pieces.append((before, style))
        if start <= at < stop:
            pieces.append(("┃", "bold $foreground"))
        pieces.append((after, style))
    return Content.assemble(*pieces)


def tall(number: str) -> tuple[str, str, str]:
    """A number three rows high; what has no tall form stands small in the last row."""
    forms = [_TALL.get(sign, (" ", " ", sign)) for sign in number]
    top, middle, bottom = (
        ("".join(rows) for rows in zip(*forms, strict=True)) if forms else ("", "", "")
    )
    return top, middle, bottom
