"""What the journal asks of whoever keeps it: one protocol for each concept, in the rep's words.

Every writing call happens inside ``with store.action(label, at):``, which is one transaction and one
thing to undo. A reading call may happen anywhere and never holds a lock afterwards.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from contextlib import AbstractContextManager
from datetime import date
from typing import Protocol

from journal.activity import Activity
from journal.calendar import DayOff
from journal.calendar_store import CalendarRows
from journal.crm_debt_store import CrmDebt
from journal.deal_store import Deals, DealStories, Meetings, People
from journal.entry import Entry
from journal.exchange import Exchange
from journal.follow_up import FollowUp
from journal.goal_store import Goals, Plans
from journal.import_store import Imports
from journal.journal_file import JournalFile
from journal.moment import Moment
from journal.personal_store import CallBlocks, DayPages, Drafts, Reviews, Setbacks
from journal.search import Searching
from journal.settings import Setting
from journal.tally import Tally
from journal.undone import Undone
from journal.waiting_store import WaitingList
from journal.whole_store import Files, Whole

PAGE = 500
"""The most rows a list is given at a time."""


class Entries(Protocol):
    """Activities, notes and setbacks, in one line of time."""

    def add(self, entry: Entry) -> Entry:
        """Save a new entry; returns it with id, uid and rev. Its logged moment must be set."""
        ...

    def change(self, entry: Entry) -> Entry:
        """Save over the row of the same id and rev. Raises NotFound, ChangedElsewhere."""
        ...

    def remove(self, entry_id: int) -> Entry:
        """Delete an entry; returns what it was. Raises NotFound."""
        ...

    def get(self, entry_id: int) -> Entry:
        """One entry. Raises NotFound."""
        ...

    def between(
        self,
        first: date,
        last: date,
        *,
        kind: str | None = None,
        after: tuple[date, int] | None = None,
        limit: int = PAGE,
    ) -> Sequence[Entry]:
        """Entries of the days first..last, oldest first by day, time and id, at most ``limit``.

        ``after`` is the (day, id) of the last row of the page before. ``kind`` is a kind of
        activity, or "note" or "setback".
        """
        ...

    def tallies(self, first: date, last: date) -> Sequence[Tally]:
        """The per-day totals of activities, oldest first, from the rollup."""
        ...

    def totals(self, first: date, last: date) -> dict[str, int]:
        """The sum of counts per kind over the days first..last, from the rollup."""
        ...

    def first_day(self) -> date | None:
        """The day of the earliest activity; None in an empty journal."""
        ...

    def newest(self, day: date, kind: str) -> Activity | None:
        """The activity of a kind that was written down last for a day; None when there is none."""
        ...

    def newest_first(self, before: int | None = None, limit: int = PAGE) -> Sequence[Entry]:
        """Entries as they were written down, newest first; ``before`` is the id the page before ended on."""
        ...

    def of_deal(
        self, deal: int, before: tuple[date, int] | None = None, limit: int = 100
    ) -> Sequence[Entry]:
        """The entries of a deal, newest day first; ``before`` is the (day, id) the page before ended on."""
        ...

    def at_account(
        self, account: str, before: tuple[date, int] | None = None, limit: int = 100
    ) -> Sequence[Entry]:
        """The entries at an account, of all its deals and of none, in the same way."""
        ...

    def tagged(self, word: str, first: date, last: date, limit: int = PAGE) -> Sequence[Entry]:
        """Entries of the days first..last with this tag in any case, oldest first."""
        ...

    def tag_totals(self, first: date, last: date) -> dict[str, int]:
        """How many entries of the days first..last have each tag, by the tag in small letters."""
        ...

    def exchanges(self, first: date, last: date) -> Sequence[Exchange]:
        """The e-mails, social touches and all with an outcome at an account, in the order they happened."""
        ...

    def outcome_totals(self, first: date, last: date) -> dict[tuple[str, str], int]:
        """The sum of counts per (kind, outcome) over the days, for activities that name an outcome."""
        ...

    def first_meetings(self, first: date, last: date) -> int:
        """How many accounts were met for the first time in the days first..last; a meeting without an
        account counts once each."""
        ...

    def first_meetings_by_day(self, first: date, last: date) -> dict[date, int]:
        """The same, on the day each account was first met; days without one are left out."""
        ...


class Accounts(Protocol):
    """The names of customers, matched without regard to case."""

    def known(self, name: str) -> str | None:
        """The account's name as it is shown, when it is known by this one."""
        ...

    def other_names(self, name: str) -> Sequence[str]:
        """The names of accounts that were merged into this one, in the order they were."""
        ...

    def starting(self, prefix: str, limit: int = 8) -> Sequence[str]:
        """Accounts of which a name starts with these letters, in any case, most recently used first."""
        ...


class FollowUps(Protocol):
    """Dated touches."""

    def add(self, follow_up: FollowUp) -> FollowUp: ...

    def change(self, follow_up: FollowUp) -> FollowUp: ...

    def get(self, follow_up_id: int) -> FollowUp: ...

    def due(
        self, until: date, *, since: date | None = None, limit: int = PAGE
    ) -> Sequence[FollowUp]:
        """Those waiting with a due day up to ``until``, and from ``since`` on if given, soonest first."""
        ...

    def of_setbacks(self, setbacks: Iterable[int]) -> Mapping[int, Sequence[FollowUp]]:
        """The next small actions of these setbacks, by the setback's id, as they were written down."""
        ...

    def of_deals(self, deals: Iterable[int]) -> Mapping[int, Sequence[FollowUp]]:
        """All follow-ups of these deals, settled ones too, by the deal's id, soonest first."""
        ...

    def overdue(self, today: date) -> int:
        """How many have waited since an earlier day."""
        ...


class Days(Protocol):
    """Settings, days off, holidays and the purpose: what holds from a day on."""

    def settings(self) -> Sequence[Setting]: ...

    def set(self, setting: Setting) -> None: ...

    def off(self) -> Sequence[DayOff]: ...

    def take_off(self, off: DayOff) -> DayOff: ...

    def give_back(self, off_id: int) -> None: ...

    def holidays(self, country: str) -> dict[date, str]:
        """The public holidays kept for a country."""
        ...

    def keep_holidays(self, country: str, days: dict[date, str]) -> None:
        """Keep a country's public holidays; those already kept stay."""
        ...

    def purpose(self) -> str | None: ...

    def set_purpose(self, text: str, from_day: date) -> None: ...


class Store(Protocol):
    """The whole journal on disk, or in memory for a test."""

    @property
    def entries(self) -> Entries: ...
    @property
    def accounts(self) -> Accounts: ...
    @property
    def deals(self) -> Deals: ...
    @property
    def follow_ups(self) -> FollowUps: ...
    @property
    def waiting(self) -> WaitingList: ...
    @property
    def goals(self) -> Goals: ...
    @property
    def plans(self) -> Plans: ...
    @property
    def days(self) -> Days: ...
    @property
    def imports(self) -> Imports: ...
    @property
    def day_pages(self) -> DayPages: ...
    @property
    def setbacks(self) -> Setbacks: ...
    @property
    def call_blocks(self) -> CallBlocks: ...
    @property
    def reviews(self) -> Reviews: ...
    @property
    def deal_stories(self) -> DealStories: ...
    @property
    def people(self) -> People: ...
    @property
    def meetings(self) -> Meetings: ...
    @property
    def drafts(self) -> Drafts: ...
    @property
    def search(self) -> Searching: ...
    @property
    def crm_debt(self) -> CrmDebt: ...
    @property
    def calendar_rows(self) -> CalendarRows: ...
    @property
    def whole(self) -> Whole: ...
    @property
    def files(self) -> Files: ...

    @property
    def file(self) -> JournalFile | None: ...
    @property
    def why_read_only(self) -> str | None: ...

    def action(self, label: str, at: Moment, origin: str) -> AbstractContextManager[Set[str]]:
        """One thing the rep did: BEGIN IMMEDIATE, and one step to undo. Raises CannotSave.

        Gives what it has written to so far, "deal" for one. Where that is nothing there is no step to undo.
        """
        ...

    def undo(self, at: Moment, origin: str) -> Undone:
        """Take back the last action not yet undone. Raises NothingToUndo, CannotSave."""
        ...

    def redo(self, at: Moment, origin: str) -> Undone:
        """Do the last undone action again. Raises NothingToUndo, CannotSave."""
        ...

    def rows_next(self, *, again: bool = False) -> int:
        """How many rows an undo would write now, or a redo if ``again``."""
        ...

    def has_changed(self) -> bool:
        """Whether another window or program saved something since this was last asked."""
        ...

    def beside(self) -> AbstractContextManager[Store] | None:
        """The same journal for another thread to read, entered there; None for one in memory."""
        ...

    def back_up_before(self, what: str, at: Moment) -> Callable[[bool], None]:
        """Copy the journal as it is, proved, unless there is nothing in it yet. Raises CannotSave.

        What it gives is told afterwards whether anything was done; else the copy goes again.
        """
        ...
