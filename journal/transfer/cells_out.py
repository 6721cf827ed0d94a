"""Cells on their way out: no spreadsheet takes a rep's words for a formula, and every row is one CSV row."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence

from journal.shown import shown_lines

STARTS = frozenset("=+-@\t\r\n＝＋－＠")
"""What a formula begins with in one spreadsheet or another; full-width forms too."""

_NUMBER = re.compile(r"[+-]?\d+(?:[.,]\d+)*", re.ASCII)


def guarded(text: str) -> str:
    """A cell that a spreadsheet shows as it is: ' stands before what would be a formula, but no number."""
    return f"'{text}" if text[:1] in STARTS and not _NUMBER.fullmatch(text) else text


def csv_texts(header: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """A table as CSV (RFC 4180), a row at a time; controls in a cell become their pictures."""
    line = io.StringIO(newline="")
    write = csv.writer(line).writerow
    write(header)
    yield line.getvalue()
    for row in rows:
        line.seek(line.truncate(0))
        write([guarded(shown_lines(cell)) for cell in row])
        yield line.getvalue()
