"""The journal as a folder of tables for a spreadsheet, one for each kind of row.

UTF-8 with a byte order mark, without which Excel takes every accent apart; lines end as RFC 4180 has
it. Headers are plain words, amounts stand in major units beside their currency, days are ISO, and a
customer or a deal is told by name. What would be a formula has ' before it. What is of interest to
programs alone (uids, revisions, what another program last said) is in the JSON only.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from journal.measure import units
from journal.money import minor_per_major
from journal.transfer.cells_out import csv_texts
from journal.transfer.whole_fields import Kind
from journal.transfer.whole_parts import PARTS

if TYPE_CHECKING:
    from journal.transfer.whole_fields import Field, Plain
    from journal.transfer.whole_part import Part
    from journal.whole_store import Snapshot, Whole

BYTE_ORDER_MARK = "\ufeff"

NAMED = {"accounts": "Customer", "deals": "Deal", "goals": "Goal"}
"""Parts whose rows are told by name, and what the column is called."""

_LEFT_OUT = ("uid", "rev", "seen", "header")
_MEASURED = ("baseline", "target", "value")
_HEADERS = {
    "id": "Number",
    "utc": "Written (UTC)",
    "done_utc": "Done (UTC)",
    "zone": "Time zone",
    "done_zone": "Done in time zone",
    "offset": "Minutes ahead of UTC",
    "done_offset": "Done minutes ahead of UTC",
    "unknown": "Other columns",
    "of": "Kind of row",
    "row": "Number of row",
}


def sheets(whole: Whole, since: date | None) -> Iterator[tuple[str, Iterable[str]]]:
    """The tables by file name; of what happened on a day only what is not older, if one is given.

    Raises CannotSave, NotOurFile.
    """
    with whole.as_it_is() as snapshot:
        for part in PARTS:
            yield f"{part.name}.csv", _texts(snapshot, part, since)


def _texts(snapshot: Snapshot, part: Part, since: date | None) -> Iterator[str]:
    """One table."""
    rows = (_cells(part, row) for row in snapshot.named(part, since))
    yield BYTE_ORDER_MARK
    yield from csv_texts(header_of(part), rows)


def header_of(part: Part) -> list[str]:
    """The words above the columns of a part."""
    told = [_header(field) for field in part.fields if _is_told(field)]
    return [*told, *(NAMED[field.to] for field in part.fields if field.to in NAMED)]


def _header(field: Field) -> str:
    words = field.name.removesuffix("_minor").replace("_", " ")
    plain = _HEADERS.get(field.name) or words[:1].upper() + words[1:]
    return f"{plain} number" if field.to else plain


def _is_told(field: Field) -> bool:
    return field.name not in _LEFT_OUT and field.to != "accounts"


def _cells(part: Part, row: Sequence[Plain]) -> list[str]:
    """A row as it stands in the table; after its fields come the names, then measure and currency."""
    values = dict(zip((field.name for field in part.fields), row, strict=False))
    beyond = row[len(part.fields) :]
    names = beyond[: sum(field.to in NAMED for field in part.fields)]
    measure, currency = beyond[len(names) :] or (None, None)
    cells = []
    for field in part.fields:
        value = values[field.name]
        if not _is_told(field):
            continue
        if isinstance(value, int) and field.name.endswith("_minor"):
            cells.append(_in_units(value, minor_per_major(str(values["currency"]))))
        elif isinstance(value, int) and measure and field.name in _MEASURED:
            cells.append(_in_units(value, units(str(measure), str(currency))))
        else:
            cells.append(_cell(field, value))
    return [*cells, *("" if name is None else str(name) for name in names)]


def _cell(field: Field, value: Plain) -> str:
    if value is None:
        return ""
    if field.kind is Kind.YES_NO:
        return "yes" if value else "no"
    return str(value)


def _in_units(stored: int, per_unit: int) -> str:
    """A whole number of the smallest units in units: 450000 cents are 4500.00."""
    return str(Decimal(stored).scaleb(-2)) if per_unit == 100 else str(stored)
