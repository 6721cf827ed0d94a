"""Searching the journal: what is new is looked through first, then what holds the words is found."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager, suppress
from functools import partial
from typing import TYPE_CHECKING

from journal.errors import CannotSave, JournalError
from journal.search import LIMIT, MOST, HitKind, Hits, read_query

if TYPE_CHECKING:
    from journal.journal import Journal
    from journal.store import Store

STEP, LONG_STEP = 250, 2_000
"""How many new things are looked through at one go: beside the rep's keys, and while they wait for it."""


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
            look_through(self._journal.store, LONG_STEP)
        return self._journal.store.search.find(query, limit)

    def unread(self) -> int:
        """How much is new and not looked through yet."""
        return self._journal.store.search.unread()

    def read_ahead(self) -> Callable[[Callable[[], bool]], None] | None:
        """Look through what is new, to be called in another thread; None for a journal in memory.

        It is called with what says whether it is still wanted.
        """
        beside = self._journal.store.beside()
        return None if beside is None else partial(_read_beside, beside)

    def finding(
        self, words: str, kind: HitKind | None = None, limit: int = LIMIT, of_each: int = MOST
    ) -> Callable[[], Hits]:
        """Find words, to be called in another thread. Raises BadInput.

        What is new is looked through first unless it is much: then ``read_ahead`` does, and what is
        left is counted as unread. What is called may raise NotOurFile and CannotSave. A journal in
        memory is searched at once.
        """
        query, store = read_query(words, kind), self._journal.store
        beside = store.beside()
        if beside is None:
            with suppress(CannotSave):
                look_through(store)
            hits = store.search.find(query, limit, of_each)
            return lambda: hits

        def found() -> Hits:
            with beside as opened:
                if opened.search.unread() <= STEP:
                    with suppress(CannotSave):
                        look_through(opened)
                return opened.search.find(query, limit, of_each)

        return found


def look_through(
    store: Store, step: int = STEP, is_wanted: Callable[[], bool] = lambda: True
) -> None:
    """Look through all that is new, a step at a time, while it is wanted. Raises CannotSave."""
    left = store.search.unread()
    while left and is_wanted():
        left = store.search.read_on(step)


def _read_beside(beside: AbstractContextManager[Store], is_wanted: Callable[[], bool]) -> None:
    """What cannot be written now is looked through the next time."""
    with suppress(JournalError), beside as store:
        look_through(store, STEP, is_wanted)
