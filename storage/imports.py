"""Rows from another program: new ones are added, changed ones updated, the rep's own edits kept."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from journal.activity import Activity
from journal.moment import Moment
from journal.transfer.found import Applied, Found
from journal.transfer.progress import LookUp, going_on
from journal.transfer.source import SourceFile
from storage.accounts import SqliteAccounts
from storage.changes import Changes
from storage.crm_debt import taken_out
from storage.import_alike import MOST_HELD, Alike
from storage.import_deals import MOST_KNOWN, DealsAbout, keep_moves
from storage.import_endings import Endings
from storage.import_ids import drop_decimals
from storage.import_links import link_to_new_deals
from storage.import_pairs import Source
from storage.import_run import Run, by_object, pieces
from storage.import_seen import Seen
from storage.import_tasks import Tasks
from storage.import_twins import Twins
from storage.import_updates import Updates
from storage.mappings import SqliteMappings
from storage.provenance import Keyed, as_json, known_anywhere, told
from storage.rows import Value, new_uids, text_kept
from storage.search_again import look_again
from storage.source_files import source_files
from storage.taken_back import TakenBack

LAST_ID = "SELECT seq FROM sqlite_sequence WHERE name = ?"
COUNT_BATCH = "UPDATE batch SET added = ?, updated = ?, unchanged = ? WHERE id = ?"
SHOWN_COLUMNS = ("system", "external_id", "object", "row", "batch", "seen", "unknown")
SOURCE_COLUMNS = ("id", "system", "object", "external_id", "row", "batch", "seen", "unknown")

OBJECTS = ("deal", "entry", "follow_up")
"""The tables that an import fills."""


class SqliteImports:
    """Imports into the file."""

    def __init__(self, changes: Changes, accounts: SqliteAccounts) -> None:
        """Read and write through these changes."""
        self._changes = changes
        self._db = changes.db
        self._accounts = accounts
        self._updates = Updates(changes, accounts)
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
        drop_decimals(self._db)
        endings, alike = Endings(self._changes, at), Alike(self._db)
        abouts, tasks = DealsAbout(self._db), Tasks(self._changes, alike)
        twins, taken_back = Twins(self._db), TakenBack(self._db)
        run = Run(format, files, at, abouts, endings, look_up, tasks, alike, twins, taken_back)
        for chunk in pieces(run, self._db, found):
            alike.met.foresee(chunk)
            for object_, rows in by_object(chunk).items():
                if object_ != "deal":
                    self._tell_apart(run, ("deal",))
                    self._link(run)
                self._apply(run, object_, rows)
        self._tell_apart(run, OBJECTS)
        if tasks.settle_alike(run.batch):
            run.number(self._changes)
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
        sources = known_anywhere(self._db, object_, rows)
        new: list[Keyed] = []
        seen: list[Seen] = []
        alike: list[tuple[Keyed, Source | None]] = []
        for row in rows:
            source = sources.get(row.key)
            if row.found.alike is not None:
                alike.append((row, source))
            elif source is None:
                new.append(row)
            else:
                seen.append(Seen(row.found, source))
        if alike:
            more = run.alike.sort_out(alike, run.batch)
            new, seen = new + more[0], seen + more[1]
        self._take(run, object_, new, seen)
        if run.alike.is_full:
            self._tell_apart(run, (object_,), MOST_HELD // 2)

    def _take(self, run: Run, object_: str, new: list[Keyed], seen: list[Seen]) -> None:
        """Bring in rows that are new, and what files say now of others."""
        changed = [one for one in seen if not one.is_as_before]
        if object_ == "entry" and seen and run.tasks.done_again(seen):
            run.number(self._changes)
        run.unchanged += len(seen) - len(changed)
        if new:
            self._add(run, object_, new)
        if changed:
            self._updates.take(run, object_, changed)
        if object_ == "deal":
            again = {int(one.source["row"]): one.found.moves for one in seen if one.found.moves}
            keep_moves(self._changes, again, run.at)

    def _tell_apart(self, run: Run, objects: Sequence[str], most: int = 0) -> None:
        """Bring in rows that are alike, and were held back until the others were seen."""
        for object_ in objects:
            for new, seen in run.alike.told_apart(object_, run.batch, most):
                run.look_up()
                self._take(run, object_, new, seen)

    def _add(self, run: Run, object_: str, rows: list[Keyed]) -> None:
        """Add new rows in bulk, each with where it came from."""
        rows = self._without_ours(run, object_, rows)
        if not rows:
            return
        batch = run.number(self._changes)
        if object_ == "entry":
            run.tasks.come_back(rows)
        accounts = self._accounts_of(run, rows)
        abouts = None if object_ == "deal" else run.about.of(rows, accounts)
        if object_ == "deal":
            run.twins.look(rows, accounts)
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

        A file that we took out ourselves shows nothing. What was deleted or undone since stays so.
        """
        if object_ != "entry":
            return rows
        named = {row.found.reference for row in rows if row.found.reference}
        ours = taken_out(self._db, named)
        ours |= run.taken_back.among(named - ours.keys())
        if not ours:
            return rows
        for row in rows:
            if (entry := ours.get(row.found.reference)) is None:
                continue
            run.unchanged += 1
            if not row.found.is_our_own:
                seen, unknown = as_json(told(row.found.value)), as_json(row.found.unknown)
                values = (*row.key, object_, entry, run.number(self._changes), seen, unknown)
                self._changes.insert("provenance", dict(zip(SHOWN_COLUMNS, values, strict=True)))
        look_again(self._db, ((object_, entry) for entry in ours.values()))
        return [row for row in rows if row.found.reference not in ours]

    def _add_tags(self, first: int, rows: list[Keyed]) -> None:
        """Set the words that new activities bring."""
        for number, row in enumerate(rows, first):
            if isinstance(row.found.value, Activity):
                for word in row.found.value.tags:
                    self._changes.insert("tag", {"entry": number, "word": text_kept(word)})

    def _last_id(self, table: str) -> int:
        """The highest number a table ever gave."""
        found = self._db.row(LAST_ID, (table,))
        return int(found[0]) if found else 0
