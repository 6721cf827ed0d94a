"""What a file said of a row beyond what is read of it: shown plainly, and found by its words."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from journal.frozen import frozen
from journal.transfer.fields import Kind, claim_of

MOST_SHOWN = 30
"""So many columns of a file are shown with a deal."""

LONGEST_TITLE, LONGEST_SAID = 60, 200
"""So much of a column's name and of its cell is shown, in characters."""

NAMES = {
    "salesforce": "Salesforce",
    "hubspot": "HubSpot",
    "pipedrive": "Pipedrive",
    "table": "your table",
}
"""What the programs are called."""

_READ = frozenset(
    {
        *("status", "stage", "from_stage", "to_stage", "won", "lost", "closed", "done"),
        *("account", "account_id", "about_id", "about_name", "call_type"),
    }
)
"""The fields that are kept as they are and read as well: the row itself says them."""

_WORD = re.compile(r"[^\W\d_]{2}|[^\W\d_\x00-\x7f]")
"""What a word has at the least: two letters, or one of a script that needs no more."""

_AMOUNT = re.compile(r"[A-Z]{3}\s?[\d.,\s]+", re.ASCII)
"""An amount with its currency."""

_YES_NO = frozenset({"true", "false", "yes", "no"})


@frozen
class SaidByFile:
    """What one program's file said of a row in columns that we have no word for."""

    system: str
    """The program: salesforce, hubspot, pipedrive, table."""
    columns: Mapping[str, str]
    """Each column's text, in the order of the file."""

    @property
    def source(self) -> str:
        """What the program is called."""
        return NAMES.get(self.system, self.system)


def columns_in(kept: str) -> dict[str, str]:
    """The columns as they are kept. Raises ValueError for what no import would keep."""
    columns = json.loads(kept)
    if not isinstance(columns, dict):
        raise ValueError(kept[:40])
    return {str(title): str(said) for title, said in columns.items()}


def in_lines(said: SaidByFile) -> Iterator[str]:
    """What a deal's file said, a line for each column, "Competitor: Hooli"; the last tells of the rest."""
    told = [
        f"{_cut(title, LONGEST_TITLE)}: {_cut(text, LONGEST_SAID)}"
        for title, text in said.columns.items()
        if _field(Kind.DEALS, title) not in _READ
    ]
    yield from told[:MOST_SHOWN]
    if (more := len(told) - MOST_SHOWN) > 0:
        yield f"and {more:,} more: journal export json has them"


def to_find(kind: Kind, columns: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """The columns with words to be found: not whose the row is, nor what the row itself says."""
    for title, said in columns.items():
        field = _field(kind, title)
        if field not in ("owner", "currency") and field not in _READ and _has_words(said):
            yield title, said


@lru_cache(maxsize=1_024)
def _field(kind: Kind, title: str) -> str:
    """The field that a column's name stands for; empty for none."""
    claim = claim_of(kind, title, {})
    return claim[0] if claim else ""


def _has_words(said: str) -> bool:
    """Whether a cell holds more than numbers, days, amounts, and yes and no."""
    if len(said) <= LONGEST_SAID and _AMOUNT.fullmatch(said):
        return False
    return _WORD.search(said) is not None and said.casefold() not in _YES_NO


def _cut(text: str, longest: int) -> str:
    """The start of a text in one line."""
    start = " ".join(text[: 4 * longest].split())
    return start if len(start) <= longest else start[: longest - 1].rstrip() + "…"
