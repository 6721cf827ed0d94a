"""What the rows of a whole journal must be to one another before any of them is kept."""

from __future__ import annotations

from datetime import date

from journal.setting_words import AS_TYPED, READERS
from journal.settings import Setting, SettingsHistory
from journal.transfer.faults import UnreadableFile
from journal.transfer.whole_parts import PARTS
from storage.database import Database
from storage.whole_tables import TABLES

DANGLING = "{}: the {} {:,} belongs to a row that the file does not hold."
WRONG = "{}: the {} {:,} {}."

_PART_OF = {table: part for part, table in TABLES.items()}
_ONE = {part.name: part.one for part in PARTS}

_NOT_OF = "NOT IN (SELECT id FROM {aside}.entry WHERE form = "
_HALF = "(utc IS NULL) + (zone IS NULL) + (offset IS NULL) NOT IN (0, 3)"
_ABOVE = """WITH RECURSIVE up(id, above) AS (SELECT id, parent FROM {aside}.goal
  UNION SELECT up.id, goal.parent FROM up JOIN {aside}.goal ON goal.id = up.above)
SELECT id FROM up WHERE above = id"""

_PROOFS = (
    (
        "setbacks",
        "is of an entry that is none",
        f"SELECT entry FROM {{aside}}.setback WHERE entry {_NOT_OF}'setback')",
    ),
    (
        "entries",
        "is a setback that nothing more is said of",
        """SELECT id FROM {aside}.entry WHERE form = 'setback'
AND id NOT IN (SELECT entry FROM {aside}.setback)""",
    ),
    (
        "setback_thoughts",
        "is of an entry that is no setback",
        f"SELECT setback FROM {{aside}}.setback_thought WHERE setback {_NOT_OF}'setback')",
    ),
    (
        "setback_checks",
        "is of an entry that is no setback",
        f"SELECT id FROM {{aside}}.setback_check WHERE setback {_NOT_OF}'setback')",
    ),
    (
        "follow_ups",
        "is of an entry that is no setback",
        f"""SELECT id FROM {{aside}}.follow_up
WHERE setback IS NOT NULL AND setback {_NOT_OF}'setback')""",
    ),
    (
        "meetings",
        "is of an entry that is no activity",
        f"SELECT activity FROM {{aside}}.meeting WHERE activity {_NOT_OF}'activity')",
    ),
    ("goals", "is part of itself", _ABOVE),
    (
        "goals",
        "has no term",
        "SELECT id FROM {aside}.goal WHERE id NOT IN (SELECT goal FROM {aside}.goal_term)",
    ),
    (
        "plans",
        "says only in part when it was saved",
        f"SELECT id FROM {{aside}}.plan WHERE {_HALF}",
    ),
    (
        "plans",
        "says only in part what it rests on",
        """SELECT id FROM {aside}.plan
WHERE (booked IS NULL) + (open_expected IS NULL) NOT IN (0, 2)""",
    ),
    (
        "day_pages",
        "says only in part when it was done",
        """SELECT id FROM {aside}.day_page
WHERE (done_utc IS NULL) + (done_zone IS NULL) + (done_offset IS NULL) NOT IN (0, 3)""",
    ),
    (
        "deal_stories",
        "has “more_categories” that are no list",
        """SELECT deal FROM {aside}.deal_story WHERE more_categories <> ''
AND (NOT json_valid(more_categories) OR json_type(more_categories) <> 'array')""",
    ),
    (
        "imports",
        "has “files” that are no list",
        "SELECT id FROM {aside}.batch WHERE NOT json_valid(files)",
    ),
    (
        "sources",
        "has a “seen” or “unknown” that names no fields",
        """SELECT id FROM {aside}.provenance WHERE NOT json_valid(seen) OR NOT json_valid(unknown)
OR json_type(seen) <> 'object' OR json_type(unknown) <> 'object'""",
    ),
    (
        "sources",
        "is of a row that the file does not hold",
        """SELECT id FROM {aside}.provenance AS said WHERE row <> 0 AND NOT CASE object
  WHEN 'deal' THEN EXISTS (SELECT 1 FROM {aside}.deal WHERE id = said.row)
  WHEN 'entry' THEN EXISTS (SELECT 1 FROM {aside}.entry WHERE id = said.row)
  ELSE EXISTS (SELECT 1 FROM {aside}.follow_up WHERE id = said.row) END""",
    ),
    (
        "column_mappings",
        "names no columns",
        """SELECT id FROM {aside}.mapping
WHERE NOT json_valid(columns) OR json_type(columns) <> 'object'""",
    ),
)
"""What must not be: of which part, what is said of the first such row, and the query that finds it."""


def prove(db: Database, aside: str, name: str) -> None:
    """Refuse what hangs in the air, and what no screen could read. Raises UnreadableFile."""
    for table, row, *_ in db.rows(f"PRAGMA {aside}.foreign_key_check"):
        raise UnreadableFile(DANGLING.format(name, _ONE[_PART_OF[table]], row))
    for part, why, sql in _PROOFS:
        if found := db.row(f"{sql.format(aside=aside)} LIMIT 1"):
            raise UnreadableFile(WRONG.format(name, _ONE[part], found[0], why))
    for row, key, value in db.rows(f"SELECT id, key, value FROM {aside}.setting"):
        if not _is_readable(key, value):
            raise UnreadableFile(WRONG.format(name, "setting", row, f"cannot be “{value[:40]}”"))


def _is_readable(key: str, value: str) -> bool:
    """Whether the journal understands a setting; one of a key it does not know changes nothing."""
    try:
        SettingsHistory([Setting(key, date(2000, 1, 1), value)])
        if key in READERS:
            READERS[key](value if key in AS_TYPED else value.casefold())
    except ValueError:
        return False
    return True
