"""Taking back whole actions, the last one first, and bringing them back."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from journal.errors import NothingToUndo
from journal.moment import Moment
from journal.undone import Undone
from storage.changes import Changes
from storage.database import Database
from storage.rows import Row, Value, moment_kept, text_kept
from storage.search_again import look_again
from storage.touched import Touched

LAST_LIVE = "SELECT id, label FROM action WHERE undone IS NULL ORDER BY id DESC LIMIT 1"
LAST_UNDONE = """SELECT id, label FROM action WHERE undone IS NOT NULL
ORDER BY undone DESC LIMIT 1"""
_CHANGE = "SELECT id, of, op, first_row, last_row, before FROM change WHERE action = ?"
LATEST_CHANGES = f"{_CHANGE} AND id < ? ORDER BY id DESC LIMIT ?"
NEXT_CHANGES = f"{_CHANGE} AND id > ? ORDER BY id LIMIT ?"
NEXT_ROWS = (
    "SELECT rowid AS number, * FROM {table} WHERE rowid BETWEEN ? AND ? ORDER BY rowid LIMIT ?"
)
NEXT_IMAGES = "SELECT id, image FROM undone_row WHERE change = ? AND id > ? ORDER BY id LIMIT ?"
KEEP_IMAGE = "INSERT INTO undone_row (change, row, image) VALUES (?, ?, ?)"
IMAGES_OF = "SELECT change, image FROM undone_row WHERE change IN ({marks})"
FORGET_IMAGES = "DELETE FROM undone_row WHERE change IN (SELECT id FROM change WHERE action = ?)"
FORGET_STALE_IMAGES = """DELETE FROM undone_row WHERE change IN (
  SELECT change.id FROM action JOIN change ON change.action = action.id
  WHERE action.undone IS NOT NULL AND action.id < ?)"""
MARK_UNDONE = """UPDATE action SET undone_utc = ?, undone_origin = ?, undone =
  (SELECT coalesce(max(undone), 0) + 1 FROM action WHERE undone IS NOT NULL) WHERE id = ?"""
MARK_LIVE = "UPDATE action SET undone = NULL, undone_utc = ?, undone_origin = ? WHERE id = ?"
"""Keeps when it was brought back where it kept when it was taken back: what was saved last never
falls back to before the undo."""
KEEP_BEFORE = "UPDATE change SET before = ? WHERE id = ?"

ROWS_OF = """SELECT coalesce(sum(last_row - first_row + 1), 0) FROM change
WHERE action = (SELECT id FROM ({of}))"""

CHUNK = 1000
"""Rows handled at a time, so that undoing a large import stays flat in memory."""

NOTHING_TO_UNDO = "There is nothing to undo."
NOTHING_TO_REDO = "There is nothing to redo: only what was undone last can be brought back."


def undo(db: Database, at: Moment, origin: str) -> Undone:
    """Take back the last action not yet undone. Raises NothingToUndo, CannotSave."""
    _refuse_if_none(db, LAST_LIVE, NOTHING_TO_UNDO)
    with db.transaction():
        found = db.row(LAST_LIVE)
        if found is None:
            raise NothingToUndo(NOTHING_TO_UNDO)
        action, label = found
        db.run("PRAGMA defer_foreign_keys=ON")
        db.run(FORGET_STALE_IMAGES, (action,))
        touched = Touched()
        before_id = 2**63 - 1
        while changes := db.rows(LATEST_CHANGES, (action, before_id, CHUNK)):
            for run in runs(changes):
                _take_back(db, run, touched)
            before_id = changes[-1][0]
        db.run(MARK_UNDONE, (moment_kept(at)["utc"], text_kept(origin), action))
    return Undone(label, touched.total)


def rows_next(db: Database, *, again: bool) -> int:
    """How many rows an undo would write now, or a redo if ``again``."""
    found = db.row(ROWS_OF.format(of=LAST_UNDONE if again else LAST_LIVE))
    return int(found[0]) if found else 0


def _refuse_if_none(db: Database, question: str, sentence: str) -> None:
    """Where nothing was ever done nothing needs to be written, so no journal is missed either."""
    if db.row(question) is None:
        raise NothingToUndo(sentence)


def redo(db: Database, at: Moment, origin: str) -> Undone:
    """Bring back what was undone last. Raises NothingToUndo, CannotSave."""
    _refuse_if_none(db, LAST_UNDONE, NOTHING_TO_REDO)
    with db.transaction():
        found, live = db.row(LAST_UNDONE), db.row(LAST_LIVE)
        if found is None or (live is not None and live[0] > found[0]):
            raise NothingToUndo(NOTHING_TO_REDO)
        action, label = found
        db.run("PRAGMA defer_foreign_keys=ON")
        touched = Touched()
        after_id = 0
        while changes := db.rows(NEXT_CHANGES, (action, after_id, CHUNK)):
            for run in runs(changes):
                _do_again(db, run, touched)
            after_id = changes[-1][0]
        db.run(FORGET_IMAGES, (action,))
        db.run(MARK_LIVE, (moment_kept(at)["utc"], text_kept(origin), action))
    return Undone(label, touched.total)


def runs(changes: Sequence[Row]) -> Iterator[list[Row]]:
    """Changes of the same kind that follow one another, no row twice, so that they go as one."""
    run: list[Row] = []
    seen: set[int] = set()
    for change in changes:
        _, table, op, first, *_ = change
        if run and ((table, op) != (run[0][1], run[0][2]) or op == "insert" or first in seen):
            yield run
            run, seen = [], set()
        run.append(change)
        seen.add(first)
    if run:
        yield run


def _take_back(db: Database, run: list[Row], touched: Touched) -> None:
    """Undo changes of one kind."""
    change, table, op, first, last, _ = run[0]
    if op == "insert":
        touched.insert(table, first, last)
        _take_rows(db, change, table, first, last)
        return
    rows = [row for _, _, _, row, *_ in run]
    touched.others(table, rows)
    images = [json.loads(before) for *_, before in run]
    if op == "delete":
        _put(db, table, images)
        return
    now = _rows_now(db, table, rows)
    kept = [(number, row, _kept(now[row])) for number, _, _, row, *_ in run]
    db.run_many(KEEP_IMAGE, kept)
    _overwrite(db, table, rows, images, now)


def _do_again(db: Database, run: list[Row], touched: Touched) -> None:
    """Redo changes of one kind."""
    change, table, op, first, last, _ = run[0]
    if op == "insert":
        touched.insert(table, first, last)
        _put_rows(db, change, table)
        return
    rows = [row for _, _, _, row, *_ in run]
    touched.others(table, rows)
    if op == "delete":
        # Steps before the deletion may have been undone and redone: the next undo counts on from there.
        now = _rows_now(db, table, rows)
        db.run_many(KEEP_BEFORE, [(_kept(now[row]), number) for number, _, _, row, *_ in run])
        db.run_many(f"DELETE FROM {table} WHERE rowid = ?", [(row,) for row in rows])
        return
    marks = ", ".join("?" * len(run))
    kept: dict[int, str] = dict(
        db.rows(IMAGES_OF.format(marks=marks), [number for number, *_ in run])
    )
    images = [json.loads(kept[number]) for number, *_ in run]
    _overwrite(db, table, rows, images, _rows_now(db, table, rows))


def _take_rows(db: Database, change: int, table: str, first: int, last: int) -> None:
    """Delete inserted rows, keeping each for a redo."""
    while found := db.named(NEXT_ROWS.format(table=table), (first, last, CHUNK)):
        images = [(change, image.pop("number"), _kept(image)) for image in found]
        db.run_many(KEEP_IMAGE, images)
        db.run(f"DELETE FROM {table} WHERE rowid BETWEEN ? AND ?", (first, images[-1][1]))
        first = images[-1][1] + 1


def _put_rows(db: Database, change: int, table: str) -> None:
    """Insert the rows that an undo took away."""
    after = 0
    while found := db.rows(NEXT_IMAGES, (change, after, CHUNK)):
        _put(db, table, [json.loads(image) for _, image in found])
        after = found[-1][0]


def _rows_now(db: Database, table: str, rows: list[int]) -> dict[int, dict[str, Value]]:
    """Rows as they are, by number."""
    marks = ", ".join("?" * len(rows))
    found = db.named(f"SELECT rowid AS number, * FROM {table} WHERE rowid IN ({marks})", rows)
    return {image.pop("number"): image for image in found}


def _overwrite(
    db: Database,
    table: str,
    rows: list[int],
    images: list[dict[str, Value]],
    now: dict[int, dict[str, Value]],
) -> None:
    """Write images over rows, as newer revisions, so that no stale form can save over them."""
    alike: dict[tuple[str, ...], list[tuple[Value, ...]]] = {}
    for row, image in zip(rows, images, strict=True):
        if "rev" in image:
            image["rev"] = Changes.next_rev(now[row])
        newer = {name: value for name, value in image.items() if value != now[row].get(name)}
        alike.setdefault(tuple(newer), []).append((*newer.values(), row))
    for names, values in alike.items():
        if names:
            sets = ", ".join(f"{name} = ?" for name in names)
            db.run_many(f"UPDATE {table} SET {sets} WHERE rowid = ?", values)
    if table == "provenance":
        look_again(db, ((image["object"], image["row"]) for image in images))


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
