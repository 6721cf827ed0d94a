"""The names of customers, matched without regard to case, and by every name they ever went by."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from journal.shown import is_blank
from storage.changes import Changes
from storage.rows import Row, folded, text_kept

KNOWN = "SELECT id, name FROM account WHERE folded = ?"
KNOWN_AS = """SELECT account.id, account.name FROM account_alias
JOIN account ON account.id = account_alias.account WHERE account_alias.folded = ?"""
KNOWN_ONES = """SELECT folded, id FROM account WHERE folded IN ({marks})"""
KNOWN_AS_ONES = "SELECT folded, account FROM account_alias WHERE folded IN ({marks})"
STARTING = """
SELECT name FROM account WHERE id IN (
  SELECT id FROM account WHERE folded >= ? AND folded < ?
  UNION ALL SELECT account FROM account_alias WHERE folded >= ? AND folded < ?)
ORDER BY (SELECT max(rowid) FROM entry WHERE entry.account = account.id) DESC, folded LIMIT ?"""
OTHER_NAMES = "SELECT name FROM account_alias WHERE account = ? ORDER BY id"

_AFTER_ALL_LETTERS = "\U0010ffff"


class SqliteAccounts:
    """Accounts in the file; saving a new name makes its row."""

    def __init__(self, changes: Changes) -> None:
        """Read and write through these changes."""
        self._changes = changes
        self._db = changes.db

    def known(self, name: str) -> str | None:
        """The account's name as it is shown, when it is known by this one."""
        found = self._row(folded(name))
        return str(found[1]) if found else None

    def other_names(self, name: str) -> Sequence[str]:
        """The names of accounts that were merged into this one, in the order they were."""
        return [str(other) for (other,) in self._db.rows(OTHER_NAMES, (self.known_id(name),))]

    def starting(self, prefix: str, limit: int = 8) -> Sequence[str]:
        """Accounts of which a name starts with these letters, most recently used first."""
        start = folded(prefix)
        span = (start, start + _AFTER_ALL_LETTERS)
        found = self._db.rows(STARTING, (*span, *span, limit))
        return [str(name) for (name,) in found]

    def ids_of(self, names: Iterable[str | None]) -> dict[str | None, int | None]:
        """The rows of many accounts at once, made where the name is new."""
        found: dict[str | None, int | None] = {}
        wanted = {name: folded(name) for name in names if name is not None}
        folds = list({fold for fold in wanted.values() if fold})
        known: dict[str, int] = dict(self._db.rows_of(KNOWN_AS_ONES, folds))
        known |= dict(self._db.rows_of(KNOWN_ONES, folds))
        for name, fold in wanted.items():
            if fold not in known and not is_blank(name):
                known[fold] = self._add(name, fold)
            found[name] = known.get(fold)
        return found

    def known_id(self, name: str) -> int | None:
        """The row of an account that is known by this name; None when there is none."""
        found = self._row(folded(name))
        return int(found[0]) if found else None

    def id_of(self, name: str | None) -> int | None:
        """The row of an account, made when the name is new; None for no name at all."""
        if name is None or not (fold := folded(name)):
            return None
        if found := self._row(fold):
            return int(found[0])
        return None if is_blank(name) else self._add(name, fold)

    def _row(self, fold: str) -> Row | None:
        """The number and name of the account that goes, or went, by a name."""
        return self._db.row(KNOWN, (fold,)) or self._db.row(KNOWN_AS, (fold,))

    def _add(self, name: str, fold: str) -> int:
        return self._changes.insert("account", {"name": text_kept(name).strip(), "folded": fold})
