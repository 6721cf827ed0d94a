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
_WRITTEN_HERE = """kind <> 'revival' AND setback IS NULL AND NOT EXISTS (SELECT 1 FROM provenance
  WHERE object = 'follow_up' AND row = follow_up.id)"""
"""The ordinary follow-ups of the rep; of those a file brought, the file itself says when they are done."""
OF_DEAL = f"SELECT id FROM follow_up WHERE deal = ? AND state = 'due' AND {_WRITTEN_HERE}"
AT_ACCOUNT = f"""SELECT id FROM follow_up
WHERE account = ? AND state = 'due' AND deal IS NULL AND {_WRITTEN_HERE} AND NOT EXISTS (
  SELECT 1 FROM deal WHERE deal.account = follow_up.account AND outcome = 'open')"""
"""Those of an account without an open deal that name none."""
LOST = (Outcome.LOST, Outcome.NO_DECISION)


class Endings:
    """What the rep's own hand would do where deals end, or are open again, in another program."""

    __slots__ = ("_at", "_changes", "_ended_at", "let_go")

    def __init__(self, changes: Changes, at: Moment) -> None:
        """Write through these changes what one import tells of, on the day it is read."""
        self._changes = changes
        self._at = at
        self._ended_at: dict[Value, Outcome] = {}
        self.let_go = 0
        """How many follow-ups were closed because their deals are lost."""

    def told(self, deal: int, before: Mapping[str, Value], now: Mapping[str, Value]) -> None:
        """Take in how a deal stood and stands: what was said of an ending that is over becomes history.

        The touches of a way back end with the loss, be the deal open again or won; what the rep wrote
        down for a deal ends with its loss.
        """
        was, is_ = (Outcome(str(each["outcome"])) for each in (before, now))
        if was is is_:
            return
        if was is not Outcome.OPEN:
            closed = None if before["closed"] is None else str(before["closed"])
            then = asked_then(was.value, day_read(closed))
            SqliteDealWords(self._changes).set_aside(deal, then, self._at.day())
        if was in LOST and is_ not in LOST:
            self._close(TOUCHES, deal, OPENED_AGAIN if is_ is Outcome.OPEN else ENDED[is_])
        if was is Outcome.OPEN:
            if self._ended_at.get(now["account"]) is not Outcome.WON:
                self._ended_at[now["account"]] = is_
            if is_ in LOST:
                self.let_go += self._close(OF_DEAL, deal, ENDED[is_])

    def close_at_accounts(self) -> None:
        """Once all deals are here: close what names no deal at an account whose last open one was lost.

        A file has no order in which deals ended. So it stays where the same import won another deal
        of the account: it may be promised to the new customer.
        """
        for account, outcome in self._ended_at.items():
            if account is not None and outcome in LOST:
                self.let_go += self._close(AT_ACCOUNT, account, ENDED[outcome])
        self._ended_at.clear()

    def _close(self, which: str, of: Value, why: str) -> int:
        waiting = [number for (number,) in self._changes.db.rows(which, (of,))]
        closed: dict[str, Value] = {
            "state": FollowUpState.CLOSED.value,
            "settled": self._at.day().isoformat(),
            "why": why,
        }
        for number in waiting:
            self._changes.update("follow_up", number, closed)
        return len(waiting)
