"""One row of a file, asked for its fields by our names."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, time
from typing import TypeVar

from journal.entry import LONGEST_TEXT
from journal.transfer import cells, clocks
from journal.transfer.amount_column import AmountColumn
from journal.transfer.date_column import DateColumn
from journal.transfer.faults import BadRow
from journal.transfer.fields import Columns
from journal.transfer.naming import Naming
from journal.transfer.salesforce import is_shortened
from journal.transfer.table import Table

_T = TypeVar("_T")

_EXPORT_AGAIN = "export again, and open the file with that column as text"


@dataclass(frozen=True, slots=True)
class Sheet:
    """One file, with what was found out about it before its rows are read."""

    table: Table
    """Its rows."""
    columns: Columns
    """Where its fields stand."""
    system: str
    """The program it comes from: salesforce, hubspot, pipedrive, table."""
    dates: dict[str, DateColumn]
    """How each of its date fields is read."""
    naming: Naming
    """What the rep called its columns."""
    amounts: AmountColumn
    """How its amounts are read."""
    entered: tuple[str, ...] = ()
    """The fields that tell when a deal came into a stage."""
    silent: frozenset[str] = frozenset()
    """What its columns tell nothing of."""
    titles: frozenset[str] = frozenset()
    """The names of its columns."""
    _there: dict[tuple[str, ...], tuple[str, ...]] = field(default_factory=dict)

    def there(self, fields: tuple[str, ...]) -> tuple[str, ...]:
        """Those of some fields that have a column: the same few are asked for with each row."""
        found = self._there.get(fields)
        if found is None:
            places = self.columns.places
            found = self._there[fields] = tuple(name for name in fields if name in places)
        return found


class Row:
    """The cells of one line."""

    __slots__ = ("_cells", "_sheet", "_texts")

    def __init__(self, sheet: Sheet, cells: list[str]) -> None:
        """Take a line's cells. Raises BadRow when they do not fit the header."""
        width = len(sheet.columns.header)
        if len(cells) != width:
            if any(cell.strip() for cell in cells[width:]):
                raise BadRow(
                    f"The row has {len(cells)} cells and the header {width}: put text that holds"
                    f" “{sheet.table.delimiter}” in quotes."
                )
            cells = cells[:width] + [""] * (width - len(cells))
        if len("".join(cells)) > LONGEST_TEXT and max(map(len, cells)) > LONGEST_TEXT:
            raise BadRow(f"A cell has more than {LONGEST_TEXT:,} letters: shorten it.")
        self._sheet = sheet
        self._cells = cells
        self._texts = texts = {name: cells[place].strip() for name, place in sheet.columns.firsts}
        for name in sheet.columns.doubled:
            if not texts[name]:
                others = (cells[place].strip() for place in sheet.columns.places[name])
                texts[name] = next(filter(None, others), "")

    @property
    def file(self) -> str:
        """The name of the file it is in."""
        return self._sheet.table.name

    @property
    def system(self) -> str:
        """The program its file comes from."""
        return self._sheet.system

    @property
    def silent(self) -> frozenset[str]:
        """What its file tells nothing of."""
        return self._sheet.silent

    @property
    def amounts(self) -> AmountColumn:
        """How the amounts of its file are read."""
        return self._sheet.amounts

    def title(self, field: str) -> str:
        """The name that a field's column has in the file."""
        return self._sheet.columns.title(field)

    def has(self, field: str) -> bool:
        """Whether the file has a column for a field."""
        return field in self._texts

    def text(self, field: str) -> str:
        """A field's text without blanks around it; empty when there is none."""
        return self._texts.get(field, "")

    def day(self, field: str) -> date | None:
        """The day in a field; None when there is none. Raises BadRow."""
        if not (text := self._texts.get(field)):
            return None
        try:
            return self._sheet.dates[field].read(text)
        except ValueError:
            raise self.bad(field, "is no date: write it like 2026-03-31") from None

    def day_or_flag(self, field: str) -> date | None:
        """The day in a field that others fill with yes and no; None when it holds no day."""
        column = self._sheet.dates.get(field)
        try:
            return column.read(self._texts.get(field, "")) if column is not None else None
        except ValueError:
            return None

    def clock(self, field: str) -> time | None:
        """The wall clock in a field; None when it tells none, or that of a zone."""
        return clocks.wall_clock(text) if (text := self._texts.get(field)) else None

    def clocked(self, fields: tuple[str, ...]) -> list[str]:
        """Those of some fields that may tell a clock: most cells of days are looked at no further."""
        texts = self._texts
        return [
            name
            for name in self._sheet.there(fields)
            if (said := texts[name]) and clocks.may_tell(said)
        ]

    def read(self, field: str, reader: Callable[[str], _T], wanted: str) -> _T:
        """A field's text as the reader understands it. Raises BadRow, saying what is wanted."""
        try:
            return reader(self.text(field))
        except ValueError:
            raise self.bad(field, wanted) from None

    def flag(self, field: str) -> bool | None:
        """Yes or no; None for a blank."""
        text = self._texts.get(field)
        return cells.flag(text) if text else None

    def there(self, fields: tuple[str, ...]) -> tuple[str, ...]:
        """Those of some fields that the file has a column for."""
        return self._sheet.there(fields)

    def filled(self, fields: tuple[str, ...]) -> dict[str, str]:
        """The texts of those of some fields that hold something."""
        texts = self._texts
        return {name: said for name in self._sheet.there(fields) if (said := texts[name])}

    def neither(self, fields: Iterable[str]) -> dict[str, str]:
        """What fields of yes and no hold that is neither, nor a day; by the names of their columns."""
        texts = self._texts
        return {
            self.title(field): said
            for field in fields
            if (said := texts.get(field))
            and cells.flag(said) is None
            and self.day_or_flag(field) is None
        }

    def check_id(self, field: str = "id") -> None:
        """Raises BadRow for an id that a spreadsheet shortened: other rows would be one with this."""
        if "+" in (said := self._texts.get(field, "")) and is_shortened(said):
            raise self.bad(field, "is an id that a spreadsheet shortened: " + _EXPORT_AGAIN)

    def bad(self, field: str, why: str) -> BadRow:
        """Why a field of this row cannot be read."""
        shown = self.text(field)
        shown = shown if len(shown) <= 40 else shown[:39] + "…"
        return BadRow(f"“{shown}” in the column “{self.title(field)}” {why}.")

    def unknown(self) -> dict[str, str]:
        """What the row says in columns we have no word for."""
        cells = self._cells
        kept = self._sheet.columns.unknown
        return {title: text for place, title in kept if (text := cells[place].strip())}
