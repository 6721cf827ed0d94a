"""How much was done in a span of days, read from the rollup and never by counting every entry."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from storage.database import Database
from storage.rows import by_day, day_read, read_rows

if TYPE_CHECKING:
    from journal.tally import Tally

TALLIES = """SELECT day, kind, logged_day, total FROM activity_day
WHERE day BETWEEN ? AND ? ORDER BY day, kind, logged_day"""
TOTALS = "SELECT kind, sum(total) FROM activity_day WHERE day BETWEEN ? AND ? GROUP BY kind"
FIRST_DAY = "SELECT min(day) FROM activity_day"
OUTCOME_TOTALS = """SELECT kind, outcome, sum(count) FROM entry
WHERE day BETWEEN ? AND ? AND outcome IS NOT NULL GROUP BY kind, outcome"""
FIRST_MEETINGS = """SELECT count(*) FROM (
  SELECT DISTINCT account FROM entry AS met
  WHERE kind = 'meeting' AND day BETWEEN ? AND ? AND account IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM entry AS earlier
    WHERE earlier.account = met.account AND earlier.kind = 'meeting' AND earlier.day < ?))"""
FIRST_MEETINGS_BY_DAY = """SELECT first, count(*) FROM (
  SELECT account, min(day) AS first FROM entry AS met
  WHERE kind = 'meeting' AND day BETWEEN ? AND ? AND account IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM entry AS earlier
    WHERE earlier.account = met.account AND earlier.kind = 'meeting' AND earlier.day < ?)
  GROUP BY account) GROUP BY first"""
MEETINGS_WITH_NOBODY_NAMED_BY_DAY = """SELECT day, sum(count) FROM entry
WHERE kind = 'meeting' AND day BETWEEN ? AND ? AND account IS NULL GROUP BY day"""
MEETINGS_WITH_NOBODY_NAMED = """SELECT coalesce(sum(count), 0) FROM entry
WHERE kind = 'meeting' AND day BETWEEN ? AND ? AND account IS NULL"""


class SqliteTallies:
    """Sums over days."""

    def __init__(self, db: Database) -> None:
        """Read from this database."""
        self._db = db

    def tallies(self, first: date, last: date) -> Sequence[Tally]:
        """The per-day totals of activities, oldest first."""
        from journal.tally import Tally

        found = self._db.rows(TALLIES, (first.isoformat(), last.isoformat()))
        read = date.fromisoformat
        return read_rows(lambda row: Tally(read(row[0]), row[1], read(row[2]), row[3]), found)

    def totals(self, first: date, last: date) -> dict[str, int]:
        """The sum of counts per kind over the days first..last."""
        return dict(self._db.rows(TOTALS, (first.isoformat(), last.isoformat())))

    def first_day(self) -> date | None:
        """The day of the earliest activity; None in an empty journal."""
        found = self._db.row(FIRST_DAY)
        return day_read(found[0]) if found else None

    def outcome_totals(self, first: date, last: date) -> dict[tuple[str, str], int]:
        """The sum of counts per (kind, outcome), for activities that name an outcome."""
        found = self._db.rows(OUTCOME_TOTALS, (first.isoformat(), last.isoformat()))
        return {(kind, outcome): total for kind, outcome, total in found}

    def first_meetings(self, first: date, last: date) -> int:
        """How many accounts were met for the first time; meetings that name none count once each."""
        span = (first.isoformat(), last.isoformat())
        named = self._db.rows(FIRST_MEETINGS, (*span, span[0]))[0][0]
        return int(named + self._db.rows(MEETINGS_WITH_NOBODY_NAMED, span)[0][0])

    def first_meetings_by_day(self, first: date, last: date) -> dict[date, int]:
        """The same, on the day each account was first met; days without one are left out."""
        span = (first.isoformat(), last.isoformat())
        found = by_day(self._db.rows(FIRST_MEETINGS_BY_DAY, (*span, span[0])))
        for day, count in by_day(self._db.rows(MEETINGS_WITH_NOBODY_NAMED_BY_DAY, span)).items():
            found[day] = found.get(day, 0) + count
        return found
