"""New deals that may be there already: of one account and name, the one with an id, the other without."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from journal.deal import Deal
from storage.database import Database
from storage.provenance import Keyed
from storage.rows import Value, folded, text_kept

LAST_DEAL = "SELECT max(id) FROM deal"
WITHOUT_AN_ID = """SELECT external_id, row FROM provenance
WHERE object = 'deal' AND system IN ('salesforce', 'hubspot', 'pipedrive', 'table')
AND external_id IN ({marks})"""
CALLED_SO = """SELECT account, name FROM deal
WHERE account IN ({accounts}) AND name IN ({names}) AND id <= ?"""

TWIN = (
    "1 new deal has the account and name of one that was here already: remove it if it is the same."
)
TWINS = (
    "{:,} new deals have the account and name of deals that were here already: remove those that are"
    " the same."
)


class Twins:
    """How many new deals have the account and name of one that was there before the import.

    A deal with an id is no twin of another with an id: its program knows the two apart.
    """

    __slots__ = ("_db", "_last", "_many")

    def __init__(self, db: Database) -> None:
        """Look in this database, before anything is brought in."""
        found = db.row(LAST_DEAL)
        self._db = db
        self._last = int(found[0] or 0) if found else 0
        self._many = 0

    def look(self, rows: Sequence[Keyed], accounts: Mapping[str | None, int | None]) -> None:
        """Look for the twins of these new deals."""
        if not self._last:
            return
        own = [row for row in rows if row.found.alike is None]
        self._many += self._of_those_with_ids([_base(row) for row in own])
        self._many += self._of_the_others(
            [
                (accounts.get(row.found.value.account), _name(row))
                for row in rows
                if row.found.alike is not None
            ]
        )

    @property
    def said(self) -> tuple[str, ...]:
        """What the rep should know of them."""
        if self._many == 1:
            return (TWIN,)
        return (TWINS.format(self._many),) if self._many else ()

    def _of_those_with_ids(self, bases: Sequence[str]) -> int:
        wanted = [base for base in bases if base]
        if not wanted:
            return 0
        sql = WITHOUT_AN_ID.format(marks=", ".join("?" * len(wanted)))
        there = {base for base, row in self._db.rows(sql, wanted) if row <= self._last}
        return sum(base in there for base in wanted)

    def _of_the_others(self, called: Sequence[tuple[int | None, str]]) -> int:
        named = [one for one in called if one[0] is not None and one[1]]
        if not named:
            return 0
        accounts: list[Value] = [account for account, _ in named]
        names: list[Value] = [name for _, name in named]
        marks = ", ".join("?" * len(named))
        sql = CALLED_SO.format(accounts=marks, names=marks)
        there = set(self._db.rows(sql, (*accounts, *names, self._last)))
        return sum(one in there for one in named)


def _name(row: Keyed) -> str:
    """The name of a deal; "" where it has none but its account's."""
    value, alike = row.found.value, row.found.alike
    if not isinstance(value, Deal) or (alike is not None and " | " not in alike):
        return ""
    return text_kept(value.name)


def _base(row: Keyed) -> str:
    """What the id of a deal is made of where its file has none."""
    account = row.found.value.account
    return f"{folded(account)} | {folded(_name(row))}" if account else ""
