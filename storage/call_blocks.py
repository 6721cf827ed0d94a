"""Call blocks: what was planned and feared of each, and what happened."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from journal.call_block import CallBlock
from journal.errors import NotFound
from storage.changes import Changes
from storage.rows import Row, Value, new_uid, read_rows, refuse_another, time_kept, time_read

_SELECT = """SELECT id, uid, rev, day, planned, minutes, dread, feared, started, calls, harsh_nos
FROM call_block"""
ONE = f"{_SELECT} WHERE id = ?"
OF_DAY = f"{_SELECT} WHERE day = ? ORDER BY planned, id"
NEWEST_FIRST = f"{_SELECT} ORDER BY day DESC, planned DESC, id DESC LIMIT ?"

NO_SUCH = "There is no call block {:,}: “journal block list” shows those there are."


class SqliteCallBlocks:
    """Call blocks in the file."""

    def __init__(self, changes: Changes) -> None:
        """Read and write through these changes."""
        self._changes = changes
        self._db = changes.db

    def add(self, block: CallBlock) -> CallBlock:
        """Save a new block; returns it with id, uid and rev."""
        uid = block.uid or new_uid(self._changes.at)
        return self.get(self._changes.insert("call_block", {"uid": uid, **_kept(block)}))

    def change(self, block: CallBlock) -> CallBlock:
        """Save over the row of the same id and rev. Raises NotFound, ChangedElsewhere."""
        refuse_another(self.get(block.id), block, NO_SUCH)
        self._changes.update("call_block", block.id, _kept(block), block.rev)
        return self.get(block.id)

    def get(self, block_id: int) -> CallBlock:
        """One block. Raises NotFound."""
        found = self._db.row(ONE, (block_id,)) if 0 < block_id < 2**63 else None
        if found is None:
            raise NotFound(NO_SUCH.format(block_id))
        return read_rows(_block, [found])[0]

    def remove(self, block_id: int) -> None:
        """Delete a block. Raises NotFound."""
        self.get(block_id)
        self._changes.delete("call_block", block_id)

    def of(self, day: date) -> Sequence[CallBlock]:
        """The blocks of a day, in the order they are planned."""
        return read_rows(_block, self._db.rows(OF_DAY, (day.isoformat(),)))

    def newest_first(self, limit: int = 100) -> Sequence[CallBlock]:
        """Blocks by day and planned time, newest first."""
        return read_rows(_block, self._db.rows(NEWEST_FIRST, (limit,)))


def _kept(block: CallBlock) -> dict[str, Value]:
    """The columns of a block."""
    return {
        "day": block.day.isoformat(),
        "planned": time_kept(block.planned),
        "minutes": block.minutes,
        "dread": block.dread,
        "feared": block.feared,
        "started": time_kept(block.started),
        "calls": block.calls,
        "harsh_nos": block.harsh_nos,
    }


def _block(row: Row) -> CallBlock:
    """The block a row tells of."""
    number, uid, rev, day, planned, minutes, dread, feared, started, calls, harsh_nos = row
    clock = time_read(planned)
    if clock is None:
        raise ValueError("a call block is planned for a time")
    return CallBlock(
        id=number,
        uid=uid,
        rev=rev,
        day=date.fromisoformat(day),
        planned=clock,
        minutes=minutes,
        dread=dread,
        feared=feared,
        started=time_read(started),
        calls=calls,
        harsh_nos=harsh_nos,
    )
