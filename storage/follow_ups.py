"""Follow-ups: dated touches, the soonest first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from journal.errors import NotFound
from journal.follow_up import FollowUp, FollowUpState
from storage.accounts import SqliteAccounts
from storage.changes import Changes
from storage.rows import (
    PAGE,
    Row,
    Value,
    day_kept,
    day_read,
    grouped,
    maybe_text,
    new_uid,
    read_rows,
    refuse_another,
    text_kept,
)

COLUMNS = """follow_up.id, uid, rev, due, what, account.name, deal, kind, reason, state, settled,
  why, setback"""
JOINED = "FROM follow_up LEFT JOIN account ON account.id = follow_up.account"
_SELECT = f"SELECT {COLUMNS} {JOINED}"
ONE = f"{_SELECT} WHERE follow_up.id = ?"
DUE = f"{_SELECT} WHERE state = 'due' AND due BETWEEN ? AND ? ORDER BY due, follow_up.id LIMIT ?"
OF_SETBACKS = f"{_SELECT} WHERE setback IN ({{marks}}) ORDER BY setback, follow_up.id"
OF_DEALS = f"{_SELECT} WHERE deal IN ({{marks}}) ORDER BY deal, follow_up.id"
OVERDUE = "SELECT count(*) FROM follow_up WHERE state = 'due' AND due < ?"

NO_SUCH = "There is no follow-up {:,}: “journal due” shows those that wait."


class SqliteFollowUps:
    """Follow-ups in the file."""

    def __init__(self, changes: Changes, accounts: SqliteAccounts) -> None:
        """Read and write through these changes."""
        self._changes = changes
        self._db = changes.db
        self._accounts = accounts

    def add(self, follow_up: FollowUp) -> FollowUp:
        """Save a new follow-up; returns it with id, uid and rev."""
        uid = follow_up.uid or new_uid(self._changes.at)
        return self.get(self._changes.insert("follow_up", {"uid": uid, **self._values(follow_up)}))

    def change(self, follow_up: FollowUp) -> FollowUp:
        """Save over the row of the same id and rev. Raises NotFound, ChangedElsewhere."""
        refuse_another(self.get(follow_up.id), follow_up, NO_SUCH)
        values = self._values(follow_up)
        self._changes.update("follow_up", follow_up.id, values, follow_up.rev)
        return self.get(follow_up.id)

    def get(self, follow_up_id: int) -> FollowUp:
        """One follow-up. Raises NotFound."""
        found = self._db.row(ONE, (follow_up_id,)) if 0 < follow_up_id < 2**63 else None
        if found is None:
            raise NotFound(NO_SUCH.format(follow_up_id))
        return read_follow_ups([found])[0]

    def due(
        self, until: date, *, since: date | None = None, limit: int = PAGE
    ) -> Sequence[FollowUp]:
        """Those waiting with a due day up to ``until``, and from ``since`` on if given, soonest first."""
        first = since or date.min
        found = self._db.rows(DUE, (first.isoformat(), until.isoformat(), limit))
        return read_follow_ups(found)

    def overdue(self, today: date) -> int:
        """How many have waited since an earlier day."""
        return int(self._db.rows(OVERDUE, (today.isoformat(),))[0][0])

    def of_setbacks(self, setbacks: Iterable[int]) -> dict[int, tuple[FollowUp, ...]]:
        """The next small actions of these setbacks, by the setback's id, as they were written down."""
        rows = list(self._db.rows_of(OF_SETBACKS, setbacks))
        return grouped(zip((row[-1] for row in rows), read_follow_ups(rows), strict=True))

    def of_deals(self, deals: Iterable[int]) -> dict[int, tuple[FollowUp, ...]]:
        """All follow-ups of these deals, settled ones too, by the deal's id, soonest first."""
        found = read_follow_ups(self._db.rows_of(OF_DEALS, deals))
        found.sort(key=lambda each: each.due or date.max)
        return grouped((each.deal or 0, each) for each in found)

    def _values(self, follow_up: FollowUp) -> dict[str, Value]:
        """The columns of the row. Raises NotFound for a setback or deal that is not there."""
        if follow_up.setback is not None:
            from storage.setbacks import refuse_no_setback

            refuse_no_setback(self._db, follow_up.setback)
        if follow_up.deal is not None:
            from storage.deals import refuse_no_deal

            refuse_no_deal(self._db, follow_up.deal)
        return {
            "account": self._accounts.id_of(follow_up.account),
            "setback": follow_up.setback,
            "why": text_kept(follow_up.why),
            **follow_up_kept(follow_up),
        }


def follow_up_kept(follow_up: FollowUp) -> dict[str, Value]:
    """The columns of a follow-up that another program may tell of, but for its account."""
    return {
        "due": day_kept(follow_up.due),
        "what": text_kept(follow_up.what),
        "deal": follow_up.deal,
        "kind": text_kept(follow_up.kind),
        "reason": maybe_text(follow_up.reason),
        "state": follow_up.state.value,
        "settled": day_kept(follow_up.settled),
    }


def read_follow_ups(rows: Iterable[Row]) -> list[FollowUp]:
    """The follow-ups that rows tell of."""
    return read_rows(_follow_up, rows)


def _follow_up(row: Row) -> FollowUp:
    """The follow-up a row tells of."""
    row_id, uid, rev, due, what, account, deal, kind, reason, state, *rest = row
    settled, why, setback = rest
    return FollowUp(
        id=row_id,
        uid=uid,
        rev=rev,
        due=day_read(due),
        what=what,
        account=account,
        deal=deal,
        setback=setback,
        kind=kind,
        reason=reason,
        state=FollowUpState(state),
        settled=day_read(settled),
        why=why,
    )
