"""What an ending that another program tells of, or takes back, does to what is kept of the deal."""

from __future__ import annotations

from collections.abc import Mapping

from journal.deal import Outcome
from journal.deal_story import asked_then
from journal.deal_waiting import ENDED, OPENED_AGAIN
from journal.follow_up import FollowUpState
from journal.moment import Moment
from storage.changes import Changes
from storage.deal_words import SqliteDealWords
from storage.rows import Value, day_read

TOUCHES = "SELECT id FROM follow_up WHERE deal = ? AND state = 'due' AND kind = 'revival'"
WRITTEN_HERE = """SELECT id FROM follow_up WHERE deal = ? AND state = 'due' AND kind <> 'revival'
  AND setback IS NULL AND NOT EXISTS (SELECT 1 FROM provenance
    WHERE object = 'follow_up' AND row = follow_up.id)"""
"""The ordinary follow-ups of a deal; of those a file brought, the file itself says when they are done."""


def ending_told(
    changes: Changes, deal: int, before: Mapping[str, Value], now: Mapping[str, Value], at: Moment
) -> int:
    """Do what the rep's own hand would do where a deal ended, or is open again, in another program.

    Gives how many follow-ups were closed because the deal is lost.
    """
    was, is_ = (Outcome(str(each["outcome"])) for each in (before, now))
    if was is is_:
        return 0
    if was is not Outcome.OPEN:
        closed = None if before["closed"] is None else str(before["closed"])
        then = asked_then(was.value, day_read(closed))
        SqliteDealWords(changes).set_aside(deal, then, at.day())
    if is_ is Outcome.OPEN:
        _close(changes, TOUCHES, deal, OPENED_AGAIN, at)
    if was is Outcome.OPEN and is_ in (Outcome.LOST, Outcome.NO_DECISION):
        return _close(changes, WRITTEN_HERE, deal, ENDED[is_], at)
    return 0


def _close(changes: Changes, which: str, deal: int, why: str, at: Moment) -> int:
    waiting = [number for (number,) in changes.db.rows(which, (deal,))]
    closed: dict[str, Value] = {
        "state": FollowUpState.CLOSED.value,
        "settled": at.day().isoformat(),
        "why": why,
    }
    for number in waiting:
        changes.update("follow_up", number, closed)
    return len(waiting)
