"""What each action of the rep changed, kept so that it can be taken back.

Rows that follow one another and were inserted by one action share one line of ``change``; an update
or a delete keeps the row as it was before.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from contextlib import contextmanager

from journal.errors import ChangedElsewhere
from journal.moment import Moment
from storage.database import Database
from storage.rows import Row, Value, moment_kept, text_kept

CHANGED = "This was saved in another window meanwhile: look at both before you save again."

INSERT_ACTION = "INSERT INTO action (utc, zone, offset, origin, label) VALUES (?, ?, ?, ?, ?)"
INSERT_CHANGE = (
    "INSERT INTO change (action, of, op, first_row, last_row, before) VALUES (?, ?, ?, ?, ?, ?)"
)

LAST_DONE = """SELECT (SELECT max(id) FROM action), (SELECT max(undone) FROM action WHERE undone IS NOT NULL),
(SELECT id FROM action WHERE undone IS NOT NULL ORDER BY undone DESC LIMIT 1)"""
"""Tells what was done and undone last; a draft leaves it as it is."""


class Changes:
    """Every write of the journal goes through here, inside one action."""

    def __init__(self, db: Database) -> None:
        """Write to this database."""
        self.db = db
        self._at: Moment | None = None
        self._origin = ""
        self._label = ""
        self._action = 0
        self._inserted: dict[str, list[int]] = {}
        self._tables: set[str] = set()
        self._last_done: Row | None = None
        self._is_unseen = False

    @contextmanager
    def action(self, label: str, at: Moment, origin: str) -> Iterator[Set[str]]:
        """One transaction, and one thing to undo; nothing is kept of an action that wrote nothing.

        Gives the tables it has written to so far.
        """
        self.look_anew()
        with self.db.transaction():
            self._at, self._origin, self._label = at, text_kept(origin), text_kept(label)
            self._action = 0
            self._inserted.clear()
            self._tables = set()
            yield self._tables
            for table in list(self._inserted):
                self._close_range(table)

    def were_made_elsewhere(self) -> bool:
        """Whether an action was done or undone since this was last asked; in doubt it was."""
        # Asked every few seconds: a file that is held for long must not hold the keys as well.
        with self.db.in_haste():
            self._is_unseen = self.db.has_changed() or self._is_unseen
            was_done = self._is_unseen and self._was_something_done()
        self._is_unseen = False
        return was_done

    def look_anew(self) -> None:
        """Forget what was done last: what is done here may look as if nothing was done elsewhere."""
        self._last_done = None

    def _was_something_done(self) -> bool:
        before, self._last_done = self._last_done, self.db.row(LAST_DONE)
        return before != self._last_done

    @property
    def at(self) -> Moment:
        """When the action under way happens."""
        if self._at is None:
            raise RuntimeError("a write needs an action: with store.action(…)")
        return self._at

    @property
    def origin(self) -> str:
        """Where the action under way comes from: app, cli, import."""
        return self._origin

    def action_id(self) -> int:
        """The number of the action under way, which from here on is kept."""
        if not self._action:
            when = tuple(moment_kept(self.at).values())
            self._action = self.db.run(INSERT_ACTION, (*when, self._origin, self._label))
        return self._action

    def insert(self, table: str, values: Mapping[str, Value]) -> int:
        """Add a row; returns its id."""
        marks = ", ".join("?" * len(values))
        sql = f"INSERT INTO {table} ({', '.join(values)}) VALUES ({marks})"
        row = self.db.run(sql, tuple(values.values()))
        self.note_inserts(table, row, row)
        return row

    def insert_many(
        self,
        table: str,
        columns: Sequence[str],
        rows: Sequence[Sequence[Value]],
        first: int,
        last: int,
    ) -> None:
        """Add rows that bring their own ids, first..last, none left out."""
        self.db.insert_rows(table, columns, rows)
        self.note_inserts(table, first, last)

    def note_inserts(self, table: str, first: int, last: int) -> None:
        """Remember inserted rows, as one range while they follow one another."""
        self._tables.add(table)
        open_range = self._inserted.get(table)
        if open_range and open_range[1] + 1 == first:
            open_range[1] = last
            return
        self._close_range(table)
        self._inserted[table] = [first, last]

    def update(
        self,
        table: str,
        row: int,
        values: Mapping[str, Value],
        rev: int | None = None,
        *,
        touch: bool = False,
    ) -> bool:
        """Save over a row; False when there is none. Raises ChangedElsewhere if its rev is another.

        A row that already says all this is left as it is, its rev too; unless it is touched, because
        something that belongs to it changed.
        """
        before = self.image(table, row)
        if before is None:
            return False
        if rev is not None and before["rev"] != rev:
            raise ChangedElsewhere(CHANGED)
        changed = {name: value for name, value in values.items() if before[name] != value}
        if not changed and not touch:
            return True
        self._keep(table, "update", row, before)
        if "rev" in before:
            changed["rev"] = self.next_rev(before)
        sets = ", ".join(f"{name} = ?" for name in changed)
        self.db.run(f"UPDATE {table} SET {sets} WHERE rowid = ?", (*changed.values(), row))
        return True

    def update_many(
        self, table: str, updates: Sequence[tuple[int, Mapping[str, Value], Mapping[str, Value]]]
    ) -> None:
        """Save over many rows, each given as its number, the row as it is now, and the new values."""
        if not updates:
            return
        self._close_range(table)
        self._tables.add(table)
        action = self.action_id()
        images = [(action, table, "update", row, row, _as_json(now)) for row, now, _ in updates]
        self.db.run_many(INSERT_CHANGE, images)
        alike: dict[tuple[str, ...], list[tuple[Value, ...]]] = {}
        for row, now, values in updates:
            newer = {**values, "rev": self.next_rev(now)} if "rev" in now else values
            alike.setdefault(tuple(newer), []).append((*newer.values(), row))
        for columns, rows in alike.items():
            sets = ", ".join(f"{name} = ?" for name in columns)
            self.db.run_many(f"UPDATE {table} SET {sets} WHERE rowid = ?", rows)

    def delete(self, table: str, row: int) -> bool:
        """Take a row away; False when there is none."""
        before = self.image(table, row)
        if before is None:
            return False
        self._keep(table, "delete", row, before)
        self.db.run(f"DELETE FROM {table} WHERE rowid = ?", (row,))
        return True

    def image(self, table: str, row: int) -> dict[str, Value] | None:
        """A row as it is now, by column."""
        found = self.db.named(f"SELECT * FROM {table} WHERE rowid = ?", (row,))
        return found[0] if found else None

    @staticmethod
    def next_rev(image: Mapping[str, Value]) -> int:
        """The revision after the one of an image."""
        rev = image["rev"]
        return rev + 1 if isinstance(rev, int) else 1

    def _keep(self, table: str, op: str, row: int, before: Mapping[str, Value]) -> None:
        """Keep a row as it was; inserts into its table so far come before it."""
        self._close_range(table)
        self._tables.add(table)
        self.db.run(INSERT_CHANGE, (self.action_id(), table, op, row, row, _as_json(before)))

    def _close_range(self, table: str) -> None:
        open_range = self._inserted.pop(table, None)
        if open_range:
            self.db.run(INSERT_CHANGE, (self.action_id(), table, "insert", *open_range, None))


def _as_json(image: Mapping[str, Value]) -> str:
    """A row as it is kept; json is loaded only once there is one."""
    import json

    return json.dumps(image, ensure_ascii=False)
