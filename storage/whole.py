"""The whole journal: read row by row at one moment while others go on saving, and taken in."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from journal.errors import CannotSave, NotOurFile, NotSaved, as_sentence
from journal.transfer.progress import Stopped
from storage.changes import Changes
from storage.database import NEWER, Database
from storage.rows import Row
from storage.whole_tables import YES_NO, happens, named_of, read_of

if TYPE_CHECKING:
    from datetime import date

    from journal.transfer.whole_fields import Plain
    from journal.transfer.whole_part import Part
    from journal.transfer.whole_read import WholeRow
    from journal.whole_store import Merged

STEPS = 200_000
"""Steps of SQLite between two looks at whether the rep still wants it: a hundredth of a second."""

NEWER_OUT = (
    "This journal was written by a newer version, and what that version keeps would be missing from"
    " the file: install the newer version and export again."
)
"""Why nothing is taken out of a journal that this version does not know whole."""

AT_ONCE = 500
"""How many rows are read at one go: memory stays flat however long the journal is."""


class SqliteWhole:
    """All that the file holds."""

    def __init__(self, changes: Changes) -> None:
        """Read and write through these changes."""
        self._changes = changes
        self._db = changes.db

    @contextmanager
    def as_it_is(self) -> Iterator[SqliteSnapshot]:
        """The journal of this moment; nobody who saves waits for its end. Raises CannotSave, NotOurFile."""
        if self._db.closed_to_writing == NEWER:
            raise NotOurFile(NEWER_OUT)
        # A database without a name lies in a file without one: whatever happens, it is gone afterwards.
        copy = sqlite3.connect("", isolation_level=None)
        try:
            try:
                self._db.copy_into(copy)
            except NotSaved as error:
                sentence = f"{as_sentence(error.why)}, so nothing was written: {error.then}."
                raise CannotSave(sentence) from error
            yield SqliteSnapshot(Database(copy, None))
        finally:
            copy.close()

    @contextmanager
    def ended_by(self, look: Callable[[], None]) -> Iterator[None]:
        """Inside, even one long statement looks up some times a second, and ends when that raises.

        Raises what ended it: Stopped, or Ctrl+C.
        """
        stopped: list[Stopped] = []

        def is_over() -> bool:
            try:
                look()
            except Stopped as why:
                stopped.append(why)
            return bool(stopped)

        # SQLite passes no exception on, not even the one of Ctrl+C: the statement just ends.
        self._db.connection.set_progress_handler(is_over, STEPS)
        try:
            yield
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_INTERRUPT:
                raise
            raise (stopped[0] if stopped else KeyboardInterrupt) from None
        finally:
            self._db.connection.set_progress_handler(None, 0)

    @contextmanager
    def laid_aside(self, rows: Iterable[WholeRow], name: str) -> Iterator[int]:
        """The rows of a file of this name beside the journal, each proved; gives how many there are.

        Nothing is kept of them until they are merged. Raises UnreadableFile, CannotSave.
        """
        from storage.whole_aside import laid_aside

        with laid_aside(self._db, rows, name) as number:
            yield number

    def merge(self) -> Merged:
        """Take in what lies aside and is new here, inside an action; what is known here stays."""
        from storage.whole_merge import merge

        return merge(self._changes)


class SqliteSnapshot:
    """A copy of the journal that nobody else knows."""

    def __init__(self, copy: Database) -> None:
        """Take the copy."""
        self._copy = copy

    def rows(self, part: Part) -> Iterator[Sequence[Plain]]:
        """The rows of a part in the order they were made, each as the values of its fields."""
        return _told(part, self._copy.streamed(read_of(part), AT_ONCE))

    def named(self, part: Part, since: date | None = None) -> Iterator[Sequence[Plain]]:
        """The same, each followed by the names of what it names, and by its goal's measure and currency.

        Of what happened on a day, only what is not older than one, if one is given.
        """
        first = (since.isoformat(),) if since is not None and happens(part) else ()
        query = named_of(part, since=bool(first))
        return _told(part, self._copy.streamed(query, AT_ONCE, first))


def _told(part: Part, rows: Iterable[Row]) -> Iterator[Sequence[Plain]]:
    """Rows as a file tells them: what is kept as 1 or 0 is a yes or a no."""
    yes_no = YES_NO[part.name]
    if True not in yes_no:
        yield from rows
        return
    for row in rows:
        told = [
            value if value is None or not is_yes_no else bool(value)
            for value, is_yes_no in zip(row, yes_no, strict=False)
        ]
        yield [*told, *row[len(told) :]]
