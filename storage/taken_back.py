"""The rep's own entries that were deleted or undone here: a CRM that shows one tells nothing new."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from storage.database import Database
from storage.rows import Row

_PAGE = 20_000
"""Steps looked through at a time."""

_DELETED = """SELECT json_extract(before, '$.uid'), first_row FROM change
WHERE id > ? AND id <= ? AND of = 'entry' AND op = 'delete'
  AND json_extract(before, '$.source') <> 'import'"""
_UNDONE = """SELECT json_extract(image, '$.uid'), undone_row.row FROM undone_row
JOIN change ON change.id = undone_row.change
WHERE undone_row.id > ? AND undone_row.id <= ? AND change.of = 'entry' AND change.op = 'insert'
  AND json_extract(image, '$.source') <> 'import'"""
_LAST = "SELECT coalesce(max(id), 0) FROM {table}"


class TakenBack:
    """Which number each had, by the reference that goes out with an entry."""

    def __init__(self, db: Database) -> None:
        """Look for nothing yet: most files name none."""
        self._db = db
        self._numbers: dict[str, int] | None = None

    def among(self, references: Iterable[str]) -> dict[str | None, int]:
        """Those of these references that stood for an entry which is gone; unknown ones are left out."""
        wanted = list(references)
        if not wanted:
            return {}
        if self._numbers is None:
            self._numbers = {str(uid): int(number) for uid, number in self._looked_up()}
        numbers = self._numbers
        return {each: numbers[each] for each in wanted if each in numbers}

    def _looked_up(self) -> Iterator[Row]:
        """What the steps of the rep that can be taken back, and those that were, still tell."""
        for table, sql in (("undone_row", _UNDONE), ("change", _DELETED)):
            ((last,),) = self._db.rows(_LAST.format(table=table))
            for after in range(0, last, _PAGE):
                yield from self._db.rows(sql, (after, after + _PAGE))
