"""Call blocks: stretches of calls planned ahead, started, and looked back at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, time
from typing import TYPE_CHECKING

from journal.activity import LARGEST_COUNT, Activity
from journal.call_block import CallBlock
from journal.dates import in_words
from journal.errors import BadInput, ChangedElsewhere, JournalError
from journal.fear import Fear, fear_of
from journal.follow_ups import CHANGED
from journal.setback_work import DEEPEST

if TYPE_CHECKING:
    from journal.journal import Journal

LONGEST_BLOCK = 24 * 60
"""The longest block, in minutes."""

_READ = 200
"""So many of the latest blocks are read; the last 20 with a fear and an end are among them."""


class CallBlocks:
    """What a rep does with call blocks."""

    def __init__(self, journal: Journal) -> None:
        """Take the journal they belong to."""
        self._journal = journal

    def plan(
        self,
        planned: time,
        day: date | None = None,
        *,
        minutes: int | None = None,
        dread: int | None = None,
        feared: float | None = None,
    ) -> CallBlock:
        """Plan a block for a day, today if none is said, with what is feared of it beforehand.

        ``dread`` is 0 to 10, ``feared`` the share of calls that may end in a harsh no, 0-1. Raises
        BadInput, CannotSave.
        """
        journal, today = self._journal, self._journal.today()
        block = CallBlock(
            day=day or today,
            planned=planned.replace(second=0, microsecond=0, tzinfo=None),
            minutes=minutes,
            dread=dread,
            feared=feared,
        )
        if block.day < today:
            raise BadInput("That day is over; plan a call block for today or later.")
        check_block(block)
        with journal.writing(f"the {named(block)}"):
            return journal.store.call_blocks.add(block)

    def get(self, block_id: int) -> CallBlock:
        """One block. Raises NotFound."""
        return self._journal.store.call_blocks.get(block_id)

    def start(
        self, block_id: int, *, dread: int | None = None, feared: float | None = None
    ) -> CallBlock:
        """Begin a block now, with what is feared of it if that was not said yet.

        Raises BadInput, NotFound, JournalError, CannotSave.
        """
        journal, block = self._journal, self.get(block_id)
        if block.started is not None:
            raise JournalError(f"That call block was started at {block.started:%H:%M} already.")
        if block.day != journal.today():
            day = in_words(block.day, journal.today())
            raise JournalError(f"That call block is for {day}; plan one for today.")
        begun = replace(
            block,
            started=journal.now().local.time().replace(microsecond=0),
            dread=block.dread if dread is None else dread,
            feared=block.feared if feared is None else feared,
        )
        check_block(begun)
        with journal.writing(f"the start of the {named(block)}"):
            return journal.store.call_blocks.change(begun)

    def finish(
        self, block_id: int, calls: int, harsh_nos: int, read: CallBlock | None = None
    ) -> CallBlock:
        """Say what happened: so many calls, and how many of them ended in a harsh no.

        Said again, the later word holds; but not over another than was ``read``. Raises BadInput,
        NotFound, JournalError, ChangedElsewhere, CannotSave.
        """
        journal, block = self._journal, self.get(block_id)
        if read is not None and read.rev != block.rev:
            raise ChangedElsewhere(CHANGED)
        if block.day > journal.today():
            day = in_words(block.day, journal.today())
            raise JournalError(f"That call block is for {day}; it has not happened yet.")
        ended = replace(block, calls=calls, harsh_nos=harsh_nos)
        check_block(ended)
        with journal.writing(f"the end of the {named(block)}"):
            return journal.store.call_blocks.change(ended)

    def remove(self, block_id: int) -> CallBlock:
        """Take a block away; undo brings it back. Raises NotFound, CannotSave."""
        block = self.get(block_id)
        with self._journal.writing(f"the removal of the {named(block)}"):
            self._journal.store.call_blocks.remove(block_id)
        return block

    def calls_since_start(self, block: CallBlock) -> int:
        """The calls written down for the block's day from its start on; 0 while it is not started."""
        if block.started is None:
            return 0
        begins = self._journal.history.on(block.day).day_start
        started = _since(begins, block.started)
        calls = self._journal.entries(block.day, block.day, "call")
        return sum(
            call.count
            for call in calls
            if isinstance(call, Activity) and call.time and _since(begins, call.time) >= started
        )

    def today(self) -> Sequence[CallBlock]:
        """Today's blocks, in the order they are planned."""
        return self._journal.store.call_blocks.of(self._journal.today())

    def newest_first(self, limit: int = 100) -> Sequence[CallBlock]:
        """Blocks by day and planned time, newest first, those ahead too."""
        return self._journal.store.call_blocks.newest_first(limit)

    def fear(self) -> Fear:
        """What was feared of the last call blocks, against what happened."""
        today = self._journal.today()
        blocks = [block for block in self.newest_first(_READ) if block.day <= today]
        due = (block for block in blocks if block.day < today or block.started is not None)
        return fear_of(blocks, due)


def check_block(block: CallBlock) -> None:
    """Refuse what cannot be true. Raises BadInput."""
    if block.minutes is not None and not 1 <= block.minutes <= LONGEST_BLOCK:
        raise BadInput(f"A call block takes 1 to {LONGEST_BLOCK:,} minutes.")
    if block.dread is not None and not 0 <= block.dread <= DEEPEST:
        raise BadInput(f"Dread is a whole number from 0 to {DEEPEST}.")
    if block.feared is not None and not 0 <= block.feared <= 1:
        raise BadInput("The feared chance of a harsh no is 0 to 100 %.")
    if block.calls is not None and not 0 <= block.calls <= LARGEST_COUNT:
        raise BadInput(f"Calls are a whole number from 0 to {LARGEST_COUNT:,}.")
    if block.harsh_nos is not None and not 0 <= block.harsh_nos <= (block.calls or 0):
        raise BadInput("Harsh nos are a whole number, and no more than the calls.")


def _since(begins: time, clock: time) -> int:
    """Seconds from the day's start on, so that half past midnight is late and not early."""
    seconds = [each.hour * 3600 + each.minute * 60 + each.second for each in (clock, begins)]
    return (seconds[0] - seconds[1]) % (24 * 3600)


def named(block: CallBlock) -> str:
    """How a sentence speaks of it: call block of 2026-11-24 10:00."""
    return f"call block of {block.day.isoformat()} {block.planned:%H:%M}"
