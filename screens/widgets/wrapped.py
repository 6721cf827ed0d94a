"""Words that wrap: for stories and sentences, never for a row."""

from __future__ import annotations

from collections.abc import Iterator

from rich.cells import cell_len

from journal.shown import shown
from screens.widgets.ink import cut

_LONGEST = 2_000


def wrapped(text: str, width: int) -> Iterator[str]:
    """The rep's words, safe to show, in lines no wider than ``width`` cells."""
    line = ""
    for word in shown(" ".join(text[:_LONGEST].split())).split(" "):
        longer = f"{line} {word}" if line else word
        if cell_len(longer) <= width:
            line = longer
            continue
        if line:
            yield line
        line = cut(word, width)
    if line:
        yield line
