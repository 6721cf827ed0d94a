"""How the rep named the columns of a table, kept for the next one with the same columns."""

from __future__ import annotations

import json
from collections.abc import Mapping

from storage.changes import Changes
from storage.rows import text_kept

KNOWN = "SELECT id, columns FROM mapping WHERE header = ?"
ALL = "SELECT columns FROM mapping ORDER BY id"


class SqliteMappings:
    """Mappings in the file, each by what names its header."""

    def __init__(self, changes: Changes) -> None:
        """Read and write through these changes."""
        self._changes = changes
        self._db = changes.db

    def of(self, header: str) -> dict[str, str]:
        """What the rep called columns of such a header, as {"Column": "field"}; empty when nothing."""
        found = self._db.row(KNOWN, (header,))
        columns = json.loads(found[1]) if found else {}
        return {str(name): str(field) for name, field in columns.items()}

    def all(self) -> dict[str, str]:
        """What the rep called columns, of whatever header: of two that differ the one kept last counts.

        For a row of which only its columns are kept: what it was called in one file it is in all.
        """
        named: dict[str, str] = {}
        for (columns,) in self._db.rows(ALL):
            named |= {str(name): str(field) for name, field in json.loads(columns).items()}
        return named

    def keep(self, header: str, columns: Mapping[str, str]) -> None:
        """Keep what the rep called them, in place of what was kept; nothing at all forgets it."""
        found = self._db.row(KNOWN, (header,))
        kept = text_kept(json.dumps(dict(columns), ensure_ascii=False))
        if found and found[1] == kept:
            return
        if found:
            # Not updated: what is said last comes last.
            self._changes.delete("mapping", found[0])
        if columns:
            self._changes.insert("mapping", {"header": header, "columns": kept})
