"""Rows from another program: new ones are added, changed ones updated, the rep's own edits kept."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any

from journal.activity import Activity
from journal.moment import Moment
from journal.transfer.found import Applied, Found
from journal.transfer.progress import LookUp, going_on
from journal.transfer.source import SourceFile
from storage.accounts import SqliteAccounts
from storage.changes import Changes
from storage.crm_debt import taken_out
from storage.deals import events_between
from storage.import_deals import MOST_KNOWN, DealsAbout, keep_moves
from storage.import_endings import Endings
from storage.import_links import link_to_new_deals
from storage.import_run import Run, Seen, chunks
from storage.mappings import SqliteMappings
from storage.provenance import Keyed, as_json, known, merge, told
from storage.rows import Value, moment_kept, new_uids, text_kept
from storage.search_again import look_again
from storage.source_files import source_files

LAST_ID = "SELECT seq FROM sqlite_sequence WHERE name = ?"
COUNT_BATCH = "UPDATE batch SET added = ?, updated = ?, unchanged = ? WHERE id = ?"
ANY_TASK = "SELECT 1 FROM provenance WHERE object = 'follow_up' LIMIT 1"
ROWS_NOW = "SELECT * FROM {table} WHERE id IN ({marks})"
ACCOUNT_NAMES = "SELECT id, name FROM account WHERE id IN ({marks})"
SHOWN_COLUMNS = ("system", "external_id", "object", "row", "batch", "seen", "unknown")
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
        self.mappings = SqliteMappings(changes)
        """How the rep named the columns of tables."""

    def apply(
        self,
        found: Iterable[Found],
        *,
        format: str,
        files: Sequence[str],
        at: Moment,
        look_up: LookUp = going_on,
    ) -> Applied:
        """Add what is new, update what the file changed and the rep did not; the rest stays.

        What the rep deleted stays deleted. An import that brings nothing new leaves no trace.
        """
        may_settle = self._db.row(ANY_TASK) is not None
        endings = Endings(self._changes, at)
        run = Run(format, files, at, DealsAbout(self._db), endings, look_up, may_settle)
        for chunk in chunks(found):
            by_object: dict[str, list[Keyed]] = {}
            for row in chunk:
                by_object.setdefault(row.object, []).append(row)
            for object_, rows in by_object.items():
                if object_ != "deal":
                    self._link(run)
                self._apply(run, object_, rows)
        self._link(run)
        endings.close_at_accounts()
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

    def sources(self, paths: Sequence[str]) -> tuple[SourceFile, ...]:
        """Files by their paths, ready to be read. Raises UnreadableFile for what is no such file."""
        return source_files(paths)

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
        if object_ == "deal":
            again = {
                int(str(source["row"])): row.found.moves
                for row in rows
                if row.found.moves and (source := sources.get(row.key))
            }
            keep_moves(self._changes, again, run.at)

    def _add(self, run: Run, object_: str, rows: list[Keyed]) -> None:
        """Add new rows in bulk, each with where it came from."""
        rows = self._without_ours(run, object_, rows)
        if not rows:
            return
        batch = self._batch(run)
        if object_ == "entry" and run.may_settle:
            self._settle_tasks(rows)
        accounts = self._accounts_of(run, rows)
        abouts = None if object_ == "deal" else run.about.of(rows, accounts)
        first, source = self._last_id(object_) + 1, self._last_id("provenance") + 1
        values: list[tuple[Value, ...]] = []
        sources: list[tuple[Value, ...]] = []
        columns: tuple[str, ...] = ()
        alike = run.written_down if object_ == "entry" else {}
        uids = new_uids(run.at, len(rows), run.added)
        for n, (row, uid) in enumerate(zip(rows, uids, strict=True)):
            found, fields = row.found, told(row.found.value)
            seen, unknown = as_json(fields), as_json(found.unknown)
            sources.append(
                (source + n, row.key[0], object_, row.key[1], first + n, batch, seen, unknown)
            )
            fields["account"] = accounts.get(found.value.account)
            if abouts is not None and abouts[n] is not None:
                fields["deal"] = abouts[n]
            if object_ == "entry":
                fields["logged_day"] = fields["day"]
            columns = columns or (*fields, "id", "uid", *alike)
            values.append((*fields.values(), first + n, uid, *alike.values()))
        last, end = first + len(rows) - 1, source + len(rows) - 1
        self._changes.insert_many(object_, columns, values, first, last)
        self._changes.insert_many("provenance", SOURCE_COLUMNS, sources, source, end)
        self._add_tags(first, rows)
        run.added += len(rows)
        if object_ == "deal":
            run.new_deals = run.new_deals or first
            moves = {n: row.found.moves for n, row in enumerate(rows, first) if row.found.moves}
            keep_moves(self._changes, moves, run.at)

    def _link(self, run: Run) -> None:
        """Link what earlier imports brought to the deals that are new: once, when they are all here."""
        if run.new_deals:
            run.linked += link_to_new_deals(
                self._changes, run.about, run.new_deals, run.batch, run.look_up
            )
            run.new_deals = 0

    def _accounts_of(self, run: Run, rows: list[Keyed]) -> dict[str | None, int | None]:
        """The rows of accounts by name, made where a name is new; most were met a moment ago."""
        known_ones = run.accounts
        new = {row.found.value.account for row in rows} - known_ones.keys()
        if new:
            if len(known_ones) > MOST_KNOWN:
                known_ones.clear()
                new = {row.found.value.account for row in rows}
            known_ones.update(self._accounts.ids_of(new))
        return known_ones

    def _without_ours(self, run: Run, object_: str, rows: list[Keyed]) -> list[Keyed]:
        """The rows that were not taken out of this journal; of the others it is kept that they were shown.

        A file that we took out ourselves shows nothing.
        """
        ours = taken_out(self._db, (row.found.reference for row in rows))
        if object_ != "entry" or not ours:
            return rows
        for row in rows:
            if (entry := ours.get(row.found.reference)) is None:
                continue
            run.unchanged += 1
            if not row.found.is_our_own:
                seen, unknown = as_json(told(row.found.value)), as_json(row.found.unknown)
                values = (*row.key, object_, entry, self._batch(run), seen, unknown)
                self._changes.insert("provenance", dict(zip(SHOWN_COLUMNS, values, strict=True)))
        return [row for row in rows if row.found.reference not in ours]

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
            told_by_file = {seen.source["row"] for seen in changed if seen.found.moves}
            self._note_events(run, updates, told_by_file)
        self._changes.update_many(object_, updates)
        self._changes.update_many("provenance", sources)
        look_again(self._db, ((object_, source["row"]) for _, source, _ in sources))

    def _taken(self, run: Run, seen: Seen, now: dict[str, Value]) -> dict[str, Value]:
        """The columns to save over a row, and a note for each edit of the rep that stays."""
        before = self._by_its_name_today(json.loads(str(seen.source["seen"])))
        taken, kept = merge(before, now, self._by_its_name_today(seen.told))
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

    def _by_its_name_today(self, fields: dict[str, Value]) -> dict[str, Value]:
        """What was told, with the name of an account that was merged meanwhile: that is no edit."""
        name = fields["account"]
        return fields | {"account": self._accounts.known(str(name)) or name} if name else fields

    def _note_events(self, run: Run, updates: list[Update], told_by_file: set[Value]) -> None:
        """Keep what happened to the deals that the file moved; of some it tells the days itself."""
        when = {"day": run.at.day().isoformat(), **moment_kept(run.at)}
        for row, image, values in updates:
            run.endings.told(row, image, image | values)
            for event in events_between(image, image | values):
                if row not in told_by_file or event["what"] == "push":
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
