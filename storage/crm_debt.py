"""What a CRM lacks: the rep's own activities that no import from it has shown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from journal.activity import Activity
from journal.crm_debt_store import Owed
from storage.database import Database
from storage.entries import COLUMNS, JOINED, SqliteEntries
from storage.rows import PAGE, Row

_OWN = "form = 'activity' AND source <> 'import'"
# A table that carries our references came from some CRM, whatever its columns are called.
_UNSEEN = """NOT EXISTS (SELECT 1 FROM provenance AS seen
  WHERE seen.object = 'entry' AND seen.row = entry.id AND seen.system IN (?, 'table'))"""
_ITS_DEAL = """(SELECT name FROM deal WHERE deal.id = entry.deal),
  (SELECT min(told.external_id) FROM provenance AS told
  WHERE told.object = 'deal' AND told.row = entry.deal AND told.system = ?)"""
_SELECT = f"SELECT {COLUMNS}, {_ITS_DEAL} {JOINED} WHERE {_OWN} AND {_UNSEEN}"
OWED = f"{_SELECT} AND day >= ? AND (day, entry.id) > (?, ?) ORDER BY day, entry.id LIMIT ?"
OWED_NEWEST = f"{_SELECT} AND (day, entry.id) < (?, ?) ORDER BY day DESC, entry.id DESC LIMIT ?"
OWED_COUNT = f"SELECT count(*) FROM entry WHERE {_OWN} AND day >= ? AND {_UNSEEN}"
LAST_BATCHES = "SELECT id, format FROM batch ORDER BY id DESC LIMIT ?"
IN_BATCH = "SELECT 1 FROM provenance WHERE batch = ? AND system = ? LIMIT 1"

TAKEN_OUT = "SELECT uid, id FROM entry WHERE uid IN ({marks})"

BATCHES_BACK = 20
"""So many imports are looked through for one of a CRM."""


class SqliteCrmDebt:
    """``journal.crm_debt_store.CrmDebt`` on SQLite."""

    def __init__(self, db: Database, entries: SqliteEntries) -> None:
        """Read through this connection."""
        self._db = db
        self._entries = entries

    def last_system(self, systems: Sequence[str]) -> str | None:
        """Which of these programs the last import came from; None before the first."""
        for batch, format in self._db.rows(LAST_BATCHES, (BATCHES_BACK,)):
            for system in systems:
                is_mixed = format == "mixed" and self._db.row(IN_BATCH, (batch, system))
                if format == system or is_mixed:
                    return system
        return None

    def owed(
        self,
        system: str,
        since: date,
        *,
        after: tuple[date, int] | None = None,
        limit: int = PAGE,
    ) -> Sequence[Owed]:
        """The rep's own activities from a day on that no import from this program showed, oldest first."""
        day, number = after or (since, 0)
        values = (system, system, since.isoformat(), day.isoformat(), number, limit)
        return self._owed(self._db.rows(OWED, values))

    def newest(
        self, system: str, *, before: tuple[date, int] | None = None, limit: int = 100
    ) -> Sequence[Owed]:
        """The same, newest first."""
        day, number = before or (date.max, 2**63 - 1)
        values = (system, system, day.isoformat(), number, limit)
        return self._owed(self._db.rows(OWED_NEWEST, values))

    def count(self, system: str, since: date) -> int:
        """How many they are."""
        return int(self._db.rows(OWED_COUNT, (since.isoformat(), system))[0][0])

    def _owed(self, rows: list[Row]) -> list[Owed]:
        entries = self._entries.read([row[:-2] for row in rows])
        return [
            Owed(entry, row[-2], row[-1])
            for entry, row in zip(entries, rows, strict=True)
            if isinstance(entry, Activity)
        ]


def taken_out(db: Database, references: Iterable[str | None]) -> dict[str | None, int]:
    """The entries that rows of a file were taken out of, by the reference they carry; others left out."""
    wanted = [reference for reference in references if reference]
    return {str(uid): number for uid, number in db.rows_of(TAKEN_OUT, wanted)} if wanted else {}
