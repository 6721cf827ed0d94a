"""Activities and tasks that an earlier import brought, linked to the deals that come in now."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator

from journal.transfer.about import KeptAbout
from journal.transfer.fields import key_of
from storage.changes import Changes
from storage.import_deals import About, DealsAbout
from storage.mappings import SqliteMappings
from storage.rows import Row, Value

WAITING = """SELECT provenance.row, system, its.account, unknown, provenance.id
FROM provenance JOIN {table} AS its ON its.id = provenance.row
WHERE object = '{table}' AND provenance.row >= ? AND (provenance.row, provenance.id) > (?, ?) AND batch < ?
  AND its.deal IS NULL{own}
ORDER BY provenance.row, provenance.id LIMIT ?"""
OWN = {"entry": " AND source = 'import'", "follow_up": ""}
"""What the rep wrote down themselves is not an import's to link, though a CRM showed it since."""
ROWS = "SELECT * FROM {table} WHERE id IN ({marks})"
ACCOUNTS = "SELECT id, account FROM deal WHERE id IN ({marks})"
CHUNK = 500
"""Rows looked at and linked at a time."""


def link_to_new_deals(
    changes: Changes, abouts: DealsAbout, first: int, batch: int, look_up: Callable[[], None]
) -> int:
    """Link what waits for deals that this import made, the first of them so numbered; gives how many.

    Deals that were here before are left out: where one of them has no link, the rep took it away. A
    row without an account gets its deal's, as it would have had they come in together. ``look_up`` is
    called again and again, and ends it by raising.
    """
    named = {key_of(title): field for title, field in SqliteMappings(changes).all().items()}
    kept = KeptAbout(named)
    linked = 0
    for table in OWN:
        for waiting in _waiting(changes, table, batch):
            look_up()
            told = [_about(row, kept) for row in waiting]
            found = zip((int(row[0]) for row in waiting), abouts.named(told), strict=True)
            deals = {row: deal for row, deal in found if isinstance(deal, int) and deal >= first}
            _link(changes, table, deals)
            linked += len(deals)
    return linked


def _waiting(changes: Changes, table: str, batch: int) -> Iterator[list[Row]]:
    """What earlier imports brought and stands with no deal, some at a time."""
    sql, last = WAITING.format(table=table, own=OWN[table]), (0, 0)
    # A row that two programs know stands there twice: a page may end between the two.
    while rows := changes.db.rows(sql, (last[0], *last, batch, CHUNK)):
        yield rows
        last = int(rows[-1][0]), int(rows[-1][-1])


def _about(row: Row, kept: KeptAbout) -> About:
    _, system, account, unknown, _ = row
    deal, name = kept.deal(system, json.loads(unknown))
    return About(system, deal, name, account if name else None)


def _link(changes: Changes, table: str, deals: dict[int, int]) -> None:
    if not deals:
        return
    accounts: dict[int, Value] = dict(changes.db.rows_of(ACCOUNTS, deals.values()))
    sql = ROWS.format(table=table, marks=", ".join("?" * len(deals)))
    updates = []
    for image in changes.db.named(sql, tuple(deals)):
        deal = deals[image["id"]]
        values: dict[str, Value] = {"deal": deal}
        if image["account"] is None:
            values["account"] = accounts[deal]
        updates.append((int(image["id"]), image, values))
    changes.update_many(table, updates)
