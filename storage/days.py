"""Settings, days off, public holidays and the purpose: what holds from a day on."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from journal.errors import CannotSave, NotFound
from storage.changes import Changes
from storage.rows import Row, Value, day_kept, day_read, maybe_text, read_rows, text_kept

if TYPE_CHECKING:
    from journal.calendar import DayOff
    from journal.settings import Setting

SETTINGS = "SELECT key, from_day, value FROM setting ORDER BY from_day, id"
SETTING_OF = "SELECT id FROM setting WHERE key = ? AND from_day = ?"
OFF = "SELECT first, last, why, given_on, id FROM day_off ORDER BY first, id"
HOLIDAYS = "SELECT day, name FROM holiday WHERE country = ? ORDER BY day"
KEEP_HOLIDAY = "INSERT INTO holiday (country, day, name) VALUES (?, ?, ?) ON CONFLICT DO NOTHING"
PURPOSE = "SELECT text FROM purpose ORDER BY id DESC LIMIT 1"


class SqliteDays:
    """The rep's calendar and settings in the file."""

    def __init__(self, changes: Changes) -> None:
        """Read and write through these changes."""
        self._changes = changes
        self._db = changes.db

    def settings(self) -> Sequence[Setting]:
        """Every value ever set, the earliest day first."""
        from journal.settings import Setting

        found = self._db.rows(SETTINGS)
        return read_rows(lambda row: Setting(row[0], date.fromisoformat(row[1]), row[2]), found)

    def set(self, setting: Setting) -> None:
        """Save a value; one set for the same day before is replaced."""
        key, day = text_kept(setting.key), setting.from_day.isoformat()
        value = text_kept(setting.value)
        if found := self._db.row(SETTING_OF, (key, day)):
            self._changes.update("setting", found[0], {"value": value})
        else:
            self._changes.insert("setting", {"key": key, "from_day": day, "value": value})

    def off(self) -> Sequence[DayOff]:
        """Every range of days off, the earliest first."""
        from journal.calendar import DayOff

        def read(row: Row) -> DayOff:
            first, last, why, given, number = row
            days = date.fromisoformat(first), date.fromisoformat(last)
            return DayOff(*days, why, day_read(given), number)

        return read_rows(read, self._db.rows(OFF))

    def take_off(self, off: DayOff) -> DayOff:
        """Save a range of days off; returns it with its id."""
        from dataclasses import replace

        values: dict[str, Value] = {
            "first": off.first.isoformat(),
            "last": off.last.isoformat(),
            "why": maybe_text(off.why),
            "given_on": day_kept(off.given_on),
        }
        return replace(off, id=self._changes.insert("day_off", values))

    def give_back(self, off_id: int) -> None:
        """Take a range of days off away. Raises NotFound."""
        if not self._changes.delete("day_off", off_id):
            raise NotFound(f"There is no range of days off {off_id:,}.")

    def holidays(self, country: str) -> dict[date, str]:
        """The public holidays kept for a country."""
        found = self._db.rows(HOLIDAYS, (country,))
        return dict(read_rows(lambda row: (date.fromisoformat(row[0]), str(row[1])), found))

    def keep_holidays(self, country: str, days: dict[date, str]) -> None:
        """Keep a country's public holidays; those already kept stay.

        They can be worked out again at any time: this is no step to undo, needs no action, and a
        journal that cannot be written just now goes without.
        """
        rows = [(country, day.isoformat(), text_kept(name)) for day, name in days.items()]
        if self._db.connection.in_transaction:
            self._db.run_many(KEEP_HOLIDAY, rows)
            return
        try:
            with self._db.transaction():
                self._db.run_many(KEEP_HOLIDAY, rows)
        except CannotSave:
            return

    def purpose(self) -> str | None:
        """Why the rep does this, as last written; None until then."""
        found = self._db.row(PURPOSE)
        return str(found[0]) if found else None

    def set_purpose(self, text: str, from_day: date) -> None:
        """Write the purpose anew; earlier ones are kept."""
        values = {"from_day": from_day.isoformat(), "text": text_kept(text)}
        self._changes.insert("purpose", values)
