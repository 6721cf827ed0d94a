"""Two accounts that are one: all that belongs to the one goes to the other, which has both names."""

from __future__ import annotations

from storage.accounts import SqliteAccounts
from storage.changes import Changes
from storage.rows import Value, folded, text_kept

BELONGING = {
    "entry": "SELECT * FROM entry WHERE account = ? ORDER BY day, id LIMIT ?",
    "deal": "SELECT * FROM deal WHERE account = ? ORDER BY id LIMIT ?",
    "follow_up": "SELECT * FROM follow_up WHERE account = ? ORDER BY id LIMIT ?",
    "contact": "SELECT * FROM contact WHERE account = ? ORDER BY id LIMIT ?",
    "account_alias": "SELECT * FROM account_alias WHERE account = ? ORDER BY id LIMIT ?",
}
"""What belongs to an account, table by table."""

CHUNK = 1000
"""Rows moved at a time, so that a large account stays flat in memory."""


def merge(changes: Changes, accounts: SqliteAccounts, from_name: str, into: int) -> None:
    """Give everything of one account to another; names that are one already stay as they are."""
    found = accounts.known_id(from_name)
    if found == into:
        return
    alias: dict[str, Value] = {"folded": folded(from_name), "name": text_kept(from_name).strip()}
    if found is not None:
        gone = changes.image("account", found) or {}
        _hand_over(changes, found, into)
        _keep_contract_end(changes, gone.get("contract_end"), into)
        changes.delete("account", found)
        alias = {"folded": gone["folded"], "name": gone["name"]}
    changes.insert("account_alias", alias | {"account": into})


def _hand_over(changes: Changes, number: int, into: int) -> None:
    """Move all rows of an account, each kept as it was so that undoing takes them apart."""
    for table, of_account in BELONGING.items():
        while rows := changes.db.named(of_account, (number, CHUNK)):
            changes.update_many(table, [(row["id"], row, {"account": into}) for row in rows])


def _keep_contract_end(changes: Changes, day: Value, into: int) -> None:
    """Take over the day a contract ends where none is known."""
    now = changes.image("account", into)
    if now is not None and now["contract_end"] is None:
        changes.update("account", into, {"contract_end": day})
