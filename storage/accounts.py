"""The names of customers, matched without regard to case."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from storage.changes import Changes
from storage.rows import folded, text_kept

KNOWN = "SELECT id, name FROM account WHERE folded = ?"
STARTING = """
SELECT name FROM account WHERE folded >= ? AND folded < ?
ORDER BY (SELECT max(rowid) FROM entry WHERE entry.account = account.id) DESC, folded LIMIT ?"""

_AFTER_ALL_LETTERS = "\U0010ffff"


class SqliteAccounts:
    """Accounts in the file; saving a new name makes its row."""

    def __init__(self, changes: Changes) -> None:
        """Read and write through these changes."""
        self._changes = changes
        self._db = changes.db

    def known(self, name: str) -> str | None:
        """The account's name as it is shown, when it is known."""
        found = self._db.row(KNOWN, (folded(name),))
        return str(found[1]) if found else None

    def starting(self, prefix: str, limit: int = 8) -> Sequence[str]:
        """Known names that start with these letters, most recently used first."""
        start = folded(prefix)
        found = self._db.rows(STARTING, (start, start + _AFTER_ALL_LETTERS, limit))
        return [str(name) for (name,) in found]

    def ids_of(self, names: Iterable[str | None]) -> dict[str | None, int | None]:
        """The rows of many accounts at once, made where the name is new."""
        found: dict[str | None, int | None] = {}
        wanted = {name: folded(name) for name in names if name is not None}
        folds = list({fold for fold in wanted.values() if fold})
        marks = ", ".join("?" * len(folds))
        known = dict(
            self._db.rows(f"SELECT folded, id FROM account WHERE folded IN ({marks})", folds)
        )
        for name, fold in wanted.items():
            if fold and fold not in known:
                known[fold] = self.id_of(name)
            found[name] = known.get(fold)
        return found

    def id_of(self, name: str | None) -> int | None:
        """The row of an account, made when the name is new; None for no name at all."""
        if name is None or not (fold := folded(name)):
            return None
        if found := self._db.row(KNOWN, (fold,)):
            return int(found[0])
        return self._changes.insert("account", {"name": text_kept(name).strip(), "folded": fold})
