"""The ids of rows that came in through a spreadsheet, as their program writes them."""

from __future__ import annotations

from storage.database import Database

WITH_DECIMALS = """SELECT id, external_id FROM provenance WHERE external_id GLOB '[0-9]*.0*'
AND external_id NOT GLOB '*[^0-9.]*' AND external_id NOT GLOB '*.*[.1-9]*'"""
WITHOUT = """UPDATE OR IGNORE provenance SET external_id = ?
WHERE id = ? AND coalesce(json_extract(seen, '$.name'), '') <> external_id"""
"""What has the id of an other row stays as it is, and what is named so: that is its name, and no id."""


def drop_decimals(db: Database) -> None:
    """Make 20512345678.0 what its program says, 20512345678: files are read so, and must find it.

    It is no step to undo, for nothing that the rep sees is another.
    """
    found = db.rows(WITH_DECIMALS)
    db.run_many(WITHOUT, [(external_id.partition(".")[0], row) for row, external_id in found])
