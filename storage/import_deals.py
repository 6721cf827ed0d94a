"""What an import tells of deals beyond their rows: the steps they took, and which one a row is about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from journal.moment import Moment
from journal.transfer.found import Move
from storage.changes import Changes
from storage.database import Database
from storage.provenance import Keyed, deals_named
from storage.rows import Value, moment_kept, text_kept

CALLED = "SELECT account, name, id FROM deal WHERE account IN ({accounts}) AND name IN ({names})"
STEPS = "SELECT deal, day, what, after FROM deal_event WHERE deal IN ({marks})"
THERE = "SELECT id FROM deal WHERE id IN ({marks})"
LAST_EVENT = "SELECT seq FROM sqlite_sequence WHERE name = 'deal_event'"
COLUMNS = ("id", "deal", "day", "utc", "zone", "offset", "what", "before", "after")

MOST_KNOWN = 20_000
"""The most names of accounts, or of deals, that are kept in mind at a time."""

Called = tuple[int | None, str]
"""The row of an account, and the name of one of its deals."""


class About(NamedTuple):
    """What a row says of the deal it is about."""

    system: str
    """The program it comes from."""
    deal: str | None
    """The deal's id there."""
    name: str | None
    """The deal's name, when its id is not told."""
    account: int | None
    """The row of the account that it is told of; None when there is none, or no name."""


class DealsAbout:
    """Which deal each activity or follow-up is about: by the other program's id, else by its name."""

    def __init__(self, db: Database) -> None:
        """Look in this database."""
        self._db = db
        self._called: dict[Called, int | None] = {}

    def of(self, rows: Sequence[Keyed], accounts: Mapping[str | None, int | None]) -> list[Value]:
        """The deal of each row; None for one that names none, one we do not have, or one of several."""
        return self.named(
            [
                About(
                    row.key[0],
                    row.found.deal_external_id,
                    row.found.deal_name,
                    accounts.get(row.found.value.account) if row.found.deal_name else None,
                )
                for row in rows
            ]
        )

    def named(self, abouts: Sequence[About]) -> list[Value]:
        """The deal that each of them names; None as above."""
        by_id = deals_named(self._db, ((one.system, one.deal) for one in abouts))
        self._learn((one.account, one.name or "") for one in abouts if one.account is not None)
        return [
            by_id.get((one.system, text_kept(one.deal)))
            if one.deal
            else self._called.get((one.account, one.name or ""))
            for one in abouts
        ]

    def _learn(self, wanted: Iterable[Called]) -> None:
        new = [called for called in dict.fromkeys(wanted) if called not in self._called]
        if not new:
            return
        if len(self._called) > MOST_KNOWN:
            self._called.clear()
        accounts = list({account for account, _ in new})
        names = list({text_kept(name) for _, name in new})
        sql = CALLED.format(
            accounts=", ".join("?" * len(accounts)), names=", ".join("?" * len(names))
        )
        found: dict[Called, int | None] = {}
        for account, name, deal in self._db.rows(sql, (*accounts, *names)):
            found[account, name] = None if (account, name) in found else deal
        for account, name in new:
            self._called[account, name] = found.get((account, text_kept(name)))


def keep_moves(changes: Changes, told: Mapping[int, Sequence[Move]], at: Moment) -> None:
    """Keep the steps of deals, by their numbers, but for those that are kept already.

    What the rep deleted stays deleted.
    """
    db = changes.db
    if not told:
        return
    there = {deal for (deal,) in db.rows_of(THERE, told)}
    known = Counter(db.rows_of(STEPS, told))
    when = tuple(moment_kept(at).values())
    last = db.row(LAST_EVENT)
    first = number = int(last[0]) + 1 if last else 1
    rows: list[tuple[Value, ...]] = []
    for deal, moves in told.items():
        for move in moves if deal in there else ():
            after = text_kept(move.after)
            step = (deal, move.day.isoformat(), move.what, after)
            if known[step]:
                known[step] -= 1
                continue
            before = None if move.before is None else text_kept(move.before)
            rows.append((number, *step[:2], *when, move.what, before, after))
            number += 1
    if rows:
        changes.insert_many("deal_event", COLUMNS, rows, first, number - 1)
