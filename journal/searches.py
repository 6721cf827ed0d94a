"""Searching the journal: what is new is looked through first, then what holds the words is found."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager, suppress
from functools import partial
from typing import TYPE_CHECKING

from journal.errors import CannotSave, JournalError
from journal.search import LIMIT, HitKind, Hits, read_query

if TYPE_CHECKING:
    from journal.journal import Journal
    from journal.store import Store

STEP = 500
"""How many new things are looked through at one go, so that nobody who saves waits long."""


class Searches:
    """All words of the journal, from the morning page to a lost deal's answers."""

    def __init__(self, journal: Journal) -> None:
        """Search in this journal."""
        self._journal = journal

    def find(self, words: str, kind: HitKind | None = None, limit: int = LIMIT) -> Hits:
        """What holds all the words, the best first. Raises BadInput.

        Where nothing may be written, what is new is not found yet, and counted as unread.
        """
        query = read_query(words, kind)
        with suppress(CannotSave):
            look_through(self._journal.store)
        return self._journal.store.search.find(query, limit)

    def read_ahead(self) -> Callable[[], None] | None:
        """Look through what is new, to be called in another thread; None for a journal in memory."""
        beside = self._journal.store.beside()
        return None if beside is None else partial(_read_beside, beside)

    def finding(self, words: str, limit: int = LIMIT) -> Callable[[], Hits] | None:
        """Find words in what was looked through, to be called in another thread; None in memory.

        Raises BadInput at once; what is called may raise NotOurFile and CannotSave.
        """
        query, beside = read_query(words), self._journal.store.beside()
        if beside is None:
            return None

        def found() -> Hits:
            with beside as store:
                return store.search.find(query, limit)

        return found


def look_through(store: Store) -> None:
    """Look through all that is new, a step at a time. Raises CannotSave."""
    left = store.search.unread()
    while left:
        left = store.search.read_on(STEP)


def _read_beside(beside: AbstractContextManager[Store]) -> None:
    """What cannot be written now is looked through the next time."""
    with suppress(JournalError), beside as store:
        look_through(store)
