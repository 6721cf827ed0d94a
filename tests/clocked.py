"""A rep with a real journal, whose clock can be set and whose entries can be of any day."""

from __future__ import annotations

from builders import at

from journal.entry import Entry
from journal.journal import Journal
from journal.moment import Moment
from storage.store import SqliteStore


class Rep:
    """A rep whose clock can be set."""

    def __init__(self, store: SqliteStore) -> None:
        self.now = at("2026-11-24T13:45")
        self.journal = Journal(store, self.clock)

    def clock(self) -> Moment:
        return self.now

    def be(self, moment: str) -> None:
        self.now = at(moment)
        self.journal.forget_what_was_read()

    def did(self, *entries: Entry) -> None:
        with self.journal.writing("entries"):
            for entry in entries:
                self.journal.store.entries.add(entry)
        self.journal.forget_what_was_read()
