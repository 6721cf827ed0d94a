"""The whole journal in one SQLite file; each room is loaded when it is first entered."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Set
from contextlib import AbstractContextManager, contextmanager
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from journal.errors import CannotSave
from storage.accounts import SqliteAccounts
from storage.changes import Changes
from storage.database import Database
from storage.entries import SqliteEntries
from storage.opening import empty_database, open_database

if TYPE_CHECKING:
    from journal.moment import Moment
    from journal.undone import Undone
    from storage.calendar_rows import SqliteCalendarRows
    from storage.call_blocks import SqliteCallBlocks
    from storage.crm_debt import SqliteCrmDebt
    from storage.day_pages import SqliteDayPages
    from storage.days import SqliteDays
    from storage.deal_stories import SqliteDealStories
    from storage.deals import SqliteDeals
    from storage.drafts import SqliteDrafts
    from storage.files import DiskFiles
    from storage.follow_ups import SqliteFollowUps
    from storage.goals import SqliteGoals
    from storage.imports import SqliteImports
    from storage.journal_file import SqliteJournalFile
    from storage.meetings import SqliteMeetings
    from storage.people import SqlitePeople
    from storage.plans import SqlitePlans
    from storage.reviews import SqliteReviews
    from storage.search import SqliteSearch
    from storage.setbacks import SqliteSetbacks
    from storage.waiting import SqliteWaiting
    from storage.whole import SqliteWhole


def open_store(path: Path, *, create: bool) -> SqliteStore:
    """The journal at a path. Raises NotOurFile, CannotSave.

    A missing one is made if ``create``; else an empty one answers, and nothing is made.
    """
    return SqliteStore(open_database(path, create=create))


def empty_store() -> SqliteStore:
    """A journal with nothing in it, which cannot be written to."""
    return SqliteStore(empty_database())


class SqliteStore:
    """``journal.store.Store`` on SQLite."""

    def __init__(self, database: Database) -> None:
        """Keep everything in this database."""
        self.database = database
        """The connection beneath."""
        self._changes = Changes(database)

    @property
    def path(self) -> Path | None:
        """The journal's file; None for one in memory."""
        return self.database.path

    @property
    def file(self) -> SqliteJournalFile | None:
        """The journal's file, to be looked after; None for one in memory."""
        from storage.journal_file import SqliteJournalFile

        return None if self.path is None else SqliteJournalFile(self.path)

    @property
    def why_read_only(self) -> str | None:
        """Why nothing can be written, in one sentence; None when it can."""
        return self.database.closed_to_writing

    @cached_property
    def accounts(self) -> SqliteAccounts:
        """The names of customers."""
        return SqliteAccounts(self._changes)

    @cached_property
    def entries(self) -> SqliteEntries:
        """Activities, notes and setbacks."""
        return SqliteEntries(self._changes, self.accounts)

    @cached_property
    def deals(self) -> SqliteDeals:
        """The rep's deals."""
        from storage.deals import SqliteDeals

        return SqliteDeals(self._changes, self.accounts)

    @cached_property
    def follow_ups(self) -> SqliteFollowUps:
        """Dated touches."""
        from storage.follow_ups import SqliteFollowUps

        return SqliteFollowUps(self._changes, self.accounts)

    @cached_property
    def waiting(self) -> SqliteWaiting:
        """Who waits, and what came of lost deals."""
        from storage.waiting import SqliteWaiting

        return SqliteWaiting(self._changes.db)

    @cached_property
    def goals(self) -> SqliteGoals:
        """Goals and milestones."""
        from storage.goals import SqliteGoals

        return SqliteGoals(self._changes)

    @cached_property
    def plans(self) -> SqlitePlans:
        """Every version of the plan."""
        from storage.plans import SqlitePlans

        return SqlitePlans(self._changes)

    @cached_property
    def days(self) -> SqliteDays:
        """Settings, days off, holidays and the purpose."""
        from storage.days import SqliteDays

        return SqliteDays(self._changes)

    @cached_property
    def imports(self) -> SqliteImports:
        """Rows from other programs."""
        from storage.imports import SqliteImports

        return SqliteImports(self._changes, self.accounts)

    @cached_property
    def day_pages(self) -> SqliteDayPages:
        """One page a day."""
        from storage.day_pages import SqliteDayPages

        return SqliteDayPages(self._changes)

    @cached_property
    def setbacks(self) -> SqliteSetbacks:
        """What came of setbacks."""
        from storage.setbacks import SqliteSetbacks

        return SqliteSetbacks(self._changes, self.entries)

    @cached_property
    def call_blocks(self) -> SqliteCallBlocks:
        """Stretches of calls."""
        from storage.call_blocks import SqliteCallBlocks

        return SqliteCallBlocks(self._changes)

    @cached_property
    def reviews(self) -> SqliteReviews:
        """Every review that was held."""
        from storage.reviews import SqliteReviews

        return SqliteReviews(self._changes)

    @cached_property
    def deal_stories(self) -> SqliteDealStories:
        """All that belongs to deals."""
        from storage.deal_stories import SqliteDealStories

        return SqliteDealStories(self._changes)

    @cached_property
    def people(self) -> SqlitePeople:
        """Accounts and who is there."""
        from storage.people import SqlitePeople

        return SqlitePeople(self._changes, self.accounts)

    @cached_property
    def meetings(self) -> SqliteMeetings:
        """How meetings went."""
        from storage.meetings import SqliteMeetings

        return SqliteMeetings(self._changes)

    @cached_property
    def crm_debt(self) -> SqliteCrmDebt:
        """What a CRM lacks."""
        from storage.crm_debt import SqliteCrmDebt

        return SqliteCrmDebt(self._changes.db, self.entries)

    @cached_property
    def calendar_rows(self) -> SqliteCalendarRows:
        """What a calendar is written from."""
        from storage.calendar_rows import SqliteCalendarRows

        return SqliteCalendarRows(self._changes.db)

    @cached_property
    def whole(self) -> SqliteWhole:
        """All that the journal holds, to hand out."""
        from storage.whole import SqliteWhole

        return SqliteWhole(self._changes)

    @cached_property
    def files(self) -> DiskFiles:
        """Files for the rep to take away."""
        from storage.files import DiskFiles

        return DiskFiles()

    @cached_property
    def search(self) -> SqliteSearch:
        """The words of everything."""
        from storage.search import SqliteSearch

        return SqliteSearch(self.database)

    @cached_property
    def drafts(self) -> SqliteDrafts:
        """What is typed and not saved yet."""
        from storage.drafts import SqliteDrafts

        return SqliteDrafts(self.database)

    def action(self, label: str, at: Moment, origin: str) -> AbstractContextManager[Set[str]]:
        """One thing the rep did: one transaction, and one step to undo. Raises CannotSave."""
        return self._changes.action(label, at, origin)

    def undo(self, at: Moment, origin: str) -> Undone:
        """Take back the last action not yet undone. Raises NothingToUndo, CannotSave."""
        from storage.undo import undo

        self._changes.look_anew()
        return undo(self.database, at, origin)

    def redo(self, at: Moment, origin: str) -> Undone:
        """Do the last undone action again. Raises NothingToUndo, CannotSave."""
        from storage.undo import redo

        self._changes.look_anew()
        return redo(self.database, at, origin)

    def rows_next(self, *, again: bool = False) -> int:
        """How many rows an undo would write now, or a redo if ``again``."""
        from storage.undo import rows_next

        return rows_next(self.database, again=again)

    def has_changed(self) -> bool:
        """Whether another window or program saved something, or the file was replaced, since last asked.

        What another window keeps as drafts does not count: nobody reads anew for each of its pauses.
        A replaced file is opened in place of the old one. Raises NotOurFile, CannotSave.
        """
        database = self.database
        if not database.is_replaced or database.path is None:
            return self._changes.were_made_elsewhere()
        if not database.path.exists():
            raise CannotSave(
                "The journal's file is gone from its place: put it back, or quit and start anew."
            )
        database.go_on_with(open_database(database.path, create=False))
        return True

    def beside(self) -> AbstractContextManager[SqliteStore] | None:
        """The same journal for another thread to read, entered there; None for one in memory."""
        path = self.database.path
        return None if path is None else _opened_beside(path)

    def back_up_before(self, what: str, at: Moment) -> Callable[[bool], None]:
        """Copy the journal as it is, unless there is nothing in it; gives what is told if it was done."""
        anything = "SELECT 1 FROM action LIMIT 1"
        if self.path is None or self.why_read_only or not self.database.row(anything):
            return lambda is_done: None
        from storage.backup import back_up_before

        return back_up_before(what, self.path, at)

    def close(self) -> None:
        """Let go of the file."""
        self.database.close()


@contextmanager
def _opened_beside(path: Path) -> Iterator[SqliteStore]:
    store = SqliteStore(open_database(path, create=False))
    try:
        yield store
    finally:
        store.close()
