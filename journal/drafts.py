"""Drafts: what is typed and not saved yet, kept on each pause, and offered again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager, suppress
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from journal.day_hours import is_evening
from journal.errors import JournalError, NotFound

if TYPE_CHECKING:
    from journal.logbook import Logbook

ANNOUNCED_FOR = timedelta(days=30)
"""How long a draft is told of at the start [default]; it is kept for good, and waits in its form."""

_OF_GOALS = ("goal", "milestone", "redate", "check-in", "backward")
"""The forms that change a goal, each with the goal's id as its row."""

_OF_ENTRIES = ("entry", "meeting", "setback", "next-step", "check")
"""Those of an entry: of what was done, and of a setback."""

_OF_DEALS = (
    *("deal", "deal-story", "deal-check", "chance", "push", "contract-end"),
    *("won", "lost", "no-decision", "requests", "reopen"),
)
"""Those of a deal."""

_OF_FOLLOW_UPS = ("touch-done", "touch-move", "touch-skip", "touch-close")
"""Those of a follow-up."""

_OF_DAYS = ("morning", "evening")
"""Those of a day, each with its ordinal."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """A form that holds something typed and not saved."""

    form: str
    """What the form is called: "line", "goal", "evening"."""
    row: int
    """Which one it changes; 0 for a new one."""
    ago: timedelta
    """How long ago it was typed; never less than nothing, wherever the clock was moved."""

    @property
    def name(self) -> str:
        """What the form is called; where two windows wrote in it, a number follows in ``form``."""
        return self.form.partition(" ")[0]

    @property
    def is_old(self) -> bool:
        """Whether nobody asks for it any more."""
        return self.ago > ANNOUNCED_FOR


class Drafts:
    """What a rep has typed; no action, no step to undo, and no reason to read anything anew."""

    def __init__(self, logbook: Logbook) -> None:
        """Take the logbook they belong to."""
        self._logbook = logbook

    def keep(self, form: str, fields: Mapping[str, str], row: int = 0) -> None:
        """Keep these fields of a form, its others as they are; empty ones are let go. Raises CannotSave."""
        self._logbook.store.drafts.keep(form, row, fields, self._logbook.now())

    def of(self, form: str, row: int = 0) -> dict[str, str]:
        """The fields of a form as last typed, by name; empty when nothing is kept."""
        return self._logbook.store.drafts.of(form, row)

    def forget(self, form: str, row: int = 0) -> None:
        """Let go of a form's fields: they were saved, or are not wanted. Raises CannotSave."""
        self._logbook.store.drafts.forget(form, row)

    def in_haste(self) -> AbstractContextManager[None]:
        """What is read and kept inside waits hardly at all for another window: no key waits for it."""
        return self._logbook.store.drafts.in_haste()

    @contextmanager
    def settled(self, form: str, row: int = 0) -> Iterator[None]:
        """What is saved inside lets go of the form's draft with it: both are on disk, or neither."""
        book = self._logbook
        book.settling = (form, row)
        try:
            yield
            if book.settling is not None:
                # Nothing was written inside; a draft that stays is offered once more, and no harm.
                with suppress(JournalError):
                    self.forget(form, row)
        finally:
            book.settling = None

    def waiting(self) -> tuple[Waiting, ...]:
        """The forms that hold something typed, the newest first."""
        now = self._logbook.now().utc
        return tuple(
            Waiting(form, row, max(timedelta(0), now - typed))
            for form, row, typed in self._logbook.store.drafts.waiting()
        )

    def asked_for(self) -> tuple[Waiting, ...]:
        """Those of them that are not old, and that can be opened now.

        What they are about is still there; of earlier days only an evening, until today's evening.
        """
        return tuple(one for one in self.waiting() if not one.is_old and self._can_open(one))

    def earlier_evening(self) -> date | None:
        """The latest day before today whose evening page has words left, until today's evening comes."""
        if self._is_evening():
            return None
        today = self._logbook.today().toordinal()
        rows = (one.row for one in self.asked_for() if one.name == "evening")
        latest = max((row for row in rows if row < today), default=0)
        return date.fromordinal(latest) if latest else None

    def _is_evening(self) -> bool:
        book = self._logbook
        return is_evening(book.now(), book.today(), book.settings.evening_from)

    def _can_open(self, waiting: Waiting) -> bool:
        store, name, row = self._logbook.store, waiting.name, waiting.row
        try:
            if row and name in _OF_ENTRIES:
                store.entries.get(row)
            elif row and name in _OF_GOALS:
                store.goals.get(row)
            elif row and name in _OF_DEALS:
                store.deals.get(row)
            elif row and name in _OF_FOLLOW_UPS:
                store.follow_ups.get(row)
            elif row and name == "call-block":
                store.call_blocks.get(row)
            elif row and name in _OF_DAYS and row < self._logbook.today().toordinal():
                return name == "evening" and not self._is_evening()
        except NotFound:
            return False
        return True
