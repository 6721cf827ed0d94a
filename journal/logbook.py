"""The logbook: writing entries down, taking them back, reading a typed line: all the quick log needs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from journal.activity import Activity, check_count, counted
from journal.entry import (
    LONGEST_ACCOUNT,
    LONGEST_TEXT,
    LONGEST_WORD,
    TIME_AHEAD,
    Entry,
    is_ahead,
)
from journal.errors import BadInput, NotFound
from journal.frozen import frozen
from journal.moment import Clock, Moment
from journal.quick_entry import Heard, hear, summary
from journal.settings import Settings, SettingsHistory
from journal.tally import totals_of

if TYPE_CHECKING:
    from journal.store import Store
    from journal.undone import Undone

COUNTED_TOGETHER = timedelta(minutes=10)
"""Bare counts of one kind this close together become one entry: "call ×3" [default]."""


@frozen
class Saved:
    """An entry that is safe on disk, and what its day stands at now."""

    entry: Entry
    """The entry as saved."""
    totals: dict[str, int]
    """The sum of counts per kind on the entry's day."""


class Logbook:
    """What the rep writes down."""

    def __init__(self, store: Store, clock: Clock, origin: str = "app") -> None:
        """Take whoever keeps the entries, whoever tells the time, and who is asking: app or command line."""
        self.store = store
        self.clock = clock
        self.origin = origin
        self.version = 0
        """Grows whenever something was saved, here or elsewhere: what was read may be old then."""
        self.kept = 0
        """How many things were saved here that can be taken back; one that changed nothing is none."""
        self.settling: tuple[str, int] | None = None
        """The form, and its row, whose draft goes with what is saved next."""
        self._history: SettingsHistory | None = None

    @property
    def history(self) -> SettingsHistory:
        """Every setting ever made, read once until something changes."""
        if self._history is None:
            self._history = SettingsHistory(self.store.days.settings())
        return self._history

    @property
    def settings(self) -> Settings:
        """The settings in force today."""
        return self.history.on(self.today())

    def now(self) -> Moment:
        """This moment."""
        return self.clock()

    def today(self) -> date:
        """The rep's day: it begins when the settings of the calendar day say so."""
        now = self.clock()
        return now.day(self.history.on(now.local.date()).day_start)

    @contextmanager
    def writing(self, label: str) -> Iterator[Moment]:
        """One thing the rep does, saved whole and undone whole; gives the moment. Raises CannotSave."""
        now = self.now()
        with self.store.action(label, now, self.origin) as written:
            yield now
            if self.settling is not None:
                self.store.drafts.forget(*self.settling)
        self.settling = None
        self.kept += bool(written)
        if "deal" in written:
            self.forget_what_was_read()
        else:
            self.version += 1

    def forget_what_was_read(self) -> None:
        """Read everything anew next time: something was saved here or elsewhere."""
        self.version += 1
        self._history = None

    def hear(self, line: str, day: date | None = None) -> Heard:
        """What a line typed today, or on the page of a day, means, before anything is saved."""
        settings, today = self.settings, self.today()
        return hear(
            line,
            now=self.now(),
            today=day or today,
            known_account=self.store.accounts.known,
            kinds=settings.kinds,
            day_first=settings.day_first,
            is_now=day in (None, today),
        )

    def record(self, entry: Entry) -> Saved:
        """Save a new entry. Raises BadInput, CannotSave."""
        today = self.today()
        check(entry, today)
        self._refuse_a_time_ahead(entry, today)
        with self.writing(summary(entry, today)) as now:
            saved = self._saved(
                self.store.entries.add(replace(entry, logged=now, logged_day=today))
            )
        self._wrote(saved.entry)
        return saved

    def record_anew(self, entry: Entry) -> Entry:
        """Save what was written over an entry that is gone by now, as written down when that was.

        It is about no deal where that is gone as well. Raises BadInput, CannotSave.
        """
        today = self.today()
        check(entry, today)
        self._refuse_a_time_ahead(entry, today)
        if entry.deal is not None and not self.store.deals.some([entry.deal]):
            entry = replace(entry, deal=None)
        with self.writing(summary(entry, today)):
            saved = self.store.entries.add(replace(entry, id=0, uid="", rev=0))
        self._wrote(saved)
        return saved

    def count(self, kind: str) -> Saved:
        """Count one of a kind now; bare counts within ten minutes become one entry."""
        today = self.today()
        with self.writing(counted(kind, 1)) as now:
            last = self.store.entries.newest(today, kind)
            if last is not None and _joins(last, now):
                saved: Entry = self.store.entries.change(replace(last, count=last.count + 1))
            else:
                bare = Activity(day=today, kind=kind, time=now.local.time().replace(microsecond=0))
                saved = self.store.entries.add(replace(bare, logged=now, logged_day=today))
            return self._saved(saved)

    def uncount(self, kind: str) -> Saved:
        """Take one of a kind off today's newest entry of it. Raises NotFound when there is none."""
        today = self.today()
        with self.writing(f"one {kind} less"):
            last = self.store.entries.newest(today, kind)
            if last is None:
                raise NotFound(f"No {kind} stands for today, so there is none to take off.")
            if last.count > 1:
                saved: Entry = self.store.entries.change(replace(last, count=last.count - 1))
            else:
                saved = self.store.entries.remove(last.id)
            return self._saved(saved)

    def change(self, entry: Entry) -> Entry:
        """Save over an entry that was read before. Raises BadInput, ChangedElsewhere, NotFound."""
        today = self.today()
        check(entry, today)
        with self.writing(f"a change to {summary(entry, today)}"):
            before = self.store.entries.get(entry.id)
            if (before.day, before.time) != (entry.day, entry.time):
                self._refuse_a_time_ahead(entry, today)
            changed = self.store.entries.change(entry)
        self._wrote(before, changed)
        return changed

    def remove(self, entry_id: int) -> Entry:
        """Delete an entry; undo brings it back. Raises NotFound, CannotSave."""
        gone = self.store.entries.get(entry_id)
        with self.writing(f"the deletion of {summary(gone, self.today())}"):
            self.store.entries.remove(entry_id)
        self._wrote(gone)
        return gone

    def entry(self, entry_id: int) -> Entry:
        """One entry. Raises NotFound."""
        return self.store.entries.get(entry_id)

    def accounts_starting(self, prefix: str) -> Sequence[str]:
        """Known accounts that start with these letters, in any case."""
        return self.store.accounts.starting(prefix)

    def entries(
        self,
        first: date,
        last: date,
        kind: str | None = None,
        after: tuple[date, int] | None = None,
    ) -> Sequence[Entry]:
        """Entries of the days first..last, oldest first, one page at a time."""
        return self.store.entries.between(first, last, kind=kind, after=after)

    def undo(self) -> Undone:
        """Take back the last thing that was done, by whom- and wherever. Raises NothingToUndo."""
        undone = self.store.undo(self.now(), self.origin)
        self.forget_what_was_read()
        return undone

    def redo(self) -> Undone:
        """Do the last undone thing again. Raises NothingToUndo."""
        redone = self.store.redo(self.now(), self.origin)
        self.forget_what_was_read()
        return redone

    def _refuse_a_time_ahead(self, entry: Entry, today: date) -> None:
        """Who has travelled west may keep a time that has not come here yet, but not choose one."""
        if is_ahead(entry.time, entry.day, today, self.now()):
            raise BadInput(TIME_AHEAD)

    def _wrote(self, *entries: Entry) -> None:
        """What was read of the days before today holds until one of their entries changes."""
        if any(entry.day < self.today() for entry in entries):
            self.forget_what_was_read()

    def _saved(self, entry: Entry) -> Saved:
        """Told while nothing is kept yet: where the totals cannot be read, nothing was saved."""
        return Saved(entry, totals_of(self.store.entries.tallies(entry.day, entry.day)))


def check(entry: Entry, today: date) -> None:
    """Refuse what cannot be true or cannot be kept whole. Raises BadInput."""
    if entry.day > today:
        raise BadInput("That day has not come yet; an entry is for today or earlier.")
    if len(entry.text) > LONGEST_TEXT:
        raise BadInput(
            f"That text has {len(entry.text):,} characters; an entry holds {LONGEST_TEXT:,}. "
            "Shorten it or split it in two."
        )
    if len(entry.account or "") > LONGEST_ACCOUNT:
        raise BadInput(
            f"An account's name holds {LONGEST_ACCOUNT} characters; put the rest in the note."
        )
    words = [*entry.tags, entry.outcome or ""] if isinstance(entry, Activity) else entry.tags
    if any(len(word) > LONGEST_WORD for word in words):
        raise BadInput(
            f"A tag or an outcome holds {LONGEST_WORD} characters; put the rest in the note."
        )
    if isinstance(entry, Activity):
        check_count(entry.count)


def _joins(last: Activity, now: Moment) -> bool:
    is_bare = not (
        last.account or last.text or last.outcome or last.tags or last.deal or last.minutes
    )
    if not is_bare or last.logged is None or last.count >= 1_000:
        return False
    return timedelta(0) <= now.utc - last.logged.utc <= COUNTED_TOGETHER
