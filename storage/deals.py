"""The rep's deals, and each step they took."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from journal.deal import Deal, Outcome, Won
from journal.errors import NotFound
from journal.money import Money
from storage.accounts import SqliteAccounts
from storage.changes import Changes
from storage.database import Database
from storage.rows import (
    PAGE,
    Row,
    Value,
    by_day,
    day_kept,
    day_read,
    maybe_text,
    moment_kept,
    new_uid,
    read_rows,
    refuse_another,
    text_kept,
)

COLUMNS = """deal.id, uid, rev, account.name, deal.name, amount, currency, stage, outcome, opened,
  stage1_on, qualified_on, expected_close, closed, pushes, category, next_step"""
JOINED = "FROM deal LEFT JOIN account ON account.id = deal.account"
_SELECT = f"SELECT {COLUMNS} {JOINED}"
ONE = f"{_SELECT} WHERE deal.id = ?"
SOME = f"{_SELECT} WHERE deal.id IN ({{marks}})"
LISTED = f"{_SELECT} WHERE deal.id > ? ORDER BY deal.id LIMIT ?"
LISTED_OF = f"{_SELECT} WHERE outcome = ? AND deal.id > ? ORDER BY deal.id LIMIT ?"
OPEN = f"{_SELECT} WHERE outcome = 'open' ORDER BY deal.id LIMIT ?"
CLOSED_SINCE = f"{_SELECT} WHERE outcome <> 'open' AND closed >= ? ORDER BY closed, deal.id LIMIT ?"
LOST_WITHOUT = f"""SELECT {COLUMNS} FROM deal INDEXED BY deal_by_closed
LEFT JOIN account ON account.id = deal.account
WHERE outcome <> 'open' AND outcome <> 'won' AND closed >= ? AND NOT EXISTS
  (SELECT 1 FROM follow_up WHERE follow_up.deal = deal.id AND kind = 'revival')
ORDER BY closed, deal.id LIMIT ?"""
WON_BY_CURRENCY = """SELECT currency, count(*), sum(amount) FROM deal INDEXED BY deal_won
WHERE outcome = 'won' AND closed BETWEEN ? AND ? GROUP BY currency"""
WON_ON_NO_DAY = """SELECT count(*) FROM deal INDEXED BY deal_won
WHERE outcome = 'won' AND closed IS NULL"""
BY_OUTCOME = "SELECT outcome, count(*) FROM deal GROUP BY outcome"
REACHED_STAGE1 = "SELECT count(*) FROM deal WHERE stage1_on BETWEEN ? AND ?"
QUALIFIED = "SELECT count(*) FROM deal WHERE qualified_on BETWEEN ? AND ?"
STAGE1_BY_DAY = """SELECT stage1_on, count(*) FROM deal
WHERE stage1_on BETWEEN ? AND ? GROUP BY stage1_on"""
QUALIFIED_BY_DAY = """SELECT qualified_on, count(*) FROM deal
WHERE qualified_on BETWEEN ? AND ? GROUP BY qualified_on"""
IS_ONE = "SELECT 1 FROM deal WHERE id = ?"
LEFT_BEHIND = {
    "entry": "SELECT * FROM entry WHERE deal = ? ORDER BY day, id LIMIT ?",
    "follow_up": "SELECT * FROM follow_up WHERE deal = ? ORDER BY id LIMIT ?",
}
"""What a removed deal leaves behind."""
BELONGING = {
    "follow_up": "SELECT id FROM follow_up WHERE deal = ? AND kind = 'revival' ORDER BY id",
    "deal_event": "SELECT id FROM deal_event WHERE deal = ? ORDER BY id",
    "deal_check": "SELECT id FROM deal_check WHERE deal = ? ORDER BY name, id",
    "deal_answer": "SELECT id FROM deal_answer WHERE deal = ? ORDER BY id",
    "deal_reason": "SELECT id FROM deal_reason WHERE deal = ? ORDER BY whose, id",
    "request": "SELECT id FROM request WHERE deal = ? ORDER BY ask",
    "monday_forecast": "SELECT id FROM monday_forecast WHERE deal = ? ORDER BY monday",
    "deal_story": "SELECT deal FROM deal_story WHERE deal = ?",
}
"""What goes with a removed deal."""

NO_SUCH = "There is no deal {:,}: look for its number among the deals."


class SqliteDeals:
    """Deals in the file."""

    def __init__(self, changes: Changes, accounts: SqliteAccounts) -> None:
        """Read and write through these changes."""
        self._changes = changes
        self._db = changes.db
        self._accounts = accounts

    def add(self, deal: Deal) -> Deal:
        """Save a new deal; returns it with id, uid and rev."""
        uid = deal.uid or new_uid(self._changes.at)
        values = {"uid": uid, "account": self._accounts.id_of(deal.account), **deal_kept(deal)}
        return self.get(self._changes.insert("deal", values))

    def change(self, deal: Deal, day: date) -> Deal:
        """Save over the row of the same id and rev; keeps stage, push and outcome events of that day."""
        before = self.get(deal.id)
        refuse_another(before, deal, NO_SUCH)
        values = {"account": self._accounts.id_of(deal.account), **deal_kept(deal)}
        self._changes.update("deal", deal.id, values, deal.rev)
        when: dict[str, Value] = {"deal": deal.id, "day": day.isoformat()}
        when |= moment_kept(self._changes.at)
        for event in events_between(deal_kept(before), values):
            self._changes.insert("deal_event", when | event)
        return self.get(deal.id)

    def remove(self, deal_id: int) -> Deal:
        """Delete a deal with all that belongs to it; returns what it was. Raises NotFound.

        Touches of its revival go too; entries and other follow-ups stay, and belong to no deal.
        """
        was = self.get(deal_id)
        for table, of_deal in BELONGING.items():
            for (row,) in self._db.rows(of_deal, (deal_id,)):
                self._changes.delete(table, row)
        for table, of_deal in LEFT_BEHIND.items():
            while rows := self._db.named(of_deal, (deal_id, PAGE)):
                self._changes.update_many(table, [(row["id"], row, {"deal": None}) for row in rows])
        self._changes.delete("deal", deal_id)
        return was

    def get(self, deal_id: int) -> Deal:
        """One deal. Raises NotFound."""
        found = self._db.rows(ONE, (deal_id,)) if 0 < deal_id < 2**63 else []
        if not found:
            raise NotFound(NO_SUCH.format(deal_id))
        return read_deals(found)[0]

    def some(self, deals: Iterable[int]) -> dict[int, Deal]:
        """These deals by id; those that are not there are left out."""
        return {deal.id: deal for deal in read_deals(self._db.rows_of(SOME, deals))}

    def listed(
        self, outcome: Outcome | None = None, *, after: int = 0, limit: int = PAGE
    ) -> Sequence[Deal]:
        """Deals by id, those of one outcome if given."""
        if outcome is None:
            found = self._db.rows(LISTED, (after, limit))
        else:
            found = self._db.rows(LISTED_OF, (outcome.value, after, limit))
        return read_deals(found)

    def lost_without_way_back(self, since: date, limit: int = 10_000) -> Sequence[Deal]:
        """Deals lost, or not decided, on or after a day, for which no touch of a way back was ever laid."""
        return read_deals(self._db.rows(LOST_WITHOUT, (since.isoformat(), limit)))

    def touched_since(self, since: date, limit: int = 100_000) -> Sequence[Deal]:
        """Open deals, and deals closed on or after a day: what the plan counts with."""
        found = self._db.rows(OPEN, (limit,))
        found += self._db.rows(CLOSED_SINCE, (since.isoformat(), max(0, limit - len(found))))
        return read_deals(found)

    def won(self, first: date, last: date) -> Won:
        """What was won on the days first..last, from an index, without reading every deal."""
        found = self._db.rows(WON_BY_CURRENCY, (first.isoformat(), last.isoformat()))
        booked = {currency: total for currency, _, total in found if currency and total is not None}
        return Won(deals=sum(count for _, count, _ in found), booked=booked)

    def won_on_no_day(self) -> int:
        """How many deals were won on a day that nobody knows."""
        return int(self._db.rows(WON_ON_NO_DAY)[0][0])

    def by_outcome(self) -> dict[Outcome, int]:
        """How many deals there are of each outcome; those without one are left out."""
        return {Outcome(outcome): count for outcome, count in self._db.rows(BY_OUTCOME)}

    def reached_stage1(self, first: date, last: date) -> int:
        """How many deals reached stage 1 on the days first..last."""
        return int(self._db.rows(REACHED_STAGE1, (first.isoformat(), last.isoformat()))[0][0])

    def qualified(self, first: date, last: date) -> int:
        """How many deals were qualified on the days first..last."""
        return int(self._db.rows(QUALIFIED, (first.isoformat(), last.isoformat()))[0][0])

    def stage1_by_day(self, first: date, last: date) -> dict[date, int]:
        """How many deals reached stage 1 on each day of first..last; days without one are left out."""
        return by_day(self._db.rows(STAGE1_BY_DAY, (first.isoformat(), last.isoformat())))

    def qualified_by_day(self, first: date, last: date) -> dict[date, int]:
        """How many deals were qualified on each day of first..last; days without one are left out."""
        return by_day(self._db.rows(QUALIFIED_BY_DAY, (first.isoformat(), last.isoformat())))


def refuse_no_deal(db: Database, number: int) -> None:
    """Refuse what would belong to a deal that is not there. Raises NotFound."""
    if not 0 < number < 2**63 or db.row(IS_ONE, (number,)) is None:
        raise NotFound(NO_SUCH.format(number))


def read_deals(rows: Iterable[Row]) -> list[Deal]:
    """The deals that rows tell of."""
    return read_rows(_deal, rows)


def deal_kept(deal: Deal) -> dict[str, Value]:
    """The columns of a deal, but for its account."""
    amount = deal.amount
    return {
        "name": text_kept(deal.name),
        "amount": amount.minor if amount else None,
        "currency": amount.currency if amount else None,
        "stage": maybe_text(deal.stage),
        "outcome": str(deal.outcome),
        "opened": day_kept(deal.opened),
        "stage1_on": day_kept(deal.stage1_on),
        "qualified_on": day_kept(deal.qualified_on),
        "expected_close": day_kept(deal.expected_close),
        "closed": day_kept(deal.closed),
        "pushes": deal.pushes,
        "category": maybe_text(deal.category),
        "next_step": maybe_text(deal.next_step),
    }


def events_between(
    before: Mapping[str, Value], after: Mapping[str, Value]
) -> Iterator[dict[str, Value]]:
    """What happened to a deal between two versions of its row: stage, push, outcome or reopen."""
    if before["stage"] != after["stage"]:
        yield {"what": "stage", "before": before["stage"], "after": after["stage"]}
    old, new = before["expected_close"], after["expected_close"]
    if old and new and str(new) > str(old):
        yield {"what": "push", "before": old, "after": new}
    if before["outcome"] != after["outcome"]:
        what = "reopen" if after["outcome"] == "open" else "outcome"
        yield {"what": what, "before": before["outcome"], "after": after["outcome"]}


def _deal(row: Row) -> Deal:
    """The deal a row tells of."""
    row_id, uid, rev, account, name, amount, currency, stage, outcome, opened, *rest = row
    stage1_on, qualified_on, expected_close, closed, pushes, category, next_step = rest
    return Deal(
        id=row_id,
        uid=uid,
        rev=rev,
        account=account,
        name=name,
        amount=None if amount is None else Money(amount, currency),
        stage=stage,
        outcome=Outcome(outcome),
        opened=day_read(opened),
        stage1_on=day_read(stage1_on),
        qualified_on=day_read(qualified_on),
        expected_close=day_read(expected_close),
        closed=day_read(closed),
        pushes=pushes,
        category=category,
        next_step=next_step,
    )
