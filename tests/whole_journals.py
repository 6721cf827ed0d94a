"""Whole journals as JSON, written here key by key: one row of everything, with any words in it."""

from __future__ import annotations

import json
from collections.abc import Callable
from io import BytesIO
from typing import Any

from builders import NOW

from journal.incoming import Brought
from journal.incoming_whole import IncomingWhole
from journal.journal import Journal
from journal.transfer.source import SourceFile
from journal.transfer.whole import whole_as_json
from journal.transfer.whole_fields import Field, Kind
from journal.transfer.whole_part import Part
from journal.transfer.whole_parts import PARTS
from storage.store import SqliteStore

Rows = dict[str, list[dict[str, Any]]]
"""The rows of each part."""

_SET = {
    ("settings", "key"): "currency",
    ("settings", "value"): "USD",
    ("deals", "currency"): "USD",
    ("entries", "form"): "setback",
    ("goals", "parent"): None,
    ("deal_stories", "more_categories"): '["a", "b"]',
    ("imports", "files"): '["deals.csv"]',
    ("sources", "of"): "deal",
    ("sources", "seen"): '{"name":"Deal"}',
    ("sources", "unknown"): "{}",
    ("column_mappings", "columns"): '{"Worth":"amount"}',
}
"""Values that others depend on."""
_PLAIN = {
    Kind.WHOLE: 1,
    Kind.NUMBER: 0.1,
    Kind.YES_NO: True,
    Kind.DAY: "2024-02-29",
    Kind.TIME: "09:30:00",
    Kind.CLOCK: "13:45:00.000001",
    Kind.MOMENT: "2024-02-01T08:30:00.000001+00:00",
}


def one_of_everything(words: Callable[[], str]) -> Rows:
    """One row of each part, every field told, every free text these words."""
    rows = {part.name: [row_of(part, words)] for part in PARTS}
    meeting = row_of(_named("entries"), words) | {"id": 2, "uid": "2", "form": "activity"}
    rows["entries"].append(meeting)
    rows["meetings"][0]["activity"] = 2
    return rows


def row_of(part: Part, words: Callable[[], str]) -> dict[str, Any]:
    """One row of a part."""
    return {field.name: _value(part, field, words) for field in part.fields}


def _value(part: Part, field: Field, words: Callable[[], str]) -> object:
    if (part.name, field.name) in _SET:
        return _SET[part.name, field.name]
    if field.among:
        return field.among[0]
    return words() if field.kind is Kind.TEXT else _PLAIN[field.kind]


def _named(name: str) -> Part:
    return next(part for part in PARTS if part.name == name)


def as_json(rows: Rows) -> str:
    """The file that holds these rows, line by line as it is taken out."""
    lines = ['{"format": "sales-journal", "version": 1']
    for name, some in rows.items():
        told = ",\n".join(json.dumps(row, ensure_ascii=False) for row in some)
        lines.append(f',\n\n"{name}": [\n{told}\n]' if some else f',\n\n"{name}": []')
    return "".join([*lines, "\n}\n"])


def file_of(text: str | bytes, name: str = "journal.json") -> SourceFile:
    """A file that holds this."""
    kept = text.encode() if isinstance(text, str) else text
    return SourceFile(name, lambda: BytesIO(kept))


def book(store: SqliteStore) -> Journal:
    """The journal as the command line works with it."""
    return Journal(store, lambda: NOW, "cli")


def brought_in(store: SqliteStore, text: str | bytes) -> Brought:
    """Bring a file in."""
    return IncomingWhole(book(store), file_of(text)).take_in()


def taken_out(store: SqliteStore) -> str:
    """All that the journal holds, as it is taken out."""
    return "".join(whole_as_json(store.whole))
