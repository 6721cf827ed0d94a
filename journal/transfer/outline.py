"""What a file is, as a rep looks at it before it is taken in: its columns, and what each is read as."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from journal.transfer.fields import Kind
from journal.transfer.naming import Naming
from journal.transfer.row import Sheet
from journal.transfer.table import first_filled


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a file."""

    title: str
    """Its name, as written."""
    field: str | None
    """What it is read as; None when it is kept as it is."""
    sample: str
    """The first cell in it that is filled; empty when none of the first rows has one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FileOutline:
    """One file, known in outline."""

    name: str
    """The file's name."""
    kind: Kind
    """What its rows are: deals, activities, accounts; ``fields_of`` names what columns can be."""
    system: str
    """The program it comes from."""
    rows: int
    """How many rows of data it has."""
    columns: Sequence[Column]
    """Its columns, from the left."""
    naming: Naming
    """What the rep called its columns, now or before."""


def outline_of(sheet: Sheet, rows: int, first: Iterable[Sequence[str]]) -> FileOutline:
    """The outline of a file, given how many rows it has and some of the first."""
    fields = {place: field for field, places in sheet.columns.places.items() for place in places}
    samples = first_filled(first)
    return FileOutline(
        name=sheet.table.name,
        kind=sheet.columns.kind,
        system=sheet.system,
        rows=rows,
        columns=tuple(
            Column(title.strip(), fields.get(place), samples.get(place, ""))
            for place, title in enumerate(sheet.columns.header)
        ),
        naming=sheet.naming,
    )
