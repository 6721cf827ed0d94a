"""Every follow-up, and when each row was last saved: what a calendar is written from."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from journal.follow_up import FollowUp
from storage import follow_ups
from storage.database import Database
from storage.rows import PAGE

FOLLOW_UPS = f"""SELECT {follow_ups.COLUMNS} {follow_ups.JOINED}
WHERE follow_up.id > ? ORDER BY follow_up.id LIMIT ?"""
_SAVED = """SELECT first_row, last_row, coalesce(undone_utc, action.utc)
FROM change JOIN action ON action.id = change.action WHERE of = ?"""


class SqliteCalendarRows:
    """``journal.calendar_store.CalendarRows`` on SQLite."""

    def __init__(self, db: Database) -> None:
        """Read through this connection."""
        self._db = db

    def follow_ups(self, after: int = 0, limit: int = PAGE) -> Sequence[FollowUp]:
        """Every follow-up by id, settled ones too."""
        return follow_ups.read_follow_ups(self._db.rows(FOLLOW_UPS, (after, limit)))

    def saved(self, table: str) -> dict[int, datetime]:
        """When each row was last saved, taken back or brought back, by id; reads the whole history."""
        last: dict[int, datetime] = {}
        for first_row, last_row, utc in self._db.rows(_SAVED, (table,)):
            when = datetime.fromisoformat(utc)
            for row in range(first_row, last_row + 1):
                last[row] = max(when, last.get(row, when))
        return last
