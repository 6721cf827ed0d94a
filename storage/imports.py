"""Rows from another program: new ones are added, changed ones updated, the rep's own edits kept."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from journal.activity import Activity
from journal.moment import Moment
from journal.transfer.found import Applied, Found
from storage.accounts import SqliteAccounts
from storage.changes import Changes
from storage.deals import events_between
from storage.provenance import Keyed, as_json, deals_named, keyed, known, merge, told
from storage.rows import Value, moment_kept, new_uid, text_kept

CHUNK = 500
"""Rows looked up and written at a time: memory stays flat however long the file is."""

MOST_NOTES = 100
"""The most remarks an import makes; the rest is counted."""

LAST_ID = "SELECT seq FROM sqlite_sequence WHERE name = ?"
COUNT_BATCH = "UPDATE batch SET added = ?, updated = ?, unchanged = ? WHERE id = ?"
ROWS_NOW = "SELECT * FROM {table} WHERE id IN ({marks})"
ACCOUNT_NAMES = "SELECT id, name FROM account WHERE id IN ({marks})"
SOURCE_COLUMNS = ("id", "system", "object", "external_id", "row", "batch", "seen", "unknown")

Update = tuple[int, dict[str, Value], dict[str, Value]]
"""A row's number, the row as it is now, and the columns to save over it."""


class SqliteImports:
    """Imports into the file."""

    def __init__(self, changes: Changes, accounts: SqliteAccounts) -> None:
        """Read and write through these changes."""
        self._changes = changes
        self._db = changes.db
        self._accounts = accounts

    def apply(
        self, found: Iterable[Found], *, format: str, files: Sequence[str], at: Moment
    ) -> Applied:
        """Add what is new, update what the file changed and the rep did not; the rest stays.

        What the rep deleted stays deleted. An import that brings nothing new leaves no trace.
        """
        run = Run(format, files, at)
        for chunk in chunks(found):
            by_object: dict[str, list[Keyed]] = {}
            for row in chunk:
                by_object.setdefault(row.object, []).append(row)
            for object_, rows in by_object.items():
                self._apply(run, object_, rows)
        if run.batch:
            # This very action inserted the row: undoing takes it away, these numbers with it.
            self._db.run(COUNT_BATCH, (run.added, run.updated, run.unchanged, run.batch))
        return Applied(
            batch=run.batch,
            added=run.added,
            updated=run.updated,
            unchanged=run.unchanged,
            notes=run.remarks,
        )

    def _apply(self, run: Run, object_: str, rows: list[Keyed]) -> None:
        """Bring in rows of one kind, no two of them with the same external id."""
        sources = known(self._db, object_, rows)
        new: list[Keyed] = []
        changed: list[Seen] = []
        for row in rows:
            source = sources.get(row.key)
            if source is None:
                new.append(row)
                continue
            seen = Seen(row.found, source, told(row.found.value))
            if seen.is_as_before:
                run.unchanged += 1
            else:
                changed.append(seen)
        if new:
            self._add(run, object_, new)
        if changed:
            self._update(run, object_, changed)

    def _add(self, run: Run, object_: str, rows: list[Keyed]) -> None:
        """Add new rows in bulk, each with where it came from."""
        batch = self._batch(run)
        if object_ == "entry":
            self._settle_tasks(rows)
        accounts = self._accounts.ids_of(row.found.value.account for row in rows)
        deals = deals_named(self._db, rows) if object_ != "deal" else {}
        first, source = self._last_id(object_) + 1, self._last_id("provenance") + 1
        values: list[dict[str, Value]] = []
        sources: list[tuple[Value, ...]] = []
        for n, row in enumerate(rows):
            fields = told(row.found.value)
            unknown = as_json(row.found.unknown)
            sources.append(
                (
                    source + n,
                    row.key[0],
                    object_,
                    row.key[1],
                    first + n,
                    batch,
                    as_json(fields),
                    unknown,
                )
            )
            fields |= {"id": first + n, "uid": new_uid(run.at)}
            fields["account"] = accounts.get(row.found.value.account)
            if row.found.deal_external_id in deals:
                fields["deal"] = deals[row.found.deal_external_id]
            if object_ == "entry":
                fields |= run.written_down | {"logged_day": fields["day"]}
            values.append(fields)
        last = first + len(rows) - 1
        self._changes.insert_many(
            object_, list(values[0]), [tuple(v.values()) for v in values], first, last
        )
        end = source + len(rows) - 1
        self._changes.insert_many("provenance", SOURCE_COLUMNS, sources, source, end)
        self._add_tags(first, rows)
        run.added += len(rows)

    def _add_tags(self, first: int, rows: list[Keyed]) -> None:
        """Set the words that new activities bring."""
        for number, row in enumerate(rows, first):
            if isinstance(row.found.value, Activity):
                for word in row.found.value.tags:
                    self._changes.insert("tag", {"entry": number, "word": text_kept(word)})

    def _update(self, run: Run, object_: str, changed: list[Seen]) -> None:
        """Take what the file changed since last time into rows that are there already."""
        now = self._rows_now(object_, [seen.source["row"] for seen in changed])
        names = self._account_names(now)
        updates: list[Update] = []
        sources: list[Update] = []
        for seen in changed:
            row = seen.source["row"]
            if row not in now:
                run.unchanged += 1
                continue
            image = now[row]
            values = self._taken(run, seen, image | {"account": names.get(image["account"])})
            if values:
                updates.append((row, image, values))
                run.updated += 1
            else:
                run.unchanged += 1
            again: dict[str, Value] = {
                "batch": self._batch(run),
                "seen": seen.told_as_json,
                "unknown": seen.unknown,
            }
            sources.append((seen.source["id"], seen.source, again))
        if object_ == "deal":
            self._note_events(run, updates)
        self._changes.update_many(object_, updates)
        self._changes.update_many("provenance", sources)

    def _taken(self, run: Run, seen: Seen, now: dict[str, Value]) -> dict[str, Value]:
        """The columns to save over a row, and a note for each edit of the rep that stays."""
        taken, kept = merge(json.loads(str(seen.source["seen"])), now, seen.told)
        for column in kept:
            if column != "currency":
                run.note_edit(seen.found, column)
        values = {column: seen.told[column] for column in taken}
        if values.get("stage", "") is None:
            # A closed deal's export names no stage any more; the last one known still says how far it came.
            del values["stage"]
        if "account" in values:
            values["account"] = self._accounts.id_of(seen.found.value.account)
        if "day" in values and now["logged_day"] == now["day"]:
            values["logged_day"] = values["day"]
        if "expected_close" in values and "pushes" not in values:
            pushed = str(values["expected_close"] or "") > str(now["expected_close"] or "9")
            values |= {"pushes": int(now["pushes"] or 0) + 1} if pushed else {}
        return values

    def _note_events(self, run: Run, updates: list[Update]) -> None:
        """Keep what happened to the deals that the file moved."""
        when = {"day": run.at.day().isoformat(), **moment_kept(run.at)}
        for row, image, values in updates:
            for event in events_between(image, image | values):
                self._changes.insert("deal_event", {"deal": row, **when, **event})

    def _settle_tasks(self, rows: list[Keyed]) -> None:
        """A task that waited, and comes back as something done, is done here too."""
        values = ((row.key, row.found.value) for row in rows)
        done = {key: value.day for key, value in values if isinstance(value, Activity)}
        waiting = known(self._db, "follow_up", rows)
        tasks = self._rows_now("follow_up", [source["row"] for source in waiting.values()])
        for key, source in waiting.items():
            task = tasks.get(source["row"])
            if task and task["state"] == "due":
                settled: dict[str, Value] = {"state": "done", "settled": done[key].isoformat()}
                self._changes.update_many("follow_up", [(int(task["id"]), task, settled)])

    def _rows_now(self, table: str, ids: Sequence[Value]) -> dict[Value, dict[str, Any]]:
        """The rows that are still there, by number."""
        found = self._db.named(ROWS_NOW.format(table=table, marks=", ".join("?" * len(ids))), ids)
        return {row["id"]: row for row in found}

    def _account_names(self, images: dict[Value, dict[str, Any]]) -> dict[Value, str]:
        """The names of the accounts of some rows, by number."""
        ids = list({image["account"] for image in images.values()} - {None})
        return dict(self._db.rows(ACCOUNT_NAMES.format(marks=", ".join("?" * len(ids))), ids))

    def _batch(self, run: Run) -> int:
        """The number of this import, made when there is something to keep."""
        if not run.batch:
            values: dict[str, Value] = {"format": run.format, "files": as_json(list(run.files))}
            values |= {"action": self._changes.action_id(), **moment_kept(run.at)}
            run.batch = self._changes.insert("batch", values)
        return run.batch

    def _last_id(self, table: str) -> int:
        """The highest number a table ever gave."""
        found = self._db.row(LAST_ID, (table,))
        return int(found[0]) if found else 0


class Seen:
    """A row of the file that an earlier import brought already."""

    __slots__ = ("found", "source", "told", "told_as_json", "unknown")

    def __init__(self, found: Found, source: dict[str, Any], told: dict[str, Value]) -> None:
        """Take the row, its provenance, and what the file tells of it now."""
        self.found = found
        self.source = source
        self.told = told
        self.told_as_json = as_json(told)
        self.unknown = as_json(found.unknown)

    @property
    def is_as_before(self) -> bool:
        """Whether the file says what it said last time."""
        return (self.told_as_json, self.unknown) == (self.source["seen"], self.source["unknown"])


@dataclass(slots=True)
class Run:
    """One import under way."""

    format: str
    """What the files are."""
    files: Sequence[str]
    """Their names."""
    at: Moment
    """When they were read."""
    batch: int = 0
    """The number of the import; 0 while nothing was kept."""
    added: int = 0
    """Rows that are new."""
    updated: int = 0
    """Rows with at least one field taken."""
    unchanged: int = 0
    """Rows left as they are."""
    notes: list[str] = field(default_factory=list)
    """What the rep should know, up to MOST_NOTES."""
    more: int = 0
    """How many remarks were not written out."""
    written_down: dict[str, Value] = field(init=False)
    """The columns that all new activities have in common."""

    def __post_init__(self) -> None:
        """Work out the common columns once."""
        self.written_down = {"form": "activity", "source": "import", **moment_kept(self.at)}

    def note_edit(self, row: Found, column: str) -> None:
        """Note that the rep's own word was kept against the file's."""
        if len(self.notes) >= MOST_NOTES:
            self.more += 1
            return
        words = column.replace("_", " ")
        self.notes.append(
            f"{row.file}, line {row.line}: your own {words} was kept, the file now says another."
        )

    @property
    def remarks(self) -> tuple[str, ...]:
        """The notes, and how many more there would be."""
        more = (f"{self.more:,} more of your own edits were kept.",) if self.more else ()
        return (*self.notes, *more)


def chunks(found: Iterable[Found]) -> Iterator[list[Keyed]]:
    """The rows in pieces, none of which names the same row twice."""
    chunk: list[Keyed] = []
    keys: set[tuple[str, tuple[str, str]]] = set()
    for each in found:
        row = keyed(each)
        if len(chunk) == CHUNK or (row.object, row.key) in keys:
            yield chunk
            chunk, keys = [], set()
        chunk.append(row)
        keys.add((row.object, row.key))
    if chunk:
        yield chunk
