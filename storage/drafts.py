"""What is typed and not saved yet, kept at once and outside everything that can be undone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime

from journal.moment import Moment
from storage.database import Database
from storage.rows import PAGE, Row, read_rows, text_kept

KEEP = """INSERT INTO draft (form, row, field, text, utc) VALUES (?, ?, ?, ?, ?)
ON CONFLICT (form, row, field) DO UPDATE SET text = excluded.text, utc = excluded.utc
WHERE text <> excluded.text"""
LET_GO = "DELETE FROM draft WHERE form = ? AND row = ? AND field = ?"
FORGET = "DELETE FROM draft WHERE form = ? AND row = ?"
OF_FORM = "SELECT field, text FROM draft WHERE form = ? AND row = ? ORDER BY field"
WAITING = """SELECT form, row, max(utc) FROM draft GROUP BY form, row
ORDER BY max(utc) DESC, max(id) DESC LIMIT ?"""


class SqliteDrafts:
    """Drafts in the file."""

    def __init__(self, db: Database) -> None:
        """Keep them in this database."""
        self._db = db

    def keep(self, form: str, row: int, fields: Mapping[str, str], at: Moment) -> None:
        """Keep these fields of a form, its others as they are; empty ones are let go. Raises CannotSave."""
        utc = at.utc.isoformat(timespec="microseconds")
        of_form = (text_kept(form), row)
        typed = {text_kept(field): text_kept(text) for field, text in fields.items()}
        kept = [(*of_form, field, text, utc) for field, text in typed.items() if text]
        with self._writing():
            self._db.run_many(KEEP, kept)
            self._db.run_many(LET_GO, [(*of_form, field) for field in typed if not typed[field]])

    def of(self, form: str, row: int = 0) -> dict[str, str]:
        """The fields of a form as last typed, by name; empty when nothing is kept."""
        return dict(self._db.rows(OF_FORM, (text_kept(form), row)))

    def forget(self, form: str, row: int = 0) -> None:
        """Let go of a form's fields: they were saved, or are not wanted. Raises CannotSave.

        Inside an action it is done with it, or not at all.
        """
        of_form = (text_kept(form), row)
        with self._writing():
            self._db.run(FORGET, of_form)

    def waiting(self) -> Sequence[tuple[str, int, datetime]]:
        """The forms that hold something typed, each with its row and the instant; the newest first."""
        return read_rows(_waiting, self._db.rows(WAITING, (PAGE,)))

    @contextmanager
    def in_haste(self) -> Iterator[None]:
        """What is read and kept inside waits hardly at all for another window."""
        with self._db.in_haste():
            yield

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """The transaction under way, or one of its own that no key waits for."""
        if self._db.connection.in_transaction:
            yield
            return
        with self._db.in_haste(), self._db.transaction():
            yield


def _waiting(row: Row) -> tuple[str, int, datetime]:
    form, number, utc = row
    return str(form), int(number), datetime.fromisoformat(utc)
