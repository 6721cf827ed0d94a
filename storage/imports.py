"""Rows that came from another program, and what it last said about them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from journal.transfer.found import Applied, Found
from storage.accounts import SqliteAccounts
from storage.changes import Changes

if TYPE_CHECKING:
    from journal.moment import Moment


class SqliteImports:
    """Imports into the file."""

    def __init__(self, changes: Changes, accounts: SqliteAccounts) -> None:
        """Read and write through these changes."""
        self._changes = changes
        self._accounts = accounts

    def apply(
        self, found: Iterable[Found], *, format: str, files: Sequence[str], at: Moment
    ) -> Applied:
        """Add what is new, update what changed."""
        raise NotImplementedError
