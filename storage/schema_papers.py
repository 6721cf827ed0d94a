"""The indexes that the papers which leave the journal are read by."""

from __future__ import annotations

INDEXES = (
    """CREATE INDEX entry_own ON entry (day, id)
        WHERE form = 'activity' AND source <> 'import'""",
    "CREATE INDEX provenance_by_row ON provenance (object, row, system)",
)
"""What the rep wrote down themselves, and which other program has told of a row."""
