"""Rows that are there already: what a file changed since last time is taken, the rep's own edits stay."""

from __future__ import annotations

from typing import Any

from storage.accounts import SqliteAccounts
from storage.changes import Changes
from storage.deals import events_between
from storage.import_run import Run
from storage.import_seen import Seen
from storage.provenance import as_json, merge, rows_now
from storage.rows import Value, moment_kept
from storage.search_again import look_again

ACCOUNT_NAMES = "SELECT id, name FROM account WHERE id IN ({marks})"

Update = tuple[int, dict[str, Value], dict[str, Value]]
"""A row's number, the row as it is now, and the columns to save over it."""


class Updates:
    """What files say now of rows that earlier imports brought."""

    def __init__(self, changes: Changes, accounts: SqliteAccounts) -> None:
        """Read and write through these changes."""
        self._changes = changes
        self._db = changes.db
        self._accounts = accounts

    def take(self, run: Run, object_: str, changed: list[Seen]) -> None:
        """Take what the file changed since last time into rows that are there already."""
        now = rows_now(self._db, object_, [seen.source["row"] for seen in changed])
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
                "batch": run.number(self._changes),
                "seen": as_json(seen.told),
                "unknown": as_json(seen.unknown),
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
        before = self._by_its_name_today(seen.before)
        taken, kept = merge(before, now, self._by_its_name_today(seen.told))
        for column in kept:
            if column != "currency":
                run.note_edit(seen.found, column)
        values = {column: seen.told[column] for column in taken}
        if "account" in values:
            values["account"] = self._accounts.id_of(
                name if (name := seen.told["account"]) is None else str(name)
            )
        if values.get("state") == "due":
            values["settled"] = None
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

    def _account_names(self, images: dict[Value, dict[str, Any]]) -> dict[Value, str]:
        """The names of the accounts of some rows, by number."""
        ids = list({image["account"] for image in images.values()} - {None})
        return dict(self._db.rows(ACCOUNT_NAMES.format(marks=", ".join("?" * len(ids))), ids))
