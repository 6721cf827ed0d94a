"""How the rep named the columns of a file, so that the next one with the same columns needs no word."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

from journal.transfer.fields import key_of, read_mapping
from journal.transfer.remarks import short

Remembered = Callable[[str], Mapping[str, str]]
"""What the rep called columns of a header, as {"Column": "field"}, by what names the header."""


def nothing_remembered(_header: str) -> Mapping[str, str]:
    """Of a rep who never named a column, or who wants to begin anew."""
    return {}


def name_of_header(header: Sequence[str]) -> str:
    """The same for the same columns, in whatever order and spelling of capitals and blanks."""
    keys = sorted(key for title in header if (key := key_of(title)))
    return sha256("\n".join(keys).encode("utf-8", "surrogatepass")).hexdigest()


@dataclass(frozen=True, slots=True)
class Naming:
    """What the columns of one file are called: by the rep just now, or before."""

    header: str
    """What names the header."""
    columns: Mapping[str, str]
    """Each column that the rep named, with its field; "ignore" for one to be left alone."""
    before: Mapping[str, str]
    """Those of them that were named before, in an earlier import."""

    @property
    def fields(self) -> dict[str, str]:
        """The fields, by the keys of the columns' names."""
        return read_mapping(self.columns)

    def says(self, columns: Mapping[str, str]) -> bool:
        """Whether columns that are kept already say all this and no more."""
        return {key_of(title): field for title, field in columns.items()} == {
            key_of(title): field for title, field in self.columns.items()
        }

    @property
    def said(self) -> str | None:
        """What was named before, in words; None when nothing was."""
        told = [
            f"“{short(title)}” is {'left alone' if field == 'ignore' else f'read as {field}'}"
            for title, field in self.before.items()
        ]
        return f"{', '.join(told)}, as you said before; --forget-map drops that." if told else None


def naming_of(header: Sequence[str], said: Mapping[str, str], remembered: Remembered) -> Naming:
    """What the columns of a header are called: the rep's word now counts, else the one before.

    ``said`` is the rep's own, from ``key_of`` a column to a field, or to "" to leave it alone.
    """
    name = name_of_header(header)
    before = {key_of(title): field for title, field in remembered(name).items()}
    columns: dict[str, str] = {}
    still: dict[str, str] = {}
    for title in header:
        key, shown = key_of(title), title.strip()
        if key in said:
            columns[shown] = said[key] or "ignore"
        elif key in before:
            columns[shown] = still[shown] = before[key]
    return Naming(name, columns, still)
