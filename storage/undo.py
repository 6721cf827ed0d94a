"""Taking back whole actions, the last one first, and bringing them back."""

from __future__ import annotations

import json

from journal.errors import NothingToUndo
from journal.moment import Moment
from journal.store import Undone
from storage.changes import Changes
from storage.database import Database
from storage.rows import Value, moment_kept, text_kept

LAST_LIVE = "SELECT id, label FROM action WHERE undone IS NULL ORDER BY id DESC LIMIT 1"
LAST_UNDONE = """SELECT id, label FROM action WHERE undone IS NOT NULL
ORDER BY undone DESC LIMIT 1"""
_CHANGE = "SELECT id, of, op, first_row, last_row, before FROM change WHERE action = ?"
LATEST_CHANGES = f"{_CHANGE} AND id < ? ORDER BY id DESC LIMIT ?"
NEXT_CHANGES = f"{_CHANGE} AND id > ? ORDER BY id LIMIT ?"
NEXT_ROWS = (
    "SELECT rowid AS number, * FROM {table} WHERE rowid BETWEEN ? AND ? ORDER BY rowid LIMIT ?"
)
NEXT_IMAGES = (
    "SELECT id, row, image FROM undone_row WHERE change = ? AND id > ? ORDER BY id LIMIT ?"
)
KEEP_IMAGE = "INSERT INTO undone_row (change, row, image) VALUES (?, ?, ?)"
FORGET_IMAGES = "DELETE FROM undone_row WHERE change IN (SELECT id FROM change WHERE action = ?)"
FORGET_STALE_IMAGES = """DELETE FROM undone_row WHERE change IN (
  SELECT change.id FROM action JOIN change ON change.action = action.id
  WHERE action.undone IS NOT NULL AND action.id < ?)"""
MARK_UNDONE = """UPDATE action SET undone_utc = ?, undone_origin = ?, undone =
  (SELECT coalesce(max(undone), 0) + 1 FROM action WHERE undone IS NOT NULL) WHERE id = ?"""
MARK_LIVE = "UPDATE action SET undone = NULL, undone_utc = NULL, undone_origin = NULL WHERE id = ?"

COUNTED = (
    "entry",
    "deal",
    "follow_up",
    "goal",
    "check_in",
    "plan",
    "setting",
    "day_off",
    "purpose",
)
"""What a rep would call a row; names of customers, tags and the like come along uncounted."""

CHUNK = 1000
"""Rows handled at a time, so that undoing a large import stays flat in memory."""

NOTHING_TO_UNDO = "There is nothing left to undo."
NOTHING_TO_REDO = "There is nothing to redo: only what was undone last can be brought back."


def undo(db: Database, at: Moment, origin: str) -> Undone:
    """Take back the last action not yet undone. Raises NothingToUndo, CannotSave."""
    with db.transaction():
        found = db.row(LAST_LIVE)
        if found is None:
            raise NothingToUndo(NOTHING_TO_UNDO)
        action, label = found
        db.run("PRAGMA defer_foreign_keys=ON")
        db.run(FORGET_STALE_IMAGES, (action,))
        touched = _Touched()
        before_id = 2**63 - 1
        while changes := db.rows(LATEST_CHANGES, (action, before_id, CHUNK)):
            for change, table, op, first, last, before in changes:
                touched.note(table, op, first, last)
                if op == "insert":
                    _take_rows(db, change, table, first, last)
                elif op == "update":
                    _swap(db, change, table, first, json.loads(before))
                else:
                    _put(db, table, [json.loads(before)])
                before_id = change
        db.run(MARK_UNDONE, (moment_kept(at)["utc"], text_kept(origin), action))
    return Undone(label, touched.total)


def redo(db: Database) -> Undone:
    """Bring back what was undone last. Raises NothingToUndo, CannotSave."""
    with db.transaction():
        found, live = db.row(LAST_UNDONE), db.row(LAST_LIVE)
        if found is None or (live is not None and live[0] > found[0]):
            raise NothingToUndo(NOTHING_TO_REDO)
        action, label = found
        db.run("PRAGMA defer_foreign_keys=ON")
        touched = _Touched()
        after_id = 0
        while changes := db.rows(NEXT_CHANGES, (action, after_id, CHUNK)):
            for change, table, op, first, last, _ in changes:
                touched.note(table, op, first, last)
                if op == "delete":
                    db.run(f"DELETE FROM {table} WHERE rowid = ?", (first,))
                else:
                    _bring_back(db, change, table, is_there=op == "update")
                after_id = change
        db.run(FORGET_IMAGES, (action,))
        db.run(MARK_LIVE, (action,))
    return Undone(label, touched.total)


class _Touched:
    """How many different rows an action touched."""

    def __init__(self) -> None:
        self._ranges: list[tuple[str, int, int]] = []
        self._rows: set[tuple[str, int]] = set()

    def note(self, table: str, op: str, first: int, last: int) -> None:
        """Take one change into account."""
        if table not in COUNTED:
            return
        if op == "insert":
            self._ranges.append((table, first, last))
        else:
            self._rows.add((table, first))

    @property
    def total(self) -> int:
        """Rows, each once; at least one, for an undo always does something."""
        inserted = sum(last - first + 1 for _, first, last in self._ranges)
        others = sum(not self._is_inserted(table, row) for table, row in self._rows)
        return max(1, inserted + others)

    def _is_inserted(self, table: str, row: int) -> bool:
        return any(of == table and first <= row <= last for of, first, last in self._ranges)


def _take_rows(db: Database, change: int, table: str, first: int, last: int) -> None:
    """Delete inserted rows, keeping each for a redo."""
    while found := db.named(NEXT_ROWS.format(table=table), (first, last, CHUNK)):
        images = [(change, image.pop("number"), _kept(image)) for image in found]
        db.run_many(KEEP_IMAGE, images)
        db.run(f"DELETE FROM {table} WHERE rowid BETWEEN ? AND ?", (first, images[-1][1]))
        first = images[-1][1] + 1


def _swap(db: Database, change: int, table: str, row: int, image: dict[str, Value]) -> None:
    """Put a row back as it was, keeping what it is for a redo."""
    now = db.named(f"SELECT * FROM {table} WHERE rowid = ?", (row,))[0]
    db.run(KEEP_IMAGE, (change, row, _kept(now)))
    _overwrite(db, table, row, image, now)


def _bring_back(db: Database, change: int, table: str, *, is_there: bool) -> None:
    """Write the rows that an undo kept."""
    after = 0
    while found := db.rows(NEXT_IMAGES, (change, after, CHUNK)):
        if is_there:
            for _, row, image in found:
                now = db.named(f"SELECT * FROM {table} WHERE rowid = ?", (row,))[0]
                _overwrite(db, table, row, json.loads(image), now)
        else:
            _put(db, table, [json.loads(image) for _, _, image in found])
        after = found[-1][0]


def _overwrite(
    db: Database, table: str, row: int, image: dict[str, Value], now: dict[str, Value]
) -> None:
    """Write an image over a row, as a newer revision, so that no stale form can save over it."""
    values = image | ({"rev": Changes.next_rev(now)} if "rev" in now else {})
    sets = ", ".join(f"{name} = ?" for name in values)
    db.run(f"UPDATE {table} SET {sets} WHERE rowid = ?", (*values.values(), row))


def _put(db: Database, table: str, images: list[dict[str, Value]]) -> None:
    """Insert rows that were there before, under their old numbers, as newer revisions."""
    for image in images:
        if "rev" in image:
            image["rev"] = Changes.next_rev(image)
    names = list(images[0])
    marks = ", ".join("?" * len(names))
    sql = f"INSERT INTO {table} ({', '.join(names)}) VALUES ({marks})"
    db.run_many(sql, [tuple(image.values()) for image in images])


def _kept(image: dict[str, Value]) -> str:
    """An image as it is kept."""
    return json.dumps(image, ensure_ascii=False)
